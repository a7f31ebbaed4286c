"""Whether a role is held now or was held: the words that qualify its noun."""

from __future__ import annotations

from newsdiff.model import Span, Standing
from newsdiff.parse.roles.found import FoundRole
from newsdiff.parse.roles.lexicon import RoleNoun
from newsdiff.parse.roles.words import RoleWords

MOST_BETWEEN = 3
_STOPS = frozenset(',،，;؛.!?؟।“”„"«»():–—')


def qualify(read: RoleWords, noun: RoleNoun, employer: Span | None, end: int) -> FoundRole:
    """The role that a noun gives, with what the words around it, up to place ``end``, say of when it is held."""
    standing, stated = read_standing(read, noun, end), is_stated(read, noun, end)
    exact = noun.exact and not _is_held_for_a_while(read, noun, end)
    return FoundRole(noun.title, employer, standing, stated, exact, noun.written)


def read_standing(read: RoleWords, noun: RoleNoun, end: int) -> Standing:
    """Former or current by the words before the noun, and by those right behind it.

    It is unknown of what is to come or about to end, which another article may call a current or a former one, and of what is
    denied.
    """
    before = _words_before(read, noun.start)
    behind = range(noun.end, min(noun.end + MOST_BETWEEN, end, len(read.words)))
    after = [at for at in behind if _agrees_behind(read, at)]
    if any(read.has(at, "former") for at in (*before, *after)) or read.has(noun.start, "former_prefix"):
        return "former"
    if any(read.has(at, "unsettled") or at in read.denied for at in (*before, *after)):
        return "unknown"
    return "current"


def is_stated(read: RoleWords, noun: RoleNoun, end: int) -> bool:
    """Whether the words around the noun say that the role is held at present: "currently", "to this day"."""
    behind = range(noun.end, min(noun.end + MOST_BETWEEN, end, len(read.words)))
    after = [at for at in behind if _is_arabic(read, at)]
    return any(at in read.present for at in (*_words_before(read, noun.start), *after))


def _is_held_for_a_while(read: RoleWords, noun: RoleNoun, end: int) -> bool:
    """Whether words beside the noun say so: who is "interim" head may hold another office as well."""
    behind = range(noun.end, min(noun.end + MOST_BETWEEN, end, len(read.words)))
    return any(read.has(at, "acting") for at in (*_words_before(read, noun.start), *behind))


def _agrees_behind(read: RoleWords, at: int) -> bool:
    """Words behind a noun that qualify it: any in Arabic, where the adjective follows; "presidente electo" in all languages."""
    return read.has(at, "unsettled") or (read.has(at, "former") and _is_arabic(read, at))


def _is_arabic(read: RoleWords, at: int) -> bool:
    return "\u0600" <= read.words[at].surface[:1] <= "\u06ff"


def _words_before(read: RoleWords, at: int) -> list[int]:
    """The places of the words that qualify the noun: back to a comma, a stop or a name."""
    places = []
    for place in range(at - 1, max(-1, at - 1 - MOST_BETWEEN - 1), -1):
        surface = read.words[place].surface
        if surface in _STOPS or any(start <= place < end for start, end in read.persons):
            break
        places.append(place)
    return places
