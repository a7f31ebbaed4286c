"""Words that names are translated with: "Cup" and "كأس" are not alike, but mean the same.

What belongs here: from one word of a name to the meanings it may have, by ``lang/name_words.tsv``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from newsdiff.parse.names.romanize import fold

TABLE = Path(__file__).parents[2] / "lang" / "name_words.tsv"

SHORTEST_STEM = 3
_NUKTA = "\u093c"


@lru_cache(maxsize=65536)
def meanings(bare: str) -> frozenset[str]:
    """The English meanings of a folded word, empty where it is no word that names are translated with."""
    known = _known()
    bare = bare.replace(_NUKTA, "")
    found: set[str] = set()
    for form in _stems(bare):
        found.update(known.get(form, ()))
    return frozenset(found)


def _stems(bare: str) -> Iterator[str]:
    """The word, and the word without what it may begin or end with."""
    beginnings, endings = _affixes()
    yield bare
    for beginning in beginnings:
        if bare.startswith(beginning) and len(bare) - len(beginning) >= SHORTEST_STEM - 1:
            yield bare[len(beginning) :]
    for ending in endings:
        if bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST_STEM:
            yield bare[: -len(ending)]


@cache
def _affixes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = _rows()
    return rows["begins"], rows["ends"]


@cache
def _known() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for meaning, words in _rows().items():
        if meaning not in ("begins", "ends"):
            for word in words:
                known.setdefault(fold(word).replace(_NUKTA, ""), set()).add(meaning)
    return {word: frozenset(found) for word, found in known.items()}


@cache
def _rows() -> dict[str, tuple[str, ...]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if not line.startswith("#"))
    return {key: tuple(words.split()) for key, words in pairs}
