"""Entities mended by the words around them: an employer in a person's name, a company that was taken for a person.

What belongs here: what an office or a noun for a kind of organization in front of an entity says for certain about where names
begin and what they name. Whether two names are one is for ``align``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Document, Entity
from newsdiff.parse.names.datelines import with_dateline
from newsdiff.parse.names.declension import nominatives
from newsdiff.parse.names.entitled import without_entitled
from newsdiff.parse.names.holders import as_person, holds_an_office
from newsdiff.parse.names.known_places import with_known_places
from newsdiff.parse.names.placed import with_places
from newsdiff.parse.names.romanize import fold
from newsdiff.parse.names.territories import place_of
from newsdiff.parse.roles.lexicon import is_company_noun, is_role_noun
from newsdiff.parse.roles.nouns import RoleNoun
from newsdiff.parse.roles.words import RoleWords, read_role_words, words_at

FULL = 2
SURE = 0.6
MADE = 0.9
"""How sure it is that a name behind a noun for companies is an organization's. Of 109 in the labelled texts 103 are, and the
others are places that the tables know (docs/figures.md)."""
_SIGNS = "\u0900-\u097f"
"""Signs of vowels, which are no letters to a pattern."""
_OPENING = '«“„"‘'
_AT_APOSTROPHE = re.compile("['’]")
_NAMED = ("person", "organization", "place")
_Kinds = Mapping[str, frozenset[str]]


def mend_names(document: Document) -> Document:
    """The document with its entities as the words around them say: parted, cut and named anew."""
    document = with_known_places(without_entitled(document))
    document = with_dateline(with_places(_with_makers(document, load_pack(document.language))))
    kinds = _kinds(document.entities, load_pack(document.language))
    mended = chain.from_iterable(
        _mend(document, entity, kinds) if entity.kind in _NAMED else (entity,) for entity in document.entities
    )
    return replace(document, entities=tuple(sorted(mended, key=lambda entity: (entity.start, entity.end))))


def _with_makers(document: Document, pack: LanguagePack) -> Document:
    """The document with every single name for an organization that stands behind "the maker" somewhere and is no person's."""
    borne = {fold(word) for entity in document.entities if entity.kind == "person" for word in _words_of_full(entity)}
    made = [name for name in _made(document, pack) if fold(name) not in borne]
    if not made:
        return document
    names = {fold(reading) for name in made for reading in _readings(name, pack)}
    renamed = (
        replace(entity, kind="organization", score=max(entity.score, MADE))
        if entity.kind in _NAMED and fold(entity.surface) in names
        else entity
        for entity in document.entities
    )
    return replace(document, entities=tuple(renamed))


def _words_of_full(entity: Entity) -> Sequence[str]:
    words = entity.surface.split()
    return words if len(words) >= FULL else ()


def _made(document: Document, pack: LanguagePack) -> Sequence[str]:
    """The single names that stand behind a noun for companies, or those that make, sell or carry things, wherever it is."""
    names = sorted(
        {entity.surface for entity in document.entities if entity.kind in _NAMED and " " not in entity.surface}
    )
    if not names:
        return ()
    behind = re.compile(rf"(?<!\S)\W?(\S+)[ \u00a0]({'|'.join(map(re.escape, names))})(?![\w{_SIGNS}])")
    made = {match[2] for match in behind.finditer(document.text) if _makes(match[1], pack)}
    return [name for name in sorted(made) if not place_of((name,), pack.code)]


def _makes(noun: str, pack: LanguagePack) -> bool:
    """Whether a word says that the name of a company follows."""
    noun = _AT_APOSTROPHE.split(noun)[-1]
    bare = (noun.removeprefix(clitic) for clitic in ("", *pack.people.proclitics))
    return any(is_company_noun(word, pack) or _is_maker(fold(word), pack) for word in bare)


def _is_maker(noun: str, pack: LanguagePack) -> bool:
    makers = _folded(pack.people.makers)
    return noun in makers or (pack.people.compounds and noun.endswith(tuple(makers)))


def _kinds(named: Sequence[Entity], pack: LanguagePack) -> _Kinds:
    """What an article's names are taken for, by each name and all that it may be a case of."""
    found: dict[str, set[str]] = {}
    for entity in named:
        for name in _readings(entity.surface, pack):
            found.setdefault(fold(name), set()).add(entity.kind)
    return {name: frozenset(kinds) for name, kinds in found.items()}


def _mend(document: Document, entity: Entity, kinds: _Kinds) -> tuple[Entity, ...]:
    sentence = document.sentence_at(entity.start)
    if sentence is None:
        return (entity,)
    pack = load_pack(sentence.language)
    entity = _without_kind_of_place(_without_small_words(_without_company_noun(entity, pack), pack), pack)
    entity = _without_site(entity, kinds, pack)
    bare = _without_office(entity, pack)
    if bare.kind == "organization" and fold(bare.surface.split(" ")[0]) in _folded(pack.people.organization_nouns):
        entity = bare
    read = read_role_words(document, sentence.start, max(sentence.end, entity.end), sentence.language)
    entity, bare = _without_end_of_office(entity, read), _without_end_of_office(bare, read)
    at = words_at(read.words, bare.span)[0]
    office = _office_before(read, at)
    if office is None:
        return (as_person(entity) if holds_an_office(document, entity, read, pack) else entity,)
    between = (office.end, at)
    cut = _employer_inside(bare, read, between, office, kinds, pack)
    if cut:
        kind = _kind_of_employer(read, between, office, bare.surface[:cut], kinds, pack)
        return tuple(_part(bare, cut, kind))
    return (_named_anew(entity, read, between, office, pack),)


def _without_office(entity: Entity, pack: LanguagePack) -> Entity:
    """The entity without an office in front, which a capital at the beginning of a sentence may have brought into it."""
    word, _, rest = entity.surface.partition(" ")
    if not rest or not is_role_noun(word, pack):
        return entity
    return replace(entity, start=entity.end - len(rest), surface=rest)


def _without_end_of_office(entity: Entity, read: RoleWords) -> Entity:
    """The person's name without the last words of the office in front: "Sanidad Radu Ionescu" behind "ministro de"."""
    first, end = words_at(read.words, entity.span)
    last = next((noun.end for noun in read.nouns if noun.start < first < noun.end < end), None)
    if entity.kind == "place" or last is None:
        return entity
    start = read.words[last].start
    name = entity.surface[start - entity.start :]
    return Entity("person", start, entity.end, name, max(entity.score, SURE))


def _office_before(read: RoleWords, at: int) -> RoleNoun | None:
    """The office in front of a place, with nothing between but what may say of what it is one."""
    ends = {noun.end: noun for noun in read.nouns}
    while at > 0:
        beyond = read.has(at - 1, "fields", "demonyms", "organization_nouns")
        if at in ends and not (beyond and read.has(at - 1, "fields") and ends.get(at - 1)):
            return ends[at]
        if not (beyond or read.has(at - 1, "of", "articles")):
            return None
        at -= 1
    return None


def _employer_inside(
    entity: Entity, read: RoleWords, between: tuple[int, int], office: RoleNoun, kinds: _Kinds, pack: LanguagePack
) -> int:
    """How many letters of an entity behind an office are its employer's, in front of a full name; 0 where none are."""
    words = entity.surface.split(" ")
    first = len(words) - 1
    while first > 0 and words[first - 1].islower():
        first -= 1
    first -= 1
    if first < 1 or entity.kind == "place" or not (words[first][:1].isupper() and words[-1][:1].isupper()):
        return 0
    cut = len(" ".join(words[:first]))
    head = entity.surface[:cut]
    of_kind = any(read.has(place, "organization_nouns") for place in range(*between))
    linked = any(read.has(place, "of") for place in range(*between))
    if entity.kind == "organization":
        return cut if _ends_in_common_words(words[:first], pack) and words[first + 1][:1].isupper() else 0
    if of_kind:
        return cut if linked or pack.people.bare_genitives else 0
    if linked:
        return cut if office.title in pack.people.town_heads else 0
    if read.has(between[1] - 1, "towns"):
        return cut if pack.people.bare_genitives else 0
    known = any(fold(name) in kinds for name in _readings(head, pack))
    return cut if pack.people.bare_genitives and (known or head.endswith(pack.people.oblique_ends)) else 0


def _ends_in_common_words(words: Sequence[str], pack: LanguagePack) -> bool:
    """Tell whether an employer ends in small letters that let no name follow as a part of it: "Instytut badań"."""
    connecting = _folded((*pack.people.of, *pack.people.articles, *pack.people.conjunctions))
    return words[-1].islower() and fold(words[-1]) not in connecting and not pack.figures.nouns_capitalised


def _kind_of_employer(
    read: RoleWords, between: tuple[int, int], office: RoleNoun, head: str, kinds: _Kinds, pack: LanguagePack
) -> str:
    if pack.people.bare_genitives and read.has(between[1] - 1, "of"):
        return "place"
    if any(read.has(place, "organization_nouns") for place in range(*between)):
        return "organization"
    known = {kind for name in _readings(head, pack) for kind in kinds.get(fold(name), ())}
    linked = any(read.has(place, "of") for place in range(*between))
    of_place = (
        linked
        or read.has(between[1] - 1, "towns")
        or office.title in (*pack.people.town_heads, *pack.people.state_heads)
    )
    return "place" if of_place or "place" in known else "organization"


def _part(entity: Entity, cut: int, kind: str) -> Iterator[Entity]:
    name = entity.start + cut + 1
    yield Entity(kind, entity.start, entity.start + cut, entity.surface[:cut], SURE)
    yield Entity("person", name, entity.end, entity.surface[cut + 1 :], max(entity.score, SURE))


def _named_anew(
    entity: Entity, read: RoleWords, between: tuple[int, int], office: RoleNoun, pack: LanguagePack
) -> Entity:
    """A person who is none: what someone is the chief executive or the mayor of."""
    linked = any(read.has(place, "of") for place in range(*between))
    if entity.kind != "person" or not linked:
        return entity
    if office.title in pack.people.company_heads:
        return replace(entity, kind="organization")
    return replace(entity, kind="place") if office.title in pack.people.town_heads else entity


def _without_company_noun(entity: Entity, pack: LanguagePack) -> Entity:
    """The entity without a word in front that says that a company's name follows: "Pharmakonzern Novatec", "компании «Новатек"."""
    opening = next((at for at, mark in enumerate(entity.surface) if at and mark in _OPENING), 0)
    noun = entity.surface[:opening].split()[-1:]
    if noun and fold(noun[0]) in _folded(pack.people.organization_nouns):
        name = entity.surface[opening + 1 :]
    else:
        word, _, name = entity.surface.partition(" ")
        if not is_company_noun(word, pack):
            return entity
    if not name:
        return entity
    return Entity("organization", entity.end - len(name), entity.end, name, max(entity.score, SURE))


def _without_small_words(entity: Entity, pack: LanguagePack) -> Entity:
    """A person's name without a word in small letters in front that belongs to what stands before it."""
    word, _, rest = entity.surface.partition(" ")
    if entity.kind != "person" or " " not in rest or not word.islower() or fold(word) in _folded(pack.people.particles):
        return entity
    return replace(entity, start=entity.end - len(rest), surface=rest) if rest[:1].isupper() else entity


def _without_kind_of_place(entity: Entity, pack: LanguagePack) -> Entity:
    """A place's name without the noun for what it is, written as nouns are: "Kaduna state", "جزيرة إيفيا", "एविया द्वीप".

    Nor with the adjective for the country where it is.
    """
    first, _, behind = entity.surface.partition(" ")
    before, _, last = entity.surface.rpartition(" ")
    if entity.kind != "place" or not behind:
        return entity
    if any(_is_kind_of_place(first.removeprefix(clitic), pack) for clitic in ("", *pack.people.proclitics)):
        return _without_kind_of_place(replace(entity, start=entity.end - len(behind), surface=behind), pack)
    if _is_kind_of_place(last, pack) or _tells_whose(last, entity, pack):
        return replace(entity, end=entity.start + len(before), surface=before)
    return entity


def _is_kind_of_place(word: str, pack: LanguagePack) -> bool:
    return not word[:1].isupper() and fold(word) in _folded(pack.people.towns)


def _tells_whose(word: str, entity: Entity, pack: LanguagePack) -> bool:
    """Whether the last word of a place only says of which country it is, as in "إيفيا اليونانية", but not in that of a country."""
    demonym = not word[:1].isupper() and fold(word) in _folded(pack.prose.demonyms)
    return demonym and place_of((entity.surface,), pack.code) is None


def _without_site(entity: Entity, kinds: _Kinds, pack: LanguagePack) -> Entity:
    """The town alone of "Fábrica de Tavira", where the article names it."""
    words = entity.surface.split(" ", 2)
    if (
        len(words) < 3
        or fold(words[0]) not in _folded(pack.people.sites)
        or fold(words[1]) not in _folded(pack.people.of)
    ):
        return entity
    name = words[2]
    return Entity("place", entity.end - len(name), entity.end, name, SURE) if fold(name) in kinds else entity


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))


def _readings(name: str, pack: LanguagePack) -> tuple[str, ...]:
    return (name, *nominatives(name, pack))
