"""The report for the terminal, and as plain text for a pipe.

Discrepancies come first, each with its words. The other findings follow by kind: a section stands in columns, one an
article, where its cells fit; else it is stacked: a line for the finding and below it one line for each thing that is
said. What only one article says closes the report, names in one list an article. Text in scripts whose width or direction
a terminal may see otherwise than we do always ends its line, so that nothing stands behind it to be pushed out of place.
"""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsdiff.model import Quotation, Verdict
from newsdiff.render import Style
from newsdiff.render.places import Passage, address_of
from newsdiff.render.view import Cell, Column, Row, Section, View
from newsdiff.render.words import Words
from newsdiff.render.words.terms import SIGNS, SILENT

_PIPE_WIDTH = 120
_NO_WIDTH = 100_000
_LABEL_WIDTH = 24
_PLACE_WIDTH = 32
_LEAST_CELL, _MOST_CELL = 14, 40
_MOST_LINES = 3
_GAP = "   "
_STYLES: dict[Verdict, str] = {
    "discrepancy": "bold red",
    "unclear": "magenta",
    "variation": "yellow",
    "agreement": "green",
    "single_source": "dim",
}
_SAFE_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "FULLWIDTH")


def render(view: View, style: Style) -> str:
    """Write the table; lines fold at ``style.width``, and are never cut. Piped, stacked lines do not fold at all."""
    return print_all(_parts(view, style, style.width or _PIPE_WIDTH), style)


def print_all(parts: Iterable[RenderableType], style: Style) -> str:
    """Print parts one below the other, plain or coloured, without blanks at the ends of lines."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=style.width or _NO_WIDTH,
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        no_color=not style.color,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().rstrip().split("\n")) + "\n"


def hanging(indent: int, text: Text, *, head: Text | None = None, room: int | None = None) -> RenderableType:
    """A line that folds under its own beginning: blanks, a head at least ``room`` wide, and the text."""
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False)
    grid.add_column(width=max(indent - 2, 0))
    if head is not None:
        grid.add_column(overflow="fold", min_width=room, max_width=_LABEL_WIDTH + 8)
    grid.add_column(overflow="fold")
    grid.add_row(Text(), *([head] if head is not None else []), text)
    return grid


def _parts(view: View, style: Style, width: int) -> Iterator[RenderableType]:
    yield Text(view.headline, style="bold")
    tally = [Text(words, style=_STYLES[verdict]) for verdict, words in view.tally if view.counts[verdict]]
    yield _packed(tally, style) if tally else Text(view.words.say("Nothing was found to compare."))
    for note in view.notes:
        yield Text(note, style="dim")
    if view.discrepancies:
        yield Text()
        yield Text(view.words.say("Discrepancies"), style="bold red underline")
        yield from _stacked(view.discrepancies, view.words, style)
    for section in view.sections:
        if section.shared:
            yield Text()
            yield Text(section.title, style="bold underline")
            if _fits_columns(section, view, width) and not style.evidence:
                yield _in_columns(section, view, width)
            else:
                yield from _stacked(section.shared, view.words, style)
    if any(section.single for section in view.sections):
        yield Text()
        yield Text(view.words.say("Only one article says"), style="bold underline")
        for section in view.sections:
            yield from _single(section, style)
    if view.skipped:
        yield Text()
        yield Text(view.words.say("Not read"), style="bold underline")
        for item in view.skipped:
            yield Text(f"  {item.source}: {item.reason.text}")


def _packed(parts: Iterable[Text], style: Style) -> Text:
    """Parts side by side on lines of the terminal's width, none of them broken."""
    packed, used = Text(), 0
    for part in parts:
        if used and used + len(_GAP) + part.cell_len > (style.width or _NO_WIDTH):
            packed.append("\n")
            used = 0
        elif used:
            packed.append(_GAP)
            used += len(_GAP)
        packed.append(part)
        used += part.cell_len
    return packed


def _fits_columns(section: Section, view: View, width: int) -> bool:
    """Whether every cell of a section can stand in its column on a few lines, and its width can be told."""
    cell_width = _cell_width(section, view, width)
    texts = [cell.shown for row in section.shared for cell in row.said]
    headings = [column.heading for column in view.columns]
    return (
        cell_width >= _LEAST_CELL
        and not any(cell.lacks for row in section.shared for cell in row.said)
        and all(cell_len(text) <= _MOST_LINES * (cell_width - 2) for text in (*texts, *headings))
        and all(cell_len(row.label) <= 2 * _LABEL_WIDTH for row in section.shared)
        and all(_has_certain_width(f"{row.word}{row.doubt}{row.label}") for row in section.shared)
        and all(map(_has_certain_width, (*texts, *headings)))
    )


def _cell_width(section: Section, view: View, width: int) -> int:
    """The room for one cell; each column costs two blanks more, the verdict and the label stand before."""
    label = min(_LABEL_WIDTH, max(cell_len(row.label) for row in section.shared))
    verdict = max(cell_len(_verdict(row).plain) for row in section.shared)
    return (width - label - verdict - 2) // max(len(view.columns), 1) - 2


def _has_certain_width(text: str) -> bool:
    return all(
        character.isascii()
        or unicodedata.category(character)[0] in "PSZN"
        or unicodedata.name(character, "").startswith(_SAFE_SCRIPTS)
        for character in text
    )


def _in_columns(section: Section, view: View, width: int) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim", width=None)
    room = min(_cell_width(section, view, width), _MOST_CELL)
    table.add_column("", overflow="fold", max_width=max(cell_len(_verdict(row).plain) for row in section.shared))
    table.add_column("", overflow="fold", max_width=_LABEL_WIDTH)
    for column in view.columns:
        table.add_column(Text(column.heading), overflow="fold", max_width=room)
    for row in section.shared:
        cells = [Text(cell.shown if cell else SILENT, style="" if cell else "dim") for cell in row.cells]
        about = Text.assemble(row.label, (f"\n({row.doubt})" if row.doubt else "", "dim"))
        table.add_row(_verdict(row), about, *cells)
    return table


def _stacked(rows: tuple[Row, ...], words: Words, style: Style) -> Iterator[RenderableType]:
    longest = max(cell_len(_verdict(row).plain) for row in rows)
    for row in rows:
        grave = row.finding.verdict == "discrepancy"
        if grave and row is not rows[0]:
            yield Text()
        about = Text.assemble((f"{row.title}: " if grave else "", "dim"), (row.label, "bold"))
        about.append(f"  ({row.doubt})" if row.doubt else "", "dim")
        names = [words.listed([cell.column.name for cell in cells]) for _, cells in row.groups]
        if len(names) == 1 and row.groups[0][0] == row.label and not style.evidence:
            about.append(f"  ({names[0]})", "cyan")
            yield hanging(2, about, head=_verdict(row), room=longest)
            continue
        yield hanging(2, about, head=_verdict(row), room=longest)
        if row.finding.verdict in ("discrepancy", "unclear") or style.evidence:
            yield hanging(4, Text(row.reason, style="italic"))
        silent = words.say("silent:")
        heads = [f"{name}:" for name in names] + ([f"{SILENT} {silent}"] if row.silent else [])
        room = min(max(map(cell_len, heads)), _LABEL_WIDTH)
        for name, (shown, cells) in zip(heads, row.groups, strict=False):
            yield hanging(4, Text(shown, style="bold" if grave else ""), head=Text(name, style="cyan"), room=room)
            yield from _lacks(cells)
            if style.evidence:
                yield from _evidence(cells, 8, style)
            elif grave and cells[0].passages and not isinstance(cells[0].value, Quotation):
                yield _quoted(cells[0].passages[0], 8, style)
        if row.silent:
            others = words.listed([column.name for column in row.silent])
            yield hanging(4, Text(others, style="dim"), head=Text(heads[-1], style="dim"), room=room)


def _lacks(cells: tuple[Cell, ...]) -> Iterator[RenderableType]:
    """What these articles quote and others do not."""
    for lack in dict.fromkeys(lack for cell in cells for lack in cell.lacks):
        yield hanging(8, Text(lack.quoted), head=Text(lack.who, style="dim"))


def _single(section: Section, style: Style) -> Iterator[RenderableType]:
    """What one article alone says: names run on, and all else has a line of its own."""
    if section.single:
        yield Text(f"  {section.title}", style="bold")
    for column, of_article in groupby(section.single, key=lambda row: row.said[0].column):
        rows = list(of_article)
        names = [row for row in rows if row.label == row.said[0].shown and not style.evidence]
        if names:
            yield hanging(4, Text("; ").join(map(_alone, names)), head=_speaks(column))
        for row in rows:
            if row not in names:
                yield hanging(4, _alone(row), head=_speaks(column))
                if style.evidence:
                    yield from _evidence(row.said, 8, style)


def _speaks(column: Column) -> Text:
    return Text(f"{SIGNS['single_source']} {column.name}", style="cyan")


def _alone(row: Row) -> Text:
    shown = row.said[0].shown
    about = "" if row.label in shown else f"{row.label}: "
    return Text.assemble(about, shown, (f" ({row.doubt})" if row.doubt else "", "dim"))


def _evidence(cells: tuple[Cell, ...], indent: int, style: Style) -> Iterator[RenderableType]:
    for cell in cells:
        for passage in cell.passages:
            yield _quoted(passage, indent, style)


def _quoted(passage: Passage, indent: int, style: Style) -> RenderableType:
    """The words with their file and line, which lead there where the terminal can follow them."""
    address = address_of(passage) if style.color and style.width else None
    place = Text(passage.place, style=f"dim link {address}" if address else "dim")
    quoted = Text.assemble((passage.before, "dim"), (passage.surface, "bold"), (passage.after, "dim"))
    if cell_len(passage.place) > _PLACE_WIDTH:
        return Group(hanging(indent, place), hanging(indent, quoted))
    return hanging(indent, quoted, head=place)


def _verdict(row: Row) -> Text:
    return Text(f"{row.sign} {row.word}", style=_STYLES[row.finding.verdict])
