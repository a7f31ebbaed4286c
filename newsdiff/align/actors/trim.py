"""The edges of a name: what an engine takes into an entity and what is no part of the name.

What belongs here: cutting titles, role nouns, kinds of organizations, quotation marks, possessives and common words off
an entity, by the words of its language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsdiff.align.actors.spellings import stands_for
from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Document, Entity
from newsdiff.parse.names.forms import name_form
from newsdiff.parse.names.romanize import fold, script
from newsdiff.parse.roles.lexicon import is_role_noun

_CUTS = re.compile(r"[“”„«»\"‹›()\[\]{}\n|]|(?<!\w)['‘’](?=\w)|\s[–—-]\s|[:;،,]\s")
_EDGES = " \t\n\"'“”„«»‹›‘’‚`´()[]{}<>،؛।|/\\*_~=:;,.!?-–—…"
_POSSESSIVE = re.compile(r"[’'](?:s|S)?$")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}$|\b[A-Z]\.$")
_WORD = re.compile(r"\S+")
_LAST_WORD = re.compile(r"(\S+) $")
_LONGEST_WORD = 20
_CAPITALS = re.compile(r"\s*[(（]([^\W\d_]+)[)）]")
"""What may stand in brackets behind a name for all its words: none of them is cut off then."""
_CASED = ("Latn", "Cyrl", "Grek")
_CONNECTING = ("articles", "of", "relatives", "copulas", "conjunctions", "former", "current")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an entity that is a name of its own."""

    start: int
    end: int
    kind: str
    score: float


def pieces(document: Document, entity: Entity) -> Iterator[Piece]:
    """The names in an entity: most often one, none where nothing but trappings is left."""
    pack = load_pack(document.language)
    start = entity.start
    for cut in (*_CUTS.finditer(document.text, entity.start, entity.end), None):
        stop = cut.start() if cut else entity.end
        if cut and cut.group()[0] == "," and entity.kind != "person":
            continue
        begin, end, kind = _trim(document.text, start, stop, entity.kind, pack)
        begin += _particle(document.text, begin, end, pack)
        if begin < end and not _is_trapping(document.text[begin:end], pack):
            yield Piece(begin, end, kind, entity.score)
        start = cut.end() if cut else stop


def is_generic(surface: str, pack: LanguagePack) -> bool:
    """Tell whether the words are none that name anything: pronouns, a month and a weekday."""
    if all(fold(word) in _folded(pack, ("generic",)) for word in surface.split()):
        return True
    return fold(surface) in _folded(pack, ("generic", "titles", "articles", "relatives", "copulas"))


def _trim(text: str, start: int, end: int, kind: str, pack: LanguagePack) -> tuple[int, int, str]:
    start, end = _strip(text, start, end)
    words = [match.span() for match in _WORD.finditer(text, start, end)]
    while len(words) > 1:
        first = text[slice(*words[0])]
        if _heads_a_person(first, pack):
            kind = "person"
        elif not _is_led_off(first, kind, pack):
            break
        words.pop(0)
    capitals = _CAPITALS.match(text, end)
    shortened = capitals and words and stands_for(name_form(capitals[1]), name_form(text[words[0][0] : end]))
    while len(words) > 1 and not shortened and _ends_in_common_word(text, words, pack):
        words.pop()
    if not words:
        return start, start, kind
    return (*_strip(text, words[0][0], words[-1][1]), kind)


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not _DOTTED.search(text[start:end]):
        end -= 1
    possessive = _POSSESSIVE.search(text[start:end])
    if possessive:
        end = start + possessive.start()
    return start, end


def _particle(text: str, start: int, end: int, pack: LanguagePack) -> int:
    """How many letters of a name's first word are a particle that the word before it demands: "وفقا لرويترز"."""
    before = _LAST_WORD.search(text, max(0, start - _LONGEST_WORD), start) if pack.people.governed else None
    for particle, words in pack.people.governed.items():
        glued = text.startswith(particle, start) and not text.startswith(particle * 2, start)
        if before and glued and end - start > len(particle) + 1 and fold(before[1]) in map(fold, words):
            return len(particle)
    return 0


def _heads_a_person(word: str, pack: LanguagePack) -> bool:
    """Tell whether a word can only stand before a person: "Novatec-Direktor"."""
    head, hyphen, _ = word.rpartition("-")
    return bool(hyphen and head) and is_role_noun(word, pack)


def _is_led_off(word: str, kind: str, pack: LanguagePack) -> bool:
    """Tell whether a word in front of a name is no part of it."""
    bare = fold(word)
    cased = script(bare) in _CASED
    if kind == "person":
        if bare in _folded(pack, ("titles", "honorifics")) or is_role_noun(word, pack):
            return True
        return not cased and bare in _folded(pack, (*_CONNECTING, "organization_nouns"))
    if cased and not word.islower():
        return False
    return bare in _folded(pack, (*_CONNECTING, "organization_nouns", "titles")) or (cased and word.isalpha())


def _ends_in_common_word(text: str, words: Sequence[tuple[int, int]], pack: LanguagePack) -> bool:
    first, last = (text[slice(*words[at])] for at in (0, -1))
    return _is_common(last, pack) and not _is_common(first, pack)


def _is_common(word: str, pack: LanguagePack) -> bool:
    """Tell whether a word behind a name is a common one: all small letters, or a word that connects."""
    bare = fold(word)
    if script(bare) in _CASED:
        return word.islower() and word.isalpha()
    return bare in _folded(pack, _CONNECTING)


def _is_trapping(surface: str, pack: LanguagePack) -> bool:
    return fold(surface) in _folded(pack, ("organization_nouns", "titles", "honorifics"))


@cache
def _folded(pack: LanguagePack, names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(fold(word) for name in names for word in getattr(pack.people, name))
