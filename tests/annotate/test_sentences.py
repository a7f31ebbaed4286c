from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.annotate.sentences import split_sentences
from newsdiff.lang.pack import languages

CASES = Path(__file__).parent.parent / "cases" / "sentences"
ROWS = [
    (path.stem, row)
    for path in sorted(CASES.glob("*.yaml"))
    for row in yaml.safe_load(path.read_text(encoding="utf-8"))
]
WRAPPED = """The mill on the Ferris closed in May after ninety years of work.
Nobody had warned the town, which lost its largest employer
overnight. Dr. Harrow spoke of a disgrace and left the meeting
before it had ended.

The owners gave no reason for the step, and their lawyers were
silent as well."""


def surfaces(text: str, language: str) -> list[str]:
    return [text[sentence.start : sentence.end] for sentence in split_sentences(text, language)]


@pytest.mark.parametrize(("language", "row"), ROWS, ids=[f"{language}-{row[:25]}" for language, row in ROWS])
def test_cases(language, row):
    assert surfaces(row.replace("|", ""), language) == [part.strip() for part in row.split("|")]


def test_every_language_with_a_pack_has_cases():
    assert {language for language, _ in ROWS} >= set(languages())


@pytest.mark.parametrize("row", [row for _, row in ROWS], ids=[row[:25] for _, row in ROWS])
def test_paragraphs_are_split_whatever_the_language(row):
    text = row.replace("|", "")
    apart = surfaces(text, "und")
    assert surfaces(f"{text}\n\n{text}", "und") == apart + apart


def test_a_pipe_glued_to_a_word_ends_a_hindi_sentence():
    assert surfaces("बस रुक गई| सब उतर गए।", "hi") == ["बस रुक गई|", "सब उतर गए।"]


def test_lines_of_a_wrapped_text_are_joined():
    assert surfaces(WRAPPED, "en") == [
        "The mill on the Ferris closed in May after ninety years of work.",
        "Nobody had warned the town, which lost its largest employer\novernight.",
        "Dr. Harrow spoke of a disgrace and left the meeting\nbefore it had ended.",
        "The owners gave no reason for the step, and their lawyers were\nsilent as well.",
    ]


def test_short_lines_are_not_taken_for_a_wrapped_text():
    text = "Harbour\nMill\nFerry\nTown hall\nThe mayor of Thornby resigned on Friday"
    assert surfaces(text, "en") == text.split("\n")


def test_a_sentence_in_another_language_has_its_own():
    text = "Il consiglio ha votato.\nThe report names several firms that were in the harbour at the time of the fire."
    assert [sentence.language for sentence in split_sentences(text, "it")] == ["it", "en"]


@given(
    st.text(alphabet=st.sampled_from(list("aAZ zé.!?…।؟ ”“\"'()-\n\u00a0» 19Xकी.दم،")), max_size=120),
    st.sampled_from(["en", "de", "hi", "ar", "und", "fr"]),
)
def test_spans_cover_all_that_is_not_white_space(text, language):
    last = 0
    for sentence in split_sentences(text, language):
        assert not text[last : sentence.start].strip()
        piece = text[sentence.start : sentence.end]
        assert piece
        assert piece == piece.strip()
        last = sentence.end
    assert not text[last:].strip()


@given(st.text(max_size=200))
def test_never_raises(text):
    assert "".join("".join(surfaces(text, "en")).split()) == "".join(text.split())


@pytest.mark.parametrize("unit", ["word ", "१२ शब्द ", "glued", "كلمة\u00a0"])
def test_what_is_longer_than_any_sentence_is_parted_and_nothing_of_it_is_lost(unit):
    parts = surfaces(unit * 4000, "en")
    assert len(parts) > 1
    assert max(map(len, parts)) <= 4000
    assert "".join("".join(parts).split()) == "".join((unit * 4000).split())
    assert unit == "glued" or {word for part in parts for word in part.split()} == set(unit.split())


def test_a_long_sentence_stays_whole():
    sentence = "The mill " + "of the old town and " * 190 + "was sold."
    assert surfaces(sentence, "en") == [sentence]
