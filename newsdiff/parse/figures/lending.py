"""What a part and its whole lend each other: both count bridges in "three of the four bridges".

What belongs here: two figures that have been read, side by side in the text, of which one alone has the noun of both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsdiff.parse.figures.found import FoundFigure
from newsdiff.parse.figures.vocabulary import Vocabulary
from newsdiff.parse.figures.words import PhraseTable, split_words

_FEW_LETTERS = 30


def share_nouns(text: str, found: Sequence[FoundFigure], table: Vocabulary) -> tuple[FoundFigure, ...]:
    """The figures of a text, in order, where so many are said to be out of so many with the noun that either has."""
    figures = list(found)
    for at, (part, whole) in enumerate(pairwise(found)):
        if _is_part_of(text, part, whole, table):
            noun, concept = part.value.of or whole.value.of, part.value.concept or whole.value.concept
            figures[at] = replace(part, value=replace(part.value, of=noun, concept=concept))
            figures[at + 1] = replace(whole, value=replace(whole.value, of=noun, concept=concept))
    return tuple(figures)


def _is_part_of(text: str, part: FoundFigure, whole: FoundFigure, table: Vocabulary) -> bool:
    """Whether words such as "of the" join a smaller count to a larger one, and one of them is without a noun.

    Also "three points out of four", where the noun stands behind the first.
    """
    if (part.value.of is None) == (whole.value.of is None):
        return False
    behind_noun = (table.named_ratio_links, table.ratio_links)
    return _are_joined(text, part, whole, table, _before_noun(table) if part.value.of is None else behind_noun)


def is_whole_of(text: str, part: FoundFigure, whole: FoundFigure, table: Vocabulary) -> bool:
    """Whether words such as "of the" join a smaller count to a larger one behind it."""
    return _are_joined(text, part, whole, table, _before_noun(table))


def _before_noun(table: Vocabulary) -> tuple[PhraseTable[bool], ...]:
    return table.whole_links, table.ratio_of_ten_links, table.ratio_links


def _are_joined(
    text: str, part: FoundFigure, whole: FoundFigure, table: Vocabulary, joining: tuple[PhraseTable[bool], ...]
) -> bool:
    start, end = part.span.end, whole.span.start
    counts = all(figure.kind == "quantity" and figure.value.unit is None for figure in (part, whole))
    if not counts or end - start > _FEW_LETTERS:
        return False
    if part.value.low is None or whole.value.high is None or part.value.low >= whole.value.high:
        return False
    between = split_words(text[start:end])
    for links in joining:
        link = links.match(between, 0)
        if link is not None:
            return all(word.folded in table.definite for word in between[link[1] :])
    return False
