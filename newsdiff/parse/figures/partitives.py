"""Parts of what an earlier figure counts: "47 were injured, twelve of them badly" counts twelve of the injured.

What belongs here: a figure without a noun of its own that "of them", "davon", "di cui" and the like make a part of the figure
before it. A part whose whole stands right behind it ("three of the four bridges") is for ``lending``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.parse.figures.changed import share_over_change
from newsdiff.parse.figures.found import FoundFigure
from newsdiff.parse.figures.reading import Reading

_ENDS = frozenset(".;!?।؛")
_FARTHEST = 12
"""Words between a part and its whole at most."""


def share_with_parts(reading: Reading, found: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """The figures of a text, in order; those that are a part of the one before them count the same.

    So do, before that, the two figures of a change: "of the injured, whose number rose from 27 to 31, three are children".
    """
    figures = list(share_over_change(reading, found))
    for at in range(1, len(figures)):
        part, whole = figures[at], figures[at - 1]
        if not (_is_bare(part) and _is_larger(whole, part)) or (
            at > 1 and _is_one_of_two(reading, figures[at - 2], whole, part)
        ):
            continue
        if _is_called_part(reading, whole, part):
            counted = whole.value
            lent = replace(part.value, of=counted.of, lemma=counted.lemma, concept=counted.concept, part=True)
            figures[at] = replace(part, value=lent)
    return tuple(figures)


def _is_bare(figure: FoundFigure) -> bool:
    value = figure.value
    return figure.kind == "quantity" and value.unit is None and value.of is None and value.concept is None


def _is_larger(whole: FoundFigure, part: FoundFigure) -> bool:
    """Whether the one is a larger count than the other, and says of what."""
    if whole.kind != "quantity" or whole.value.unit is not None or (whole.value.of or whole.value.concept) is None:
        return False
    return whole.value.high is None or (part.value.low is not None and part.value.low < whole.value.high)


def _is_one_of_two(reading: Reading, first: FoundFigure, whole: FoundFigure, part: FoundFigure) -> bool:
    """Whether the part may be of either of two counts in one phrase: "61 goals in 90 matches, 17 of them"."""
    if not _is_larger(first, part) or first.value.of == whole.value.of:
        return False
    start, end = reading.word_at(first.span.end), reading.word_at(whole.span.start)
    return not any(
        reading.kind(at) != "word" or reading.folded(at) in reading.vocabulary.joiners for at in range(start, end)
    )


def _is_called_part(reading: Reading, whole: FoundFigure, part: FoundFigure) -> bool:
    """Whether words that make a figure a part stand right before it, but for its bound, or right behind it."""
    table = reading.vocabulary
    start, end = reading.word_at(part.span.start), reading.word_at(part.span.end)
    first = reading.word_at(whole.span.end)
    if start - first > _FARTHEST or any(_ends_sentence(reading, at) for at in range(first, start)):
        return False
    bound = table.bounds_before.match_back(reading.words, start)
    before = start if bound is None else bound[1]
    led = table.parts_before.match_back(reading.words, before)
    return (led is not None and led[1] >= first) or table.parts_behind.match(reading.words, end) is not None


def _ends_sentence(reading: Reading, at: int) -> bool:
    return reading.kind(at) == "break" or reading.folded(at) in _ENDS
