"""Acronyms in brackets behind the name of an organization: "the National Harbour Board (NHB)".

What belongs here: telling such a bracket from one that says more, so that a phrase is read as if it were not there.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Document, Span, Token
from newsdiff.parse.roles.lexicon import is_role_noun

LONGEST_ACRONYM = 8
MOST_WORDS = 6


def without_acronyms(document: Document, words: tuple[Token, ...], pack: LanguagePack) -> tuple[Token, ...]:
    """The words without the brackets behind an organization that hold nothing but its acronym."""
    kept: list[Token] = []
    at = 0
    while at < len(words):
        end = _closing(words, at) if words[at].surface == "(" and kept else None
        if end is not None and _is_acronym(words[at + 1 : end], pack) and not _is_person(document, kept[-1]):
            at = end + 1
        else:
            kept.append(words[at])
            at += 1
    return tuple(kept)


def _closing(words: Sequence[Token], at: int) -> int | None:
    return next((end for end in range(at + 2, min(at + 2 + MOST_WORDS, len(words))) if words[end].surface == ")"), None)


def _is_acronym(inside: Sequence[Token], pack: LanguagePack) -> bool:
    """Whether words are capitals, or in a script without them a word or letters with stops."""
    surface = "".join(word.surface for word in inside).replace(".", "")
    if len(surface) > LONGEST_ACRONYM or not surface[:1].isalpha() or any(mark.isdecimal() for mark in surface):
        return False
    if surface.lower() != surface.upper():
        return sum(mark.isupper() for mark in surface) > 1 and len(inside) == 1
    return (len(inside) == 1 or inside[1].surface == ".") and not is_role_noun(surface, pack)


def _is_person(document: Document, word: Token) -> bool:
    around = document.entities_in(Span(word.start, word.end))
    return any(entity.kind == "person" for entity in around)
