"""The tagger's network in numpy: words to a score for each tag.

What belongs here: arithmetic on arrays. Sentences are packed one after another, so that one matrix product serves a
whole article; what a word is on its own is worked out once and kept. ``training/tagger/network.py`` is its twin in torch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from threading import Lock
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsdiff.annotate import tagger_features as features

Floats = NDArray[np.float32]
_MOST_CACHED = 40_000
_NO_PIECE = 0


@dataclass(frozen=True, slots=True)
class _Norm:
    """Layer norm: rows with mean 0 and variance 1, times gain, plus bias."""

    gain: Floats
    bias: Floats
    averaging: Floats

    @classmethod
    def of(cls, gain: Floats, bias: Floats) -> _Norm:
        return cls(gain, bias, np.full((len(gain), 1), 1 / len(gain), np.float32))

    def apply(self, x: Floats) -> None:
        """Normalise the rows of ``x`` in place."""
        x -= x @ self.averaging
        deviation: Floats = np.square(x) @ self.averaging
        deviation += 1e-5
        np.sqrt(deviation, out=deviation)
        x /= deviation
        x *= self.gain
        x += self.bias


@dataclass(frozen=True, slots=True)
class _Layer:
    """A convolution over three words: ``weight`` (3, hidden, hidden) tells what each does to the next, itself, the last.

    Three small products take less time than a large one for the few words of a sentence, and no more for an article.
    """

    weight: Floats
    bias: Floats
    norm: _Norm


class Network:
    """Weights, and a cache of the words met.

    ``weights`` are the arrays of the shipped file by name; ``tokenizer`` and ``encoder`` are those of the sentence
    encoder, whose (pieces, 512) bytes ``table`` stands for ``table[r] * scale[b] + lo[b]``, with b = r modulo the
    number of its blocks.
    """

    def __init__(self, weights: dict[str, NDArray[Any]], tokenizer: Any, encoder: Any) -> None:
        """Widen what is small; the large tables stay in bytes."""
        w = {name: array if name == "grams" else array.astype(np.float32) for name, array in weights.items()}
        self._weights = w
        self._tokenizer = tokenizer
        self._pieces = _Pieces(encoder, w)
        self._mix_norm = _Norm.of(w["mix_norm_gain"], w["mix_norm_bias"])
        self._layers = tuple(
            _Layer(
                np.stack(np.split(w[f"convolution_weight_{layer}"], 3, axis=1)),
                w[f"convolution_bias_{layer}"],
                _Norm.of(w[f"norm_gain_{layer}"], w[f"norm_bias_{layer}"]),
            )
            for layer in range(sum(name.startswith("convolution_weight") for name in w))
        )
        self._filling = Lock()
        self._cache: dict[str, int] = {}
        self._known = np.zeros((_MOST_CACHED, w["mix_weight"].shape[1]), np.float32)

    def scores(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """Return (tokens, tags) scores for each sentence; none may be empty."""
        w = self._weights
        x = self._vectors(sentences)
        lengths = [len(tokens) for tokens in sentences]
        starts = [0, *accumulate(lengths[:-1])]
        *layers, last = self._layers
        for layer in layers:
            x = _convolve(x, starts[1:], layer)
        means = np.add.reduceat(x, starts, axis=0) / np.array(lengths, np.float32)[:, None]
        x += np.repeat(means @ w["sentence_weight"] + w["sentence_bias"], lengths, axis=0)
        x = _convolve(x, starts[1:], last)
        packed = x @ w["score_weight"] + w["score_bias"]
        return [packed[start : start + length] for start, length in zip(starts, lengths, strict=True)]

    def _vectors(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """Return (tokens, hidden): what each word of all sentences is on its own. One thread at a time fills the tables."""
        with self._filling:
            rows = self._rows(sentences)
            return self._known[[rows[token] for tokens in sentences for token in tokens]]

    def _rows(self, sentences: Sequence[Sequence[str]]) -> dict[str, int]:
        """Return the row of each word, computing those that are new."""
        distinct = dict.fromkeys(chain.from_iterable(sentences))
        new = [word for word in distinct if word not in self._cache]
        if len(self._cache) + len(new) > len(self._known):
            self._cache.clear()
            new = list(distinct)
            if len(new) > len(self._known):
                self._known = np.zeros((len(new), self._known.shape[1]), np.float32)
        if new:
            first = len(self._cache)
            self._known[first : first + len(new)] = self._words(new)
            self._cache.update(zip(new, range(first, first + len(new)), strict=True))
        return self._cache

    def _words(self, words: Sequence[str]) -> Floats:
        """Return (words, hidden): what each word is on its own."""
        w = self._weights
        seen = [features.word_features(word, self._tokenizer) for word in words]
        classes = np.array([(s.casing, s.script, s.length) for s in seen])
        parts = [
            np.tanh(self._pieces.project(seen)),
            self._gram_sums(seen),
            w["casing"][classes[:, 0]],
            w["script"][classes[:, 1]],
            w["length"][classes[:, 2]],
            np.array([s.traits for s in seen], np.float32),
        ]
        mixed: Floats = np.concatenate(parts, axis=1) @ w["mix_weight"]
        mixed += w["mix_bias"]
        np.maximum(mixed, 0, out=mixed)
        self._mix_norm.apply(mixed)
        return mixed

    def _gram_sums(self, seen: Sequence[features.WordFeatures]) -> Floats:
        """Return (words, grams): the sum of the rows of the n-grams over the root of their number."""
        flat = np.array([gram for s in seen for gram in s.grams])
        counts = [len(s.grams) for s in seen]
        rows = self._weights["grams"][flat] * self._weights["grams_scale"][flat]
        sums: Floats = np.add.reduceat(rows, [0, *accumulate(counts[:-1])], axis=0)
        sums /= np.sqrt(counts, dtype=np.float32)[:, None]
        return sums


class _Pieces:
    """The encoder's vectors of pieces, each projected once, when a word first has it.

    A word's own pieces and those of it in small letters have projections of their own, side by side in one row.
    """

    def __init__(self, encoder: Any, w: dict[str, Floats]) -> None:
        self._table, self._scale, self._low = encoder.table, encoder.scale, encoder.lo
        self._weight = np.concatenate([w["project_weight"], w["lower_weight"]], axis=1) / features.PIECE_SCALE
        self._bias = np.concatenate([w["project_bias"], w["lower_bias"]])
        self._own = len(w["project_bias"])
        self._projected = np.zeros((len(self._table), len(self._bias)), np.float32)
        self._rows = {_NO_PIECE: 0}

    def project(self, seen: Sequence[features.WordFeatures]) -> Floats:
        """Return (words, both projections): the mean over the pieces of a word; the bias alone where none is known."""
        none = (_NO_PIECE,)
        pieces = [s.pieces or none for s in seen] + [s.lower_pieces or none for s in seen]
        counts = [len(of_word) for of_word in pieces]
        row_of = self._rows_of(pieces)
        rows = self._projected[[row_of[piece] for of_word in pieces for piece in of_word]]
        sums = np.add.reduceat(rows, [0, *accumulate(counts[:-1])], axis=0)
        means = sums / np.array(counts, np.float32)[:, None]
        joined: Floats = np.concatenate([means[: len(seen), : self._own], means[len(seen) :, self._own :]], axis=1)
        joined += self._bias
        return joined

    def _rows_of(self, words: Sequence[Sequence[int]]) -> dict[int, int]:
        """Return the row of each piece, projecting those that are new."""
        new = [piece for piece in dict.fromkeys(chain.from_iterable(words)) if piece not in self._rows]
        if new:
            first, after = len(self._rows), len(self._rows) + len(new)
            block = np.array(new) % len(self._scale)
            vectors = self._table[new] * self._scale[block, None] + self._low[block, None]
            self._projected[first:after] = vectors @ self._weight
            self._rows.update(zip(new, range(first, after), strict=True))
        return self._rows


def _convolve(x: Floats, starts: Sequence[int], layer: _Layer) -> Floats:
    """Return the rows after one layer; at ``starts`` a sentence begins that must see nothing of the one before."""
    to_next, itself, to_last = x @ layer.weight
    if starts:
        begins = np.array(starts)
        to_next[begins - 1] = 0
        to_last[begins] = 0
    y: Floats = itself + layer.bias
    y[1:] += to_next[:-1]
    y[:-1] += to_last[1:]
    np.maximum(y, 0, out=y)
    y += x
    layer.norm.apply(y)
    return y
