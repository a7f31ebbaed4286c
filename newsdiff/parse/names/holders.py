"""Names that an engine took for organizations, though the words behind them give them an office that persons alone have.

What belongs here: telling such a name, and what it becomes.
"""

from __future__ import annotations

from dataclasses import replace

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Document, Entity
from newsdiff.parse.names.romanize import fold
from newsdiff.parse.roles.institutions import POSSESSIVES
from newsdiff.parse.roles.words import RoleWords, words_at

SHORTEST, LONGEST = 2, 3
SURE = 0.9


def as_person(entity: Entity) -> Entity:
    """The entity as a person, of which the words around it leave little doubt."""
    return replace(entity, kind="person", score=SURE)


def holds_an_office(document: Document, entity: Entity, read: RoleWords, pack: LanguagePack) -> bool:
    """Whether the words behind a name give it an office that no organization has: "Ilse Marwick, the agency’s director"."""
    words = entity.surface.split()
    nouns = frozenset(map(fold, pack.people.organization_nouns))
    if (
        entity.kind != "organization"
        or not SHORTEST <= len(words) <= LONGEST
        or document.text[entity.end : entity.end + 1] != ","
    ):
        return False
    if not all(word.isalpha() and word.istitle() for word in words) or any(fold(word) in nouns for word in words):
        return False
    place = words_at(read.words, entity.span)
    return not read.has(place[0] - 1, "of", "articles") and _office_right_behind(read, place[1] + 1, pack)


def _office_right_behind(read: RoleWords, at: int, pack: LanguagePack) -> bool:
    """Whether an office that persons alone have begins here, after no more than an article and whose it is."""
    starts = {noun.start: noun for noun in read.nouns}
    while at < len(read.words) and at not in starts:
        inside = any(first <= at < last for first, last in read.organizations)
        small = read.has(at, "articles", "former", "current", "acting", "its", "organization_nouns")
        if read.has(at, "relatives", "copulas", "whose") or not (
            inside or small or read.words[at].surface in POSSESSIVES
        ):
            return False
        at += 1
    noun = starts.get(at)
    beyond = noun.end if noun is not None else at
    ends = beyond >= len(read.words) or not read.words[beyond].surface[:1].isalnum() or read.has(beyond, "of")
    return noun is not None and ends and noun.title in pack.people.personal_roles
