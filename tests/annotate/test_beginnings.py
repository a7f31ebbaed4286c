"""First words of a sentence that nothing but their capital makes a name."""

from __future__ import annotations

import pytest

from newsdiff.annotate import beginnings
from newsdiff.annotate.tagger import TaggedSpan

NAMES = {"Halloran", "halloran", "Trasa", "Ada", "Moss", "Novatec"}
"""What the tagger of these tests takes for a name, word by word: it knows "halloran" in small letters, too."""


def tag_words(sentences):
    return [
        tuple(TaggedSpan("person", at, at, 0.6) for at, word in enumerate(words) if word in NAMES)
        for words in sentences
    ]


@pytest.mark.parametrize(
    ("words", "span", "unsure"),
    [
        (["Trasa", "jest", "długa"], TaggedSpan("person", 0, 0, 0.6), True),
        (["„", "Trasa", "jest"], TaggedSpan("person", 1, 1, 0.6), True),
        (["Halloran", "stayed", "silent"], TaggedSpan("person", 0, 0, 0.6), False),
        (["Trasa", "jest", "długa"], TaggedSpan("person", 0, 0, 0.8), False),
        (["Trasa", "jest", "długa"], TaggedSpan("organization", 0, 0, 0.6), False),
        (["To", "Trasa"], TaggedSpan("person", 1, 1, 0.6), False),
        (["Ada", "Moss", "left"], TaggedSpan("person", 0, 1, 0.6), False),
        (["मीरा", "ने", "कहा"], TaggedSpan("person", 0, 0, 0.6), False),
    ],
)
def test_a_first_word_is_unsure_that_in_small_letters_is_no_name(monkeypatch, words, span, unsure):
    monkeypatch.setattr(beginnings, "tag", tag_words)
    behind = TaggedSpan("place", len(words), len(words), 0.9)
    ((first, last),) = beginnings.doubt_beginnings([words], [(span, behind)])
    assert (first.score < 0.5) is unsure
    assert (first.kind, first.first, first.last) == (span.kind, span.first, span.last)
    assert last == behind


def test_sentences_without_names_stay_as_they_are():
    assert beginnings.doubt_beginnings([["Hello"], []], [(), ()]) == [(), ()]


@pytest.mark.parametrize(
    ("word", "score", "kept"), [("Riaperta", 0.4, False), ("Riaperta", 0.6, True), ("Halloran", 0.4, True)]
)
def test_a_first_word_is_no_place_that_in_small_letters_is_no_name(monkeypatch, word, score, kept):
    monkeypatch.setattr(beginnings, "tag", tag_words)
    spans = (TaggedSpan("place", 0, 0, score), TaggedSpan("place", 2, 2, 0.3))
    assert beginnings.doubt_beginnings([[word, "la", "Trasa"]], [spans]) == [spans if kept else spans[1:]]


def test_a_language_that_the_tagger_was_not_taught_asks_for_more(monkeypatch):
    monkeypatch.setattr(beginnings, "tag", tag_words)
    spans = [(TaggedSpan("place", 0, 0, 0.6),)]
    assert beginnings.doubt_beginnings([["Kazadan", "sonra"]], spans) == spans
    assert beginnings.doubt_beginnings([["Kazadan", "sonra"]], spans, taught=False) == [()]
