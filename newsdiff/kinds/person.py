"""Persons and the roles they hold or held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations

from newsdiff.kinds.kind import ActorKind, Comparison
from newsdiff.kinds.naming import compare_names, describe_name, extract_names
from newsdiff.lang import load_pack
from newsdiff.model import Claim, Document, Entity, Name, Reason, Role
from newsdiff.parse.names.similarity import name_similarity
from newsdiff.parse.roles import find_roles

ONE_TOWN = 0.3
"""How alike two names are that may be those of one town."""
_OTHER_ROLE = Reason("other_role", "not the same role in all articles")


def extract(document: Document) -> tuple[Claim, ...]:
    """Every mention of a person, with the roles that its sentence gives."""
    return extract_names(document, "person", _roles)


def compare(one: Name, other: Name) -> Comparison:
    """Spelling, the roles that both articles give, and their standing.

    Where an article says in so many words that a role is held at present, and the other that the same role was held once, both
    cannot be true; a mere title may be one that somebody kept, unless the other says in which year long past it ended. Two roles of which nobody holds both at once exclude each other
    in one organisation; where that is not told, they only differ.
    """
    opposed = [
        (role, counterpart)
        for role in one.roles or ()
        for counterpart in other.roles or ()
        if are_opposed(role, counterpart)
    ]
    if not opposed:
        return (
            _compare_offices(one, other)
            or _compare_standings(one, other)
            or _compare_towns(one, other)
            or compare_names(one, other)
        )
    excluding = [pair for pair in opposed if _exclude(*pair, one, other)]
    role = (excluding or opposed)[0][0]
    reason = Reason(
        "role_standing",
        "a current role at {organization} in one article, a former one in another",
        (("organization", role.organization or ""),),
    )
    return Comparison("disjoint" if excluding else "compatible", reason)


def describe(name: Name) -> str:
    """The spelling, and the first role whose standing is known."""
    shown = describe_name(name)
    role = next((role for role in name.roles or () if role.standing != "unknown" or role.organization), None)
    if role is None:
        return shown
    parts = [role.standing if role.standing == "former" else "", role.organization or "", role.title or ""]
    return f"{shown} ({' '.join(part for part in parts if part)})"


def word(name: Name, language: str, written: Mapping[str, str]) -> Name:
    """The person with titles in the words of a language: as they are ``written`` in it, else as its pack writes them first.

    Titles that it lacks stay English.
    """
    if name.roles is None:
        return name
    titles = {**_titles(language), **written}
    roles = (replace(role, title=titles.get(role.title or "", role.title)) for role in name.roles)
    return replace(name, roles=tuple(roles))


@cache
def _titles(language: str) -> dict[str, str]:
    """The first form of each title that a language's own pack has, by its English name."""
    pack, base = load_pack(language), load_pack("und").people.roles
    own = {title: forms[len(base.get(title, ())) :] for title, forms in pack.people.roles.items()}
    capital = pack.figures.nouns_capitalised
    return {title: forms[0].title() if capital else forms[0] for title, forms in own.items() if forms}


def _roles(document: Document, entity: Entity) -> tuple[Role, ...]:
    return find_roles(document, entity.span)


def are_opposed(role: Role, counterpart: Role) -> bool:
    """Whether one role is held and the other was once, in one office of one organization."""
    return (
        role.organization is not None
        and role.organization == counterpart.organization
        and role.partial == counterpart.partial
        and {role.standing, counterpart.standing} == {"current", "former"}
        and (_may_be_one_office(role, counterpart) or role.title is None or counterpart.title is None)
    )


def _may_be_one_office(role: Role, counterpart: Role) -> bool:
    """Whether two roles have one title, or one of them is that of whoever leads the organization, by whatever title."""
    titles = {role.title, counterpart.title}
    return len(titles) == 1 or ("head" in titles and titles <= {"head", *load_pack("und").people.leading_roles})


def _exclude(role: Role, counterpart: Role, one: Name, other: Name) -> bool:
    """Whether a role is said to be held at present, and in the other article it is former alone, or other articles dispute it.

    Where the other article says in which year it ended, the words for the very same office are enough.
    """
    if role.title is None or counterpart.title is None:
        return False
    if role.disputed and counterpart.disputed:
        return True
    current, former, theirs = (role, counterpart, other) if role.standing == "current" else (counterpart, role, one)
    if any(held == current for held in theirs.roles or ()):
        return False
    if role.title != counterpart.title:
        return current.stated and current.exact
    return current.stated or (former.stated and former.exact and current.exact)


def _compare_offices(one: Name, other: Name) -> Comparison | None:
    """How two current roles stand to each other of which nobody holds both at once; None without such."""
    pairs = [
        (role, counterpart)
        for role in one.roles or ()
        for counterpart in other.roles or ()
        if _are_two_offices(role, counterpart)
    ]
    if not pairs or any(
        _are_two_offices(*both) for roles in (one.roles, other.roles) for both in combinations(roles or (), 2)
    ):
        return None
    titles = [{role.title for role in name.roles or ()} for name in (one, other)]
    if any(role.title in titles[1] or counterpart.title in titles[0] for role, counterpart in pairs):
        return None
    excluding = [
        role for role, counterpart in pairs if role.organization and role.organization == counterpart.organization
    ]
    if excluding and all(role.exact for pair in pairs for role in pair):
        organization = (("organization", excluding[0].organization or ""),)
        return Comparison(
            "disjoint", Reason("other_role", "two roles at {organization} that nobody holds at once", organization)
        )
    if not excluding and all(role.organization and counterpart.organization for role, counterpart in pairs):
        return None
    return Comparison("compatible", _OTHER_ROLE)


def _compare_standings(one: Name, other: Name) -> Comparison | None:
    """How two standings of one title compare where not both articles say at which organization; None where they are the same."""
    standings = [
        {(role.title, role.standing) for role in name.roles or () if role.title and role.standing != "unknown"}
        for name in (one, other)
    ]
    shared = {title for title, _ in standings[0]} & {title for title, _ in standings[1]}
    unlike = [title for title in shared if not {held for held in standings[0] if held[0] == title} & standings[1]]
    open_ones = [role for name in (one, other) for role in name.roles or () if role.organization is None]
    if not any(role.title in unlike for role in open_ones):
        return None
    return Comparison("compatible", _OTHER_ROLE)


def _compare_towns(one: Name, other: Name) -> Comparison | None:
    """How the towns compare of which two articles call somebody the mayor; None where one has none, or two names may mean one."""
    ours, theirs = _towns(one), _towns(other)
    pairs = [(town, rival) for town in ours for rival in theirs]
    if not pairs or any(name_similarity(town, rival) >= ONE_TOWN for town, rival in pairs):
        return None
    towns = (("one", pairs[0][0]), ("other", pairs[0][1]))
    return Comparison(
        "compatible", Reason("other_town", "the same office, of {one} in one article and of {other} in another", towns)
    )


def _towns(name: Name) -> tuple[str, ...]:
    """Of what somebody holds at present an office that nobody holds in two towns."""
    return tuple(
        role.organization
        for role in name.roles or ()
        if role.title in load_pack("und").people.town_heads
        and role.standing == "current"
        and role.exact
        and role.organization is not None
    )


def _are_two_offices(role: Role, counterpart: Role) -> bool:
    """Whether two roles are held now of which nobody holds both at once."""
    return (
        role.title != counterpart.title
        and role.standing == counterpart.standing == "current"
        and any({role.title, counterpart.title} <= set(group) for group in load_pack("und").people.exclusive_roles)
    )


PERSON = ActorKind("person", extract, compare, describe, word)
