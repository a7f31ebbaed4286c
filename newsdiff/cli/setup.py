"""The commands that tell what newsdiff knows, and set it up."""

from __future__ import annotations

from pathlib import Path

from newsdiff import options, terminal
from newsdiff.errors import NewsdiffError
from newsdiff.render import Style


def languages() -> None:
    """Show what newsdiff knows of each language.

    \b
    Example:
      newsdiff languages
    """  # noqa: D301 - click wants the character itself
    from newsdiff.annotate import support
    from newsdiff.cli.settings import read_settings
    from newsdiff.pipeline import engine_options
    from newsdiff.render.languages import render_languages

    folder = engine_options(read_settings(None)).folder
    width, color = terminal.looks(None)
    rows = [(item.code, item.name, item.pack, item.vectors, item.tagger, item.stanza) for item in support(folder)]
    terminal.write_out(render_languages(rows, Style(width, color=color)))


def init(force: options.Force = False) -> None:
    """Write a commented config.yaml into this folder.

    \b
    Examples:
      newsdiff init
      newsdiff init --force
    """  # noqa: D301 - click wants the character itself
    from newsdiff.config import default_file

    path = Path(default_file().name)
    if path.exists() and not force:
        raise NewsdiffError(f"{path}: is here already; newsdiff init --force replaces it")
    terminal.write_file(str(path), default_file().read_text(encoding="utf-8"), "utf-8")
    terminal.say(f"wrote {path}; every setting in it has its default, change what you like")
