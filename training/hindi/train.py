"""The training: texts pulled to their targets and told apart from the others of their batch."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from newsdiff.semantics import encoder
from newsdiff.semantics.taught import Item
from training.hindi.network import FrozenEncoder
from training.hindi.words import Drops, Words, count_features

Text = tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run depends on beside its data."""

    seed: int = 1
    passes: int = 12
    dimensions: int = 128
    least_words_a_gram: int = 2
    rate: float = 0.02
    linear_rate: float = 0.25
    warm_up: int = 100
    batch_items: int = 1000
    batch_texts: int = 256
    sharpness: float = 20.0
    pull: float = 4.0
    alike: float = 0.9
    drops: Drops = field(default_factory=Drops)


@dataclass(frozen=True, slots=True)
class Example:
    """A text as items, the unit row where it should land, and how likely it is to take part in a pass."""

    items: Text
    target: NDArray[np.float32]
    share: float = 1.0


class Model(torch.nn.Module):
    """Texts to vectors: trained words in the frozen encoder."""

    def __init__(self, words: Words) -> None:
        """Take the words to train."""
        super().__init__()
        self.words = words
        self.encoder = FrozenEncoder(encoder.load_network())

    def forward(self, texts: Sequence[Text], drops: Drops | None = None) -> Tensor:
        """Return (n, 512) unit rows."""
        vocabulary = dict.fromkeys(item for text in texts for item in text)
        taught = [item for item in vocabulary if isinstance(item, str)]
        pieces = [item for item in vocabulary if isinstance(item, int)]
        places = {item: place for place, item in enumerate([*taught, *pieces])}
        vectors = torch.cat([self.words(taught, drops), torch.from_numpy(encoder.piece_vectors(pieces))])
        flat = torch.tensor([places[item] for text in texts for item in text])
        lengths = [len(text) for text in texts]
        with torch.autocast("cpu", torch.bfloat16, enabled=drops is not None):
            rows: Tensor = self.encoder(vectors[flat], lengths)
        return rows


def train(examples: Sequence[Example], recipe: Recipe, report: Callable[[int, float, Model], None]) -> Model:
    """Return the model after all passes; ``report`` is told number and mean loss of each."""
    torch.manual_seed(recipe.seed)
    rng = random.Random(recipe.seed)
    words = [item for example in examples for item in example.items if isinstance(item, str)]
    model = Model(Words(count_features(words, recipe.least_words_a_gram), recipe.dimensions))
    linear = list(model.words.linear.parameters())
    optimizer = torch.optim.Adam(
        [
            {"params": [model.words.rows, model.words.importance], "factor": 1.0},
            {"params": linear, "factor": recipe.linear_rate},
        ],
        betas=(0.9, 0.98),
        fused=True,
    )
    passes = [list(_batches(examples, recipe, rng)) for _ in range(recipe.passes)]
    steps = sum(map(len, passes))
    step = 0
    for number, batches in enumerate(passes):
        total = 0.0
        for batch in batches:
            rate = recipe.rate * min(1.0, (step + 1) / recipe.warm_up) * _cosine(step / steps)
            for group in optimizer.param_groups:
                group["lr"] = rate * group["factor"]
            texts = [_thin_out(example.items, recipe.drops.item, rng) for example in batch]
            loss = _loss(model(texts, recipe.drops), batch, recipe)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            total += loss.item()
            step += 1
        report(number, total / len(batches), model)
    return model


def encode_texts(model: Model, texts: Sequence[Text], at_once: int = 64) -> NDArray[np.float32]:
    """Return (n, 512) unit rows of the trained model."""
    with torch.no_grad():
        return np.concatenate([model(texts[at : at + at_once]).numpy() for at in range(0, len(texts), at_once)])


def _cosine(done: float) -> float:
    return max(0.02, 0.5 * (1 + math.cos(math.pi * done)))


def _batches(examples: Sequence[Example], recipe: Recipe, rng: random.Random) -> Iterator[list[Example]]:
    """Texts of about the same length together, in batches of about the same number of items, shuffled."""
    taking = [example for example in examples if rng.random() < example.share]
    taking.sort(key=lambda example: len(example.items) * (1 + 0.3 * rng.random()) + rng.random())
    batches: list[list[Example]] = [[]]
    size = 0
    for example in taking:
        if batches[-1] and (size + len(example.items) > recipe.batch_items or len(batches[-1]) >= recipe.batch_texts):
            batches.append([])
            size = 0
        batches[-1].append(example)
        size += len(example.items)
    rng.shuffle(batches)
    yield from batches


def _thin_out(text: Text, rate: float, rng: random.Random) -> Text:
    """Leave out some items, never the marks of begin and end nor the only item between them."""
    if rate == 0 or len(text) <= 3:
        return text
    kept = tuple(item for item in text[1:-1] if rng.random() >= rate)
    return (text[0], *(kept or text[1:-1]), text[-1])


def _loss(rows: Tensor, batch: Sequence[Example], recipe: Recipe) -> Tensor:
    """Contrast both ways (targets that are alike are no negatives), and the distance to the target."""
    targets = torch.from_numpy(np.stack([example.target for example in batch]))
    same = torch.arange(len(batch))
    alike = (targets @ targets.T > recipe.alike) & ~torch.eye(len(batch), dtype=torch.bool)
    scores = (rows @ targets.T * recipe.sharpness).masked_fill(alike, -1e9)
    contrast = functional.cross_entropy(scores, same) + functional.cross_entropy(scores.T, same)
    return contrast + recipe.pull * (1 - (rows * targets).sum(1)).mean()
