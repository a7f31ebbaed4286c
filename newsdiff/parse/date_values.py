"""Readings to values: which days a date means, with the day of publication where there is one.

What belongs here: the calendar itself. A date without a year is the nearest one to the day of publication, before or
after it; "last" and "next" keep to their side of it.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Mapping

from newsdiff.model.values import DateValue
from newsdiff.parse.date_readings import Reading

_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_DAYS_OF_PART = {"early": (1, 10), "middle": (11, 20), "late": (21, 31)}
_MONTHS_OF_PART = {"early": (1, 4), "middle": (5, 8), "late": (9, 12)}
_YEARS_OF_PART = {"early": (0, 3), "middle": (3, 6), "late": (6, 9)}
_FARTHEST_NAMED_DAY = 31
_LEAP = 2000


def resolve(reading: Reading, published: dt.date | None) -> DateValue | None:
    """The days that a reading means; None where it means none, or where only a day of publication could tell."""
    try:
        if reading.which_year is not None and reading.year is None and published is not None:
            value = _RESOLVERS[reading.shape](reading, published, published.year + reading.which_year)
            return _marked(value)
        return _RESOLVERS[reading.shape](reading, published, reading.year)
    except (ValueError, OverflowError):
        return None


def _marked(value: DateValue | None) -> DateValue | None:
    return None if value is None else DateValue(value.start, value.end, value.granularity, relative=True)


def _full(reading: Reading, _published: dt.date | None, _year: int | None) -> DateValue | None:
    return DateValue(reading.full, reading.full, "day")


def _day(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    month, day = reading.month or 1, reading.day or 1
    if year is not None:
        return DateValue(dt.date(year, month, day), dt.date(year, month, day), "day")
    dt.date(_LEAP, month, day)
    if published is None:
        return DateValue(None, None, "day", recurring=f"--{month:02}-{day:02}")
    near = _nearest([d for y in (-1, 0, 1) if (d := _date(published.year + y, month, day))], published)
    return near and DateValue(near, near, "day", relative=True)


def _days(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    first = _day(reading, published, year)
    if first is None or reading.until_day is None or reading.until_day <= (reading.day or 0):
        return None
    if first.start is None:
        dt.date(_LEAP, reading.month or 1, reading.until_day)
        return DateValue(None, None, "span", recurring=first.recurring)
    return DateValue(first.start, first.start.replace(day=reading.until_day), "span", relative=first.relative)


def _month(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    month = reading.month or 1
    granularity = "part_of_month" if reading.part or reading.nth else "month"
    relative = year is None
    if year is None:
        if published is None:
            return DateValue(None, None, granularity, recurring=f"--{month:02}")
        year = _year_of_month(month, reading.which, published)
    length = calendar.monthrange(year, month)[1]
    first, last = _DAYS_OF_PART.get(reading.part or "", (1, length))
    if reading.shape == "half_month":
        first, last = (1, 15) if reading.nth == 1 else (16, length)
    return DateValue(dt.date(year, month, first), dt.date(year, month, min(last, length)), granularity, relative)


def _year_of_month(month: int, which: int | None, published: dt.date) -> int:
    if which is not None:
        if which == 0:
            return published.year
        passed = month < published.month if which < 0 else month <= published.month
        return published.year + (which if which < 0 and not passed else 1 if which > 0 and passed else 0)
    near = _nearest([dt.date(published.year + y, month, 15) for y in (-1, 0, 1)], published)
    return near.year if near else published.year


def _season(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    month = _FIRST_MONTH[reading.season or ""]
    if year is None:
        if published is None:
            return DateValue(None, None, "season", recurring=f"--{month:02}")
        starts = [dt.date(published.year + y, month, 1) for y in (-2, -1, 0, 1)]
        done = [s for s in starts if _end_of_months(s.year, month, 3) < published]
        if reading.which == 0:
            near = _nearest([s + dt.timedelta(45) for s in starts], published)
            year = (near or published).year
        else:
            year = done[-1].year if reading.which == -1 else next(s for s in starts if s > published).year
        return DateValue(dt.date(year, month, 1), _end_of_months(year, month, 3), "season", relative=True)
    if reading.season == "winter" and reading.until_year is None:
        # "the winter of 2024" may have begun or ended in that year
        return DateValue(dt.date(year - 1, month, 1), _end_of_months(year, month, 3), "season")
    return DateValue(dt.date(year, month, 1), _end_of_months(year, month, 3), "season")


def _end_of_months(year: int, month: int, count: int) -> dt.date:
    last = month + count - 1
    year, last = year + (last - 1) // 12, (last - 1) % 12 + 1
    return dt.date(year, last, calendar.monthrange(year, last)[1])


def _quarter(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    month = 3 * (reading.nth or 1) - 2
    if year is not None:
        return DateValue(dt.date(year, month, 1), _end_of_months(year, month, 3), "quarter")
    if published is None:
        return DateValue(None, None, "quarter", recurring=f"--{month:02}")
    near = _nearest([dt.date(published.year + y, month + 1, 15) for y in (-1, 0, 1)], published)
    found = near.year if near else published.year
    return DateValue(dt.date(found, month, 1), _end_of_months(found, month, 3), "quarter", relative=True)


def _half(reading: Reading, _published: dt.date | None, year: int | None) -> DateValue | None:
    if year is None:
        return None
    month = 6 * (reading.nth or 1) - 5
    return DateValue(dt.date(year, month, 1), _end_of_months(year, month, 6), "part_of_year")


def _decade(reading: Reading, _published: dt.date | None, year: int | None) -> DateValue | None:
    first, last = _YEARS_OF_PART.get(reading.part or "", (0, 9))
    start = year or 1
    return DateValue(dt.date(start + first, 1, 1), dt.date(start + last, 12, 31), "decade")


def _century(reading: Reading, _published: dt.date | None, _year: int | None) -> DateValue | None:
    start = 100 * ((reading.nth or 1) - 1) + 1
    first, last = {"early": (0, 33), "middle": (33, 66), "late": (66, 99)}.get(reading.part or "", (0, 99))
    return DateValue(dt.date(start + first, 1, 1), dt.date(start + last, 12, 31), "century")


def _year(reading: Reading, _published: dt.date | None, year: int | None) -> DateValue | None:
    if year is None:
        return None
    first, last = _MONTHS_OF_PART.get(reading.part or "", (1, 12))
    granularity = "part_of_year" if reading.part else "year"
    return DateValue(dt.date(year, first, 1), _end_of_months(year, last, 1), granularity)


def _years(reading: Reading, _published: dt.date | None, year: int | None) -> DateValue | None:
    if year is None or reading.until_year is None or reading.until_year <= year:
        return None
    return DateValue(dt.date(year, 1, 1), dt.date(reading.until_year, 12, 31), "span")


def _ago(reading: Reading, published: dt.date | None, _year: int | None) -> DateValue | None:
    size, _, unit = (reading.unit or "").rpartition(" ")
    count = reading.count or int(size or 0)
    return _distant(published, -count, unit) if published and count else None


def _which(reading: Reading, published: dt.date | None, _year: int | None) -> DateValue | None:
    if published is None or reading.unit is None or reading.which is None:
        return None
    return _distant(published, reading.which, reading.unit)


def _distant(published: dt.date, count: int, unit: str) -> DateValue | None:
    if unit == "day":
        day = published + dt.timedelta(count)
        return DateValue(day, day, "day", relative=True)
    if unit == "week":
        monday = published + dt.timedelta(7 * count - published.weekday())
        return DateValue(monday, monday + dt.timedelta(6), "span", relative=True)
    if unit == "month":
        year, month = divmod(published.year * 12 + published.month - 1 + count, 12)
        return DateValue(dt.date(year, month + 1, 1), _end_of_months(year, month + 1, 1), "month", relative=True)
    if unit == "year":
        year = published.year + count
        return DateValue(dt.date(year, 1, 1), dt.date(year, 12, 31), "year", relative=True)
    return None


def _weekday(reading: Reading, published: dt.date | None, _year: int | None) -> DateValue | None:
    if published is None or reading.weekday is None:
        return None
    back = (published.isoweekday() - reading.weekday) % 7
    if reading.which == 1:
        days = 7 - back
    elif reading.which == 0:
        days = reading.weekday - published.isoweekday()
    else:
        days = -(back or (7 if reading.which == -1 else 0))
    day = published + dt.timedelta(days)
    return DateValue(day, day, "day", relative=True)


def _week_day(reading: Reading, published: dt.date | None, _year: int | None) -> DateValue | None:
    if published is None or reading.unit != "week" or reading.weekday is None:
        return None
    days = 7 * (reading.which or 0) + reading.weekday - published.isoweekday()
    day = published + dt.timedelta(days)
    return DateValue(day, day, "day", relative=True)


def _weekday_day(reading: Reading, published: dt.date | None, _year: int | None) -> DateValue | None:
    """Read "Thursday the 21st": the nearest day that is both."""
    if published is None or reading.weekday is None:
        return None
    near = (published + dt.timedelta(n) for n in range(-_FARTHEST_NAMED_DAY, _FARTHEST_NAMED_DAY + 1))
    day = _nearest([d for d in near if d.day == reading.day and d.isoweekday() == reading.weekday], published)
    return day and DateValue(day, day, "day", relative=True)


def _days_from_now(reading: Reading, published: dt.date | None, _year: int | None) -> DateValue | None:
    return _distant(published, reading.days or 0, "day") if published else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def _nearest(days: list[dt.date], to: dt.date) -> dt.date | None:
    return min(days, key=lambda day: (abs((day - to).days), day), default=None)


_RESOLVERS: Mapping[str, Callable[[Reading, dt.date | None, int | None], DateValue | None]] = {
    "full": _full,
    "day": _day,
    "days": _days,
    "month": _month,
    "half_month": _month,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "decade": _decade,
    "century": _century,
    "year": _year,
    "years": _years,
    "ago": _ago,
    "which": _which,
    "weekday": _weekday,
    "week_day": _week_day,
    "weekday_day": _weekday_day,
    "days_from_now": _days_from_now,
}
