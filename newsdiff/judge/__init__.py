"""The judge: what the articles say of one thing becomes a finding with a verdict, a reason and a confidence.

Knows no kind by name: how two values stand to each other is the kind's to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import prod

from newsdiff.align import Alignment
from newsdiff.align.labels import Reader, label_slot
from newsdiff.align.slots import Slot
from newsdiff.judge.once import claims_opposed, tell_once
from newsdiff.judge.positions import positions_in_slot, positions_of_actor
from newsdiff.judge.verdict import SEVERITY, blame, weigh, why_unsure
from newsdiff.kinds import BY_NAME, KINDS
from newsdiff.model import VERDICTS, Dependence, Document, Finding, Span
from newsdiff.model.actor import Actor
from newsdiff.model.phrase import phrases
from newsdiff.model.short_names import short_names

COPY_DISCOUNT = 0.1
"""How much less sure a finding is whose articles all copy one another."""


def judge(
    alignment: Alignment,
    documents: Sequence[Document],
    dependence: Sequence[Dependence] = (),
    *,
    sure: float,
    language: str = "en",
) -> tuple[Finding, ...]:
    """Weigh every actor and slot.

    Args:
        alignment: actors and slots of the documents.
        documents: all documents, in the order of their ids.
        dependence: articles that are one witness; those that surely are change how sure a finding is, never its verdict.
        sure: the probability from which on values that exclude each other are a discrepancy, not only unclear.
        language: that of the reader, whose words findings are labelled with where an article has them.

    Returns:
        Findings by kind, in each kind discrepancies first, then by confidence and by where they stand.
    """
    order = tuple(document.article.id for document in documents)
    by_id = {document.article.id: document for document in documents}
    names = dict(zip(order, short_names([document.article.source for document in documents]), strict=True))
    shared = (slot for slot in alignment.slots if len(slot.nodes) > 1)
    reader = Reader(language, Counter(node.article for slot in shared for node in slot.nodes))
    findings = [_weigh_actor(actor, names, by_id, sure, language) for actor in alignment.actors]
    told = [(slot, _weigh_slot(slot, names, by_id, sure, reader)) for slot in alignment.slots if not slot.weighed]
    opposed = claims_opposed(told)
    told += [
        (slot, _weigh_slot(tell_once(slot, opposed), names, by_id, sure, reader))
        for slot in alignment.slots
        if slot.weighed
    ]
    findings += [finding for _, finding in told]
    findings = [_count_witnesses(finding, dependence) for finding in findings]
    kinds = [kind.name for kind in KINDS]
    return _number(sorted(findings, key=lambda finding: (kinds.index(finding.kind), *_rank(finding))))


def _rank(finding: Finding) -> tuple[int, int, float, str, Span]:
    first = finding.positions[0]
    return (
        VERDICTS.index(finding.verdict),
        -len(finding.positions),
        -finding.confidence,
        first.article,
        first.evidence[0].span,
    )


def _weigh_actor(
    actor: Actor, names: Mapping[str, str], documents: Mapping[str, Document], sure: float, language: str
) -> Finding:
    positions = positions_of_actor(actor, list(names), documents, language)
    doubts = [1 - max(mention.score for mention in actor.in_article(position.article)) for position in positions]
    probability = 1 - prod(doubts)
    return weigh(actor.kind, actor.name, positions, probability, names, unsure=why_unsure(probability >= sure))


def _weigh_slot(
    slot: Slot, names: Mapping[str, str], documents: Mapping[str, Document], sure: float, reader: Reader
) -> Finding:
    articles = list(names)
    kind = Counter(claim.kind for node in slot.nodes for claim in node.claims).most_common(1)[0][0]
    firsts = [node.claims[0] for node in sorted(slot.nodes, key=lambda node: articles.index(node.article))]
    finding = weigh(
        kind,
        label_slot(firsts, documents, reader),
        positions_in_slot(slot, kind, articles, documents, reader),
        slot.probability,
        names,
        slot.weighed.relations if slot.weighed else None,
        unsure=why_unsure(slot.opposed >= sure, slot.doubt),
        doubted=[name for name in articles if BY_NAME[kind].may_misread(documents[name].article.language)],
    )
    if finding.verdict == "unclear" and slot.opposed < slot.probability:
        finding = replace(finding, confidence=round(slot.opposed, 2))
    return blame(finding, names[slot.contradicts_itself]) if slot.contradicts_itself else finding


def _count_witnesses(finding: Finding, dependence: Sequence[Dependence]) -> Finding:
    """Say how many of the articles speak for themselves, where not all do."""
    articles = {position.article for position in finding.positions}
    copies = sum(max(0, len(articles.intersection(group.articles)) - 1) for group in dependence if group.sure)
    if not copies:
        return finding
    witnesses = len(articles) - copies
    told = phrases(
        "{count} article, {witnesses} independent",
        "{count} articles, {witnesses} independent",
        len(articles),
        witnesses=witnesses,
    )
    confidence = finding.confidence * (1 - COPY_DISCOUNT * copies / len(articles))
    return replace(finding, reason=finding.reason.and_also(told), confidence=round(confidence, 2))


def _number(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Give the findings their ids (``quantity-1``, ...) in the order in which they stand."""
    counts: Counter[str] = Counter()
    numbered = []
    for finding in findings:
        counts[finding.kind] += 1
        numbered.append(replace(finding, id=f"{finding.kind}-{counts[finding.kind]}"))
    return tuple(numbered)


__all__ = ["SEVERITY", "judge"]
