"""What the words of a date say, before it is known which days they mean."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words say. ``first`` and ``last`` are indices of pieces, ``last`` exclusive.

    ``which`` is -1, 0 or 1 for last, this, next; ``which_year`` the same of the year; ``nth`` counts quarters, halves,
    centuries, weekdays; ``days`` is a distance from the day of publication; ``ahead`` a bare weekday of
    which the verb says that it is to come, ``from_weekday`` and ``until_weekday`` the one joined before or behind it; ``count`` one in ``unit``, ``more`` one in
    ``more_unit``, ``most`` one in ``most_unit``.
    """

    shape: str
    first: int
    last: int
    year: int | None = None
    until_year: int | None = None
    month: int | None = None
    until_month: int | None = None
    day: int | None = None
    until_day: int | None = None
    full: dt.date | None = None
    part: str | None = None
    nth: int | None = None
    season: str | None = None
    weekday: int | None = None
    from_weekday: int | None = None
    until_weekday: int | None = None
    which: int | None = None
    which_year: int | None = None
    days: int | None = None
    ahead: bool = False
    count: int | None = None
    unit: str | None = None
    more: int | None = None
    more_unit: str | None = None
    most: int | None = None
    most_unit: str | None = None
