"""Figures that tell what is allowed, not what was measured: the 80 of "140 km/h on a stretch limited to 80".

What belongs here: which figures words such as "limited to" make a limit, and the unit that a bare one takes from the measure
beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.model.values import Quantity
from newsdiff.parse.figures.found import FoundFigure
from newsdiff.parse.figures.reading import Reading

_RATE = "_per_"
_WITHIN = 10
"""How many times the limit a measure may be that lends it its unit, or the other way round."""


def tell_allowed(reading: Reading, found: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """The figures of a text, in order; those that are a limit are called so, with the unit of the measure beside them."""
    return tuple(
        _call_allowed(figure, [*found[max(0, at - 1) : at], *found[at + 1 : at + 2]])
        if figure.kind == "quantity" and figure.value.of is None and _is_allowed(reading, figure)
        else figure
        for at, figure in enumerate(found)
    )


def _is_allowed(reading: Reading, figure: FoundFigure) -> bool:
    start, end = reading.word_at(figure.span.start), reading.word_at(figure.span.end)
    table = reading.vocabulary
    bound = table.bounds_before.match_back(reading.words, start)
    places = (start,) if bound is None else (start, bound[1])
    led = any(table.allowed_before.match_back(reading.words, place) is not None for place in places)
    return led or table.allowed_behind.match(reading.words, end) is not None


def _call_allowed(figure: FoundFigure, beside: Sequence[FoundFigure]) -> FoundFigure:
    """The figure as a limit, in the unit of the first measure beside it that is of its size; unchanged without any unit.

    Of the hours of a speed a limit is often silent: "104 kilometres an hour where 80 kilometres are allowed".
    """
    value = figure.value
    for other in (each.value for each in beside if each.kind == "quantity"):
        rate = f"{value.unit}{_RATE}"
        if other.si is not None and (value.unit is None or str(other.unit).startswith(rate)) and _alike(value, other):
            value = replace(value, unit=other.unit, dimension=other.dimension, si=other.si)
            break
    return figure if value.unit is None else replace(figure, value=replace(value, allowed=True))


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether two figures are of a size."""
    number, size = one.high or one.low, other.low or other.high
    return bool(number and size) and 1 / _WITHIN <= (size or 0.0) / (number or 1.0) <= _WITHIN
