"""An article: one text from one source, and the reason why a source gave none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from newsdiff.model.reason import Reason, Tell, in_english


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one source.

    ``text`` is NFC with Unix line ends and no control characters; every offset of the project counts
    code points in it. ``id`` is given by the pipeline (``a1``, ``a2``, ... in the order of the sources).
    """

    source: str
    text: str
    id: str = ""
    title: str | None = None
    language: str | None = None
    published: dt.date | None = None

    def to_dict(self) -> dict[str, Any]:
        """The article as the report's contract writes it."""
        return {
            "id": self.id,
            "source": self.source,
            "title": self.title,
            "language": self.language,
            "published": self.published.isoformat() if self.published else None,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that gave no article, and why."""

    source: str
    reason: Reason

    def to_dict(self, tell: Tell = in_english) -> dict[str, Any]:
        """``source`` and ``reason``, which ``tell`` writes."""
        return {"source": self.source, "reason": self.reason.to_dict(tell)}
