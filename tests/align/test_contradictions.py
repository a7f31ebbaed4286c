"""An article that contradicts itself is a finding of its own kind; one that speaks of two matters is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import newsdiff
from newsdiff.model import Article

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "contradictions.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_self_contradictions(case: dict[str, Any]) -> None:
    articles = [Article(name, text, language=name[:2]) for name, text in case["articles"].items()]
    report = newsdiff.compare(articles)
    names = {article.id: article.source for article in report.articles}
    found = [finding for finding in report.findings if finding.reason.code == "self_contradiction"]
    if case["self"] == "none":
        assert found == []
        return
    (finding,) = found
    assert finding.verdict == "discrepancy"
    shown = {names[position.article]: position.shown for position in finding.positions}
    assert shown.pop(case["self"]["article"]) == case["self"]["value"]
    assert set(shown.values()) == set(case["self"]["others"])
    assert f"“{case['self']['article']}”" in finding.reason.text
