"""Callings: a few words in marks that somebody finds for a matter: “spoke of ‘a black day’”, “called it ‘a quiet disgrace’”.

What belongs here: telling such words, short as they are, from names, titles and scare quotes. They need a verb that
speaks of something or judges it, a named speaker, and words that are no name and end their phrase.
"""

from __future__ import annotations

from newsdiff.model import Span
from newsdiff.parse.quotations.attribution import Attribution, agent_before, resolve
from newsdiff.parse.quotations.clauses import mark_between
from newsdiff.parse.quotations.cues import Cue, cues_in, is_negated
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.speakers import clause_subject
from newsdiff.parse.quotations.speech_words import Speech
from newsdiff.parse.quotations.zones import Zones

_FEWEST, _MOST = 2, 5
_FEWEST_JUDGED = 4
_REACH = 10
_MARKS = ',;:()،؛–—"“”„«»'
_JOINS = " \u00a0\u202f'’ـ"


def called(passage: Passage, inner: Span, outer: Span, zones: Zones) -> Attribution | None:
    """Who calls something by the words in marks, or speaks of it with them; None where they are no such quotation."""
    speech = passage.speech_at(outer.start)
    words = passage.words_in(zones.before.start, zones.before.end)
    clause = _clause(passage, words, outer)
    if not (_is_wording(passage, inner) or (_is_noun_phrase(passage, inner) and _is_joined(passage, speech, clause))):
        return None
    cue = _verb_behind(passage, speech, clause, zones)
    if cue is None and _ends_phrase(passage, speech, outer):
        cue = _verb_before(passage, speech, clause)
    cue = cue or _verb_with_object_behind(passage, speech, clause)
    if cue is None or (cue.addressing and _is_nickname(passage, speech, inner)):
        return None
    if is_negated(passage, speech, cue.first, cue.last, words):
        return None
    if speech.agents:
        speaker = agent_before(passage, speech, zones.before)
    else:
        subject = clause_subject(passage, speech, cue, zones.before, after_quotation=False)
        speaker = resolve(passage, speech, subject, passage.words[cue.first].start, cue.first)
    return None if speaker is None else Attribution("beside", cue.span(passage), speaker)


def _is_wording(passage: Passage, inner: Span) -> bool:
    """Whether words are few and no name: the first in lower case, where its script has one, and no entity."""
    first = passage.text[inner.start]
    return (
        _FEWEST <= passage.count(inner) <= _MOST
        and first.isalpha()
        and not first.isupper()
        and inner.start not in passage.named
    )


def _is_noun_phrase(passage: Passage, inner: Span) -> bool:
    """Whether words may be no name though they begin in upper case, as every noun of the language does: “Gewissen der Stadt”."""
    words = passage.words_in(inner.start, inner.end)
    return (
        passage.pack_at(inner.start).figures.nouns_capitalised
        and _FEWEST <= len(words) <= _MOST
        and any(passage.text[passage.words[number].start].islower() for number in words)
        and inner.start not in passage.named
    )


def _is_joined(passage: Passage, speech: Speech, clause: range) -> bool:
    """Whether the word before the quotation leads from a verb that judges to what it says: "bezeichnete sie als"."""
    return bool(clause) and any(
        frames.tail_length(passage.words, number, clause.stop, speech.words.cue_prefixes)
        for frames in (speech.judging, speech.judged)
        for number in clause
    )


def _is_nickname(passage: Passage, speech: Speech, inner: Span) -> bool:
    """Whether words are such as somebody is known by: “our ladies”, “the boss”; “the conscience of our town” is judged."""
    words = passage.words_in(inner.start, inner.end)
    first = passage.words[words[0]].folded
    return len(words) < _FEWEST_JUDGED and (
        first in speech.possessives or first in speech.determiners - speech.indefinites
    )


def _clause(passage: Passage, words: range, outer: Span) -> range:
    """The words right before the quotation, from the last mark on; none where a mark parts them from it."""
    if not words or passage.text[passage.words[words[-1]].end : outer.start].strip(_JOINS):
        return words[:0]
    at = words[-1]
    while at > words.start and words.stop - at < _REACH and not mark_between(passage, at - 1, _MARKS):
        at -= 1
    return range(at, words.stop)


def _verb_behind(passage: Passage, speech: Speech, clause: range, zones: Zones) -> Cue | None:
    """The verb right behind the words, where its language puts it there: "hat es „...“ genannt", "ने इसे "..." बताया"."""
    after = passage.words_in(zones.after.start, zones.after.end)
    framed = speech.agents or speech.words.frames_clause
    length = speech.judged.head_at(passage.words, after.start) if framed and after and clause else 0
    if not length or passage.text[zones.after.start : passage.words[after.start].start].strip():
        return None
    if speech.agents:
        return Cue(after.start, after.start + length, "reporting", denied=False)
    auxiliary = next((n for n in reversed(clause) if passage.words[n].folded in speech.auxiliaries), None)
    return None if auxiliary is None else Cue(auxiliary, auxiliary + 1, "reporting", denied=False, addressing=True)


def _verb_before(passage: Passage, speech: Speech, clause: range) -> Cue | None:
    """The verb before words that end their phrase, with what it is said of between the two, or without."""
    bare = _without_article(passage, speech, clause)
    if bare is None:
        return None
    for number in reversed(clause):
        for frames, addressing in ((speech.evoking, False), (speech.judging, True), (speech.judged, True)):
            length = frames.length_before(passage.words, number, bare.stop, speech.words.cue_prefixes)
            if not length:
                continue
            cue = Cue(number, number + length, "reporting", denied=False, addressing=addressing)
            joined = frames.tail_length(passage.words, number, bare.stop, speech.words.cue_prefixes)
            between = range(cue.last, bare.stop - joined)
            if not _is_clear(passage, speech, between):
                return None
            if frames is speech.judging and speech.judged.head_at(passage.words, number):
                return cue if between else None
            return cue if frames is not speech.judged or _has_auxiliary(passage, speech, number, clause) else None
    cues = [] if speech.agents or speech.words.verb_first else cues_in(passage, speech, clause)
    told = cues and cues[-1].kind == "reporting" and cues[-1].last == bare.stop
    return cues[-1] if told else None


def _verb_with_object_behind(passage: Passage, speech: Speech, clause: range) -> Cue | None:
    """The verb right before words that what it is said of follows: "назвал «чистой выдумкой» обвинения"."""
    if not clause or speech.determiners:
        return None
    number = clause[-1]
    judges = speech.judging.length_before(passage.words, number, clause.stop) == 1
    return Cue(number, number + 1, "reporting", denied=False, addressing=True) if judges else None


def _without_article(passage: Passage, speech: Speech, clause: range) -> range | None:
    """The words without an indefinite article at the end; None where a definite one makes the quotation a name of something."""
    last = passage.words[clause[-1]].folded if clause else ""
    if last in speech.indefinites:
        return clause[:-1]
    return None if not clause or last in speech.determiners else clause


def _is_clear(passage: Passage, speech: Speech, between: range) -> bool:
    """Whether no other clause begins between a verb and the words that it leads to."""
    parting = speech.complementizers | speech.relatives | speech.conjunctions
    return not any(passage.words[n].folded in parting for n in between) and not cues_in(passage, speech, between)


def _has_auxiliary(passage: Passage, speech: Speech, number: int, clause: range) -> bool:
    before = number - 1
    while before >= clause.start and passage.words[before].folded in speech.fillers | speech.negations:
        before -= 1
    return before >= clause.start and passage.words[before].folded in speech.auxiliaries


def _ends_phrase(passage: Passage, speech: Speech, outer: Span) -> bool:
    """Whether the phrase does not go on behind the words, as it does where they only qualify a noun."""
    words = passage.words_in(outer.end, outer.end + 40)
    if not words or passage.text[outer.end : passage.words[words[0]].start].strip():
        return True
    folded = passage.words[words[0]].folded
    opening = speech.prepositions | speech.conjunctions | speech.complementizers | speech.relatives | speech.determiners
    prefixed = any(
        folded.startswith(prefix) for prefix in speech.words.cue_prefixes + speech.words.preposition_prefixes
    )
    closed = folded in passage.pack_at(outer.start).figures.stops
    return folded in opening | speech.fillers or prefixed or closed
