"""Scores: the results of matches and votes, and records of them. They are no quantities, and compare with one another alone."""

from __future__ import annotations

from newsdiff.kinds.figures import extract_figures
from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.model import Claim, Document, Quantity, Reason

_TELLING = {2: 0.4, 3: 0.7}


def extract(document: Document) -> tuple[Claim, ...]:
    """Every score."""
    return extract_figures(document, "score")


def comparable(one: Quantity, other: Quantity) -> bool:
    """A score with a score, a record of three numbers with such a record."""
    return one.unit == other.unit and len(_points(one)) == len(_points(other))


def compare(one: Quantity, other: Quantity) -> Comparison:
    """Compare the points of both sides: whose they are only where both name them, as each article tells its own side first."""
    ours, theirs = (one.points, other.points) if one.named and other.named else (_points(one), _points(other))
    if ours == theirs:
        return Comparison("equal", Reason("same_value", "the same score"))
    apart = sum(abs(a - b) for a, b in zip(ours, theirs, strict=True)) / max(1.0, sum(ours) + sum(theirs))
    slip = _digits(one) == _digits(other)
    return Comparison("disjoint", Reason("different_value", "the scores exclude each other"), min(1.0, apart), slip)


def describe(value: Quantity) -> str:
    """The more points first: ``31–27``, ``14.5–13.5``; a record of three numbers as it is written, a named one with wins first."""
    if value.points:
        return "–".join(f"{number:g}" for number in value.points)
    low, high = _points(value)
    return f"{high:g}–{low:g}"


def key(_value: Quantity) -> str | None:
    """A score has no words of its own."""
    return None


def telling(value: Quantity) -> float:
    """How much an equal score proves: of 2-1 little, of 31-27 nearly all."""
    return _TELLING.get(len(_digits(value)), 0.9)


def _points(value: Quantity) -> tuple[float, ...]:
    """The points of both sides, the fewer first; those of a record in no order, as some name draws before losses."""
    return tuple(sorted(value.points)) or (value.low or 0.0, value.high or 0.0)


def _digits(value: Quantity) -> list[str]:
    return sorted(digit for points in _points(value) for digit in f"{points:g}" if digit.isdigit())


SCORE = SlotKind("score", "amount", extract, comparable, compare, describe, key, telling)
