"""The report as a spreadsheet: one row for each thing that an article says, and no cell that a program would run."""

from __future__ import annotations

import csv
import io
import re

from newsdiff.render import Style
from newsdiff.render.view import View

HEADER = (
    "finding",
    "kind",
    "verdict",
    "confidence",
    "label",
    "article",
    "language",
    "says",
    "words",
    "line",
    "start",
    "end",
    "mentions",
    "reason",
)
_FORMULA = re.compile(r"(\A\s*|[;,|\t]\s*)([=+\-@＝＋－＠])")


def render(view: View, style: Style) -> str:  # noqa: ARG001 - every format is called alike
    """Write one row a position: the words, line and offsets are those of its first evidence, ``mentions`` counts all."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    writer.writerow(HEADER)
    for row in view.rows:
        for cell in row.said:
            first = cell.words[0] if cell.words else None
            writer.writerow(
                (
                    _inert(row.finding.id),
                    row.finding.kind,
                    row.finding.verdict,
                    row.finding.confidence,
                    _inert(row.label),
                    _inert(cell.column.source),
                    _inert(cell.column.article.language or ""),
                    _inert(cell.shown),
                    _inert(first.surface) if first else "",
                    first.line if first else "",
                    first.evidence.span.start if first else "",
                    first.evidence.span.end if first else "",
                    len(cell.words),
                    _inert(row.reason),
                )
            )
    return out.getvalue()


def _inert(text: str) -> str:
    """Put an apostrophe before what would start a formula, also where a spreadsheet splits cells at another mark."""
    return _FORMULA.sub(r"\1'\2", text)
