"""Quantities: how many of what, and physical measures."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.kinds.figures import compare_figures, extract_figures, same_size, tell_figure, with_unit
from newsdiff.kinds.kind import SlotKind
from newsdiff.model import Claim, Document, Quantity


def extract(document: Document) -> tuple[Claim, ...]:
    """Every figure that counts or measures something."""
    return extract_figures(document, "quantity")


def comparable(one: Quantity, other: Quantity) -> bool:
    """A length with a length, a plain count with a plain count or a sum of money whose currency is not said."""
    if not same_size(one, other):
        return False
    if one.currency or other.currency:
        return one.unit == other.unit and (one if other.currency else other).of is None
    return one.unit == other.unit or (one.dimension is not None and one.dimension == other.dimension)


def key(value: Quantity) -> str | None:
    """What is counted."""
    return value.of


def rename(value: Quantity, key: str) -> Quantity:
    """The figure under another word for what it counts; one that does not say what it counts stays bare."""
    return replace(value, of=key) if value.of else value


QUANTITY = SlotKind(
    "quantity", "amount", extract, comparable, compare_figures, with_unit, key, tell_figure, rename=rename
)
