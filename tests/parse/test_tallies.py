"""Records told in words: the table of cases, any order of the words, and that they stand against hyphenated ones."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
import yaml

from newsdiff.kinds import score
from newsdiff.lang.pack import load_pack
from newsdiff.model import Quantity
from newsdiff.parse.figures import find_figures

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "tallies.yaml").read_text(encoding="utf-8"))
ROWS = [(code, text, counts) for code, rows in CASES.items() for text, counts in rows]


def named(code: str, text: str) -> list[Quantity]:
    return [figure.value for figure in find_figures(text, load_pack(code)) if figure.value.named]


@pytest.mark.parametrize(("code", "text", "counts"), ROWS)
def test_a_record_is_read_where_wins_and_losses_are_told(code: str, text: str, counts: list[int] | None) -> None:
    assert [value.points for value in named(code, text)] == ([] if counts is None else [tuple(map(float, counts))])


@pytest.mark.parametrize("code", ["en", "de", "it", "hi", "ar"])
def test_every_pack_has_records_and_traps(code: str) -> None:
    fires = [counts is not None for _, counts in CASES[code]]
    assert fires.count(True) >= 4
    assert fires.count(False) >= 4


@pytest.mark.parametrize("parts", list(permutations(["13 Siege", "21 Niederlagen", "3 Remis"])))
def test_the_order_of_the_words_does_not_matter(parts: tuple[str, ...]) -> None:
    (value,) = named("de", "Die Bilanz: {}, {} und {}.".format(*parts))
    assert value.points == (13, 21, 3)


@pytest.mark.parametrize("written", ["40-21-3", "40-3-21"])
def test_a_record_without_words_agrees_in_either_order(written: str) -> None:
    (told,) = named("it", "Conta 40 vittorie, 21 sconfitte e 3 pareggi.")
    (hyphened,) = find_figures(f"His record is {written} now.", load_pack("en"))
    assert score.comparable(told, hyphened.value)
    assert score.compare(told, hyphened.value).relation == "equal"


def test_two_records_in_words_must_agree_part_by_part() -> None:
    (told,) = named("it", "Conta 13 vittorie, 21 sconfitte e 3 pareggi.")
    (turned,) = named("de", "Er hat 21 Siege, 13 Niederlagen und 3 Remis.")
    assert score.compare(told, turned).relation == "disjoint"
    assert score.compare(told, turned).slip


def test_a_record_of_wins_and_losses_alone_agrees_with_two_numbers() -> None:
    (told,) = named("en", "He has 18 wins and seven losses.")
    (hyphened,) = find_figures("La stagione: 18-7 finora.", load_pack("it"))
    assert score.compare(told, hyphened.value).relation == "equal"
    assert score.describe(told) == "18–7"
