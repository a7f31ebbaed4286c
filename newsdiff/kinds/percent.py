"""Percentages and percentage points."""

from __future__ import annotations

from newsdiff.kinds.figures import concept, describe_figure, extract_figures, key, lemma, tell_figure
from newsdiff.kinds.intervals import compare_figures
from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.model import Claim, Document, Quantity, Reason


def extract(document: Document) -> tuple[Claim, ...]:
    """Every percentage."""
    return extract_figures(document, "percent")


def comparable(one: Quantity, other: Quantity) -> bool:
    """Percent with percent, points with points; one with the other where the number is the same, which is easily confused."""
    return one.unit == other.unit or (one.low, one.high) == (other.low, other.high)


def compare(one: Quantity, other: Quantity) -> Comparison:
    """Compare as intervals; the same number of percent and of points is told apart, and never agrees."""
    if one.unit == other.unit:
        return compare_figures(one, other)
    reason = Reason("percent_or_points", "percent in one article, percentage points in another")
    return Comparison("compatible" if (one.low, one.high) == (other.low, other.high) else "unknown", reason)


def describe(value: Quantity) -> str:
    """The share with its sign: ``≈40 %``, ``2 points``."""
    return f"{describe_figure(value)} {'points' if value.unit == 'percentage_point' else '%'}"


PERCENT = SlotKind(
    "percent",
    "percent",
    extract,
    comparable,
    compare,
    describe,
    key,
    tell_figure,
    lemma=lemma,
    concept=concept,
    needs_words=True,
)
