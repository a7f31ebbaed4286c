"""The encoder's network in numpy: from the pieces of texts to a row of 512 for each text.

What belongs here: arithmetic on arrays. Architecture (Yang et al. 2019, Multilingual Universal Sentence Encoder for
Semantic Retrieval): three convolutional branches over the vectors of the pieces, summed over the text, then a deep
averaging network. The texts of a comparison overlap (a sentence, the words around a figure in it), so what a branch makes
of a piece, and of the pieces around it, is worked out once for all places that have the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from newsdiff.semantics.weights import BLOCKS, Weights

Floats = NDArray[np.float32]
Places = NDArray[np.intp]

BRANCHES = ((2, 0), (3, 1), (5, 2))
"""Width of a branch's windows, and how many of a window's places lie before its centre."""
_BRANCH = 256
_AT_ONCE = 600
"""Pieces that are read in one go: enough to have much in common, and few enough to stay near the processor."""


class Network:
    """Frozen weights; ``pieces`` is how many pieces there are."""

    def __init__(self, weights: Weights) -> None:
        """Join what is multiplied together, and take apart what is multiplied place by place."""
        self.weights = weights
        self.pieces = len(weights.table)
        w = weights.others
        self._project, self._project_bias, self._gain, self._bias = (
            np.concatenate([w[f"{name}{width}"] for width, _ in BRANCHES], axis=-1)
            for name in ("proj", "proj_b", "ln_g", "ln_b")
        )
        self._layers = [
            [(w[f"w{layer}_{width}"].reshape(width, _BRANCH, _BRANCH), w[f"b{layer}_{width}"]) for layer in (1, 2)]
            for width, _ in BRANCHES
        ]

    def piece_vectors(self, pieces: Sequence[int] | Places) -> Floats:
        """Return (n, 512): the vectors that the network begins with, for pieces by their numbers."""
        at = np.asarray(pieces, dtype=np.intp)
        block = at % BLOCKS
        scale, low = self.weights.others["scale"], self.weights.others["lo"]
        vectors: Floats = np.asarray(self.weights.table[at]) * scale[block, None] + low[block, None]
        return vectors

    def encode(self, texts: Sequence[Sequence[int]], vectors: Callable[[Places], Floats]) -> Floats:
        """Return (texts, 512) rows of unit length. A text is the numbers of its pieces, of which it has at least one.

        ``vectors`` gives (n, 512) for pieces by their numbers.
        """
        rows = [self._encode(group, vectors) for group in _groups(texts)]
        return np.concatenate(rows) if rows else np.zeros((0, len(self.weights.others["d3"])), np.float32)

    def _encode(self, texts: Sequence[Sequence[int]], vectors: Callable[[Places], Floats]) -> Floats:
        w = self.weights.others
        lengths = np.array([len(text) for text in texts])
        pieces, of_place = np.unique(np.fromiter(chain.from_iterable(texts), np.intp), return_inverse=True)
        table = vectors(pieces)
        projected = table @ self._project + self._project_bias
        self._standardise(projected)
        projected = projected * self._gain + self._bias
        parts = [table[of_place]]
        for number, (width, before) in enumerate(BRANCHES):
            branch = projected[:, number * _BRANCH : (number + 1) * _BRANCH]
            windows = _windows(lengths, width, before)
            (first, second) = self._layers[number]
            around, of_around = _distinct(_fill(windows, of_place, len(branch)))
            branch = _convolve(branch, around, before, *first)
            parts.append(_convolve(branch, _fill(windows, of_around, len(branch)), before, *second))
        read = np.concatenate(parts, axis=1)
        self._standardise(read)
        sums = np.add.reduceat(read, np.cumsum(lengths) - lengths, axis=0)
        size = lengths.astype(np.float32)[:, None]
        return self._average(sums * w["ln_g"] + size * w["ln_b"], size)

    def _average(self, sums: Floats, lengths: Floats) -> Floats:
        """Return unit rows for the summed rows of texts."""
        w = self.weights.others
        pooled = (sums @ w["cnn_W"] + lengths * w["cnn_b"]) / np.sqrt(lengths)
        low = np.maximum(pooled @ w["d0"], 0)
        middle = np.maximum(pooled @ w["p1"] + low @ w["d1"], 0)
        high = np.maximum(middle @ w["d2"], 0)
        rows: Floats = np.tanh(middle @ w["p3"] + high @ w["d3"])
        rows /= np.linalg.norm(rows, axis=1, keepdims=True)
        return rows

    def _standardise(self, x: Floats) -> None:
        """Give the rows of ``x`` mean 0 and variance 1, in place."""
        x -= x.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", x, x) / x.shape[1]
        x *= np.reciprocal(np.sqrt(variance + np.float32(self.weights.others["eps"])))[:, None]


def _groups(texts: Sequence[Sequence[int]]) -> Iterator[Sequence[Sequence[int]]]:
    """Yield the texts in order, in groups of few enough pieces; a text that is longer is a group of its own."""
    first = pieces = 0
    for place, text in enumerate(texts):
        if place > first and pieces + len(text) > _AT_ONCE:
            yield texts[first:place]
            first, pieces = place, 0
        pieces += len(text)
    if first < len(texts):
        yield texts[first:]


def _windows(lengths: Places, width: int, before: int) -> Places:
    """Return (places, width): the places of the window around each place of texts that lie one after another.

    A place beyond the text is told as the number of all places.
    """
    ends = np.cumsum(lengths)
    start, end = np.repeat(ends - lengths, lengths)[:, None], np.repeat(ends, lengths)[:, None]
    windows = np.arange(ends[-1])[:, None] + np.arange(-before, width - before)
    return np.where((windows >= start) & (windows < end), windows, ends[-1])


def _fill(windows: Places, rows: Places, none: int) -> Places:
    """Return the windows with the row that stands at each place, ``none`` beyond the text."""
    filled: Places = np.append(rows, none)[windows]
    return filled


def _distinct(windows: Places) -> tuple[Places, Places]:
    """Return the windows that differ, and for each window which of them it is."""
    keys = np.ascontiguousarray(windows).view(f"V{windows.itemsize * windows.shape[1]}").ravel()
    _, first, which = np.unique(keys, return_index=True, return_inverse=True)
    return windows[first], which


def _convolve(x: Floats, windows: Places, before: int, weight: Floats, bias: Floats) -> Floats:
    """Return (windows, 256): one layer over windows of rows of ``x``; a row beyond ``x`` is one of zeros.

    ``weight`` (width, 256, 256) tells what a row does at each place of a window.
    """
    rows = windows.T.copy()
    done = np.zeros((len(x) + 1, len(bias)), np.float32)
    y: Floats = np.tile(bias, (len(windows), 1))
    for at_place, does in zip(rows, weight, strict=True):
        np.matmul(x, does, out=done[:-1])
        y += done.take(at_place, axis=0)
    np.maximum(y, 0, out=y)
    y += x.take(rows[before], axis=0)
    return y
