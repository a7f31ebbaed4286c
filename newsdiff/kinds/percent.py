"""Percentages and percentage points."""

from __future__ import annotations

from newsdiff.kinds.figures import compare_figures, describe_figure, extract_figures, tell_figure
from newsdiff.kinds.kind import SlotKind
from newsdiff.model import Claim, Document, Quantity


def extract(document: Document) -> tuple[Claim, ...]:
    """Every percentage."""
    return extract_figures(document, "percent")


def comparable(one: Quantity, other: Quantity) -> bool:
    """Percent with percent, points with points."""
    return one.unit == other.unit


def describe(value: Quantity) -> str:
    """The share with its sign: ``≈40 %``, ``2 points``."""
    return f"{describe_figure(value)} {'points' if value.unit == 'percentage_point' else '%'}"


def key(value: Quantity) -> str | None:
    """What it is a share of."""
    return value.of


def lemma(value: Quantity) -> str | None:
    """The same in the forms of a dictionary."""
    return value.lemma


PERCENT = SlotKind("percent", "percent", extract, comparable, compare_figures, describe, key, tell_figure, lemma=lemma)
