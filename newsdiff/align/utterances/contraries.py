"""Contraries: utterances of which one denies what another says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from newsdiff.align.utterances.denial import contrary_in_words, sense_of, without_negators
from newsdiff.align.utterances.utterance import Utterance
from newsdiff.align.utterances.vectors import TextVectors
from newsdiff.kinds import Comparison
from newsdiff.model import Reason

GAIN = 0.04
"""What the cosine must win without the negation, on average over all that deny and all that affirm."""
GAIN_OF_TWO = 0.06
"""The same where only two articles quote the utterance."""
LIKENESS = 0.7
"""Average cosine without the negation from which on the utterances may be contraries."""
LENGTHS = 3.5
"""How many times as long one utterance may be as another of which it is the contrary: Arabic is short, German long."""

CONTRARY = Comparison("disjoint", Reason("negation", "one article denies what the other says"))
MAYBE_CONTRARY = Comparison("unknown", Reason("negation", "one article seems to deny what the other says"))
REPORTED_DENIED = Comparison("unknown", Reason("denied", "said in one article, and denied in another"))

Contraries = dict[frozenset[str], Comparison]
"""How two articles contradict each other, by their ids."""


def find_contraries(utterances: Sequence[Utterance], vectors: TextVectors) -> Contraries:
    """The pairs of articles of which one denies what the other says, or seems to; most slots have none."""
    senses = {one.article: sense_of(one) for one in utterances}
    denied = [one for one in utterances if senses[one.article] == "denied"]
    affirmed = [one for one in utterances if senses[one.article] == "affirmed"]
    found = _between_languages(denied, affirmed, vectors)
    for one, other in product(denied, affirmed):
        if one.language == other.language:
            pair, alike = frozenset((one.article, other.article)), contrary_in_words(one, other)
            found.pop(pair, None)
            if alike != "no":
                found[pair] = CONTRARY if alike == "surely" else MAYBE_CONTRARY
    return found | _reported(utterances)


def _reported(utterances: Sequence[Utterance]) -> Contraries:
    """Articles that report an utterance in their own words, as said or as denied."""
    told = [one for one in utterances if not one.verbatim and sense_of(one) != "denied"]
    return {
        frozenset((one.article, other.article)): REPORTED_DENIED
        for one, other in product(told, told)
        if one.value.denied and not other.value.denied
    }


def _between_languages(denied: Sequence[Utterance], affirmed: Sequence[Utterance], vectors: TextVectors) -> Contraries:
    """What may be denied; never more, since "will not accept" is near to "refuse" whatever is taken out."""
    pairs = [(one, other) for one, other in product(denied, affirmed) if one.verbatim and other.verbatim]
    if not pairs or not all(_are_as_long(one, other) for one, other in pairs):
        return {}
    bare = {one.article: (one.language, without_negators(one)) for one, _ in pairs}
    vectors.need(bare.values())
    near = [vectors.cosine(bare[one.article], other.row) for one, other in pairs]
    gains = [after - vectors.cosine(one.row, other.row) for (one, other), after in zip(pairs, near, strict=True)]
    gain, likeness = sum(gains) / len(gains), sum(near) / len(near)
    if likeness < LIKENESS or gain < (GAIN_OF_TWO if len(pairs) == 1 else GAIN):
        return {}
    return {frozenset((one.article, other.article)): MAYBE_CONTRARY for one, other in pairs}


def _are_as_long(one: Utterance, other: Utterance) -> bool:
    lengths = sorted((len(one.text), len(other.text)))
    return lengths[1] <= LENGTHS * lengths[0]
