"""Offices beside a name that are another's: "the lawyer of X", "the brother of the banker, X", "адвокат Ивана Брандта".

What belongs here: when a role noun, or a word for kin, in front of a name says who somebody else is, or leaves open which of two
the name is. Which nouns may be the name's own is for ``reader``.
"""

from __future__ import annotations

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Document
from newsdiff.parse.names.declension import declines, may_be_nominative, nominatives
from newsdiff.parse.names.romanize import fold, script
from newsdiff.parse.roles.lexicon import is_role_noun
from newsdiff.parse.roles.nouns import RoleNoun
from newsdiff.parse.roles.words import RoleWords

_ARTICLE = "ال"


def is_of_kin(read: RoleWords, name: tuple[int, int], pack: LanguagePack) -> bool:
    """Whether the name only says whose kin somebody is, of whom the words behind it may speak: "the son of X, a player, Y"."""
    at = name[0] - 1
    while at > 0 and read.has(at, "of", "articles") and not read.has(at, "kin"):
        at -= 1
    if not read.has(at, "kin"):
        return False
    linked = any(read.has(between, "of") for between in range(at + 1, name[0]))
    return linked or (declines(pack) and at == name[0] - 1 and not read.has(at - 1, "articles", "its"))


def is_of_another(
    document: Document, read: RoleWords, noun: RoleNoun, name: tuple[int, int], pack: LanguagePack
) -> bool:
    """Whether an office in front of a name is, or may be, that of somebody else."""
    at = name[0] - 1
    if at >= noun.end and read.has(at, "of"):
        return True
    apart = noun.end <= at and not read.words[at].surface.isalnum()
    if _is_beside_kin(read, noun) or (apart and _may_be_of_two(read, noun, pack)):
        return True
    if noun.end != name[0]:
        return False
    if declines(pack):
        return _differ_in_case(document, read, noun, name, pack)
    return _has_no_article(read, noun.end - 1) and noun.employer is None


def _is_beside_kin(read: RoleWords, noun: RoleNoun) -> bool:
    """Whether the office is that of somebody's kin, whom the name behind it names: "brat i agent X-a"."""
    return read.has(noun.start - 1, "conjunctions") and read.has(noun.start - 2, "kin")


def _may_be_of_two(read: RoleWords, noun: RoleNoun, pack: LanguagePack) -> bool:
    """Whether it stays open which of two the name behind a comma has: "the lawyer of the president, X"."""
    at, of = noun.start - 1, False
    while at >= 0 and read.has(at, "articles", "of") and not read.has(at, "kin"):
        of = of or read.has(at, "of")
        at -= 1
    linked = of or (at == noun.start - 1 and (is_inflected(read, noun, pack) or _has_no_article(read, at)))
    return linked and at >= 0 and _heads(read, at)


def _differ_in_case(
    document: Document, read: RoleWords, noun: RoleNoun, name: tuple[int, int], pack: LanguagePack
) -> bool:
    """Whether an office and the name right behind it stand in two cases, so that one of them says whose the other is."""
    surface = document.text[read.words[name[0]].start : read.words[name[1] - 1].end]
    bases = nominatives(surface, pack)
    if is_inflected(read, noun, pack):
        return not bases and _heads(read, noun.start - 1)
    known = {entity.surface for entity in document.entities if entity.kind == "person"}
    return bool(bases) and (not may_be_nominative(surface, pack) or not known.isdisjoint(bases))


def _heads(read: RoleWords, at: int) -> bool:
    """Whether a word names somebody whose kin or whose office what follows it may tell."""
    return read.has(at, "kin") or any(noun.end == at + 1 for noun in read.nouns)


def is_inflected(read: RoleWords, noun: RoleNoun, pack: LanguagePack) -> bool:
    """Whether an office stands in a case other than the nominative."""
    word = read.words[noun.start].surface.lower()
    return any(is_role_noun(base, pack) and fold(base) != fold(word) for base in nominatives(word, pack))


def _has_no_article(read: RoleWords, at: int) -> bool:
    """Whether an Arabic word stands without the article, as one does that the word behind it belongs to."""
    surface = read.words[at].surface
    return script(surface) == "Arab" and not fold(surface).lstrip("وفبلك").startswith((_ARTICLE, "ل"))
