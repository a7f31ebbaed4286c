"""Speakers: the subject of a cue, by the order of words in its language, and the name that a pronoun stands for.

What belongs here: from a cue to the mention that names who speaks, or None. A name governed by a preposition, or in the
possessive, is no subject; a description with a possessive ("her spokesman") and a nameless group ("police") is nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsdiff.model import Span
from newsdiff.parse.cues import Cue, cues_in
from newsdiff.parse.nearby_names import name_after, name_before
from newsdiff.parse.passage import Mention, Passage, Speech

_SUBJECT_WITHIN = 14
_PREPOSITION_WITHIN = 3
_CLAUSE_MARKS = ",;:()،؛–—"

Standing = Literal["name", "pronoun", "description", "nobody", "none"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands as the subject of a cue: a name (with its span), a pronoun, a description, somebody nameless, or nothing."""

    standing: Standing
    span: Span | None = None
    gender: str = "any"


NOTHING = Subject("none")
NOBODY = Subject("nobody")


def subject_of(passage: Passage, speech: Speech, cue: Cue, zone: Span, *, after_quotation: bool) -> Subject:
    """The subject of a cue in its clause; ``after_quotation`` where the zone follows what was said."""
    words = passage.words_in(zone.start, zone.end)
    if speech.agents:
        return _agent(passage, speech, cue, words)
    if cue.kind == "naming":
        return _before(passage, speech, cue, words)
    if speech.words.verb_first:
        first = _after(passage, speech, cue, words)
        return first if first.standing != "none" else _before(passage, speech, cue, words)
    if after_quotation and all(passage.words[n].folded in speech.fillers for n in range(words.start, cue.first)):
        return _after(passage, speech, cue, words)
    before = _before(passage, speech, cue, words)
    if before.standing in ("none", "description") and not cue.addressing:
        after = _after(passage, speech, cue, words)
        if after.standing in ("name", "pronoun") or before.standing == "none":
            return after
    return before


def clause_subject(passage: Passage, speech: Speech, cue: Cue, zone: Span, *, after_quotation: bool) -> Subject:
    """The subject of a cue, or of the verb before it in the zone where its form borrows its subject."""
    if _is_passive(passage, speech, cue):
        return NOBODY
    if cue.dependent:
        words = passage.words_in(zone.start, zone.end)
        earlier = [one for one in cues_in(passage, speech, words) if one.first < cue.first and not one.dependent]
        if earlier:
            return subject_of(passage, speech, earlier[-1], zone, after_quotation=after_quotation)
        people = candidates(passage, speech, zone.start, passage.words[cue.first].start)
        return Subject("name", people[0].span) if people else _pronoun_within(passage, speech, words.start, cue.first)
    return subject_of(passage, speech, cue, zone, after_quotation=after_quotation)


def _is_passive(passage: Passage, speech: Speech, cue: Cue) -> bool:
    if cue.dependent or not speech.passives or cue.last - cue.first > 1:
        return False
    return any(
        0 <= number < len(passage.words) and passage.words[number].folded in speech.passives
        for number in (cue.first - 1, cue.last)
    )


def is_subject(passage: Passage, speech: Speech, mention: Mention, start: int) -> bool:
    """Whether a mention may be the subject of its clause: no preposition governs it, and it possesses nothing."""
    return _governed(passage, speech, mention, start) == 0 and not _possesses(passage, mention)


def _agent(passage: Passage, speech: Speech, cue: Cue, words: range) -> Subject:
    """The subject where a word marks the one who acts (Hindi)."""
    for number in range(cue.first - 1, words.start - 1, -1):
        folded = passage.words[number].folded
        if folded in speech.pronouns:
            return _pronoun(speech, folded)
        if folded in speech.agents:
            return name_ending(passage, speech, number - 1, words.start)
    number = cue.first - 1
    while number >= words.start and passage.words[number].folded in speech.fillers:
        number -= 1
    mention = mention_over(passage, number) if number >= words.start else None
    return Subject("name", mention.span) if mention else NOTHING


def name_ending(passage: Passage, speech: Speech, number: int, start: int) -> Subject:
    """The subject whose last word is ``number``, where a word after it marks the one who acts."""
    if number < start:
        return NOTHING
    while number > start and passage.words[number].folded in speech.fillers:
        number -= 1
    word = passage.words[number]
    if word.folded in speech.pronouns:
        return _pronoun(speech, word.folded)
    opening = passage.text.rfind("(", passage.words[start].start, word.start)
    if opening >= 0 and passage.text.find(")", opening, word.start) < 0:
        outside = passage.words_in(passage.words[start].start, opening)
        if outside:
            number = outside[-1]
    mention = mention_over(passage, number)
    if mention:
        return Subject("name", mention.span)
    name = name_before(passage, speech, number, start)
    return Subject("name", name) if name else NOBODY


def _before(passage: Passage, speech: Speech, cue: Cue, words: range) -> Subject:
    number = cue.first - 1
    while number >= words.start and _is_filler(passage, speech, number):
        number -= 1
    if number < words.start:
        return NOTHING
    word = passage.words[number]
    if word.folded in speech.pronouns:
        return _pronoun(speech, word.folded)
    start = passage.words[words.start].start
    people = candidates(passage, speech, start, passage.words[cue.first].start)
    adjacent = mention_over(passage, number)
    comma = mark_between(passage, number)
    if adjacent and not comma:
        return _adjacent_subject(passage, speech, adjacent, start)
    if comma:
        apposed = adjacent if adjacent and _is_whole_segment(passage, adjacent, words) else None
        headed = next((m for m in people if passage.text[m.end : m.end + 1] in (",", "،")), None)
        chosen = apposed or headed or (people[0] if people else None)
        if chosen:
            return Subject("name", chosen.span)
        first = name_after(passage, speech, words.start, number + 1)
        if first and passage.text[first.end : first.end + 1] in (",", "،"):
            return Subject("name", first)
        return _pronoun_within(passage, speech, words.start, cue.first)
    clause = _clause_start(passage, number, words.start)
    inside = [m for m in people if m.start >= passage.words[clause].start]
    if inside:
        return Subject("name", inside[0].span)
    opening = passage.words[clause].folded
    folded = [passage.words[n].folded for n in range(clause, number + 1)]
    if opening in speech.prepositions:
        return Subject("name", people[0].span) if people else _pronoun_within(passage, speech, words.start, cue.first)
    if opening in speech.possessives or any(w in speech.anonymous or w in speech.nouns for w in folded):
        return NOBODY
    name = None if speech.words.verb_first else name_before(passage, speech, number, clause)
    if name:
        return Subject("name", name)
    if opening in speech.determiners and not any(w in speech.prepositions for w in folded[1:]):
        return Subject("description")
    if people:
        return Subject("name", people[0].span)
    return _pronoun_within(passage, speech, words.start, cue.first)


def _after(passage: Passage, speech: Speech, cue: Cue, words: range) -> Subject:
    number = max(cue.first + 1, cue.last)
    inner = cue.first + 1
    if cue.last - cue.first > 2 and passage.words[inner].folded not in speech.fillers and mention_over(passage, inner):
        number = inner
    while number < words.stop and _is_filler(passage, speech, number) and not mark_between(passage, number - 1, ";:"):
        number += 1
    if number >= words.stop or mark_between(passage, number - 1, ";:("):
        return NOTHING
    word = passage.words[number]
    if word.folded in speech.pronouns:
        return _pronoun(speech, word.folded)
    stop = _subject_end(passage, speech, number, min(words.stop, number + _SUBJECT_WITHIN))
    if stop <= number:
        return NOTHING
    limit = passage.words[stop - 1].end
    found = [m for m in passage.mentions_in(word.start - 1, limit) if m.end > word.start and not _possesses(passage, m)]
    free = [m for m in found if _governed(passage, speech, m, word.start) == 0]
    person = next((m for m in free if m.person), None)
    if person:
        return Subject("name", person.span)
    if free and not cue.addressing and free[0].start <= passage.words[min(number + 3, stop - 1)].start:
        return Subject("name", free[0].span)
    folded = [passage.words[n].folded for n in range(number, stop)]
    if folded[0] in speech.spokespeople or (len(folded) > 1 and folded[1] in speech.spokespeople):
        organization = next((m for m in found if not m.person), None)
        return Subject("name", organization.span) if organization else NOBODY
    if folded[0] in speech.prepositions or folded[0] in speech.complementizers:
        return NOTHING
    if folded[0] in speech.possessives or any(w in speech.anonymous or w in speech.nouns for w in folded[:3]):
        return NOBODY
    if cue.addressing:
        return NOTHING
    name = name_after(passage, speech, number, stop)
    if name:
        return Subject("name", name)
    return Subject("description") if folded[0] in speech.determiners else NOTHING


def _adjacent_subject(passage: Passage, speech: Speech, mention: Mention, start: int) -> Subject:
    if _possesses(passage, mention):
        return NOBODY
    distance = _governed(passage, speech, mention, start)
    if distance != 1:
        return Subject("name", mention.span)
    words = passage.words_in(start, mention.start)
    nouns = [passage.words[n].folded for n in words[-_PREPOSITION_WITHIN - 1 :]]
    if not mention.person and any(noun in speech.spokespeople for noun in nouns):
        return Subject("name", mention.span)
    begins = passage.words_in(start, mention.start)
    return NOTHING if begins and passage.words[begins[0]].folded in speech.prepositions else NOBODY


def _subject_end(passage: Passage, speech: Speech, number: int, stop: int) -> int:
    """The number of the word that ends the subject after a verb: a clause about somebody, or another clause."""
    for at in range(number, stop):
        folded = passage.words[at].folded
        if folded in speech.relatives or folded in speech.complementizers:
            return at
        if folded in speech.conjunctions and mark_between(passage, at - 1):
            return at
        if mark_between(passage, at, ".;:()!?؛؟।\n") and not _is_initial(passage, at):
            return at + 1
    return stop


def _is_initial(passage: Passage, at: int) -> bool:
    word = passage.words[at]
    return word.end - word.start <= 3 and passage.text[word.start].isupper() and passage.text[word.end] == "."


def candidates(passage: Passage, speech: Speech, start: int, end: int) -> list[Mention]:
    """The mentions in a stretch that may be a subject: people, or else organizations."""
    free = [m for m in passage.mentions_in(start, end) if m.end <= end and is_subject(passage, speech, m, start)]
    return [m for m in free if m.person] or free


def _pronoun_within(passage: Passage, speech: Speech, first: int, last: int) -> Subject:
    for number in range(first, last):
        if passage.words[number].folded in speech.pronouns:
            return _pronoun(speech, passage.words[number].folded)
    return NOTHING


def _pronoun(speech: Speech, folded: str) -> Subject:
    gender = speech.pronouns[folded]
    return NOBODY if gender == "they" else Subject("pronoun", None, gender)


def _is_filler(passage: Passage, speech: Speech, number: int) -> bool:
    folded = passage.words[number].folded
    if folded in speech.pronouns:
        return False
    return folded in speech.fillers or folded in speech.negations or folded in speech.auxiliaries


def mention_over(passage: Passage, number: int) -> Mention | None:
    """The mention that holds a word, if any."""
    word = passage.words[number]
    for mention in reversed(passage.mentions_in(max(0, word.start - 60), word.end)):
        if mention.start < word.end and word.start < mention.end:
            return mention
        if mention.end <= word.start:
            return None
    return None


def _is_whole_segment(passage: Passage, mention: Mention, words: range) -> bool:
    """Tell whether a mention with at most two words before it fills the stretch since the last mark."""
    before = passage.words_in(passage.words[words.start].start, mention.start)
    nearest = before[-1] if before else None
    return nearest is None or any(mark_between(passage, n) for n in before[-3:])


def _governed(passage: Passage, speech: Speech, mention: Mention, start: int) -> int:
    """How many words before a mention a preposition governs it; 0 where none does."""
    number = passage.words_in(start, mention.start + 1)
    own = passage.words_in(mention.start, mention.end)
    first = own[0] if own else (number[-1] if number else 0)
    if (
        first < len(passage.words)
        and number
        and passage.words[number[-1]].start < mention.start < passage.words[number[-1]].end
    ):
        prefix = passage.text[passage.words[number[-1]].start : mention.start]
        return 0 if prefix in speech.words.cue_prefixes else 1
    for distance in range(1, _PREPOSITION_WITHIN + 1):
        at = first - distance
        if at < 0 or passage.words[at].start < start or mark_between(passage, at):
            return 0
        folded = passage.words[at].folded
        if folded in speech.prepositions:
            return distance
        if distance == 1 and _is_prefix_governed(speech, folded):
            return distance
        if folded in speech.titles or not passage.text[passage.words[at].start].islower():
            continue
    return 0


def _is_prefix_governed(speech: Speech, folded: str) -> bool:
    return any(len(prefix) > 1 and folded.startswith(prefix) for prefix in speech.words.preposition_prefixes)


def _possesses(passage: Passage, mention: Mention) -> bool:
    follows = passage.text[mention.end : mention.end + 2]
    return follows in ("'s", "’s") or passage.text[mention.start : mention.end].endswith(("'s", "’s"))


def _clause_start(passage: Passage, number: int, start: int) -> int:
    while number > start and not mark_between(passage, number - 1):
        number -= 1
    return number


def mark_between(passage: Passage, number: int, marks: str = _CLAUSE_MARKS) -> bool:
    """Tell whether one of the marks stands between a word and the next one."""
    if number < 0 or number + 1 >= len(passage.words):
        return False
    between = passage.text[passage.words[number].end : passage.words[number + 1].start]
    return any(character in marks for character in between)
