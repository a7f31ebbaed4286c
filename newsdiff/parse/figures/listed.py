"""What listed figures lend one another: the unit of "33, 34 and 39 years", the age of "aged 15 and 17".

What belongs here: figures that have been read, side by side in the text, of which one alone has the unit of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.parse.figures.found import FoundFigure
from newsdiff.parse.figures.vocabulary import Vocabulary
from newsdiff.parse.figures.words import fold


def _joins(words: Sequence[str], table: Vocabulary) -> bool:
    """Whether the words between two figures are "and", with or without the article of the second ("e dei")."""
    return bool(words) and words[0] in table.joiners and all(word in table.definite for word in words[1:])


def share_units(text: str, found: list[FoundFigure], table: Vocabulary) -> tuple[FoundFigure, ...]:
    """Give the unit of "33, 34 and 39 years" to the bare numbers that are listed before it."""
    chained = False
    for at in range(len(found) - 2, -1, -1):
        figure, after = found[at], found[at + 1]
        between = fold(text[figure.span.end : after.span.start]).split()
        linked = between[:1] == [","] if chained and len(between) == 1 else _joins(between, table)
        bare = figure.value.unit is None and figure.value.of is None and figure.kind == "quantity"
        chained = linked and bare and after.kind == "quantity" and after.value.unit is not None
        if chained:
            unit, dimension, si = after.value.unit, after.value.dimension, after.value.si
            found[at] = replace(figure, value=replace(figure.value, unit=unit, dimension=dimension, si=si))
    for at in range(1, len(found)):
        age, other = found[at - 1], found[at]
        between = fold(text[age.span.end : other.span.start]).split()
        bare = other.kind == "quantity" and other.value.unit is None and other.value.of is None
        listed = _joins(between, table) or (between == [","] and _is_listed(text, found, at, table))
        if bare and listed and _is_bare_age(text, age):
            found[at] = replace(other, value=replace(age.value, low=other.value.low, high=other.value.high))
    return tuple(found)


def _is_listed(text: str, found: Sequence[FoundFigure], at: int, table: Vocabulary) -> bool:
    """Whether "and" and the next bare number follow the figure ``at``: the 31 of "22, 31 and 45"."""
    if at + 1 >= len(found) or found[at + 1].value.unit is not None or found[at + 1].value.of is not None:
        return False
    return _joins(fold(text[found[at].span.end : found[at + 1].span.start]).split(), table)


def _is_bare_age(text: str, figure: FoundFigure) -> bool:
    """Whether digits alone are an age: the first of "aged 15 and 17"."""
    return figure.value.unit == "year" and text[figure.span.start : figure.span.end].isdigit()
