"""Cues: the verbs that report what somebody says, found in a stretch of words, and whether they deny it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsdiff.model import Span
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.speech_words import Phrases, Speech

_AUXILIARY_WITHIN = 9
_LONGEST_ASIDE = 3
_NEGATION_BEFORE = 3
_NEGATION_AFTER = 2

CueKind = Literal["reporting", "naming", "denying"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue by the numbers of its words: ``first`` (an auxiliary, if it has one) up to ``last`` exclusive.

    ``addressing`` marks verbs whose next noun is who is spoken to, ``dependent`` forms that borrow the subject of another.
    """

    first: int
    last: int
    kind: CueKind
    denied: bool
    addressing: bool = False
    dependent: bool = False

    def span(self, passage: Passage) -> Span:
        """Its place in the article."""
        return Span(passage.words[self.first].start, passage.words[self.last - 1].end)


def cues_in(passage: Passage, speech: Speech, words: range) -> list[Cue]:
    """All cues among the given words, in order, the longest phrase at each place; not those in an idiom or a phrase for a source."""
    passing = (speech.according, speech.according_after, speech.idioms)
    found: list[Cue] = []
    at = words.start
    while at < words.stop:
        passed = max(phrases.length_at(passage.words, at) for phrases in passing)
        if passed:
            at += passed
            continue
        cue = _cue_at(passage, speech, at, words)
        if cue is None:
            at += 1
        else:
            found.append(cue)
            at = cue.last
    return found


def is_passive(passage: Passage, speech: Speech, cue: Cue) -> bool:
    """Tell whether a word beside a cue leaves open who speaks: "is said"."""
    if cue.dependent or not speech.passives or cue.last - cue.first > 1:
        return False
    around = (cue.first - 1, cue.last)
    return any(0 <= n < len(passage.words) and passage.words[n].folded in speech.passives for n in around)


def is_plural(passage: Passage, speech: Speech, cue: Cue) -> bool:
    """Tell whether the form of a cue says that several people speak."""
    folded = passage.words[cue.first].folded
    forms = {folded, *(folded.removeprefix(prefix) for prefix in speech.words.cue_prefixes)}
    return bool(forms & speech.plural_verbs) or folded.endswith(speech.words.plural_ends)


def _cue_at(passage: Passage, speech: Speech, at: int, words: range) -> Cue | None:
    word = passage.words[at]
    if passage.text[word.start].isupper() and at > words.start and not passage.begins_sentence(word.start):
        return None
    prefixes = speech.words.cue_prefixes
    if speech.words.verb_first and at > words.start and passage.words[at - 1].folded in speech.prepositions:
        return None
    groups: tuple[tuple[Phrases, CueKind], ...] = (
        (speech.denials, "denying"),
        (speech.naming, "naming"),
        (speech.verbs, "reporting"),
    )
    kind: CueKind = "reporting"
    first, length = at, 0
    for phrases, of_kind in groups:
        here = phrases.length_at(passage.words, at, prefixes)
        if here > length:
            length, kind = here, of_kind
    if not length:
        length = speech.participles.length_at(passage.words, at)
        auxiliary = _auxiliary(passage, speech, at, words) if length else None
        if auxiliary is None:
            return None
        first = auxiliary
    last = min(at + length, words.stop)
    denied = kind == "denying" or is_negated(passage, speech, first, last, words)
    addressing = speech.addressing.length_at(passage.words, at) > 0
    dependent = speech.dependents.length_at(passage.words, at) > 0
    return Cue(first, last, kind, denied, addressing, dependent)


def _auxiliary(passage: Passage, speech: Speech, at: int, words: range) -> int | None:
    number = at
    while number > max(words.start, at - _AUXILIARY_WITHIN):
        number -= 1
        folded = passage.words[number].folded
        if folded in speech.auxiliaries:
            return number
        aside = _aside_before(passage, speech, number + 1, words)
        if aside:
            number -= aside - 1
            continue
        passed = folded in speech.fillers or folded in speech.negations or passage.is_enclitic(number)
        if not (speech.words.frames_clause or passed):
            return None
    return None


def _aside_before(passage: Passage, speech: Speech, end: int, words: range) -> int:
    """How many words the phrase has that ends before word ``end`` and says nothing of the verb: "par ailleurs"."""
    sizes = range(2, min(_LONGEST_ASIDE, end - words.start) + 1)
    return next((size for size in sizes if speech.asides.length_at(passage.words, end - size) == size), 0)


def is_negated(passage: Passage, speech: Speech, first: int, last: int, words: range) -> bool:
    """Whether a negation beside the words ``first`` up to ``last`` of a cue turns it into its contrary."""
    around = range(max(words.start, first - _NEGATION_BEFORE), min(words.stop, last + _NEGATION_AFTER))
    if any(passage.words[number].folded in speech.unturned for number in around):
        return False
    for number in range(last - 1, max(words.start, first - _NEGATION_BEFORE) - 1, -1):
        if number < first and _breaks(passage, number):
            break
        if _is_negation(speech, passage.words[number].folded):
            return True
    for number in range(last, min(words.stop, last + _NEGATION_AFTER)):
        if _breaks(passage, number - 1) or passage.words[number].folded in speech.complementizers:
            break
        if passage.words[number].folded in speech.negations:
            return True
    return False


def _is_negation(speech: Speech, folded: str) -> bool:
    if folded in speech.negations:
        return True
    return any(
        folded.startswith(prefix) and folded.removeprefix(prefix) in speech.negations
        for prefix in speech.words.cue_prefixes
    )


def _breaks(passage: Passage, number: int) -> bool:
    """Tell whether a mark stands between a word and the next one."""
    if number + 1 >= len(passage.words):
        return True
    between = passage.text[passage.words[number].end : passage.words[number + 1].start]
    return any(character in ',;:.!?،؛؟।，；：。！？\n"“”„«»' for character in between)
