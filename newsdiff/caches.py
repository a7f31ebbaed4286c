"""Where newsdiff keeps, among the user's caches, what every run would have to make again, and how a file gets there.

A kept file stands under a name made of all that it came from, so that it is never out of date.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

_BEGUN = ".part"
_WRITTEN_WITHIN = 600
"""Seconds after which nobody writes a file any more."""


def folder(name: str) -> Path:
    """The folder for one sort of kept files. It need not be there."""
    from platformdirs import user_cache_path

    return user_cache_path("newsdiff", appauthor=False) / name


def save(path: Path, write: Callable[[BinaryIO], object], *, most: int) -> None:
    """Write a file in one step, and leave only the ``most`` newest in its folder. Nothing happens where that cannot be."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=_BEGUN)
        try:
            with os.fdopen(handle, "wb") as file:
                write(file)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        _leave(path.parent, most)


def _leave(folder: Path, most: int) -> None:
    """Remove all but the newest files, and what runs left half written; a file that another run may still be writing stays."""
    files = sorted(folder.iterdir(), key=lambda kept: -kept.stat().st_mtime)
    begun = [file for file in files if file.suffix == _BEGUN]
    newest = files[0].stat().st_mtime
    stale = [file for file in begun if newest - file.stat().st_mtime > _WRITTEN_WITHIN]
    for old in (*[file for file in files if file.suffix != _BEGUN][most:], *stale):
        old.unlink()


def drop(path: Path) -> None:
    """Remove a kept file that turned out to be damaged, where that can be."""
    with contextlib.suppress(OSError):
        path.unlink()
