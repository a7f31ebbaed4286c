"""Where the numbers of a document stand: what is masked when its sentences are compared."""

from __future__ import annotations

from functools import lru_cache

from newsdiff.kinds.dates import read_dates
from newsdiff.kinds.designation import read_designations
from newsdiff.kinds.figures import read_figures
from newsdiff.model import Document, Span


@lru_cache(maxsize=256)
def spans_of(document: Document) -> tuple[Span, ...]:
    """The spans of all figures, dates and designations of a document, in order."""
    counted = [figure.span for figure in read_figures(document)] + [date.span for date in read_dates(document)]
    return tuple(sorted([*counted, *(span for span, _ in read_designations(document))]))
