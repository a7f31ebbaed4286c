"""Names that a phrase makes institutions though an engine took them for persons.

What belongs here: what somebody founded ("who founded Novatec and ran it"), and what the noun for its kind stands before in the
words that say who somebody is ("Halloran, a former director of the Leeds auction house Harrow Penn").
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Token
from newsdiff.parse.roles.deeds import Deed
from newsdiff.parse.roles.lexicon import marks_of
from newsdiff.parse.roles.marks import OPENING_QUOTES
from newsdiff.parse.roles.nouns import RoleNoun
from newsdiff.parse.roles.terms import Term

MOST_BETWEEN = 6
MOST_BEFORE = 9
_Places = tuple[int, int]
_COMMAS = frozenset(",،")
_ENDS = frozenset(',،.;:)!?।。“”"»–—')


def is_had(
    words: Sequence[Token], deeds: Sequence[Deed], terms: Sequence[Term], person: _Places, pack: LanguagePack
) -> bool:
    """Whether a name stands behind a verb as what was founded, or as what was headed in the years that follow it."""
    dated = any(term.start == person[1] for term in terms)
    for deed in deeds:
        if deed.end <= person[0] <= deed.end + MOST_BETWEEN and (deed.kind == "founded" or dated):
            between = words[deed.end : person[0]]
            if all(
                word.surface in OPENING_QUOTES or _is(word, pack, "articles", "organization_nouns") for word in between
            ):
                return True
    return False


def is_described(
    words: Sequence[Token], noun: RoleNoun, person: _Places, persons: Sequence[_Places], pack: LanguagePack
) -> bool:
    """Whether a name stands behind the noun for its kind in the words that give another person an office there."""
    between = words[noun.end : person[0]]
    if not 0 < len(between) <= MOST_BETWEEN or any(word.surface in _ENDS - OPENING_QUOTES for word in between):
        return False
    kinds = [at for at, word in enumerate(between) if _is(word, pack, "organization_nouns")]
    linked = pack.people.bare_genitives or _is(between[0], pack, "of", "articles", "organization_nouns")
    if not kinds or not linked or not _ends(words, person[1], pack):
        return False
    return any(_says_of(words, other[1], noun.start, pack) for other in persons if other[1] <= noun.start)


def _ends(words: Sequence[Token], at: int, pack: LanguagePack) -> bool:
    """Whether the words about somebody end here, so that the name in front is no subject of what follows."""
    return at >= len(words) or words[at].surface in _ENDS or _is(words[at], pack, "conjunctions")


def _says_of(words: Sequence[Token], start: int, end: int, pack: LanguagePack) -> bool:
    """Whether the words between a name and an office say that it is the office of that name."""
    between = words[start:end]
    opened = any(word.surface in _COMMAS or _is(word, pack, "copulas") for word in between)
    small = ("articles", "former", "current", "acting", "copulas", "of", "relatives")
    return (
        opened
        and len(between) <= MOST_BEFORE
        and sum(not (word.surface in _COMMAS or word.surface.isdigit() or _is(word, pack, *small)) for word in between)
        <= 2
    )


def _is(word: Token, pack: LanguagePack, *marks: str) -> bool:
    return not marks_of(word.surface, pack).isdisjoint(marks)
