"""A reason: a code for programs and a sentence for people."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from newsdiff.model.phrase import Filling, Phrase


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is.

    ``code`` is stable. ``message`` is the English sentence, a literal with ``{names}`` for its ``values``, so that a
    report can say it in any language; ``also`` is what is to be said besides.
    """

    code: str
    message: str
    values: tuple[tuple[str, Filling], ...] = ()
    also: tuple[Phrase, ...] = ()

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """All that is to be said, in order."""
        return (Phrase(self.message, self.values), *self.also)

    @property
    def text(self) -> str:
        """The reason in English."""
        return "; ".join(phrase.text for phrase in self.phrases)

    def to_dict(self, tell: Tell) -> dict[str, str]:
        """``code`` and ``text``, which ``tell`` writes."""
        return {"code": self.code, "text": tell(self)}

    def and_also(self, phrase: Phrase) -> Reason:
        """The same reason with one thing more to say."""
        return replace(self, also=(*self.also, phrase))


Tell = Callable[[Reason], str]
"""Writes a reason for people."""


def in_english(reason: Reason) -> str:
    """Write a reason as the contract has it where no other language is asked for."""
    return reason.text
