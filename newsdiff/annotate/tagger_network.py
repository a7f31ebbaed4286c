"""The tagger's network in numpy: words to a score for each tag.

What belongs here: arithmetic on arrays. Sentences are packed one after another with a row of zeros between them, so
that one matrix product serves a whole article. ``training/tagger/network.py`` is its twin in torch.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsdiff.annotate import tagger_features as features

Floats = NDArray[np.float32]
_MOST_CACHED = 40_000


class Network:
    """Weights, and a cache of the words met.

    ``weights`` are the arrays of the shipped file by name; ``tokenizer`` and ``encoder`` are those of the sentence
    encoder, whose (pieces, 512) bytes ``table`` stands for ``table[r] * scale[b] + lo[b]``, with b = r modulo the
    number of its blocks.
    """

    def __init__(self, weights: dict[str, NDArray[Any]], tokenizer: Any, encoder: Any) -> None:
        """Widen what is small; the one large table stays in bytes."""
        self._tokenizer = tokenizer
        self._pieces, self._scale, self._low = encoder.table, encoder.scale, encoder.lo
        self._grams, self._gram_scale = weights["grams"], weights["grams_scale"].astype(np.float32)
        dense = {name: array.astype(np.float32) for name, array in weights.items() if not name.startswith("grams")}
        self._weights = dense
        self._layers = sum(name.startswith("convolution_weight") for name in dense)
        self._cache: dict[str, int] = {}
        self._known = np.zeros((1024, dense["mix_weight"].shape[1]), np.float32)

    def scores(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """Return (tokens, tags) scores for each sentence."""
        w = self._weights
        flat = [0]
        starts: list[int] = []
        rows = self._rows(sentences)
        for tokens in sentences:
            starts.append(len(flat))
            flat += [*(rows[token] for token in tokens), 0]
        x = self._known[flat]
        inside = (np.array(flat) > 0).astype(np.float32)[:, None]
        lengths = [len(tokens) for tokens in sentences]
        width = x.shape[1]
        for layer in range(self._layers):
            if layer == self._layers - 1:
                sums = np.add.reduceat(x, starts, axis=0)
                means = sums / np.array(lengths, np.float32)[:, None] @ w["sentence_weight"] + w["sentence_bias"]
                x[1:] += np.repeat(means, [length + 1 for length in lengths], axis=0)
                x *= inside
            taps = x @ w[f"convolution_weight_{layer}"]
            y = taps[:, width : 2 * width] + w[f"convolution_bias_{layer}"]
            y[1:] += taps[:-1, :width]
            y[:-1] += taps[1:, 2 * width :]
            np.maximum(y, 0, out=y)
            y += x
            x = _normalise(y, w[f"norm_gain_{layer}"], w[f"norm_bias_{layer}"]) * inside
        packed = x @ w["score_weight"] + w["score_bias"]
        return [packed[start : start + length] for start, length in zip(starts, lengths, strict=True)]

    def _rows(self, sentences: Sequence[Sequence[str]]) -> dict[str, int]:
        """Return the row of each word, computing those that are new."""
        distinct = dict.fromkeys(token for tokens in sentences for token in tokens)
        new = [word for word in distinct if word not in self._cache]
        if len(self._cache) + len(new) > _MOST_CACHED:
            self._cache.clear()
            new = list(distinct)
        if new:
            first = len(self._cache) + 1
            while first + len(new) > len(self._known):
                self._known = np.concatenate([self._known, np.zeros_like(self._known)])
            self._known[first : first + len(new)] = self._words(new)
            self._cache.update(zip(new, range(first, first + len(new)), strict=True))
        return self._cache

    def _words(self, words: Sequence[str]) -> Floats:
        """Return (words, hidden): what each word is on its own."""
        w = self._weights
        seen = [features.word_features(word, self._tokenizer) for word in words]
        classes = np.array([(s.casing, s.script, s.length) for s in seen])
        parts = [
            np.tanh(self._means([s.pieces for s in seen]) @ w["project_weight"] + w["project_bias"]),
            np.tanh(self._means([s.lower_pieces for s in seen]) @ w["lower_weight"] + w["lower_bias"]),
            self._gram_sums(seen),
            w["casing"][classes[:, 0]],
            w["script"][classes[:, 1]],
            w["length"][classes[:, 2]],
            np.array([s.traits for s in seen], np.float32),
        ]
        mixed = np.concatenate(parts, axis=1) @ w["mix_weight"] + w["mix_bias"]
        np.maximum(mixed, 0, out=mixed)
        return _normalise(mixed, w["mix_norm_gain"], w["mix_norm_bias"])

    def _means(self, pieces: Sequence[tuple[int, ...]]) -> Floats:
        """Return (words, 512): the mean of the encoder's vectors of the pieces, zero where no piece is known."""
        means = np.zeros((len(pieces), self._pieces.shape[1]), np.float32)
        filled = [number for number, rows in enumerate(pieces) if rows]
        if filled:
            flat = np.array([piece for number in filled for piece in pieces[number]])
            counts = np.array([len(pieces[number]) for number in filled])
            block = flat % len(self._scale)
            rows = self._pieces[flat] * self._scale[block, None] + self._low[block, None]
            starts = np.concatenate([[0], counts.cumsum()[:-1]])
            means[filled] = np.add.reduceat(rows, starts, axis=0) / counts[:, None] / features.PIECE_SCALE
        return means

    def _gram_sums(self, seen: Sequence[features.WordFeatures]) -> Floats:
        """Return (words, grams): the sum of the rows of the n-grams over the root of their number."""
        flat = np.array([gram for s in seen for gram in s.grams])
        counts = np.array([len(s.grams) for s in seen])
        rows = self._grams[flat] * self._gram_scale[flat]
        starts = np.concatenate([[0], counts.cumsum()[:-1]])
        sums: Floats = np.add.reduceat(rows, starts, axis=0)
        sums /= np.sqrt(counts, dtype=np.float32)[:, None]
        return sums


def _normalise(x: Floats, gain: Floats, bias: Floats) -> Floats:
    """Return the rows with mean 0 and variance 1, times gain, plus bias (layer norm)."""
    x = x - x.mean(1, keepdims=True)
    variance = np.einsum("ij,ij->i", x, x) / x.shape[1]
    x *= (1 / np.sqrt(variance + 1e-5))[:, None]
    x *= gain
    x += bias
    return x
