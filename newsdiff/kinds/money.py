"""Sums of money. Currencies are never converted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.kinds.figures import CENT, describe_figure, extract_figures, tell_figure
from newsdiff.kinds.figures import write_alike as spell_alike
from newsdiff.kinds.intervals import compare_figures, distance, is_change_beside_level
from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.model import Claim, Document, Quantity

HUNDRED = 100
FARTHEST = 3
"""Powers of ten between two sums that may still answer one question."""


def extract(document: Document) -> tuple[Claim, ...]:
    """Every sum of money."""
    return extract_figures(document, "money")


def comparable(one: Quantity, other: Quantity) -> bool:
    """Sums in one currency, or where one of the two leaves it open; with a bare number that counts nothing else."""
    one, other = _whole(one), _whole(other)
    if is_change_beside_level(one, other):
        return False
    if one.dimension or other.dimension or "score" in (one.unit, other.unit) or distance(one, other) > FARTHEST:
        return False
    if one.currency and other.currency:
        return one.currency == other.currency
    return (one if other.currency else other).of is None


def compare(one: Quantity, other: Quantity) -> Comparison:
    """Compare as intervals, cents with cents, else in whole dollars, euros and the like."""
    return compare_figures(one, other) if one.unit == other.unit else compare_figures(_whole(one), _whole(other))


def _whole(value: Quantity) -> Quantity:
    """Cents as a share of the currency whose hundredths they are."""
    if value.unit != CENT:
        return value
    low, high = (None if side is None else side / HUNDRED for side in (value.low, value.high))
    return replace(value, low=low, high=high, step=value.step / HUNDRED, unit=None)


def describe(value: Quantity) -> str:
    """The sum with its currency, or the word for it where that is open: ``>100 billion USD``, ``34 cents USD``, ``5 dollar``."""
    if value.unit == CENT:
        return " ".join(filter(None, (describe_figure(value), "cents", value.currency)))
    return " ".join(part for part in (describe_figure(value), value.currency or value.unit) if part)


def write_alike(values: Sequence[Quantity]) -> list[Quantity]:
    """The sums of one finding spelled alike: all in cents, or none."""
    if any(value.currency and value.unit != CENT for value in values):
        values = [_whole(value) for value in values]
    return spell_alike(values)


def key(value: Quantity) -> str | None:
    """What is paid for, where the figure itself says so."""
    return value.of


MONEY = SlotKind(
    "money",
    "amount",
    extract,
    comparable,
    compare,
    describe,
    key,
    tell_figure,
    needs_words=True,
    write_alike=write_alike,
)
