"""The report as Markdown that can be pasted into GitHub, GitLab or an editorial system."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdiff.render import Style
from newsdiff.render.places import Passage
from newsdiff.render.safe import one_line
from newsdiff.render.view import Cell, Row, Section, View
from newsdiff.render.words import Words
from newsdiff.render.words.terms import METHOD, SILENT

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
    say = view.words.say
    yield from _heading(1, say("What the articles say: {result}", result=escape(view.title)))
    yield f"**{escape(view.headline)}**: " + view.words.listed([told for v, told in view.tally if view.counts[v]])
    yield ""
    for note in view.notes:
        yield f"- {escape(note)}"
    if view.discrepancies:
        yield from ("", *_heading(2, say("Discrepancies")))
        for row in view.discrepancies:
            yield from _in_full(row, view.words)
    if any(section.shared for section in view.sections):
        yield from ("", *_heading(2, say("What several articles say")))
        for section in view.sections:
            if section.shared:
                yield from _table(section, view)
    if any(section.single for section in view.sections):
        yield from ("", *_heading(2, say("What only one article says")))
        for section in view.sections:
            yield from _single(section, view.words)
    yield from _articles(view)
    made = say("Made by newsdiff {version}.", version=escape(view.report.version))
    yield from ("", *_heading(2, say("How to read this")), say(METHOD), "", made)


def _heading(level: int, text: str) -> tuple[str, str]:
    return f"{'#' * level} {text}", ""


def _in_full(row: Row, words: Words) -> Iterator[str]:
    yield from _heading(3, f"{row.sign} {escape(row.label)}")
    yield f"{escape(row.title)}{_doubt(row)}: {escape(row.reason)}"
    yield ""
    for shown, cells in row.groups:
        yield f"- **{words.listed([escape(cell.column.name) for cell in cells])}**: {escape(shown)}"
        for cell in cells:
            yield from (f"  - {line}" for line in _words(cell, words))
            yield from (f"  - {escape(lack.who)} {escape(lack.quoted)}" for lack in cell.lacks)
    if row.silent:
        names = words.listed([escape(column.name) for column in row.silent])
        yield f"- {SILENT} " + words.say("silent: {articles}", articles=names)
    yield ""


def _words(cell: Cell, words: Words) -> Iterator[str]:
    for passage in cell.passages[:_MOST_WORDS]:
        yield f"{_place(passage, words)}: {_quoted(passage, words)}"
    more = len(cell.passages) - _MOST_WORDS
    if more > 0:
        source = escape(cell.column.source)
        yield words.say_number("and {count} more in {source}", "and {count} more in {source}", more, source=source)


def _place(passage: Passage, words: Words) -> str:
    return words.say("{source}, line {line}", source=escape(passage.source), line=passage.line)


def _quoted(passage: Passage, words: Words) -> str:
    """The words, bold, in the line where they stand. As HTML, because ``**`` does not work beside every script."""
    before, after = (escape(part) for part in (passage.before, passage.after))
    gap = (" " if passage.before.endswith(" ") else "", " " if passage.after.startswith(" ") else "")
    return words.say("“{words}”", words=f"{before}{gap[0]}<b>{escape(passage.surface)}</b>{gap[1]}{after}")


def _table(section: Section, view: View) -> Iterator[str]:
    yield from _heading(3, escape(section.title))
    say = view.words.say
    yield _row([say("Verdict"), say("Finding"), *(escape(column.heading) for column in view.columns)])
    yield _row(["---"] * (len(view.columns) + 2))
    for row in section.shared:
        cells = [_cell(cell) if cell else SILENT for cell in row.cells]
        yield _row([f"{row.sign} {row.word}{_doubt(row)}", escape(row.label), *cells])
    yield ""


def _doubt(row: Row) -> str:
    return f" ({escape(row.doubt)})" if row.doubt else ""


def _cell(cell: Cell) -> str:
    return "<br>".join([escape(cell.shown), *(f"{escape(lack.who)} {escape(lack.quoted)}" for lack in cell.lacks)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _single(section: Section, words: Words) -> Iterator[str]:
    if not section.single:
        return
    yield f"**{escape(section.title)}**"
    yield ""
    for row in section.single:
        (cell, *_) = row.said
        about = "" if row.label in cell.shown else f"{escape(row.label)}: "
        line = words.say("line {line}", line=cell.passages[0].line) if cell.passages else ""
        place = f" ({line})" if line else ""
        yield f"- {escape(cell.column.name)}{place}: {about}{escape(cell.shown)}{_doubt(row)}"
    yield ""


def _articles(view: View) -> Iterator[str]:
    say = view.words.say
    yield from ("", *_heading(2, say("Articles")))
    yield _row([say("Article"), say("Source"), say("Language"), say("Published"), say("Title")])
    yield _row(["---"] * 5)
    for column in view.columns:
        article = column.article
        day = view.words.day(article.published) if article.published else SILENT
        title = escape(article.title or SILENT)
        yield _row([escape(column.name), escape(article.source), escape(column.language), day, title])
    if view.skipped:
        yield from ("", say("Not read:"), "")
        for item in view.skipped:
            yield f"- {escape(item.source)}: {escape(item.reason.text)}"
