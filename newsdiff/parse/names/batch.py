"""Many names against many at once: the scores of ``names``, as a matrix.

What belongs here: the same arithmetic over arrays. Every distinct word is compared once, then the names are put together
from their words, all pairs of one shape in one step.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from rapidfuzz.distance import Levenshtein
from rapidfuzz.process import cdist

from newsdiff.parse.names.forms import NameForm, Word
from newsdiff.parse.names.similarity import (
    ABJADS,
    AGREEING,
    AGREEING_FROM,
    INITIAL,
    JOINED,
    MEASURES,
    MOST_WORDS,
    NICKNAME,
    SHARE_OF_LETTERS,
    STRICTNESS,
    TRANSLATED,
    UNSPACED,
    WEAKEST,
    WITH_VOWELS,
    WITHOUT_VOWELS,
    compare_forms,
    compare_words,
    way_factor,
    ways,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

_WEIGHTS = (WITH_VOWELS, WITHOUT_VOWELS)


def similarity_matrix(a: Sequence[NameForm], b: Sequence[NameForm]) -> Scores:
    """The scores of all pairs, (len(a), len(b)) float32: what ``names.compare_forms`` gives for each of them."""
    scores: Scores = np.zeros((len(a), len(b)), dtype=np.float32)
    words_a, places_a = _distinct_words(a)
    words_b, places_b = _distinct_words(b)
    if not words_a or not words_b:
        return scores
    of_words = word_matrix(words_a, words_b)
    of_translated = translate(words_a, words_b, of_words)
    for rows, words_of_rows in _by_length(places_a):
        for columns, words_of_columns in _by_length(places_b):
            single = min(words_of_rows.shape[1], words_of_columns.shape[1]) == 1
            block = (of_words if single else of_translated)[
                words_of_rows[:, None, :, None], words_of_columns[None, :, None, :]
            ]
            if words_of_rows.shape[1] > words_of_columns.shape[1]:
                block = block.transpose(0, 1, 3, 2)
            scores[np.ix_(rows, columns)] = _weigh_all(block)
    _settle_joined(a, b, scores)
    _settle_joined(b, a, scores.T)
    return scores


def word_matrix(a: Sequence[Word], b: Sequence[Word]) -> Scores:
    """The scores of all pairs of words, (len(a), len(b)) float32: what ``names.compare_words`` gives."""
    readings_a, starts_a = _flatten(a)
    readings_b, starts_b = _flatten(b)
    size = (len(readings_a), len(readings_b))
    totals: list[Scores] = [np.full(size, weights[-1], dtype=np.float32) for weights in _WEIGHTS]
    for at, (part, measure) in enumerate(MEASURES):
        measured = cdist(
            [getattr(reading, part) for reading in readings_a],
            [getattr(reading, part) for reading in readings_b],
            scorer=measure,  # type: ignore[arg-type]
            dtype=np.float32,
        )
        for which, weights in enumerate(_WEIGHTS):
            totals[which] += np.float32(weights[at]) * measured
    sound = [1 / (1 + np.exp(-total)) for total in totals]
    with_vowels, without_vowels = (
        np.maximum.reduceat(np.maximum.reduceat(scores, starts_a, axis=0), starts_b, axis=1) for scores in sound
    )
    scripts_a, scripts_b = np.array([x.script for x in a]), np.array([y.script for y in b])
    unwritten = np.isin(scripts_a, ABJADS)[:, None] | np.isin(scripts_b, ABJADS)[None, :]
    letters = cdist(
        [x.bare for x in a], [y.bare for y in b], scorer=Levenshtein.normalized_similarity, dtype=np.float32
    )
    within = (1 - SHARE_OF_LETTERS) * sound[0][np.ix_(starts_a, starts_b)] + SHARE_OF_LETTERS * letters**STRICTNESS
    alike = scripts_a[:, None] == scripts_b[None, :]
    scores: Scores = np.where(alike, within, np.where(unwritten, without_vowels, with_vowels)).astype(np.float32)
    _settle_short(a, b, scores)
    _settle_short(b, a, scores.T)
    scores[letters == 1] = 1.0
    return scores


def _settle_short(a: Sequence[Word], b: Sequence[Word], scores: Scores) -> None:
    """Words whose sounds are not what decides: initials, short given names, words without sounds."""
    for row, x in enumerate(a):
        if x.initial:
            scores[row] = [compare_words(x, y) for y in b]
        elif not x.readings:
            scores[row] = [INITIAL if y.initial and compare_words(x, y) else 0.0 for y in b]
        elif x.stands_for:
            for column, y in enumerate(b):
                if x.script == y.script and y.bare in x.stands_for:
                    scores[row, column] = NICKNAME


def translate(a: Sequence[Word], b: Sequence[Word], scores: Scores) -> Scores:
    """The scores with those of words that mean the same: what ``names.compare_translated`` gives."""
    found = scores.copy()
    meaning = [(column, y.meanings) for column, y in enumerate(b) if y.meanings]
    for row, x in enumerate(a):
        if x.meanings:
            for column, of_y in meaning:
                if not x.meanings.isdisjoint(of_y):
                    found[row, column] = max(found[row, column], TRANSLATED)
    return found


class _Silent:
    """The reading of a word without sounds, so that every word has one."""

    sounds = skeleton = broad = vague = ""


def _flatten(words: Sequence[Word]) -> tuple[list[object], NDArray[np.intp]]:
    readings: list[object] = []
    starts = []
    for word in words:
        starts.append(len(readings))
        readings.extend(word.readings or (_Silent(),))
    return readings, np.array(starts, dtype=np.intp)


def _distinct_words(forms: Sequence[NameForm]) -> tuple[list[Word], list[tuple[int, ...]]]:
    known: dict[Word, int] = {}
    places = [tuple(known.setdefault(word, len(known)) for word in form.words[:MOST_WORDS]) for form in forms]
    return list(known), places


def _by_length(places: Sequence[tuple[int, ...]]) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    groups: dict[int, list[int]] = {}
    for at, words in enumerate(places):
        if words:
            groups.setdefault(len(words), []).append(at)
    return [
        (np.array(rows, dtype=np.intp), np.array([places[row] for row in rows], dtype=np.intp))
        for _, rows in sorted(groups.items())
    ]


def _weigh_all(block: NDArray[np.float32]) -> Scores:
    """The scores of all pairs of names of one shape from the scores of their words (a, b, shorter, longer)."""
    shorter, longer = block.shape[2:]
    best: Scores = np.zeros(block.shape[:2], dtype=np.float32)
    rows = np.arange(shorter)
    for way in ways(shorter, longer):
        chosen = block[:, :, rows, list(way)]
        weakest = chosen.min(axis=2)
        score = WEAKEST * weakest + (1 - WEAKEST) * chosen.mean(axis=2)
        if shorter > 1:
            score = np.where(weakest >= AGREEING_FROM, np.minimum(1.0, score + AGREEING), score)
        np.maximum(best, score * way_factor(way, longer), out=best)
    return best


def _settle_joined(a: Sequence[NameForm], b: Sequence[NameForm], scores: Scores) -> None:
    """Names of one word against longer names written as one word."""
    single = [i for i, x in enumerate(a) if len(x.words) == 1 and not x.words[0].initial]
    longer = [j for j, y in enumerate(b) if len(y.words) > 1 and y.joined is not None]
    if not single or not longer:
        return
    joined = [y.joined for y in (b[j] for j in longer) if y.joined is not None]
    found = JOINED * word_matrix([a[i].words[0] for i in single], joined)
    places = np.ix_(single, longer)
    scores[places] = np.maximum(scores[places], found)
    for i in single:
        if a[i].words[0].script in UNSPACED:
            scores[i, longer] = [compare_forms(a[i], b[j]) for j in longer]
