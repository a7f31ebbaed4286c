"""Scores: the results of matches and votes. They are no quantities, and compare with one another alone."""

from __future__ import annotations

from newsdiff.kinds.figures import extract_figures
from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.model import Claim, Document, Quantity, Reason

_TELLING = {2: 0.4, 3: 0.7}


def extract(document: Document) -> tuple[Claim, ...]:
    """Every score."""
    return extract_figures(document, "score")


def comparable(one: Quantity, other: Quantity) -> bool:
    """A score with a score."""
    return one.unit == other.unit


def compare(one: Quantity, other: Quantity) -> Comparison:
    """Compare the points of both sides. Whose they are is not asked: each article names its own side first."""
    (low_a, high_a), (low_b, high_b) = _points(one), _points(other)
    if (low_a, high_a) == (low_b, high_b):
        return Comparison("equal", Reason("same_value", "the same score"))
    points = max(1.0, low_a + high_a + low_b + high_b)
    apart = (abs(low_a - low_b) + abs(high_a - high_b)) / points
    slip = _digits(one) == _digits(other)
    return Comparison("disjoint", Reason("different_value", "the scores exclude each other"), min(1.0, apart), slip)


def describe(value: Quantity) -> str:
    """The more points first: ``31–27``, ``14.5–13.5``."""
    low, high = _points(value)
    return f"{high:g}–{low:g}"


def key(_value: Quantity) -> str | None:
    """A score has no words of its own."""
    return None


def telling(value: Quantity) -> float:
    """How much an equal score proves: of 2-1 little, of 31-27 nearly all."""
    return _TELLING.get(len(_digits(value)), 0.9)


def _points(value: Quantity) -> tuple[float, float]:
    return value.low or 0.0, value.high or 0.0


def _digits(value: Quantity) -> list[str]:
    return sorted(digit for points in _points(value) for digit in f"{points:g}" if digit.isdigit())


SCORE = SlotKind("score", "amount", extract, comparable, compare, describe, key, telling)
