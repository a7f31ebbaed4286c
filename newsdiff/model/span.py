"""A span: half-open code-point offsets into the text of one article."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """``text[start:end]``, counted in code points."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same span in a text that begins ``by`` code points earlier."""
        return Span(self.start + by, self.end + by)


def overlapping(spans: Sequence[Span], within: Span) -> Sequence[Span]:
    """Those of ``spans`` (in order, not overlapping one another) that overlap ``within``; found by bisection."""
    first = bisect_right(spans, within.start, key=lambda span: span.end)
    return spans[first : bisect_left(spans, within.end, first, key=lambda span: span.start)]
