"""How texts are spelled for the encoder."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.lang.pack import languages, load_pack
from newsdiff.semantics import embed
from newsdiff.semantics.spelling import spell


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Що сказав лікар?", "Что сказал врач?"),
        ("ЩО", "ЧТО"),
        ("Загинули 12 людей", "Погибли 12 человек"),
        ("п’ять, п'ять, пʼять", "пять, пять, пять"),
        ("рішення", "решение"),
        ("Novatec, 3,4 %: «Orva»", "Novatec, 3,4 %: «Orva»"),
        ("і", "и"),
        ("", ""),
    ],
)
def test_a_language_close_to_a_taught_one_is_put_into_its_words(text: str, spelled: str) -> None:
    assert spell(text, "uk") == spelled


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Co řekl lékař?", "Co powiedział lekarz?"),
        ("ŘEKL", "POWIEDZIAŁ"),
        ("Vchod", "Wchod"),
        ("křižovatka", "krziżowatka"),
        ("Hilary, 3,4 %: «Orva»", "Hilary, 3,4 %: «Orwa»"),
        ("", ""),
    ],
)
def test_letters_of_two_signs_are_taken_whole(text: str, spelled: str) -> None:
    assert spell(text, "cs") == spelled


@pytest.mark.parametrize("code", [code for code in (*languages(), "sv", "") if not load_pack(code).prose.near_words])
def test_other_languages_stay_as_they_are(code: str) -> None:
    assert spell("Що сказав лікар? What’s up, doc?", code) == "Що сказав лікар? What’s up, doc?"


@given(st.text())
def test_figures_and_marks_stay(text: str) -> None:
    assert [letter for letter in spell(text, "uk") if letter.isdigit()] == [
        letter for letter in text if letter.isdigit()
    ]


@pytest.mark.parametrize(
    ("language", "players", "bridge"),
    [
        ("uk", "Двоє гравців травмувалися під час матчу.", "Міністерство повідомило, що міст відкриють навесні."),
        ("cs", "Dva hráči se v zápase zranili.", "Ministerstvo oznámilo, že most na jaře znovu otevřou."),
    ],
)
def test_translations_are_nearest(language: str, players: str, bridge: str) -> None:
    texts = [
        "Two players were injured in the match.",
        players,
        "The ministry said the bridge will reopen in spring.",
        bridge,
    ]
    rows = embed(texts, languages=["en", language, "en", language])
    similarity = rows @ rows.T - 2 * np.eye(4)
    assert similarity.argmax(axis=1).tolist() == [1, 0, 3, 2]
    assert similarity[0, 1] > similarity[0, 3] + 0.3
