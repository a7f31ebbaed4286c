"""Years in words: "two thousand and eighteen", "duemiladiciotto", "ألفين وثمانية عشر", "nineteen seventy-eight".

What belongs here: which words are such a year. Words count more often than they date, so that a year in words is one
only in a date with its month, or behind a word that says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.lang.pack import LanguagePack
from newsdiff.parse.dates.calendar import Vocabulary
from newsdiff.parse.dates.numeric import FIRST_YEAR, LAST_YEAR
from newsdiff.parse.dates.pieces import Piece
from newsdiff.parse.figures.numbers import read_number
from newsdiff.parse.figures.reading import Number, Reading
from newsdiff.parse.figures.vocabulary import vocabulary
from newsdiff.parse.figures.words import split_words

_REACH = 6
_LONGEST = 120
_HUNDRED = 100
_FIRST_CENTURY, _LAST_CENTURY = 11, 20


def with_spelled_years(text: str, pieces: list[Piece], pack: LanguagePack, words: Vocabulary) -> list[Piece]:
    """The pieces, those that make a year in words behind a month or a word for "year" joined to one."""
    kept: list[Piece] = []
    anchor = -_REACH
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        if piece.kind in "Mm" or words.plays(piece.word, "year_words"):
            anchor = at
        end = _year_end(text, pieces, at, pack) if 0 < at - anchor <= _REACH and piece.kind in "xXKoC" else None
        if end is not None:
            number, behind = end
            kept.append(replace(piece, kind="Y", value=number, end=pieces[behind - 1].end, spelled=True))
            at = behind
        else:
            kept.append(piece)
            at += 1
    return kept


def _year_end(text: str, pieces: Sequence[Piece], at: int, pack: LanguagePack) -> tuple[int, int] | None:
    """The year that begins at a piece, and the place behind its last piece; None where none does."""
    table = vocabulary(pack)
    start = pieces[at].start
    window = text[start : start + _LONGEST]
    words = split_words(window, table.known, table.kept, table.proclitics)
    reading = Reading(window, words, table, ".")
    first = words[0].folded if words else ""
    if first not in table.starters and reading.compound(0) is None:
        return None
    number = read_number(reading, 0)
    year = _year(reading, number) if number is not None else None
    if year is None or year[1] == 0:
        return None
    end = start + words[year[1] - 1].end
    behind = next((place for place in range(at, len(pieces)) if pieces[place].start >= end), len(pieces))
    return (year[0], behind) if pieces[behind - 1].end == end else None


def _year(reading: Reading, number: Number) -> tuple[int, int] | None:
    """Value and end of a year: one number, or a century and what follows it ("nineteen seventy-eight")."""
    if number.digits is not None or number.value.denominator != 1:
        return None
    if FIRST_YEAR <= number.value <= LAST_YEAR and not number.about:
        return int(number.value), number.end
    second = read_number(reading, number.end) if _FIRST_CENTURY <= number.value <= _LAST_CENTURY else None
    if (
        second is None
        or second.digits is not None
        or not 10 <= second.value < _HUNDRED
        or second.value.denominator != 1
    ):
        return None
    return int(number.value) * _HUNDRED + int(second.value), second.end
