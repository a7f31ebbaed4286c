"""Clauses of which one article denies what three or more others say, or the reverse: "The United States did not sign".

What belongs here: cutting sentences into clauses that say something by themselves, setting those side by side that say the same but
for a negation, and telling who stands alone. What is counted, dated, quoted or done by a person has findings of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from newsdiff.align import Alignment
from newsdiff.align.actors import ActorIndex
from newsdiff.align.clustering import cluster
from newsdiff.align.context import read_contexts
from newsdiff.align.node import Node
from newsdiff.align.slots import MERGE, Slot, Weighed, probability
from newsdiff.align.utterances.contraries import MAYBE_CONTRARY
from newsdiff.align.utterances.denial import sense_of
from newsdiff.align.utterances.opposites import take_one_side
from newsdiff.align.utterances.utterance import FEWEST_WORDS, parts_of, read_statement
from newsdiff.align.utterances.words import words_in
from newsdiff.align.wording import wording_log_odds
from newsdiff.kinds import BY_NAME, SlotKind
from newsdiff.kinds.statement import SAME, STATEMENT, ends_like_one, state
from newsdiff.model import Claim, Dependence, Document, Sentence, Span
from newsdiff.model.actor import Actor

SURE = 0.97
"""How probable it must be that the clauses of a group say the same, but for the negation."""
MOST = 150
"""Clauses of one article that are looked at, from its beginning."""
MANY = 3
"""How many must say what one denies, or deny what one says: between languages a single negation proves nothing."""


def with_denied_clauses(
    alignment: Alignment, claims: Sequence[Claim], documents: Sequence[Document], dependence: Sequence[Dependence] = ()
) -> Alignment:
    """The alignment, with the slots of clauses that one article alone denies, or alone does not, instead of its sentences there.

    Args:
        alignment: the slots of all kinds, and the actors; of whole sentences those that are shown.
        claims: the claims of all articles.
        documents: all documents.
        dependence: articles that are one witness: a translator who denies says the same by an opposite word ("unable to").
    """
    told = _spans(slot for slot in alignment.slots if _is_whole(slot) and len(slot.nodes) > 1)
    found = [
        slot
        for slot in denied_clauses(alignment.actors, claims, documents)
        if not _tells(told, slot) and _has_witnesses(slot, dependence)
    ]
    covered = _spans(found)
    kept = (
        slot for slot in alignment.slots if not (_is_whole(slot) and len(slot.nodes) == 1 and _tells(covered, slot))
    )
    return replace(alignment, slots=(*kept, *found)) if found else alignment


def denied_clauses(actors: Sequence[Actor], claims: Sequence[Claim], documents: Sequence[Document]) -> tuple[Slot, ...]:
    """The slots of clauses that one article alone denies, or alone does not, wherever they stand."""
    if len(documents) <= MANY:
        return ()
    by_id = {document.article.id: document for document in documents}
    index = ActorIndex(actors)
    stated = [claim for document in documents for claim in _clauses(document, claims, index)]
    contexts = read_contexts(stated, by_id, index, among=())
    nodes = [Node((claim,), (context,), 1.0) for claim, context in zip(stated, contexts, strict=True)]
    return tuple(seen for slot in _slots(nodes) if (seen := _weigh(slot, by_id)) is not None)


def _slots(nodes: Sequence[Node]) -> Iterator[Slot]:
    """The clauses of several articles that surely say the same."""
    if not nodes:
        return
    evidence = wording_log_odds(nodes, STATEMENT.family)
    for group in cluster(evidence, [node.article for node in nodes], threshold=MERGE):
        pairs = [float(evidence[pair]) for pair in combinations(group, 2)]
        likely = probability(sum(pairs) / len(pairs)) if len(group) > MANY else 0.0
        if likely >= SURE:
            yield Slot(tuple(nodes[at] for at in group), likely, likely)


def _weigh(slot: Slot, documents: Mapping[str, Document]) -> Slot | None:
    """The slot with how its clauses stand to each other; None where no article stands alone, or it is open who says what."""
    stated = [read_statement(node, documents[node.article]) for node in slot.nodes]
    senses = {one.article: sense_of(one) for one in stated}
    sides = [[article for article, sense in senses.items() if sense == side] for side in ("denied", "affirmed")]
    few, many = sorted(sides, key=len)
    if len(few) != 1 or len(many) < MANY or len(senses) > len(many) + 1 or take_one_side(stated):
        return None
    values = {node.article: node.claims[0].value for node in slot.nodes}
    relations = {frozenset(pair): MAYBE_CONTRARY if few[0] in pair else SAME for pair in combinations(values, 2)}
    return replace(slot, weighed=Weighed(values, relations, {}, {}))


def _has_witnesses(slot: Slot, dependence: Sequence[Dependence]) -> bool:
    """Whether the article that stands alone and enough of the others were written apart."""
    group = {article: number for number, found in enumerate(dependence) for article in found.articles}
    return len({group.get(node.article, node.article) for node in slot.nodes}) > MANY


def _spans(slots: Iterable[Slot]) -> Mapping[str, Sequence[Span]]:
    """Where the sentences or clauses of some slots stand, by article."""
    found: dict[str, list[Span]] = {}
    for slot in slots:
        for node in slot.nodes:
            found.setdefault(node.article, []).append(node.claims[0].span)
    return found


def _tells(told: Mapping[str, Sequence[Span]], slot: Slot) -> bool:
    """Whether something of a slot is told already."""
    return any(node.claims[0].span.overlaps(span) for node in slot.nodes for span in told.get(node.article, ()))


def _is_whole(slot: Slot) -> bool:
    return _is_sentence(slot.nodes[0].claims[0])


def _is_sentence(claim: Claim) -> bool:
    kind = BY_NAME[claim.kind]
    return isinstance(kind, SlotKind) and kind.whole


def _clauses(document: Document, claims: Sequence[Claim], actors: ActorIndex) -> list[Claim]:
    """The first clauses of an article in which nothing stands that has a finding of its own."""
    article = document.article.id
    taken = [claim.span for claim in claims if claim.article == article and not _is_sentence(claim)]
    found: list[Claim] = []
    for sentence in document.sentences:
        for part in _parts(document, sentence):
            people = any(actor.kind == "person" for _, actor in actors.inside(article, part))
            if len(found) < MOST and not people and not any(part.overlaps(span) for span in taken):
                text = document.text[part.start : part.end]
                found.append(Claim(article, STATEMENT.name, part, text, state(text, sentence.language)))
    return found


def _parts(document: Document, sentence: Sentence) -> Iterator[Span]:
    """The clauses of a sentence that is none of a headline or a question."""
    if not ends_like_one(document, sentence):
        return
    for part in parts_of(document.text, sentence.span):
        words = words_in(document.text, part)
        if len(words) >= FEWEST_WORDS:
            yield Span(words[0].span.start, words[-1].span.end)
