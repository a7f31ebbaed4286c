"""The report as Markdown that can be pasted into GitHub, GitLab or an editorial system."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdiff.render import Style
from newsdiff.render.places import Words
from newsdiff.render.safe import one_line
from newsdiff.render.view import Cell, Row, Section, View
from newsdiff.render.words import METHOD, SILENT

_MOST_WORDS = 3
_INLINE = re.compile(r"[\\`*_\[\]{}|~$^]")
_ENTITIES = {"&": "&amp;", "<": "&lt;"}
_LINK = re.compile(r":(?=//)|(?<=www)\.", re.IGNORECASE)
_BLOCK = re.compile(r"\A(?=[#>+=-])")
_NUMBERED = re.compile(r"\A([0-9]+)(?=[.)](?:\s|\Z))")


def render(view: View, style: Style) -> str:  # noqa: ARG001 - every format is called alike
    """Write the report: discrepancies first with the words of every article, then tables, then what was read and how."""
    return "\n".join(_lines(view)).rstrip() + "\n"


def escape(text: str) -> str:
    """Return ``text`` on one line with everything escaped that Markdown, or HTML in it, would act on."""
    line = re.sub("[&<]", lambda match: _ENTITIES[match.group()], _INLINE.sub(r"\\\g<0>", one_line(text)))
    return _NUMBERED.sub(r"\1\\", _BLOCK.sub(r"\\", _LINK.sub(r"\\\g<0>", line)))


def _lines(view: View) -> Iterator[str]:
    yield f"# What the articles say: {escape(view.title)}"
    yield ""
    yield f"**{escape(view.headline)}**: " + ", ".join(words for verdict, words in view.tally if view.counts[verdict])
    yield ""
    for note in view.notes:
        yield f"- {escape(note)}"
    if view.discrepancies:
        yield from ("", "## Discrepancies", "")
        for row in view.discrepancies:
            yield from _in_full(row)
    if any(section.shared for section in view.sections):
        yield from ("", "## What several articles say", "")
        for section in view.sections:
            if section.shared:
                yield from _table(section, view)
    if any(section.single for section in view.sections):
        yield from ("", "## What only one article says", "")
        for section in view.sections:
            yield from _single(section)
    yield from _articles(view)
    yield from ("", "## How to read this", "", METHOD, "", f"Made by newsdiff {escape(view.report.version)}.")


def _in_full(row: Row) -> Iterator[str]:
    yield f"### {row.sign} {escape(row.label)}"
    yield ""
    yield f"{escape(row.title)}{f', {row.doubt}' if row.doubt else ''}: {escape(row.reason)}"
    yield ""
    for shown, cells in row.groups:
        yield f"- **{', '.join(escape(cell.column.name) for cell in cells)}**: {escape(shown)}"
        for cell in cells:
            yield from (f"  - {line}" for line in _words(cell))
            yield from (f"  - {escape(lack.who)} {escape(lack.quoted)}" for lack in cell.lacks)
    if row.silent:
        yield f"- {SILENT} silent: {', '.join(escape(column.name) for column in row.silent)}"
    yield ""


def _words(cell: Cell) -> Iterator[str]:
    for words in cell.words[:_MOST_WORDS]:
        yield f"{_place(words)}: {_quoted(words)}"
    if len(cell.words) > _MOST_WORDS:
        yield f"and {len(cell.words) - _MOST_WORDS} more in {escape(cell.words[0].source)}"


def _place(words: Words) -> str:
    return f"{escape(words.source)}, line {words.line}"


def _quoted(words: Words) -> str:
    """The words, bold, in the line where they stand. As HTML, because ``**`` does not work beside every script."""
    before, after = (escape(part) for part in (words.before, words.after))
    gap = (" " if words.before.endswith(" ") else "", " " if words.after.startswith(" ") else "")
    return f"“{before}{gap[0]}<b>{escape(words.surface)}</b>{gap[1]}{after}”"


def _table(section: Section, view: View) -> Iterator[str]:
    yield f"### {escape(section.title)}"
    yield ""
    yield _row(["", "", *(escape(column.heading) for column in view.columns)])
    yield _row(["---"] * (len(view.columns) + 2))
    for row in section.shared:
        cells = [_cell(cell) if cell else SILENT for cell in row.cells]
        verdict = f"{row.sign} {row.word}" + (f", {row.doubt}" if row.doubt else "")
        yield _row([verdict, escape(row.label), *cells])
    yield ""


def _cell(cell: Cell) -> str:
    return "<br>".join([escape(cell.shown), *(f"{escape(lack.who)} {escape(lack.quoted)}" for lack in cell.lacks)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _single(section: Section) -> Iterator[str]:
    if not section.single:
        return
    yield f"**{escape(section.title)}**"
    yield ""
    for row in section.single:
        (cell, *_) = row.said
        about = "" if row.label in cell.shown else f"{escape(row.label)}: "
        place = f" (line {cell.words[0].line})" if cell.words else ""
        yield f"- {escape(cell.column.name)}{place}: {about}{escape(cell.shown)}{f' ({row.doubt})' if row.doubt else ''}"
    yield ""


def _articles(view: View) -> Iterator[str]:
    yield from ("", "## Articles", "")
    yield _row(["Article", "Source", "Language", "Published", "Title"])
    yield _row(["---"] * 5)
    for column in view.columns:
        article = column.article
        day = article.published.isoformat() if article.published else SILENT
        language = escape(article.language or SILENT)
        yield _row([escape(column.name), escape(article.source), language, day, escape(article.title or SILENT)])
    if view.skipped:
        yield from ("", "Not read:", "")
        for item in view.skipped:
            yield f"- {escape(item.source)}: {escape(item.reason.text)}"
