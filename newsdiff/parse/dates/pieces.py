"""The pieces of which dates are read: a word, number or mark with its kind, which is a letter.

Numbers: ``N`` whole numeric date, ``j`` day and month in digits, ``D`` day, ``E`` range of days, ``Y`` year, ``Z`` range of
years, ``C`` decade in digits, ``n`` other number.
Words of the calendar: ``O`` ordinal, ``K`` cardinal, ``M`` month, ``W`` weekday (``m`` ``w``: one that needs a date around it),
``P`` part, ``S`` season, ``Q`` quarter, ``H`` half, ``V`` century, ``q`` ``h`` a certain quarter or half, ``c`` decade,
``f`` decade of a century to be named, ``b`` noun after a decade, ``R`` day from now, ``r`` one that the verb must tell apart,
``g`` noun for a day of the month, ``L`` last, this, next, ``U`` unit.
Other words: ``o`` of, ``t`` article, ``x`` in small letters, ``X`` with a capital.
Marks: ``|`` line break, ``$`` symbol, ``,`` ``.`` ``-`` ``/`` ``(`` ``)`` themselves, ``_`` any other.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass

_MARKS = {"،": ",", "–": "-", "—": "-", "‐": "-", "‑": "-", "॰": ".", "\n": "|", "[": "(", "]": ")"}


@dataclass(frozen=True, slots=True)
class Piece:
    """``text[start:end]``; ``glued`` where a letter, digit or sign for a power touches it, or it hangs on one by a hyphen.

    ``spelled`` of a year in words.
    """

    kind: str
    value: int | str | dt.date | tuple[int, int]
    start: int
    end: int
    word: str
    glued: bool = False
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark of a text, as it stands there and folded."""

    start: int
    end: int
    raw: str
    word: str


def mark_of(raw: str) -> str:
    """The kind of a mark."""
    if raw == "%" or unicodedata.category(raw[0]) == "Sc":
        return "$"
    mark = _MARKS.get(raw, raw)
    return mark if mark in ",.-/()|" else "_"


def is_word(token: Token) -> bool:
    """Whether a token is no mark."""
    return len(token.raw) > 1 or token.raw.isalnum()
