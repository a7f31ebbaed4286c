"""Offices that are held at institutions and never with a person: who is named at one of them is an institution.

What belongs here: names that an engine took for persons, where an office of this kind tells better, and the institution that
"its chief executive" stands for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Document, Span, Token
from newsdiff.parse.roles.deeds import Deed
from newsdiff.parse.roles.lexicon import normal
from newsdiff.parse.roles.marks import OPENING_QUOTES
from newsdiff.parse.roles.nouns import RoleNoun
from newsdiff.parse.roles.terms import Term
from newsdiff.parse.roles.told import is_described, is_had

MOST_BETWEEN = 3
_Places = tuple[int, int]
POSSESSIVES = frozenset({"s", "’s", "'s", "’", "'"})


def institutions_among(
    words: Sequence[Token],
    nouns: Sequence[RoleNoun],
    persons: Sequence[_Places],
    pack: LanguagePack,
    *,
    deeds: Sequence[Deed] = (),
    terms: Sequence[Term] = (),
) -> tuple[_Places, ...]:
    """Those of the ``persons`` (ranges of words) that an office of institutions is held at, or of which a phrase tells it."""
    told = [
        person
        for person in persons
        if is_had(words, deeds, terms, person, pack)
        or any(is_described(words, noun, person, persons, pack) for noun in nouns)
    ]
    return tuple(dict.fromkeys((*told, *_at_offices(words, nouns, persons, pack))))


def _at_offices(
    words: Sequence[Token], nouns: Sequence[RoleNoun], persons: Sequence[_Places], pack: LanguagePack
) -> tuple[_Places, ...]:
    offices = [noun for noun in nouns if noun.exact and noun.title in pack.people.institution_roles]
    if not offices or not persons:
        return ()
    at = frozenset(normal(word) for phrase in pack.people.employed_at for word in phrase.split())
    qualifying = at | frozenset(map(normal, (*pack.people.former, *pack.people.current, *pack.people.acting)))
    starts = {start for start, _ in persons}
    found = []
    for person in persons:
        start, end = person
        for noun in offices:
            behind = noun.end < start <= noun.end + MOST_BETWEEN and _connects(words[noun.end : start], at)
            beside = noun.end == start and end in starts and pack.people.bare_genitives
            of_office = end < noun.start and noun.end in starts and words[end].surface in POSSESSIVES
            leads = pack.people.employers_lead and noun.end in starts and end == noun.start
            glued = noun.end <= start <= noun.end + MOST_BETWEEN and words[start].surface.startswith(
                pack.people.employed_with
            )
            joined = glued and _only_qualify(words[noun.end : start], qualifying)
            owned = pack.people.postpositions and end < noun.start <= end + MOST_BETWEEN and noun.end in starts
            if (
                behind
                or beside
                or of_office
                or leads
                or joined
                or (owned and _owns(words[end : noun.start], at, qualifying))
            ):
                found.append(person)
                break
    return tuple(found)


def _connects(between: Sequence[Token], at: frozenset[str]) -> bool:
    """Whether words between an office and a name say that it is held there: "bei", "لدى «"."""
    plain = [word.surface for word in between if word.surface not in OPENING_QUOTES]
    return bool(plain) and all(normal(surface) in at for surface in plain)


def _only_qualify(between: Sequence[Token], qualifying: frozenset[str]) -> bool:
    """Whether words between an office and a name only say how it stands: "السابق"."""
    return all(normal(word.surface) in qualifying for word in between)


def _owns(between: Sequence[Token], at: frozenset[str], qualifying: frozenset[str]) -> bool:
    """Whether words between a name and an office make it the office there: "की पूर्व"."""
    folded = [normal(word.surface) for word in between]
    return folded[0] in at and _only_qualify(between, qualifying)


def named_alone_before(document: Document, start: int) -> tuple[Span, ...]:
    """The one organization of the sentence of ``start`` before it, or else of the sentence before; none where two stand there."""
    held = document.sentence_at(start)
    if held is None:
        return ()
    own = bisect_left(document.sentences, held.start, key=lambda sentence: sentence.start)
    for place in (own, own - 1):
        if place >= 0:
            sentence = document.sentences[place]
            inside = document.entities_in(Span(sentence.start, min(sentence.end, start)))
            named = {entity.surface: entity.span for entity in inside if entity.kind == "organization"}
            if named:
                return tuple(named.values()) if len(named) == 1 else ()
    return ()
