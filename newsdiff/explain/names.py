"""Why mentions were taken for one actor: the spellings of each article, and how like each other they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations
from typing import Any

from newsdiff.align.actors.naming import name_in
from newsdiff.explain.saved import SavedFinding, SavedReport
from newsdiff.judge import SEVERITY
from newsdiff.kinds import BY_NAME
from newsdiff.model import Article, Name, Role
from newsdiff.model.explanation import Explanation, Spelling
from newsdiff.parse.names import name_similarity


def explain_actor(report: SavedReport, finding: SavedFinding) -> Explanation:
    """Explain a finding about a person, organization or place; all that is needed stands in the report."""
    articles = {article.id: article for article in report.articles}
    names = {
        position.article: _name(position.value, articles[position.article], finding) for position in finding.positions
    }
    canonical = next(iter(names.values())).name
    users: dict[str, list[Article]] = defaultdict(list)
    for article, name in names.items():
        for variant in name.variants:
            users[variant].append(articles[article])
    spellings = [
        Spelling(text, tuple(used), round(name_similarity(canonical, text), 2)) for text, used in users.items()
    ]
    spellings.sort(key=lambda spelling: (-len(spelling.articles), -spelling.similarity, spelling.text))
    return Explanation(
        finding=finding.id,
        kind=finding.kind,
        verdict=finding.verdict,
        confidence=finding.confidence,
        label=finding.label,
        reason=finding.reason,
        rules=_rules(finding, names, articles),
        name=canonical,
        spellings=tuple(spellings),
    )


def _rules(finding: SavedFinding, names: Mapping[str, Name], articles: Mapping[str, Article]) -> tuple[str, ...]:
    if len(names) == 1:
        return ("no other article names it, in any spelling that is like these",)
    kind = BY_NAME[finding.kind]
    comparisons = [(one, other, kind.compare(names[one], names[other])) for one, other in combinations(names, 2)]
    one, other, worst = max(comparisons, key=lambda entry: SEVERITY.index(entry[2].relation))
    if worst.relation == "equal":
        return ("every two articles share a spelling, or the name has another in the other's language or script",)
    return (f"{articles[one].source} and {articles[other].source}: {worst.reason.text} ({worst.reason.code})",)


def _name(value: Mapping[str, Any], article: Article, finding: SavedFinding) -> Name:
    """The value, with what only comparing needs worked out again; the words of the roles decided as the verdict tells."""
    exact = finding.verdict == "discrepancy"
    roles = value.get("roles")
    return name_in(
        article.language or "und",
        value["name"],
        tuple(value["variants"]) or (value["name"],),
        None
        if roles is None
        else tuple(Role(role["title"], role["organization"], role["standing"], exact=exact) for role in roles),
    )
