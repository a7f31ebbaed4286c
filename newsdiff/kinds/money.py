"""Sums of money. Currencies are never converted."""

from __future__ import annotations

from newsdiff.kinds.figures import compare_figures, describe_figure, distance, extract_figures, tell_figure
from newsdiff.kinds.kind import SlotKind
from newsdiff.model import Claim, Document, Quantity

FARTHEST = 3
"""Powers of ten between two sums that may still answer one question."""


def extract(document: Document) -> tuple[Claim, ...]:
    """Every sum of money."""
    return extract_figures(document, "money")


def comparable(one: Quantity, other: Quantity) -> bool:
    """Sums in one currency, or where one of the two leaves it open; with a bare number that counts nothing else."""
    if one.dimension or other.dimension or "score" in (one.unit, other.unit) or distance(one, other) > FARTHEST:
        return False
    if one.currency and other.currency:
        return one.currency == other.currency
    return (one if other.currency else other).of is None


def describe(value: Quantity) -> str:
    """The sum with its currency, or the word for it where that is open: ``>100 billion USD``, ``5 million dollar``."""
    return " ".join(part for part in (describe_figure(value), value.currency or value.unit) if part)


def key(value: Quantity) -> str | None:
    """What is paid for, where the figure itself says so."""
    return value.of


MONEY = SlotKind("money", "amount", extract, comparable, compare_figures, describe, key, tell_figure)
