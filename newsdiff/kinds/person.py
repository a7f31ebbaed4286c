"""Persons and the roles they hold or held."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from newsdiff.kinds.kind import ActorKind, Comparison
from newsdiff.kinds.naming import compare_names, describe_name, extract_names
from newsdiff.lang import load_pack
from newsdiff.model import Claim, Document, Entity, Name, Reason, Role
from newsdiff.parse.roles import find_roles


def extract(document: Document) -> tuple[Claim, ...]:
    """Every mention of a person, with the roles that its sentence gives."""
    return extract_names(document, "person", _roles)


def compare(one: Name, other: Name) -> Comparison:
    """Spelling, and the standing of the roles that both articles give for one organisation.

    Where an article says in so many words that a role is held at present, and the other that the same role was held once, both
    cannot be true; a mere title may be one that somebody kept.
    """
    opposed = [
        (role, counterpart)
        for role in one.roles or ()
        for counterpart in other.roles or ()
        if _opposed(role, counterpart)
    ]
    if not opposed:
        return compare_names(one, other)
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


def word(name: Name, language: str) -> Name:
    """The person with titles as the pack of a language writes them first; titles that it lacks stay English."""
    if name.roles is None:
        return name
    titles = _titles(language)
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


def _opposed(role: Role, counterpart: Role) -> bool:
    return (
        role.organization is not None
        and role.organization == counterpart.organization
        and {role.standing, counterpart.standing} == {"current", "former"}
        and (role.title == counterpart.title or role.title is None or counterpart.title is None)
    )


def _exclude(role: Role, counterpart: Role, one: Name, other: Name) -> bool:
    """Whether a role is said to be held at present, and in the other article it is former alone."""
    if role.title is None or role.title != counterpart.title:
        return False
    current, theirs = (role, other) if role.standing == "current" else (counterpart, one)
    again = any(held == current for held in theirs.roles or ())
    return current.stated and not again


PERSON = ActorKind("person", extract, compare, describe, word)
