"""The sense of a share or a sum: a rise or a fall, of those for something or against it; a profit or a loss.

What belongs here: which words around a figure tell its sense, and where they tell none: across sentences and other figures,
where both senses are as near, where one is denied, of what a rise leads up to ("rose to 12 percent"), and of a sum by which
something changed ("profit fell by 3 million").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdiff.parse.figures.concepts import match_name
from newsdiff.parse.figures.found import FoundFigure
from newsdiff.parse.figures.reading import Reading
from newsdiff.parse.figures.words import PhraseTable

_KINDS = frozenset({"percent", "money"})
_FARTHEST = 5
"""How many words away what tells the sense may stand."""
_MARK = 2
"""As how many words a mark between the two counts."""
_DENIED_WITHIN = 3
_COMMAS = frozenset(",،、")
_WALLS = frozenset(".;:!?।؛()")


def tell_senses(reading: Reading, found: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """The figures of a text, in order; percentages and sums with their sense where the words around them tell one."""
    table = reading.vocabulary
    edges = [(reading.word_at(figure.span.start), reading.word_at(figure.span.end)) for figure in found]
    figures = list(found)
    for at, figure in enumerate(found):
        if figure.kind not in _KINDS or (figure.kind == "percent" and _leads_up(reading, edges[at][0])):
            continue
        first = edges[at - 1][1] if at else 0
        if at and found[at - 1].kind == figure.kind:
            first = _behind_other(reading, first, edges[at][0])
        last = edges[at + 1][0] if at + 1 < len(found) else len(reading.words)
        senses = table.senses if figure.kind == "percent" else table.balances
        sense = _nearest(reading, senses, first, edges[at], last)
        if figure.kind == "money" and sense is not None and _changes(reading, first, edges[at], last):
            continue
        if sense is not None:
            figures[at] = replace(figure, value=replace(figure.value, sense=sense))
    return tuple(figures)


def _behind_other(reading: Reading, first: int, start: int) -> int:
    """Where what is said of a share begins behind that of another: "52 percent voted for the plan and | 48 percent"."""
    parting = reading.vocabulary.conjunctions | _COMMAS
    near = range(start - 1, max(first, start - _FARTHEST - 1) - 1, -1)
    return next((at + 1 for at in near if reading.folded(at) in parting), first)


def _leads_up(reading: Reading, start: int) -> bool:
    """Whether a word such as "to" stands before a figure, or before its bound: what was reached, not by how much."""
    table = reading.vocabulary
    bound = table.bounds_before.match_back(reading.words, start)
    places = {start, start if bound is None else bound[1]}
    return any(table.levels_before.match_back(reading.words, place) is not None for place in places)


def _changes(reading: Reading, first: int, figure: tuple[int, int], last: int) -> bool:
    """Whether words beside a sum tell a rise or a fall: what changed by it, or to it, is no profit or loss of that much."""
    return any(True for _ in _told_around(reading, reading.vocabulary.senses, first, figure, last))


def _nearest(reading: Reading, senses: PhraseTable[str], first: int, figure: tuple[int, int], last: int) -> str | None:
    """The sense that the nearest word tells; None where another one is as near."""
    told = sorted(_told_around(reading, senses, first, figure, last))
    near = {sense for away, sense in told if away == told[0][0]}
    return near.pop() if len(near) == 1 else None


def _told_around(
    reading: Reading, senses: PhraseTable[str], first: int, figure: tuple[int, int], last: int
) -> Iterator[tuple[int, str]]:
    """The senses that words tell on both sides of a figure, with how many words they are away."""
    yield from _told(reading, senses, range(figure[0] - 1, first - 1, -1))
    yield from _told(reading, senses, range(figure[1], last))


def _told(reading: Reading, senses: PhraseTable[str], places: range) -> Iterator[tuple[int, str]]:
    """The senses that words tell on one side of a figure, with how many words they are away."""
    away = 0
    end = max(places[0], places[-1]) + 1 if places else 0
    for at in places:
        if away > _FARTHEST or _is_wall(reading, at):
            return
        match = match_name(reading, senses, at)
        if match is not None and match[1] <= end:
            if not _is_denied(reading, at):
                yield away, match[0]
            return
        away += _MARK if reading.kind(at) == "mark" else 1


def _is_wall(reading: Reading, at: int) -> bool:
    """Whether a sentence or a line ends at a word; a date, which is a break as well, parts nothing."""
    return reading.folded(at) in _WALLS or (reading.kind(at) == "break" and reading.words[at].surface.isspace())


def _is_denied(reading: Reading, at: int) -> bool:
    table = reading.vocabulary
    return any(
        reading.folded(place) in table.negators and table.seeming_negations.match(reading.words, place) is None
        for place in range(max(0, at - _DENIED_WITHIN), at)
    )
