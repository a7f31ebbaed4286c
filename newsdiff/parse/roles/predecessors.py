"""Offices that a name had before somebody who was named just before: "Her predecessor, Jane Halloran, resigned".

What belongs here: the words for such a person in front of the name, and whose office is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from newsdiff.model import Document, Span
from newsdiff.parse.roles.found import FoundRole
from newsdiff.parse.roles.words import RoleWords

MOST_BACK = 2
_COMMAS = frozenset({",", "،"})
_Locate = Callable[[Document, Span], tuple[FoundRole, ...] | None]


def roles_of_predecessor(
    document: Document, read: RoleWords, name: tuple[int, int], locate: _Locate
) -> tuple[FoundRole, ...]:
    """The one office, now a former one, of the person named last before "her predecessor" in front of the name.

    Where no organization is told, its name has to tell which office it is.
    ``locate`` reads the roles that another mention has by the words around it.
    """
    at = name[0] - 1
    if at >= 0 and read.words[at].surface in _COMMAS:
        at -= 1
    if not read.has(at, "predecessors") or not (read.has(at - 1, "its", "articles") or read.has(at, "its")):
        return ()
    last = _named_last(document, read.words[at].start)
    told = locate(document, last) if last is not None else None
    roles = tuple(role for role in told or () if role.employer is not None or role.exact)
    if len(roles) != 1 or roles[0].standing != "current":
        return ()
    return (replace(roles[0], standing="former", stated=False, exact=False, written=None),)


def _named_last(document: Document, start: int) -> Span | None:
    """The person named last before a place, in the sentence of it or one of the two before."""
    own = bisect_left(document.sentences, start, key=lambda sentence: sentence.end)
    first = document.sentences[max(0, own - MOST_BACK)].start if document.sentences else start
    persons = [entity for entity in document.entities_in(Span(first, start)) if entity.kind == "person"]
    return persons[-1].span if persons else None
