"""Digits that are one part of a longer sign: of a telephone number, a short year, the time of a stopwatch.

What belongs here: signs in several pieces, which spaces, apostrophes or marks of seconds part.
"""

from __future__ import annotations

from newsdiff.parse.figures.reading import Reading

_APOSTROPHES = frozenset("'‘’")
_QUOTES = frozenset("'\"″′”’")


def is_part_of_sign(reading: Reading, start: int, end: int) -> bool:
    """Whether the digits over the words ``start`` to ``end`` belong to more: "0800 555 0199", "nel '98", "49''82"."""
    if _is_extension(reading, start - 1) or _is_extension(reading, end):
        return True
    return _is_short_year(reading, start) or _is_in_stopwatch(reading, start, end)


def _is_extension(reading: Reading, at: int) -> bool:
    """Whether digits here are one part of a telephone number: they begin with a zero."""
    surface = reading.words[at].surface if reading.kind(at) == "digits" else ""
    return len(surface) > 2 and surface.isdigit() and surface[0] == "0"


def _is_short_year(reading: Reading, start: int) -> bool:
    """Whether an apostrophe stands for the century: "nel '98"."""
    short = reading.folded(start - 1) in _APOSTROPHES and reading.glued(start) and not reading.glued(start - 1)
    return (
        short
        and len(reading.words[start].surface) == 2
        and reading.vocabulary.year_before.match_back(reading.words, start - 1) is not None
    )


def _is_in_stopwatch(reading: Reading, start: int, end: int) -> bool:
    """Whether a sign for seconds, one mark or two, joins the digits to more: "49''82"."""
    return _beyond_quotes(reading, start, -1) or _beyond_quotes(reading, end - 1, 1)


def _beyond_quotes(reading: Reading, at: int, step: int) -> bool:
    """Whether one or two marks of seconds and then digits are glued to word ``at``, behind it or (-1) before."""
    for size in (1, 2):
        far = at + step * (size + 1)
        first, last = sorted((at, far))
        marks = all(reading.folded(place) in _QUOTES for place in range(first + 1, last))
        if (
            marks
            and reading.kind(far) == "digits"
            and all(reading.glued(place) for place in range(first + 1, last + 1))
        ):
            return True
    return False
