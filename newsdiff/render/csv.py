"""The report as a spreadsheet: one row for each thing that an article says, and no cell that a program would run."""

from __future__ import annotations

import csv
import io
import re

from newsdiff.render import Style
from newsdiff.render.view import View
from newsdiff.render.words import Words
from newsdiff.render.words.terms import CODES, mark_as

HEADER = (
    mark_as("csv", "finding"),
    mark_as("csv", "kind"),
    mark_as("csv", "verdict"),
    mark_as("csv", "confidence"),
    mark_as("csv", "label"),
    mark_as("csv", "article"),
    mark_as("csv", "language"),
    mark_as("csv", "says"),
    mark_as("csv", "words"),
    mark_as("csv", "line"),
    mark_as("csv", "start"),
    mark_as("csv", "end"),
    mark_as("csv", "mentions"),
    mark_as("csv", "reason"),
)
_FORMULA = re.compile(r"(\A\s*|[;,|\t]\s*)([=+\-@＝＋－＠])")


def render(view: View, style: Style) -> str:  # noqa: ARG001 - every format is called alike
    """Write one row a position: the words, line and offsets are those of its first evidence, ``mentions`` counts all."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    writer.writerow(view.words.say_as("csv", head) for head in HEADER)
    for row in view.rows:
        for cell in row.said:
            first = cell.passages[0] if cell.passages else None
            writer.writerow(
                (
                    _inert(row.finding.id),
                    _code(row.finding.kind, view.words),
                    _code(row.finding.verdict, view.words),
                    row.finding.confidence,
                    _inert(row.label),
                    _inert(cell.column.source),
                    _inert(cell.column.article.language or ""),
                    _inert(cell.shown),
                    _inert(first.surface) if first else "",
                    first.line if first else "",
                    first.evidence.span.start if first else "",
                    first.evidence.span.end if first else "",
                    len(cell.passages),
                    _inert(row.reason),
                )
            )
    return out.getvalue()


def _code(code: str, words: Words) -> str:
    return _inert(words.say_as("csv", CODES[code]) if code in CODES else code)


def _inert(text: str) -> str:
    """Put an apostrophe before what would start a formula, also where a spreadsheet splits cells at another mark."""
    return _FORMULA.sub(r"\1'\2", text)
