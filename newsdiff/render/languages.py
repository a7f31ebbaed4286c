"""What newsdiff knows of each language, as a table."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from newsdiff.render import Style
from newsdiff.render.table import print_all

LanguageRow = tuple[str, str, bool, str | None, bool, bool]
"""Code, name, whether there is a pack, which sentence vectors, whether the tagger knows it, whether Stanza does here."""


def render_languages(rows: Sequence[LanguageRow], style: Style) -> str:
    """Write one line a language. The text ends with a line end."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for heading in ("Code", "Language", "Figures, dates, quotations", "Meaning", "Names (built in)", "Names (Stanza)"):
        table.add_column(heading, overflow="fold")
    for code, name, pack, vectors, tagger, stanza in rows:
        table.add_row(
            code,
            Text(name),
            "yes" if pack else "basic",
            {"encoder": "yes", "hashed": "yes (by spelling)"}.get(vectors or "", "no"),
            "trained" if tagger else "by rule",
            "installed" if stanza else "–",
        )
    closing = "Any other language is read with what is common to all languages."
    return print_all([table, Text(), Text(closing, style="dim")], style)
