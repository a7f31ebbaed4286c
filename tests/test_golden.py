"""The reports on samples/ as they were when somebody last looked at them: a change here is to be read, line by line.

``UPDATE_GOLDEN=1 pytest tests/test_golden.py`` writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import newsdiff

ROOT = Path(__file__).parent.parent
EVENTS = sorted(path.name for path in (ROOT / "samples").iterdir() if path.is_dir())


def lines(event: str) -> list[str]:
    """A line a finding, with what each article says; without figures that depend on rounding."""
    report = newsdiff.compare([ROOT / "samples" / event])
    names = {article.id: Path(article.source).stem for article in report.articles}
    return [
        f"{finding.kind} {finding.verdict} [{finding.reason.code}] "
        + " | ".join(f"{names[position.article]}: {position.shown}" for position in finding.positions)
        for finding in report.findings
    ]


@pytest.mark.parametrize("event", EVENTS)
def test_report_is_as_it_was(event):
    golden = ROOT / "tests" / "golden" / f"{event}.txt"
    found = [" ".join(line.split()) for line in lines(event)]
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text("\n".join(found) + "\n", encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8").splitlines()
