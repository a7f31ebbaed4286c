"""Language packs kept as they were read, so that the next run need not read and check half a megabyte of YAML.

What is kept lies among the user's caches, under a name made of all that it came from: the packs and the code that reads
them. It is plain JSON: a list stands for a tuple, and an object with ``@`` for a dataclass of that name, in which fields
with their default values are left out. Where it cannot be written, every run reads the YAML.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsdiff import caches

_MARK = "@"
_KEPT = 4


def keep(read: Callable[[], Mapping[str, Any]], sources: Iterable[Path], kinds: Iterable[type]) -> Callable[[str], Any]:
    """Return what finds an entry of ``read()`` by its name, out of the cache where that has it.

    ``sources`` are all files that the entries come from, ``kinds`` the dataclasses that they are made of.
    """
    by_name = {kind.__name__: kind for kind in kinds}
    path = _path(sources)
    kept = _load(path)
    if kept is not None:
        return lambda name: _unpack(kept[name], by_name)
    entries = read()
    packed = {name: _pack(entry) for name, entry in entries.items()}
    written = json.dumps(packed, ensure_ascii=False, separators=(",", ":")).encode()
    caches.save(path, lambda file: file.write(written), most=_KEPT)
    return entries.__getitem__


def _path(sources: Iterable[Path]) -> Path:
    digest = sha256()
    for source in sorted(sources):
        data = source.read_bytes()
        digest.update(f"{source.name} {len(data)} ".encode() + data)
    return caches.folder("packs") / f"{digest.hexdigest()}.json"


def _load(path: Path) -> dict[str, Any] | None:
    try:
        kept = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return kept if isinstance(kept, dict) else None


def _pack(value: Any) -> Any:
    if is_dataclass(value):
        entry: dict[str, Any] = {_MARK: type(value).__name__}
        for field in fields(value):
            own = getattr(value, field.name)
            usual = field.default_factory() if field.default_factory is not MISSING else field.default
            if own != usual:
                entry[field.name] = _pack(own)
        return entry
    if isinstance(value, Mapping):
        return {name: _pack(inner) for name, inner in value.items()}
    return [_pack(inner) for inner in value] if isinstance(value, tuple) else value


def _unpack(value: Any, kinds: Mapping[str, type]) -> Any:
    if isinstance(value, dict):
        inner = {name: _unpack(own, kinds) for name, own in value.items() if name != _MARK}
        return kinds[value[_MARK]](**inner) if _MARK in value else inner
    if isinstance(value, list):
        return tuple([own if isinstance(own, str) else _unpack(own, kinds) for own in value])
    return value
