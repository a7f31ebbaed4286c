"""Readings to values: which days a date means, with the day of publication where there is one.

What belongs here: the calendar itself. A date without a year is the nearest one to the day of publication, before or
after it; "last" and "next" keep to their side of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from newsdiff.model.values import DateValue
from newsdiff.parse.dates.days import LONGEST_MONTH, day_of, days_of_part, end_of_months, nearest, part_of_month, shift
from newsdiff.parse.dates.relative import RELATIVE
from newsdiff.parse.dates.words import Reading

_FIRST_MONTH = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_MONTHS_OF_PART = {"early": (1, 4), "middle": (5, 8), "late": (9, 12)}
_YEARS_OF_PART = {"early": (0, 3), "middle": (3, 6), "late": (6, 9)}
_HALVES = {1: (1, 15), 2: (16, LONGEST_MONTH)}
_LAST_CENTURY = 21
_LEAP = 2000
_MONTHS = 12
_LEAP_CYCLE = 4
_SAY_WEEKDAY = frozenset({"weekday", "days_from_now"})


def resolve(reading: Reading, published: dt.date | None) -> DateValue | None:
    """The days that a reading means; None where it means none, or where only a day of publication could tell.

    Without that day a weekday is one of any week.
    """
    try:
        if reading.shape in RELATIVE:
            return RELATIVE[reading.shape](reading, published) if published is not None else _day_of_week(reading)
        if reading.which_year is not None and reading.year is None and published is not None:
            value = _RESOLVERS[reading.shape](reading, published, published.year + reading.which_year)
            return _marked(value)
        return _RESOLVERS[reading.shape](reading, published, reading.year)
    except (ValueError, OverflowError):
        return None


def _day_of_week(reading: Reading) -> DateValue | None:
    """Read "Tuesday" and "today, Tuesday" as that day of any week."""
    if reading.weekday is None or reading.shape not in _SAY_WEEKDAY:
        return None
    return DateValue(None, None, "weekday", relative=True, recurring=f"-W-{reading.weekday}", weekday=reading.weekday)


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
        return DateValue(None, None, "day", recurring=f"--{month:02}-{day:02}", weekday=reading.weekday)
    if reading.which is not None:
        return _day_of_side(month, day, reading.which, published)
    years = range(published.year - _LEAP_CYCLE, published.year + _LEAP_CYCLE + 1)
    near = nearest([d for year in years if (d := day_of(year, month, day))], published)
    return DateValue(near, near, "day", relative=True) if near else None


def _day_of_side(month: int, day: int, which: int, published: dt.date) -> DateValue | None:
    """The last (-1) or next (1) such day before or behind the day of publication, that of its year for 0."""
    years = [published.year + (n * which if which else 0) for n in range(2)]
    days = (found for year in years if (found := day_of(year, month, day)))
    near = next((found for found in days if not which or (found - published).days * which > 0), None)
    return DateValue(near, near, "day", relative=True) if near else None


def _no_day(reading: Reading, _published: dt.date | None, _year: int | None) -> DateValue:
    """A day that its month does not have: in no year."""
    return DateValue(None, None, "day", recurring=f"--{reading.month or 1:02}-{reading.day or 1:02}")


def _days(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    first = _day(reading, published, year)
    if first is None or reading.until_day is None or reading.until_day <= (reading.day or 0):
        return None
    if first.start is None:
        dt.date(_LEAP, reading.month or 1, reading.until_day)
        days = (reading.day or 1, reading.until_day)
        return DateValue(None, None, "span", recurring=first.recurring, month_days=days)
    return DateValue(first.start, first.start.replace(day=reading.until_day), "span", relative=first.relative)


def _month(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    month = reading.month or 1
    granularity = "part_of_month" if reading.part or reading.nth else "month"
    if reading.shape == "half_month" and reading.nth not in _HALVES:
        return None
    half = _HALVES[reading.nth or 1] if reading.shape == "half_month" else None
    relative = year is None
    if year is None:
        if published is None:
            days = half or days_of_part(reading.part)
            return DateValue(None, None, granularity, recurring=f"--{month:02}", month_days=days)
        year = _year_of_month(month, reading.which, published)
    first, last = part_of_month(dt.date(year, month, 1), reading.part)
    if half is not None:
        first, last = first.replace(day=half[0]), last.replace(day=min(half[1], last.day))
    return DateValue(first, last, granularity, relative)


def _months(reading: Reading, _published: dt.date | None, year: int | None) -> DateValue | None:
    month, until = reading.month or 1, reading.until_month or 0
    if year is None or until <= month:
        return None
    return DateValue(dt.date(year, month, 1), end_of_months(year, until, 1), "span")


def _year_of_month(month: int, which: int | None, published: dt.date) -> int:
    if which is not None:
        if which == 0:
            return published.year
        passed = month < published.month if which < 0 else month <= published.month
        return published.year + (which if which < 0 and not passed else 1 if which > 0 and passed else 0)
    near = nearest([dt.date(published.year + y, month, 15) for y in (-1, 0, 1)], published)
    return near.year if near else published.year


def _season(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    month = _FIRST_MONTH[reading.season or ""]
    if year is None:
        if published is None:
            return DateValue(None, None, "season", recurring=f"--{month:02}")
        starts = [dt.date(published.year + y, month, 1) for y in (-2, -1, 0, 1)]
        done = [s for s in starts if end_of_months(s.year, month, 3) < published]
        if reading.which == 0:
            near = nearest([s + dt.timedelta(45) for s in starts], published)
            year = (near or published).year
        else:
            year = done[-1].year if reading.which == -1 else next(s for s in starts if s > published).year
        return DateValue(dt.date(year, month, 1), end_of_months(year, month, 3), "season", relative=True)
    if reading.season == "winter" and reading.until_year is None:
        # "the winter of 2024" may have begun or ended in that year
        return DateValue(dt.date(year - 1, month, 1), end_of_months(year, month, 3), "season")
    return DateValue(dt.date(year, month, 1), end_of_months(year, month, 3), "season")


def _quarter(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    month = 3 * (reading.nth or 1) - 2
    if year is not None:
        return DateValue(dt.date(year, month, 1), end_of_months(year, month, 3), "quarter")
    if published is None:
        return DateValue(None, None, "quarter", recurring=f"--{month:02}")
    near = nearest([dt.date(published.year + y, month + 1, 15) for y in (-1, 0, 1)], published)
    found = near.year if near else published.year
    return DateValue(dt.date(found, month, 1), end_of_months(found, month, 3), "quarter", relative=True)


def _half(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    if reading.nth not in (1, 2) or (year is None and reading.which_year):
        return None
    month = 6 * (reading.nth or 1) - 5
    if year is not None:
        return DateValue(dt.date(year, month, 1), end_of_months(year, month, 6), "part_of_year")
    if published is None:
        return DateValue(None, None, "part_of_year", recurring=f"--{month:02}")
    near = nearest([dt.date(published.year + y, month + 3, 1) for y in (-1, 0, 1)], published)
    found = near.year if near else published.year
    return DateValue(dt.date(found, month, 1), end_of_months(found, month, 6), "part_of_year", relative=True)


def _first_months(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    """Read "the first six months of 2026": a quarter, a half, or so many months."""
    count = reading.count or 0
    if reading.nth != 1 or not 1 < count < _MONTHS:
        return None
    if count in _PARTS_OF_YEAR:
        return _PARTS_OF_YEAR[count](reading, published, year)
    return DateValue(dt.date(year, 1, 1), end_of_months(year, 1, count), "span") if year is not None else None


_PARTS_OF_YEAR = {3: _quarter, 6: _half}


def _decade(reading: Reading, _published: dt.date | None, year: int | None) -> DateValue | None:
    first, last = _YEARS_OF_PART.get(reading.part or "", (0, 9))
    start = year or 1
    return DateValue(dt.date(start + first, 1, 1), dt.date(start + last, 12, 31), "decade")


def _century(reading: Reading, _published: dt.date | None, _year: int | None) -> DateValue | None:
    if not 1 <= (reading.nth or 0) <= _LAST_CENTURY:
        return None
    start = 100 * ((reading.nth or 1) - 1) + 1
    first, last = {"early": (0, 33), "middle": (33, 66), "late": (66, 99)}.get(reading.part or "", (0, 99))
    return DateValue(dt.date(start + first, 1, 1), dt.date(start + last, 12, 31), "century")


def _year(reading: Reading, _published: dt.date | None, year: int | None) -> DateValue | None:
    if year is None:
        return None
    first, last = _MONTHS_OF_PART.get(reading.part or "", (1, 12))
    granularity = "part_of_year" if reading.part else "year"
    return DateValue(dt.date(year, first, 1), end_of_months(year, last, 1), granularity)


def _years(reading: Reading, _published: dt.date | None, year: int | None) -> DateValue | None:
    if year is None or reading.until_year is None or reading.until_year <= year:
        return None
    return DateValue(dt.date(year, 1, 1), dt.date(reading.until_year, 12, 31), "span")


def _nth_weekday(reading: Reading, published: dt.date | None, year: int | None) -> DateValue | None:
    """Read "the first Tuesday of November"; a negative count is from the end."""
    month = reading.month
    if published is not None and reading.unit == "month":
        that = shift(published, reading.which or 0, "month")
        year, month = that.year, that.month
    elif published is not None and month is not None and year is None:
        year = _year_of_month(month, None, published)
    if year is None or month is None or not reading.nth:
        return None
    start, end = dt.date(year, month, 1), end_of_months(year, month, 1)
    days = [d for n in range(end.day) if (d := start + dt.timedelta(n)).isoweekday() == reading.weekday]
    day = days[reading.nth - (reading.nth > 0)] if reading.nth <= len(days) else None
    return DateValue(day, day, "day", relative=reading.year is None) if day else None


_RESOLVERS: Mapping[str, Callable[[Reading, dt.date | None, int | None], DateValue | None]] = {
    "full": _full,
    "day": _day,
    "no_day": _no_day,
    "days": _days,
    "month": _month,
    "months": _months,
    "half_month": _month,
    "season": _season,
    "quarter": _quarter,
    "half": _half,
    "first_months": _first_months,
    "decade": _decade,
    "century": _century,
    "year": _year,
    "years": _years,
    "nth_weekday": _nth_weekday,
}
