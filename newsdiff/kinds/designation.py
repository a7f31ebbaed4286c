"""Designations: the numbers of flights, lines, articles of law, aircraft. They count nothing, and compare with their like alone."""

from __future__ import annotations

from functools import lru_cache

from newsdiff.kinds.dates import read_dates
from newsdiff.kinds.figures import concept, key, read_figures, tell_figure
from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.kinds.quantity import DESIGNATION as UNIT
from newsdiff.lang import load_pack
from newsdiff.model import Claim, Document, Quantity, Reason, Span, overlapping
from newsdiff.parse.designations import find_designations
from newsdiff.parse.names import name_similarity

ONE_NAME = 0.75
"""How likely two names must be one for their numbers to be set side by side."""
SURE = 0.5
"""How sure an engine must be of a name to which a number belongs."""


@lru_cache(maxsize=256)
def read_designations(document: Document) -> tuple[tuple[Span, Quantity], ...]:
    """Every number of a document that names one flight, line, aircraft, with its place; none that is a figure or a date."""
    read = sorted([found.span for found in read_figures(document)] + [found.span for found in read_dates(document)])
    designations: list[tuple[Span, Quantity]] = []
    for sentence in document.sentences:
        names = [entity.span for entity in document.entities_in(sentence.span) if entity.score >= SURE]
        text = document.text[sentence.start : sentence.end]
        local = [name.shift(-sentence.start) for name in names]
        for found in find_designations(text, load_pack(sentence.language), local):
            if not overlapping(read, found.digits.shift(sentence.start)):
                number = float(found.number)
                value = Quantity(number, number, unit=UNIT, of=found.bearer, concept=found.concept)
                designations.append((found.span.shift(sentence.start), value))
    return tuple(designations)


def extract(document: Document) -> tuple[Claim, ...]:
    """One claim a designation."""
    return tuple(
        Claim(document.article.id, UNIT, span, document.text[span.start : span.end], value)
        for span, value in read_designations(document)
    )


def comparable(one: Quantity, other: Quantity) -> bool:
    """A flight with a flight, a number beside a name with one beside the same name."""
    if one.unit != UNIT or other.unit != UNIT or one.concept != other.concept:
        return False
    return one.concept is not None or name_similarity(one.of or "", other.of or "") >= ONE_NAME


def compare(one: Quantity, other: Quantity) -> Comparison:
    """Two numbers are one or they are not: how far apart they are tells nothing, since they measure nothing."""
    if one.low == other.low:
        return Comparison("equal", Reason("same_value", "the same number"))
    reason = Reason("different_value", "the numbers name two things")
    return Comparison("disjoint", reason, slip=sorted(_digits(one)) == sorted(_digits(other)))


def describe(value: Quantity) -> str:
    """What bears the number, and the number: ``flight 412``."""
    return f"{value.of} {_digits(value)}"


def _digits(value: Quantity) -> str:
    return f"{value.low:.0f}"


DESIGNATION = SlotKind(
    UNIT, "amount", extract, comparable, compare, describe, key, tell_figure, naming=True, concept=concept
)
