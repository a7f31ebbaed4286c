"""What an article's own annotation says is named in it: entities cleaned of what hangs on a name.

What belongs here: from an engine's entities to mentions with a prepared name form; what is no name is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Document
from newsdiff.parse.name_forms import NameForm, name_form
from newsdiff.parse.romanize import fold

_EDGES = " \t\n\"'“”„«»‹›‘’‚`´()[]{}<>،؛।|/\\*_~=:;,.!?-–—…"
_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}$|\b[A-Z]\.$")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A span that names something: its place, the kind the engine gave it, and the name without its trappings."""

    article: int
    start: int
    end: int
    kind: str
    score: float
    surface: str
    form: NameForm

    @property
    def key(self) -> str:
        """What two mentions of one spelling share."""
        return " ".join(word.bare for word in self.form.words)


def read_mentions(document: Document, article: int) -> list[NameMention]:
    """The mentions that the engine found, in order, without titles, possessives and words that are no names."""
    pack = load_pack(document.language)
    found = []
    for entity in document.entities:
        if entity.kind not in ("person", "organization", "place"):
            continue
        start, end = trim(document.text, entity.start, entity.end, pack if entity.kind == "person" else None)
        mention = make_mention(document, article, start, end, entity.kind, entity.score)
        if mention is not None and fold(mention.surface) not in _generic(pack):
            found.append(mention)
    return found


def make_mention(
    document: Document, article: int, start: int, end: int, kind: str, score: float
) -> NameMention | None:
    """A mention of this span, or None where it holds no name at all."""
    surface = document.text[start:end]
    form = name_form(surface)
    if not form.words or not any(character.isalpha() for character in surface):
        return None
    if surface.isascii() and surface.islower() and len(surface) < 3:
        return None
    return NameMention(article, start, end, kind, score, surface, form)


def trim(text: str, start: int, end: int, pack: LanguagePack | None) -> tuple[int, int]:
    """The span without quotation marks, possessive endings and, where a pack is given, titles in front."""
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not _DOTTED.search(text[start:end]):
        end -= 1
    possessive = _POSSESSIVE.search(text[start:end])
    if possessive:
        end = start + possessive.start()
    if pack is not None:
        start = _skip_titles(text, start, end, pack)
    return start, end


def _skip_titles(text: str, start: int, end: int, pack: LanguagePack) -> int:
    titles = _titles(pack)
    while True:
        first, _, rest = text[start:end].partition(" ")
        if not rest.strip() or fold(first) not in titles:
            return start
        start += len(first)
        while text[start] == " ":
            start += 1


@cache
def _titles(pack: LanguagePack) -> frozenset[str]:
    return frozenset(fold(word) for word in (*pack.people.titles, *pack.people.honorifics))


@cache
def _generic(pack: LanguagePack) -> frozenset[str]:
    return frozenset(fold(word) for word in pack.people.generic)
