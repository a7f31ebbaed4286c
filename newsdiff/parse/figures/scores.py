"""Scores: the result of a match, a set or a vote, "31-27", "3:1", "by 31 to 27", "14½-13½".

What belongs here: when two numbers with a hyphen, a colon or a small word between them are a score. Ranges, times, ratios
and verses look the same: without a word that speaks of a result, or a name to each side, they are none, unless both
have a ½ and the first has more points.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from newsdiff.parse.figures.counted import is_content, read_counted
from newsdiff.parse.figures.digits import plain_digits, read_digits
from newsdiff.parse.figures.measures import read_measure
from newsdiff.parse.figures.reading import Number, Reading

_NEAR = 6
_BESIDE = 3
_SIGNS_OF_A_WORD = 3
"""How many signs a word has at most in most scripts without spaces."""
_MOST_POINTS = 999
_MOST_BETWEEN_NAMES = 120
_HOURS, _MINUTES = 24, 60
_HALF = Fraction(1, 2)
_SENTENCE_ENDS = frozenset(".;!?।؟")
_BREAKS_OFF = frozenset("-/:.,")
_GLUING = frozenset("-:")


@dataclass(frozen=True, slots=True)
class Score:
    """The points of the two sides in the order in which they are written, over the words ``start`` to ``end``."""

    start: int
    end: int
    first: Fraction
    second: Fraction


@dataclass(frozen=True, slots=True)
class _Points:
    value: Fraction
    end: int
    written: str
    halved: bool = False


def read_score(reading: Reading, start: int) -> Score | None:
    """The score that begins at word ``start``, None where none is sure to."""
    particle = reading.folded(start - 1) in reading.vocabulary.proclitics
    if reading.glued(start) and (
        (reading.kind(start - 1) == "word" and not particle) or reading.folded(start - 1) in _BREAKS_OFF
    ):
        return None
    first = _points(reading, start)
    if first is None:
        return None
    link = _link(reading, first.end)
    second = _points(reading, link[1]) if link is not None else None
    if link is None or second is None or _goes_on(reading, second.end):
        return None
    mark, score = link[0], Score(start, second.end, first.value, second.value)
    rising = first.value < second.value
    if _is_measured(reading, second) or ((rising or mark == "word") and _is_counted(reading, second.end)):
        return None
    clock = mark == ":" and _is_clock(first.written, second.written)
    if not clock and mark in _GLUING and reading.folded(score.end) == "(" and _pair_end(reading, score.end + 1):
        return score
    if is_told(reading, score, _BESIDE if clock else _NEAR, sides=not (rising or clock)) or (
        reading.vocabulary.score_openers.match_back(reading.words, start)
        if mark == "word"
        else reading.vocabulary.score_sides.match(reading.words, score.end)
    ):
        return score if mark != "word" or not rising else None
    if mark == "word" or clock or rising:
        return None
    if first.halved and second.halved:
        return score
    return score if _stands_between_names(reading, score, spaced=mark == "spaced") else None


def half_time_end(reading: Reading, at: int) -> int | None:
    """The end of a pair that stands in brackets right behind another, "3:1 (1:0)": how the match stood before its end."""
    first = at
    while reading.folded(first - 1) == "," and reading.folded(first - 3) in _GLUING:
        first -= 4
    behind_pair = reading.kind(first - 2) == "digits" and reading.folded(first - 3) in _GLUING
    return _pair_end(reading, at) if reading.folded(first - 1) == "(" and behind_pair else None


def _pair_end(reading: Reading, at: int) -> int | None:
    """The end of two numbers with a mark between them, the last in brackets or one of a list there."""
    glued = reading.folded(at + 1) in _GLUING and reading.glued(at + 1) and reading.glued(at + 2)
    pair = glued and reading.kind(at) == reading.kind(at + 2) == "digits"
    return at + 3 if pair and reading.folded(at + 3) in (")", ",") else None


def _points(reading: Reading, at: int) -> _Points | None:
    """The points of one side: a whole number, or one with a half."""
    if reading.kind(at) != "digits":
        return None
    written = plain_digits(reading.words[at].surface)
    digits = read_digits(reading.words[at].surface, reading.decimal)
    if digits is None or digits.value > _MOST_POINTS or (digits.marked and digits.value % 1 != _HALF):
        return None
    behind = at + 1
    if not digits.marked and reading.kind(behind) == "vulgar" and reading.glued(behind):
        if unicodedata.numeric(reading.words[behind].surface) != _HALF:
            return None
        return _Points(digits.value + _HALF, behind + 1, written, halved=True)
    return _Points(digits.value, behind, written)


def _link(reading: Reading, at: int) -> tuple[str, int] | None:
    """What joins the two sides (``-``, ``:``, ``spaced`` or ``word``), and where the second one begins."""
    mark = reading.folded(at)
    if mark == "-" and (reading.glued(at) or not reading.glued(at + 1)):
        return ("-" if reading.glued(at + 1) else "spaced"), at + 1
    if mark == ":" and reading.glued(at) and reading.glued(at + 1):
        return (":", at + 1) if reading.vocabulary.words.score_colon else None
    word = reading.vocabulary.score_links.match(reading.words, at)
    return ("word", word[1]) if word is not None and reading.kind(at) == "word" else None


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether the second number is part of something longer: "13-21-3", "4-2.1", "5-10kg"."""
    if not reading.glued(end):
        return False
    if reading.folded(end) in _BREAKS_OFF:
        return reading.kind(end + 1) == "digits" and reading.glued(end + 1)
    return reading.kind(end) != "mark"


def _is_measured(reading: Reading, second: _Points) -> bool:
    """Whether the numbers measure something: "by 30 to 20 metres", "4-3 times"."""
    table, end = reading.vocabulary, second.end
    if table.clock_after.match(reading.words, end) or table.multiplicatives.match(reading.words, end):
        return True
    return read_measure(reading, Number(second.value, Fraction(1), end - 1, end)).kind != "plain"


def _is_counted(reading: Reading, end: int) -> bool:
    """Whether something is counted behind a pair that may as well be a range: "won 10-15 seats"."""
    if reading.folded(end) == "-" and reading.glued(end):
        return False
    noun = read_counted(reading, end, linked=False)
    return noun is not None and not any(reading.vocabulary.score_words.match(reading.words, at) for at in range(*noun))


def _is_clock(first: str, second: str) -> bool:
    return len(second) == 2 and int(second) < _MINUTES and int(first) < _HOURS


def is_told(reading: Reading, score: Score, reach: int, *, sides: bool) -> bool:
    """Whether a word that speaks of a result, or with ``sides`` of the other side, stands near in the same sentence."""
    if reading.kind(score.end) == "word" and reading.words[score.end].unspaced:
        reach *= _SIGNS_OF_A_WORD
    tables = (reading.vocabulary.score_words, reading.vocabulary.score_sides)[: 2 if sides else 1]
    for step, begin in ((-1, score.start - 1), (1, score.end)):
        for at in range(begin, begin + step * reach, step):
            if reading.kind(at) == "break" or (reading.folded(at) in _SENTENCE_ENDS and not reading.glued(at + 1)):
                break
            if any(table.match(reading.words, at) is not None for table in tables):
                return True
    return False


def _stands_between_names(reading: Reading, score: Score, *, spaced: bool) -> bool:
    """Whether a side is named before and behind: "Oakfield 38-17 Norvale"; where names have no capitals, with spaces."""
    if score.first > _MOST_BETWEEN_NAMES or not all(is_content(reading, at) for at in (score.start - 1, score.end)):
        return False
    before, behind = reading.words[score.start - 1].surface[0], reading.words[score.end].surface[0]
    if before.lower() == before.upper():
        return spaced
    if reading.vocabulary.words.nouns_capitalised and not spaced:
        return False
    return before.isupper() and behind.isupper()
