"""Denials: whether an utterance says something or its contrary, and whether that tells two utterances apart.

Negation words alone prove nothing between languages: a translator writes "remained closed" for "did not open". So the
words are only the question; the answer comes from the vectors: of two utterances that are contraries, the denied one
comes nearer to the other once its negation is taken out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsdiff.align.utterances.utterance import Utterance
from newsdiff.align.utterances.words import Word, fold, words_in
from newsdiff.lang import languages, load_pack
from newsdiff.model import Span

Sense = Literal["affirmed", "denied", "open"]
ALIKE = 0.75
"""Share of their other words that two utterances of one language have in common at least, where one denies the other."""
_BREAKS = ",،.!…–—"


@dataclass(frozen=True, slots=True)
class _Negation:
    negators: frozenset[str]
    ends: tuple[str, ...]
    seeming: tuple[tuple[str, ...], ...]
    exceptives: frozenset[str]
    helpers: frozenset[str]
    concord: bool


def sense_of(utterance: Utterance) -> Sense:
    """Whether negation words make an utterance a denial; ``open`` where they do not tell."""
    count = len(negators_in(utterance))
    if utterance.value.denied or not _negation(utterance.language).negators:
        return "open"
    if count == 0:
        return "affirmed"
    return "denied" if count == 1 or _negation(utterance.language).concord else "open"


def negators_in(utterance: Utterance) -> tuple[Word, ...]:
    """The words that deny something, but not those in phrases that only look so: "not only", "no doubt"."""
    negation, words = _negation(utterance.language), utterance.words
    seeming = {
        number
        for phrase in negation.seeming
        for at in range(len(words) - len(phrase) + 1)
        if all(words[at + step].folded == phrase[step] for step in range(len(phrase)))
        for number in range(at, at + len(phrase))
    }
    exceptive = [at for at, word in enumerate(words) if word.folded in negation.exceptives]
    return tuple(
        word
        for at, word in enumerate(words)
        if (word.folded in negation.negators or word.folded.endswith(negation.ends))
        and at not in seeming
        and not any(later > at for later in exceptive)
        and not _is_answer(utterance, word)
    )


def may_deny(text: str, language: str) -> bool:
    """Whether a negation stands anywhere in a text whose script parts words by nothing; phrases that only look so are left out."""
    pack = load_pack(language).speech
    for phrase in pack.seeming_negations:
        text = text.replace(phrase, "")
    return any(negator in text for negator in pack.negators)


def without_negators(utterance: Utterance) -> str:
    """The words of an utterance with those that deny taken out."""
    denying = {word.span for word in negators_in(utterance)}
    kept: list[str] = []
    for part in utterance.parts:
        at = part.start
        for word in utterance.words:
            if word.span in denying and part.covers(word.span):
                kept += utterance.source[at : word.span.start].split()
                at = word.span.end
        kept += utterance.source[at : part.end].split()
    return " ".join(kept)


def contrary_in_words(one: Utterance, other: Utterance) -> Literal["surely", "maybe", "no"]:
    """Whether two utterances of one language, of which one is denied, differ in little else than the denial."""
    negation = _negation(one.language)
    small = {word.folded for word in (*negators_in(one), *negators_in(other))} | negation.helpers
    ours, theirs = ({word.folded for word in utterance.words} - small for utterance in (one, other))
    if not ours & theirs:
        return "no"
    if ours == theirs:
        return "surely"
    return "maybe" if len(ours & theirs) >= ALIKE * len(ours | theirs) else "no"


def _is_answer(utterance: Utterance, word: Word) -> bool:
    """Whether a word answers a question before the utterance goes on: "No, we will sign"."""
    begins = any(part.start <= word.span.start <= part.start + 2 for part in utterance.parts)
    return begins and utterance.source[word.span.end : word.span.end + 1] in tuple(_BREAKS)


@cache
def _negation(language: str) -> _Negation:
    words = load_pack(language).speech
    known = language in languages()
    negators = words.negators if known else words.negators_elsewhere.get(language, ())
    seeming = words.seeming_negations if known else words.seeming_negations_elsewhere.get(language, ())
    small = (*words.negation_helpers, *words.determiners, *words.indefinites, *words.auxiliaries)
    return _Negation(
        frozenset(map(fold, negators)),
        tuple(map(fold, words.negator_ends)),
        tuple(tuple(word.folded for word in words_in(phrase, Span(0, len(phrase)))) for phrase in seeming),
        frozenset(map(fold, words.exceptives)),
        frozenset(map(fold, small)),
        words.negative_concord or not known,
    )
