"""Anchors: the year, the organisation, the person or the place of which a figure is told.

What belongs here: which anchor each figure of a sentence has: "312 million in 2025 after 486 million in 2024", "45 seats for the
one party, 38 for the other". A sentence that can be read in two ways gives no figure an anchor. What anchors tell of figures in
two articles is for ``crossing``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple

from newsdiff.align.actors import ActorIndex
from newsdiff.lang.pack import load_pack
from newsdiff.model import Claim, DateValue, Document, Quantity, Span

YEAR = "year"
RULE = "rule"
"""The sort of what tells a limit from what was measured."""
ANYONE = "actor"
"""The sort of all actors together: a party may be taken for a place beside a party that is taken for one."""
_MARKS = frozenset(",;:()–—،؛")
_OPENING = 12
"""Letters before an anchor that opens its sentence, so that a comma behind it parts nothing: "In 2024, profit rose"."""


class Anchor(NamedTuple):
    """What a figure is told of: ``sort`` is ``year``, a kind of actor, ``actor`` or ``rule``.

    ``name`` is the year, the actor's id, or whether the figure is ``allowed`` or ``measured``.
    """

    sort: str
    name: str


class _Held(NamedTuple):
    """An anchor and where it stands."""

    span: Span
    anchor: Anchor


def read_anchors(
    claims: Sequence[Claim], documents: Mapping[str, Document], actors: ActorIndex
) -> Mapping[Claim, frozenset[Anchor]]:
    """The anchors of the claims that have any.

    Args:
        claims: those of all articles, dates among them.
        documents: what they stand in, by the article's id.
        actors: who is named where.
    """
    figures: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    years: dict[tuple[str, int], list[_Held]] = defaultdict(list)
    for claim in claims:
        place = claim.article, sentence_number(documents[claim.article], claim.span.start)
        if isinstance(claim.value, Quantity):
            figures[place].append(claim)
        elif isinstance(claim.value, DateValue) and (year := _year(claim.value)):
            years[place].append(_Held(claim.span, Anchor(YEAR, year)))
    found: dict[Claim, set[Anchor]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim.value, Quantity) and claim.value.si is not None:
            found[claim].add(Anchor(RULE, "allowed" if claim.value.allowed else "measured"))
    for (article, number), told in figures.items():
        if number >= 0:
            sorts = [sorted(years.get((article, number), ())), *_named(documents[article], number, actors)]
            for claim, anchor in _in_sentence(told, sorts, documents[article], number):
                found[claim].add(anchor)
    return {claim: frozenset(anchors) for claim, anchors in found.items()}


def _named(document: Document, number: int, actors: ActorIndex) -> list[list[_Held]]:
    """The actors of a sentence, those of each sort in order."""
    sorts: dict[str, list[_Held]] = defaultdict(list)
    for mention, actor in actors.inside(document.article.id, document.sentences[number].span):
        for sort in (actor.kind, ANYONE):
            sorts[sort].append(_Held(mention, Anchor(sort, actor.id)))
    return list(sorts.values())


def _in_sentence(
    told: Sequence[Claim], sorts: Sequence[Sequence[_Held]], document: Document, number: int
) -> Iterator[tuple[Claim, Anchor]]:
    """The figures of one sentence, each with its anchors."""
    parts = _separators(document, number)
    for alike in _alike(told):
        for held in sorts:
            yield from _assign(alike, held, parts, document.sentences[number].span)


def sentence_number(document: Document, place: int) -> int:
    """The number of the sentence that holds a place of the text, -1 where none does."""
    sentence = document.sentence_at(place)
    if sentence is None:
        return -1
    return bisect_left(document.sentences, sentence.start, key=lambda each: each.start)


def _year(value: DateValue) -> str | None:
    if value.start is None or value.end is None or value.start.year != value.end.year:
        return None
    return str(value.start.year)


def _alike(claims: Sequence[Claim]) -> list[list[Claim]]:
    """The figures of a sentence in order, those together that measure alike."""
    groups: dict[Hashable, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda claim: claim.span):
        if isinstance(claim.value, Quantity):
            groups[claim.kind, claim.value.unit, claim.value.currency].append(claim)
    return list(groups.values())


def _separators(document: Document, number: int) -> list[int]:
    """Where commas and the like stand in a sentence, and words that join clauses."""
    sentence = document.sentences[number]
    pack = load_pack(sentence.language)
    joining, glued = frozenset(pack.speech.conjunctions), tuple(pack.figures.proclitics)
    joining_glued = tuple(word for word in glued if word in joining)
    return [
        token.start
        for token in document.tokens_in(sentence.span)
        if (text := document.text[token.start : token.end].casefold()) in joining
        or text in _MARKS
        or (joining_glued and text.startswith(joining_glued))
    ]


def _assign(
    figures: Sequence[Claim], held: Sequence[_Held], parts: Sequence[int], sentence: Span
) -> Iterator[tuple[Claim, Anchor]]:
    """Each figure with its anchor; nothing where the order of the two can be read in two ways."""
    if not held or len({each.anchor for each in held}) < len(figures):
        return
    gaps: list[list[_Held]] = [[] for _ in range(len(figures) + 1)]
    starts = [claim.span.start for claim in figures]
    for each in held:
        gap = gaps[bisect_left(starts, each.span.start)]
        if not gap or gap[-1].anchor != each.anchor:
            gap.append(each)
    counts = [len(gap) for gap in gaps]
    last = len(figures)
    if any(count > 1 for count in counts) and counts != [0, 2, 0]:
        return
    pairs: list[tuple[Claim, _Held]] = []
    if counts == [1] * last + [0]:
        pairs = [(figures[at], gaps[at][0]) for at in range(last)]
        apart = all(_parted(figures[at - 1].span, gaps[at][0].span, parts) for at in range(1, last))
        sure = apart if last > 1 else _belongs(figures[0].span, gaps[0][0].span, parts, sentence)
    elif counts == [0] + [1] * last:
        pairs = [(figures[at], gaps[at + 1][0]) for at in range(last)]
        sure = not any(_parted(figure.span, each.span, parts) for figure, each in pairs)
    elif counts == [1, 0, 1]:
        pairs = [(figures[0], gaps[0][0]), (figures[1], gaps[2][0])]
        sure = not _parted(figures[1].span, gaps[2][0].span, parts)
    elif counts == [0, 2, 0]:
        pairs = [(figures[0], gaps[1][0]), (figures[1], gaps[1][1])]
        sure = _parted(gaps[1][0].span, gaps[1][1].span, parts)
    else:
        return
    if sure:
        yield from ((figure, each.anchor) for figure, each in pairs)


def _parted(one: Span, other: Span, parts: Sequence[int]) -> bool:
    """Whether a comma or the like stands between two spans; or they touch it with their first letter ("وفي 2024")."""
    start, end = min(one.end, other.end), max(one.start, other.start)
    at = bisect_left(parts, start)
    return at < len(parts) and parts[at] <= end


def _belongs(figure: Span, anchor: Span, parts: Sequence[int], sentence: Span) -> bool:
    """Whether an anchor before the only figure is in its clause, or opens the sentence with a comma right behind it."""
    between = [at for at in parts if min(figure.end, anchor.end) <= at <= max(figure.start, anchor.start)]
    opens = anchor.start - sentence.start <= _OPENING and anchor < figure
    return not between or (opens and len(between) == 1 and between[0] <= anchor.end + 1)
