"""The marks between the words that tell a role."""

from __future__ import annotations

COMMAS = frozenset({",", "،", "，"})
CLEAR_QUOTES = frozenset({"“", "”", "„", '"', "«", "»", "‘"})
"""Quotation marks that are never an apostrophe."""
QUOTES = CLEAR_QUOTES | {"’"}
"""Marks that stand around a quotation or a name."""
OPENING_QUOTES = frozenset({"«", "“", "„", '"'})
"""Those that may stand before the name of an institution."""
SINGLE_QUOTES = frozenset({"'", "‘", "’"})
"""Marks that are apostrophes inside a word, and quotation marks where they stand alone."""
