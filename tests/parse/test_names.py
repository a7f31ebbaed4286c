"""Names against names: what must be the same name and what must not, in any script."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.parse.names.batch import similarity_matrix
from newsdiff.parse.names.forms import name_form
from newsdiff.parse.names.romanize import fold, sounds
from newsdiff.parse.names.similarity import name_similarity

CASES = Path(__file__).parent.parent / "cases" / "names"
SAME = 0.75
NAMES = st.text(st.characters(categories=("L", "M", "Nd", "Zs", "Pd", "Po"), max_codepoint=0x9FFF), max_size=24)


def rows() -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for path in sorted(CASES.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            found.extend(csv.DictReader(file, delimiter="\t"))
    return found


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['one']} | {row['other']}")
def test_cases(row: dict[str, str]) -> None:
    score = name_similarity(row["one"], row["other"])
    assert (score >= SAME) == (row["same"] == "yes"), f"{score:.2f}: {row['note']}"


@given(NAMES, NAMES)
def test_scores_are_symmetric_and_bounded(one: str, other: str) -> None:
    score = name_similarity(one, other)
    assert 0 <= score <= 1
    assert score == pytest.approx(name_similarity(other, one), abs=1e-6)


@given(NAMES)
def test_a_name_is_itself(name: str) -> None:
    if name_form(name).words:
        assert name_similarity(name, name) == pytest.approx(1.0)


def test_the_batch_gives_what_single_pairs_give() -> None:
    names = sorted({row[side] for row in rows() for side in ("one", "other")})
    forms = [name_form(name) for name in names]
    matrix = similarity_matrix(forms, forms)
    for i, one in enumerate(names):
        for j, other in enumerate(names):
            assert matrix[i, j] == pytest.approx(name_similarity(one, other), abs=1e-4), (one, other)


def test_a_likely_slip_scores_above_an_unlikely_one() -> None:
    assert name_similarity("Duskova", "Duskowa") > name_similarity("Duskova", "Duskora")
    assert name_similarity("Weber", "فيبر") > name_similarity("Weber", "فيكر")


@pytest.mark.parametrize(
    ("word", "said"),
    [("रोविन", "rovin"), ("डॉल्टन", "daltan"), ("Дусков", "duskov"), ("ブラウン", "braun")],
)
def test_scripts_sound_alike(word: str, said: str) -> None:
    assert name_similarity(word, said) > SAME
    assert sounds(word)


def test_folding_keeps_vowel_signs() -> None:
    assert fold("हिन्दी") == "हिन्दी"
    assert fold("Dušková") == "duskova"
    assert fold("أحمَد") == "احمد"


def test_nothing_is_like_no_name() -> None:
    assert name_similarity("", "Duskova") == 0
    assert name_similarity("—", "...") == 0
