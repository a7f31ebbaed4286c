"""A node: what one article says at one point, once or repeatedly. Nodes are what is clustered into slots."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.align.context import Context
from newsdiff.model import Claim


@dataclass(frozen=True, slots=True)
class Node:
    """Claims of one article that say the same, with their contexts, the fullest claim first.

    ``telling`` says how much an equal value would prove: near 1 for 1,187,400, near 0 for 3.
    """

    claims: tuple[Claim, ...]
    contexts: tuple[Context, ...]
    telling: float

    @property
    def article(self) -> str:
        """The article's id."""
        return self.claims[0].article

    @property
    def kind(self) -> str:
        """The kind of its claims."""
        return self.claims[0].kind

    @property
    def position(self) -> float:
        """Where in the article the first mention stands, 0 to 1."""
        return min(context.position for context in self.contexts)

    @property
    def actors(self) -> frozenset[str]:
        """All actors named beside one of the mentions."""
        return frozenset(actor for context in self.contexts for actor in context.actors)

    @property
    def beside(self) -> frozenset[str]:
        """All places named right beside one of the mentions."""
        return frozenset(place for context in self.contexts for place in context.beside)
