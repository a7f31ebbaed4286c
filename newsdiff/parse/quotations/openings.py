"""Openings: whether a name begins its sentence as the one who acts in it.

What belongs here: what makes it sure enough for whom a pronoun in the next sentence stands to set one article against others.
"""

from __future__ import annotations

from newsdiff.model import Document, Span
from newsdiff.parse.quotations.clauses import possesses
from newsdiff.parse.quotations.cues import cues_in
from newsdiff.parse.quotations.passage import Mention, Passage, lay_out
from newsdiff.parse.roles.words import RoleWords, read_role_words, words_at

_COMMAS = frozenset({",", "،", "，"})


def opens_sentence(document: Document, name: Span) -> bool:
    """Whether nothing but a title and a word for speaking stands before a name, and nothing makes it somebody else's.

    "The mayor, Petra Holm, came", "So said Petra Holm", but not "The police found Petra Holm" or "Petra Holm's son came".
    """
    sentence = document.sentence_at(name.start)
    if sentence is None:
        return False
    read = read_role_words(document, sentence.start, max(sentence.end, name.end), sentence.language)
    first, behind = words_at(read.words, name)
    title = first
    while title and _is_of_a_title(read, title - 1):
        title -= 1
    passage = lay_out(document)
    if read.has(behind, "of") or possesses(passage, Mention(name.start, name.end, person=True)):
        return False
    return title == 0 or _is_after_cue(passage, sentence.start, read.words[title].start)


def _is_after_cue(passage: Passage, start: int, end: int) -> bool:
    """Whether a word for speaking ends right before a place in a sentence."""
    cues = cues_in(passage, passage.speech_at(end), passage.words_in(start, end))
    return any(not passage.text[cue.span(passage).end : end].strip() for cue in cues)


def _is_of_a_title(read: RoleWords, at: int) -> bool:
    named = (*((noun.start, noun.end) for noun in read.nouns), *read.organizations)
    if any(start <= at < end for start, end in named) or read.words[at].surface in _COMMAS:
        return True
    return read.has(at, "articles", "of", "former", "current", "unsettled", "organization_nouns")
