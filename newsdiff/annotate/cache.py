"""What a slow engine has read, kept on disk: spans and labels under a key, never a word of the text.

Any number of processes may use one folder at once: an entry is written beside its place and moved there in one step,
and one that is damaged, or goes while it is read, counts as not there. Nothing here ever fails for the caller.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_FORMAT = "newsdiff/reading/1"
_SUFFIX = ".reading"
_UNFINISHED = ".unfinished"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an engine finds in a text: spans of tokens, and spans of entities with the engine's own labels."""

    tokens: tuple[tuple[int, int], ...]
    entities: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of readings that holds ``most_bytes`` at most; those unused for longest go first."""

    folder: Path
    most_bytes: int

    def find(self, key: str, text: str) -> Reading | None:
        """Return what was kept under a key of `key_of`, or None; ``text`` is what it has to fit."""
        path = self._path(key)
        try:
            reading = _unpack(path.read_bytes(), key, len(text))
            os.utime(path)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return reading

    def keep(self, key: str, reading: Reading) -> None:
        """Keep a reading, where that is possible."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=_UNFINISHED)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_pack(key, reading))
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def trim(self) -> None:
        """Delete entries, the longest unused first, until the rest fits. Files that are not the cache's stay."""
        entries = []
        with contextlib.suppress(OSError):
            for path in self.folder.iterdir():
                if path.suffix in (_SUFFIX, _UNFINISHED):
                    with contextlib.suppress(OSError):
                        status = path.stat()
                        entries.append((status.st_mtime_ns, path.name, status.st_size, path))
        kept = 0
        for _, _, size, path in sorted(entries, reverse=True):
            kept += size
            if kept > self.most_bytes:
                with contextlib.suppress(OSError):
                    path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / (key + _SUFFIX)


def key_of(parts: Sequence[str]) -> str:
    """Return the key for what a reading depends on: the text, the engine and its version, each model and its version."""
    return hashlib.sha256(json.dumps([_FORMAT, *parts]).encode()).hexdigest()


def _pack(key: str, reading: Reading) -> bytes:
    body = json.dumps({"key": key, "tokens": reading.tokens, "entities": reading.entities}, separators=(",", ":"))
    return f"{hashlib.sha256(body.encode()).hexdigest()}\n{body}".encode()


def _unpack(data: bytes, key: str, length: int) -> Reading:
    """Read an entry. Raises ``ValueError``, ``KeyError`` or ``TypeError`` where it is not whole."""
    checksum, _, body = data.partition(b"\n")
    if checksum.decode("ascii") != hashlib.sha256(body).hexdigest():
        raise ValueError("the checksum differs")
    said = json.loads(body)
    if said["key"] != key:
        raise ValueError("this is the entry of another text")
    reading = Reading(
        tokens=tuple((int(start), int(end)) for start, end in said["tokens"]),
        entities=tuple((int(start), int(end), str(label)) for start, end, label in said["entities"]),
    )
    spans = (*reading.tokens, *((start, end) for start, end, _ in reading.entities))
    if not all(0 <= start < end <= length for start, end in spans):
        raise ValueError("a span lies outside the text")
    return reading
