"""A phrase: a sentence of ours with blanks, kept apart from what fills them so that a report can say it in any language."""

from __future__ import annotations

from dataclasses import dataclass

Filling = str | int


@dataclass(frozen=True, slots=True)
class Phrase:
    """An English message with ``{names}`` in it, and what stands for them.

    ``plural`` is the message where the value ``count`` is not one. A message without values is taken as it stands,
    braces and all.
    """

    message: str
    values: tuple[tuple[str, Filling], ...] = ()
    plural: str = ""

    @property
    def count(self) -> int:
        """The number that decides between message and plural."""
        return int(dict(self.values).get("count", 1))

    @property
    def text(self) -> str:
        """The phrase in English."""
        return self.fill(self.plural if self.plural and self.count != 1 else self.message)

    def fill(self, message: str) -> str:
        """Put the values into a translation of the message."""
        return message.format(**dict(self.values)) if self.values else message


def phrase(message: str, **values: Filling) -> Phrase:
    """Make a phrase. The message is a literal: the catalogues are made from those."""
    return Phrase(message, tuple(values.items()))


def phrases(one: str, many: str, count: int, **values: Filling) -> Phrase:
    """Make a phrase that depends on ``{count}``. Both messages are literals."""
    return Phrase(one, (("count", count), *values.items()), many)
