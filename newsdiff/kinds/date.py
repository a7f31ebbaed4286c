"""Dates: days, months, years and spans; times of day, which ``times`` compares."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from math import log10

from newsdiff.kinds.dates import read_dateline, read_dates
from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.kinds.times import compare_times
from newsdiff.model import Claim, DateValue, Document, Reason

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_PARTS = {
    None: "part of {}",
    (1, 10): "early {}",
    (11, 20): "mid-{}",
    (21, 31): "late {}",
    (1, 15): "first half of {}",
    (16, 31): "second half of {}",
}
_QUARTER, _SEASON, _PART_OF_YEAR, _WEEKDAY = "quarter", "season", "part_of_year", "weekday"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS_LONG = {_QUARTER: 3, _SEASON: 3, _PART_OF_YEAR: 6}
"""Of the parts of a year, only halves are told without one."""
_LEAP_YEAR = 2000
_LONGEST, _YEAR = 31, 12 * 31
"""Days of the longest month, and of a year of such."""


def extract(document: Document) -> tuple[Claim, ...]:
    """Every date whose days, or whose day or month of the year, are known, and every time of day; not that of the dateline."""
    dateline = read_dateline(document)
    return tuple(
        Claim(document.article.id, "date", found.span, document.text[found.span.start : found.span.end], found.value)
        for found in read_dates(document)
        if found != dateline
    )


def comparable(one: DateValue, other: DateValue) -> bool:
    """Any two dates may answer one question, except a bare day of the year and a bare year, or a day and a time.

    A weekday is compared with weekdays and with days whose weekday is known.
    """
    return _shape(one) & _shape(other) != set()


def compare(one: DateValue, other: DateValue) -> Comparison:
    """Compare as intervals of days; a missing year is filled from the other. Of times, see ``times``."""
    if one.time is not None and other.time is not None:
        return compare_times(one, other)
    if _WEEKDAY in (one.granularity, other.granularity):
        return _compare_weekdays(one, other)
    if one.start is None or other.start is None or one.end is None or other.end is None:
        return _compare_recurring(one, other)
    if (one.start, one.end) == (other.start, other.end):
        return Comparison("equal", Reason("same_value", "the same date"))
    if one.start <= other.end and other.start <= one.end:
        return Comparison("compatible", Reason("granularity", "one date is more exact than the other"))
    days = abs((one.start - other.start).days)
    return Comparison(
        "disjoint",
        Reason("different_value", "the dates exclude each other"),
        apart=_apart(days),
        slip=_looks_mistyped(one, other),
    )


def describe(value: DateValue) -> str:
    """``18 January 2025``, ``June 2029``, ``2017``, ``18 January``, ``summer 2030``, ``1 March 2021 – 30 November 2023``, ``04:12``."""
    if value.time is not None:
        return value.time
    if value.start is None or value.end is None:
        return _recurring_text(value)
    if value.granularity == "year":
        return str(value.start.year)
    if value.granularity == "decade":
        return f"{value.start.year}s"
    if value.granularity == "month":
        return f"{_MONTHS[value.start.month - 1]} {value.start.year}"
    part = value.without_year()
    if part is not None:
        return f"{_recurring_text(part)} {value.years}"
    if value.start == value.end:
        return f"{value.start.day} {_MONTHS[value.start.month - 1]} {value.start.year}"
    return " – ".join(f"{day.day} {_MONTHS[day.month - 1]} {day.year}" for day in (value.start, value.end))


def key(_value: DateValue) -> str | None:
    """A date has no words of its own."""
    return None


def telling(value: DateValue) -> float:
    """How much an equal date proves: a day, or a time to the minute, more than a month, a year, a weekday or an hour."""
    if value.time is not None:
        return 0.9 if value.time_step == 1 and not value.time.endswith((":00", ":30")) else 0.6
    if value.granularity == _WEEKDAY:
        return 0.1
    return 0.9 if value.granularity == "day" else 0.6


def _shape(value: DateValue) -> set[str]:
    if value.time is not None:
        return {"time"}
    if value.granularity == _WEEKDAY:
        return {"weekly"}
    if value.start is None:
        return {"yearly", "weekly"} if value.weekday is not None else {"yearly"}
    if value.granularity == "day":
        return {"yearly", "dated", "weekly"}
    yearly = value.granularity in ("day", "month", "part_of_month", _QUARTER) or _is_half(value)
    return {"yearly", "dated"} if yearly else {"dated"}


def _is_half(value: DateValue) -> bool:
    """Whether a part of a year is its first or second half: "early 2026" is not."""
    if value.granularity != _PART_OF_YEAR or value.start is None or value.end is None:
        return value.granularity == _PART_OF_YEAR
    return value.start.year == value.end.year and (value.start.month, value.end.month) in ((1, 6), (7, 12))


def _looks_mistyped(one: DateValue, other: DateValue) -> bool:
    """Whether nothing but the years differs, of days that are told with theirs, or of years with the same digits."""
    if (
        one.start is None
        or other.start is None
        or (one.start.month, one.start.day) != (other.start.month, other.start.day)
    ):
        return False
    told = all(value.granularity == "day" and not value.relative for value in (one, other))
    return told or sorted(str(one.start.year)) == sorted(str(other.start.year))


def _yearly(value: DateValue) -> tuple[int, int] | None:
    """The first and last day that a date takes of any year, counted in months of 31 days from the start of the year.

    None where it takes whole years, or none is known.
    """
    if value.recurring is not None:
        month, *day = (int(part) for part in value.recurring.split("-") if part)
        days = value.month_days or ((day[0], day[0]) if day else (1, _LONGEST))
        months = _MONTHS_LONG.get(value.granularity, 1)
        return _number(month, min(days[0], _LONGEST)), _number(month + months - 1, min(days[1], _LONGEST))
    if value.start is None or value.end is None or "yearly" not in _shape(value):
        return None
    ends_month = (value.end + dt.timedelta(1)).day == 1 and value.start != value.end
    last = _number(value.end.month, _LONGEST if ends_month else value.end.day)
    return _number(value.start.month, value.start.day), last


def _compare_weekdays(one: DateValue, other: DateValue) -> Comparison:
    ours, theirs = _weekday_of(one), _weekday_of(other)
    if ours is None or theirs is None:
        return Comparison("unknown", Reason("no_year", "the year is not said"))
    if ours != theirs:
        days = min((ours - theirs) % 7, (theirs - ours) % 7)
        return Comparison("disjoint", Reason("different_value", "the weekdays exclude each other"), _apart(days))
    if one.granularity == other.granularity:
        return Comparison("equal", Reason("same_value", "the same weekday"))
    return Comparison("compatible", Reason("granularity", "one date is more exact than the other"))


def _weekday_of(value: DateValue) -> int | None:
    return value.start.isoweekday() if value.start is not None else value.weekday


def _apart(days: float) -> float:
    """How far two days lie apart, from 0 to 1."""
    return min(1.0, log10(1 + days / 30) / 3)


def _compare_recurring(one: DateValue, other: DateValue) -> Comparison:
    ours, theirs = _yearly(one), _yearly(other)
    if ours is None or theirs is None:
        return Comparison("unknown", Reason("no_year", "the year is not said"))
    impossible = one.recurring != other.recurring and (_is_impossible(one) or _is_impossible(other))
    if ours == theirs and not impossible:
        same_part = one.granularity == other.granularity
        code, text = ("same_value", "the same day of the year") if same_part else ("granularity", "one is more exact")
        return Comparison("equal" if same_part else "compatible", Reason(code, text))
    if (_holds(ours, theirs[0]) or _holds(theirs, ours[0])) and not (
        impossible and one.granularity == other.granularity
    ):
        return Comparison("compatible", Reason("granularity", "one date is more exact than the other"))
    if (one.granularity == _SEASON) is not (other.granularity == _SEASON):
        return Comparison("unknown", Reason("no_year", "the year is not said"))
    days = abs(sum(ours) - sum(theirs)) / 2
    apart = _apart(min(days, abs(_YEAR - days)))
    if impossible:
        slip = _month_of(one) == _month_of(other)
        return Comparison("disjoint", Reason("impossible_date", "one of these days is in no calendar"), apart, slip)
    return Comparison("disjoint", Reason("different_value", "the days of the year exclude each other"), apart)


def _is_impossible(value: DateValue) -> bool:
    """Whether it is a day that its month has in no year: "31 June"."""
    if value.recurring is None or value.granularity != "day":
        return False
    month, day = (int(part) for part in value.recurring.split("-") if part)
    return day > monthrange(_LEAP_YEAR, month)[1]


def _month_of(value: DateValue) -> str:
    return value.recurring[2:4] if value.recurring is not None else f"{value.start:%m}"


def _holds(span: tuple[int, int], day: int) -> bool:
    """Whether a day lies in a part of the year, which may run over its end."""
    return (day - span[0]) % _YEAR <= span[1] - span[0]


def _number(month: int, day: int) -> int:
    return _LONGEST * (month - 1) + day - 1


def _recurring_text(value: DateValue) -> str:
    if value.granularity == _WEEKDAY and value.weekday is not None:
        return _WEEKDAYS[value.weekday - 1]
    if value.recurring is None:
        return value.granularity.replace("_", " ")
    month, *day = (int(part) for part in value.recurring.split("-") if part)
    name = _MONTHS[month - 1]
    if value.granularity == _QUARTER:
        return f"Q{(month + 2) // 3}"
    if value.granularity == _SEASON:
        return _SEASONS[month]
    if value.granularity == _PART_OF_YEAR:
        return f"{'first' if month == 1 else 'second'} half of the year"
    if day:
        return " – ".join(f"{number} {name}" for number in dict.fromkeys(value.month_days or day))
    return _PARTS.get(value.month_days, _PARTS[None]).format(name) if value.granularity == "part_of_month" else name


DATE = SlotKind("date", "date", extract, comparable, compare, describe, key, telling)
