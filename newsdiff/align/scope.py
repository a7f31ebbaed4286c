"""Scope: values that exclude each other and may both be true: of other years, of a part and its whole, of a toll that grew.

What belongs here: what a second figure or date in the same sentences, or the day of the articles, tells of a pair of values. Whether their sentences say the
same is for ``evidence``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from math import isclose
from typing import TYPE_CHECKING

from newsdiff.align.node import Node
from newsdiff.kinds import BY_NAME, SlotKind
from newsdiff.lang.pack import load_pack
from newsdiff.model import Claim, DateValue, Document, Quantity, Quotation

if TYPE_CHECKING:
    from newsdiff.align.slots import Slot

PERCENT = "percent"
DOUBTED = 0.5
"""What is left of the probability that such values answer one question."""

Place = tuple[str, int]
"""A sentence: its article, and where it begins there."""
Pair = frozenset[Place]


def doubt_other_matters(
    slots: Sequence[Slot], claims: Sequence[Claim], documents: Mapping[str, Document]
) -> tuple[Slot, ...]:
    """The slots, those doubted whose values exclude each other only as they are of other years, or one of them a part.

    Where two articles name other years, and in the same sentences other figures, they speak of two years: neither the years nor
    the figures contradict. Where one article gives 14 and 6 in one sentence, and another 20, the latter may be the whole; so may
    8 beside 4 where it says "half of the eight". Of the dead and the like an article of a later day may give more.
    """
    opposed = {
        at: tuple(_opposed(slot)) for at, slot in enumerate(slots) if slot.weighed is None and len(slot.nodes) > 1
    }
    years = {at for at, pairs in opposed.items() if any(_of_other_years(*pair) for pair in pairs)}
    figures = {at for at, pairs in opposed.items() if any(_are_figures(*pair) for pair in pairs)}
    dated = _places(years, opposed, documents)
    counted = _places(figures, opposed, documents)
    beside = _figures_by_sentence(claims, documents)
    doubts: dict[int, str] = {}
    for at in sorted(years | figures):
        if (dated if at in figures else counted).keys() & _places([at], opposed, documents).keys():
            doubts[at] = "other_year"
        elif at in figures and any(_is_part(*pair, beside, documents) for pair in opposed[at]):
            doubts[at] = "part_of_whole"
        elif at in figures and all(_has_grown(*pair, documents) for pair in opposed[at]):
            doubts[at] = "later_report"
    return tuple(
        replace(slot, opposed=slot.opposed * DOUBTED, doubt=doubts[at]) if at in doubts else slot
        for at, slot in enumerate(slots)
    )


def _opposed(slot: Slot) -> Iterator[tuple[Node, Node]]:
    for one, other in combinations(slot.nodes, 2):
        a, b = one.claims[0], other.claims[0]
        kind = BY_NAME[a.kind]
        if a.kind != b.kind or not isinstance(kind, SlotKind) or isinstance(a.value, Quotation):
            continue
        if kind.comparable(a.value, b.value) and kind.compare(a.value, b.value).relation == "disjoint":
            yield one, other


def _of_other_years(one: Node, other: Node) -> bool:
    """Whether two dates name two years, and neither looks like the other mistyped: 1916 and 1961."""
    kind = BY_NAME[one.kind]
    if not isinstance(kind, SlotKind) or kind.compare(one.claims[0].value, other.claims[0].value).slip:
        return False
    years = [node.claims[0].value.start for node in (one, other) if isinstance(node.claims[0].value, DateValue)]
    return len(years) == 2 and all(years) and len({day.year for day in years if day}) == 2


def _are_figures(one: Node, other: Node) -> bool:
    return isinstance(one.claims[0].value, Quantity) and isinstance(other.claims[0].value, Quantity)


def _has_grown(one: Node, other: Node, documents: Mapping[str, Document]) -> bool:
    """Whether both count what grows while it is reported, and the article of a later day gives more of it."""
    days = {node.article: documents[node.article].article.published for node in (one, other)}
    if None in days.values() or len(set(days.values())) < 2 or not (_is_toll(one) and _is_toll(other)):
        return False
    earlier, later = sorted((one, other), key=lambda node: str(days[node.article]))
    return _least(earlier) < _least(later)


def _is_toll(node: Node) -> bool:
    tolls = load_pack("und").figures.tolls
    return any(context.concept in tolls for context in node.contexts)


def _least(node: Node) -> float:
    value = node.claims[0].value
    told = (value.low, value.high) if isinstance(value, Quantity) else ()
    return next((side for side in told if side is not None), 0.0)


def _places(
    slots: Sequence[int] | set[int],
    opposed: Mapping[int, Sequence[tuple[Node, Node]]],
    documents: Mapping[str, Document],
) -> dict[Pair, int]:
    """Every two sentences of two articles in which values of these slots exclude each other."""
    return {
        frozenset((here, there)): at
        for at in slots
        for one, other in opposed[at]
        for here in _sentences(one, documents)
        for there in _sentences(other, documents)
    }


def _sentences(node: Node, documents: Mapping[str, Document]) -> Iterator[Place]:
    for claim in node.claims:
        place = _sentence(claim, documents)
        if place is not None:
            yield place


def _sentence(claim: Claim, documents: Mapping[str, Document]) -> Place | None:
    sentence = documents[claim.article].sentence_at(claim.span.start)
    return (claim.article, sentence.start) if sentence is not None else None


def _figures_by_sentence(
    claims: Sequence[Claim], documents: Mapping[str, Document]
) -> Mapping[Place, Sequence[tuple[Claim, Quantity]]]:
    found: dict[Place, list[tuple[Claim, Quantity]]] = defaultdict(list)
    for claim in claims:
        place = _sentence(claim, documents) if isinstance(claim.value, Quantity) else None
        if place is not None and isinstance(claim.value, Quantity):
            found[place].append((claim, claim.value))
    return found


def _is_part(
    one: Node,
    other: Node,
    beside: Mapping[Place, Sequence[tuple[Claim, Quantity]]],
    documents: Mapping[str, Document],
) -> bool:
    """Whether one value is the sum of the other and of a like figure beside that, or the other is a part of it that is told.

    "14 and 6" beside 20; "900 jobs, 400 here and 500 there" beside 500; "half of its eight seats" beside "four seats".
    """
    for whole, part in ((one, other), (other, one)):
        total, value = _exact(whole.claims[0].value), _exact(part.claims[0].value)
        if total is None or value is None or total <= value:
            continue
        rests = (rest for rest in _told_beside([part], beside, documents) if _are_alike(rest, part.claims[0]))
        shares = (share for share in _told_beside([one, other], beside, documents) if share.kind == PERCENT)
        if any(isclose(amount + value, total) for amount in _amounts(rests)):
            return True
        parts = set(
            _amounts(told for told in _told_beside([whole], beside, documents) if _are_alike(told, part.claims[0]))
        )
        if any(isclose(amount, value) for amount in parts) and any(isclose(amount + value, total) for amount in parts):
            return True
        if any(isclose(total * share / 100, value) for told in _amounts(shares) for share in (told, 100 - told)):
            return True
    return False


def _told_beside(
    nodes: Sequence[Node],
    beside: Mapping[Place, Sequence[tuple[Claim, Quantity]]],
    documents: Mapping[str, Document],
) -> Iterator[Claim]:
    """The figures that stand in one sentence with a node's, but are not its own."""
    for node in nodes:
        for place in _sentences(node, documents):
            yield from (claim for claim, _ in beside[place] if claim not in node.claims)


def _amounts(claims: Iterable[Claim]) -> Iterator[float]:
    yield from filter(None, (_exact(claim.value) for claim in claims))


def _exact(value: object) -> float | None:
    return value.low if isinstance(value, Quantity) and value.low == value.high else None


def _are_alike(one: Claim, other: Claim) -> bool:
    """Whether two figures are of one kind, unit and currency."""
    if one.kind != other.kind or not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return False
    return (one.value.unit, one.value.currency) == (other.value.unit, other.value.currency)
