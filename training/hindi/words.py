"""The part that is trained: vectors of features, a weight each, and a linear layer to the encoder's piece vectors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from newsdiff.semantics.devanagari import features
from newsdiff.semantics.encoder import DIMENSIONS

PIECE_DEVIATION = 2.5
"""How far the components of the encoder's piece vectors spread: where the words' vectors begin, too."""


@dataclass(frozen=True, slots=True)
class Drops:
    """How often training hides something: an item of a text, a word as a whole (its n-grams learn to stand in), a feature."""

    item: float = 0.0
    word: float = 0.3
    feature: float = 0.1


def count_features(words: Iterable[str], least: int) -> list[int]:
    """Return the keys of the features to learn: every whole word, and n-grams of at least ``least`` of the words."""
    known = sorted(set(words))
    whole = [features(word)[0] for word in known]
    grams = Counter(key for word in known for key in features(word)[1:])
    return list(dict.fromkeys([*whole, *(key for key, count in sorted(grams.items()) if count >= least)]))


class Words(torch.nn.Module):
    """Vectors of words from vectors of features: the sum over the root of their number, then a linear layer."""

    def __init__(self, keys: Sequence[int], dimensions: int) -> None:
        """Begin at random (torch's seed), at the spread of the encoder's own vectors."""
        super().__init__()
        self.keys = list(keys)
        self._places = {key: place for place, key in enumerate(keys)}
        self._found: dict[str, list[int]] = {}
        self.rows = torch.nn.Parameter(torch.randn(len(keys), dimensions) * PIECE_DEVIATION / dimensions**0.5)
        self.importance = torch.nn.Parameter(torch.zeros(len(keys)))
        self.linear = torch.nn.Linear(dimensions, DIMENSIONS)
        torch.nn.init.normal_(self.linear.weight)
        torch.nn.init.zeros_(self.linear.bias)

    def forward(self, words: Sequence[str], drops: Drops | None = None) -> Tensor:
        """Return (n, 512) for n words; ``drops`` in training alone."""
        places: list[int] = []
        starts: list[int] = []
        counts: list[int] = []
        for word in words:
            known = self._known(word)
            if drops and len(known) > 1 and float(torch.rand(1)) < drops.word:
                known = known[1:]
            starts.append(len(places))
            counts.append(max(1, len(known)))
            places += known
        index = torch.tensor(places, dtype=torch.long)
        weights = torch.exp(self.importance[index])
        if drops:
            weights = weights * (torch.rand_like(weights) > drops.feature) / (1 - drops.feature)
        summed = functional.embedding_bag(
            index, self.rows, torch.tensor(starts), mode="sum", per_sample_weights=weights
        )
        vectors: Tensor = self.linear(summed / torch.tensor(counts).sqrt()[:, None])
        return vectors

    def _known(self, word: str) -> list[int]:
        if word not in self._found:
            self._found[word] = [place for key in features(word) if (place := self._places.get(key)) is not None]
        return self._found[word]
