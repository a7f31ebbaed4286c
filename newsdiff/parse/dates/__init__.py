"""Dates: days, months, years, their parts and spans; relative ones against a day of publication."""

from newsdiff.parse.dates.dateline import find_dateline
from newsdiff.parse.dates.reader import FoundDate, find_dates
from newsdiff.parse.dates.weekdays import fit_calendar, on_weekdays

__all__ = ["FoundDate", "find_dateline", "find_dates", "fit_calendar", "on_weekdays"]
