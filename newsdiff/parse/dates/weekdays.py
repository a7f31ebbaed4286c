"""The calendar of an event: on which weekdays its days fall, though nobody says the year.

What belongs here: finding the years that fit "Tuesday, October 14", and what they tell of other days. One article that says
so lets "on Tuesday" of all others be set beside "14 ottobre".
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsdiff.model.values import DateValue
from newsdiff.parse.dates.days import day_of
from newsdiff.parse.dates.reader import FoundDate

_CYCLE = range(2001, 2029)
"""After 28 years the weekdays of all days come again."""
_NEAR = 8
"""Days from the day of the event within which a weekday alone may mean a day: later ones are told by their dates."""

Calendar = tuple[dt.date, ...]


def fit_calendar(articles: Iterable[Iterable[DateValue]]) -> Calendar:
    """The day that most articles tell with its weekday, in every year in which it falls on that; the first of several.

    ``articles`` are the dates of each. Nothing where most articles never agree on the weekdays of any year.
    """
    told = [days for dates in articles if (days := _told_days(dates))]
    fitting = {year: sum(all(_is_on(day, year) for day in days) for days in told) for year in _CYCLE}
    most = max(fitting.values())
    if 2 * most <= len(told):
        return ()
    years = [year for year in _CYCLE if fitting[year] == most]
    counts = Counter(day for days in told for day in days if _is_on(day, years[0]))
    (recurring, _), _ = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(day for year in years if (day := _day_in(recurring, year)))


def on_weekdays(dates: Sequence[FoundDate], calendar: Calendar) -> tuple[FoundDate, ...]:
    """The dates, days near that of the event with their weekday, where a calendar holds them."""
    if not calendar:
        return tuple(dates)
    return tuple(replace(found, value=_with_weekday(found.value, calendar)) for found in dates)


def _told_days(dates: Iterable[DateValue]) -> set[tuple[str, int]]:
    return {
        (date.recurring, date.weekday)
        for date in dates
        if date.granularity == "day" and date.recurring is not None and date.weekday is not None
    }


def _is_on(day: tuple[str, int], year: int) -> bool:
    found = _day_in(day[0], year)
    return found is not None and found.isoweekday() == day[1]


def _with_weekday(value: DateValue, calendar: Calendar) -> DateValue:
    if value.granularity != "day" or value.recurring is None:
        return value
    weekdays = {_weekday_near(value.recurring, day) for day in calendar}
    return replace(value, weekday=weekdays.pop() if len(weekdays) == 1 else None)


def _weekday_near(recurring: str, event: dt.date) -> int | None:
    """The weekday of a day of the year that is near the day of an event."""
    days = (_day_in(recurring, event.year + years) for years in (-1, 0, 1))
    return next((day.isoweekday() for day in days if day and abs((day - event).days) <= _NEAR), None)


def _day_in(recurring: str, year: int) -> dt.date | None:
    month, day = (int(part) for part in recurring.split("-") if part)
    return day_of(year, month, day)
