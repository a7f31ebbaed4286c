"""Explaining a finding of a saved report: the articles in it are read again, and every step to the verdict is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdiff.errors import ReportError
from newsdiff.explain.saved import SavedFinding, SavedReport, parse_report, read_report
from newsdiff.model import Document, Finding, Span
from newsdiff.model.explanation import Explanation, Pair

if TYPE_CHECKING:
    from newsdiff.align import Alignment
    from newsdiff.align.slots import Slot
    from newsdiff.config import Config
    from newsdiff.explain.pairs import PairTable

__all__ = ["explain", "parse_report", "read_report"]

_DOUBTS = {
    "other_year": "the same sentences differ in the year and in a figure, and so may speak of two years",
    "part_of_whole": "one value is the sum of the other and of a figure beside it, or the other a share of it that is told, and so may be the whole",
    "later_report": "the article that gives more of what grows while it is reported is of a later day, and so both may have been right",
}


def explain(report: SavedReport, finding_id: str, config: Config) -> Explanation:
    """Tell why the claims of a finding were set side by side, and which rule decided its verdict.

    Names are explained from the report alone. For anything else the articles in the report are read, and their claims
    aligned, once more, with the engine that the report names.

    Raises:
        ReportError: no such finding, or reading the articles again does not give it.
        EngineError: the engine that read the articles is not installed.
    """
    from newsdiff.explain.names import explain_actor
    from newsdiff.kinds import BY_NAME, SlotKind

    finding = report.finding(finding_id)
    if finding.kind not in BY_NAME:
        raise ReportError(f"{report.source}: {finding.id}: this version knows no kind {finding.kind!r}")
    if not isinstance(BY_NAME[finding.kind], SlotKind):
        return explain_actor(report, finding)
    return _explain_slot(report, finding, config)


def _explain_slot(report: SavedReport, finding: SavedFinding, config: Config) -> Explanation:
    from newsdiff import pipeline
    from newsdiff.align import Alignment, align
    from newsdiff.align.clauses import denied_clauses
    from newsdiff.config import ENGINES
    from newsdiff.judge import judge
    from newsdiff.kinds.statement import STATEMENT

    engine = next((one for one in ENGINES if report.engines == {one}), config.engine)
    settings = replace(config, engine=engine)
    annotated = pipeline.annotate_all(report.articles, settings, lambda _step: None)
    documents, claims, _ = pipeline.compared_claims(annotated, settings)
    alignment = align(documents, config.aliases, claims)
    clauses = denied_clauses(alignment.actors, claims, documents) if finding.kind == STATEMENT.name else ()
    alignment = replace(alignment, slots=(*alignment.slots, *clauses))
    slot = _find_slot(alignment.slots, finding)
    if slot is None:
        raise ReportError(
            f"{report.source}: {finding.id}: reading the articles again does not give this finding; the report was "
            f"made by newsdiff {report.version}, or with other settings"
        )
    (again,) = judge(Alignment((), (slot,)), documents, sure=config.align.sure)
    table = _table(alignment, slot, documents)
    pairs = table.between(slot.nodes)
    nearest = None if pairs else table.nearest(slot.nodes[0])
    return Explanation(
        finding=finding.id,
        kind=finding.kind,
        verdict=finding.verdict,
        confidence=finding.confidence,
        label=finding.label,
        reason=finding.reason,
        rules=_rules(again, slot, pairs[0].relation if pairs else None, nearest, config.align.sure),
        pair=pairs[0] if pairs else nearest,
        others=tuple(sorted(pairs[1:], key=lambda pair: -pair.log_odds)),
        notes=_notes(finding, again, {position.article for position in finding.positions}),
    )


def _find_slot(slots: Sequence[Slot], finding: SavedFinding) -> Slot | None:
    """The slot that holds most of the evidence of a finding; None where none holds any."""
    spans: Mapping[str, set[Span]] = {
        position.article: {evidence.span for evidence in position.evidence} for position in finding.positions
    }

    def shared(slot: Slot) -> int:
        claims = {(claim.article, claim.span) for node in slot.nodes for claim in node.claims}
        return sum((article, span) in claims for article, found in spans.items() for span in found)

    kind = finding.kind
    of_kind = [slot for slot in slots if any(claim.kind == kind for node in slot.nodes for claim in node.claims)]
    best = max(of_kind, key=shared, default=None)
    return best if best is not None and shared(best) else None


def _table(alignment: Alignment, slot: Slot, documents: Sequence[Document]) -> PairTable:
    from newsdiff.explain.pairs import PairTable
    from newsdiff.kinds import BY_NAME, SlotKind

    family = {kind.name: kind.family for kind in BY_NAME.values() if isinstance(kind, SlotKind)}
    inside = {claim for node in slot.nodes for claim in node.claims}
    others = (node for other in alignment.slots for node in other.nodes)
    of_family = (node for node in others if family[node.kind] == family[slot.nodes[0].kind])
    nodes = [*slot.nodes, *(node for node in of_family if inside.isdisjoint(node.claims))]
    nodes.sort(key=lambda node: (node.article, node.claims[0].span))
    relations = slot.weighed.relations if slot.weighed else None
    return PairTable(nodes, {document.article.id: document for document in documents}, relations)


def _rules(again: Finding, slot: Slot, worst: str | None, nearest: Pair | None, sure: float) -> tuple[str, ...]:
    from newsdiff.align.slots import MERGE

    if worst is None:
        if nearest is not None and nearest.log_odds >= MERGE:
            return ("the nearest claim of another article, below, stands with claims that fit it better",)
        return ("no claim of another article is likely enough to be about the same thing",)
    together = f"the pairs speak on average with probability {slot.probability:.2f} for one and the same thing"
    decided = {
        "equal": "every two values are equal",
        "compatible": "no two values exclude each other, but not all are equal",
        "unknown": "two values cannot be weighed against each other",
        "disjoint": (
            f"two values exclude each other, and the probability that they answer one question, {slot.opposed:.2f}, is "
            f"{'at least' if slot.opposed >= sure else 'below'} align.sure ({sure:g})"
        ),
    }[worst]
    ruled = f"{decided}: {again.verdict.replace('_', ' ')} ({again.reason.code})"
    if slot.contradicts_itself and again.verdict == "unclear":
        return (together, "that probability is halved: the article gives the other value in another finding", ruled)
    if slot.doubt is not None and again.verdict == "unclear":
        return (together, f"that probability is halved: {_DOUBTS[slot.doubt]}", ruled)
    return (together, ruled)


def _notes(finding: SavedFinding, again: Finding, articles: set[str]) -> tuple[str, ...]:
    notes = []
    if again.verdict != finding.verdict:
        notes.append(f"read again, the verdict is {again.verdict}: the report was made with other settings or rules")
    if {position.article for position in again.positions} != articles:
        notes.append("read again, other articles take part: the report was made with other settings or rules")
    return tuple(notes)
