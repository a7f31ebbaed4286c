"""Names in scripts without spaces: persons told by the word that follows their name, and what cannot be a name left out.

What belongs here: "田中氏", "マリア・ゴメス監督", "森田健二社長(55)". Where a name begins and ends is shown by a change of script
alone, so that nothing is found in scripts that have but one. Which words follow names is told by the pack.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from newsdiff.lang.marks import is_unspaced
from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Entity

_KANA = r"[ァ-ヺー]"
_HAN = r"[\u3005\u4e00-\u9fff]"
_KANA_NAME = rf"(?<![ァ-ヺー・]){_KANA}{{2,12}}(?:[・＝]{_KANA}{{1,12}}){{0,3}}"
_HAN_NAME = rf"(?<!{_HAN}){_HAN}{{2,5}}"
_SYLLABLES = re.compile(rf"[\u3041-\u309f]|^{_KANA}+$")
_JOINTS = "・＝"
_TOLD = 0.95
"""How sure a person is that an address follows."""


def with_told_persons(text: str, entities: Sequence[Entity], pack: LanguagePack) -> list[Entity]:
    """The entities of an article in a language that a tagger was not trained on, in order: the likely ones, and the persons told."""
    told = persons_before_titles(text, pack)
    apart = _without_covered(likely_names(text, entities, pack, told), told)
    return sorted([*apart, *told], key=lambda entity: entity.start)


def _without_covered(entities: Iterable[Entity], told: Sequence[Entity]) -> Iterator[Entity]:
    """Yield the entities that none of the ``told`` ones, in order, touches."""
    ends = [entity.end for entity in told]
    for entity in entities:
        at = bisect_right(ends, entity.start)
        if at == len(told) or told[at].start >= entity.end:
            yield entity


def persons_before_titles(text: str, pack: LanguagePack) -> list[Entity]:
    """The persons of an article that a word behind their name shows, in order; none where the pack has no such word.

    A full name in syllables may have any title or office behind it; a single word of them, and ideographs, only what is
    never said of a country or a trade, or a title with an age in brackets.
    """
    return list(_persons(text, pack)) if pack.people.name_suffixes else []


def _persons(text: str, pack: LanguagePack) -> Iterator[Entity]:
    for match in _pattern(pack).finditer(text):
        name = match["name"]
        full = any(joint in name for joint in _JOINTS)
        if (full or match["sure"] or match["age"]) and name not in _no_names(pack):
            yield Entity("person", match.start("name"), match.end("name"), name, _TOLD)


def likely_names(text: str, entities: Sequence[Entity], pack: LanguagePack, told: Sequence[Entity]) -> Iterator[Entity]:
    """Yield the entities of an article in a language that a tagger was not trained on, without those that are likelier wrong.

    Where the script has spaces, these are all. Else an organization ends in a noun for one, and does not begin with it, or
    has letters of another script; no person is called by a noun of the pack or has a sign of those that endings are written
    with, and one of a single word in syllables is part of a name ``told``.
    """
    nouns = pack.people.organization_nouns
    parts = {part for person in told for part in re.split(f"[{_JOINTS}]", person.surface)}
    for entity in entities:
        if not is_unspaced(text[entity.start]):
            yield entity
        elif entity.kind == "organization":
            ends = entity.surface.endswith(nouns) and not entity.surface.startswith(nouns)
            if (ends and entity.surface not in pack.people.generic) or any(
                not is_unspaced(sign) and sign.isalpha() for sign in entity.surface
            ):
                yield entity
        elif entity.kind != "person" or entity.surface in parts or _may_be_person(entity.surface, pack):
            yield entity


def _may_be_person(name: str, pack: LanguagePack) -> bool:
    return not _SYLLABLES.search(name) and name not in _no_names(pack)


@cache
def _pattern(pack: LanguagePack) -> re.Pattern[str]:
    people = pack.people
    titles = {*people.titles, *(noun for nouns in people.roles.values() for noun in nouns)}
    sure, other = (
        "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        for words in (people.name_suffixes, titles - {*people.name_suffixes})
    )
    age = r"(?P<age>[(（]\d{2}[)）])?"
    return re.compile(rf"(?:(?P<name>{_KANA_NAME}|{_HAN_NAME}?)(?:(?P<sure>{sure})|(?:{other or '(?!)'}){age}))")


@cache
def _no_names(pack: LanguagePack) -> frozenset[str]:
    """What people are called by trade, kin or place, all that the pack knows."""
    people = pack.people
    counted = (noun for nouns in pack.figures.counted.values() for noun in nouns)
    roles = (noun for nouns in people.roles.values() for noun in nouns)
    return frozenset([*counted, *roles, *people.generic, *people.titles, *pack.prose.demonyms])
