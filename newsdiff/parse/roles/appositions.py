"""Roles behind a name: in an apposition, a line of a list, a copula or a relative clause.

What belongs here: where the words about a name begin and end, and which role nouns among them are its own.
"""

from __future__ import annotations

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Document
from newsdiff.parse.roles.complements import is_complement
from newsdiff.parse.roles.employers import employers_after, employers_before
from newsdiff.parse.roles.found import FoundRole
from newsdiff.parse.roles.institutions import POSSESSIVES
from newsdiff.parse.roles.joined import further_nouns, is_title_of_another, joined_offices, next_noun
from newsdiff.parse.roles.marks import CLEAR_QUOTES, COMMAS
from newsdiff.parse.roles.nouns import RoleNoun
from newsdiff.parse.roles.standing import qualify
from newsdiff.parse.roles.words import RoleWords

MOST_BETWEEN = 9
MOST_UNKNOWN = 3
LONGEST_APPOSITION = 16
FARTHEST_RELATIVE = 6
_OPENERS = COMMAS | frozenset({":", "(", "–", "—", "-"})
_STOPS = frozenset(
    {";", "؛", ".", "!", "?", "؟", "।", "。", "！", "？", "“", "”", "„", '"', "«", "»", ")", "(", ":", "–", "—"}
)


def roles_after(
    document: Document,
    read: RoleWords,
    name: tuple[int, int],
    pack: LanguagePack,
    *,
    closed: bool = False,
    cited: bool = False,
) -> list[FoundRole]:
    """Roles in an apposition, a line of a list, a copula or a relative clause behind the name.

    ``closed`` tells that the name is an apposition itself: behind its comma the sentence goes on, unless with another one.
    ``cited`` tells that it is what somebody says: "according to Halloran, the mayor left", where no second comma follows.
    """
    start = _apposition(read, name)
    if start is None or (closed and not _may_open(read, start)):
        return []
    end = apposition_end(read, start)
    nouns = _leading_nouns(read, start, end)
    if not nouns or not is_complement(read, start, end, nouns[0], pack):
        return []
    if cited and not (end < len(read.words) and read.words[end].surface in COMMAS):
        return []
    found: list[FoundRole] = []
    last = next_noun(read, nouns[-1].end, end)
    for noun in nouns:
        spans = employers_before(document, read, noun, start) or employers_after(
            document, read, nouns[-1].end, last, name=name
        )
        found.extend(qualify(read, noun, span, end) for span in spans or (None,))
        for further in further_nouns(read, nouns[-1].end, end) if noun is nouns[-1] else ():
            found.extend(qualify(read, further, span, end) for span in spans)
    found.extend(joined_offices(document, read, last, end, name))
    return found


def _apposition(read: RoleWords, name: tuple[int, int]) -> int | None:
    """Where the words begin that say who the name is."""
    if is_succeeded(read, name):
        return None
    at = skip_bracket(read, name[1])
    at = skip_age(read, at)
    at = _skip_particle(read, at)
    if at >= len(read.words):
        return None
    beyond = past_apposition(read, at)
    if beyond is not None and read.has(beyond, "copulas") and not read.has(beyond, "articles"):
        return beyond + 1
    if read.words[at].surface in _OPENERS or read.has(at, "copulas"):
        speaks = (
            at + 1 < len(read.words) and read.words[at].surface == ":" and read.words[at + 1].surface in CLEAR_QUOTES
        )
        return None if speaks else at + 1
    for ahead in range(at, min(at + FARTHEST_RELATIVE, len(read.words) - 1)):
        if any(start <= ahead < end for start, end in read.persons):
            return None
        if read.words[ahead].surface in COMMAS:
            return ahead + 1 if read.has(ahead + 1, "relatives") else None
    return None


def _skip_particle(read: RoleWords, at: int) -> int:
    """Past a part of the verb in front of a former or present office: "nahm Halling fest, die frühere Direktorin"."""
    described = read.has(at + 2, "articles") and read.has(at + 3, "former", "current")
    comma = at + 1 < len(read.words) and read.words[at + 1].surface in COMMAS
    return at + 1 if read.has(at, "verb_particles") and comma and described else at


def is_succeeded(read: RoleWords, name: tuple[int, int]) -> bool:
    """Whether the office behind a name is somebody else's now: "succeeds Halloran as director"."""
    follows = any(read.has(name[0] - back, "successions") for back in (1, 2))
    return follows and read.has(skip_bracket(read, name[1]), "copulas")


def skip_bracket(read: RoleWords, at: int) -> int:
    """Past a bracket right behind a name: "Halloran (57)"."""
    if at < len(read.words) and read.words[at].surface in ("(", "（"):
        for ahead in range(at, min(at + MOST_BETWEEN, len(read.words))):
            if read.words[ahead].surface in (")", "）"):
                return ahead + 1
    return at


def skip_age(read: RoleWords, at: int) -> int:
    """Past an age between commas: "Halloran, 57, the founder of ..."."""
    if at + 1 < len(read.words) and read.words[at].surface in COMMAS and read.words[at + 1].surface.isdigit():
        for ahead in range(at + 2, min(at + 2 + MOST_UNKNOWN, len(read.words))):
            if read.words[ahead].surface in COMMAS:
                return ahead
    return at


def past_apposition(read: RoleWords, at: int) -> int | None:
    """The place behind an apposition between commas that begins at ``at`` and names nobody and no office: ", a Swede, "."""
    if at >= len(read.words) or read.words[at].surface not in COMMAS or read.has(at + 1, "relatives", "whose"):
        return None
    end = next(
        (end for end in range(at + 1, min(at + MOST_BETWEEN, len(read.words))) if read.words[end].surface in COMMAS), at
    )
    inside = range(at + 1, end)
    named = any(start in inside for start, _ in read.persons) or any(noun.start in inside for noun in read.nouns)
    spoken = any(read.has(place, "speaks", "copulas", "conjunctions") for place in inside)
    return end + 1 if inside and not named and not spoken else None


def apposition_end(read: RoleWords, start: int) -> int:
    """Where the words end that begin at ``start`` and run to a comma or a stop."""
    end = start
    while end < len(read.words) and end - start < LONGEST_APPOSITION:
        surface = read.words[end].surface
        quoted = surface in CLEAR_QUOTES and end - start < MOST_BETWEEN
        if surface in COMMAS or (surface in _STOPS and end > start and not (quoted or read.ends_unit(end))):
            break
        end += 1
    return end


def _leading_nouns(read: RoleWords, start: int, end: int) -> list[RoleNoun]:
    """The role nouns that the words begin with, several where they are joined."""
    found: list[RoleNoun] = []
    unknown = 0
    at = start
    told = {deed.start for deed in read.deeds if read.has(deed.start - 1, "relatives")}
    starts = {noun.start: noun for noun in read.nouns if noun.start not in told}
    while at < end:
        noun = starts.get(at)
        if noun is not None and _has_something(read, noun):
            at = noun.end + 1
            continue
        if noun is None and read.has(at, "kin", "whose"):
            break
        if noun is not None:
            said_of_another = unknown or any(read.has(before, "relatives") for before in range(start - 1, at))
            if said_of_another and is_title_of_another(read, noun):
                break
            found.append(noun)
            at = noun.end
            if not (read.has(at, "conjunctions") or _is_glued_conjunction(read, at)):
                break
            continue
        if any(first <= at < last for first, last in read.persons) or _begins_a_clause(read, at):
            break
        if not _may_precede(read, at):
            unknown += 1
            if unknown > MOST_UNKNOWN or found:
                break
        at += 1
    return found


def _has_something(read: RoleWords, noun: RoleNoun) -> bool:
    """Whether a noun only says whose the office behind it is: "the president’s lawyer"."""
    return noun.end < len(read.words) and read.words[noun.end].surface in POSSESSIVES


def _may_open(read: RoleWords, at: int) -> bool:
    known = read.in_term(at) or read.has(
        at, "articles", "former", "current", "unsettled", "relatives", "organization_nouns"
    )
    return known or any(noun.start == at for noun in read.nouns) or any(start == at for start, _ in read.organizations)


def _begins_a_clause(read: RoleWords, at: int) -> bool:
    """Whether what follows is no apposition of one person: "Halloran, said that two witnesses ..."."""
    if read.in_term(at):
        return False
    return read.has(at, "speaks", "numbers") or read.words[at].surface.isdigit()


def _is_glued_conjunction(read: RoleWords, at: int) -> bool:
    """Tell whether the next word is a role noun too, joined by a particle that is glued to it."""
    return any(noun.start == at for noun in read.nouns) and not read.words[at].surface[:1].isupper()


def _may_precede(read: RoleWords, at: int) -> bool:
    if read.in_term(at) or any(start <= at < end for start, end in read.organizations):
        return True
    return read.has(
        at,
        "articles",
        "former",
        "current",
        "unsettled",
        "of",
        "relatives",
        "copulas",
        "conjunctions",
        "organization_nouns",
    ) or read.words[at].surface in ("s", "’s", "'s", "’", "'", "-")
