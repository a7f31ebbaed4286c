"""Whether two names are the same name, in any script against any script.

What belongs here: the comparison of two prepared names. The score of two words is a logistic regression over edit
distances of their sounds, fitted on pairs of names in Latin and six other scripts (see ``models/sounds``); within one
script the letters count as much as the sounds. The score of two names comes from the best way to set their words side
by side. Many names against many are compared by ``name_batch``.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from itertools import permutations

from rapidfuzz.distance import Indel, JaroWinkler, Levenshtein

from newsdiff.parse.names.forms import NameForm, Reading, Word, name_form, reversed_form

__all__ = ["NameForm", "compare_forms", "compare_words", "name_form", "name_similarity"]

MEASURES: tuple[tuple[str, Callable[[str, str], float]], ...] = (
    ("sounds", Levenshtein.normalized_similarity),
    ("skeleton", Levenshtein.normalized_similarity),
    ("broad", Levenshtein.normalized_similarity),
    ("vague", Levenshtein.normalized_similarity),
    ("vague", Indel.normalized_similarity),
    ("sounds", JaroWinkler.similarity),
)
WITH_VOWELS = (5.69, 1.87, 1.40, 3.70, 1.61, -1.72, -7.37)
WITHOUT_VOWELS = (5.08, 3.98, 2.91, 4.49, 1.32, -2.13, -9.39)
"""The weights of the measures and, last, the bias, where both scripts write their vowels and where one does not."""

ABJADS = ("Arab", "Hebr")
SHARE_OF_LETTERS = 0.6
STRICTNESS = 1.5
INITIAL = 0.8
NICKNAME = 0.95
TRANSLATED = 0.9
SINGLE = {"last": 0.88, "first": 0.82, "middle": 0.78}
UNMATCHED = 0.95
SWAPPED = 0.97
WEAKEST = 0.6
AGREEING = 0.08
AGREEING_FROM = 0.55
MOST_WORDS = 4
JOINED = 0.95
UNSPACED = ("Hani", "Kana", "Hang")


def name_similarity(a: str, b: str) -> float:
    """How likely two written names are the same name, 0 to 1; about 0.8 and more means that they are.

    Symmetric. Knows other scripts, spellings, initials, short given names, swapped order and a surname alone (which is
    never quite as sure as the full name). Takes names without titles. For many names build ``name_form`` once each and
    use ``name_batch.similarity_matrix``.
    """
    return compare_forms(name_form(a), name_form(b))


@lru_cache(maxsize=65536)
def compare_forms(a: NameForm, b: NameForm) -> float:
    """The same for two names that are prepared already."""
    if not a.words or not b.words:
        return 0.0
    if len(a.words) > len(b.words) or (len(a.words) == len(b.words) and a.text > b.text):
        a, b = b, a
    best = _compare_words_of(a.words[:MOST_WORDS], b.words[:MOST_WORDS])
    if len(a.words) == 1 and b.joined is not None and not a.words[0].initial:
        best = max(best, JOINED * _compare_joined(a, b))
    return min(1.0, best)


def compare_words(a: Word, b: Word) -> float:
    """How likely two words are the same name. An initial agrees with every name that it begins."""
    if a.bare == b.bare:
        return 1.0
    if a.initial or b.initial:
        return INITIAL if _begin_alike(a, b) else 0.0
    if not a.readings or not b.readings:
        return 0.0
    if a.script == b.script:
        if a.bare in b.stands_for or b.bare in a.stands_for:
            return NICKNAME
        letters = float(Levenshtein.normalized_similarity(a.bare, b.bare) ** STRICTNESS)
        return (1 - SHARE_OF_LETTERS) * compare_readings(a.readings[0], b.readings[0]) + SHARE_OF_LETTERS * letters
    weights = WITHOUT_VOWELS if a.script in ABJADS or b.script in ABJADS else WITH_VOWELS
    return max(compare_readings(x, y, weights) for x in a.readings for y in b.readings)


def compare_translated(a: Word, b: Word) -> float:
    """The same where each is one word among several, and may be a translation of the other."""
    alike = compare_words(a, b)
    return max(alike, TRANSLATED) if not a.meanings.isdisjoint(b.meanings) else alike


def compare_readings(a: Reading, b: Reading, weights: tuple[float, ...] = WITH_VOWELS) -> float:
    """How likely two readings are of the same name: a logistic regression over the measures."""
    total = weights[-1]
    for (part, measure), weight in zip(MEASURES, weights, strict=False):
        total += weight * measure(getattr(a, part), getattr(b, part))
    return 1 / (1 + math.exp(-total))


def _begin_alike(a: Word, b: Word) -> bool:
    if not a.readings or not b.readings:
        return a.bare[:1] == b.bare[:1]
    return any(x.sounds[0] == y.sounds[0] for x in a.readings for y in b.readings)


def _compare_joined(a: NameForm, b: NameForm) -> float:
    """Compare a name of one word with a longer one written as one word; where words are not parted, in either order."""
    others = [b.joined]
    if a.words[0].script in UNSPACED:
        others.append(reversed_form(b))
    return max(compare_words(a.words[0], other) for other in others if other is not None)


def _compare_words_of(a: tuple[Word, ...], b: tuple[Word, ...]) -> float:
    """Set the words of the shorter name against words of the longer in the best way."""
    compare = compare_translated if len(a) > 1 else compare_words
    scores = [[compare(x, y) for y in b] for x in a]
    return max(weigh([scores[i][j] for i, j in enumerate(way)], way, len(b)) for way in ways(len(a), len(b)))


@lru_cache(maxsize=64)
def ways(shorter: int, longer: int) -> tuple[tuple[int, ...], ...]:
    """All ways to give every word of the shorter name a word of the longer."""
    return tuple(permutations(range(longer), shorter))


def weigh(scores: list[float], way: tuple[int, ...], longer: int) -> float:
    """The score of two names from the scores of their words. A surname that differs outweighs a given name that agrees."""
    weakest = min(scores)
    mean = sum(scores) / len(scores)
    score = WEAKEST * weakest + (1 - WEAKEST) * mean
    if len(scores) > 1 and weakest >= AGREEING_FROM:
        score = min(1.0, score + AGREEING)
    return score * way_factor(way, longer)


@lru_cache(maxsize=256)
def way_factor(way: tuple[int, ...], longer: int) -> float:
    """What a way of setting words side by side costs: words left over, a surname alone, words swapped."""
    if len(way) == 1 and longer > 1:
        place = "last" if way[0] == longer - 1 else "first" if way[0] == 0 else "middle"
        return SINGLE[place]
    factor = UNMATCHED ** (longer - len(way))
    return factor if list(way) == sorted(way) else factor * SWAPPED
