"""Figures and dates of several articles stand together where they answer one question, and apart where they do not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import newsdiff
from newsdiff.model import Article, Finding

TABLES = Path(__file__).parents[1] / "cases"
CASES = [
    case
    for table in ("slots", "crosswise")
    for case in yaml.safe_load((TABLES / f"{table}.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_slots(case: dict[str, Any]) -> None:
    days = case.get("published", {})
    articles = [
        Article(name, text, language=name[:2], published=days.get(name)) for name, text in case["articles"].items()
    ]
    report = newsdiff.compare(articles)
    names = {article.id: article.source for article in report.articles}
    held = [_claims(finding, names) for finding in report.findings if finding.kind != "statement"]
    verdicts = [finding.verdict for finding in report.findings if finding.kind != "statement"]
    for row in case["together"]:
        claims = {(name, surface) for name, surface in row["claims"].items()}
        found = [verdict for verdict, inside in zip(verdicts, held, strict=True) if _holds(inside, claims)]
        assert found == [row["verdict"]], row
    for row in case.get("apart", []):
        claims = {(claim.split(" ", 1)[0], claim.split(" ", 1)[1]) for claim in row}
        assert not any(_holds(inside, claims) for inside in held), row


def _claims(finding: Finding, names: dict[str, str]) -> set[tuple[str, str]]:
    return {
        (names[position.article], " ".join(evidence.surface.split()))
        for position in finding.positions
        for evidence in position.evidence
    }


def _holds(inside: set[tuple[str, str]], claims: set[tuple[str, str]]) -> bool:
    """Whether every claim is, or lies in, one of the finding's."""
    return all(
        any(name == held and (surface in whole or whole in surface) for held, whole in inside)
        for name, surface in claims
    )
