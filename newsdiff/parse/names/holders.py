"""Names that an engine took for organizations, though the words behind them give them an office that persons alone have.

What belongs here: telling such a name, and what it becomes.
"""

from __future__ import annotations

from dataclasses import replace

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Document, Entity
from newsdiff.parse.names.romanize import fold
from newsdiff.parse.roles.appositions import roles_after
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
    return any(
        role.title in pack.people.personal_roles
        for role in roles_after(document, read, words_at(read.words, entity.span))
    )
