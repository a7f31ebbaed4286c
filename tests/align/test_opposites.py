"""What is said the other way round: a table of texts that contradict each other by a word, and of texts that only seem to."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from newsdiff.align.utterances.opposites import find_opposites
from newsdiff.align.utterances.utterance import Utterance, parts_of
from newsdiff.align.utterances.vectors import TextVectors
from newsdiff.align.utterances.words import words_in
from newsdiff.lang import languages, load_pack
from newsdiff.model import Quotation, Span

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "opposites.yaml").read_text(encoding="utf-8"))
MATTERS = {matter["what"]: matter for matter in CASES["matters"]}
SETS = [(how, row) for how in ("surely", "maybe", "never") for row in CASES[how]]
RELATIONS = {"surely": {"disjoint"}, "maybe": {"unknown"}, "never": set()}


def utterance(article, text):
    whole = Span(0, len(text))
    return Utterance(
        article,
        article[:2],
        Quotation(None, text, "indirect"),
        text,
        parts_of(text, whole),
        words_in(text, whole),
        (),
        (),
    )


def relations(texts):
    found = find_opposites([utterance(article, text) for article, text in texts.items()], TextVectors())
    return found, {comparison.relation for comparison in found.values()}


@pytest.mark.parametrize("what", MATTERS)
@pytest.mark.parametrize("side", ["says", "opposite"])
@pytest.mark.parametrize(
    "language", ["en", "de", "it", "hi", "ar", "es", "fr", "pt", "nl", "pl", "ru", "uk", "cs", "tr", "zh", "ja"]
)
def test_one_that_says_the_opposite_stands_against_two(what, side, language):
    matter = MATTERS[what]
    others = [other for other in ("en", "de", "es") if other != language][:2]
    ours, theirs = matter[side], matter["opposite" if side == "says" else "says"]
    found, how = relations({language: ours[language]} | {other: theirs[other] for other in others})
    assert how == {"disjoint"}
    assert set(found) == {frozenset((language, other)) for other in others}


@pytest.mark.parametrize("what", MATTERS)
@pytest.mark.parametrize("side", ["says", "opposite"])
def test_those_who_say_the_same_contradict_nobody(what, side):
    assert relations(MATTERS[what][side]) == ({}, set())


@pytest.mark.parametrize(("how", "texts"), SETS, ids=lambda value: value if isinstance(value, str) else "-".join(value))
def test_opposites_are_found_where_they_are_and_nowhere_else(how, texts):
    assert relations(texts)[1] == RELATIONS[how]


@pytest.mark.parametrize("language", languages())
def test_every_name_in_a_pack_has_an_opposite_there(language):
    named = set(load_pack(language).speech.opposites) - {"neither"}
    for pair in load_pack("und").speech.opposite_pairs:
        assert set(pair) <= named or not set(pair) & named, pair
    assert named <= {name for pair in load_pack("und").speech.opposite_pairs for name in pair}


@pytest.mark.parametrize("language", languages())
def test_no_word_is_its_own_opposite(language):
    opposites = load_pack(language).speech.opposites
    for one, other in load_pack("und").speech.opposite_pairs:
        assert not set(opposites.get(one, ())) & set(opposites.get(other, ()))
