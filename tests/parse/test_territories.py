"""The table of places: what its file may hold, and that it and CLDR are one to whoever asks."""

from __future__ import annotations

from collections import defaultdict

import pytest

from newsdiff.parse.names.romanize import fold
from newsdiff.parse.names.territories import (
    TABLE,
    is_ambiguous,
    is_city,
    list_names,
    name_territory,
    territory_of,
)

LINES = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
*LANGUAGES, CITY = LINES[0].split("\t")
ROWS = [dict(zip(LANGUAGES, line.split("\t")[:-1], strict=True)) for line in LINES[1:]]


def test_every_row_has_english_and_a_name_that_is_not_english() -> None:
    assert [row for row in ROWS if not row["en"] or len(set(row.values()) - {""}) < 2] == []


def test_rows_stand_in_the_order_of_the_alphabet() -> None:
    names = [row["en"].lower() for row in ROWS]
    assert names == sorted(names)


def test_cells_have_no_loose_ends() -> None:
    forms = [form for row in ROWS for cell in row.values() if cell for form in cell.split("; ")]
    assert [form for form in forms if form != " ".join(form.split()) or not form or ";" in form] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_stands_for_two_places(language: str) -> None:
    rows = defaultdict(set)
    for number, row in enumerate(ROWS):
        for form in filter(None, row[language].split("; ")):
            rows[fold(form)].add(number)
    assert {form: places for form, places in rows.items() if len(places) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_is_a_country_or_another_city(language: str) -> None:
    wrong = [
        form
        for row in ROWS
        for form in filter(None, row[language].split("; "))
        if territory_of(form, language) != territory_of(row["en"].split("; ")[0], "en")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("surface", "language", "name"),
    [
        ("Monaco di Baviera", "it", "Munich"),
        ("Monaco", "it", "Monaco"),
        ("Bombay", "es", "Mumbai"),
        ("Calcutta", "fr", "Kolkata"),
        ("Kiew", "de", "Kyiv"),
        ("गाजा पट्टी", "hi", "Gaza"),
        ("Deutschland", "de", "Germany"),
        ("Wien", "de", "Vienna"),
        ("الضفة الغربية", "ar", "West Bank"),
        ("Lwów", "pl", "Lviv"),
    ],
)
def test_a_place_is_known_by_its_english_name(surface: str, language: str, name: str) -> None:
    code = territory_of(surface, language)
    assert code is not None
    assert name_territory(code) == name


@pytest.mark.parametrize(
    ("surface", "language"), [("Monachium", "de"), ("Córdoba", "es"), ("Köln", "xx"), ("Reno", "it"), ("", "en")]
)
def test_what_nobody_knows_has_no_code(surface: str, language: str) -> None:
    assert territory_of(surface, language) is None


def test_a_place_has_all_its_names_the_one_to_show_first() -> None:
    code = territory_of("Mumbai", "en")
    assert code is not None
    assert list_names(code, "es") == ("Bombay", "Mumbai")
    assert is_city(code)
    assert list_names(code, "xx") == ()


def test_a_country_and_a_city_may_share_a_name() -> None:
    assert is_ambiguous("عمان", "ar")
    assert not is_ambiguous("Amman", "en")
    assert not is_ambiguous("München", "de")
