"""Attribution: which cue beside a marked quotation reports it, and whom the cue names.

What belongs here: the zones before and after a quotation, the choice between the cues in them, and sources given without
a verb ("according to X", "X: ..."). Whether the stretch is a quotation at all is decided elsewhere, from the result.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from newsdiff.model import Span
from newsdiff.parse.antecedents import antecedent
from newsdiff.parse.clauses import candidates, mention_over
from newsdiff.parse.cues import Cue, cues_in
from newsdiff.parse.nearby_names import name_after, name_before
from newsdiff.parse.passage import Passage
from newsdiff.parse.speakers import Subject, clause_subject, name_ending
from newsdiff.parse.speech_words import Speech

_BESIDE_WITHIN = 12
_BEFORE_REACH = 600
_AFTER_REACH = 400
_RESUMED_WITHIN = 4

Strength = Literal["beside", "near", "none"]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to speak: the cue and the speaker where there are any, and how firmly they belong to the quotation.

    ``colon`` tells that a colon leads to the quotation, ``naming`` that the cue only calls something a name.
    """

    strength: Strength = "none"
    cue: Span | None = None
    speaker: Span | None = None
    denied: bool = False
    naming: bool = False
    colon: bool = False


@dataclass(frozen=True, slots=True)
class Zones:
    """The text before a quotation in its sentence, and after it."""

    before: Span
    after: Span


def zones_of(passage: Passage, outer: Span, low: int, high: int) -> Zones:
    """The stretches around a quotation that may attribute it, within ``text[low:high]``."""
    text = passage.text
    end = outer.start
    while end > low and text[end - 1].isspace():
        end -= 1
    start = end
    if end > low and text[end - 1] not in ".!?…।؟":
        number = passage.sentence_number(end - 1)
        start = max(low, passage.sentences[number].start if number >= 0 else low, end - _BEFORE_REACH)
    return Zones(Span(min(start, end), end), _after_zone(passage, outer, high))


def _after_zone(passage: Passage, outer: Span, high: int) -> Span:
    text = passage.text
    stop = min(high, outer.end + _AFTER_REACH)
    start = outer.end
    while start < stop and text[start].isspace():
        start += 1
    nothing = Span(outer.end, outer.end)
    if start >= stop or text[start] == "\n":
        return nothing
    words = passage.words_in(start, stop)
    if not words:
        return nothing
    number = passage.sentence_number(passage.words[words[0]].start)
    end = min(stop, passage.sentences[number].end) if number >= 0 else stop
    speech = passage.speech_at(outer.end)
    full_stop = text[start] in ".।" or text[outer.end - 2] in ".।"
    if full_stop and not _resumes(passage, speech, passage.words_in(start, end)):
        return nothing
    return Span(outer.end, max(end, outer.end))


def _resumes(passage: Passage, speech: Speech, words: range) -> bool:
    """Tell whether a sentence after a quotation still says who spoke: "Lo ha detto ...", or in lower case."""
    if not words:
        return False
    first = passage.words[words[0]]
    if passage.text[first.start].islower() and first.folded not in speech.conjunctions:
        return True
    cues = cues_in(passage, speech, words[:_RESUMED_WITHIN])
    return bool(cues) and first.folded in speech.resumptives


def attribute(passage: Passage, outer: Span, zones: Zones) -> Attribution:
    """Find who is said to speak a quotation. Looks no further than its zones and, for pronouns, some sentences back."""
    speech = passage.speech_at(outer.start)
    colon = zones.before.end > zones.before.start and passage.text[zones.before.end - 1] in ":："
    before = cues_in(passage, speech, passage.words_in(zones.before.start, zones.before.end))
    after = cues_in(passage, speech, passage.words_in(zones.after.start, zones.after.end))
    last = before[-1] if before else None
    first = after[0] if after else None
    first_beside = (
        first is not None and _is_beside_after(passage, zones.after, first) and not (first.dependent and last)
    )
    last_beside = last is not None and (colon or _is_beside_before(passage, speech, zones.before, last))
    if (
        first
        and first_beside
        and first.kind != "naming"
        and not (colon and last and not _is_next(passage, zones, first))
    ):
        return _attribution(passage, speech, first, zones.after, outer, "beside", after_quotation=True)
    source = _source(passage, speech, zones)
    if source is not None and not last_beside:
        return source
    if last and last_beside:
        return _attribution(passage, speech, last, zones.before, outer, "beside", after_quotation=False, colon=colon)
    if colon or _colon_follows(passage, zones):
        return _without_verb(passage, speech, zones, colon=colon)
    if last:
        return _attribution(passage, speech, last, zones.before, outer, "near", after_quotation=False)
    if first:
        return _attribution(passage, speech, first, zones.after, outer, "near", after_quotation=True)
    return Attribution()


def resolve(passage: Passage, speech: Speech, subject: Subject, at: int) -> Span | None:
    """The name behind a subject: itself, or the one that a pronoun or description at ``at`` stands for."""
    if subject.standing == "name":
        return subject.span
    if subject.standing == "pronoun":
        return antecedent(passage, speech, at, subject.gender)
    if subject.standing == "description":
        return antecedent(passage, speech, at, subject.gender, sole=True)
    if subject.standing == "none" and speech.words.drops_pronoun:
        return antecedent(passage, speech, at)
    return None


def _attribution(
    passage: Passage,
    speech: Speech,
    cue: Cue,
    zone: Span,
    outer: Span,
    strength: Strength,
    *,
    after_quotation: bool,
    colon: bool = False,
) -> Attribution:
    subject = clause_subject(passage, speech, cue, zone, after_quotation=after_quotation)
    at = outer.start if after_quotation else passage.words[cue.first].start
    speaker = resolve(passage, speech, subject, at)
    naming = cue.kind == "naming" and not colon
    return Attribution(strength, cue.span(passage), speaker, cue.denied, naming, colon)


def _is_next(passage: Passage, zones: Zones, cue: Cue) -> bool:
    words = passage.words_in(zones.after.start, zones.after.end)
    return bool(words) and cue.first == words[0]


def _is_beside_after(passage: Passage, zone: Span, cue: Cue) -> bool:
    words = passage.words_in(zone.start, zone.end)
    if cue.first - words[0] > _BESIDE_WITHIN:
        return False
    lead = passage.text[zone.start - 2 : passage.words[words[0]].start]
    return cue.first == words[0] or any(character in ",،;–—!?؟…" for character in lead)


def _is_beside_before(passage: Passage, speech: Speech, zone: Span, cue: Cue) -> bool:
    words = passage.words_in(zone.start, zone.end)
    follow = range(cue.last, words.stop)
    if not follow:
        return True
    if passage.words[follow[-1]].folded in speech.complementizers:
        return len(follow) <= _BESIDE_WITHIN
    if passage.text[zone.end - 1] in ",،":
        return len(follow) <= _BESIDE_WITHIN
    return all(passage.words[n].folded in speech.fillers for n in follow)


def _source(passage: Passage, speech: Speech, zones: Zones) -> Attribution | None:
    """A source given without a verb: "according to X" on either side, "so X" right after."""
    after = passage.words_in(zones.after.start, zones.after.end)
    if after and (
        passage.words[after[0]].folded in speech.quoting or speech.according.length_at(passage.words, after[0])
    ):
        length = max(1, speech.according.length_at(passage.words, after[0]))
        return _named_source(passage, speech, after[0], after[0] + length, after.stop)
    for words in (passage.words_in(zones.before.start, zones.before.end), after):
        for number in words:
            length = speech.according.length_at(passage.words, number)
            if length:
                named = _named_source(passage, speech, number, number + length, words.stop)
                return named if words == after else replace(named, strength="near")
            length = speech.according_after.length_at(passage.words, number)
            if length and number > words.start:
                subject = name_ending(passage, speech, number - 1, words.start)
                cue = Span(passage.words[number].start, passage.words[number + length - 1].end)
                speaker = resolve(passage, speech, subject, passage.words[number].start)
                return Attribution("near", cue, speaker)
    return None


def _named_source(passage: Passage, speech: Speech, first: int, name: int, stop: int) -> Attribution:
    cue = Span(passage.words[first].start, passage.words[name - 1].end)
    return Attribution("beside", cue, source_name(passage, speech, name, stop))


def source_name(passage: Passage, speech: Speech, at: int, stop: int) -> Span | None:
    """The name that word ``at`` begins, or that follows the few common words which introduce it there."""
    if at >= stop:
        return None
    end = at
    while end < min(stop, at + _BESIDE_WITHIN // 2):
        end += 1
        between = passage.text[passage.words[end - 1].end : passage.words[end].start] if end < stop else ""
        if any(character in ",;:.()،؛" for character in between):
            break
    mentions = passage.mentions_in(passage.words[at].start, passage.words[end - 1].end)
    people = [mention for mention in mentions if mention.person]
    chosen = people or list(mentions)
    if chosen:
        return chosen[0].span
    return name_after(passage, speech, at, end)


def _colon_follows(passage: Passage, zones: Zones) -> bool:
    return passage.text[zones.after.start : zones.after.end].lstrip().startswith(":")


def _without_verb(passage: Passage, speech: Speech, zones: Zones, *, colon: bool) -> Attribution:
    """A colon without a verb: the one person whom the sentence names."""
    if not colon:
        words = passage.words_in(zones.after.start, zones.after.end)
        mention = mention_over(passage, words[0]) if words else None
        speaker = mention.span if mention and mention.person else None
        return Attribution("beside" if speaker else "none", None, speaker)
    zone = zones.before
    words = passage.words_in(zone.start, zone.end)
    if not words:
        return Attribution(colon=True)
    people = [m for m in candidates(passage, speech, zone.start, zone.end) if m.person]
    at_end = mention_over(passage, words[-1])
    if at_end and (at_end.person or at_end.start <= passage.words[words[0]].start):
        return Attribution("beside", None, at_end.span, colon=True)
    if len({passage.text[m.start : m.end] for m in people}) == 1:
        return Attribution("beside", None, people[0].span, colon=True)
    if not people and at_end is None:
        name = name_before(passage, speech, words[-1], words[0])
        whole = name is not None and name.start == passage.words[words[0]].start
        if whole and passage.text[passage.words[words[0]].start].isupper():
            return Attribution("beside", None, name, colon=True)
    return Attribution("near" if people else "none", None, None, colon=True)
