"""Whether a role is held now or was held: the words that qualify its noun."""

from __future__ import annotations

from newsdiff.model import Span, Standing
from newsdiff.parse.roles.found import FoundRole
from newsdiff.parse.roles.lexicon import HYPHENS
from newsdiff.parse.roles.nouns import COMPANY_HEAD, HEAD_OF_FIELD, RoleNoun
from newsdiff.parse.roles.words import RoleWords, words_at

MOST_BETWEEN = 3
_MINISTER = "minister"
_STOPS = frozenset(',،，;؛.!?؟।。！？；“”„"«»():–—')


def qualify(read: RoleWords, noun: RoleNoun, employer: Span | None, end: int) -> FoundRole:
    """The role that a noun gives, with what the words around it, up to place ``end``, say of when it is held."""
    standing = read_standing(read, noun, end)
    stated = _course(read, noun, end) == "over" if standing == "former" else is_stated(read, noun, end)
    whole = stated and _is_head_of_all(read, noun, employer)
    exact = (noun.exact or whole or noun.of_department) and not _is_held_for_a_while(read, noun, end)
    title = HEAD_OF_FIELD if _leads_a_field(read, noun) or whole else noun.title
    held_at = None if employer and _is_portfolio(read, noun, employer) else _bare(read, employer)
    return FoundRole(title, held_at, standing, stated, exact, noun.written, _is_partial(read, noun))


def _is_portfolio(read: RoleWords, noun: RoleNoun, employer: Span) -> bool:
    """Whether what a minister is minister of is none of the names of the text, but another field: "e dei Trasporti"."""
    named = (*read.organizations, *read.places)
    return noun.title.endswith(_MINISTER) and words_at(read.words, employer) not in named


def _is_head_of_all(read: RoleWords, noun: RoleNoun, employer: Span | None) -> bool:
    """Whether a loose word for whoever is at the head stands right at the organization: "the boss of Novatec"."""
    if employer is None or noun.exact or noun.title != COMPANY_HEAD or _leads_a_field(read, noun):
        return False
    if noun.employer is not None:
        return True
    if not read.has(noun.start, "loose_heads"):
        return False
    start, end = words_at(read.words, employer)
    between = range(noun.end, start) if noun.end <= start else range(end, noun.start)
    quiet = ("of", "articles", "former", "current", "organization_nouns")
    return all(
        read.has(at, *quiet) or at in read.present or not read.words[at].surface[:1].isalnum() for at in between
    ) and not any(other.start in between for other in read.nouns)


def _leads_a_field(read: RoleWords, noun: RoleNoun) -> bool:
    """Whether a loose word for a head stands with a field of office and no company: "the boss of the coast guard"."""
    at = noun.end
    while read.has(at, "of", "articles"):
        at += 1
    return noun.title == COMPANY_HEAD and not noun.exact and at > noun.end and read.has(at, "fields")


def _is_partial(read: RoleWords, noun: RoleNoun) -> bool:
    """Whether a word for a part of a house stands behind a noun, or right in front of it or in it: "head of safety"."""
    at = noun.end
    while at < noun.end + MOST_BETWEEN and read.has(at, "of", "articles", "former", "fields", "organization_nouns"):
        if read.has(at, "departments"):
            return True
        at += 1
    return read.has(noun.start - 1, "departments") or noun.of_department


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
    course = _course(read, noun, end)
    if course == "over" or _left_behind(read, noun.start - 1):
        return "former"
    if course == "open" or any(read.has(at, "unsettled") or at in read.denied for at in (*before, *after)):
        return "unknown"
    return "current"


def _course(read: RoleWords, noun: RoleNoun, end: int) -> str | None:
    """The course of the term that the words beside the noun tell: "until 2021 director", "director of Novatec until 2021"."""
    for term in read.terms:
        if term.end <= noun.start and all(_only_qualifies(read, at) for at in range(term.end, noun.start)):
            return term.course
        behind = noun.end <= term.start < end and not read.has(term.start - 1, "articles")
        if behind and all(_names_employer(read, at) for at in range(noun.end, term.start)):
            return term.course
    return None


def _only_qualifies(read: RoleWords, at: int) -> bool:
    inside = any(start <= at < end for start, end in read.organizations) or read.ends_unit(at)
    return inside or read.has(at, "articles", "of", "former", "current", "organization_nouns", "copulas")


def _names_employer(read: RoleWords, at: int) -> bool:
    """Whether a word between an office and its years only says where it is held."""
    if any(noun.start <= at < noun.end for noun in read.nouns) or any(start <= at < end for start, end in read.persons):
        return False
    inside = any(start <= at < end for start, end in read.organizations) or read.words[at].surface[:1].isupper()
    named = read.has(at - 1, "articles", "of") and not read.in_term(at)
    return inside or named or read.has(at, "articles", "of", "organization_nouns", "fields")


def _left_behind(read: RoleWords, at: int) -> bool:
    """Whether the word in front of the noun is an employer left behind: "ex-Novatec chief"."""
    return read.has(at, "left_behind") and any(start <= at < end for start, end in read.organizations)


def _bare(read: RoleWords, employer: Span | None) -> Span | None:
    """The employer without what says that it was left behind: "Novatec" of "Ex-Novatec"."""
    for at, word in enumerate(read.words):
        if employer is not None and word.start == employer.start and read.has(at, "left_behind"):
            hyphen = next(place for place, mark in enumerate(word.surface) if mark in HYPHENS)
            start = word.start + hyphen + 1
            return Span(start, employer.end) if start < employer.end else employer
    return employer


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
