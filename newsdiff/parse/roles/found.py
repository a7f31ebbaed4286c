"""A role as the text gives it."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.model import Span, Standing


@dataclass(frozen=True, slots=True)
class FoundRole:
    """A role with the span of the organization it is held at, if the text names one.

    ``stated`` tells that the text itself says that it is held at present, or in which year it ended, ``exact`` that its words name this office and no
    other, and that it is held for good, ``partial`` that it is the office of a part of the organization ("head of safety"), ``written``
    what its words are.
    """

    title: str
    employer: Span | None
    standing: Standing
    stated: bool = False
    exact: bool = False
    written: str | None = None
    partial: bool = False
