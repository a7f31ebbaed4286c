"""The encoder, taught the words of a language that it lacks.

A word of the language takes a vector of its own, made of the vectors of its features (`devanagari.features`) and put
where the encoder's table has those of its pieces; all else of a text (Latin words, figures, marks) is read by the
encoder's own tokenizer. The encoder's frozen network turns the row of vectors into one, as it does in its own languages.
"""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsdiff.semantics import devanagari, encoder

Item = int | str
"""A piece of the encoder's, by its number, or a word of the taught language."""


def read_items(text: str) -> list[Item]:
    """Return the pieces and words of a text in order, between the encoder's marks of begin and end."""
    tokenizer = encoder.load_tokenizer()
    items: list[Item] = []
    for run, taught in devanagari.cut(devanagari.fold(encoder.writable(text))):
        items += [run] if taught else tokenizer.encode(run, add_bos=False, add_eos=False)
    begin, end = _marks()
    return [begin, *items, end]


@cache
def _marks() -> tuple[int, int]:
    """Return the pieces that the encoder's tokenizer puts before and behind every text."""
    begin, *_, end = encoder.load_tokenizer().encode("a")
    return begin, end


class Words:
    """Vectors of the taught words, read from the arrays of a model file.

    ``keys`` (n,) uint32 ascending; ``rows`` (n, d) int8 with ``scales`` (n,); ``weights`` (d, 512) and ``bias`` (512,).
    """

    def __init__(self, arrays: dict[str, NDArray[Any]]) -> None:
        """Take the arrays as they are in the file; raise KeyError where one is missing."""
        self._keys = arrays["keys"]
        self._rows = arrays["rows"]
        self._scales = arrays["scales"].astype(np.float32)
        self._weights = arrays["weights"].astype(np.float32)
        self._bias = arrays["bias"].astype(np.float32)

    @classmethod
    def load(cls, name: str) -> Words:
        """Read ``newsdiff/models/<name>.npz``."""
        path = files("newsdiff") / "models" / f"{name}.npz"
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
            return cls(dict(arrays))

    def vectors(self, words: Sequence[str]) -> NDArray[np.float32]:
        """Return (n, 512): the sum of the rows of a word's known features over the root of their number, made linear."""
        inner = np.zeros((len(words), self._rows.shape[1]), dtype=np.float32)
        for place, word in enumerate(words):
            at = self._find(devanagari.features(word))
            if len(at):
                inner[place] = (self._scales[at, None] * self._rows[at]).sum(axis=0) / np.sqrt(len(at))
        outer: NDArray[np.float32] = inner @ self._weights + self._bias
        return outer

    def _find(self, features: list[int]) -> NDArray[np.intp]:
        wanted = np.array(features, dtype=np.uint32)
        at = np.minimum(np.searchsorted(self._keys, wanted), len(self._keys) - 1)
        found: NDArray[np.intp] = at[self._keys[at] == wanted]
        return found


@cache
def load_words(name: str) -> Words:
    """Return the words of a model, read once."""
    return Words.load(name)


def encode(texts: Sequence[str], name: str) -> NDArray[np.float32]:
    """Return (n, 512) unit rows for texts in the language of the model ``name``."""
    return encode_items([read_items(text) for text in texts], load_words(name))


def encode_items(texts: Sequence[Sequence[Item]], words: Words) -> NDArray[np.float32]:
    """Run the encoder's network over rows of its pieces' vectors and of the words' own."""
    vocabulary = sorted({item for items in texts for item in items}, key=lambda item: (isinstance(item, str), item))
    pieces = [item for item in vocabulary if isinstance(item, int)]
    taught = [item for item in vocabulary if isinstance(item, str)]
    table = np.concatenate([encoder.piece_vectors(pieces), words.vectors(taught)])
    places = {item: place for place, item in enumerate(vocabulary)}
    network = copy.copy(encoder.load_network())
    network.sp = _Numbered([[places[item] for item in items] for items in texts])
    network.table = table
    network.scale = np.ones_like(network.scale)
    network.lo = np.zeros_like(network.lo)
    rows: NDArray[np.float32] = network.encode(range(len(texts)))
    return rows


class _Numbered:
    """Stands in for the network's tokenizer: a text is the number of its row."""

    def __init__(self, rows: Sequence[list[int]]) -> None:
        self._rows = rows

    def encode(self, text: int, **_: object) -> list[int]:
        return self._rows[text]
