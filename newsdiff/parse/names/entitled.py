"""Titles of works, and the names inside them that nobody means: "The Salt Road", «La via del sale», „Ein Haus in Triest“.

What belongs here: a few words in marks that hold an entity and more than it. A name that is all that stands in marks is left
alone, as is one of which an engine is sure: a country in three words that somebody said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from newsdiff.model import Document, Entity, Span
from newsdiff.parse.quotations.quote_marks import pair_marks, paragraphs

MOST_WORDS = 6
SURE = {"person": 0.95, "organization": 0.85, "place": 0.7}
"""How sure an engine has to be of a name inside a title. Of those that it was less sure of in the labelled texts, few are names
there (docs/figures.md)."""
_SENTENCE_ENDS = ".!?…।؟。！？"
_LEADS = tuple(":,،：，")


def without_entitled(document: Document) -> Document:
    """The document without the unsure entities that are a part of a title."""
    titles = list(_titles(document.text)) if any(_is_unsure(entity) for entity in document.entities) else []
    if not titles:
        return document
    starts = [title.start for title in titles]
    kept = tuple(
        entity for entity in document.entities if not (_is_unsure(entity) and _is_inside(entity, titles, starts))
    )
    return replace(document, entities=kept)


def _is_unsure(entity: Entity) -> bool:
    return entity.score < SURE.get(entity.kind, 0.0)


def _is_inside(entity: Entity, titles: list[Span], starts: list[int]) -> bool:
    at = bisect_left(starts, entity.end) - 1
    return at >= 0 and titles[at].covers(entity.span) and titles[at] != entity.span


def _titles(text: str) -> Iterator[Span]:
    """The stretches of a few words between marks that are no sentence, nor led to as what somebody said."""
    for paragraph in paragraphs(text):
        for pair in pair_marks(text, paragraph).pairs:
            inner = pair.inner
            said = (
                text[inner.end - 1] in _SENTENCE_ENDS
                or text[paragraph.start : pair.outer.start].rstrip()[-1:] in _LEADS
            )
            if not said and 1 < len(text[inner.start : inner.end].split()) <= MOST_WORDS:
                yield inner
