"""Designations: the numbers of flights, lines, articles of law, aircraft. They count nothing, and compare with their like alone."""

from __future__ import annotations

import re
from functools import lru_cache

from newsdiff.kinds.dates import read_dates
from newsdiff.kinds.figures import concept, key, read_figures, tell_figure
from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.kinds.quantity import DESIGNATION as UNIT
from newsdiff.lang import load_pack
from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Claim, Document, Quantity, Reason, Span, overlapping
from newsdiff.parse.designations import find_designations
from newsdiff.parse.names import name_similarity
from newsdiff.parse.names.declension import nominatives
from newsdiff.parse.names.territories import place_of

ONE_NAME = 0.75
"""How likely two names must be one for their numbers to be set side by side."""
SURE = 0.5
"""How sure an engine must be, of all mentions together, of a name to which a number belongs."""


@lru_cache(maxsize=256)
def read_designations(document: Document) -> tuple[tuple[Span, Quantity], ...]:
    """Every number of a document that names one flight, line, aircraft, with its place; none that is a figure or a date."""
    read = sorted([found.span for found in read_figures(document)] + [found.span for found in read_dates(document)])
    names = _sure_names(document)
    designations: list[tuple[Span, Quantity]] = []
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        named = [Span(*match.span()) for match in names.finditer(text)]
        for found in find_designations(text, load_pack(sentence.language), named):
            if not overlapping(read, found.digits.shift(sentence.start)):
                number = float(found.number)
                value = Quantity(number, number, unit=UNIT, of=found.bearer, concept=found.concept)
                designations.append((found.span.shift(sentence.start), value))
    return tuple(designations)


def _sure_names(document: Document) -> re.Pattern[str]:
    """The names that an engine is sure of, wherever they stand: what it saw in one sentence it may have missed in the next.

    Not those of places that everybody knows: France has no number.
    """
    doubts: dict[str, float] = {}
    for entity in document.entities:
        doubts[entity.surface] = doubts.get(entity.surface, 1.0) * (1 - entity.score)
    pack = load_pack(document.language)
    sure = [name for name, doubt in doubts.items() if 1 - doubt >= SURE and not _is_known_place(name, pack)]
    sure.sort(key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sure))})" if sure else r"(?!)")


def _is_known_place(name: str, pack: LanguagePack) -> bool:
    bare = (name.removeprefix(clitic) for clitic in ("", *pack.people.proclitics))
    return place_of((*bare, *nominatives(name, pack)), pack.code) is not None


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
