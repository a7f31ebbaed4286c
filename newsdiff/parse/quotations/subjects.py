"""What may stand as the subject of a cue: a name, a pronoun, a description, somebody nameless, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsdiff.model import Span
from newsdiff.parse.quotations.passage import Mention, Passage
from newsdiff.parse.quotations.speech_words import Speech

Standing = Literal["name", "pronoun", "description", "nobody", "none"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands as the subject of a cue.

    A name (with its span), a pronoun, a description (with its words), somebody nameless, or nothing. ``gender`` is he, she
    or any.
    """

    standing: Standing
    span: Span | None = None
    gender: str = "any"
    words: tuple[str, ...] = ()


NOTHING = Subject("none")
NOBODY = Subject("nobody")


def named(mention: Mention) -> Subject:
    """A subject that is a name."""
    return Subject("name", mention.span)


def pronoun(speech: Speech, folded: str) -> Subject:
    """The subject that a pronoun is; nobody where it stands for several or for a thing."""
    gender = speech.pronouns[folded]
    return NOBODY if gender == "they" else Subject("pronoun", None, gender)


def pronoun_within(passage: Passage, speech: Speech, first: int, last: int) -> Subject:
    """The first pronoun from word ``first`` up to ``last``, or nothing."""
    for number in range(first, last):
        if passage.words[number].folded in speech.pronouns:
            return pronoun(speech, passage.words[number].folded)
    return NOTHING
