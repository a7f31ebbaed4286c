"""Scores told in words or with what was scored: "two goals to one", "zwei zu eins gewonnen", "per tre reti a due".

What belongs here: when two small numbers with a word such as "to" between them are the result of a match. Scores in digits with
a mark between them are in ``scores``.
"""

from __future__ import annotations

from fractions import Fraction

from newsdiff.parse.figures.concepts import match_name
from newsdiff.parse.figures.counted import is_content
from newsdiff.parse.figures.reading import Reading
from newsdiff.parse.figures.scores import Score, is_told

_MOST = 20
_DIGITS = 2
_GOALS = "goals"
_NEAR = 6


def read_worded_score(reading: Reading, start: int) -> Score | None:
    """The score that begins at word ``start``; without a word for goals only beside one that speaks of a result."""
    first = _points(reading, start)
    if first is None:
        return None
    value, at = first
    behind_first = _behind_goals(reading, at)
    link = reading.vocabulary.score_links.match(reading.words, behind_first)
    second = _points(reading, link[1]) if link is not None else None
    if second is None or second[0] > value or reading.folded(start - 1) in reading.vocabulary.change_openers:
        return None
    end = _behind_goals(reading, second[1])
    if is_content(reading, end) and not _tells_result(reading, end):
        return None
    score = Score(start, end, value, second[0])
    if behind_first > at or end > second[1]:
        return score
    worded = reading.kind(start) == reading.kind(end - 1) == "word"
    return score if worded and is_told(reading, score, _NEAR, sides=False) else None


def _points(reading: Reading, at: int) -> tuple[Fraction, int] | None:
    """A small whole number in digits or in one word, and the place behind it."""
    if reading.kind(at) == "digits":
        written = reading.words[at].surface
        short = written.isdecimal() and len(written) <= _DIGITS and int(written) <= _MOST
        return (Fraction(int(written)), at + 1) if short else None
    found = reading.vocabulary.numbers.match(reading.words, at) if reading.kind(at) == "word" else None
    return found if found is not None and found[1] == at + 1 and found[0] <= _MOST else None


def _behind_goals(reading: Reading, at: int) -> int:
    """The place behind a word for goals, the same place where none stands there."""
    found = match_name(reading, reading.vocabulary.counted, at)
    return found[1] if found is not None and found[0] == _GOALS else at


def _tells_result(reading: Reading, at: int) -> bool:
    return reading.vocabulary.score_words.match(reading.words, at) is not None
