"""What is given as a source's: "according to X, ...", "laut X ...", "X के अनुसार ...".

What belongs here: where such a phrase begins, whom it names, and which words of the sentence are the source's.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.model import Span
from newsdiff.parse.quotations.attribution import resolve
from newsdiff.parse.quotations.clauses import mark_between
from newsdiff.parse.quotations.cues import Cue
from newsdiff.parse.quotations.named_sources import source_name
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.reported import SHORTEST, Reported, content_span
from newsdiff.parse.quotations.source_appositions import behind_apposition
from newsdiff.parse.quotations.sources import may_be_subject
from newsdiff.parse.quotations.speakers import name_ending
from newsdiff.parse.quotations.speech_words import Speech

_SOURCE_WITHIN = 4
"""Words between the phrase and a reporting verb behind it."""
_COMMA_WITHIN = 12
"""Words behind the phrase within which a comma ends the name of its source."""
_APOSTROPHES = "'’"


def source_before(passage: Passage, speech: Speech, cue: Cue, words: range) -> int | None:
    """The number of the word where "according to" begins right before a reporting verb: "según ha explicado X"."""
    for number in range(cue.first - 1, max(words.start, cue.first - _SOURCE_WITHIN) - 1, -1):
        length = speech.according.length_at(passage.words, number)
        if length and number + length <= cue.first and not mark_between(passage, cue.first - 1):
            between = [passage.words[at].folded for at in range(number + length, cue.first)]
            light = speech.fillers | speech.auxiliaries | speech.complementizers | speech.resumptives
            return number if all(word in light for word in between) else None
    return None


def by_source(passage: Passage, speech: Speech, words: range, sentence: Span) -> Iterator[Reported]:
    """What a sentence without a reporting verb gives as a source's: the phrase stands before the name, or behind it."""
    for number in words:
        length = speech.according.length_at(passage.words, number, speech.words.cue_prefixes)
        if length:
            yield from around_source(passage, range(number, number + length), words, sentence)
            return
        length = speech.according_after.length_at(passage.words, number)
        if length and number > words.start:
            yield from _behind_name(passage, speech, range(number, number + length), words, sentence)
            return


def _behind_name(passage: Passage, speech: Speech, phrase: range, words: range, sentence: Span) -> Iterator[Reported]:
    """What stands behind a name and the phrase that makes it a source: "X'e göre ..."."""
    start = passage.words[phrase.start - 1].start
    hung = start > 1 and passage.text[start - 1] in _APOSTROPHES and passage.text[start - 2].isalpha()
    subject = name_ending(passage, speech, phrase.start - 1 - hung, words.start)
    speaker = resolve(passage, speech, subject, passage.words[phrase.start].start)
    begin = phrase.stop
    if begin < words.stop and passage.words[begin].folded in speech.complementizers:
        begin += 1
    if speaker is not None and words.stop - begin >= SHORTEST:
        cue = Span(passage.words[phrase.start].start, passage.words[begin - 1].end)
        yield Reported(content_span(passage, begin, words.stop, sentence), speaker, cue, denied=False)


def around_source(passage: Passage, phrase: range, words: range, sentence: Span) -> Iterator[Reported]:
    """What is the source's that is named behind a phrase: what follows where the phrase opens the sentence, else what precedes."""
    first, name = phrase.start, phrase.stop
    speaker = source_name(passage, passage.speech_at(sentence.start), name, words.stop)
    if speaker is None or may_be_subject(passage, speaker, name, passage.pack_at(sentence.start)):
        return
    cue = Span(passage.words[first].start, passage.words[name - 1].end)
    clause = first
    while clause > words.start and not mark_between(passage, clause - 1, ":;"):
        clause -= 1
    if first == clause:
        begin = _behind_source(passage, speaker, name, words.stop, sentence)
        if words.stop - begin >= SHORTEST:
            yield Reported(content_span(passage, begin, words.stop, sentence), speaker, cue, denied=False)
    elif first - clause >= SHORTEST:
        yield Reported(Span(passage.words[clause].start, passage.words[first - 1].end), speaker, cue, denied=False)


def _behind_source(passage: Passage, speaker: Span, name: int, stop: int, sentence: Span) -> int:
    """The first word of what a source says whose words begin at ``name``: behind a comma, else right behind the name."""
    behind = begin = passage.words_in(speaker.end, sentence.end).start
    farthest = behind if passage.speech_at(sentence.start).words.frames_clause else name + _COMMA_WITHIN
    while begin < stop and not mark_between(passage, begin - 1, ",،") and begin < farthest:
        begin += 1
    if begin >= stop or not mark_between(passage, begin - 1, ",،"):
        return behind + int(behind < stop and _is_prefixed_complementizer(passage, behind))
    if begin == behind and (beyond := behind_apposition(passage, begin, stop)) is not None:
        return beyond + int(_is_prefixed_complementizer(passage, beyond))
    return begin


def _is_prefixed_complementizer(passage: Passage, number: int) -> bool:
    word = passage.words[number]
    speech = passage.speech_at(word.start)
    prefixes = speech.words.cue_prefixes
    return any(word.folded.removeprefix(prefix) in speech.complementizers for prefix in ("", *prefixes))
