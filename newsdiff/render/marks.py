"""The full articles with their evidence marked, cut so that marks nest and none crosses a line or another mark."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from dataclasses import dataclass

from newsdiff.model import VERDICTS, Span, Verdict
from newsdiff.render.places import direction_of
from newsdiff.render.safe import one_line
from newsdiff.render.view import Column, View


@dataclass(frozen=True, slots=True)
class Part:
    """Text, or where a mark opens or closes.

    ``mark`` is the name of the evidence that opens; ``first`` tells whether this is the first piece of it, ``verdict``
    is the gravest of the findings that rest on it.
    """

    text: str = ""
    mark: str = ""
    first: bool = False
    verdict: Verdict | None = None

    @property
    def closes(self) -> bool:
        """Whether a mark ends here."""
        return not self.text and not self.mark


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an article that is not blank, with its number from 1."""

    number: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """An article to be shown in full."""

    column: Column
    direction: str
    lines: tuple[Line, ...]


def mark_name(article: str, span: Span) -> str:
    """The name of a piece of evidence, the same wherever it is shown: ``a1-10-24``."""
    return f"{article}-{span.start}-{span.end}"


def mark_articles(view: View) -> tuple[MarkedArticle, ...]:
    """All articles in full, with all evidence of all findings marked."""
    verdicts: dict[str, dict[Span, Verdict]] = {column.article.id: {} for column in view.columns}
    for row in view.rows:
        for cell in row.said:
            spans = verdicts[cell.column.article.id]
            for passage in cell.passages:
                known = spans.get(passage.evidence.span, row.finding.verdict)
                spans[passage.evidence.span] = min(known, row.finding.verdict, key=VERDICTS.index)
    return tuple(
        MarkedArticle(column, direction_of(column.article.text), tuple(_lines(column, verdicts[column.article.id])))
        for column in view.columns
    )


def _lines(column: Column, verdicts: dict[Span, Verdict]) -> Iterator[Line]:
    start = 0
    for number, text in enumerate(column.article.text.split("\n"), 1):
        line = Span(start, start + len(text))
        if text.strip():
            inside = sorted(span for span in verdicts if span.overlaps(line))
            yield Line(number, tuple(_parts(column, line, nest(inside, line), verdicts)))
        start = line.end + 1


def nest(spans: list[Span], line: Span) -> list[tuple[Span, Span]]:
    """Cut spans to a line and where they cross, so that they nest: each piece with its whole, the outer before the inner."""
    waiting = [(max(span.start, line.start), -min(span.end, line.end), span) for span in spans]
    heapq.heapify(waiting)
    open_ends: list[int] = []
    pieces = []
    while waiting:
        start, end, whole = heapq.heappop(waiting)
        end = -end
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        if open_ends and end > open_ends[-1]:
            heapq.heappush(waiting, (open_ends[-1], -end, whole))
            end = open_ends[-1]
        open_ends.append(end)
        pieces.append((Span(start, end), whole))
    return pieces


def _parts(
    column: Column, line: Span, pieces: list[tuple[Span, Span]], verdicts: dict[Span, Verdict]
) -> Iterator[Part]:
    article, at = column.article, line.start
    open_ends: list[int] = []

    def text_until(end: int) -> Iterator[Part]:
        shown = one_line(article.text[at:end], strip=False)
        if shown:
            yield Part(shown)

    for piece, whole in pieces:
        while open_ends and open_ends[-1] <= piece.start:
            yield from text_until(open_ends[-1])
            at = open_ends.pop()
            yield Part()
        yield from text_until(piece.start)
        at = piece.start
        first = piece.start == whole.start
        yield Part(mark=mark_name(article.id, whole), first=first, verdict=verdicts[whole])
        open_ends.append(piece.end)
    while open_ends:
        yield from text_until(open_ends[-1])
        at = open_ends.pop()
        yield Part()
    yield from text_until(line.end)
