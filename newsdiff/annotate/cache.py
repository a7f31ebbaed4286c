"""What a slow engine has read, kept on disk: spans and labels under a key, not the text.

Of the dictionary form of a word only that is kept which the word itself does not have.

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
from itertools import takewhile
from pathlib import Path
from typing import Any

from newsdiff.model import SyntaxWord

_FORMAT = "newsdiff/reading/2"
_SUFFIX = ".reading"
_UNFINISHED = ".unfinished"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an engine finds in a text: spans of tokens, spans of entities with the engine's own labels, and grammar."""

    tokens: tuple[tuple[int, int], ...]
    entities: tuple[tuple[int, int, str], ...]
    words: tuple[SyntaxWord, ...] = ()


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of readings that holds ``most_bytes`` at most; those unused for longest go first."""

    folder: Path
    most_bytes: int

    def find(self, key: str, text: str) -> Reading | None:
        """Return what was kept under a key of `key_of`, or None; ``text`` is what it has to fit."""
        path = self._path(key)
        try:
            reading = _unpack(path.read_bytes(), key, text)
            os.utime(path)
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return reading

    def keep(self, key: str, text: str, reading: Reading) -> None:
        """Keep the reading of a text, where that is possible."""
        path = self._path(key)
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=self.folder, suffix=_UNFINISHED)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_pack(key, text, reading))
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


def _pack(key: str, text: str, reading: Reading) -> bytes:
    words = [
        (word.start, word.end, *_shorten(text[word.start : word.end], word.lemma), word.tag, word.head, word.relation)
        for word in reading.words
    ]
    said = {"key": key, "tokens": reading.tokens, "entities": reading.entities, "words": words}
    body = json.dumps(said, separators=(",", ":"))
    return f"{hashlib.sha256(body.encode()).hexdigest()}\n{body}".encode()


def _shorten(surface: str, lemma: str) -> tuple[int, str]:
    """How many letters a dictionary form shares with the beginning of its word, and its own ending."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(surface, lemma, strict=False)))
    return shared, lemma[shared:]


def _unpack(data: bytes, key: str, text: str) -> Reading:
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
        words=tuple(_unpack_word(text, *row) for row in said["words"]),
    )
    spans = (
        *reading.tokens,
        *((start, end) for start, end, _ in reading.entities),
        *((word.start, word.end) for word in reading.words),
    )
    if not all(0 <= start < end <= len(text) for start, end in spans):
        raise ValueError("a span lies outside the text")
    if not all(word.head is None or 0 <= word.head < len(reading.words) for word in reading.words):
        raise ValueError("a word depends on none that is there")
    return reading


def _unpack_word(text: str, start: int, end: int, shared: int, ending: str, *grammar: Any) -> SyntaxWord:
    tag, head, relation = grammar
    return SyntaxWord(int(start), int(end), text[start:end][:shared] + ending, str(tag), head, str(relation))
