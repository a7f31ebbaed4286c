"""The sense of a share: whether it tells a rise or a fall, whether it is of those for something or against it.

What belongs here: which words around a percentage tell its sense, and where they tell none: across sentences and other figures,
where both senses are as near, where one is denied, and of what a rise leads up to ("rose to 12 percent").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdiff.parse.figures.concepts import match_name
from newsdiff.parse.figures.found import FoundFigure
from newsdiff.parse.figures.reading import Reading

_FARTHEST = 5
"""How many words away what tells the sense may stand."""
_MARK = 2
"""As how many words a mark between the two counts."""
_DENIED_WITHIN = 3
_COMMAS = frozenset(",،、")
_WALLS = frozenset(".;:!?।؛()")


def tell_senses(reading: Reading, found: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """The figures of a text, in order; percentages with their sense where the words around them tell one."""
    if not reading.vocabulary.senses:
        return tuple(found)
    edges = [(reading.word_at(figure.span.start), reading.word_at(figure.span.end)) for figure in found]
    figures = list(found)
    for at, figure in enumerate(found):
        if figure.kind != "percent" or _leads_up(reading, edges[at][0]):
            continue
        first = edges[at - 1][1] if at else 0
        if at and found[at - 1].kind == "percent":
            first = _behind_other(reading, first, edges[at][0])
        last = edges[at + 1][0] if at + 1 < len(found) else len(reading.words)
        sense = _nearest(reading, first, edges[at], last)
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


def _nearest(reading: Reading, first: int, figure: tuple[int, int], last: int) -> str | None:
    """The sense that the nearest word tells; None where another one is as near."""
    told = sorted([*_told(reading, range(figure[0] - 1, first - 1, -1)), *_told(reading, range(figure[1], last))])
    near = {sense for away, sense in told if away == told[0][0]}
    return near.pop() if len(near) == 1 else None


def _told(reading: Reading, places: range) -> Iterator[tuple[int, str]]:
    """The senses that words tell on one side of a figure, with how many words they are away."""
    away = 0
    end = max(places[0], places[-1]) + 1 if places else 0
    for at in places:
        if away > _FARTHEST or _is_wall(reading, at):
            return
        match = match_name(reading, reading.vocabulary.senses, at)
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
