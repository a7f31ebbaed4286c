"""Readings that only the day of publication can resolve: "yesterday", "last week", "two days ago", "Tuesday".

What belongs here: one function a shape, from a reading and the day of publication to the days that it means. Every value
is marked relative.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from newsdiff.model.values import DateValue
from newsdiff.parse.dates.days import around, day_of, nearest, part_of_month, shift
from newsdiff.parse.dates.words import Reading

_FARTHEST_NAMED_DAY = 31
_GRANULARITIES = {"week": "span"}


def _days_from_now(reading: Reading, published: dt.date) -> DateValue | None:
    """Read "yesterday" and "today, Tuesday", the latter only where it is that weekday."""
    day = published + dt.timedelta(reading.days or 0)
    return _one(day) if reading.weekday in (None, day.isoweekday()) else None


def _ago(reading: Reading, published: dt.date) -> DateValue | None:
    """Read "two years ago" as that year, "two days ago" as that day: as exact as the unit."""
    size, _, unit = (reading.unit or "").rpartition(" ")
    count = (reading.count or int(bool(size))) * int(size or 1)
    if not count:
        return None
    base = shift(published, -(reading.most or 0), reading.most_unit or "day")
    base = shift(base, -(reading.more or 0), reading.more_unit or "day")
    return _in_unit(shift(base, -count, unit), unit)


def _offset(reading: Reading, published: dt.date) -> DateValue | None:
    return _one(shift(published + dt.timedelta(reading.days or 0), reading.count or 0, reading.unit or "day"))


def _which(reading: Reading, published: dt.date) -> DateValue | None:
    """Read "last month"; "the last day" and "the next day" are days of the story, not of its publication."""
    unit = reading.unit or ""
    if unit not in ("week", "month", "year") or reading.which is None:
        return None
    return _in_unit(shift(published, reading.which, unit), unit)


def _weekday(reading: Reading, published: dt.date) -> DateValue | None:
    """Read a weekday as the last one, the day of publication included, unless "next", "this" or the verb says otherwise."""
    weekday = reading.weekday or 1
    if reading.from_weekday is not None:
        first = published + dt.timedelta((reading.from_weekday - published.isoweekday()) % 7)
        return _one(first + dt.timedelta((weekday - reading.from_weekday) % 7))
    if reading.until_weekday is not None:
        last = published - dt.timedelta((published.isoweekday() - reading.until_weekday) % 7)
        return _one(last - dt.timedelta((reading.until_weekday - weekday) % 7))
    back = (published.isoweekday() - weekday) % 7
    if reading.ahead:
        return _one(published + dt.timedelta(-back % 7))
    if reading.which == 1:
        return _one(published + dt.timedelta(7 - back))
    if reading.which == 0:
        return _one(published + dt.timedelta(weekday - published.isoweekday()))
    return _one(published - dt.timedelta(back or (7 if reading.which == -1 else 0)))


def _week_day(reading: Reading, published: dt.date) -> DateValue | None:
    if reading.unit != "week":
        return None
    days = 7 * (reading.which or 0) + (reading.weekday or 1) - published.isoweekday()
    return _one(published + dt.timedelta(days))


def _weekday_day(reading: Reading, published: dt.date) -> DateValue | None:
    """Read "Thursday the 21st": the nearest day that is both."""
    near = (published + dt.timedelta(n) for n in range(-_FARTHEST_NAMED_DAY, _FARTHEST_NAMED_DAY + 1))
    return _one(nearest((d for d in near if d.day == reading.day and d.isoweekday() == reading.weekday), published))


def _month_day(reading: Reading, published: dt.date) -> DateValue | None:
    month = shift(published, reading.which or 0, "month")
    return _one(day_of(month.year, month.month, reading.day or 0))


def _one(day: dt.date | None) -> DateValue | None:
    return DateValue(day, day, "day", relative=True) if day else None


def _in_unit(day: dt.date, unit: str) -> DateValue:
    first, last = around(day, unit)
    return DateValue(first, last, _GRANULARITIES.get(unit, unit), relative=True)


def _part_of_month(reading: Reading, published: dt.date) -> DateValue | None:
    month = shift(published, reading.which or 0, "month")
    first, last = part_of_month(month, reading.part)
    return DateValue(first, last, "part_of_month", relative=True)


RELATIVE: Mapping[str, Callable[[Reading, dt.date], DateValue | None]] = {
    "days_from_now": _days_from_now,
    "ago": _ago,
    "offset": _offset,
    "which": _which,
    "weekday": _weekday,
    "week_day": _week_day,
    "weekday_day": _weekday_day,
    "month_day": _month_day,
    "part_of_month": _part_of_month,
}
