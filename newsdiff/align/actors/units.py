"""The words of an article as a lookup sees them: each may be a name, or part of one.

What belongs here: cutting words at hyphens and glued particles, and leaving out the words that are no names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Document
from newsdiff.parse.names.forms import Word, is_particle, make_word
from newsdiff.parse.names.meanings import meanings
from newsdiff.parse.names.romanize import fold

_JOINTS = "-‐‑'’・･"
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]+")
"""What Japanese writes foreign names in: a run of it is a word, though its tokens are single signs."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of an article that may be a name, or part of one. ``place`` counts words; several units may share one.

    ``capital`` tells that it has a capital letter somewhere: iPhone is a name, too. A ``common`` word is part of a name
    only where it translates a part of it, or as a particle. A word that ``opens`` a sentence has its capital from there.
    """

    place: int
    start: int
    end: int
    surface: str
    word: Word
    capital: bool
    common: bool
    opens: bool = False


def read_units(document: Document) -> list[Unit]:
    """The words of an article in order, each also without what its language glues to the front of it."""
    pack = load_pack(document.language)
    function_words = _function_words(pack)
    units: list[Unit] = []
    opening = _openings(document)
    place = -1
    for written, word in _words(document):
        if not any(map(str.isalpha, word)):
            place += 2 if word not in _JOINTS else 0
            continue
        for start, end in _parts(written, word):
            place += 1
            surface = document.text[start:end]
            bare = fold(surface)
            common = not surface[:1].isupper() and bare in function_words
            if not common or meanings(bare) or is_particle(bare):
                capital = any(map(str.isupper, surface))
                units.append(Unit(place, start, end, surface, make_word(surface), capital, common, start in opening))
            if common:
                continue
            for skip in _clitics(surface, pack):
                rest = make_word(surface[skip:])
                common = rest.bare in function_words
                if not common or rest.meanings:
                    units.append(Unit(place, start + skip, end, surface[skip:], rest, False, common))
    return units


def _words(document: Document) -> Iterator[tuple[int, str]]:
    """Where every token starts, and its surface; the signs of a word in katakana as one."""
    end = 0
    for token in document.tokens:
        if token.start < end:
            continue
        run = _KATAKANA.match(document.text, token.start)
        end = run.end() if run else token.end
        yield token.start, document.text[token.start : end] if run else token.surface


def _openings(document: Document) -> frozenset[int]:
    """Where the first words of the sentences start."""
    text = document.text
    firsts = (next((at for at in range(span.start, span.end) if text[at].isalpha()), -1) for span in document.sentences)
    return frozenset(firsts)


def _parts(start: int, surface: str) -> Iterator[tuple[int, int]]:
    """A hyphenated word in its parts."""
    at = 0
    for place, character in enumerate(surface):
        if character in "-‐‑":
            if place > at:
                yield start + at, start + place
            at = place + 1
    if at < len(surface):
        yield start + at, start + len(surface)


def _clitics(surface: str, pack: LanguagePack) -> Iterator[int]:
    """How many letters at the front of the word may be particles of the language."""
    for clitic in _proclitics(pack):
        if surface.startswith(clitic) and len(surface) - len(clitic) > 1:
            yield len(clitic)


@cache
def _function_words(pack: LanguagePack) -> frozenset[str]:
    people = pack.people
    listed = [
        people.relatives,
        people.copulas,
        people.of,
        people.articles,
        people.generic,
        people.current,
        people.former,
    ]
    listed += [people.organization_nouns, pack.prose.function_words, *people.roles.values()]
    return frozenset(fold(word) for words in listed for word in words if not word[:1].isupper())


@cache
def _proclitics(pack: LanguagePack) -> tuple[str, ...]:
    return tuple(sorted(set(pack.people.proclitics), key=lambda clitic: (-len(clitic), clitic)))
