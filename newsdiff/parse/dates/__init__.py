"""Dates: days, months, years, their parts and spans; relative ones against a day of publication."""

from newsdiff.parse.dates.dateline import find_dateline
from newsdiff.parse.dates.reader import FoundDate, find_dates

__all__ = ["FoundDate", "find_dateline", "find_dates"]
