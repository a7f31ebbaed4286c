"""Pieces to readings: what is said of a date, before it is known which days it means.

What belongs here: the order in which pieces make a date. Every pattern is a regular expression over the letters of the
pieces (see ``date_pieces``), bounded in length, so that reading is linear; its named groups name the pieces that count.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from newsdiff.parse.calendar import Vocabulary
from newsdiff.parse.date_pieces import Piece
from newsdiff.parse.date_years import is_count, is_year

_ROMAN = {"x": 10, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19}
_ROMAN |= {"xx": 20, "xxi": 21, "ix": 9, "viii": 8, "vii": 7, "vi": 6}
_CENTURIES = 21
_AMBIGUOUS_DECADES = frozenset({0, 10, 20})


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words say. ``first`` and ``last`` are indices of pieces, ``last`` exclusive.

    ``which`` is -1, 0 or 1 for last, this, next; ``which_year`` the same of the year; ``nth`` counts quarters, halves,
    centuries; ``days`` is a distance from the day of publication, ``count`` one in ``unit``.
    """

    shape: str
    first: int
    last: int
    year: int | None = None
    until_year: int | None = None
    month: int | None = None
    day: int | None = None
    until_day: int | None = None
    full: dt.date | None = None
    part: str | None = None
    nth: int | None = None
    season: str | None = None
    weekday: int | None = None
    which: int | None = None
    which_year: int | None = None
    days: int | None = None
    count: int | None = None
    unit: str | None = None


_W = r"(?:(?P<weekday>[Ww])[.,]*[ot]*)?"
_DAY = r"(?P<day>[DO])\.?"
_MONTH = r"(?P<month>[Mm])(?:[/(](?P<month2>M)\)?)?"
_YEAR = r"[,.]?[ot]*[yU]?[ot]*(?P<year>Y)"
_TAIL = rf"(?:{_YEAR}|,?[ot]*(?P<which_year>L)(?P<unit>U)|,?[ot]*(?P<unit2>U)(?P<which_year2>L))?"
_PART = r"(?P<part>P)[ot-]*"
_NTH = r"(?P<nth>[OD])\.?"
_HALF = r"(?P<half>[HP])"

# Shape and pattern; the first that can be read wins. "!" marks what only the day of publication can resolve.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("full", rf"{_W}(?P<full>N)"),
    ("days", rf"{_W}(?:(?P<range>E)|(?P<day>D)\.?-(?P<until_day>D))\.?o?{_MONTH}{_TAIL}"),
    ("day", rf"{_W}{_DAY}[ot]*{_MONTH}{_TAIL}"),
    ("days:md", rf"{_W}{_MONTH}(?:(?P<range>E)|(?P<day>D)-(?P<until_day>D)){_TAIL}"),
    ("day:md", rf"{_W}{_MONTH}t?{_DAY}{_TAIL}"),
    ("day", rf"{_W}{_MONTH},?t?{_DAY},(?P<year>Y)"),
    ("half_month", rf"{_NTH}{_HALF}[ot]*{_MONTH}{_TAIL}"),
    ("month", rf"{_PART}{_MONTH}{_TAIL}"),
    ("month", rf"{_MONTH}(?:{_YEAR})?o(?P<part>P)"),
    ("month", rf"(?P<which>L){_MONTH}"),
    ("month:follows", rf"{_MONTH}(?P<which2>L)"),
    ("month", rf"{_MONTH}{_YEAR}"),
    ("month", rf"{_MONTH},?[ot]*(?:(?P<which_year>L)(?P<unit>U)|(?P<unit2>U)(?P<which_year2>L))"),
    ("month", rf"(?P<which_year>L)(?P<unit>U)o?{_MONTH}(?:o(?P<part>P))?"),
    ("month:alone", r"(?P<month>M)(?:[/(](?P<month2>M)\)?)?"),
    ("season", rf"(?:{_PART})?(?P<season>S)(?:{_YEAR}|[ot]*(?P<years>Z))"),
    ("season", r"(?P<which>L)(?P<season>S)"),
    ("season:follows", r"(?P<season>S)(?P<which2>L)"),
    ("quarter", rf"(?P<year>Y)o{_NTH}Q"),
    ("half", rf"(?P<year>Y)o{_NTH}H"),
    ("quarter", rf"(?:{_NTH}Q|Q(?P<nth2>O)|(?P<nth3>q)){_TAIL}"),
    ("half", rf"(?:{_NTH}{_HALF}|H(?P<nth2>O)){_YEAR}"),
    (
        "decade",
        r"(?:(?P<part>P)[ot-]*)?(?:(?P<decade>c)|(?P<decade2>f)V[OL]|(?P<tens>C)b?|(?P<year>Y)o?b)(?:o(?P<part2>P))?",
    ),
    ("decade:before", r"(?:(?P<part>P)[ot-]*)?(?P<noun>[XxU])_?(?P<tens>[nDCY])"),
    ("century", r"(?:(?P<part>P)[ot-]*)?(?:(?P<nth>[OD])\.?V|V(?P<nth2>O)|(?P<roman>[Xx])V)"),
    ("year", rf"{_PART}[yU]?[ot]*(?P<year>Y)"),
    ("year", r"(?P<year>Y)o(?P<part>P)"),
    ("year", rf"{_PART}(?:(?P<which_year>L)(?P<unit>U)|(?P<unit2>U)(?P<which_year2>L)?)"),
    ("year", r"(?P<which_year>L)(?P<unit>U)o(?P<part>P)"),
    ("years", r"(?P<years>Z)|(?P<from>Y)-(?P<year>Y)"),
    ("year:bare", r"(?P<year>Y)"),
    ("ago:before", r"(?P<ago>[xXoO])?(?:(?P<count>[KDn])(?P<unit>U)|(?P<unit2>U))"),
    ("ago:after", r"(?P<count>[KDn])(?P<unit>U)(?P<ago>[xXoO])"),
    ("week_day", r"(?P<which>L)(?P<unit>U),?(?P<weekday>W)"),
    ("week_day", r"(?P<weekday>W)[ot]*(?P<which>L)(?P<unit>U)"),
    ("which", r"(?P<which>L)(?P<unit>U)"),
    ("which:follows", r"(?P<unit>U)(?P<which2>L)"),
    ("weekday_day", rf"(?P<weekday>W),?t?{_DAY}"),
    ("weekday", r"(?P<which>L)(?P<weekday>W)"),
    ("weekday:follows", r"(?P<weekday>W)(?P<which2>L)"),
    ("weekday", r"(?P<weekday>W)"),
    ("days_from_now", r"(?P<days>R)"),
)
_STARTS = frozenset("NEDOMmWwPSQHVqcfCLUYZRKnxXo")


@cache
def _compiled() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return shape, condition and pattern of every kind of date, in order."""
    return tuple((*[*key.split(":"), ""][:2], re.compile(pattern)) for key, pattern in _PATTERNS)  # type: ignore[misc]


def read(pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Reading]:
    """Read the dates that the pieces make, in order, not overlapping."""
    letters = "".join("y" if vocabulary.plays(p.word, "year_words") and p.kind in "xXot" else p.kind for p in pieces)
    readings: list[Reading] = []
    at = 0
    while at < len(pieces):
        reading = _read_at(pieces, letters, at, vocabulary) if letters[at] in _STARTS else None
        if reading is not None:
            readings.append(reading)
        at = reading.last if reading is not None else at + 1
    return _share_years(readings, pieces, vocabulary)


def _read_at(pieces: Sequence[Piece], letters: str, at: int, vocabulary: Vocabulary) -> Reading | None:
    for shape, condition, pattern in _compiled():
        match = pattern.match(letters, at)
        if match is not None and "year" in match.re.groupindex and match.start("year") >= 0 and condition != "bare":
            place = match.start("year")
            if is_count(pieces, place, vocabulary):
                match = pattern.match(letters, at, place)
        if match is None or not _holds(condition, match, pieces, vocabulary):
            continue
        reading = _reading(shape, match, pieces)
        if reading is not None and not _in_other_era(pieces, reading.last, vocabulary):
            return reading
    return None


def _holds(condition: str, match: re.Match[str], pieces: Sequence[Piece], vocabulary: Vocabulary) -> bool:
    before = pieces[match.start() - 1].word if match.start() else ""
    after = pieces[match.end()].word if match.end() < len(pieces) else ""
    if condition == "md":
        alone = match.start("year") < 0 and vocabulary.plays(before, "month_alone_after")
        return vocabulary.words.month_before_day and not alone
    if condition == "follows":
        return vocabulary.words.which_follows
    if condition == "alone":
        return vocabulary.plays(before, "before_month") or vocabulary.plays(after, "after_month")
    if condition == "bare":
        return is_year(pieces, match.start("year"), vocabulary)
    if condition == "before" and match.groupdict().get("noun"):
        return vocabulary.plays(pieces[match.start("noun")].word, "decade_before")
    if condition in ("before", "after"):
        return match.start("ago") >= 0 and vocabulary.plays(pieces[match.start("ago")].word, f"ago_{condition}")
    return True


def _reading(shape: str, match: re.Match[str], pieces: Sequence[Piece]) -> Reading | None:
    """Make a reading of what the pattern named; None where the words contradict one another."""
    held = {name.rstrip("23"): pieces[match.start(name)] for name in match.groupdict() if match.start(name) >= 0}
    month2 = pieces[match.start("month2")].value if match.groupdict().get("month2") else None
    month = pieces[match.start("month")] if match.groupdict().get("month") else None
    if month2 is not None and month is not None and month.value != month2:
        return None
    number = {key: piece.value for key, piece in held.items() if isinstance(piece.value, int)}
    unit = str(held["unit"].value) if "unit" in held else None
    if ("which_year" in held and unit != "year") or (shape == "year" and unit not in (None, "year")):
        return None
    reading = Reading(
        shape=shape,
        first=match.start(),
        last=match.end() - (pieces[match.end() - 1].kind == "."),
        year=number.get("year"),
        month=int(month.value) if month is not None and isinstance(month.value, int) else None,
        day=number.get("day"),
        until_day=number.get("until_day"),
        part=str(held["part"].value) if "part" in held else None,
        nth=number.get("nth"),
        season=str(held["season"].value) if "season" in held else None,
        weekday=number.get("weekday"),
        which=number.get("which"),
        which_year=number.get("which_year", 0 if shape == "year" and unit else None),
        days=number.get("days"),
        count=number.get("count"),
        unit=unit,
    )
    return _completed(reading, held)


def _completed(reading: Reading, held: dict[str, Piece]) -> Reading | None:
    """Add what only some shapes have."""
    if "full" in held and isinstance(held["full"].value, dt.date):
        return replace(reading, full=held["full"].value)
    for name in ("range", "years"):
        if name in held:
            pair = held[name].value
            if not isinstance(pair, tuple) or held[name].glued:
                return None
            days = {"day": pair[0], "until_day": pair[1]}
            reading = replace(reading, **days if name == "range" else {"year": pair[0], "until_year": pair[1]})
    if "from" in held:
        reading = replace(reading, year=int(str(held["from"].value)), until_year=int(str(held["year"].value)))
    if reading.shape == "decade":
        return _decade(reading, held)
    if reading.shape == "century":
        nth = _ROMAN.get(held["roman"].word) if "roman" in held else reading.nth
        return replace(reading, nth=nth) if nth is not None and nth <= _CENTURIES else None
    if reading.shape in ("quarter", "half", "half_month"):
        if "half" in held and held["half"].kind == "P" and held["half"].value != "middle":
            return None
        most = 4 if reading.shape == "quarter" else 2
        return reading if reading.nth is not None and 1 <= reading.nth <= most else None
    return reading


def _decade(reading: Reading, held: dict[str, Piece]) -> Reading | None:
    if "decade" in held:
        tens = int(str(held["decade"].value))
    elif "tens" in held:
        tens = int(str(held["tens"].value))
    else:
        tens = reading.year or 1
    if tens % 10 or held.get("tens", held.get("decade", held.get("year"))).glued:  # type: ignore[union-attr]
        return None
    if tens < 100 and tens in _AMBIGUOUS_DECADES:
        return None
    return replace(reading, year=tens if tens >= 1000 else 1900 + tens)


def _in_other_era(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    following = "".join(piece.word for piece in pieces[at : at + 4])
    return any(following.startswith(era) for era in vocabulary.eras)


def _share_years(readings: list[Reading], pieces: Sequence[Piece], vocabulary: Vocabulary) -> list[Reading]:
    """Give the first of two joined dates the year that only the second one says ("from March to May 2023")."""
    shared = [*readings]
    for at in range(len(shared) - 2, -1, -1):
        first, second = shared[at], shared[at + 1]
        between = [piece.word for piece in pieces[first.last : second.first]]
        if first.year or first.which_year is not None or first.month is None or not (second.year and second.month):
            continue
        joined = 1 <= len(between) <= 3 and (between[0] in ("-", "–", "—") or vocabulary.plays(between[0], "joins"))
        if joined and first.which is None:
            later = (first.month, first.day or 0) > (second.month, second.day or 99)
            shared[at] = replace(first, year=second.year - later)
    return shared
