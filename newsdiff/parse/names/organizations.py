"""Organizations that a phrase gives away where an engine saw none.

What belongs here: names that stand where only an organization can: behind the noun for its kind ("the aid group
Novaid", "منظمة «نوفايد»"), before it ("Fair Seas, a rights organisation"), and at a role ("who heads Quakewatch").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Document, Span, Token
from newsdiff.parse.names.romanize import fold
from newsdiff.parse.roles.institutions import POSSESSIVES
from newsdiff.parse.roles.lexicon import HYPHENS, is_role_noun
from newsdiff.parse.roles.reader import locate_roles

LONGEST_QUOTED = 4
FULL_NAME = 2
MOST_BETWEEN = 3
NEAR = 60
LONGEST_APPOSITION = 9
MOST_ATTRIBUTES = 2
_ARABIC_ARTICLE = "ال"
_OPENING = frozenset('«“„"')
_CLOSING = frozenset('»”“"')


@dataclass(frozen=True, slots=True)
class Organizations:
    """The ``spans`` of such names, in order and without overlaps; some may be entities already.

    ``sure`` are those that stand beside the noun for their kind or at a role of companies.
    """

    spans: tuple[Span, ...]
    sure: frozenset[Span]


def find_organizations(document: Document) -> Organizations:
    """What phrases of the document give away."""
    pack = load_pack(document.language)
    sure = set(_beside_nouns(document, pack))
    spans = set(sure)
    for entity in document.entities:
        if entity.kind == "person":
            for role in locate_roles(document, entity.span):
                if role.employer is not None:
                    spans.add(role.employer)
                    held = role.title in (*pack.people.company_roles, *pack.people.institution_roles)
                    if _is_person(document, role.employer) or (held and not _of_field(document, role.employer, pack)):
                        sure.add(role.employer)
    ordered: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if not ordered or ordered[-1].end <= span.start:
            ordered.append(span)
    return Organizations(tuple(ordered), frozenset(sure))


def _is_person(document: Document, employer: Span) -> bool:
    """Whether an engine took an employer for a person."""
    return any(entity.kind == "person" and entity.span == employer for entity in document.entities_in(employer))


def _of_field(document: Document, employer: Span, pack: LanguagePack) -> bool:
    """Whether a name only says where a field of office is: "rzecznik policji w Tavirze"."""
    before = [
        fold(word) for word in document.text[max(0, employer.start - NEAR) : employer.start].split()[-MOST_BETWEEN:]
    ]
    connecting = frozenset(map(fold, (*pack.people.of, *pack.people.articles)))
    return next((word in _fields(pack) for word in reversed(before) if word not in connecting), False)


def _beside_nouns(document: Document, pack: LanguagePack) -> Iterator[Span]:
    words = document.tokens
    nouns = _nouns(pack)
    for at, word in enumerate(words[:-1]):
        if fold(word.surface) not in nouns:
            continue
        opened = _past_attributes(words, at + 1)
        if opened < len(words) and words[opened].surface in _OPENING:
            yield from _quoted(words, opened + 1)
        elif word.surface.islower() and not pack.people.compounds:
            yield from _before_name(document, at, _capitals(words, at + 1))
            if word.surface.isascii() and words[at + 1].surface not in POSSESSIVES:
                yield from _before_apposition(document, at, pack)


def _past_attributes(words: tuple[Token, ...], at: int) -> int:
    """The place behind the words with an Arabic article that may stand behind a noun: "دار المزادات البريطانية «"."""
    end = at
    while end < len(words) and end - at < MOST_ATTRIBUTES and words[end].surface.startswith(_ARABIC_ARTICLE):
        end += 1
    return end


def _quoted(words: tuple[Token, ...], start: int) -> Iterator[Span]:
    for end in range(start + 1, min(start + LONGEST_QUOTED + 1, len(words))):
        if words[end].surface in _CLOSING:
            yield Span(words[start].start, words[end - 1].end)
            return


def _capitals(words: tuple[Token, ...], start: int) -> Iterator[Span]:
    end = start
    while end < len(words) and words[end].surface[:1].isupper() and _touches(words, end, start):
        end += 1
    if end > start:
        yield Span(words[start].start, words[end - 1].end)


def _before_name(document: Document, noun: int, spans: Iterator[Span]) -> Iterator[Span]:
    """The runs of capitals behind the noun at this place, without the person that an office there lets follow."""
    office = _is_in_office(document, noun)
    for span in spans:
        persons = [entity for entity in document.entities_in(span) if entity.kind == "person" and " " in entity.surface]
        within = next((entity.start for entity in persons if span.start < entity.start), span.end)
        end = len(document.text[span.start : within].rstrip()) + span.start
        words = document.text[span.start : end].split()
        if office and end == span.end and persons:
            if len(words) <= FULL_NAME:
                continue
            end -= len(" ".join(words[-FULL_NAME:])) + 1
        yield Span(span.start, end)


def _before_apposition(document: Document, noun: int, pack: LanguagePack) -> Iterator[Span]:
    """The run of capitals before ", a rights organisation": a name that an engine saw, or several words; none of a place where one is."""
    words = document.tokens
    comma = _comma_before(words, noun, pack)
    if comma is None or not _ends_apposition(words, comma, noun, pack):
        return
    first = comma
    while first > 0 and words[first - 1].surface[:1].isupper() and not _is_common(words[first - 1], pack):
        first -= 1
    if first == comma or (first > 0 and _is_common(words[first - 1], pack)):
        return
    span = Span(words[first].start, words[comma - 1].end)
    name = document.text[span.start : span.end]
    if comma - first > 1 or any(entity.surface == name for entity in document.entities):
        yield span


def _comma_before(words: tuple[Token, ...], noun: int, pack: LanguagePack) -> int | None:
    """The place of the comma before an article that opens the phrase of this noun: ", the Paris-based software company"."""
    for at in range(noun - 1, max(0, noun - LONGEST_APPOSITION), -1):
        surface = words[at].surface
        if surface == "," and fold(words[at + 1].surface) in _articles(pack):
            return at
        attribute = surface in pack.prose.demonyms or words[at + 1].surface in HYPHENS
        if not (surface.islower() or surface in HYPHENS or attribute):
            return None
    return None


def _ends_apposition(words: tuple[Token, ...], comma: int, noun: int, pack: LanguagePack) -> bool:
    """Whether a phrase is over behind its noun, "a company, ...", or goes on in small words; "a company director" is a person.

    Where attributes stand behind their noun, it is enough that the phrase begins with that.
    """
    behind = words[noun + 1].surface
    if not pack.figures.heads_last:
        return noun - comma <= 2 and fold(words[comma + 1].surface) in map(fold, pack.speech.indefinites)
    if not behind[:1].isalnum():
        return behind not in (*HYPHENS, *POSSESSIVES)
    return fold(words[comma + 1].surface) in map(fold, pack.speech.indefinites) and fold(behind) in _prepositions(pack)


def _is_common(word: Token, pack: LanguagePack) -> bool:
    """Whether a word is a small one, whatever its case: "In Tavira, a company"."""
    return fold(word.surface) in _function_words(pack)


def _is_in_office(document: Document, noun: int) -> bool:
    """Whether the noun at this place only says what an office in front of it is over: "глава профсоюзного комитета"."""
    pack = load_pack(document.language)
    for at in range(noun - 1, max(-1, noun - 1 - MOST_BETWEEN), -1):
        surface = document.tokens[at].surface
        if is_role_noun(surface, pack):
            return True
        if not surface.islower():
            return False
    return False


def _touches(words: tuple[Token, ...], at: int, first: int) -> bool:
    """Tell whether only a space parts this word from the one before it."""
    return at == first or words[at].start - words[at - 1].end <= 1


@cache
def _nouns(pack: LanguagePack) -> frozenset[str]:
    return frozenset(map(fold, pack.people.organization_nouns))


@cache
def _fields(pack: LanguagePack) -> frozenset[str]:
    return frozenset(map(fold, (*pack.people.fields, *pack.people.towns)))


@cache
def _articles(pack: LanguagePack) -> frozenset[str]:
    return frozenset(map(fold, pack.people.articles))


@cache
def _prepositions(pack: LanguagePack) -> frozenset[str]:
    return frozenset(map(fold, (*pack.speech.prepositions, *pack.people.relatives, *pack.people.of)))


@cache
def _function_words(pack: LanguagePack) -> frozenset[str]:
    return frozenset(map(fold, (*pack.prose.function_words, *pack.speech.prepositions)))
