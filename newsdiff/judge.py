"""The judge: what the articles say of one thing becomes a finding with a verdict, a reason and a confidence.

Knows no kind by name: how two values stand to each other is the kind's to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from math import prod

from newsdiff.align import Alignment
from newsdiff.align.labels import choose_speaking, label_slot
from newsdiff.align.slots import Slot, Weighed
from newsdiff.kinds import BY_NAME, KINDS, ActorKind, Comparison, Kind, SlotKind
from newsdiff.model import (
    VERDICTS,
    Claim,
    Dependence,
    Difference,
    Document,
    Evidence,
    Finding,
    Name,
    Position,
    Reason,
    Span,
    Value,
    Verdict,
)
from newsdiff.model.actor import Actor, Mention
from newsdiff.model.phrase import phrase, phrases
from newsdiff.model.short_names import short_names

COPY_DISCOUNT = 0.1
"""How much less sure a finding is whose articles all copy one another."""
SEVERITY = ("equal", "compatible", "unknown", "disjoint")


@dataclass(frozen=True, slots=True)
class Statement:
    """What one article says in a finding to be: its value, that in short form, and the spans that it rests on.

    ``alike`` is the value in the words of the whole finding.
    """

    article: str
    value: Value
    shown: str
    evidence: tuple[Evidence, ...]
    differences: tuple[Difference, ...] = ()
    alike: Value | None = None


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
        dependence: articles that are one witness; they change how sure a finding is, never its verdict.
        sure: the probability from which on values that exclude each other are a discrepancy, not only unclear.
        language: that of the reader, whose words findings are labelled with where an article has them.

    Returns:
        Findings by kind, in each kind discrepancies first, then by confidence and by where they stand.
    """
    order = tuple(document.article.id for document in documents)
    by_id = {document.article.id: document for document in documents}
    names = dict(zip(order, short_names([document.article.source for document in documents]), strict=True))
    findings = [_weigh_actor(actor, names, language) for actor in alignment.actors]
    findings += [_weigh_slot(slot, names, by_id, sure, language) for slot in alignment.slots]
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


def _weigh_actor(actor: Actor, names: Mapping[str, str], language: str) -> Finding:
    mentions = {article: actor.in_article(article) for article in names}
    kind = BY_NAME[actor.kind]
    word = kind.word if isinstance(kind, ActorKind) and language != "en" else lambda value, _language: value
    statements = [
        Statement(
            article,
            value,
            kind.describe(value),
            tuple(Evidence(m.span, m.surface) for m in found),
            alike=word(value, language),
        )
        for article, found in mentions.items()
        if found and (value := _name(actor, article, found))
    ]
    doubts = [1 - max(mention.score for mention in found) for found in mentions.values() if found]
    return _weigh(actor.kind, actor.name, statements, 1 - prod(doubts), names)


def _name(actor: Actor, article: str, mentions: Sequence[Mention]) -> Name:
    """The actor's value in one article, its fullest spelling first; one with more words than the name is no fuller."""
    spellings = Counter(" ".join(mention.surface.split()) for mention in mentions)
    words = len(actor.name.split())
    variants = sorted(
        spellings,
        key=lambda spelling: (-min(words, len(spelling.split())), -spellings[spelling], len(spelling), spelling),
    )
    roles = actor.roles_in(article) if actor.kind == "person" else None
    return Name(actor.name, tuple(variants), roles)


def _weigh_slot(
    slot: Slot, names: Mapping[str, str], documents: Mapping[str, Document], sure: float, language: str
) -> Finding:
    claims = [claim for node in slot.nodes for claim in node.claims]
    kind = Counter(claim.kind for claim in claims).most_common(1)[0][0]
    order = list(names)
    nodes = sorted(slot.nodes, key=lambda node: order.index(node.article))
    firsts = [node.claims[0] for node in nodes]
    statements = [
        Statement(
            node.article,
            first.value,
            BY_NAME[first.kind].describe(english),
            _evidence(node.claims),
            alike=alike,
        )
        for node, first, english, alike in zip(
            nodes,
            firsts,
            _word_alike(firsts, documents, "en"),
            _word_alike(firsts, documents, language),
            strict=True,
        )
    ]
    if slot.weighed:
        statements = [_as_whole(statement, slot.weighed, BY_NAME[kind]) for statement in statements]
    label = label_slot(firsts, documents, language)
    relations = slot.weighed.relations if slot.weighed else None
    finding = _weigh(kind, label, statements, slot.probability, names, relations, may_oppose=slot.opposed >= sure)
    if finding.verdict == "unclear" and slot.opposed < slot.probability:
        finding = replace(finding, confidence=round(slot.opposed, 2))
    return _blame(finding, names[slot.contradicts_itself]) if slot.contradicts_itself else finding


def _blame(finding: Finding, name: str) -> Finding:
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


def _as_whole(statement: Statement, weighed: Weighed, kind: Kind) -> Statement:
    """The statement with all that its article quotes of an utterance, and what others lack of it."""
    value = weighed.values[statement.article]
    differences = weighed.differences.get(statement.article, ())
    return replace(statement, value=value, shown=kind.describe(value), differences=differences, alike=None)


def _word_alike(claims: Sequence[Claim], documents: Mapping[str, Document], language: str) -> list[Value]:
    """The values, with one word for what all of them count."""
    speaking = choose_speaking([claim for claim in claims if _key(claim)] or claims, documents, language)
    key = _key(speaking)
    return [_word_as(claim, key if len(claims) > 1 else None) for claim in claims]


def _word_as(claim: Claim, key: str | None) -> Value:
    kind = BY_NAME[claim.kind]
    value: Value = kind.rename(claim.value, key) if isinstance(kind, SlotKind) and key else claim.value
    return value


def _key(claim: Claim) -> str | None:
    kind = BY_NAME[claim.kind]
    return kind.key(claim.value) if isinstance(kind, SlotKind) else None


def _count_witnesses(finding: Finding, dependence: Sequence[Dependence]) -> Finding:
    """Say how many of the articles speak for themselves, where not all do."""
    articles = {position.article for position in finding.positions}
    copies = sum(max(0, len(articles.intersection(group.articles)) - 1) for group in dependence)
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


def _weigh(
    kind_name: str,
    label: str,
    statements: Sequence[Statement],
    probability: float,
    names: Mapping[str, str],
    relations: Mapping[frozenset[str], Comparison] | None = None,
    *,
    may_oppose: bool = False,
) -> Finding:
    kind = BY_NAME[kind_name]
    verdict, reason = _decide(kind, statements, names, relations, may_oppose=may_oppose)
    spoken = {statement.article for statement in statements}
    return Finding(
        id="",
        kind=kind_name,
        verdict=verdict,
        confidence=round(probability, 2),
        label=label,
        reason=reason,
        positions=tuple(
            Position(
                statement.article,
                statement.value,
                statement.shown,
                statement.evidence,
                statement.differences,
                statement.alike,
            )
            for statement in statements
        ),
        silent=tuple(article for article in names if article not in spoken),
    )


def _decide(
    kind: Kind,
    statements: Sequence[Statement],
    names: Mapping[str, str],
    relations: Mapping[frozenset[str], Comparison] | None,
    *,
    may_oppose: bool,
) -> tuple[Verdict, Reason]:
    if len(statements) == 1:
        return "single_source", Reason("single_source", "only this article says so")
    comparisons = {
        (one, other): relations[frozenset((statements[one].article, statements[other].article))]
        if relations
        else kind.compare(statements[one].value, statements[other].value)
        for one, other in combinations(range(len(statements)), 2)
    }
    worst = max(comparisons.values(), key=lambda comparison: SEVERITY.index(comparison.relation))
    if worst.relation == "equal":
        return "agreement", worst.reason
    if worst.relation == "compatible":
        return "variation", worst.reason
    if worst.relation == "unknown" or not may_oppose:
        return "unclear", worst.reason.and_also(phrase("the articles may speak of different things"))
    return "discrepancy", _who_stands_alone(statements, comparisons, names, worst.reason)


def _who_stands_alone(
    statements: Sequence[Statement],
    comparisons: Mapping[tuple[int, int], Comparison],
    names: Mapping[str, str],
    reason: Reason,
) -> Reason:
    """Name the one article that the others contradict, where the others are at peace."""
    opposed = [pair for pair, comparison in comparisons.items() if comparison.relation == "disjoint"]
    alone = [odd for odd in range(len(statements)) if all(odd in pair for pair in opposed)]
    if len(statements) > 2 and len(alone) == 1:
        return reason.and_also(phrase("“{article}” stands alone", article=names[statements[alone[0]].article]))
    return reason


def _evidence(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    return tuple(sorted({Evidence(claim.span, claim.surface) for claim in claims}, key=lambda item: item.span))


def _number(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Give the findings their ids (``quantity-1``, ...) in the order in which they stand."""
    counts: Counter[str] = Counter()
    numbered = []
    for finding in findings:
        counts[finding.kind] += 1
        numbered.append(replace(finding, id=f"{finding.kind}-{counts[finding.kind]}"))
    return tuple(numbered)
