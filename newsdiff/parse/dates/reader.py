"""Dates in the text of an article: where they stand and which days they mean.

What belongs here: the steps, no more: times of day out of the text (``clock``), the rest of the text to pieces
(``pieces``), pieces to readings (``readings``), readings to values (``values``).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from newsdiff.lang.pack import LanguagePack
from newsdiff.model.span import Span
from newsdiff.model.values import DateValue
from newsdiff.parse.dates.calendar import vocabulary
from newsdiff.parse.dates.clock import find_times
from newsdiff.parse.dates.cutting import cut
from newsdiff.parse.dates.pieces import Piece
from newsdiff.parse.dates.readings import read
from newsdiff.parse.dates.spelled import with_spelled_years
from newsdiff.parse.dates.values import resolve


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date of an article: its span in the text and its value."""

    span: Span
    value: DateValue


def find_dates(
    text: str,
    pack: LanguagePack,
    published: dt.date | None = None,
    *,
    language: str | None = None,
    weekdays: bool = False,
) -> tuple[FoundDate, ...]:
    """Find the dates of ``text``, in order and not overlapping. Takes time linear in the length of the text.

    ``published`` fixes dates that the text alone leaves open ("Tuesday", "18 January"); such values are marked
    relative. Without it, a day or month without a year is given as ``recurring``, and words such as "yesterday" are no
    dates; nor are weekdays, unless ``weekdays`` asks for them. Times of day are found as well, each by itself.
    ``language`` (ISO 639-1) names the language whose calendar CLDR is asked for, where it has no pack of its own.
    """
    known = vocabulary(pack, (language or pack.code).partition("-")[0].lower())
    cuts = cut(text, known)
    days = _days_of_months(cuts)
    times = [time for time in find_times(text, pack) if time.span.end not in days]
    pieces = with_spelled_years(text, _without(cuts, [time.span for time in times]), pack, known)
    found = [FoundDate(time.span, time.value) for time in times]
    for reading in read(pieces, known):
        value = resolve(reading, published)
        if value is not None and (weekdays or value.granularity != "weekday"):
            found.append(FoundDate(Span(pieces[reading.first].start, pieces[reading.last - 1].end), value))
    return tuple(sorted(found, key=lambda date: date.span))


def _days_of_months(pieces: list[Piece]) -> frozenset[int]:
    """Where the numbers of days end that a month follows: "4 in the morning on 9 September" has one hour alone."""
    return frozenset(piece.end for piece, after in pairwise(pieces) if piece.kind == "D" and after.kind == "M")


def _without(pieces: list[Piece], spans: Sequence[Span]) -> list[Piece]:
    """The pieces, those that touch one of the ordered ``spans`` turned into marks that no date contains."""
    kept, at = [], 0
    for piece in pieces:
        while at < len(spans) and spans[at].end <= piece.start:
            at += 1
        taken = at < len(spans) and spans[at].start < piece.end
        kept.append(replace(piece, kind="_", value=0) if taken else piece)
    return kept
