"""The verdict: how the positions of one finding stand to each other, and in what words the reason is given."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from newsdiff.kinds import BY_NAME, Comparison, Kind
from newsdiff.model import Finding, Position, Reason, Verdict
from newsdiff.model.phrase import Phrase, phrase

_UNSURE = phrase("the articles may speak of different things")
_OTHER_MATTERS = {
    "other_year": phrase("the articles may speak of two years"),
    "part_of_whole": phrase("one value may be a part of the other"),
    "later_report": phrase("the later article gives more, and so both may have been right"),
}
"""Why values that exclude each other may both be true, by what ``align.scope`` found."""
SEVERITY = ("equal", "compatible", "unknown", "disjoint")
"""How values may stand to each other, the gravest last: that of the two that are farthest apart decides."""


def weigh(
    kind_name: str,
    label: str,
    positions: Sequence[Position],
    probability: float,
    names: Mapping[str, str],
    relations: Mapping[frozenset[str], Comparison] | None = None,
    *,
    unsure: Phrase | None = _UNSURE,
    doubted: Collection[str] = (),
) -> Finding:
    """The finding, without its id.

    Args:
        kind_name: the kind of its claims.
        label: what it is about.
        positions: what each article says, in the order of the articles.
        probability: how likely they are about one thing.
        names: what each article is called, by its id, in order.
        relations: how two articles' values stand to each other where that is known; else their kind compares them.
        unsure: why values that exclude each other may answer two questions; None where they surely answer one.
        doubted: articles whose values may be misread, so that none of them alone makes a discrepancy.
    """
    kind = BY_NAME[kind_name]
    verdict, reason = _decide(kind, positions, names, relations, unsure=unsure, doubted=doubted)
    spoken = {position.article for position in positions}
    return Finding(
        id="",
        kind=kind_name,
        verdict=verdict,
        confidence=round(probability, 2),
        label=label,
        reason=reason,
        positions=tuple(positions),
        silent=tuple(article for article in names if article not in spoken),
    )


def why_unsure(sure: bool, doubt: str | None = None) -> Phrase | None:
    """Why values that exclude each other may answer two questions, None where it is ``sure`` that they answer one.

    ``doubt`` is what ``align.scope`` found.
    """
    return None if sure else _OTHER_MATTERS.get(doubt or "", _UNSURE)


def blame(finding: Finding, name: str) -> Finding:
    """Say of a finding whose values exclude each other that this article gives both."""
    if finding.verdict not in ("discrepancy", "unclear"):
        return finding
    article = (("article", name),)
    certain = Reason("self_contradiction", "“{article}” gives the other value, too: it contradicts itself", article)
    unsure = Reason(
        "self_contradiction",
        "“{article}” gives the other value, too: it contradicts itself, or this is another matter",
        article,
    )
    return replace(finding, reason=certain if finding.verdict == "discrepancy" else unsure)


def _decide(
    kind: Kind,
    positions: Sequence[Position],
    names: Mapping[str, str],
    relations: Mapping[frozenset[str], Comparison] | None,
    *,
    unsure: Phrase | None,
    doubted: Collection[str],
) -> tuple[Verdict, Reason]:
    if len(positions) == 1:
        return "single_source", Reason("single_source", "only this article says so")
    comparisons = {
        (one, other): relations[frozenset((positions[one].article, positions[other].article))]
        if relations
        else kind.compare(positions[one].value, positions[other].value)
        for one, other in combinations(range(len(positions)), 2)
    }
    worst = max(comparisons.values(), key=lambda comparison: SEVERITY.index(comparison.relation))
    if worst.relation == "equal":
        return "agreement", worst.reason
    if worst.relation == "compatible":
        return "variation", worst.reason
    if worst.relation == "unknown" or unsure is not None:
        return "unclear", worst.reason.and_also(unsure or _UNSURE)
    opposed = [pair for pair, comparison in comparisons.items() if comparison.relation == "disjoint"]
    misread = [{positions[place].article for place in pair}.intersection(doubted) for pair in opposed]
    if all(misread):
        article = names[min(misread[0])]
        told = phrase("newsdiff has no word list for the language of “{article}” and may misread it", article=article)
        return "unclear", worst.reason.and_also(told)
    return "discrepancy", _who_stands_alone(positions, opposed, names, worst.reason)


def _who_stands_alone(
    positions: Sequence[Position], opposed: Sequence[tuple[int, int]], names: Mapping[str, str], reason: Reason
) -> Reason:
    """Name the one article that the others contradict, where the others are at peace; ``opposed`` are the pairs that do not."""
    alone = [odd for odd in range(len(positions)) if all(odd in pair for pair in opposed)]
    if len(positions) > 2 and len(alone) == 1:
        return reason.and_also(phrase("“{article}” stands alone", article=names[positions[alone[0]].article]))
    return reason
