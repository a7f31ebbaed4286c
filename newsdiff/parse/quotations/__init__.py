"""Quotations: direct, indirect and unmarked ones, and who said them."""

from newsdiff.parse.quotations.openings import opens_sentence
from newsdiff.parse.quotations.reader import FoundQuotation, find_quotations

__all__ = ["FoundQuotation", "find_quotations", "opens_sentence"]
