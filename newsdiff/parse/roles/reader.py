"""Roles: what the text around a person's name says that the person is or was.

What belongs here: the patterns that tie a role noun to a name. A role before the name ("the mayor, Jane Halloran",
"Novatec-Chefin Jana Halling"), after it ("Jane Halloran, a former Novatec engineer"), in a line of a list
("- Name: ..."), in a relative clause ("who heads Novatec"). Where other words come between, there is no role.
"""

from __future__ import annotations

from newsdiff.lang.pack import load_pack
from newsdiff.model import Document, Role, Span, Standing
from newsdiff.parse.roles.employers import employer_in_construct, employers_after, employers_before
from newsdiff.parse.roles.found import FoundRole
from newsdiff.parse.roles.grammar import settle_roles
from newsdiff.parse.roles.standing import is_stated, read_standing
from newsdiff.parse.roles.words import RoleNoun, RoleWords, read_role_words, words_at

MOST_BETWEEN = 9
MOST_UNKNOWN = 3
LONGEST_APPOSITION = 16
FARTHEST_RELATIVE = 6
_COMMAS = frozenset({",", "،", "，"})
_OPENERS = _COMMAS | frozenset({":", "(", "–", "—", "-"})
_STOPS = frozenset({";", "؛", ".", "!", "?", "؟", "।", "“", "”", "„", '"', "«", "»", ")", "(", ":", "–", "—"})
_QUOTES = frozenset({"“", "”", "„", '"', "«", "»", "‘"})


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
        )
        for found in locate_roles(document, mention)
    )


def locate_roles(document: Document, mention: Span) -> tuple[FoundRole, ...]:
    """The same with the spans of the organizations."""
    sentence = document.sentence_at(mention.start)
    if sentence is None:
        return ()
    start, end = _line(document.text, sentence.start, max(sentence.end, mention.end))
    found = _read_roles(document, mention, start, end, sentence.language)
    if not found and load_pack(sentence.language).script == "Latn":
        found = _read_roles(document, mention, start, end, "en")
    return found


def _read_roles(document: Document, mention: Span, start: int, end: int, language: str) -> tuple[FoundRole, ...]:
    """The roles by the words of one language; a messy article may hold English phrases in any other."""
    read = read_role_words(document, start, end, language)
    name = words_at(read.words, mention)
    if name[0] == name[1]:
        return ()
    found = [*_before(document, read, name), *_after(document, read, name), *_heading(document, read, name)]
    return settle_roles(document, read, name, tuple(dict.fromkeys(found)))


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, and the rest of its line where an abbreviation or a bracket cut it short."""
    stop = text.find("\n", start)
    return start, end if stop < 0 else max(end, min(stop, end + 80))


def _before(document: Document, read: RoleWords, name: tuple[int, int]) -> list[FoundRole]:
    """A role in front of the name, with nothing between but the organization."""
    at = name[0] - 1
    if at >= 0 and read.words[at].surface in _COMMAS:
        at -= 1
    noun = _own_noun(read, name) or _noun_before(read, at)
    if noun is None:
        return []
    between = (noun.end, at + 1)
    spans = (
        employers_before(document, read, noun)
        or employers_after(document, read, *between, name=name)
        or employer_in_construct(read, noun, at)
    )
    return [_found(read, noun, span, name[0]) for span in spans or (None,)]


def _found(read: RoleWords, noun: RoleNoun, employer: Span | None, end: int) -> FoundRole:
    return FoundRole(noun.title, employer, read_standing(read, noun, end), is_stated(read, noun, end))


def _own_noun(read: RoleWords, name: tuple[int, int]) -> RoleNoun | None:
    """A role noun inside the span of the name: the engine took "Novatec-Direktor Jan Halling" for the name."""
    inside = [noun for noun in read.nouns if name[0] <= noun.start and noun.end < name[1]]
    return inside[-1] if inside else None


def _noun_before(read: RoleWords, at: int) -> RoleNoun | None:
    """The role noun that ends at this place or before an organization that ends here."""
    ends = {noun.end: noun for noun in read.nouns}
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


def _may_stand_between(read: RoleWords, at: int) -> bool:
    if any(start <= at < end for start, end in read.organizations):
        return True
    if read.has(at, "of", "articles", "former", "current", "designated", "organization_nouns", "conjunctions"):
        return True
    surface = read.words[at].surface
    return surface in _QUOTES or surface[:1].isupper()


def _after(document: Document, read: RoleWords, name: tuple[int, int]) -> list[FoundRole]:
    """Roles in an apposition, a line of a list, a copula or a relative clause behind the name."""
    start = _apposition(read, name)
    if start is None:
        return []
    end = _apposition_end(read, start)
    nouns = _leading_nouns(read, start, end)
    if not nouns:
        return []
    found: list[FoundRole] = []
    for noun in nouns:
        spans = employers_before(document, read, noun, start) or employers_after(
            document, read, nouns[-1].end, end, name=name
        )
        found.extend(_found(read, noun, span, end) for span in spans or (None,))
        for further in _further_nouns(read, nouns[-1].end, end) if noun is nouns[-1] else ():
            found.extend(_found(read, further, span, end) for span in spans)
    return found


def _further_nouns(read: RoleWords, start: int, end: int) -> list[RoleNoun]:
    """Offices at what was named just before: "founder of Novatec and its former chief executive"."""
    found = []
    for noun in read.nouns:
        if not start < noun.start < end:
            continue
        before = range(noun.start - 1, start - 1, -1)
        owner = next((at for at in before if not read.has(at, "former", "current")), start)
        joined = read.has(owner, "its") and read.has(owner - 1, "conjunctions")
        if joined or read.has(noun.start, "its"):
            found.append(noun)
    return found


def _apposition(read: RoleWords, name: tuple[int, int]) -> int | None:
    """Where the words begin that say who the name is."""
    at = _skip_bracket(read, name[1])
    at = _skip_age(read, at)
    if at >= len(read.words):
        return None
    if read.words[at].surface in _OPENERS or read.has(at, "copulas"):
        speaks = at + 1 < len(read.words) and read.words[at].surface == ":" and read.words[at + 1].surface in _QUOTES
        return None if speaks else at + 1
    for ahead in range(at, min(at + FARTHEST_RELATIVE, len(read.words) - 1)):
        if any(start <= ahead < end for start, end in read.persons):
            return None
        if read.words[ahead].surface in _COMMAS:
            return ahead + 1 if read.has(ahead + 1, "relatives") else None
    return None


def _skip_bracket(read: RoleWords, at: int) -> int:
    if at < len(read.words) and read.words[at].surface in ("(", "（"):
        for ahead in range(at, min(at + MOST_BETWEEN, len(read.words))):
            if read.words[ahead].surface in (")", "）"):
                return ahead + 1
    return at


def _skip_age(read: RoleWords, at: int) -> int:
    """Past an age between commas: "Halloran, 57, the founder of ..."."""
    if at + 1 < len(read.words) and read.words[at].surface in _COMMAS and read.words[at + 1].surface.isdigit():
        for ahead in range(at + 2, min(at + 2 + MOST_UNKNOWN, len(read.words))):
            if read.words[ahead].surface in _COMMAS:
                return ahead
    return at


def _apposition_end(read: RoleWords, start: int) -> int:
    end = start
    while end < len(read.words) and end - start < LONGEST_APPOSITION:
        surface = read.words[end].surface
        quoted = surface in _QUOTES and end - start < MOST_BETWEEN
        if surface in _COMMAS or (surface in _STOPS and end > start and not quoted):
            break
        end += 1
    return end


def _leading_nouns(read: RoleWords, start: int, end: int) -> list[RoleNoun]:
    """The role nouns that the words begin with, several where they are joined."""
    found: list[RoleNoun] = []
    unknown = 0
    at = start
    starts = {noun.start: noun for noun in read.nouns}
    while at < end:
        noun = starts.get(at)
        if noun is not None:
            found.append(noun)
            at = noun.end
            if not (read.has(at, "conjunctions") or _is_glued_conjunction(read, at)):
                break
            continue
        if any(first <= at < last for first, last in read.persons):
            break
        if not _may_precede(read, at):
            unknown += 1
            if unknown > MOST_UNKNOWN or found:
                break
        at += 1
    return found


def _is_glued_conjunction(read: RoleWords, at: int) -> bool:
    """Tell whether the next word is a role noun too, joined by a particle that is glued to it."""
    return any(noun.start == at for noun in read.nouns) and not read.words[at].surface[:1].isupper()


def _may_precede(read: RoleWords, at: int) -> bool:
    if any(start <= at < end for start, end in read.organizations):
        return True
    return read.has(
        at,
        "articles",
        "former",
        "current",
        "designated",
        "of",
        "relatives",
        "copulas",
        "conjunctions",
        "organization_nouns",
    ) or read.words[at].surface in ("s", "’s", "'s", "’", "'", "-")


def _heading(document: Document, read: RoleWords, name: tuple[int, int]) -> list[FoundRole]:
    """A relative clause whose verb makes the name the head of an organization."""
    at = name[1]
    if at >= len(read.words) or read.words[at].surface not in _COMMAS or not read.has(at + 1, "relatives"):
        return []
    for verb in range(at + 2, min(at + 4, len(read.words))):
        if read.has(verb, "heads", "headed"):
            end = _apposition_end(read, verb + 1)
            spans = employers_after(document, read, verb + 1, end, name=name, direct=True)
            standing: Standing = "current" if read.has(verb, "heads") else "former"
            return [FoundRole("head", span, standing) for span in spans]
    return []
