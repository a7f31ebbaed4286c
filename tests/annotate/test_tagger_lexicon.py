"""The lists of words that the tagger asks: what is in them is found, what is not hardly ever is, and what a word takes from them."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsdiff
from newsdiff.annotate.tagger_features import word_features
from newsdiff.annotate.tagger_lexicon import WordSet, load_lexicon
from newsdiff.semantics.encoder import load_tokenizer

MODELS = Path(newsdiff.__file__).parent / "models"
FIRST_LISTED = 6


@given(st.sets(st.text(min_size=1), max_size=40))
def test_a_word_of_the_set_is_always_found(words):
    assert all(word in WordSet.of(words) for word in words)


def test_few_other_words_are_taken_for_one_of_the_set():
    words = WordSet.of(f"word{number}" for number in range(5000))
    assert sum(f"other{number}" in words for number in range(20_000)) < 120


def test_the_same_words_give_the_same_bits():
    assert WordSet.of(["b", "a", "b"]) == WordSet.of(["a", "b"])


@pytest.mark.parametrize("word", ["Regierung", "Häuser", "Bleistift", "Verträgen"])
def test_forms_of_common_nouns_are_listed(word):
    assert word in load_lexicon().nouns


@pytest.mark.parametrize("word", ["Merkel", "und", "gegangen", "Andreas", "Hannover"])
def test_names_and_other_words_are_no_common_nouns(word):
    assert word not in load_lexicon().nouns


TRAITS = ("noun", "compound", "person", "place", "organization", "organized")


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("Regierung", {"noun"}),
        ("REGIERUNG", {"noun"}),
        ("regierung", set()),
        ("Hafenregierung", {"compound"}),
        ("Angela", {"person"}),
        ("Fischer", {"noun", "person"}),
        ("Heidelberg", {"place"}),
        ("جيمس", {"person"}),
        ("وجيمس", {"person"}),
        ("دمشق", {"place"}),
        ("Михаилу", {"person"}),
        ("राहुल", {"person"}),
        ("Petrobras", {"organization"}),
        ("ministero", {"organized"}),
        ("12", set()),
        ("…", set()),
    ],
)
def test_a_word_takes_its_traits_from_the_lists(word, told):
    traits = word_features(word, load_tokenizer()).traits[FIRST_LISTED:]
    assert {name for name, trait in zip(TRAITS, traits, strict=True) if trait} == told


def test_card_names_the_bytes_that_ship():
    shipped = hashlib.sha256((MODELS / "lexicon.npz").read_bytes()).hexdigest()
    assert re.findall(r"[0-9a-f]{64}", (MODELS / "lexicon.md").read_text(encoding="utf-8")) == [shipped]
