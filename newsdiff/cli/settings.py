"""From the options of a command to the settings that hold for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdiff.config import Config


def read_settings(file: Path | None, **given: str | list[str] | bool | None) -> Config:
    """The settings under the options that were given; a key of a section is written with two low lines (cache__use)."""
    from newsdiff.config import load_config

    texts = {key: str(value).lower() if isinstance(value, bool) else value for key, value in given.items()}
    return load_config(file, {key.replace("__", "."): text for key, text in texts.items()})
