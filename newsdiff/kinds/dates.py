"""Reading the dates of a document once, for all kinds that need to know where they stand."""

from __future__ import annotations

from functools import lru_cache

from newsdiff.lang import load_pack
from newsdiff.model import Document
from newsdiff.parse.dates import FoundDate, find_dates


@lru_cache(maxsize=256)
def read_dates(document: Document) -> tuple[FoundDate, ...]:
    """All dates of a document, in order, with spans in the article."""
    dates: list[FoundDate] = []
    for sentence in document.sentences:
        text = document.text[sentence.start : sentence.end]
        dates += [
            FoundDate(found.span.shift(sentence.start), found.value)
            for found in find_dates(text, load_pack(sentence.language), document.article.published)
        ]
    return tuple(dates)
