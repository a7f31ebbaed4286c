"""What reading figures gives: a figure with its kind, its place and its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from newsdiff.model.span import Span
from newsdiff.model.values import Quantity

FigureKind = Literal["quantity", "money", "percent", "score"]


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure of a text: its kind, its place and its value."""

    kind: FigureKind
    span: Span
    value: Quantity
