"""Write a report as text: one file a format over one shared view (`newsdiff.render.view`).

ADD AN OUTPUT FORMAT HERE: a module with ``render(view: View, style: Style) -> str``, and its line in ``FORMATS``.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from newsdiff.model import Report

__all__ = ["FORMATS", "Format", "Style", "render"]


@dataclass(frozen=True, slots=True)
class Format:
    """An output format: its name, the file suffixes that ask for it, its module here, and how a file of it is encoded."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    encoding: str = "utf-8"


FORMATS: tuple[Format, ...] = (
    Format("table", (".txt",), "table"),
    Format("markdown", (".md", ".markdown"), "markdown"),
    Format("html", (".html", ".htm"), "html"),
    Format("json", (".json",), "json"),
    Format("csv", (".csv",), "csv", encoding="utf-8-sig"),  # spreadsheets take a file without the mark for Latin-1
)


@dataclass(frozen=True, slots=True)
class Style:
    """How the text is to look, for the formats that care.

    ``width`` is that of the terminal in columns (None: a file or a pipe), ``evidence`` tells whether the words of the
    articles follow each finding, ``color`` whether to colour.
    """

    width: int | None = None
    evidence: bool = False
    color: bool = False


def render(
    report: Report,
    format_name: str,
    *,
    width: int | None = None,
    evidence: bool = False,
    color: bool = False,
    language: str = "en",
) -> str:
    """Write ``report`` in one of ``FORMATS``, in a language that has a catalogue. The text ends with a line end.

    Whatever the articles say, the text is safe where its format is shown: no markup, formula, link or control sequence
    of theirs takes effect. Raises ValueError for another format, SettingsError for another language.
    """
    from newsdiff.render.view import make_view
    from newsdiff.render.words import load_words

    modules = {entry.name: entry.module for entry in FORMATS}
    if format_name not in modules:
        raise ValueError(f"{format_name}: no such format; there are {', '.join(modules)}")
    module = import_module(f"newsdiff.render.{modules[format_name]}")
    text: str = module.render(make_view(report, load_words(language)), Style(width, evidence, color))
    return text
