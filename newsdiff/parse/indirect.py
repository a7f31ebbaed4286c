"""Indirect speech: what somebody says in the words of the article, given by a reporting verb or as a source.

What belongs here: "X said that ...", "X sagte, er habe ...", "قال X إن ...", "X ने कहा कि ...", "according to X, ...", with
the content as a span. Only what a named speaker says is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdiff.model import Span
from newsdiff.parse.attribution import resolve, source_name
from newsdiff.parse.cues import Cue, cues_in
from newsdiff.parse.passage import Passage, Speech
from newsdiff.parse.speakers import mark_between, name_ending, subject_of

_SHORTEST = 4
_COMPLEMENT_WITHIN = 12
_SUBJUNCTIVE_WITHIN = 40
_TRAILING = " \t\u00a0.,;:!?…।؟،"


@dataclass(frozen=True, slots=True)
class Reported:
    """What is reported, by whom and by which cue."""

    content: Span
    speaker: Span
    cue: Span
    denied: bool


def reported_in(passage: Passage, sentence: Span) -> Iterator[Reported]:
    """The indirect speech of one sentence: one utterance for each reporting verb, or one for a source."""
    speech = passage.speech_at(sentence.start)
    words = passage.words_in(sentence.start, sentence.end)
    cues = cues_in(passage, speech, words)
    found = False
    free = words.start
    for number, cue in enumerate(cues):
        if cue.kind == "naming" or cue.first < free:
            continue
        begin = _content_start(passage, speech, cue, words)
        if begin is None:
            continue
        end = _content_end(passage, speech, begin, cues[number + 1 :], words)
        content = _span(passage, begin, end, sentence)
        if end - begin < _SHORTEST:
            continue
        zone = Span(passage.words[free].start, passage.words[begin - 1].end if begin > cue.last else content.start)
        subject = subject_of(passage, speech, cue, zone, after_quotation=False)
        speaker = resolve(passage, speech, subject, passage.words[cue.first].start)
        if speaker is not None and not speaker.overlaps(content):
            found = True
            yield Reported(content, speaker, cue.span(passage), cue.denied)
        free = end
        if free >= words.stop:
            break
    if not found and not cues:
        yield from _by_source(passage, speech, words, sentence)


def _content_start(passage: Passage, speech: Speech, cue: Cue, words: range) -> int | None:
    """The number of the first word of what a cue reports, or None."""
    for number in range(cue.last, min(words.stop, cue.last + _COMPLEMENT_WITHIN)):
        folded = passage.words[number].folded
        if folded in speech.complementizers:
            return number + 1
        if _ends_clause(passage, number - 1):
            return _subjunctive_start(passage, speech, number, words)
        if folded in speech.relatives:
            return None
    if not speech.words.bare_clause or cue.last >= words.stop or mark_between(passage, cue.last - 1, ',:;।"“'):
        return None
    follows = words.stop - cue.last
    return cue.last if follows > _SHORTEST and not _is_auxiliary_like(passage, speech, cue.last) else None


def _ends_clause(passage: Passage, number: int) -> bool:
    return mark_between(passage, number, ':;"“”„«»') or mark_between(passage, number, ",")


def _is_auxiliary_like(passage: Passage, speech: Speech, number: int) -> bool:
    folded = passage.words[number].folded
    return folded in speech.auxiliaries or folded in speech.postpositions or folded in speech.conjunctions


def _subjunctive_start(passage: Passage, speech: Speech, number: int, words: range) -> int | None:
    if not speech.subjunctives or not mark_between(passage, number - 1, ","):
        return _complement_after_comma(passage, speech, number, words)
    if passage.words[number].folded in speech.complementizers:
        return number + 1
    for at in range(number, min(words.stop, number + _SUBJUNCTIVE_WITHIN)):
        if passage.words[at].folded in speech.subjunctives:
            return number
        if at > number and mark_between(passage, at - 1, ',;:"“”„'):
            break
    return _complement_after_comma(passage, speech, number, words)


def _complement_after_comma(passage: Passage, speech: Speech, number: int, words: range) -> int | None:
    """Look past an apposition: "sagte X, die Leiterin, dass ..."."""
    for at in range(number, min(words.stop, number + _COMPLEMENT_WITHIN)):
        if mark_between(passage, at - 1, ':;"“”„«»'):
            return None
        if passage.words[at].folded in speech.complementizers and mark_between(passage, at - 1, ","):
            return at + 1
    return None


def _content_end(passage: Passage, speech: Speech, begin: int, later: list[Cue], words: range) -> int:
    """The number of the word after the content: the sentence's end, or where another verb of speech takes over."""
    for cue in later:
        joint = cue.first - 1
        while joint > begin and passage.words[joint].folded in speech.fillers:
            joint -= 1
        if joint > begin and passage.words[joint].folded in speech.conjunctions:
            return joint
        prefixes = speech.words.cue_prefixes
        if cue.first > begin and prefixes and passage.words[cue.first].folded.startswith(prefixes):
            if mark_between(passage, cue.first - 1, "،,"):
                return cue.first
    return words.stop


def _span(passage: Passage, begin: int, end: int, sentence: Span) -> Span:
    start = passage.words[begin].start
    stop = passage.words[end - 1].end
    tail = sentence.end if end == passage.words_in(sentence.start, sentence.end).stop else stop
    while tail > stop and passage.text[tail - 1] in _TRAILING:
        tail -= 1
    return Span(start, max(stop, tail))


def _by_source(passage: Passage, speech: Speech, words: range, sentence: Span) -> Iterator[Reported]:
    for number in words:
        length = speech.according.length_at(passage.words, number)
        if length:
            yield from _around_source(passage, speech, number, number + length, words, sentence)
            return
        length = speech.according_after.length_at(passage.words, number)
        if length and number > words.start:
            subject = name_ending(passage, speech, number - 1, words.start)
            speaker = resolve(passage, speech, subject, passage.words[number].start)
            begin = number + length
            if speaker is not None and words.stop - begin >= _SHORTEST:
                cue = Span(passage.words[number].start, passage.words[begin - 1].end)
                yield Reported(_span(passage, begin, words.stop, sentence), speaker, cue, denied=False)
            return


def _around_source(
    passage: Passage, speech: Speech, first: int, name: int, words: range, sentence: Span
) -> Iterator[Reported]:
    speaker = source_name(passage, speech, name, words.stop)
    if speaker is None:
        return
    cue = Span(passage.words[first].start, passage.words[name - 1].end)
    if first == words.start:
        begin = passage.words_in(speaker.end, sentence.end).start
        while begin < words.stop and not mark_between(passage, begin - 1, ",،") and begin < name + _COMPLEMENT_WITHIN:
            begin += 1
        if begin >= words.stop or not mark_between(passage, begin - 1, ",،"):
            begin = passage.words_in(speaker.end, sentence.end).start
        if words.stop - begin >= _SHORTEST:
            yield Reported(_span(passage, begin, words.stop, sentence), speaker, cue, denied=False)
    elif first - words.start >= _SHORTEST:
        yield Reported(Span(passage.words[words.start].start, passage.words[first - 1].end), speaker, cue, denied=False)
