"""How a figure is bounded: the words before and after it, and the ranges it may be one end of.

What belongs here: bound words and the links between two figures of a range. What a bound does to the interval is said
in ``interval``.
"""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from newsdiff.model.values import Bound
from newsdiff.parse.figures.reading import Reading

_BRACKET = 8
_CHANGED = 8
_RANGE = 5
_CLAUSE_ENDS = frozenset(".;!?")
_SET_OFF = frozenset(",–—")
_CLAUSE_BREAKS = _CLAUSE_ENDS | _SET_OFF | {":", "\n"}
Interval = tuple[Fraction | None, Fraction | None]


def bound_before(reading: Reading, start: int, *, measured: bool) -> tuple[Bound, int] | None:
    """The bound whose words end right before word ``start``, an article between them allowed, and where it begins.

    ``measured`` where the figure has a unit, currency or per cent sign: some words bound only those.
    """
    table = reading.vocabulary
    end = start
    for _ in range(3):
        found = table.bounds_before.match_back(reading.words, end)
        if found is not None:
            spans = reading.folded(found[1]) in table.spanning and (end < start or _ends_figure(reading, found[1]))
            if found[0] == "exact" or spans or (found[0] == "at_most" and _tells_result(reading, found[1], end)):
                return None
            if not measured and reading.folded(found[1]) in table.measured_bounds and end - found[1] == 1:
                return None
            return cast(Bound, found[0]), found[1]
        if reading.folded(end - 1) not in table.definite and reading.folded(end - 1) not in table.articles:
            return None
        end -= 1
    return None


def _tells_result(reading: Reading, start: int, end: int) -> bool:
    """Whether the words for a bound from ``start`` to ``end`` tell what a change led to: "subieron el precio hasta 40"."""
    return _ends_amount(reading, start) or (
        reading.vocabulary.up_to.match(reading.words, start) == (True, end) and _is_reached(reading, start)
    )


def _is_reached(reading: Reading, at: int) -> bool:
    """Whether words of a change stand before word ``at``, in one clause with it: "subieron el precio hasta 40".

    Behind a comma or a dash the change may tell its amount first: "вырос на 5 рублей, до 40". A date between is no obstacle.
    """
    table = reading.vocabulary
    set_off = reading.folded(at - 1) in _SET_OFF
    for place in range(at - 1 - set_off, max(-1, at - _CHANGED), -1):
        if table.reached.match(reading.words, place):
            return True
        if reading.words[place].surface in _CLAUSE_BREAKS or (reading.kind(place) == "digits" and not set_off):
            return False
    return False


def _ends_amount(reading: Reading, at: int) -> bool:
    """Whether it was said shortly before word ``at`` by how much something changed, so that the result follows: "o 3 zł do 50"."""
    table = reading.vocabulary
    for place in range(at - 1, max(-1, at - _CHANGED), -1):
        if reading.kind(place) == "break" or reading.folded(place) in _CLAUSE_ENDS:
            return False
        opened = reading.folded(place) in table.amount_openers or table.changes_before.match_back(
            reading.words, place + 1
        )
        if opened and (
            _begins_number(reading, place + 1)
            or table.lone_fractions.match(reading.words, place + 1)
            or table.part_phrases.match(reading.words, place + 1)
        ):
            return True
    return False


def _ends_figure(reading: Reading, at: int) -> bool:
    """Whether another figure ends right before word ``at``: "nine years over €2bn", "4.5 percent over two years"."""
    table = reading.vocabulary
    if reading.kind(at - 1) == "break":
        return False
    return reading.kind(at - 1) == "digits" or bool(
        table.units.match(reading.words, at - 1)
        or table.multipliers.match(reading.words, at - 1)
        or table.currencies.match(reading.words, at - 1)
        or table.percent.match_back(reading.words, at)
    )


def bound_after(reading: Reading, end: int, *, timed: bool) -> tuple[Bound, int] | None:
    """The bound whose words begin at word ``end``, and the place behind them.

    ``timed`` behind a span of time, where some words tell how long and bound nothing ("तीन साल तक").
    """
    found = _case_bound(reading, end) or reading.vocabulary.bounds_after.match(reading.words, end)
    if found is not None and (_begins_number(reading, found[1]) or _opens_bound(reading, end, found[1])):
        return None
    if found is not None and reading.folded(end) in reading.vocabulary.spanning and ends_change(reading, end):
        return None
    if timed and found is not None and reading.folded(end) in reading.vocabulary.spanning and found[1] == end + 1:
        return None
    return (cast(Bound, found[0]), found[1]) if found is not None else None


def _case_bound(reading: Reading, end: int) -> tuple[str, int] | None:
    """The bound that the case of the figure's last word makes: "10 yıla kadar" is up to ten years, "10 yıl kadar" about as many."""
    found = reading.vocabulary.bounds_after.match(reading.words, end - 1)
    return found if found is not None and found[1] > end else None


def _opens_bound(reading: Reading, start: int, end: int) -> bool:
    """Whether the words from ``start`` to ``end`` lead to a bound of the next number: "onze morts et plus de 60 blessés"."""
    openings = (reading.vocabulary.bounds_before.match(reading.words, at) for at in range(start + 1, end))
    return any(found is not None and found[1] >= end and _begins_number(reading, found[1]) for found in openings)


def _begins_number(reading: Reading, at: int) -> bool:
    """Whether the words at ``at`` are the next number, which the bound then belongs to."""
    return reading.kind(at) == "digits" or reading.vocabulary.numbers.match(reading.words, at) is not None


def opens_range(reading: Reading, start: int) -> bool:
    """Whether a word such as "between" stands before word ``start``."""
    end = start
    table = reading.vocabulary
    while end > start - 2 and (_is_article(reading, end - 1) or table.symbols.match(reading.words, end - 1)):
        end -= 1
    return table.range_openers.match_back(reading.words, end) is not None


def range_link(reading: Reading, start: int, end: int) -> int | None:
    """Where the second figure of a range begins, if words that link a range stand at ``end``."""
    table = reading.vocabulary
    behind: int | None = None
    if reading.folded(end) == "-" and reading.glued(end) and not reading.glued(end + 1):
        end += 1
    if opens_range(reading, start) or _is_closed(reading, end):
        closer = table.range_closers.match(reading.words, end)
        behind = closer[1] if closer is not None else None
    if behind is None:
        link = table.range_links.match(reading.words, end)
        spans = table.span_openers.match_back(reading.words, start) is not None
        if link is not None and (spans or not _is_change(reading, start, end)):
            behind = link[1]
        elif reading.folded(end) == "-" and reading.glued(end) == reading.glued(end + 1):
            behind = end + 1
    while behind is not None and _is_article(reading, behind):
        behind += 1
    return behind


def _is_closed(reading: Reading, end: int) -> bool:
    """Whether a word behind the next figure tells that "and" at word ``end`` links the ends of a range: "50 ile 60 arasında"."""
    table = reading.vocabulary
    closer = table.range_closers.match(reading.words, end) if table.range_ends else None
    if closer is None or not _begins_number(reading, closer[1]):
        return False
    return any(table.range_ends.match(reading.words, at) for at in range(closer[1] + 1, closer[1] + _RANGE))


def _is_article(reading: Reading, at: int) -> bool:
    """Whether an article stands at a place, an indefinite one before digits: "entre el 3 y el 5 %", "entre un 3 y un 5 %"."""
    table, word = reading.vocabulary, reading.folded(at)
    return word in table.definite or (word in table.articles and reading.kind(at + 1) == "digits")


def _is_change(reading: Reading, start: int, end: int) -> bool:
    """Whether "from" stands in front ("from 20 to 30" tells of a change as often as of a range), or "by" ("o 3 zł do 50")."""
    table, before = reading.vocabulary, reading.folded(start - 1)
    goal = table.bounds_before.match(reading.words, end) if before in table.amount_openers else None
    return before in table.change_openers or (goal is not None and goal[0] == "at_most")


def ends_change(reading: Reading, end: int) -> bool:
    """Whether words behind the second of two figures tell that the one became the other: "2.2 से 3.1 तक पहुंच गया"."""
    table = reading.vocabulary
    at = _behind_brackets(reading, end)
    at = at + 1 if reading.folded(at) in table.spanning else at
    return table.change_closers.match(reading.words, at) is not None


def _behind_brackets(reading: Reading, at: int) -> int:
    """The place behind a short bracket that opens at ``at``: the same sum in another currency, mostly."""
    if reading.folded(at) != "(":
        return at
    return next((end + 1 for end in range(at + 1, at + _BRACKET) if reading.folded(end) == ")"), at)


def interval(value: Fraction, bound: Bound) -> Interval:
    """The interval that a bounded value stands for; an open side is None."""
    if bound in ("more_than", "at_least"):
        return value, None
    if bound in ("less_than", "at_most"):
        return None, value
    return value, value
