"""The two figures of a change, "rose from 27 to 31", "2.4 से घटकर 2.1": what one of them counts the other counts, too.

What belongs here: figures that have been read and stand in a change. What a unit or a scale lends them is in ``ranges``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsdiff.parse.figures.found import FoundFigure
from newsdiff.parse.figures.reading import Reading


def share_over_change(reading: Reading, found: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """The figures of a text, in order; of a change the one that does not say what it counts counts what the other does."""
    figures = list(found)
    for at, (first, second) in enumerate(pairwise(found)):
        if _is_bare(first) == _is_bare(second) or not (_is_count(first) and _is_count(second)):
            continue
        if _is_change(reading, first, second):
            bare, told = (at, second) if _is_bare(first) else (at + 1, figures[at])
            counted = told.value
            lent = replace(figures[bare].value, of=counted.of, lemma=counted.lemma, concept=counted.concept)
            figures[bare] = replace(figures[bare], value=lent)
    return tuple(figures)


def _is_count(figure: FoundFigure) -> bool:
    return figure.kind == "quantity" and figure.value.unit is None


def _is_bare(figure: FoundFigure) -> bool:
    return figure.value.of is None and figure.value.concept is None


def _is_change(reading: Reading, first: FoundFigure, second: FoundFigure) -> bool:
    """Whether nothing but the words that link a change stands between two figures: "from" before the first, and "to"."""
    start, end, behind = map(reading.word_at, (first.span.start, first.span.end, second.span.start))
    table = reading.vocabulary
    link = table.changes.get(reading.folded(start - 1), table.change_links).match(reading.words, end)
    return link is not None and link[1] == behind
