"""Words that names are translated with."""

from __future__ import annotations

import pytest

from newsdiff.parse.names.meanings import TABLE, meanings
from newsdiff.parse.names.romanize import fold

ROWS = [
    line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
]
AFFIXES = ("begins", "ends")


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("Cup", "cup"),
        ("كأس", "cup"),
        ("بكأس", "cup"),
        ("कप", "cup"),
        ("Pokal", "cup"),
        ("Universität", "university"),
        ("والجامعة", "university"),
        ("Oberster", "supreme"),
        ("للسرطان", "cancer"),
        ("Кубка", "cup"),
    ],
)
def test_a_word_has_its_meaning(word: str, meaning: str) -> None:
    assert meaning in meanings(fold(word))


@pytest.mark.parametrize("word", ["Halloran", "Tavik", "هالوران", "बरुआ", "", "al", "ال"])
def test_a_name_has_none(word: str) -> None:
    assert not meanings(fold(word))


@pytest.mark.parametrize("row", [row for row in ROWS if row[0] not in AFFIXES], ids=lambda row: row[0])
def test_every_row_has_the_scripts_of_the_packs(row: list[str]) -> None:
    words = row[1].split(" ")
    assert len(words) == len(set(words))
    assert any("\u0621" <= word[0] <= "\u06ff" for word in words)
    assert any("\u0900" <= word[0] <= "\u097f" for word in words)


def test_the_meanings_stand_in_order_once() -> None:
    keys = [row[0] for row in ROWS]
    assert keys[:2] == list(AFFIXES)
    assert keys[2:] == sorted(set(keys[2:]))
