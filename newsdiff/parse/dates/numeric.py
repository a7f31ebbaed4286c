"""Figures that may be dates: "18.01.2025", "08/12,2015", "2019-2021", "12-14", "2015", "31".

What belongs here: what a run of digits and the marks inside it can mean, whatever stands around it.
"""

from __future__ import annotations

import datetime as dt
import re

from newsdiff.parse.dates.days import day_of

FIRST_YEAR, LAST_YEAR = 1000, 2100
_FIRST_NEAR = 1900
_SLIPS = range(30, 40)
_PIVOT = 69
_MONTHS = 12


def classify(raw: str, order: str) -> tuple[str, int | dt.date | tuple[int, int]]:
    """The kind of piece (see ``date_pieces``) that a run of figures is, and its value. ``order`` is that of the language."""
    parts = re.split(r"\D+", raw)
    marks = [mark.rstrip() for mark in re.findall(r"\D+", raw)]
    sizes = [len(part) for part in parts]
    if max(sizes) > 4:
        return "n", 0
    numbers = [int(part) for part in parts]
    if len(numbers) == 1:
        if sizes[0] <= 2 and 1 <= numbers[0] <= 31:
            return "D", numbers[0]
        return ("Y", numbers[0]) if sizes[0] == 4 and FIRST_YEAR <= numbers[0] <= LAST_YEAR else ("n", numbers[0])
    joint = marks[0].strip("\u200e\u200f")
    if len(numbers) == 2:
        return _pair(numbers, sizes, joint)
    year_apart = joint == "/" and marks[1] == "," and sizes[2] == 4
    if len(numbers) == 3 and (marks[0] == marks[1] or year_apart) and joint in (".", "/", "-"):
        day = _numeric(numbers, sizes, joint, order)
        slip = _impossible(numbers, sizes) if day is None else None
        return ("N", day) if day else ("j", slip) if slip else ("n", 0)
    return "n", 0


def _pair(numbers: list[int], sizes: list[int], joint: str) -> tuple[str, int | tuple[int, int]]:
    first, second = numbers
    if joint not in ("-", "–", "/", ".-", ".–"):
        return "n", 0
    if sizes[0] == 4 and FIRST_YEAR <= first < LAST_YEAR:
        if sizes[1] == 2 and (second == (first + 1) % 100 or second > max(first % 100, _MONTHS)):
            return "Z", (first, first - first % 100 + second + (100 if second == 0 else 0))
        if sizes[1] == 4 and first < second <= LAST_YEAR:
            return "Z", (first, second)
    if max(sizes) <= 2 and 1 <= first < second <= 31 and joint != "/":
        return "E", (first, second)
    return "n", 0


def _impossible(numbers: list[int], sizes: list[int]) -> tuple[int, int] | None:
    """Day and month of a date in figures with a whole year whose day no month has; None where it is not clear which is which."""
    if 4 not in (sizes[0], sizes[2]) or max(sizes) > 4 or sorted(sizes)[1] > 2:
        return None
    year, months = (numbers[0], numbers[1:2]) if sizes[0] == 4 else (numbers[2], numbers[:2])
    month = next((number for number in months if 1 <= number <= _MONTHS), None)
    day = sum(numbers) - year - (month or 0)
    return (day, month) if month and day in _SLIPS and _FIRST_NEAR <= year <= LAST_YEAR else None


def _numeric(numbers: list[int], sizes: list[int], joint: str, order: str) -> dt.date | None:
    """Read a date in figures; None where it is no day, or where day and month could be either way round."""
    a, b, c = numbers
    if sizes[0] == 4:
        return day_of(a, b, c) if FIRST_YEAR <= a <= LAST_YEAR else None
    if sizes[2] == 2 and (joint == "-" or max(sizes[:2]) > 2 or min(sizes) < 1):
        return None
    year = c if sizes[2] == 4 else c + (2000 if c <= _PIVOT else 1900)
    if sizes[2] not in (2, 4) or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    day_first, month_first = day_of(year, b, a), day_of(year, a, b)
    if day_first == month_first or month_first is None or (joint == "." and day_first):
        return day_first
    if day_first is None:
        return month_first
    return {"dmy": day_first, "mdy": month_first}.get(order)
