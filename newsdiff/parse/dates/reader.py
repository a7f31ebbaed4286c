"""Dates in the text of an article: where they stand and which days they mean.

What belongs here: the steps, no more: text to pieces (``date_pieces``), pieces to readings (``date_readings``), readings
to values (``date_values``).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsdiff.lang.pack import LanguagePack
from newsdiff.model.span import Span
from newsdiff.model.values import DateValue
from newsdiff.parse.dates.calendar import vocabulary
from newsdiff.parse.dates.pieces import cut
from newsdiff.parse.dates.readings import read
from newsdiff.parse.dates.values import resolve


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date of an article: its span in the text and its value."""

    span: Span
    value: DateValue


def find_dates(
    text: str, pack: LanguagePack, published: dt.date | None = None, *, language: str | None = None
) -> tuple[FoundDate, ...]:
    """Find the dates of ``text``, in order and not overlapping. Takes time linear in the length of the text.

    ``published`` fixes dates that the text alone leaves open ("Tuesday", "18 January"); such values are marked
    relative. Without it, a day or month without a year is given as ``recurring``, and words such as "yesterday" are no
    dates. ``language`` (ISO 639-1) names the language whose calendar CLDR is asked for, where it has no pack of its own.
    """
    known = vocabulary(pack, (language or pack.code).partition("-")[0].lower())
    pieces = cut(text, known)
    found = []
    for reading in read(pieces, known):
        value = resolve(reading, published)
        if value is not None:
            found.append(FoundDate(Span(pieces[reading.first].start, pieces[reading.last - 1].end), value))
    return tuple(found)
