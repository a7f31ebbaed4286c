"""Opposites: texts of which one says by a word that excludes the other's what the other says ("longer", "shorter").

What belongs here: finding such words in a text, on which side of a pair they put it, and who stands against whom. A word that
is denied puts a text on the other side ("not safe"); where both words of a pair stand in one text, or where it is not clear
whether a negation belongs to the word, the text is on neither.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsdiff.align.utterances.contraries import CONTRARY, MAYBE_CONTRARY
from newsdiff.align.utterances.denial import may_deny, negators_in
from newsdiff.align.utterances.lexicon import Told, load_lexicon
from newsdiff.align.utterances.utterance import Utterance
from newsdiff.align.utterances.vectors import Row, TextVectors
from newsdiff.align.utterances.words import words_in
from newsdiff.kinds import Comparison
from newsdiff.lang import load_pack
from newsdiff.model import Reason, Span

NEAR = 3
"""How many words a negation may stand away from the word that it denies."""
WITNESSES = 2
"""How many others must agree for one that says the opposite to be sure of it."""
DENYING = 3
"""How many others it takes for that where some only deny the word that one says: no matter of translation any more."""
ALIKE = 0.33
"""Cosine of the two nearest clauses, with or without their opposite words, from which on these surely speak of one thing.

Of the nearest, not on average: how near translations come differs between languages.
"""
ALIKE_DENIED = 0.42
"""The same where the others deny the word."""
MAYBE_ALIKE = 0.25
"""The same from which on they may."""
SPEAKING = 2 / 3
"""Share of the articles that must take a side for the word to be what all of them speak of."""
_ASKING = ("?", "؟", "？")
_ALL = "und"


@dataclass(frozen=True, slots=True)
class _Stance:
    """On which side of a pair a text is: by which word, in which clause, and whether that word is denied."""

    side: int
    word: Span
    part: Span
    denied: bool


def find_opposites(utterances: Sequence[Utterance], vectors: TextVectors) -> dict[frozenset[str], Comparison]:
    """The pairs of articles of which one says the opposite of the other, surely or seemingly; most slots have none."""
    found: dict[frozenset[str], Comparison] = {}
    read = {one.article: list(_words_of(one)) for one in utterances}
    for pair in load_pack(_ALL).speech.opposite_pairs:
        stances = [
            (one, stance)
            for one in utterances
            if (stance := _stance(read[one.article], (pair[0], pair[1]))) is not None
        ]
        if len(stances) >= SPEAKING * len(utterances):
            found = _gravest(found, _between(stances, vectors))
    return found


def take_one_side(utterances: Sequence[Utterance]) -> bool:
    """Whether all texts are on one side of a pair of words, be it by the other word denied: "did not open", "stayed closed"."""
    read = [list(_words_of(one)) for one in utterances]
    pairs = load_pack(_ALL).speech.opposite_pairs
    sides = ({stance.side if (stance := _stance(words, (one, other))) else 0 for words in read} for one, other in pairs)
    return any(len(side) == 1 and 0 not in side for side in sides)


def _gravest(
    one: Mapping[frozenset[str], Comparison], other: Mapping[frozenset[str], Comparison]
) -> dict[frozenset[str], Comparison]:
    grave = {pair for pair, comparison in one.items() if comparison.relation == "disjoint"}
    return {**one, **{pair: comparison for pair, comparison in other.items() if pair not in grave}}


def _between(stances: Sequence[tuple[Utterance, _Stance]], vectors: TextVectors) -> dict[frozenset[str], Comparison]:
    """How those on one side of a pair of words stand to those on the other."""
    few, many = sorted(([both for both in stances if both[1].side == side] for side in (1, -1)), key=len)
    if len(few) != 1:
        return {}
    ours, denying = few[0][1].denied, sum(stance.denied for _, stance in many)
    plain = len(many) - denying
    if (ours and not plain) or (len(many) < WITNESSES and (ours or denying)):
        return {}
    rivals = [(few[0], rival) for rival in many]
    rows = [
        (rows_of(one, ours), rows_of(other, theirs))
        for (one, ours), (other, theirs) in rivals
        for rows_of in (_clause, _bare_clause)
    ]
    vectors.need(row for both in rows for row in both)
    likeness = max(vectors.cosine(*both) for both in rows)
    if likeness < MAYBE_ALIKE:
        return {}
    told = plain >= WITNESSES and likeness >= ALIKE
    sure = not ours and (told or (len(many) >= DENYING and likeness >= ALIKE_DENIED))
    return {
        frozenset((one.article, other.article)): _comparison((one, mine), (other, theirs), sure=sure)
        for (one, mine), (other, theirs) in rivals
    }


def _comparison(one: tuple[Utterance, _Stance], other: tuple[Utterance, _Stance], *, sure: bool) -> Comparison:
    """How two stand to each other; only words that nobody denies are told beside each other."""
    if one[1].denied or other[1].denied:
        return CONTRARY if sure else MAYBE_CONTRARY
    words = (utterance.source[stance.word.start : stance.word.end] for utterance, stance in (one, other))
    return _opposite(*words, sure=sure)


def _clause(utterance: Utterance, stance: _Stance) -> Row:
    return utterance.row_of(stance.part)


def _bare_clause(utterance: Utterance, stance: _Stance) -> Row:
    """The clause without the word that has an opposite."""
    before, behind = Span(stance.part.start, stance.word.start), Span(stance.word.end, stance.part.end)
    return utterance.language, " ".join(utterance.row_of(side)[1] for side in (before, behind)).strip()


def _opposite(one: str, other: str, *, sure: bool) -> Comparison:
    said = (("one", one), ("other", other))
    if sure:
        reason = Reason("opposite_words", "one article says the opposite of the other: “{one}”, “{other}”", said)
        return Comparison("disjoint", reason)
    reason = Reason("opposite_words", "one article seems to say the opposite of the other: “{one}”, “{other}”", said)
    return Comparison("unknown", reason)


def _stance(words: Sequence[tuple[str, _Stance | None]], pair: tuple[str, str]) -> _Stance | None:
    """The side that a text takes between two names, told by its words; None where it takes none, or both."""
    told = [(name, stance) for name, stance in words if name in pair]
    if not told or any(stance is None for _, stance in told):
        return None
    sides = {(1 if name == pair[0] else -1) * (-1 if stance.denied else 1) for name, stance in told if stance}
    first = told[0][1]
    if len(sides) != 1 or first is None:
        return None
    return _Stance(sides.pop(), first.word, first.part, any(stance.denied for _, stance in told if stance))


def _words_of(utterance: Utterance) -> Iterator[tuple[str, _Stance | None]]:
    """Every word of a text that has an opposite, under its name; without a stance where what stands beside it leaves it open."""
    lexicon = load_lexicon(utterance.language)
    if not lexicon.phrases and not lexicon.unspaced:
        return
    negators = {word.span for word in negators_in(utterance)}
    for part in utterance.parts:
        clause = utterance.source[part.start : part.end + 1]
        words = words_in(utterance.source, part)
        denying = [at for at, word in enumerate(words) if word.span in negators]
        found = list(lexicon.find_unspaced(utterance.source, part) if lexicon.unspaced else lexicon.find(words))
        open_ = any(mark in clause for mark in _ASKING) or lexicon.leaves_open(words, clause, found)
        open_ = open_ or (bool(lexicon.unspaced) and may_deny(_beside(utterance, part, found), utterance.language))
        turners = {name for name, *_ in found if name in _turning()}
        for name, start, end, span in found:
            denied = _is_denied(name, start, end, denying, concord=lexicon.concord)
            if open_ or denied is None or turners - {name}:
                yield name, None
            else:
                yield name, _Stance(0, span, part, denied)


def _beside(utterance: Utterance, part: Span, found: Sequence[Told]) -> str:
    """What a clause says beside the words that were found: a negation in one of these ("不安全") is a part of it."""
    ends = (part.start, *(span.end for *_, span in found))
    starts = (*(span.start for *_, span in found), part.end)
    return "\n".join(utterance.source[end:start] for end, start in zip(ends, starts, strict=True))


def _is_denied(name: str, start: int, end: int, denying: Sequence[int], *, concord: bool) -> bool | None:
    """Whether a negation belongs to the words from ``start`` to ``end``; None where that is not clear.

    ``denying`` are the places of the clause's negations. A word that goes with a negation is not turned by it.
    """
    outside = [at for at in denying if not start <= at < end]
    if name in load_pack(_ALL).speech.undenied_opposites:
        return None if not denying or (len(outside) > 1 and not concord) else False
    near = [at for at in outside if start - NEAR <= at < end + NEAR]
    if len(near) < len(outside) or (len(near) > 1 and not concord):
        return None
    return bool(near)


@cache
def _turning() -> frozenset[str]:
    return frozenset(load_pack(_ALL).speech.turning_opposites)
