"""Sources in sentences whose verb stands second: "Volgens burgemeester Carla Blok is ...", "Laut Polizei fuhr Jan Halling ...".

What belongs here: whether a name behind "according to" is the source, or already the subject behind source and verb.
"""

from __future__ import annotations

from functools import cache

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Span
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.roles.lexicon import is_role_noun, marks_of

_INTRODUCING = frozenset({"former", "current", "unsettled", "demonyms", "kin", "organization_nouns"})


def may_be_subject(passage: Passage, name: Span, first: int, pack: LanguagePack) -> bool:
    """Whether a name may be the subject of a sentence that begins with a source, whose words begin at word ``first``.

    It is, unless the word right before it introduces it: an article, a preposition, a title, an office, an age.
    """
    if not pack.speech.frames_clause:
        return False
    before = passage.words_in(passage.words[first].start, name.start).stop - 1
    if before < first:
        return False
    word = passage.words[before]
    surface = passage.text[word.start : word.end]
    if not surface[0].islower() or word.folded in _small_words(pack) or word.folded.startswith(_ages(pack)):
        return False
    return not (is_role_noun(surface, pack) or marks_of(surface, pack) & _INTRODUCING)


@cache
def _ages(pack: LanguagePack) -> tuple[str, ...]:
    return tuple(word.rstrip("*") for word in pack.figures.age_words)


@cache
def _small_words(pack: LanguagePack) -> frozenset[str]:
    speech = pack.speech
    titles = (*speech.titles_he, *speech.titles_she, *speech.spokespeople, *speech.bystanders)
    return frozenset((*speech.determiners, *speech.prepositions, *titles))
