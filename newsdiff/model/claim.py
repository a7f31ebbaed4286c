"""A claim: a mention with a normalised value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from newsdiff.model.span import Span
from newsdiff.model.values import Value


@dataclass(frozen=True, slots=True)
class Claim:
    """A span of one article and what it says.

    ``article`` is the article's id; ``speaker`` the mention that names a quotation's speaker, where there is one.
    """

    article: str
    kind: str
    span: Span
    surface: str
    value: Value
    speaker: Span | None = None

    def to_dict(self) -> dict[str, Any]:
        """``kind``, ``start``, ``end``, ``surface``, ``value``."""
        return {
            "kind": self.kind,
            "start": self.span.start,
            "end": self.span.end,
            "surface": self.surface,
            "value": self.value.to_dict(),
        }
