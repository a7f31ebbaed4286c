"""Roles: what the text around a person's name says that the person is or was.

What belongs here: the patterns that tie a role noun to a name. A role before the name ("the mayor, Jane Halloran",
"Novatec-Chefin Jana Halling"), after it ("Jane Halloran, a former Novatec engineer"), in a line of a list
("- Name: ..."), in a relative clause ("who heads Novatec"). Where other words come between, there is no role.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Document, Role, Sentence, Span
from newsdiff.parse.roles.appositions import is_succeeded, roles_after
from newsdiff.parse.roles.clauses import headed_by
from newsdiff.parse.roles.employers import (
    employer_behind_name,
    employer_in_construct,
    employers_after,
    employers_before,
    is_of_work,
)
from newsdiff.parse.roles.found import FoundRole
from newsdiff.parse.roles.grammar import settle_roles
from newsdiff.parse.roles.lexicon import normal
from newsdiff.parse.roles.marks import CLEAR_QUOTES, COMMAS
from newsdiff.parse.roles.nouns import RoleNoun
from newsdiff.parse.roles.others import is_of_another, is_of_kin
from newsdiff.parse.roles.predecessors import roles_of_predecessor
from newsdiff.parse.roles.standing import qualify
from newsdiff.parse.roles.words import RoleWords, read_role_words, words_at

MOST_BETWEEN = 9
LONGEST_CUE = 5
FARTHEST_KIN = 4


def find_roles(document: Document, mention: Span) -> tuple[Role, ...]:
    """The roles that the text gives to the person at ``mention``, in the order of the text.

    The organization is the text as it stands; the title is the English key of the pack.
    """
    return tuple(
        Role(
            found.title,
            document.text[found.employer.start : found.employer.end] if found.employer else None,
            found.standing,
            stated=found.stated,
            exact=found.exact,
            written=found.written,
            partial=found.partial,
        )
        for found in locate_roles(document, mention)
    )


def locate_roles(document: Document, mention: Span) -> tuple[FoundRole, ...]:
    """The same with the spans of the organizations."""
    found = _own_roles(document, mention)
    sentence = document.sentence_at(mention.start)
    if found == () and sentence is not None:
        read = read_role_words(document, *_line_of(document, sentence, mention), sentence.language)
        found = roles_of_predecessor(document, read, words_at(read.words, mention), _own_roles)
    return found or ()


def _own_roles(document: Document, mention: Span) -> tuple[FoundRole, ...] | None:
    """The roles that the words around a mention tell of itself; None where one stands there and it is open whose."""
    sentence = document.sentence_at(mention.start)
    if sentence is None:
        return ()
    start, end = _line_of(document, sentence, mention)
    found = _read_roles(document, mention, start, end, sentence.language)
    if found == () and load_pack(sentence.language).script == "Latn":
        found = _read_roles(document, mention, start, end, "en")
    return found


def _read_roles(document: Document, mention: Span, start: int, end: int, language: str) -> tuple[FoundRole, ...] | None:
    """The roles by the words of one language; a messy article may hold English phrases in any other.

    None where a role stands there and it is open whose.
    """
    read = read_role_words(document, start, end, language)
    name = words_at(read.words, mention)
    if name[0] == name[1]:
        return ()
    pack = load_pack(language)
    before = _before(document, read, name, pack)
    closed = bool(before) and read.words[name[0] - 1].surface in COMMAS
    of_kin = is_of_kin(read, name, pack)
    after = () if of_kin else roles_after(document, read, name, pack, closed=closed, cited=_is_cited(read, name, pack))
    told = headed_by(document, read, name, pack) if before is not None and not of_kin else []
    found = [*(before or ()), *after, *told]
    found = [_without_employer(role) if _is_at_none(read, role, pack) else role for role in found]
    settled = settle_roles(document, read, name, tuple(dict.fromkeys(found)))
    kin_behind = any(read.has(at, "kin") for at in range(name[1], name[1] + FARTHEST_KIN))
    others = before is None or of_kin or kin_behind or is_succeeded(read, name)
    return None if others and not settled else settled


def _is_at_none(read: RoleWords, role: FoundRole, pack: LanguagePack) -> bool:
    """Whether a role is held at no organization: a part that somebody plays, or the authorship of a work.

    "The defendant", whoever is named behind it; "the director of “The Salt Road”".
    """
    return role.title in pack.people.parts_played or (
        role.employer is not None and is_of_work(read, role.employer, authorship=role.title in pack.people.authorships)
    )


def _without_employer(role: FoundRole) -> FoundRole:
    return replace(role, employer=None)


def _line_of(document: Document, sentence: Sentence, mention: Span) -> tuple[int, int]:
    """The sentence of a mention, and the rest of its line where an abbreviation or a bracket cut it short."""
    end = max(sentence.end, mention.end)
    stop = document.text.find("\n", sentence.start)
    return sentence.start, end if stop < 0 else max(end, min(stop, end + 80))


def _before(document: Document, read: RoleWords, name: tuple[int, int], pack: LanguagePack) -> list[FoundRole] | None:
    """A role in front of the name, with nothing between but the organization; None where it may be another's.

    "The lawyer of Jane Halloran" is another.
    """
    at = name[0] - 1
    if at >= 0 and read.words[at].surface in COMMAS:
        at -= 1
    noun = _own_noun(read, name) or _noun_before(read, at)
    if noun is None:
        return []
    if is_of_another(document, read, noun, name, pack):
        return None
    between = (noun.end, at + 1)
    spans = (
        employers_before(document, read, noun)
        or employers_after(document, read, *between, name=name)
        or employer_in_construct(read, noun, at)
        or (employer_behind_name(read, name[1]) if _is_at_companies(noun, pack) else ())
    )
    return [qualify(read, noun, span, name[0]) for span in spans or (None,)]


def _is_at_companies(noun: RoleNoun, pack: LanguagePack) -> bool:
    return noun.title in (*pack.people.company_roles, *pack.people.institution_roles)


def _own_noun(read: RoleWords, name: tuple[int, int]) -> RoleNoun | None:
    """A role noun inside the span of the name: the engine took "Novatec-Direktor Jan Halling" for the name."""
    inside = [noun for noun in read.nouns if name[0] <= noun.start and noun.end < name[1]]
    return inside[-1] if inside else None


def _noun_before(read: RoleWords, at: int) -> RoleNoun | None:
    """The role noun that ends at this place or before an organization that ends here."""
    ends = {noun.end: noun for noun in read.nouns if not _is_field(read, noun)}
    first = at
    while at >= 0 and first - at < MOST_BETWEEN:
        if at + 1 in ends:
            return ends[at + 1]
        if any(start <= at < end for start, end in read.persons):
            return None
        if not _may_stand_between(read, at):
            noun = ends.get(at)
            return noun if noun is not None and employer_in_construct(read, noun, first) else None
        at -= 1
    return None


def _is_field(read: RoleWords, noun: RoleNoun) -> bool:
    """Whether a noun only says of what the office before it is: "portavoz de la policía"."""
    if not read.has(noun.start, "fields") or noun.end - noun.start > 1:
        return False
    at = noun.start
    while read.has(at - 1, "of", "articles"):
        at -= 1
    return any(other.end == at for other in read.nouns)


def _is_cited(read: RoleWords, name: tuple[int, int], pack: LanguagePack) -> bool:
    """Whether words right in front say that what follows is what the person says: "according to", "zdaniem"."""
    before = tuple(normal(word.surface) for word in read.words[max(0, name[0] - LONGEST_CUE) : name[0]])
    return any(phrase == before[-len(phrase) :] for phrase in _citing(pack))


@cache
def _citing(pack: LanguagePack) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(normal, phrase.split())) for phrase in pack.speech.according)


def _may_stand_between(read: RoleWords, at: int) -> bool:
    if read.in_term(at) or any(start <= at < end for start, end in read.organizations):
        return True
    if read.has(
        at,
        "of",
        "articles",
        "former",
        "current",
        "unsettled",
        "organization_nouns",
        "conjunctions",
        "demonyms",
        "fields",
    ):
        return True
    surface = read.words[at].surface
    return surface in CLEAR_QUOTES or surface[:1].isupper()
