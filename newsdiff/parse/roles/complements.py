"""Whether a role noun behind a name says what that person is, or only who else plays a part: "who met the president".

What belongs here: the words that may stand between a name, a copula or a relative word and the noun. An adjective may; a verb
or a participle with an object of its own may not.
"""

from __future__ import annotations

from newsdiff.lang.pack import LanguagePack
from newsdiff.parse.names.declension import declines
from newsdiff.parse.names.romanize import script
from newsdiff.parse.roles.institutions import POSSESSIVES
from newsdiff.parse.roles.nouns import RoleNoun
from newsdiff.parse.roles.others import is_inflected
from newsdiff.parse.roles.words import RoleWords

MOST_ADJECTIVES = 2
_SMALL = (
    "former", "current", "unsettled", "acting", "auxiliaries", "perfects", "copulas", "demonyms", "organization_nouns",
    "conjunctions", "relatives",
)  # fmt: skip
_HANGING = POSSESSIVES | {"-"}


def is_complement(read: RoleWords, start: int, end: int, noun: RoleNoun, pack: LanguagePack) -> bool:
    """Whether a noun in the words from ``start`` to ``end`` behind a name is what that person is.

    The word in front of ``start`` is a comma, or a copula; the first one may be a relative word.
    """
    if read.has(start - 1, "copulas"):
        return _is_predicate(read, start, noun, pack)
    if not read.has(start, "relatives"):
        return _is_apposed(read, start, noun, pack)
    if read.has(start, "articles") and not any(read.has(at, "articles", "of") for at in range(start + 1, noun.start)):
        return True
    copulas = (at for at in range(start + 1, noun.start) if read.has(at, "copulas") or at in read.present)
    if any(_is_predicate(read, at + 1, noun, pack) for at in copulas):
        return True
    last = noun.end
    while last < end and _only_says_where(read, last):
        last += 1
    return last < end and read.has(last, "copulas") and _is_predicate(read, start + 1, noun, pack)


def _is_predicate(read: RoleWords, start: int, noun: RoleNoun, pack: LanguagePack) -> bool:
    """Whether only articles and adjectives stand between a copula and a noun, or one participle alone: "was elected mayor"."""
    article, unknown = False, 0
    for at in range(start, noun.start):
        if any(first <= at < last for first, last in read.persons):
            return False
        if read.in_term(at):
            continue
        if read.has(at, "articles"):
            if unknown:
                return False
            article = True
        elif read.has(at, "of"):
            if not (_is_postposition(read, at) or read.has(at - 1, "articles") or _ends_name(read, at - 1)):
                return False
        elif not _is_small(read, at):
            unknown += 1
    if article or _is_hindi(read, noun.start):
        return unknown <= MOST_ADJECTIVES
    return unknown <= (0 if pack.people.role_chains and script(read.words[noun.start].surface) == "Cyrl" else 1)


def _is_apposed(read: RoleWords, start: int, noun: RoleNoun, pack: LanguagePack) -> bool:
    """Whether no word in front of a noun can be a verb or a participle that has it: "praising the mayor"."""
    unknown = 0
    if any(at in read.denied for at in range(start, noun.start)):
        return True
    for at in range(start, noun.start):
        small = _is_small(read, at) or _is_postposition(read, at)
        if unknown and not small and read.has(at, "articles", "of", "its"):
            return False
        if not (small or read.has(at, "articles", "of", "its", "whose", "speaks")):
            unknown += 1
    if not unknown:
        return True
    if script(read.words[noun.start].surface) == "Arab":
        return False
    return not (declines(pack) and is_inflected(read, noun, pack))


def _is_small(read: RoleWords, at: int) -> bool:
    inside = any(start <= at < end for start, end in read.organizations)
    return (
        inside
        or read.has(at, *_SMALL)
        or read.in_term(at)
        or read.ends_unit(at)
        or at in read.present
        or read.words[at].surface in _HANGING
        or any(noun.start <= at < noun.end for noun in read.nouns)
    )


def _only_says_where(read: RoleWords, at: int) -> bool:
    """Whether a word behind an office says only at what or when it is held."""
    if read.has(at, "copulas"):
        return False
    named = any(start <= at < end for start, end in read.organizations) or read.words[at].surface[:1].isupper()
    return named or read.in_term(at) or read.has(at, "of", "articles", "organization_nouns", "fields", "former")


def _ends_name(read: RoleWords, at: int) -> bool:
    return any(end == at + 1 for _, end in read.organizations)


def _is_postposition(read: RoleWords, at: int) -> bool:
    return read.has(at, "of") and _is_hindi(read, at)


def _is_hindi(read: RoleWords, at: int) -> bool:
    return script(read.words[at].surface) == "Deva"
