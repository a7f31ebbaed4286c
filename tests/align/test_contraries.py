"""Contraries between languages: how many deny, and how near they come, decides; one distant language does not."""

from __future__ import annotations

import pytest

from newsdiff.align.utterances.contraries import find_contraries
from newsdiff.align.utterances.utterance import Utterance, parts_of
from newsdiff.align.utterances.vectors import TextVectors
from newsdiff.align.utterances.words import words_in
from newsdiff.model import Quotation, Span

AFFIRMED = ("ar", "كانت الرافعة القديمة محملة فوق طاقتها")
DENIED = {
    "en": "The old crane was not overloaded",
    "de": "Der alte Kran war nicht überlastet",
    "hi": "पुरानी क्रेन पर हद से ज्यादा बोझ नहीं था",
}


class Fixed(TextVectors):
    """Says how near a language comes to the affirmed utterance; without the negation ``gain`` nearer."""

    def __init__(self, near, gain=0.035):
        super().__init__()
        self.near = near
        self.gain = gain

    def need(self, rows):
        assert list(rows)

    def cosine(self, one, other):
        assert other[0] == AFFIRMED[0]
        whole = one[1] == DENIED[one[0]]
        return self.near[one[0]] - (self.gain if whole else 0.0)


def utterance(language, text):
    whole = Span(0, len(text))
    quotation = Quotation(None, text, "direct")
    return Utterance(language, language, quotation, text, parts_of(text, whole), words_in(text, whole), (), ())


@pytest.mark.parametrize(
    ("near", "contrary"),
    [
        ({"en": 0.78, "de": 0.72, "hi": 0.75}, True),
        ({"en": 0.78, "de": 0.72, "hi": 0.35}, True),
        ({"en": 0.62, "de": 0.6, "hi": 0.35}, False),
        ({"en": 0.78, "de": 0.72}, False),
    ],
)
def test_many_deny_though_one_language_is_far(near, contrary):
    utterances = [utterance(language, DENIED[language]) for language in near] + [utterance(*AFFIRMED)]
    found = find_contraries(utterances, Fixed(near))
    assert set(found) == ({frozenset((language, "ar")) for language in near} if contrary else set())


@pytest.mark.parametrize(
    ("near", "gain", "contrary"),
    [
        ({"en": 0.45, "de": 0.4, "hi": 0.25}, 0.06, True),
        ({"en": 0.45, "de": 0.4, "hi": 0.25}, 0.035, False),
        ({"en": 0.45, "de": 0.4}, 0.06, False),
    ],
)
def test_what_each_of_many_denies_clearly_needs_no_likeness(near, gain, contrary):
    utterances = [utterance(language, DENIED[language]) for language in near] + [utterance(*AFFIRMED)]
    assert bool(find_contraries(utterances, Fixed(near, gain))) is contrary
