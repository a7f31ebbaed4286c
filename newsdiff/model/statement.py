"""A statement: a whole sentence, as an article puts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence. ``language`` is the one it is written in; ``negations`` are the words in it that deny, folded."""

    text: str
    language: str = "und"
    negations: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """``text``."""
        return {"text": self.text}
