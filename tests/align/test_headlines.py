"""What a headline restates of the text below it, and what it does not."""

from __future__ import annotations

import pytest

import newsdiff
from newsdiff.model import Article

BESIDE = Article(
    "b", "Nothing is known here of the storm that the others tell of. The harbour master went home.", language="en"
)


@pytest.mark.parametrize(
    ("headline", "text", "joined"),
    [
        ("Baker jailed for seven years", "He was jailed for seven years and six months.", True),
        ("Baker jailed for seven years", "He was jailed for eleven years and six months.", False),
        ("At least 12 dead after storm", "At least 12 people have died in the storm.", True),
        ("At least 12 dead after storm", "At least 12 people have died. In all 12 boats sank.", True),
        ("At least 12 dead after storm", "At least 12 houses fell. In all 12 boats sank.", False),
        ("Two dead after storm", "The storm sank two boats.", False),
        ("Run-off in mid-June", "The run-off will be held on 14 June.", True),
        ("Run-off in mid-June", "The run-off will be held on 14 July.", False),
        ("The storm killed 12 people.", "Later 12 boats sank.", False),
        ("Storm costs 3 million euros", "The town put the damage at 2.9 million euros.", True),
    ],
    ids=str,
)
def test_headlines(headline: str, text: str, joined: bool) -> None:
    report = newsdiff.compare([Article("a", f"{headline}\n{text}", language="en"), BESIDE])
    held = [
        {evidence.span.start < len(headline) for evidence in position.evidence}
        for finding in report.findings
        if finding.kind in ("quantity", "money", "date")
        for position in finding.positions
    ]
    assert ({True, False} in held) is joined


@pytest.mark.parametrize(
    ("headline", "text", "shown"),
    [
        ("Storm kills 14 people", "At least 14 people died in the storm.", "≥14 people"),
        ("At least 14 people die", "The storm killed 14 people.", "14 people"),
        ("Storm sinks 1,340 boats", "In the harbour 1,340 were sunk by the storm.", "1,340 boats"),
        ("Storm kills 14", "At least 14 people died in the storm.", "≥14 people"),
    ],
)
def test_the_text_says_how_a_figure_is_bounded(headline: str, text: str, shown: str) -> None:
    report = newsdiff.compare([Article("a", f"{headline}\n{text}", language="en"), BESIDE])
    figures = [finding.positions[0].shown for finding in report.findings if finding.kind == "quantity"]
    assert figures[0] == shown
