"""What the day of a dateline tells of the other dates of its article."""

from __future__ import annotations

import datetime as dt

import pytest

import newsdiff

STORY = {
    "en": "MARLOW, {} (Wire) - Divers found the cracks {}, and the bridge was closed. The work ends on 4 May.",
    "de": "Marlow, {} (XY) – Taucher haben die Risse {} gefunden. Die Arbeiten enden am 4. Mai.",
    "ru": "Марлоу, {}. Водолазы нашли трещины {}. Работы закончатся 4 мая.",
    "hi": "मार्लो, {} (समाचार) गोताखोरों को {} दरारें मिलीं। काम 4 मई को पूरा होगा।",
}
DATES = {
    "en": ("March 9, 2026", "March 9", "yesterday"),
    "de": ("9. März 2026", "9. März", "gestern"),
    "ru": ("9 марта 2026", "9 марта", "вчера"),
    "hi": ("9 मार्च 2026", "9 मार्च", "दो दिन पहले"),
}


def dates(text, language, published=None):
    claims = newsdiff.extract(text, language=language, published=published)
    return {claim.surface: claim.to_dict()["value"] for claim in claims if claim.kind == "date"}


@pytest.mark.parametrize("language", STORY)
def test_the_dateline_is_no_date_of_the_event_but_the_one_to_count_from(language):
    full, yearless, word = DATES[language]
    before = "03-07" if language == "hi" else "03-08"
    dated = dates(STORY[language].format(full, word), language)
    assert dated.keys() == {word, next(surface for surface in dated if surface.startswith(("4", "May 4")))}
    assert dated[word]["from"] == f"2026-{before}"
    bare = dates(STORY[language].format(yearless, word), language)
    assert bare[word]["recurring"] == f"--{before}"
    assert bare.keys() == dated.keys()


def test_a_weekday_is_a_day_where_the_year_is_known_and_the_day_of_publication_goes_first():
    told = STORY["en"].format("March 9", "on Friday")
    assert dates(told, "en")["Friday"]["granularity"] == "weekday"
    assert dates(told, "en", dt.date(2026, 3, 10))["Friday"]["from"] == "2026-03-06"


def test_what_a_leap_day_would_change_is_left_out():
    assert dates(STORY["en"].format("March 1", "yesterday"), "en").keys() == {"4 May"}
    assert dates(STORY["en"].format("February 29", "yesterday"), "en").keys() == {"4 May"}
    assert dates(STORY["en"].format("March 1", "366 days ago"), "en").keys() == {"4 May"}
