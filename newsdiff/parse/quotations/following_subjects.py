"""The subject that follows its verb: "said X", "sagte gestern der Leiter, X", قال X.

What belongs here: reading the words after a cue, within its clause, to the name, pronoun or description that acts.
"""

from __future__ import annotations

from newsdiff.parse.quotations.clauses import (
    begins_subject,
    carries_preposition,
    governed,
    is_filler,
    is_related,
    mark_between,
    mention_over,
    possesses,
    subject_end,
)
from newsdiff.parse.quotations.cues import Cue
from newsdiff.parse.quotations.nearby_names import apposed_name, name_after, name_following
from newsdiff.parse.quotations.passage import Mention, Passage
from newsdiff.parse.quotations.speech_words import Speech
from newsdiff.parse.quotations.subjects import NOBODY, NOTHING, Subject, named, pronoun

_SUBJECT_WITHIN = 14
_ORGANIZATION_WITHIN = 3
_DESCRIPTION = 3


def subject_after(passage: Passage, speech: Speech, cue: Cue, words: range) -> Subject:
    """The subject after its verb, within the clause."""
    number = _first_after(passage, speech, cue, words)
    if number >= words.stop or mark_between(passage, number - 1, ";:("):
        return NOTHING
    word = passage.words[number]
    if word.folded in speech.pronouns:
        return pronoun(speech, word.folded)
    stop = subject_end(passage, speech, number, min(words.stop, number + _SUBJECT_WITHIN))
    if stop <= number:
        return NOTHING
    here = passage.mentions_in(word.start - 1, passage.words[stop - 1].end)
    found = [mention for mention in here if mention.end > word.start and not possesses(passage, mention)]
    free = [mention for mention in found if governed(passage, speech, mention, word.start) == 0]
    near = passage.words[min(number + _ORGANIZATION_WITHIN, stop - 1)].start
    chosen = [m for m in free if m.person] or [m for m in free if not cue.addressing and m.start <= near]
    if chosen and is_related(passage, speech, chosen[0], number):
        return NOBODY
    if chosen and not chosen[0].person and chosen[0].start > word.start and speech.words.verb_first:
        own = passage.words_in(chosen[0].start, chosen[0].end)
        name = name_following(passage, speech, own.stop or number + 1, stop)
        return Subject("name", name) if name else named(chosen[0])
    if chosen:
        return named(chosen[0])
    return _nameless_after(passage, speech, cue, range(number, stop), found)


def _first_after(passage: Passage, speech: Speech, cue: Cue, words: range) -> int:
    """The number of the first word after a verb, or inside its frame, that may belong to its subject."""
    number = max(cue.first + 1, cue.last)
    inner = cue.first + 1
    if cue.last - cue.first > 2 and passage.words[inner].folded not in speech.fillers and mention_over(passage, inner):
        number = inner
    while number < words.stop and not mark_between(passage, number - 1, ";:"):
        if is_filler(passage, speech, number):
            number += 1
        elif (noun := _occasion(passage, speech, number, words)) is not None:
            number = _behind_occasion(passage, speech, noun + 1, words)
        else:
            break
    return number


def _occasion(passage: Passage, speech: Speech, number: int, words: range) -> int | None:
    """The number of the noun where a preposition and it only tell when, how or to which group something was said.

    "w oświadczeniu", "à la presse", "davanti ai cronisti", "avec émotion" right before a name.
    """
    if passage.words[number].folded not in speech.prepositions or mark_between(passage, number):
        return None
    noun = number + 1
    articled = noun < words.stop and passage.words[noun].folded in speech.determiners | speech.possessives
    noun += int(articled)
    if noun >= words.stop:
        return None
    folded = passage.words[noun].folded
    if folded in speech.nouns | speech.fillers or (
        folded in speech.anonymous | speech.inscriptions and speech.determiners
    ):
        return noun
    manner = speech.determiners and not articled and passage.text[passage.words[noun].start].islower()
    named_behind = (
        noun + 1 < words.stop and not mark_between(passage, noun) and mention_over(passage, noun + 1) is not None
    )
    closed = speech.offices | speech.prepositions | speech.kin | speech.bystanders | speech.spokespeople
    return noun if manner and named_behind and folded not in closed else None


def _behind_occasion(passage: Passage, speech: Speech, number: int, words: range) -> int:
    """The number of the first word behind an occasion and the organization to which it belongs: "w rozmowie z Kurierem"."""
    if number + 1 >= words.stop or passage.words[number].folded not in speech.prepositions:
        return number
    mention = mention_over(passage, number + 1)
    if mention is None or mention.person or mention.start != passage.words[number + 1].start:
        return number
    return passage.words_in(mention.start, mention.end).stop


def _nameless_after(passage: Passage, speech: Speech, cue: Cue, words: range, found: list[Mention]) -> Subject:
    """What follows a verb where no mention is its subject."""
    folded = [passage.words[n].folded for n in words]
    if any(word in speech.spokespeople for word in folded[:2]):
        organization = next((mention for mention in found if not mention.person), None)
        return named(organization) if organization else NOBODY
    if folded[0] in speech.complementizers:
        return NOTHING
    if folded[0] in speech.prepositions or carries_preposition(speech, folded[0]):
        name = None if cue.addressing else apposed_name(passage, speech, words.start, words.stop)
        behind = next((n for n in words[2:] if begins_subject(passage, speech, n)), None)
        begin = 0 if folded[0] in speech.determiners else behind - words.start if behind else None
        otherwise = NOTHING if begin is None else Subject("description", words=tuple(folded[begin:]))
    else:
        name = None if cue.addressing else name_after(passage, speech, words.start, words.stop)
        otherwise = NOTHING if cue.addressing else _common_noun(speech, folded)
        if _is_nameless(speech, folded):
            return NOBODY
    return Subject("name", name) if name else otherwise


def _is_nameless(speech: Speech, folded: list[str]) -> bool:
    if folded[0] in speech.possessives | speech.indefinites:
        return True
    return any(word in speech.anonymous or word in speech.nouns for word in folded[:_DESCRIPTION])


def _common_noun(speech: Speech, folded: list[str]) -> Subject:
    if (
        speech.words.bare_nouns
        or folded[0] in speech.determiners
        or folded[0].startswith(speech.words.article_prefixes)
    ):
        return Subject("description", words=tuple(folded[:_DESCRIPTION]))
    return NOBODY if speech.words.verb_first else NOTHING
