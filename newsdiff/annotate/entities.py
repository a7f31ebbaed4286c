"""What an engine takes for an entity, brought into shape or dropped: the same for all engines."""

from __future__ import annotations

import re
from functools import cache

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Entity

_WORD = re.compile(r"[^\s\d_.,;:!?\"“”„‟«»‹›()\[\]{}/|]+")
_PAIRS = {")": "(", "]": "[", "}": "{"}


def clean_entity(text: str, kind: str, start: int, end: int, score: float, pack: LanguagePack) -> Entity | None:
    """Return the entity without the marks around it, or None where it is no name.

    No name is what has no letter, a single small letter, and what consists of function words, titles and words for
    people of a nation alone. ``text`` is that of the article, ``pack`` the one of its language.
    """
    while start < end and not _belongs_first(text[start]):
        start += 1
    while start < end and not _belongs_last(text, start, end, pack):
        end -= 1
    surface = text[start:end]
    if not any(map(str.isalpha, surface)) or (len(surface) == 1 and surface.islower()):
        return None
    if all(_is_common(word, pack) for word in _WORD.findall(surface)):
        return None
    return Entity(kind, start, end, surface, score)


def _is_common(word: str, pack: LanguagePack) -> bool:
    """Tell whether a word is no name, also at the start of a sentence; in capitals it may be one ("IT", "WHO")."""
    common = _no_names(pack)
    return word in common or ((len(word) == 1 or not word.isupper()) and word.lower() in common)


@cache
def _no_names(pack: LanguagePack) -> frozenset[str]:
    prose, people = pack.prose, pack.people
    words = [*prose.function_words, *prose.demonyms, *people.titles, *people.honorifics]
    return frozenset([*words, *(word.lower() for word in words)])


def _belongs_first(character: str) -> bool:
    return character.isalnum() or character in "([{" or character in "@#"


def _belongs_last(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    last = text[end - 1]
    if last in _PAIRS:
        return _PAIRS[last] in text[start : end - 1]
    if last == ".":
        word = text[start:end].rsplit(maxsplit=1)[-1]
        return "." in word[:-1] or word in pack.prose.closing_abbreviations
    return not (last.isspace() or last in "\"'“”„‟’‘«»‹›,;:!?…-–—|/([{·•*।")
