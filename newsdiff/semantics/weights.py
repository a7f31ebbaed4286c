"""The encoder's weights, out of the 30 MB file that ships them, and kept unpacked (80 MB) for the next run.

Most of them are a table of piece vectors, of which a run needs few: it is kept as it lies in memory, and only the rows
that are asked for are read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import numpy as np
from numpy.typing import NDArray

from newsdiff import caches

BLOCKS = 17
"""The table is shipped in so many arrays: piece p is in row p // 17 of array p % 17, and each has a scale of its own."""
_FILES = 2
_DAMAGED = (BadZipFile, EOFError, KeyError, OSError, ValueError)


@dataclass(frozen=True, slots=True)
class Weights:
    """``table`` (pieces, 512) has a row of bytes for each piece; ``others`` are all other arrays, as the file names them."""

    table: NDArray[np.uint8]
    others: Mapping[str, NDArray[Any]]


def read_weights(packed: Path) -> Weights:
    """Return the weights of a ``.npz`` file, out of what is kept of it where that is whole.

    The checksums that the file has of its arrays name what is kept.
    """
    with ZipFile(packed) as source:
        told = repr([(entry.filename, entry.file_size, entry.CRC) for entry in source.infolist()])
    name = sha256(told.encode()).hexdigest()
    folder = caches.folder("encoder")
    table, others = folder / f"{name}.npy", folder / f"{name}.npz"
    kept = _read_kept(table, others)
    if kept is not None:
        return kept
    weights = _unpack(packed)
    caches.save(table, lambda file: np.save(file, weights.table), most=_FILES)
    caches.save(others, lambda file: np.savez(file, allow_pickle=False, **weights.others), most=_FILES)
    return weights


def _read_kept(table: Path, others: Path) -> Weights | None:
    try:
        return Weights(np.load(table, mmap_mode="r"), _arrays(others))
    except _DAMAGED:
        return None


def _unpack(packed: Path) -> Weights:
    blocks = [f"q{number}" for number in range(1, BLOCKS + 1)]
    with packed.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        rows, width = arrays[blocks[0]].shape
        table = np.empty((rows * BLOCKS, width), np.uint8)
        for place, block in enumerate(blocks):
            table[place::BLOCKS] = arrays[block]
        return Weights(table, {name: arrays[name] for name in arrays.files if name not in blocks})


def _arrays(path: Path) -> dict[str, NDArray[Any]]:
    with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
        return dict(arrays)
