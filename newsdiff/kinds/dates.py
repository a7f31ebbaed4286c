"""Reading the dates of a document once, for all kinds that need to know where they stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from newsdiff.lang import load_pack
from newsdiff.model import DateValue, Document, Sentence
from newsdiff.parse.dates import FoundDate, find_dateline, find_dates, fit_calendar, on_weekdays

_ANY_YEARS = (2025, 2026)
"""Two years whose days fall on different weekdays, neither a leap year."""


@lru_cache(maxsize=256)
def read_dates(document: Document) -> tuple[FoundDate, ...]:
    """All dates of a document, in order, with spans in the article.

    Where nobody gave the day of publication, that of the dateline stands for it; without a year, only days that are
    counted from it ("yesterday") can be told, as days of any year. Weekdays are then those of any week; where the calendar
    of the event is known, it gives every day without a year its weekday, too.
    """
    published = document.article.published
    dates = _read(document, published)
    if published is None:
        dates = on_weekdays(dates, document.calendar)
    dateline = find_dateline(document.text, dates) if published is None else None
    if dateline is None:
        return dates
    if dateline.value.start is not None:
        return _read(document, dateline.value.start)
    return tuple(sorted((*dates, *_counted_from(dateline, document, dates)), key=lambda date: date.span))


@lru_cache(maxsize=256)
def read_dateline(document: Document) -> FoundDate | None:
    """The day of the report itself, where its first lines give it; one of the dates that `read_dates` gives."""
    return find_dateline(document.text, read_dates(document))


def share_calendar(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents with the calendar of their event, which those tell that name the weekday of a day."""
    calendar = fit_calendar([found.value for found in read_dates(document)] for document in documents)
    return tuple(replace(document, calendar=calendar) for document in documents) if calendar else tuple(documents)


def _read(document: Document, published: dt.date | None) -> tuple[FoundDate, ...]:
    return _read_sentences(document.text, document.sentences, published)


@lru_cache(maxsize=256)
def _read_sentences(text: str, sentences: tuple[Sentence, ...], published: dt.date | None) -> tuple[FoundDate, ...]:
    dates: list[FoundDate] = []
    for sentence in sentences:
        dates += [
            replace(found, span=found.span.shift(sentence.start))
            for found in find_dates(
                text[sentence.start : sentence.end],
                load_pack(sentence.language),
                published,
                weekdays=published is None,
            )
        ]
    return tuple(dates)


def _counted_from(dateline: FoundDate, document: Document, known: tuple[FoundDate, ...]) -> list[FoundDate]:
    """Days that are as far from the day of the dateline in any year: of "yesterday", but not of "Tuesday"."""
    month, day = (int(part) for part in (dateline.value.recurring or "--02-29").split("-") if part)
    try:
        one, other = (_days_without(known, _read(document, dt.date(year, month, day))) for year in _ANY_YEARS)
    except ValueError:
        return []
    return [
        FoundDate(found.span, DateValue(None, None, "day", relative=True, recurring=f"--{start:%m-%d}"))
        for span, found in one.items()
        if (start := found.value.start) is not None
        and span in other
        and (counterpart := other[span].value.start) is not None
        and (counterpart.month, counterpart.day) == (start.month, start.day)
        and {start.month, month} != {2, 3}
    ]


def _days_without(known: tuple[FoundDate, ...], dates: tuple[FoundDate, ...]) -> dict[tuple[int, int], FoundDate]:
    """The single days among ``dates`` that are worked out and touch none of ``known``, by where they stand."""
    taken = [found.span for found in known]
    return {
        (found.span.start, found.span.end): found
        for found in dates
        if found.value.granularity == "day"
        and found.value.relative
        and not any(span.start < found.span.end and found.span.start < span.end for span in taken)
    }
