"""Titles that a program wrote into a file: taken only where the text bears them out."""

from __future__ import annotations

from newsdiff.load.clean import clean_line

_HEAD = 1000


def title_in(text: str, title: str | None) -> str | None:
    """The title, where it stands at the head of the text; a template's or a file's name does not."""
    line = clean_line(title or "")
    return line if line and line in " ".join(text[:_HEAD].split()) else None
