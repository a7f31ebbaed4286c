"""The roles of persons, article by article, with organizations under their one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.align.actors.disputes import HEAD, with_disputes
from newsdiff.lang.pack import load_pack
from newsdiff.model import Document, Entity, Role, Span
from newsdiff.model.actor import Actor
from newsdiff.parse.roles import locate_roles

MINISTER, PRIME_MINISTER = "minister", "prime minister"


def collect_roles(documents: Sequence[Document], actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors, persons with the roles that each article gives them."""
    by_id = {document.article.id: _with_actors(document, actors) for document in documents}
    employers = _employers(actors)
    organizations = _organizations(actors)
    resolved = []
    for actor in actors:
        if actor.kind != "person":
            resolved.append(actor)
            continue
        roles: list[tuple[str, tuple[Role, ...]]] = []
        for article in actor.articles:
            found = [
                Role(
                    role.title,
                    _name_of(by_id[article], role.employer, employers),
                    role.standing,
                    role.stated,
                    role.exact,
                    role.written,
                    role.partial,
                )
                for mention in actor.in_article(article)
                for role in locate_roles(by_id[article], mention.span)
            ]
            if found:
                roles.append((article, _merge(_with_only_employer(found, organizations.get(article, frozenset())))))
        resolved.append(with_disputes(replace(actor, roles=_with_employers_elsewhere(roles, organizations)), by_id))
    return tuple(resolved)


def _with_actors(document: Document, actors: Sequence[Actor]) -> Document:
    """The document with the mentions of all actors for entities: those that no engine saw count as well."""
    entities = sorted(
        (
            Entity(mention.kind, mention.span.start, mention.span.end, mention.surface, mention.score)
            for actor in actors
            for mention in actor.in_article(document.article.id)
        ),
        key=lambda entity: entity.start,
    )
    return replace(document, entities=tuple(entities))


def _employers(actors: Sequence[Actor]) -> dict[str, list[tuple[Span, str]]]:
    """Article to the spans of its organizations and places, with the one name of each."""
    found: dict[str, list[tuple[Span, str]]] = {}
    for actor in actors:
        if actor.kind != "person":
            for mention in actor.mentions:
                found.setdefault(mention.article, []).append((mention.span, actor.name))
    return found


def _organizations(actors: Sequence[Actor]) -> dict[str, frozenset[str]]:
    """Article to the names of all its organizations."""
    found: dict[str, set[str]] = {}
    for actor in actors:
        for article in actor.articles if actor.kind == "organization" else ():
            found.setdefault(article, set()).add(actor.name)
    return {article: frozenset(names) for article, names in found.items()}


def _with_only_employer(roles: Sequence[Role], organizations: frozenset[str]) -> list[Role]:
    """The roles of a person, those of whoever leads a company held at the only one that can be meant.

    It is the one at which the person holds other such roles, else the only organization of the article.
    """
    heads = load_pack("und").people.company_heads
    held = {role.organization for role in roles if role.organization and role.title in heads}
    known = held or organizations
    if len(known) != 1:
        return list(roles)
    (only,) = known
    return [
        replace(role, organization=only) if role.organization is None and role.title in heads else role
        for role in roles
    ]


def _with_employers_elsewhere(
    roles: Sequence[tuple[str, tuple[Role, ...]]], organizations: dict[str, frozenset[str]]
) -> tuple[tuple[str, tuple[Role, ...]], ...]:
    """The roles of a person by article, an office without an organization held where the other articles say that it is.

    They must all say the same, give it the same standing, and name an organization that this article names as well.
    """
    return tuple(
        (article, _merge([_with_employer_elsewhere(role, article, roles, organizations) for role in own]))
        for article, own in roles
    )


def _with_employer_elsewhere(
    role: Role,
    article: str,
    roles: Sequence[tuple[str, tuple[Role, ...]]],
    organizations: dict[str, frozenset[str]],
) -> Role:
    if role.organization is not None or role.title is None or role.standing == "unknown":
        return role
    alike = [
        (other, held)
        for other, held_there in roles
        for held in held_there
        if held.organization is not None and held.standing == role.standing and _is_one_office(role, held)
    ]
    known = {held.organization for _, held in alike}
    if len(known) != 1 or any(other == article for other, _ in alike):
        return role
    (only,) = known
    return replace(role, organization=only, exact=False) if only in organizations.get(article, frozenset()) else role


def _is_one_office(role: Role, other: Role) -> bool:
    people = load_pack("und").people
    leading = {HEAD, *people.company_heads, *people.leading_roles}
    return role.title == other.title or {role.title, other.title} <= leading


def _name_of(document: Document, span: Span | None, employers: dict[str, list[tuple[Span, str]]]) -> str | None:
    """The one name of the organization at this span, or the text as it stands."""
    if span is None:
        return None
    known = (name for other, name in employers.get(document.article.id, ()) if span.overlaps(other))
    return next(known, document.text[span.start : span.end])


def _merge(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Roles without repetitions and without those that another says more of."""
    stated = {role for role in roles if role.stated}
    distinct = [replace(role, stated=role in stated) for role in dict.fromkeys(roles)]
    return tuple(role for role in distinct if not any(_says_more(other, role) for other in distinct if other != role))


def _says_more(other: Role, role: Role) -> bool:
    same_title = role.title in (None, other.title) or (role.title == MINISTER and _is_minister_of_a_field(other.title))
    covers = same_title and role.organization in (None, other.organization)
    return covers and role.standing in ("unknown", other.standing)


def _is_minister_of_a_field(title: str | None) -> bool:
    """Whether a title says of what somebody is a minister: "health minister"."""
    return title is not None and title.endswith(f" {MINISTER}") and title != PRIME_MINISTER
