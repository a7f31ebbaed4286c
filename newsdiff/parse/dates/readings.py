"""Pieces to readings: what is said of a date, before it is known which days it means.

What belongs here: which pattern holds where, and what its pieces say. The patterns are in ``date_patterns``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from newsdiff.parse.dates.calendar import Vocabulary
from newsdiff.parse.dates.conditions import holds
from newsdiff.parse.dates.impossible import is_impossible, is_told_as_date
from newsdiff.parse.dates.patterns import STARTS, patterns
from newsdiff.parse.dates.pieces import Piece
from newsdiff.parse.dates.sides import first_ago, from_now, lies_ahead
from newsdiff.parse.dates.words import Reading
from newsdiff.parse.dates.years import is_count

_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi".split()  # noqa: SIM905
_LONGEST_JOIN = 3
_PAIRS = {"range": ("day", "until_day"), "years": ("year", "until_year"), "day_month": ("day", "month")}
_AMBIGUOUS_DECADES = frozenset({0, 10, 20})


def read(pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Reading]:
    """Read the dates that the pieces make, in order, not overlapping."""
    letters = "".join("y" if p.kind in "xXot" and vocabulary.plays(p.word, "year_words") else p.kind for p in pieces)
    readings: list[Reading] = []
    at = 0
    while at < len(pieces):
        reading = _read_at(pieces, letters, at, vocabulary) if _may_begin(pieces[at], letters[at], vocabulary) else None
        if reading is not None:
            readings.append(reading)
        at = reading.last if reading is not None else at + 1
    linked = _link_weekdays(_share_years(readings, pieces, vocabulary), pieces, vocabulary)
    return _first_days(linked, pieces, vocabulary)


def _may_begin(piece: Piece, letter: str, vocabulary: Vocabulary) -> bool:
    """Whether any date begins so; most words are dismissed here, before a pattern is tried."""
    if letter not in "xXot":
        return letter in STARTS
    return vocabulary.plays(piece.word, "ago_before", "decade_before") or piece.word in _NUMERALS


def _read_at(pieces: Sequence[Piece], letters: str, at: int, vocabulary: Vocabulary) -> Reading | None:
    for shape, condition, order in patterns():
        match = order.match(letters, at)
        if match is None:
            continue
        if "year" in order.groupindex and match.start("year") >= 0 and condition != "bare":
            place = match.start("year")
            match = order.match(letters, at, place) if is_count(pieces, place, vocabulary) else match
        if match is not None and "ago" in order.groupindex:
            match = first_ago(order, match, letters, pieces, vocabulary)
        if match is None or not holds(condition, match, pieces, vocabulary):
            continue
        held = {name.rstrip("23"): pieces[match.start(name)] for name in order.groupindex if match.start(name) >= 0}
        reading = _reading(shape, match, held, pieces, vocabulary)
        if reading is not None and ("none" in condition or is_impossible(reading)):
            told = is_told_as_date(reading, pieces, vocabulary)
            reading = replace(reading, shape="no_day") if told else None if "none" in condition else reading
        if reading is not None and not _in_other_era(pieces, reading.last, vocabulary):
            return reading
    return None


def _reading(
    shape: str, match: re.Match[str], held: Mapping[str, Piece], pieces: Sequence[Piece], vocabulary: Vocabulary
) -> Reading | None:
    """Make a reading of the pieces that a pattern named; None where they contradict one another."""
    if match.groupdict().get("month2") and pieces[match.start("month2")].value != pieces[match.start("month")].value:
        return None
    month = pieces[match.start("month")].value if match.groupdict().get("month") else None
    if month is not None and "year" not in held and vocabulary.plays(held["month"].word, "year_needed"):
        return None
    number = {name: piece.value for name, piece in held.items() if isinstance(piece.value, int)}
    word = {name: str(piece.value) for name, piece in held.items() if isinstance(piece.value, str)}
    unit = word.get("unit") or word.get("one")
    if "one" in held and unit is not None and (unit.endswith("s") or " " in unit):
        return None
    if shape in ("ago", "offset"):
        unit = unit and unit.removesuffix("s")
    if ("which_year" in held or shape in ("year", "half", "first_months")) and unit not in (None, "year"):
        return None
    if shape == "first_months" and ("counted" not in held or held["counted"].value not in ("month", "months")):
        return None
    if (shape in ("month_day", "part_of_month") and unit != "month") or (
        "which" in held and unit is not None and unit.endswith("s")
    ):
        return None
    reading = Reading(
        shape=shape,
        first=match.start(),
        last=match.end() - (pieces[match.end() - 1].kind == "."),
        year=number.get("year"),
        month=month if isinstance(month, int) else None,
        until_month=number.get("until_month"),
        day=number.get("day"),
        until_day=number.get("until_day"),
        part=word.get("part"),
        nth=1 if "first" in held else number.get("nth"),
        season=word.get("season"),
        weekday=number.get("weekday"),
        which=number.get("which"),
        which_year=number.get("which_year", 0 if shape in ("year", "half", "first_months") and unit else None),
        days=number.get("days"),
        count=1 if "one" in held else number.get("count"),
        unit=unit,
        more=number.get("more"),
        more_unit=word.get("more_unit", "").removesuffix("s") or None,
        most=number.get("most"),
        most_unit=word.get("most_unit", "").removesuffix("s") or None,
    )
    if shape == "weekday" and reading.which is None:
        ahead = lies_ahead(pieces, reading.first, reading.last, vocabulary)
        return None if ahead is None else replace(reading, ahead=ahead)
    if "days" in held:
        return from_now(reading, held, pieces, vocabulary)
    return _completed(reading, held, pieces)


def _with_pair(reading: Reading, held: Mapping[str, Piece]) -> Reading | None:
    """Add what a piece says that holds two numbers; None where it is part of a longer sign."""
    for name, (first, second) in _PAIRS.items():
        if name in held:
            pair = held[name].value
            if not isinstance(pair, tuple) or held[name].glued:
                return None
            values: dict[str, Any] = {first: pair[0], second: pair[1]}
            reading = replace(reading, **values)
    return reading


def _completed(reading: Reading, held: Mapping[str, Piece], pieces: Sequence[Piece]) -> Reading | None:
    """Add what only some shapes have; None where it makes no date."""
    paired = _with_pair(reading, held)
    if paired is None:
        return None
    reading = paired
    made: Reading | None = reading
    if "full" in held and isinstance(held["full"].value, dt.date):
        made = replace(reading, full=held["full"].value)
    elif "from" in held:
        made = replace(reading, year=int(str(held["from"].value)), until_year=reading.year)
    elif reading.shape == "decade":
        made = _decade(reading, held, pieces)
    elif "roman" in held:
        word = held["roman"].word
        made = replace(reading, nth=_NUMERALS.index(word) + 1) if word in _NUMERALS else None
    elif "half" in held and held["half"].kind == "P" and held["half"].value != "middle":
        made = None
    return made


def _decade(reading: Reading, held: Mapping[str, Piece], pieces: Sequence[Piece]) -> Reading | None:
    piece = held.get("decade") or held.get("tens") or held["year"]
    tens = piece.value
    if isinstance(tens, int) and tens < 100 and "tens" in held and not _says_decade(reading, held, pieces):
        return None
    if not isinstance(tens, int) or tens % 10 or 100 <= tens < 1000 or piece.glued or tens in _AMBIGUOUS_DECADES:
        return None
    return replace(reading, year=tens if tens >= 1000 else 1900 + tens)


def _says_decade(reading: Reading, held: Mapping[str, Piece], pieces: Sequence[Piece]) -> bool:
    """Whether two figures are a decade ("the 90s", "90er Jahre", "'90s") and no age ("in his 80s")."""
    before = pieces[reading.first - 1] if reading.first else None
    if "noun" in held or "years_of" in held or "part" in held:
        return True
    return before is not None and (
        before.kind == "t" or (before.kind == "_" and before.end == pieces[reading.first].start)
    )


def _in_other_era(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    following = "".join(piece.word for piece in pieces[at : at + 4])
    return following.startswith(vocabulary.eras)


def _first_days(readings: list[Reading], pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Reading]:
    """Add the first of two days of one month ("the 3rd and 5th of May", "from 3 to 5 May")."""
    added: list[Reading] = []
    for reading in readings:
        end = added[-1].last if added else 0
        at = reading.first - 1
        while at > end and pieces[at].kind in "ot" and not vocabulary.plays(pieces[at].word, "joins"):
            at -= 1
        join = _join_before(pieces, at, vocabulary)
        day = join - 1 - (pieces[join - 1].kind == ".") if join is not None and join > end else -1
        if reading.shape == "day" and day >= end and pieces[day].kind == "D":
            number = pieces[day].value
            if isinstance(number, int) and number < (reading.day or 0):
                added.append(replace(reading, first=day, last=day + 1, day=number))
        added.append(reading)
    return added


def _link_weekdays(readings: list[Reading], pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Reading]:
    """Put two joined weekdays on one side of today, the first before the second ("between Monday and Wednesday")."""
    linked = [*readings]
    for at, (first, second) in enumerate(pairwise(readings)):
        bare = all(reading.shape == "weekday" and reading.which is None for reading in (first, second))
        between = pieces[first.last : second.first]
        if not bare or not 1 <= len(between) <= 3 or first.weekday == second.weekday:
            continue
        if between[0].kind == "-" or vocabulary.plays(between[0].word, "joins"):
            ahead = first.ahead or second.ahead
            linked[at] = replace(first, ahead=ahead, until_weekday=None if ahead else second.weekday)
            linked[at + 1] = replace(second, ahead=ahead, from_weekday=first.weekday if ahead else None)
    return linked


def _join_before(pieces: Sequence[Piece], last: int, vocabulary: Vocabulary) -> int | None:
    """Where the words begin that join two dates and end with piece ``last`` ("tot en met", "t/m")."""
    for first in range(max(0, last - _LONGEST_JOIN + 1), last + 1):
        if vocabulary.plays("".join(piece.word for piece in pieces[first : last + 1]), "joined"):
            return first
    return None


def _share_years(readings: list[Reading], pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Reading]:
    """Give the first of two joined dates the year that only the second one says ("from March to May 2023")."""
    shared = [*readings]
    for at in range(len(shared) - 2, -1, -1):
        first, second = shared[at], shared[at + 1]
        between = [piece.word for piece in pieces[first.last : second.first]]
        known = first.year or first.month is None or first.which is not None or first.which_year is not None
        if known or not (second.year and second.month) or not 1 <= len(between) <= 3:
            continue
        joined = any(vocabulary.plays("".join(between[:size]), "joined") for size in range(1, len(between) + 1))
        if between[0] in ("-", "–", "—") or joined:
            later = (first.month, first.day or 0) > (second.month, second.day or 99)
            shared[at] = replace(first, year=second.year - later)
    return shared
