"""Reading the quotations of a document once, for all kinds that need them."""

from __future__ import annotations

from functools import lru_cache

from newsdiff.model import Document
from newsdiff.parse.quotations import FoundQuotation, find_quotations


@lru_cache(maxsize=256)
def read_quotations(document: Document) -> tuple[FoundQuotation, ...]:
    """All quotations of a document, in order."""
    return find_quotations(document)
