"""The words of an utterance, and which of them one utterance has and another in the same language lacks.

What belongs here: cutting and folding words, so that case, accents, marks and the writing of a figure make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from newsdiff.model import Span

MARKS = " .,;:!?()[]{}«»‹›“”„‟‘’‚‛\"'`´।،؛؟…-–—*"
_CHUNK = re.compile(r"[^\s—–…/]+")
_ELISION = re.compile(r"[^\W\d_]{1,2}['’](?=\w)")
_KEPT_CLASSES = (0, 9)
BRIDGED = 1
"""Words in common between two differences up to which the two are shown as one."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in the article; two words are the same where ``folded`` is."""

    span: Span
    folded: str


def words_in(text: str, span: Span) -> tuple[Word, ...]:
    """The words of ``text[span]``, without the marks around them; an elided word (l', n') is a word of its own."""
    found: list[Word] = []
    for chunk in _CHUNK.finditer(text, span.start, span.end):
        raw = chunk.group()
        left = len(raw) - len(raw.lstrip(MARKS))
        start, end = chunk.start() + left, chunk.start() + max(left, len(raw.rstrip(MARKS)))
        elided = _ELISION.match(text, start, end)
        cuts = [start, elided.end(), end] if elided else [start, end]
        found += [
            Word(Span(a, b), folded) for a, b in pairwise(cuts) if any(map(str.isalnum, folded := fold(text[a:b])))
        ]
    return tuple(found)


def fold(word: str) -> str:
    """A word as it is compared: without case, accents, vocalisation and the shape of its apostrophe."""
    plain = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    kept = (character for character in plain if unicodedata.combining(character) in _KEPT_CLASSES)
    return unicodedata.normalize("NFC", "".join(kept))


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of words that the other text lacks; ``alone`` where nothing stands there instead."""

    span: Span
    alone: bool


@dataclass(frozen=True, slots=True)
class Differing:
    """What two texts do not share, and which share of all their words they have in common."""

    one: tuple[Stretch, ...]
    other: tuple[Stretch, ...]
    shared: float


def differing(one: Sequence[tuple[Span, Hashable]], other: Sequence[tuple[Span, Hashable]]) -> Differing:
    """The stretches in which two sequences of (place, what stands there) differ. Takes time quadratic in their length."""
    matcher = SequenceMatcher(None, [key for _, key in one], [key for _, key in other], autojunk=False)
    lone: tuple[list[Stretch], list[Stretch]] = ([], [])
    last = (-BRIDGED - 1, -BRIDGED - 1)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            continue
        for side, units, begin, end, until in ((lone[0], one, a, b, last[0]), (lone[1], other, c, d, last[1])):
            if begin == end:
                continue
            span, alone = Span(units[begin][0].start, units[end - 1][0].end), tag != "replace"
            if side and begin - until <= BRIDGED:
                side[-1] = Stretch(Span(side[-1].span.start, span.end), alone and side[-1].alone)
            else:
                side.append(Stretch(span, alone))
        last = (b if a < b else last[0], d if c < d else last[1])
    return Differing(tuple(lone[0]), tuple(lone[1]), matcher.ratio())
