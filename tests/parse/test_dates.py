"""Dates in running text: the tables of cases, what holds for any text, and every day of CLDR's calendars."""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from babel.dates import format_date
from hypothesis import example, given
from hypothesis import strategies as st

from newsdiff.lang.pack import load_pack
from newsdiff.parse.dates import FoundDate, find_dates

TABLES = sorted((Path(__file__).parents[1] / "cases" / "dates").glob("*.tsv"))
LANGUAGES = ("en", "de", "it", "hi", "ar", "es", "fr", "ru", "pl", "pt", "nl", "uk")
COLUMNS = ("surface", "from", "to", "granularity", "recurring", "relative", "time")
FRAGMENTS = (
    "18 January 2025",
    "January",
    "May",
    "2025",
    "1990s",
    "the",
    "of",
    "12-14",
    "18.01.2025",
    "31.",
    "31/12/2020",
    "'",
    "Q3",
    "first",
    "century",
    "last",
    "year",
    "days",
    "ago",
    "Tuesday",
    ",",
    ".",
    "-",
    "–",
    "/",
    "\n",
    "(",
    ")",
    "Ende",
    "Juni",
    "um",
    "17.30",
    "Uhr",
    "4:12",
    "a.m.",
    "alle ore",
    "सुबह",
    "बजे",
    "الساعة",
    "GMT",
    "anni",
    "fine",
    "giugno",
    "2017",
    "से",
    "के",
    "दशक",
    "गुरुवार",
    "तारीख",
    "कल",
    "أغسطس",
    "الماضي",
    "تشرين الأول/أكتوبر",
    "و2018",
    "٢٠٢٥",
    "१४ मई",
    "марта",
    "г.",
    "kwietnia",
    "1er",
    "9999",
    "٠",
    "²",
    "0",
    "\u200f",
    "\u0301",
    "'90",
    "$",
    "%",
)


def find(text: str, language: str, published: dt.date | None = None) -> tuple[FoundDate, ...]:
    return find_dates(text, load_pack(language), published, language=language)


def cases() -> Iterator[object]:
    for table in TABLES:
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))
        for (text, published), group in groupby(rows, key=lambda row: (row["text"], row["published"])):
            yield pytest.param(table.stem, text, published, tuple(group), id=f"{table.stem}: {text} {published}")


@pytest.mark.parametrize(("language", "text", "published", "rows"), list(cases()))
def test_case(language: str, text: str, published: str, rows: tuple[dict[str, str], ...]) -> None:
    found = find(text, language, dt.date.fromisoformat(published) if published else None)
    got = [
        {
            "surface": text[date.span.start : date.span.end],
            "from": str(date.value.start or ""),
            "to": str(date.value.end or ""),
            "granularity": date.value.granularity,
            "recurring": date.value.recurring or "",
            "relative": "yes" if date.value.relative else "",
            "time": date.value.time or "",
        }
        for date in found
    ]
    assert got == [{key: row[key] for key in COLUMNS} for row in rows if row["surface"]]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", ["full", "long", "medium"])
def test_every_day_that_cldr_writes_is_read_back(language: str, width: str) -> None:
    for offset in range(0, 366 * 30, 7):
        day = dt.date(1999, 1, 1) + dt.timedelta(offset)
        text = format_date(day, width, locale=language)
        values = [date.value for date in find(text, language)]
        assert [(value.start, value.end) for value in values] == [(day, day)], text


@given(
    st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=24),
    st.sampled_from(["", " "]),
    st.sampled_from(LANGUAGES),
    st.none() | st.dates(),
)
def test_any_text_gives_ordered_spans_inside_it(
    parts: list[str], glue: str, language: str, published: dt.date | None
) -> None:
    text = glue.join(parts)
    end = 0
    for date in find(text, language, published):
        assert end <= date.span.start < date.span.end <= len(text)
        end = date.span.end
        value = date.value
        assert (value.start is None) == (value.end is None) == bool(value.recurring or value.time)
        assert (value.time is not None) == (value.granularity == "time")
        if value.start is not None and value.end is not None:
            assert value.start <= value.end
        if value.recurring is not None:
            assert re.fullmatch(r"--\d\d(-\d\d)?", value.recurring)
        assert published is not None or not value.relative


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "It rang at {hour:02}:{minute:02}."),
        ("de", "Es läutete um {hour}.{minute:02} Uhr."),
        ("it", "Ha suonato alle {hour}.{minute:02}."),
        ("fr", "Elle a sonné à {hour}h{minute:02}."),
        ("ar", "رن الجرس الساعة {hour:02}:{minute:02}."),
        ("hi", "घंटी {hour:02}:{minute:02} बजे बजी।"),
    ],
)
def test_every_minute_of_a_day_is_read_back(language: str, written: str) -> None:
    for total in range(24 * 60):
        hour, minute = divmod(total, 60)
        text = written.format(hour=hour, minute=minute)
        assert [date.value.time for date in find(text, language)] == [f"{hour:02}:{minute:02}"], text


@pytest.mark.parametrize("half", ["a.m.", "p.m."])
def test_both_halves_of_a_day_are_read_back(half: str) -> None:
    for hour in range(1, 13):
        (date,) = find(f"It rang at {hour}:07 {half}", "en")
        assert date.value.half_known
        assert date.value.time == f"{hour % 12 + (12 if half == 'p.m.' else 0):02}:07"


@given(st.dates(min_value=dt.date(2000, 1, 1), max_value=dt.date(2090, 1, 1)), st.dates(dt.date(1950, 1, 1)))
@example(dt.date(2002, 1, 1), dt.date(2000, 2, 29))
def test_a_day_without_its_year_is_the_nearest_one(published: dt.date, day: dt.date) -> None:
    (date,) = find(f"on {day.day} {format_date(day, 'MMMM', locale='en')}.", "en", published)
    assert date.value.start is not None
    assert (date.value.start.month, date.value.start.day) == (day.month, day.day)
    far = 4 * 366 if (day.month, day.day) == (2, 29) else 184
    assert abs((date.value.start - published).days) <= far


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "18.",
        "may ",
        "of the ",
        "late ",
        "2019-",
        "يناير ",
        "से 2 ",
        "و",
        "the last ",
        "4:12 ",
        "at 4:",
        "17 Uhr 30 ",
        "at about ",
        "may two thousand ",
    ],
)
def test_long_texts_do_not_blow_up(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(date.span.end <= len(text) for date in find(text, "en", dt.date(2024, 3, 5)))
