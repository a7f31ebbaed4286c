"""What an engine takes for an entity, brought into shape or dropped: the same for all engines."""

from __future__ import annotations

import re
from functools import cache

from newsdiff.lang.marks import is_unspaced
from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Entity

_WORD = re.compile(r"[^\s\d_.,;:!?\"“”„‟«»‹›()\[\]{}/|]+")
_NEXT_WORD = re.compile(r"\s*(\w*)")
_ELISION = re.compile(r"(?<!\w)\w{1,5}[’']$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[ \u00a0]?){2,}$")
_RULER = re.compile(r"\w[ \u00a0][IVX]+\.$")
_GOING_ON = frozenset(",;:)–—")
_LONGEST_OFFICE = 60
_SURE = 0.8
_PAIRS = {")": "(", "]": "[", "}": "{"}


def clean_entity(text: str, found: Entity, pack: LanguagePack) -> Entity | None:
    """Return the entity without the marks around it, or None where it is no name.

    No name is what has no letter, a single small letter, an abbreviation of a thing ("GPS", "ВВП"), and what consists of
    function words, titles and words for people of a nation alone, or of an office that begins before. A capital does not
    make such a word a name where a sentence begins; elsewhere it does ("May" is one, "may" is not), and in scripts without
    capitals the engine has to be sure, of nouns for offices ("سفير"), too. ``text`` is that of the article, ``pack`` the one
    of its language.
    """
    start, end = found.start, found.end
    if found.kind == "person":
        start = _behind_office(text, start, end, pack)
    if is_unspaced(text[start]):
        end = _before_generic(text, start, end, pack)
    while start < end and not (text[start].isalnum() or text[start] in "@#"):
        start += 1
    elided = _ELISION.search(text, start, end)
    if elided is not None:
        end = elided.start()
    while start < end and not _belongs_last(text, start, end, pack):
        end -= 1
    surface = text[start:end]
    if _names_nothing(surface, pack):
        return None
    clean = Entity(found.kind, start, end, surface, found.score)
    words = _WORD.findall(surface)
    if _is_caseless(surface):
        return clean if found.score >= _SURE or not _words_of_no_name(pack).issuperset(words) else None
    common = _common_words(pack)
    if found.kind != "person" or begins_sentence(text, start):
        lowered = [word.lower() if len(word) == 1 or not word.isupper() else word for word in words]
        if common.issuperset(lowered):
            return None
    return None if common.issuperset(words) else clean


def _behind_office(text: str, start: int, end: int, pack: LanguagePack) -> int:
    """Where the person begins, behind an office that reaches into the name: "minister van Buitenlandse" Zaken Jan Smit."""
    if not may_go_on_office(text, start, pack):
        return start
    first = max(0, start - _LONGEST_OFFICE)
    line = max(text.rfind("\n", first, start) + 1, first)
    for office in offices(pack).finditer(text, line, end):
        if office.start() < start < office.end():
            return office.end()
    return start


def _before_generic(text: str, start: int, end: int, pack: LanguagePack) -> int:
    """Where the name ends in a script without spaces, in front of a weekday or the like that is written to its end: "张伟周二"."""
    tails = [word for word in pack.people.generic if start + len(word) < end and text.endswith(word, start, end)]
    return end - max(map(len, tails), default=0)


@cache
def offices(pack: LanguagePack) -> re.Pattern[str]:
    """The offices of several words that a pack knows."""
    phrases = _office_phrases(pack)
    listed = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{listed})(?!\w)" if phrases else r"(?!)", re.IGNORECASE)


def may_go_on_office(text: str, place: int, pack: LanguagePack) -> bool:
    """Whether the word at ``place``, or behind the space there, is one that an office has behind its first: asked before `offices`."""
    word = _NEXT_WORD.match(text, place)
    return word is not None and word[1].casefold() in _later_words(pack)


@cache
def _later_words(pack: LanguagePack) -> frozenset[str]:
    words = (_NEXT_WORD.match(part) for phrase in _office_phrases(pack) for part in phrase.split()[1:])
    return frozenset(word[1].casefold() for word in words if word is not None)


@cache
def _office_phrases(pack: LanguagePack) -> frozenset[str]:
    return frozenset(noun for nouns in pack.people.roles.values() for noun in nouns if " " in noun)


@cache
def _common_words(pack: LanguagePack) -> frozenset[str]:
    prose, people = pack.prose, pack.people
    return frozenset([*prose.function_words, *prose.demonyms, *people.titles, *people.honorifics])


@cache
def _words_of_no_name(pack: LanguagePack) -> frozenset[str]:
    """Common words and nouns for offices: in scripts with capitals a noun for an office may be a surname ("Richter")."""
    return _common_words(pack).union(*pack.people.roles.values())


def _names_nothing(surface: str, pack: LanguagePack) -> bool:
    """Whether it has no letter, is a single small one, or the abbreviation of a thing."""
    letter = any(map(str.isalpha, surface)) and not (len(surface) == 1 and surface.islower())
    return not letter or not _abbreviations(pack).isdisjoint((surface, surface.removesuffix("s")))


@cache
def _abbreviations(pack: LanguagePack) -> frozenset[str]:
    return frozenset(pack.people.abbreviations)


def _is_caseless(surface: str) -> bool:
    """Tell whether no capital could tell a name from a word: there the engine's certainty has to."""
    return surface.lower() == surface.upper()


def begins_sentence(text: str, start: int) -> bool:
    """Whether what stands at ``start`` has nothing before it that a sentence could go on from: its capital says nothing."""
    before = text[max(0, start - 2) : start].rstrip(" \u00a0")[-1:]
    return not before.isalnum() and before not in {",", "-", "’", "'"}


def _ends_ruler(text: str, start: int, end: int) -> bool:
    """Tell whether the stop makes a ruler's number an ordinal, as in "Karl V." where the sentence goes on."""
    follows = text[end : end + 2].lstrip(" \u00a0")[:1]
    return _RULER.search(text, start, end) is not None and (follows.islower() or follows in _GOING_ON)


def _belongs_last(text: str, start: int, end: int, pack: LanguagePack) -> bool:
    last = text[end - 1]
    if last in _PAIRS:
        return _PAIRS[last] in text[start : end - 1]
    if last == ".":
        word = text[start:end].rsplit(maxsplit=1)[-1]
        return (
            "." in word[:-1]
            or _INITIALS.search(text, start, end) is not None
            or word in pack.prose.closing_abbreviations
            or (pack.prose.ordinal_stop and _ends_ruler(text, start, end))
        )
    return not (last.isspace() or last in "\"'“”„‟’‘«»‹›,;:!?…-–—|/([{·•*।")
