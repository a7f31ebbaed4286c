"""Surnames that begin with a small word, as engines cut them: "Marieke van der" Velde, "Ruud" ten Brink, Van den "Berg".

What belongs here: giving a person the rest of such a name, and finding the surname where it stands alone later. Which words
begin surnames is told by the pack; where it tells none, nothing is done.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Entity

_NAME = r"[^\W\d_]+(?:[-'’][^\W\d_]+)*"
_JOINS = "-'’"
_SHORTEST = 3


def with_whole_surnames(text: str, entities: Sequence[Entity], pack: LanguagePack) -> list[Entity]:
    """The entities of an article, in order, with the surnames of persons whole; what they cover is dropped."""
    if not pack.people.surname_openings:
        return list(entities)
    extended: list[Entity] = []
    for at, entity in enumerate(entities):
        if extended and entity.start < extended[-1].end:
            continue
        end = _surname_end(text, entity, entities[at + 1 : at + 2], pack)
        extended.append(entity if end is None else replace(entity, end=end, surface=text[entity.start : end]))
    alone = list(_alone(text, extended, pack))
    ends = [found.end for found in alone]
    nearest = ((entity, bisect_right(ends, entity.start)) for entity in extended)
    kept = (entity for entity, at in nearest if at == len(alone) or alone[at].start >= entity.end)
    return sorted([*kept, *alone], key=lambda entity: entity.start)


def _surname_end(text: str, entity: Entity, following: Sequence[Entity], pack: LanguagePack) -> int | None:
    """Where the person's surname ends, None where the entity has all of it.

    A person of one word, or one cut behind an opening, goes on with the name behind it: behind an opening that is an article,
    too, only if it was cut there ("noemde Smit de Russen"), and behind one that means "of" only up to no other entity.
    """
    if entity.kind != "person":
        return None
    cut = _cut(pack).search(text, entity.start, entity.end)
    start = cut.start() if cut is not None else entity.end
    if len(text[entity.start : start].split()) != 1:
        return None
    rest = _rest(pack).match(text, start)
    if rest is None or rest.end() <= entity.end or not rest.group("name")[0].isupper():
        return None
    opening = rest.group("opening")
    if opening in pack.people.articles and cut is None:
        return None
    other = any(found.start < rest.end() and found.kind != "person" for found in following)
    return None if other and opening in pack.people.of else rest.end()


def _alone(text: str, entities: Sequence[Entity], pack: LanguagePack) -> Iterator[Entity]:
    """Surnames without the given name, which begin with a capital then: "Van der Velde"."""
    persons = [entity for entity in entities if entity.kind == "person"]
    known: dict[str, Entity] = {}
    for entity in persons:
        rest = _rest(pack).search(entity.surface)
        if rest is not None and rest.end() == len(entity.surface) and len(rest.group("name")) >= _SHORTEST:
            surname = rest.group().strip()
            known.setdefault(surname[0].upper() + surname[1:], entity)
    if not known:
        return
    held = {(entity.start, entity.end) for entity in persons}
    end = 0
    for found in _capital(pack).finditer(text):
        surname = _longest_known(found.group("surname"), known)
        start = found.start()
        if surname and start >= end:
            end = start + len(surname)
            if (start, end) not in held:
                yield replace(known[surname], start=start, end=end, surface=surname)


def _longest_known(surname: str, known: Container[str]) -> str:
    """The surname without what a hyphen or an apostrophe joins to one that is known ("Van der Velde-plan"); empty for none."""
    while surname and surname not in known:
        surname = surname[: max(map(surname.rfind, _JOINS))] if any(join in surname for join in _JOINS) else ""
    return surname


@cache
def _cut(pack: LanguagePack) -> re.Pattern[str]:
    """The words of an opening at the end of a name."""
    words = {word for opening in pack.people.surname_openings for word in opening.split()}
    listed = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?:[ \u00a0](?:{listed})){{1,3}}$")


@cache
def _rest(pack: LanguagePack) -> re.Pattern[str]:
    """An opening and the name behind it."""
    listed = "|".join(map(re.escape, sorted(pack.people.surname_openings, key=len, reverse=True)))
    return re.compile(rf"[ \u00a0](?P<opening>{listed})[ \u00a0](?P<name>{_NAME})")


@cache
def _capital(pack: LanguagePack) -> re.Pattern[str]:
    """Where an opening stands that begins with a capital, with the name behind it; within "De Van der Velde-zaak" two do."""
    openings = sorted(pack.people.surname_openings, key=len, reverse=True)
    listed = "|".join(re.escape(opening[0].upper() + opening[1:]) for opening in openings)
    return re.compile(rf"(?<!\w)(?=(?P<surname>(?:{listed})[ \u00a0]{_NAME})(?!\w))")
