from __future__ import annotations

import pytest

from newsdiff.judge.verdict import weigh
from newsdiff.model import Evidence, Position, Quantity, Span

NAMES = {"a1": "it", "a2": "de", "a3": "sv", "a4": "uk"}
# What each article says, which of them may be misread, the verdict, and an article that the reason names.
ROWS = [
    ({"a1": 20, "a2": 20, "a3": 2}, ["a3"], "unclear", "sv"),
    ({"a1": 20, "a2": 30, "a3": 2}, ["a3"], "discrepancy", ""),
    ({"a1": 20, "a2": 30, "a3": 20}, ["a3"], "discrepancy", "de"),
    ({"a3": 20, "a4": 2}, ["a3", "a4"], "unclear", "sv"),
    ({"a1": 20, "a2": 20, "a3": 20}, ["a3"], "agreement", ""),
    ({"a1": 20, "a2": 20, "a3": 2}, [], "discrepancy", "sv"),
]


@pytest.mark.parametrize(("told", "doubted", "verdict", "named"), ROWS)
def test_what_may_be_misread_makes_no_discrepancy(told, doubted, verdict, named):
    positions = [
        Position(article, Quantity(value, value), str(value), (Evidence(Span(0, 2), str(value)),))
        for article, value in told.items()
    ]
    finding = weigh("quantity", "dead", positions, 0.95, NAMES, unsure=None, doubted=doubted)
    assert finding.verdict == verdict
    assert ("“" in finding.reason.text) == bool(named)
    assert f"“{named}”" in finding.reason.text or not named
