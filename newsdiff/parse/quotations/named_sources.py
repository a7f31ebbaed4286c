"""Sources that no verb of speech tells: "according to X", "for X, “...”", and a name that an unlisted verb joins to a quotation.

What belongs here: whom such a stretch names. Where it may stand, and what else may name the speaker, is decided elsewhere.
"""

from __future__ import annotations

from newsdiff.model import Span
from newsdiff.parse.quotations.clauses import is_subject, mark_between, mention_over
from newsdiff.parse.quotations.nearby_names import name_after
from newsdiff.parse.quotations.passage import Mention, Passage
from newsdiff.parse.quotations.speech_words import Speech

SOURCE_WITHIN = 12
_DESCRIBED_WITHIN = 2
_TITLE_WITHIN = 4
_VERB_TITLE_WITHIN = 3
_FULL_NAME = 2
_LEADS = ",،，;!?؟！？…–—"


def source_name(passage: Passage, speech: Speech, at: int, stop: int) -> Span | None:
    """The name that word ``at`` begins, or that follows the few common words which introduce it there."""
    if at >= stop:
        return None
    end = at
    while end < min(stop, at + SOURCE_WITHIN // 2):
        end += 1
        between = passage.text[passage.words[end - 1].end : passage.words[end].start] if end < stop else ""
        if any(character in ",;:.()،؛" for character in between):
            break
    mentions = passage.mentions_in(passage.words[at].start, passage.words[end - 1].end)
    people = [mention for mention in mentions if mention.person and not _follows_nameless(passage, speech, mention)]
    described = None if people else _described(passage, speech, range(at, end), stop)
    chosen = people or [mention for mention in mentions if not mention.person]
    if described is not None or chosen:
        return described or chosen[0].span
    return None if mentions else name_after(passage, speech, at, end)


def _follows_nameless(passage: Passage, speech: Speech, mention: Mention) -> bool:
    """Whether the source is nobody's name and the mention begins what it tells: "according to police Anna Leigh drove"."""
    own = passage.words_in(mention.start, mention.end)
    return bool(own) and own[0] > 0 and passage.words[own[0] - 1].folded in speech.anonymous


def _described(passage: Passage, speech: Speech, words: range, stop: int) -> Span | None:
    """The full name between commas behind the office that tells who it is: "la portavoz del Gobierno, X,"."""
    people = (speech.offices | speech.spokespeople | speech.bystanders) - speech.anonymous
    offices = (passage.words[number].folded in people for number in words[:_DESCRIBED_WITHIN])
    if words.stop >= stop or not any(offices) or not mark_between(passage, words[-1], ",،"):
        return None
    mention = mention_over(passage, words.stop)
    if mention is None or not mention.person or mention.start != passage.words[words.stop].start:
        return None
    own = passage.words_in(mention.start, mention.end)
    ends = own.stop >= stop or mark_between(passage, own[-1], ",،.")
    return mention.span if ends and len(own) >= _FULL_NAME else None


def as_viewed(passage: Passage, speech: Speech, before: Span) -> Span | None:
    """The person in "for X, “...”": the name that nothing but a title joins to the word, and nothing to the quotation."""
    words = passage.words_in(before.start, before.end)
    if not words or not speech.viewpoints.length_at(passage.words, words[0]):
        return None
    people = [mention for mention in passage.mentions_in(before.start, before.end) if mention.person]
    if len(people) != 1 or not _reaches(passage, people[0], before):
        return None
    between = passage.words_in(passage.words[words[0]].end, people[0].start)
    titled = len(between) <= _TITLE_WITHIN and not any(mark_between(passage, number) for number in between[:-1])
    return people[0].span if titled else None


def _reaches(passage: Passage, mention: Mention, before: Span) -> bool:
    """Whether a name, or an apposition between commas behind it ("X, maire de Y,"), ends a stretch."""
    words = passage.words_in(before.start, before.end)
    commas = passage.text[mention.end : mention.end + 1] == passage.text[before.end - 1] == ","
    return mention_over(passage, words[-1]) == mention or commas


def spoken_in_front_of(passage: Passage, speech: Speech, after: Span) -> Span | None:
    """The person whom a single common word, most likely a verb, joins to a quotation: "“...”, seufzt X", "“...”, beamed the driver X"."""
    words = passage.words_in(after.start, after.end)
    lead = passage.text[max(0, after.start - 2) : passage.words[words[0]].start] if words else ""
    if not any(character in _LEADS for character in lead) or not _may_be_verb(passage, speech, words[0]):
        return None
    for number in words[1 : _VERB_TITLE_WITHIN + 2]:
        if mark_between(passage, number - 1):
            return None
        mention = mention_over(passage, number)
        if mention is not None:
            return mention.span if _acts(passage, speech, mention, after.start) else None
        if not passage.text[passage.words[number].start].islower() or passage.words[number].folded in _small(speech):
            return None
    return None


def _acts(passage: Passage, speech: Speech, mention: Mention, start: int) -> bool:
    return mention.person and is_subject(passage, speech, mention, start)


def _may_be_verb(passage: Passage, speech: Speech, number: int) -> bool:
    """Whether a word is in lower case and none of those that begin something else than a verb."""
    word = passage.words[number]
    nouns = speech.offices | speech.kin | speech.anonymous | speech.indefinites | speech.possessives
    closed = _small(speech) | speech.determiners | speech.fillers | speech.negations | speech.pronouns.keys() | nouns
    return passage.text[word.start].islower() and word.folded.isalpha() and word.folded not in closed


def _small(speech: Speech) -> frozenset[str]:
    return speech.prepositions | speech.conjunctions | speech.relatives | speech.complementizers
