"""Tallies: a record told in words, "13 wins, 21 losses and three draws", "13 gewonnen, 21 verloren", "won 13, lost 21, drew 3".

What belongs here: when counts of wins and losses, with or without draws, stand beside one another in one list. Which words name
which outcome is told by the language packs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsdiff.parse.figures.bounds import bound_before
from newsdiff.parse.figures.numbers import read_number
from newsdiff.parse.figures.reading import Reading
from newsdiff.parse.figures.words import PhraseTable

Outcome = Literal["win", "loss", "draw"]
_OUTCOMES: tuple[Outcome, ...] = ("win", "loss", "draw")
_MOST = 9999
_MOST_BETWEEN = 3
_LONGEST_ASIDE = 12
_MARKS = frozenset(",،-/;+")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many matches were won, lost and, where that is told, drawn, in this order, over the words ``start`` to ``end``."""

    start: int
    end: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    outcome: str
    count: int
    end: int


def read_tally(reading: Reading, start: int) -> Tally | None:
    """The tally that begins at word ``start``, None where none is sure to."""
    if not _may_begin(reading, start):
        return None
    parts: dict[str, _Part] = {}
    at, end = start, start
    verbal = reading.vocabulary.outcome_verbs.match(reading.words, start) is not None
    while len(parts) < len(_OUTCOMES):
        part = _read_verbal(reading, at) if verbal else _read_nominal(reading, at)
        if part is None or part.outcome in parts:
            break
        parts[part.outcome], end = part, part.end
        at = _behind_link(reading, part.end)
    counts = tuple(parts[outcome].count for outcome in _OUTCOMES if outcome in parts)
    if len(counts) < (len(_OUTCOMES) if verbal else 2) or not {"win", "loss"} <= parts.keys() or max(counts) < 2:
        return None
    if not verbal and bound_before(reading, start, measured=False) is not None:
        return None
    return Tally(start, end, counts)


def _may_begin(reading: Reading, start: int) -> bool:
    """A quick no for the many words that no tally begins with."""
    table, before = reading.vocabulary, reading.folded(start - 1)
    if reading.kind(start) == "digits":
        return not reading.glued(start) or before in table.proclitics or before == "("
    if reading.kind(start) != "word":
        return False
    named = table.outcome_verbs.match(reading.words, start) or table.dual_outcomes.match(reading.words, start)
    return named is not None or reading.folded(start) in table.starters or reading.compound(start) is not None


def _read_nominal(reading: Reading, at: int) -> _Part | None:
    """A count with its outcome behind it: "13 wins", "21 career losses", "no draws"."""
    table = reading.vocabulary
    dual = table.dual_outcomes.match(reading.words, at)
    if dual is not None:
        return _Part(dual[0], 2, dual[1])
    single = table.outcomes.match(reading.words, at)
    if single is not None:
        number = read_number(reading, single[1], join=False)
        return _Part(single[0], 1, number.end) if number is not None and number.value == 1 and number.bare else None
    count = _read_count(reading, at)
    if count is None:
        return None
    named = _named(reading, count[1], table.outcomes)
    return _Part(named[0], count[0], named[1]) if named is not None else None


def _read_verbal(reading: Reading, at: int) -> _Part | None:
    """A verb with the count behind it: "won 13", "drew three games"."""
    table = reading.vocabulary
    verb = table.outcome_verbs.match(reading.words, at)
    count = _read_count(reading, _behind_fillers(reading, verb[1])) if verb is not None else None
    return _Part(verb[0], count[0], count[1]) if verb is not None and count is not None else None


def _named(reading: Reading, at: int, outcomes: PhraseTable[str]) -> tuple[str, int] | None:
    """The outcome named at word ``at`` or behind such words as stand between a count and it ("career", "मैचों में")."""
    if reading.folded(at) == "-" and reading.glued(at):
        at += 1
    for _ in range(_MOST_BETWEEN):
        named = outcomes.match(reading.words, at)
        if named is not None:
            return named
        filler = reading.vocabulary.outcome_fillers.match(reading.words, at)
        if filler is None:
            return None
        at = filler[1]
    return None


def _behind_fillers(reading: Reading, at: int) -> int:
    filler = reading.vocabulary.outcome_fillers.match(reading.words, at)
    return at if filler is None else filler[1]


def _read_count(reading: Reading, at: int) -> tuple[int, int] | None:
    """A whole number, or a word that stands for one or for none; and the word behind it."""
    table = reading.vocabulary
    told = table.outcome_counts.match(reading.words, at)
    if told is not None:
        return int(told[0]), told[1]
    number = read_number(reading, at, join=False)
    if number is None or number.about or number.share or number.value.denominator != 1 or number.value > _MOST:
        return None
    return (int(number.value), number.end) if number.digits is None or number.digits.whole else None


def _behind_link(reading: Reading, at: int) -> int:
    """The word behind what joins two parts of a list; an aside in brackets may stand before that ("20 wins (15 by knockout), ...")."""
    at = _behind_aside(reading, _behind_fillers(reading, at))
    if reading.folded(at) in _MARKS:
        at += 1
    link = reading.vocabulary.outcome_links.match(reading.words, at)
    if link is not None:
        return link[1]
    return at + 1 if reading.folded(at) in reading.vocabulary.joiners else at


def _behind_aside(reading: Reading, at: int) -> int:
    if reading.folded(at) != "(":
        return at
    for end in range(at + 1, at + _LONGEST_ASIDE):
        if reading.kind(end) == "break":
            return at
        if reading.folded(end) == ")":
            return end + 1
    return at
