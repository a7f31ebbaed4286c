"""Digits that are one part of a longer sign: of a telephone number, a short year, the time of a stopwatch.

What belongs here: signs in several pieces, which spaces, apostrophes or marks of seconds part.
"""

from __future__ import annotations

from newsdiff.parse.figures.reading import Reading

_APOSTROPHES = frozenset("'‘’")
_QUOTES = frozenset("'\"″′”’")


def is_part_of_sign(reading: Reading, start: int, end: int) -> bool:
    """Whether the digits over the words ``start`` to ``end`` belong to more: "0800 555 0199", "nel '98", "49''82", "90+3"."""
    if _is_extension(reading, start - 1) or _is_extension(reading, end):
        return True
    if any(_is_added_time(reading, plus) for plus in (start - 1, end, end + 1)):
        return True
    if any(_is_offer(reading, hyphen) for hyphen in (start - 3, end)):
        return True
    return _is_short_year(reading, start) or _is_in_stopwatch(reading, start, end)


def _is_extension(reading: Reading, at: int) -> bool:
    """Whether digits here are one part of a telephone number: they begin with a zero."""
    surface = reading.words[at].surface if reading.kind(at) == "digits" else ""
    return len(surface) > 2 and surface.isdecimal() and int(surface[0]) == 0


def _is_added_time(reading: Reading, plus: int) -> bool:
    """Whether the word ``plus`` joins two digit strings: "in minute 90+3"."""
    first = plus - 2 if reading.folded(plus - 1) == "." else plus - 1
    return reading.folded(plus) == "+" and _are_glued(reading, first, plus + 1)


def _is_offer(reading: Reading, hyphen: int) -> bool:
    """Whether hyphens, the first the word ``hyphen``, join digits to a word and more digits: "3-for-2", "1-in-83"."""
    hyphens = reading.folded(hyphen) == reading.folded(hyphen + 2) == "-" and reading.kind(hyphen + 1) == "word"
    return hyphens and _are_glued(reading, hyphen - 1, hyphen + 3)


def _are_glued(reading: Reading, first: int, last: int) -> bool:
    """Whether two digit strings hang together by what stands between them."""
    both = reading.kind(first) == reading.kind(last) == "digits"
    return both and all(reading.glued(place) for place in range(first + 1, last + 1))


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
