"""Persons whom a conjunction, glued to the word behind it, runs together: "فريش وأندرسون" are two.

What belongs here: telling such a word from a name that begins with the same letter ("وليد"). Names of organizations and
places have conjunctions inside them ("البوسنة والهرسك"), and stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsdiff.annotate.tagger_lexicon import load_lexicon
from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Entity

_NEXT_WORD = re.compile(r"(?<=\s)\S+")


def with_joined_apart(text: str, entities: Iterable[Entity], pack: LanguagePack) -> Iterator[Entity]:
    """Yield the entities, in order; a person with such a conjunction inside is one before and one from it on."""
    glued = tuple(set(pack.people.conjunctions) & set(pack.people.proclitics))
    for entity in entities:
        starts = [entity.start]
        if glued and entity.kind == "person":
            words = _NEXT_WORD.finditer(text, entity.start + 1, entity.end)
            starts += [word.start() for word in words if _joins(word[0], glued, pack)]
        for start, end in zip(starts, [*starts[1:], entity.end], strict=True):
            surface = text[start:end].rstrip()
            yield Entity(entity.kind, start, start + len(surface), surface, entity.score)


def _joins(word: str, glued: tuple[str, ...], pack: LanguagePack) -> bool:
    """Whether a word is a conjunction and a known name, definite or frequent, and the whole is none ("والتون" is Walton)."""
    lexicon, prefix = load_lexicon(), pack.figures.definite_prefix
    rests = [word.removeprefix(conjunction) for conjunction in glued if word.startswith(conjunction)]
    return word not in lexicon.persons and any(
        rest in lexicon.frequent_persons or (prefix and rest.startswith(prefix) and rest in lexicon.persons)
        for rest in rests
    )
