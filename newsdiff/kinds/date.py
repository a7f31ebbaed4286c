"""Dates: days, months, years and spans; times of day, which ``times`` compares."""

from __future__ import annotations

import datetime as dt
from math import log10

from newsdiff.kinds.dates import read_dates
from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.kinds.times import compare_times
from newsdiff.model import Claim, DateValue, Document, Reason

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_QUARTER = "quarter"


def extract(document: Document) -> tuple[Claim, ...]:
    """Every date whose days, or whose day or month of the year, are known, and every time of day."""
    return tuple(
        Claim(document.article.id, "date", found.span, document.text[found.span.start : found.span.end], found.value)
        for found in read_dates(document)
    )


def comparable(one: DateValue, other: DateValue) -> bool:
    """Any two dates may answer one question, except a bare day of the year and a bare year, or a day and a time."""
    return _shape(one) & _shape(other) != set()


def compare(one: DateValue, other: DateValue) -> Comparison:
    """Compare as intervals of days; a missing year is filled from the other. Of times, see ``times``."""
    if one.time is not None and other.time is not None:
        return compare_times(one, other)
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
        apart=min(1.0, log10(1 + days / 30) / 3),
        slip=_looks_mistyped(one.start, other.start),
    )


def describe(value: DateValue) -> str:
    """``18 January 2025``, ``June 2029``, ``2017``, ``18 January``, ``1 March 2021 – 30 November 2023``, ``04:12``."""
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
    if value.start == value.end:
        return f"{value.start.day} {_MONTHS[value.start.month - 1]} {value.start.year}"
    return " – ".join(f"{day.day} {_MONTHS[day.month - 1]} {day.year}" for day in (value.start, value.end))


def key(_value: DateValue) -> str | None:
    """A date has no words of its own."""
    return None


def telling(value: DateValue) -> float:
    """How much an equal date proves: a day, or a time to the minute, more than a month, a year or an hour."""
    if value.time is not None:
        return 0.9 if value.time_step == 1 and not value.time.endswith((":00", ":30")) else 0.6
    return 0.9 if value.granularity == "day" else 0.6


def _shape(value: DateValue) -> set[str]:
    if value.time is not None:
        return {"time"}
    if value.start is None:
        return {"yearly"}
    return {"yearly", "dated"} if value.granularity in ("day", "month", "part_of_month", _QUARTER) else {"dated"}


def _looks_mistyped(one: dt.date, other: dt.date) -> bool:
    """Whether the years have the same digits in another order, and nothing else differs."""
    return (one.month, one.day) == (other.month, other.day) and sorted(str(one.year)) == sorted(str(other.year))


def _yearly(value: DateValue) -> tuple[str, ...] | None:
    """Month and day as far as known, as in ``('06', '18')``."""
    if value.recurring is not None:
        return tuple(part for part in value.recurring.split("-") if part)
    if value.start is None or value.end is None:
        return None
    if value.granularity == _QUARTER:
        return (f"{value.start.month:02}",)
    if value.start.month != value.end.month:
        return None
    month = f"{value.start.month:02}"
    return (month, f"{value.start.day:02}") if value.start == value.end else (month,)


def _compare_recurring(one: DateValue, other: DateValue) -> Comparison:
    ours, theirs = _yearly(one), _yearly(other)
    if not ours or not theirs or not (ours[0].isdigit() and theirs[0].isdigit()):
        return Comparison("unknown", Reason("no_year", "the year is not said"))
    if (
        one.granularity != other.granularity
        and _QUARTER in (one.granularity, other.granularity)
        and _quarter(ours) == _quarter(theirs)
    ):
        return Comparison("compatible", Reason("granularity", "one date is more exact than the other"))
    if ours == theirs:
        same_part = one.granularity == other.granularity
        code, text = ("same_value", "the same day of the year") if same_part else ("granularity", "one is more exact")
        return Comparison("equal" if same_part else "compatible", Reason(code, text))
    if ours[: len(theirs)] == theirs[: len(ours)]:
        return Comparison("compatible", Reason("granularity", "one date is more exact than the other"))
    days = abs(_day_of_year(ours) - _day_of_year(theirs))
    apart = min(1.0, log10(1 + min(days, 365 - days) / 30) / 3)
    return Comparison("disjoint", Reason("different_value", "the days of the year exclude each other"), apart)


def _quarter(parts: tuple[str, ...]) -> int:
    """The quarter of the year that a month is in, 1 to 4."""
    return (int(parts[0]) + 2) // 3


def _day_of_year(parts: tuple[str, ...]) -> int:
    """The day's number in the year, a month's middle where no day is said."""
    return 30 * int(parts[0]) + int(parts[1] if len(parts) > 1 else 15)


def _recurring_text(value: DateValue) -> str:
    parts = _yearly(value) or ()
    if not parts or not parts[0].isdigit():
        return value.granularity.replace("_", " ")
    if value.granularity == _QUARTER:
        return f"Q{_quarter(parts)}"
    month = _MONTHS[int(parts[0]) - 1]
    if len(parts) > 1:
        return f"{int(parts[1])} {month}"
    return f"part of {month}" if value.granularity == "part_of_month" else month


DATE = SlotKind("date", "date", extract, comparable, compare, describe, key, telling)
