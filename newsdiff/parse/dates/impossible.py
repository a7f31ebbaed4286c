"""Days that no month has: "31 June", "50 May". A slip of the pen, where the words around leave no doubt that a day is meant.

What belongs here: when such a day is told as a date. Counts before a month's name ("50 May supporters") and names ("31 June
Street") look the same, so more is asked of the words to both sides than of a day that there is.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.parse.dates.calendar import Vocabulary
from newsdiff.parse.dates.days import day_of
from newsdiff.parse.dates.pieces import Piece
from newsdiff.parse.dates.words import Reading

_LEAP_YEAR = 2000
_LAST_DAY, _LAST_FIGURE = 31, 99


def is_impossible(reading: Reading) -> bool:
    """Whether a reading names a day that its month does not have in that year, or in none."""
    if reading.shape != "day" or not reading.month or not reading.day:
        return False
    return day_of(reading.year or _LEAP_YEAR, reading.month, reading.day) is None


def is_told_as_date(reading: Reading, pieces: Sequence[Piece], vocabulary: Vocabulary) -> bool:
    """Whether the words around an impossible day can only mean a day."""
    if not _may_be_slip(reading, pieces):
        return False
    first, last = reading.first, reading.last
    before = pieces[first - 1].word if first else ""
    dated = reading.weekday is not None or (reading.year is not None and (reading.day or 0) <= _LAST_DAY)
    if pieces[first].kind == "j" or dated:
        return True
    after = pieces[last] if last < len(pieces) else None
    if after is not None and vocabulary.plays(after.word, "after_day"):
        return True
    if pieces[first].kind in "Mm" and (after is not None and after.kind == "o"):
        return False
    if after is not None and (after.kind == "X" or (after.kind == "-" and after.start == pieces[last - 1].end)):
        return False
    if vocabulary.plays(before, "before_day"):
        return True
    return vocabulary.plays(before, "before_day_weak") and (after is None or _ends_date(after, vocabulary))


def _may_be_slip(reading: Reading, pieces: Sequence[Piece]) -> bool:
    """Whether the figure has two digits and is no year behind a month: "on May 50", not "since May 68"."""
    day = next((piece for piece in pieces[reading.first : reading.last] if piece.kind == "n"), None)
    return day is None or (not day.glued and _LAST_DAY < int(str(day.value)) <= _LAST_FIGURE and day.word.isdigit())


def _ends_date(after: Piece, vocabulary: Vocabulary) -> bool:
    """Whether what follows cannot be counted: a mark, or a small word."""
    if after.kind not in "xXDOKnMmWw":
        return True
    return vocabulary.plays(after.word, "beside_year", "before_year_weak", "past_words", "joins")
