"""What a number may be in a date: a day, a year, a whole numeric date, or one with the sign of its unit behind it."""

from __future__ import annotations

import re

from newsdiff.lang.marks import is_unspaced
from newsdiff.parse.dates.calendar import Vocabulary
from newsdiff.parse.dates.days import day_of
from newsdiff.parse.dates.ideographs import read_signs
from newsdiff.parse.dates.numeric import FIRST_YEAR, LAST_YEAR, classify
from newsdiff.parse.dates.pieces import Piece, Token, is_word, mark_of

_SHORT_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})")
_LEAP_YEAR = 2000
_LONGEST_YEAR = 4
_POWER = "^"
_MOST_OF = {"M": 12, "D": 31}
"""The highest number of a month and of a day."""


def number_piece(tokens: list[Token], at: int, vocabulary: Vocabulary) -> tuple[Piece, int]:
    """The piece of a number in digits, with an ending that is glued to it, and of how many tokens it is made."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    glued = (
        before is not None
        and before.end == token.start
        and not is_unspaced(before.raw)
        and (is_word(before) or before.raw == _POWER or _hangs(tokens, at, vocabulary))
    )
    if glued and before is not None and before.word in vocabulary.words.proclitics:
        glued = False
    kind, value = classify(token.raw, vocabulary.order)
    taken, end = 1, token.end
    if after is not None and after.start == token.end and kind != "N":
        suffix, size = _suffix(tokens, at + 1, vocabulary)
        role = vocabulary.suffixes.get(suffix)
        digits = len(token.raw)
        if role == "D" and kind in "DY":
            taken, end = 1 + size, tokens[at + size].end
        elif role == "C" and digits in (2, 4) and token.raw.isdigit() and int(token.raw) % 10 == 0:
            return Piece("C", int(token.raw), token.start, tokens[at + size].end, token.word, glued), 1 + size
        elif after.raw[0].isalpha() and not is_unspaced(after.raw):
            kind = "n"
    short = _short_date(tokens, at, vocabulary)
    if short is not None:
        return Piece("j", short, token.start, token.end + 1, token.word, glued), 2
    if kind == "n" or (glued and kind != "Y"):
        return Piece("n", value if isinstance(value, int) else 0, token.start, end, token.word, glued), taken
    return Piece(kind, value, token.start, end, token.word, glued), taken


def signed_piece(tokens: list[Token], at: int, vocabulary: Vocabulary) -> tuple[Piece, int] | None:
    """Read a number with the sign behind it that makes it a year, month or day: "2025年", "3月", "6日", "二〇二五年"; and "令和元年"."""
    number = _signed_number(tokens, at, vocabulary) if vocabulary.signs else None
    if number is None:
        return None
    value, places, taken = number
    sign = tokens[at + taken] if at + taken < len(tokens) else None
    kind = vocabulary.signs.get(sign.word) if sign is not None else None
    if sign is None or kind is None:
        return None
    reign = _reign(tokens, at, vocabulary) if kind == "Y" and places < _LONGEST_YEAR else None
    if reign is not None:
        return Piece(kind, reign + value, tokens[at].start, sign.end, sign.word), taken + 1
    if tokens[at].raw in vocabulary.words.first_years:
        return None
    year = places == _LONGEST_YEAR and FIRST_YEAR <= value <= LAST_YEAR
    fits = year if kind == "Y" else 0 < value <= _MOST_OF[kind]
    return (Piece(kind, value, tokens[at].start, sign.end, sign.word), taken + 1) if fits else None


def _signed_number(tokens: list[Token], at: int, vocabulary: Vocabulary) -> tuple[int, int, int] | None:
    """A number that a sign may follow: its value, how many places it is written with, and of how many tokens it is made."""
    raw = tokens[at].raw
    if raw in vocabulary.words.first_years:
        return 1, 1, 1
    if raw.isdecimal():
        return (int(raw), len(raw), 1) if len(raw) <= _LONGEST_YEAR else None
    if not is_unspaced(raw) or (at and tokens[at - 1].word in vocabulary.words.numbers):
        return None
    number = read_signs([token.word for token in tokens[at : at + _LONGEST_YEAR]], vocabulary.words.numbers)
    return (*number, number[1]) if number is not None else None


def _reign(tokens: list[Token], at: int, vocabulary: Vocabulary) -> int | None:
    """The year before the first of the reign that is named right before a number: "令和7年"."""
    before = "".join(token.raw for token in tokens[max(0, at - 2) : at])
    return vocabulary.words.reigns.get(before)


def _short_date(tokens: list[Token], at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Day and month of "20.3.", only behind a word that a day follows: "version 20.3." looks the same."""
    match = _SHORT_DATE.fullmatch(tokens[at].raw) if vocabulary.words.dotted_days else None
    dot = tokens[at + 1] if at + 1 < len(tokens) else None
    if match is None or not at or dot is None or dot.raw != "." or dot.start != tokens[at].end:
        return None
    before = tokens[at - 2] if tokens[at - 1].raw in ".,-–" and at > 1 else tokens[at - 1]
    term = vocabulary.terms.get((before.word,))
    announced = vocabulary.plays(before.word, "before_short_date") or (term is not None and term.kind == "W")
    day, month = int(match[1]), int(match[2])
    return (day, month) if announced and day_of(_LEAP_YEAR, month, day) is not None else None


def _hangs(tokens: list[Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a hyphen hangs the number on a word ("GPT-4", "Covid-19"), unless it is a month or a part ("mid-1990s")."""
    if at < 2 or mark_of(tokens[at - 1].raw) not in "-/.":
        return False
    word = tokens[at - 2]
    term = vocabulary.terms.get((word.word,))
    return word.end == tokens[at - 1].start and is_word(word) and (term is None or term.kind not in ("M", "P"))


def _suffix(tokens: list[Token], at: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """Return what is glued to a number, and of how many tokens it is made."""
    for size in (2, 1):
        glued = tokens[at : at + size]
        joined = "".join(t.word for t in glued)
        if len(glued) == size and joined in vocabulary.suffixes and glued[0].start + len(joined) == glued[-1].end:
            return joined, size
    return "", 0
