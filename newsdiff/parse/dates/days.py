"""Arithmetic on days: the end of some months, the nearest of some days, a distance in months."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterable

LONGEST_MONTH = 31
_DAYS_OF_PART = {"early": (1, 10), "middle": (11, 20), "late": (21, LONGEST_MONTH)}


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the month has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def end_of_months(year: int, month: int, count: int) -> dt.date:
    """The last day of ``count`` months that begin with ``month``."""
    more, last = divmod(month + count - 2, 12)
    return dt.date(year + more, last + 1, calendar.monthrange(year + more, last + 1)[1])


def days_of_part(part: str | None) -> tuple[int, int]:
    """The first and last day of the early, middle or late part of a month, of the longest where that matters; or of all of it."""
    return _DAYS_OF_PART.get(part or "", (1, LONGEST_MONTH))


def part_of_month(day: dt.date, part: str | None) -> tuple[dt.date, dt.date]:
    """The first and last day of the early, middle or late part of a day's month, or of all of it."""
    end = end_of_months(day.year, day.month, 1)
    first, last = days_of_part(part)
    return day.replace(day=first), day.replace(day=min(last, end.day))


def nearest(days: Iterable[dt.date], to: dt.date) -> dt.date | None:
    """The day with the least distance, the earlier one of two; None of none."""
    return min(days, key=lambda day: (abs((day - to).days), day), default=None)


def shift(day: dt.date, count: int, unit: str) -> dt.date:
    """The day ``count`` days, weeks, months or years later, or the last of its month. Raises ValueError, OverflowError."""
    if unit in ("day", "week"):
        return day + dt.timedelta(count * (7 if unit == "week" else 1))
    year, month = divmod(day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1), 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def around(day: dt.date, unit: str) -> tuple[dt.date, dt.date]:
    """The first and last day of the day, week (from Monday), month or year in which a day lies."""
    if unit == "week":
        monday = day - dt.timedelta(day.weekday())
        return monday, monday + dt.timedelta(6)
    if unit == "month":
        return day.replace(day=1), end_of_months(day.year, day.month, 1)
    return (dt.date(day.year, 1, 1), dt.date(day.year, 12, 31)) if unit == "year" else (day, day)
