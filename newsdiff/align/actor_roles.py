"""The roles of persons, article by article, with organizations under their one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.model import Document, Entity, Role
from newsdiff.model.actor import Actor
from newsdiff.parse.romanize import fold


def collect_roles(documents: Sequence[Document], actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors, persons with the roles that each article gives them."""
    from newsdiff.parse.roles import find_roles

    by_id = {document.article.id: _with_actors(document, actors) for document in documents}
    names = _organizations(actors)
    resolved = []
    for actor in actors:
        if actor.kind != "person":
            resolved.append(actor)
            continue
        roles: dict[str, tuple[Role, ...]] = {}
        for article in actor.articles:
            found = [
                replace(role, organization=_canonical(role.organization, article, names))
                for mention in actor.in_article(article)
                for role in find_roles(by_id[article], mention.span)
            ]
            if found:
                roles[article] = _merge(found)
        resolved.append(replace(actor, roles=roles))
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


def _organizations(actors: Sequence[Actor]) -> dict[tuple[str, str], str]:
    """Article and spelling of every organization (and place, where nothing else has the name) to its one name."""
    names: dict[tuple[str, str], str] = {}
    for kind in ("person", "place", "organization"):
        for actor in actors:
            if actor.kind == kind:
                names.update({(mention.article, fold(mention.surface)): actor.name for mention in actor.mentions})
    return names


def _canonical(surface: str | None, article: str, names: dict[tuple[str, str], str]) -> str | None:
    if surface is None:
        return None
    return names.get((article, fold(surface)), surface)


def _merge(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Roles without repetitions and without those that another says more of."""
    distinct = list(dict.fromkeys(roles))
    return tuple(role for role in distinct if not any(_says_more(other, role) for other in distinct if other != role))


def _says_more(other: Role, role: Role) -> bool:
    fields = ((other.title, role.title), (other.organization, role.organization))
    covers = all(less is None or more == less for more, less in fields)
    return covers and (role.standing in ("unknown", other.standing)) and fields != ()
