"""Contraries: utterances of which one denies what another says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from math import inf

from newsdiff.align.utterances.denial import contrary_in_words, negators_in, sense_of, without_negators
from newsdiff.align.utterances.utterance import Utterance
from newsdiff.align.utterances.vectors import TextVectors
from newsdiff.kinds import Comparison
from newsdiff.model import Reason

GAIN = 0.04
"""What the cosine must win without the negation, on average over all that deny and all that affirm."""
GAIN_OF_TWO = 0.06
"""The same where only two articles quote the utterance."""
LIKENESS = 0.7
"""Cosine without the negation from which on the utterances may be contraries: on average, or where many deny of the nearest.

How near translations come differs between languages: one distant language hides nothing that many others show.
"""
MANY = 3
"""How many deny at least, and fewer affirm, for the denial to be no matter of translation: then less is proof enough."""
GAIN_OF_MANY = 0.025
LIKENESS_OF_MANY = 0.5
GAIN_OF_ALL, LEAST_GAIN = 0.05, 0.04
"""What the cosine must win on average, and with each, for the likeness to be no matter where many deny, and for the contrary to be
sure where one affirms: of 189 sentences that translators denied in three or four languages and not in another, one comes so
far."""
LENGTHS = 3.5
"""How many times as long one utterance may be as another of which it is the contrary: Arabic is short, German long."""

SENTENCE = 4
"""Words from which on what stands in quotation marks may be a sentence that somebody is said to have said."""
WITNESSES = 2
"""How many articles must agree that words were said, or were not, for one that does not to stand alone."""

CONTRARY = Comparison("disjoint", Reason("negation", "one article denies what the other says"))
MAYBE_CONTRARY = Comparison("unknown", Reason("negation", "one article seems to deny what the other says"))
UNSAID = Comparison("disjoint", Reason("denied", "said in one article, and denied in another"))
"""Where one article says of words that were never said, and the others quote them."""
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
    return found | _reported(utterances) | _unsaid(utterances)


def _unsaid(utterances: Sequence[Utterance]) -> Contraries:
    """Articles of which some quote words that others say were never said; surely where one stands against two or more."""
    quoted = [one for one in utterances if one.verbatim and len(one.words) >= SENTENCE]
    denied = [one for one in quoted if one.value.denied]
    said = [one for one in quoted if not one.value.denied]
    alone = min(len(denied), len(said)) == 1 and len(quoted) > WITNESSES
    return {
        frozenset((one.article, other.article)): UNSAID if alone else REPORTED_DENIED
        for one, other in product(denied, said)
        if _are_as_long(one, other)
    }


def _reported(utterances: Sequence[Utterance]) -> Contraries:
    """Articles that report an utterance in their own words, as said or as denied."""
    told = [one for one in utterances if not one.verbatim and sense_of(one) != "denied"]
    return {
        frozenset((one.article, other.article)): REPORTED_DENIED
        for one, other in product(told, told)
        if one.value.denied and not other.value.denied
    }


def _between_languages(denied: Sequence[Utterance], affirmed: Sequence[Utterance], vectors: TextVectors) -> Contraries:
    """What may be denied, since "will not accept" is near to "refuse" whatever is taken out; surely where one affirms what many deny."""
    pairs = [(one, other) for one, other in product(denied, affirmed) if one.verbatim and other.verbatim]
    if not pairs or not all(_are_as_long(one, other) for one, other in pairs):
        return {}
    near = [_nearness(one, other, vectors) for one, other in pairs]
    gains = [bare - whole for bare, whole in near]
    gain = sum(gains) / len(gains)
    likeness = sum(bare for bare, _ in near) / len(near)
    affirming = len({other.article for _, other in pairs})
    many = len({one.article for one, _ in pairs}) >= MANY > affirming
    if many and max(bare for bare, _ in near) >= LIKENESS:
        likeness = LIKENESS
    always = many and gain >= GAIN_OF_ALL and min(gains) >= LEAST_GAIN
    if not always and gain < _gain_needed(len(pairs), likeness, many=many):
        return {}
    contrary = CONTRARY if always and affirming == 1 else MAYBE_CONTRARY
    return {frozenset((one.article, other.article)): contrary for one, other in pairs}


def _gain_needed(pairs: int, likeness: float, *, many: bool) -> float:
    if likeness >= LIKENESS:
        return GAIN_OF_MANY if many else GAIN_OF_TWO if pairs == 1 else GAIN
    return GAIN if many and likeness >= LIKENESS_OF_MANY else inf


def _nearness(denied: Utterance, affirmed: Utterance, vectors: TextVectors) -> tuple[float, float]:
    """How near the clauses that deny come to the nearest clause of the other without their negation, and with it."""
    negators = negators_in(denied)
    parts = tuple(part for part in denied.parts if any(part.covers(word.span) for word in negators))
    clauses = replace(denied, parts=parts or denied.parts)
    bare = (denied.language, without_negators(clauses))
    rows = [affirmed.row, *map(affirmed.row_of, affirmed.parts)]
    vectors.need([bare, clauses.row, *rows])
    nearest = max(rows, key=lambda row: vectors.cosine(bare, row))
    return vectors.cosine(bare, nearest), vectors.cosine(clauses.row, nearest)


def _are_as_long(one: Utterance, other: Utterance) -> bool:
    lengths = sorted((len(one.text), len(other.text)))
    return lengths[1] <= LENGTHS * lengths[0]
