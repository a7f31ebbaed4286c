"""What a duration measures, under one name in all languages: "three days of mourning", "Der Streik dauerte 48 Stunden".

What belongs here: which of the nouns that the packs list a time span is told of: one in its words, or one close to it with
nothing between but words that say so. The names are the keys of these lists; a span of no such thing has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.parse.figures.concepts import find_names, match_name
from newsdiff.parse.figures.found import FoundFigure
from newsdiff.parse.figures.reading import Reading

_FARTHEST = 3
"""How many words at most stand between a time span and what it measures."""
_TOO_LONG = 300 * 86400
"""Seconds: a year and more is an age, a term or a period."""


def name_durations(reading: Reading, found: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """The figures of a text, in order; those that are time spans under the name of what lasts so long, where it is known."""
    return tuple(
        replace(figure, value=replace(figure.value, concept=_measured(reading, figure))) if _is_span(figure) else figure
        for figure in found
    )


def _is_span(figure: FoundFigure) -> bool:
    value = figure.value
    return value.dimension == "time" and value.concept is None and value.si is not None and value.si < _TOO_LONG


def _measured(reading: Reading, figure: FoundFigure) -> str | None:
    table = reading.vocabulary
    start, end = reading.word_at(figure.span.start), reading.word_at(figure.span.end)
    within = next((name for name, _, _ in find_names(reading, table.lasting, start, end)), None)
    if within is not None:
        return within
    return _behind(reading, end) or _before(reading, start)


def _behind(reading: Reading, end: int) -> str | None:
    for at in range(end, end + _FARTHEST + 1):
        match = match_name(reading, reading.vocabulary.lasting, at)
        if match is not None:
            return match[0]
        if not _links(reading, at):
            break
    return None


def _before(reading: Reading, start: int) -> str | None:
    nearest = start - 1 if reading.vocabulary.words.lasting_leads else start - 2
    for at in range(start - 1, max(-1, start - _FARTHEST - 2), -1):
        match = match_name(reading, reading.vocabulary.lasting, at)
        if match is not None and match[1] <= nearest + 1:
            return match[0]
        if not _links(reading, at):
            break
    return None


def _links(reading: Reading, at: int) -> bool:
    """Whether a word may stand between a time span and what it measures: "lasts", "von", "for more than"."""
    table = reading.vocabulary
    return reading.kind(at) == "word" and (
        reading.folded(at) in table.lasting_links or table.bounds_before.match(reading.words, at) is not None
    )
