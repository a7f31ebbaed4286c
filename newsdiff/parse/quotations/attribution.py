"""Attribution: which cue beside a marked quotation reports it, and whom the cue names.

What belongs here: the choice between the cues before and after a quotation, and sources given without a verb ("according to X", "X: ..."). Whether the stretch is a quotation at all is decided elsewhere, from the result.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from newsdiff.model import Span
from newsdiff.parse.quotations.antecedents import antecedent, asked_by, described, is_feminine
from newsdiff.parse.quotations.clauses import candidates, is_subject, mark_between, mention_over
from newsdiff.parse.quotations.cues import Cue, cues_in
from newsdiff.parse.quotations.named_sources import SOURCE_WITHIN, as_viewed, source_name, spoken_in_front_of
from newsdiff.parse.quotations.nearby_names import name_before
from newsdiff.parse.quotations.passage import Mention, Passage
from newsdiff.parse.quotations.speakers import clause_subject, name_ending
from newsdiff.parse.quotations.speech_words import Speech
from newsdiff.parse.quotations.subjects import Subject
from newsdiff.parse.quotations.zones import Zones

_BESIDE_WITHIN = SOURCE_WITHIN

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


def attribute(passage: Passage, outer: Span, zones: Zones) -> Attribution:
    """Find who is said to speak a quotation. Looks no further than its zones and, for pronouns, some sentences back."""
    speech = passage.speech_at(outer.start)
    colon = zones.before.end > zones.before.start and passage.text[zones.before.end - 1] in ":："
    before = cues_in(passage, speech, passage.words_in(zones.before.start, zones.before.end))
    after = cues_in(passage, speech, passage.words_in(zones.after.start, zones.after.end))
    last = before[-1] if before else None
    reporting = [cue for cue in before if cue.kind != "naming"]
    if colon and reporting:
        last = reporting[-1]
    first = after[0] if after else None
    beside, near = Attribution("beside"), Attribution("near")
    if first and _is_closing(passage, zones, first, before, colon=colon):
        return _following(passage, first, zones, outer, beside, agent=not before)
    last_beside = last is not None and (colon or _is_beside_before(passage, speech, zones.before, last))
    source = None if last_beside else _source(passage, speech, zones)
    if source is None and last and last_beside:
        source = _attribution(passage, last, zones.before, outer, replace(beside, colon=colon))
    if source is None and (colon or _colon_follows(passage, zones)):
        source = _without_verb(passage, speech, zones, colon=colon)
    if source is None and last:
        source = _attribution(passage, last, zones.before, outer, near)
    if source is None and first:
        source = _following(passage, first, zones, outer, near, agent=not before)
    return source or _by_place(passage, speech, zones)


def _following(
    passage: Passage, cue: Cue, zones: Zones, outer: Span, shown: Attribution, *, agent: bool
) -> Attribution:
    """The attribution by a cue after a quotation; where it names nobody, an ``agent`` may stand before the quotation."""
    found = _attribution(passage, cue, zones.after, outer, shown)
    if found.speaker is not None or not agent:
        return found
    return replace(found, speaker=agent_before(passage, passage.speech_at(outer.start), zones.before))


def agent_before(passage: Passage, speech: Speech, zone: Span) -> Span | None:
    """The one whom a word before the quotation marks as the one who acts, where the verb follows it (Hindi)."""
    words = passage.words_in(zone.start, zone.end)
    agent = next((number for number in reversed(words) if passage.words[number].folded in speech.agents), None)
    if agent is None:
        return None
    return resolve(passage, speech, name_ending(passage, speech, agent - 1, words.start), zone.start)


def _by_place(passage: Passage, speech: Speech, zones: Zones) -> Attribution:
    """A speaker without a cue: the person for whom it is so, or whose name a word that nobody listed joins to the quotation."""
    viewed = as_viewed(passage, speech, zones.before)
    if viewed is not None:
        return Attribution("near", None, viewed)
    return Attribution(speaker=spoken_in_front_of(passage, speech, zones.after))


def _is_closing(passage: Passage, zones: Zones, first: Cue, before: list[Cue], *, colon: bool) -> bool:
    """Tell whether the first cue after a quotation is its own, and no cue before has the better claim."""
    if first.kind == "naming" or not _is_beside_after(passage, zones.after, first):
        return False
    if not before:
        return True
    return not first.dependent and (not colon or _is_next(passage, zones, first))


def resolve(passage: Passage, speech: Speech, subject: Subject, at: int, cue: int | None = None) -> Span | None:
    """The name behind a subject: itself, or the one that a pronoun or description at ``at`` stands for.

    ``cue`` is the number of the verb, which may tell the gender of a subject that is left out.
    """
    if subject.standing == "name":
        return subject.span
    if subject.standing == "pronoun":
        return antecedent(passage, speech, at, subject.gender)
    if subject.standing == "description":
        return described(passage, speech, at, subject.words)
    if subject.standing == "none" and speech.words.drops_pronoun:
        feminine = None if cue is None else is_feminine(speech, passage.words[cue].folded)
        return antecedent(passage, speech, at, agreeing=feminine)
    return None


def _attribution(passage: Passage, cue: Cue, zone: Span, outer: Span, shown: Attribution) -> Attribution:
    """Complete what is shown of a cue (its strength, its colon) with its place and its speaker."""
    speech = passage.speech_at(outer.start)
    after_quotation = zone.start >= outer.end
    subject = clause_subject(passage, speech, cue, zone, after_quotation=after_quotation)
    at = outer.start if after_quotation else passage.words[cue.first].start
    speaker = resolve(passage, speech, subject, at, cue.first)
    unnamed = subject.standing in ("pronoun", "none")
    if (
        unnamed
        and speaker is not None
        and any(passage.words[n].folded in speech.answering for n in range(cue.first, cue.last))
    ):
        speaker = asked_by(passage, speech, speaker)
    return replace(
        shown,
        cue=cue.span(passage),
        speaker=speaker,
        denied=cue.denied,
        naming=cue.kind == "naming" and not shown.colon,
    )


def _is_next(passage: Passage, zones: Zones, cue: Cue) -> bool:
    words = passage.words_in(zones.after.start, zones.after.end)
    return bool(words) and cue.first == words[0]


def _is_beside_after(passage: Passage, zone: Span, cue: Cue) -> bool:
    words = passage.words_in(zone.start, zone.end)
    if cue.first - words[0] > _BESIDE_WITHIN:
        return False
    speech = passage.speech_at(zone.start)
    if all(passage.words[n].folded in speech.resumptives | speech.fillers for n in range(words[0], cue.first)):
        return True
    lead = passage.text[zone.start - 2 : passage.words[words[0]].start]
    return any(character in ",،，;–—!?؟！？…" for character in lead)


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
            length = speech.according.length_at(passage.words, number, speech.words.cue_prefixes)
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
    speaker = source_name(passage, speech, name, stop) or _office(passage, speech, name, stop)
    return Attribution("beside", cue, speaker)


def _office(passage: Passage, speech: Speech, at: int, stop: int) -> Span | None:
    """The person for whom an article and an office alone stand: "so die Ministerin"."""
    noun = at + 1
    if noun >= stop or passage.words[at].folded not in speech.determiners - speech.indefinites:
        return None
    ends = noun + 1 >= stop or mark_between(passage, noun, ",;:.،()–—")
    word = passage.words[noun].folded
    return described(passage, speech, passage.words[at].start, (word,)) if ends and word in speech.offices else None


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
    headed = people and passage.text[people[0].end : people[0].end + 1] in (",", "،") and _is_full(passage, people[0])
    if headed and at_end is not people[0] and people[0].start == passage.words[words[0]].start:
        return Attribution("beside", None, people[0].span, colon=True)
    if (
        at_end
        and is_subject(passage, speech, at_end, zone.start)
        and (at_end.person or at_end.start <= passage.words[words[0]].start)
    ):
        return Attribution("beside", None, at_end.span, colon=True)
    if len({passage.text[m.start : m.end] for m in people}) == 1:
        return Attribution("beside", None, people[0].span, colon=True)
    if not people and at_end is None:
        name = name_before(passage, speech, words[-1], words[0])
        whole = name is not None and name.start == passage.words[words[0]].start
        if whole and passage.text[passage.words[words[0]].start].isupper():
            return Attribution("beside", None, name, colon=True)
    return Attribution("near" if people else "none", None, None, colon=True)


def _is_full(passage: Passage, mention: Mention) -> bool:
    return len(passage.words_in(mention.start, mention.end)) > 1
