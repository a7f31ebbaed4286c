"""Sums of money. Currencies are never converted."""

from __future__ import annotations

from newsdiff.kinds.figures import compare_figures, describe_figure, extract_figures, same_size, tell_figure
from newsdiff.kinds.kind import SlotKind
from newsdiff.model import Claim, Document, Quantity


def extract(document: Document) -> tuple[Claim, ...]:
    """Every sum of money."""
    return extract_figures(document, "money")


def comparable(one: Quantity, other: Quantity) -> bool:
    """Sums in one currency, or where one of the two does not name it."""
    if one.unit or other.unit or not same_size(one, other):
        return False
    if one.currency and other.currency:
        return one.currency == other.currency
    return (one if other.currency else other).of is None


def describe(value: Quantity) -> str:
    """The sum with its currency: ``>100 billion USD``."""
    return " ".join(part for part in (describe_figure(value), value.currency) if part)


def key(value: Quantity) -> str | None:
    """What is paid for, where the figure itself says so."""
    return value.of


MONEY = SlotKind("money", "amount", extract, comparable, compare_figures, describe, key, tell_figure)
