"""The encoder's weights kept unpacked, so that the next run need not unpack 30 MB to 80."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile

from newsdiff import caches

_KEPT = 1


def unpacked(packed: Path) -> Path | None:
    """Return a file with the arrays of the ``.npz`` file that need not be unpacked; None where it cannot be kept.

    The checksums that a ``.npz`` file has of its arrays name the kept file, and are checked when those are read.
    """
    with ZipFile(packed) as source:
        told = repr([(entry.filename, entry.file_size, entry.CRC) for entry in source.infolist()])
        path = caches.folder("encoder") / f"{sha256(told.encode()).hexdigest()}.npz"
        if not path.exists():
            caches.save(path, lambda file: _write(source, file), most=_KEPT)
    return path if path.exists() else None


def _write(source: ZipFile, file: BinaryIO) -> None:
    with ZipFile(file, "w", ZIP_STORED) as target:
        for name in source.namelist():
            target.writestr(name, source.read(name))
