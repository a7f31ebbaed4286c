"""Short names for sources, so that an article fits the head of a column and stays distinguishable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit


def short_names(sources: Sequence[str]) -> tuple[str, ...]:
    """The shortest name of each source that no other one has: ``it`` for ``news/it.txt``, ``a/it`` beside ``b/it``."""
    choices = [[*_names(source), source] for source in sources]
    levels = [0] * len(sources)
    while True:
        names = [names[level] for names, level in zip(choices, levels, strict=True)]
        counts = Counter(names)
        longer = [
            level + 1 if counts[name] > 1 and level + 1 < len(options) else level
            for name, level, options in zip(names, levels, choices, strict=True)
        ]
        if longer == levels:
            return tuple(names)
        levels = longer


def _names(source: str) -> list[str]:
    """Names for one source, the shortest first."""
    if source == "-":
        return ["stdin"]
    if source.lower().startswith(("http://", "https://")):
        try:
            address = urlsplit(source)
        except ValueError:
            return []
        host = (address.hostname or source).removeprefix("www.")
        last = address.path.rstrip("/").rpartition("/")[2]
        return [host, f"{host}/…/{last}"] if last else [host]
    parts = PurePosixPath(source.replace("\\", "/")).parts
    if not parts:
        return []
    stem = PurePosixPath(parts[-1]).stem
    return ["/".join([*parts[-depth:-1], stem]) for depth in range(1, len(parts) + 1)]
