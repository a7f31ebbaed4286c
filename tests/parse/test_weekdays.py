"""What "Tuesday, October 14" tells of other days of an event."""

from __future__ import annotations

import pytest

import newsdiff
from newsdiff.lang.pack import load_pack
from newsdiff.parse.dates import find_dates, fit_calendar, on_weekdays


def read(text: str, code: str = "en"):
    return find_dates(text, load_pack(code), weekdays=True)


def values(text: str, code: str = "en"):
    return [found.value for found in read(text, code)]


def weekdays(text: str, *others: str) -> dict[str, int | None]:
    calendar = fit_calendar(values(article) for article in (text, *others))
    found = on_weekdays(read(text), calendar)
    return {text[date.span.start : date.span.end]: date.value.weekday for date in found}


@pytest.mark.parametrize(
    ("text", "others", "expected"),
    [
        pytest.param(
            "He left on Tuesday, October 14, and came on Friday.",
            [],
            {"Tuesday, October 14": 2, "Friday": 5},
            id="an article that tells the day itself",
        ),
        pytest.param("He came on Friday.", ["It was Tuesday, October 14."], {"Friday": 5}, id="another tells it"),
        pytest.param("It was October 16.", ["It was Tuesday, October 14."], {"October 16": 4}, id="a day near it"),
        pytest.param("It was July 1.", ["It was Tuesday, October 14."], {"July 1": None}, id="a day far from it"),
        pytest.param(
            "He came on Friday, October 14, and left on Sunday.",
            ["It was Tuesday, October 14."],
            {"Friday, October 14": 5, "Sunday": 7},
            id="articles that contradict each other tell nothing of other days",
        ),
        pytest.param(
            "He came on Friday.",
            ["It was Tuesday, October 14.", "It was Tuesday, October 14.", "It was Tuesday, October 15."],
            {"Friday": 5},
            id="most of them agree",
        ),
        pytest.param(
            "He came on Friday.",
            ["It was Tuesday, October 14, 2025."],
            {"Friday": 5},
            id="a day with a year needs no guess",
        ),
        pytest.param("He came on Friday.", ["It was October 14."], {"Friday": 5}, id="nobody tells of a day"),
        pytest.param("It was October 16.", ["It was October 14."], {"October 16": None}, id="nobody tells a weekday"),
        pytest.param("It was March 1.", ["It was Friday, February 26."], {"March 1": None}, id="a leap day between"),
        pytest.param(
            "It was January 2.", ["It was Tuesday, December 30."], {"January 2": 5}, id="over the turn of the year"
        ),
    ],
)
def test_days_near_the_event_have_their_weekday(text, others, expected):
    assert weekdays(text, *others) == expected


@pytest.mark.parametrize(
    ("code", "text", "surface"),
    [
        ("en", "He was held on Wednesday.", "Wednesday"),
        ("de", "Er kam am Mittwoch frei.", "Mittwoch"),
        ("it", "È stato fermato mercoledì.", "mercoledì"),
        ("hi", "उसे बुधवार को पकड़ा गया।", "बुधवार"),
        ("ar", "أوقف الرجل يوم الأربعاء.", "الأربعاء"),
        ("es", "Fue detenido el miércoles.", "miércoles"),
        ("ru", "Его задержали в среду.", "среду"),
    ],
)
def test_a_weekday_alone_is_one_of_any_week(code, text, surface):
    (found,) = read(text, code)
    assert (found.value.recurring, found.value.granularity) == ("-W-3", "weekday")
    assert text[found.span.start : found.span.end] == surface
    assert not find_dates(text, load_pack(code))


@pytest.mark.parametrize("text", ["Every Wednesday he swam.", "He swam on Wednesdays.", "a Wednesday in spring"])
def test_any_weekday_is_no_date(text):
    assert not [value for value in values(text) if value.granularity == "weekday"]


TOLD = [
    "Police searched the house of the mayor on Tuesday, June 2. His driver was arrested on {}.",
    "Die Polizei hat am Dienstag, dem 2. Juni, das Haus des Bürgermeisters durchsucht. Sein Fahrer wurde am {} festgenommen.",
    "Martedì 2 giugno la polizia ha perquisito la casa del sindaco. Il suo autista è stato arrestato {}.",
]
UNTOLD = [
    "Police searched the house of the mayor. His driver was arrested on {}.",
    "Die Polizei hat das Haus des Bürgermeisters durchsucht. Sein Fahrer wurde am {} festgenommen.",
    "La polizia ha perquisito la casa del sindaco. Il suo autista è stato arrestato {}.",
]


@pytest.mark.parametrize(
    ("texts", "days", "verdict"),
    [
        (TOLD, ("Wednesday", "Mittwoch", "mercoledì"), "agreement"),
        (TOLD, ("Thursday", "Mittwoch", "mercoledì"), "discrepancy"),
        (TOLD, ("June 3", "Mittwoch", "mercoledì"), "variation"),
        (UNTOLD, ("Wednesday", "Mittwoch", "mercoledì"), "agreement"),
        (UNTOLD, ("Thursday", "Mittwoch", "mercoledì"), "discrepancy"),
        (UNTOLD, ("June 3", "3. Juni", "il 4 giugno"), "discrepancy"),
    ],
)
def test_weekdays_are_compared_over_articles(texts, days, verdict):
    texts = [text.format(day) for text, day in zip(texts, days, strict=True)]
    codes = ("en", "de", "it")
    report = newsdiff.compare(
        [newsdiff.Article(code, text, language=code) for code, text in zip(codes, texts, strict=True)]
    )
    (found,) = [
        finding
        for finding in report.findings
        if finding.kind == "date" and any(days[0] in e.surface for p in finding.positions for e in p.evidence)
    ]
    assert found.verdict == verdict
