"""An actor: a person, organization or place, with every mention of it in all articles."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.model.span import Span
from newsdiff.model.values import Role


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span of one article that names an actor. ``score`` is how sure it is that the span names something (0 to 1).

    ``nominative`` is the name where the surface is a case of it, and else empty.
    """

    article: str
    span: Span
    kind: str
    surface: str
    score: float
    nominative: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that the articles name.

    ``name`` is one form for all articles: the most frequent full Latin one where there is any. ``variants`` are all
    other spellings, sorted. ``mentions`` are in the order of article and span. ``roles`` holds, for each article that
    gives a person any, its id and these roles; a role's organization is the canonical name where it is an actor itself.
    """

    id: str
    kind: str
    name: str
    variants: tuple[str, ...]
    mentions: tuple[Mention, ...]
    roles: tuple[tuple[str, tuple[Role, ...]], ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles that name it, in order."""
        return tuple(dict.fromkeys(mention.article for mention in self.mentions))

    def in_article(self, article: str) -> tuple[Mention, ...]:
        """Its mentions in one article, in order."""
        return tuple(mention for mention in self.mentions if mention.article == article)

    def roles_in(self, article: str) -> tuple[Role, ...]:
        """The roles that one article gives it, in the order of the article."""
        return next((roles for known, roles in self.roles if known == article), ())
