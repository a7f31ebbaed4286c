"""Speakers: the subject of a cue, by the order of words in its language.

What belongs here: from a cue to the mention that is its subject, or to what stands there instead. A name governed by a
preposition, or in the possessive, is no subject; a description with a possessive ("her spokesman") and a nameless group
("police") is nobody.
"""

from __future__ import annotations

from itertools import takewhile

from newsdiff.model import Span
from newsdiff.parse.quotations.clauses import (
    candidates,
    clause_start,
    governed,
    is_filler,
    is_related,
    is_subject,
    mark_between,
    mention_over,
    possesses,
)
from newsdiff.parse.quotations.cues import Cue, cues_in, is_passive, is_plural
from newsdiff.parse.quotations.following_subjects import subject_after
from newsdiff.parse.quotations.grammar import settle_subject
from newsdiff.parse.quotations.nearby_names import name_after, name_before
from newsdiff.parse.quotations.passage import Mention, Passage
from newsdiff.parse.quotations.speech_words import Speech
from newsdiff.parse.quotations.subjects import NOBODY, NOTHING, Subject, named, pronoun, pronoun_within

_SPOKESPERSON_WITHIN = 4
_TITLE_WITHIN = 2


def clause_subject(passage: Passage, speech: Speech, cue: Cue, zone: Span, *, after_quotation: bool) -> Subject:
    """The subject of a cue in its zone, or of the verb before it where its form borrows its subject.

    ``after_quotation`` tells that the zone follows what was said. The tree of the sentence decides where it is clear.
    """
    by_order = _subject_by_order(passage, speech, cue, zone, after_quotation=after_quotation)
    return settle_subject(passage, speech, cue, by_order)


def _subject_by_order(passage: Passage, speech: Speech, cue: Cue, zone: Span, *, after_quotation: bool) -> Subject:
    if is_passive(passage, speech, cue) or is_plural(passage, speech, cue):
        return NOBODY
    hung = next((n for n in range(cue.first + 1, cue.last + 1) if passage.is_enclitic(n)), None)
    if hung is not None:
        return pronoun_within(passage, speech, hung, hung + 1)
    if not cue.dependent:
        return _subject_of(passage, speech, cue, zone, after_quotation=after_quotation)
    words = passage.words_in(zone.start, zone.end)
    earlier = [one for one in cues_in(passage, speech, words) if one.first < cue.first and not one.dependent]
    if earlier:
        return _subject_of(passage, speech, earlier[-1], zone, after_quotation=after_quotation)
    people = candidates(passage, speech, zone.start, passage.words[cue.first].start)
    return named(people[0]) if people else pronoun_within(passage, speech, words.start, cue.first)


def name_ending(passage: Passage, speech: Speech, number: int, start: int) -> Subject:
    """The subject whose last word is ``number``, where a word after it marks the one who acts."""
    if number < start:
        return NOTHING
    while number > start and passage.words[number].folded in speech.fillers:
        number -= 1
    word = passage.words[number]
    if word.folded in speech.pronouns:
        return pronoun(speech, word.folded)
    opening = passage.text.rfind("(", passage.words[start].start, word.start)
    if opening >= 0 and passage.text.find(")", opening, word.start) < 0:
        outside = passage.words_in(passage.words[start].start, opening)
        number = outside[-1] if outside else number
    mention = mention_over(passage, number)
    name = mention.span if mention else name_before(passage, speech, number, start)
    return Subject("name", name) if name else NOBODY


def _subject_of(passage: Passage, speech: Speech, cue: Cue, zone: Span, *, after_quotation: bool) -> Subject:
    words = passage.words_in(zone.start, zone.end)
    if speech.agents:
        return _agent(passage, speech, cue, words)
    if cue.kind == "naming" and not speech.words.verb_first:
        return _before(passage, speech, cue, words)
    inverted = after_quotation and all(passage.words[n].folded in speech.fillers for n in range(words.start, cue.first))
    if speech.words.verb_first or inverted:
        after = subject_after(passage, speech, cue, words)
        return after if inverted or after.standing != "none" else _before(passage, speech, cue, words)
    before = _before(passage, speech, cue, words)
    if _is_of_another_clause(passage, speech, before, cue, words):
        after = subject_after(passage, speech, cue, words)
        return after if after.standing == "name" else before
    if before.standing not in ("none", "description") or cue.addressing:
        return before
    after = subject_after(passage, speech, cue, words)
    return after if after.standing in ("name", "pronoun") or before.standing == "none" else before


def _is_of_another_clause(passage: Passage, speech: Speech, subject: Subject, cue: Cue, words: range) -> bool:
    """Tell whether what was found before a verb belongs to a clause that ends there: "whether he resigns, answered X"."""
    last = cue.first - 1
    if last < words.start or not mark_between(passage, last):
        return False
    if subject.standing == "pronoun":
        return passage.words[last].folded not in speech.pronouns
    mention = mention_over(passage, last)
    whole = mention is not None and mention.span == subject.span
    headed = subject.span is not None and passage.text[subject.span.end : subject.span.end + 1] in (",", "،")
    return subject.standing == "name" and not whole and not headed


def _agent(passage: Passage, speech: Speech, cue: Cue, words: range) -> Subject:
    """The subject where a word marks the one who acts (Hindi)."""
    for number in range(cue.first - 1, words.start - 1, -1):
        folded = passage.words[number].folded
        if folded in speech.pronouns:
            return pronoun(speech, folded)
        if folded in speech.agents:
            return name_ending(passage, speech, number - 1, words.start)
    number = cue.first - 1
    while number >= words.start and passage.words[number].folded in speech.fillers:
        number -= 1
    if number < words.start:
        return NOTHING
    mention = mention_over(passage, number)
    return named(mention) if mention else _surname(passage, number)


def _surname(passage: Passage, number: int) -> Subject:
    """The word alone where it ends the full name of a person elsewhere in the article, though no tagger saw it here."""
    word = passage.words[number]
    return Subject("name", Span(word.start, word.end)) if word.folded in passage.surnames else NOTHING


def _before(passage: Passage, speech: Speech, cue: Cue, words: range) -> Subject:
    """The subject before its verb: beside it, or past an apposition, or at the head of the clause."""
    number = cue.first - 1
    while number >= words.start and is_filler(passage, speech, number):
        if number > words.start and mark_between(passage, number) and not mark_between(passage, number - 1):
            break
        number -= 1
    if number < words.start:
        return NOTHING
    if passage.words[number].folded in speech.pronouns:
        return pronoun(speech, passage.words[number].folded)
    adjacent = mention_over(passage, number)
    if mark_between(passage, number):
        found = _past_apposition(passage, speech, words, number, adjacent)
    elif adjacent:
        found = _beside(passage, speech, adjacent, words)
    else:
        found = _in_clause(passage, speech, words, number)
    return found or pronoun_within(passage, speech, words.start, cue.first)


def _past_apposition(
    passage: Passage, speech: Speech, words: range, number: int, adjacent: Mention | None
) -> Subject | None:
    """Read "the mayor, X, said" and "X, who runs Y, said"."""
    start = passage.words[words.start].start
    people = candidates(passage, speech, start, passage.words[number].end)
    headed = [mention for mention in people if passage.text[mention.end : mention.end + 1] in (",", "،")]
    whole = adjacent and _is_whole_segment(passage, adjacent, words) and is_subject(passage, speech, adjacent, start)
    if adjacent and whole and not _is_told_of(passage, speech, headed, adjacent, words.start):
        return named(adjacent)
    if people:
        return named((headed or people)[0])
    first = name_after(passage, speech, words.start, number + 1)
    followed = first is not None and passage.text[first.end : first.end + 1] in (",", "،")
    return Subject("name", first) if followed else None


def _is_told_of(passage: Passage, speech: Speech, headed: list[Mention], mention: Mention, start: int) -> bool:
    """Whether the words between commas in which a name ends only tell what another does: "X, citing his rival Y, said"."""
    before = passage.words_in(passage.words[start].start, mention.start)
    first = clause_start(passage, before[-1], start) if before else start
    heads = [head for head in headed if head.person and head is not mention and head.end <= mention.start]
    beside = bool(heads) and passage.words_in(heads[-1].end, mention.start).start == first
    told = range(first, before.stop)
    titles = speech.offices | speech.determiners | speech.possessives | speech.spokespeople
    return beside and len(told) > 0 and passage.words[first].folded not in titles and len(heads) == 1


def _beside(passage: Passage, speech: Speech, mention: Mention, words: range) -> Subject:
    start = passage.words[words.start].start
    if possesses(passage, mention) or is_related(passage, speech, mention, words.start):
        return NOBODY
    distance = governed(passage, speech, mention, start)
    head = _head(passage, speech, mention, words) if distance else None
    if head:
        return named(head)
    before = passage.words_in(start, mention.start)
    if distance != 1:
        others = speech.kin | speech.spokespeople | speech.bystanders
        another = len(before) > distance and passage.words[before[-distance - 1]].folded in others
        return NOBODY if distance and another else named(mention)
    nouns = [passage.words[n].folded for n in before[-_SPOKESPERSON_WITHIN:]]
    if not mention.person and any(noun in speech.spokespeople for noun in nouns):
        return named(mention)
    return NOTHING if before and passage.words[before[0]].folded in speech.prepositions else NOBODY


def _head(passage: Passage, speech: Speech, mention: Mention, words: range) -> Mention | None:
    """The person at the beginning of a clause whom a governed name only describes: "X of Hamar said"."""
    own = passage.words_in(mention.start, mention.end)
    start = clause_start(passage, own[0], words.start) if own else words.start
    people = candidates(passage, speech, passage.words[start].start, mention.start)
    if not people or not people[0].person:
        return None
    head = people[0]
    opening = passage.words_in(passage.words[start].start, head.start)
    between = passage.words_in(head.end, mention.start)
    parting = speech.conjunctions | speech.relatives | speech.prepositions
    if len(opening) > _TITLE_WITHIN or any(passage.words[n].folded in parting for n in opening):
        return None
    return None if any(passage.words[n].folded in speech.conjunctions for n in between) else head


def _in_clause(passage: Passage, speech: Speech, words: range, number: int) -> Subject | None:
    """Read the clause that ends beside the verb in something else than a name."""
    people = candidates(passage, speech, passage.words[words.start].start, passage.words[number].end)
    clause = clause_start(passage, number, words.start)
    inside = [mention for mention in people if mention.start >= passage.words[clause].start]
    if inside:
        return named(inside[0])
    folded = [passage.words[n].folded for n in range(clause, number + 1)]
    found = None
    if folded[0] not in speech.prepositions:
        found = _described(passage, speech, folded, clause, number)
    return found or (named(people[0]) if people else None)


def _described(passage: Passage, speech: Speech, folded: list[str], clause: int, number: int) -> Subject | None:
    if folded[0] in speech.possessives | speech.indefinites or any(
        w in speech.anonymous or w in speech.nouns for w in folded
    ):
        return NOBODY
    name = None if speech.words.verb_first else name_before(passage, speech, number, clause)
    if name:
        return Subject("name", name)
    if speech.words.bare_nouns:
        return Subject("description", words=tuple(takewhile(lambda word: word not in speech.prepositions, folded)))
    described = folded[0] in speech.determiners and not any(w in speech.prepositions for w in folded[1:])
    return Subject("description", words=tuple(folded[1:])) if described else None


def _is_whole_segment(passage: Passage, mention: Mention, words: range) -> bool:
    """Tell whether a mention with at most two words before it fills the stretch since the last mark."""
    before = passage.words_in(passage.words[words.start].start, mention.start)
    return not before or any(mark_between(passage, number) for number in before[-3:])
