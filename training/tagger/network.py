"""The network in torch: words to tag scores, and the loss of a linear-chain CRF.

What belongs here: the twin of ``newsdiff.annotate.tagger_network``. Sentences are packed one after another with a row
of zeros between them, there as here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from newsdiff.annotate import tagger_features as features
from training.tagger.corpus import TAGS


@dataclass(frozen=True, slots=True)
class Shape:
    """How wide the parts are."""

    encoder: int = 512
    projected: int = 128
    lower: int = 64
    grams: int = 48
    hidden: int = 192
    layers: int = 3
    buckets: int = features.BUCKETS


@dataclass(frozen=True, slots=True)
class Dropout:
    """How much is left out while training."""

    hidden: float = 0.3
    grams: float = 0.3
    all_grams: float = 0.1
    encoder: float = 0.1
    names: float = 0.3


class WordTable:
    """The features of every word met so far, as growing arrays; row 0 is no word."""

    def __init__(self, tokenizer: Any, pieces: np.ndarray) -> None:
        """Take the encoder's tokenizer and its (pieces, 512) vectors."""
        self._tokenizer = tokenizer
        self._pieces = pieces
        self._row: dict[str, int] = {}
        self._size = 1
        self.encoder = np.zeros((1 << 16, pieces.shape[1]), np.float16)
        self.lower = np.zeros_like(self.encoder)
        self.grams = np.zeros((1 << 16, features.MOST_GRAMS), np.int32)
        self.classes = np.zeros((1 << 16, 3), np.int16)
        self.traits = np.zeros((1 << 16, features.TRAITS), np.float32)

    def rows(self, words: Sequence[str]) -> list[int]:
        """Return the row of each word, adding those that are new."""
        return [self._row.get(word) or self._add(word) for word in words]

    def _add(self, word: str) -> int:
        row = self._size
        if row == len(self.encoder):
            for name in ("encoder", "lower", "grams", "classes", "traits"):
                old = getattr(self, name)
                setattr(self, name, np.concatenate([old, np.zeros_like(old)]))
        seen = features.word_features(word, self._tokenizer)
        if seen.pieces:
            self.encoder[row] = self._pieces[list(seen.pieces)].mean(0)
        if seen.lower_pieces:
            self.lower[row] = self._pieces[list(seen.lower_pieces)].mean(0)
        self.grams[row, : len(seen.grams)] = seen.grams
        self.classes[row] = (seen.casing, seen.script, seen.length)
        self.traits[row] = seen.traits
        self._row[word] = row
        self._size += 1
        return row


@dataclass(frozen=True, slots=True)
class Batch:
    """Packed sentences: distinct words, the word at each place (0 between sentences), first places and lengths."""

    words: np.ndarray
    places: np.ndarray
    starts: np.ndarray
    lengths: np.ndarray
    tags: np.ndarray
    weights: np.ndarray


def pack(table: WordTable, sentences: Sequence[tuple[Sequence[str], Sequence[int], float]]) -> Batch:
    """Pack sentences of (tokens, tag numbers, weight)."""
    flat: list[int] = [0]
    starts: list[int] = []
    for tokens, _, _ in sentences:
        starts.append(len(flat))
        flat += [*table.rows(tokens), 0]
    words, places = np.unique(np.array(flat), return_inverse=True)
    lengths = np.array([len(tokens) for tokens, _, _ in sentences])
    tags = np.zeros((len(sentences), lengths.max()), np.int64)
    for row, (_, numbers, _) in enumerate(sentences):
        tags[row, : len(numbers)] = numbers
    return Batch(words, places, np.array(starts), lengths, tags, np.array([w for _, _, w in sentences], np.float32))


@dataclass(frozen=True, slots=True)
class Expected:
    """How often each tag stands at each place, follows another, opens a sentence; times the sentences' weights.

    Shapes: (sentences, longest, tags), (tags, tags), (tags,). Of labels these are counts, of a network expectations.
    """

    scores: Tensor
    transitions: Tensor
    opening: Tensor

    def mixed(self, other: Expected, share: float) -> Expected:
        """Return these with a share of the other."""
        return Expected(
            torch.lerp(self.scores, other.scores, share),
            torch.lerp(self.transitions, other.transitions, share),
            torch.lerp(self.opening, other.opening, share),
        )


class LeaveOut(nn.Module):
    """Dropout that draws eight masks of one random number, a byte each: drawing is what takes time on a processor."""

    def __init__(self, share: float) -> None:
        """Round the share to 256ths."""
        super().__init__()
        self._lowest = round(share * 256)

    def forward(self, x: Tensor) -> Tensor:
        """Return ``x`` with a share of its values at zero and the others scaled up; all of it when not training."""
        if not self.training:
            return x
        drawn = torch.randint(-(2**63), 2**63 - 1, (x.numel() // 8 + 1,)).view(torch.uint8)[: x.numel()]
        return x * ((drawn >= self._lowest).float() * (256 / (256 - self._lowest))).view(x.shape)


class Network(nn.Module):
    """Word features to tag scores: projections, three residual convolutions over three words, the sentence's mean."""

    def __init__(self, table: WordTable, shape: Shape = Shape(), dropout: Dropout = Dropout()) -> None:
        """Draw the first weights."""
        super().__init__()
        self.table, self.shape, self.rates = table, shape, dropout
        width = shape.projected + shape.lower + shape.grams + 8 + 8 + 4 + features.TRAITS
        self.project = nn.Linear(shape.encoder, shape.projected)
        self.lower = nn.Linear(shape.encoder, shape.lower)
        self.grams = nn.Embedding(shape.buckets, shape.grams, padding_idx=0)
        nn.init.normal_(self.grams.weight, 0, 0.1)
        with torch.no_grad():
            self.grams.weight[0] = 0
        self.casing = nn.Embedding(features.CASINGS, 8)
        self.script = nn.Embedding(features.SCRIPTS, 8)
        self.length = nn.Embedding(features.LENGTHS, 4)
        self.mix = nn.Linear(width, shape.hidden)
        self.mix_norm = nn.LayerNorm(shape.hidden)
        self.convolutions = nn.ModuleList(nn.Linear(3 * shape.hidden, shape.hidden) for _ in range(shape.layers))
        self.norms = nn.ModuleList(nn.LayerNorm(shape.hidden) for _ in range(shape.layers))
        self.sentence = nn.Linear(shape.hidden, shape.hidden)
        self.score = nn.Linear(shape.hidden, len(TAGS))
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.opening = nn.Parameter(torch.zeros(len(TAGS)))
        self.leave_out = LeaveOut(dropout.hidden)

    def words(self, rows: np.ndarray) -> Tensor:
        """Return (words, hidden): what each distinct word is on its own."""
        encoder = torch.from_numpy(self.table.encoder[rows]).float() / features.PIECE_SCALE
        lower = torch.from_numpy(self.table.lower[rows]).float() / features.PIECE_SCALE
        grams = torch.from_numpy(self.table.grams[rows]).long()
        classes = torch.from_numpy(self.table.classes[rows]).long()
        traits = torch.from_numpy(self.table.traits[rows])
        if self.training:
            count = len(rows)
            traits[:, features.LISTED_NAMES] *= torch.rand(count, 1) > self.rates.names
            encoder = encoder * (torch.rand(count, 1) > self.rates.encoder)
            lower = lower * (torch.rand(count, 1) > self.rates.encoder)
            grams = grams * (torch.rand(grams.shape) > self.rates.grams) * (torch.rand(count, 1) > self.rates.all_grams)
        spelled = self.grams(grams).sum(1) / (grams > 0).sum(1, keepdim=True).clamp(min=1).float().sqrt()
        parts = [
            torch.tanh(self.project(encoder)),
            torch.tanh(self.lower(lower)),
            spelled,
            self.casing(classes[:, 0]),
            self.script(classes[:, 1]),
            self.length(classes[:, 2]),
            traits,
        ]
        return self.mix_norm(functional.relu(self.mix(self.leave_out(torch.cat(parts, 1)))))

    def forward(self, batch: Batch) -> Tensor:
        """Return (places, tags): scores at every place of the packed batch."""
        inside = torch.from_numpy((batch.words[batch.places] > 0).astype(np.float32))[:, None]
        x = self.words(batch.words)[torch.from_numpy(batch.places)] * inside
        owner = torch.repeat_interleave(torch.arange(len(batch.lengths)), torch.from_numpy(batch.lengths))
        tokens = torch.nonzero(inside[:, 0])[:, 0]
        for number, (convolution, norm) in enumerate(zip(self.convolutions, self.norms, strict=True)):
            if number == len(self.convolutions) - 1:
                dropped = self.leave_out(x)
                sums = torch.zeros(len(batch.lengths), x.shape[1]).index_add(0, owner, dropped[tokens])
                means = self.sentence(sums / torch.from_numpy(batch.lengths)[:, None])
                x = x.index_add(0, tokens, means[owner])
            dropped = self.leave_out(x)
            blank = torch.zeros(1, x.shape[1])
            near = torch.cat([torch.cat([blank, dropped[:-1]]), dropped, torch.cat([dropped[1:], blank])], 1)
            x = norm(x + functional.relu(convolution(near))) * inside
        scores: Tensor = self.score(self.leave_out(x))
        return scores

    def loss(self, batch: Batch, wanted: Expected) -> Tensor:
        """Return the mean weighted cross entropy a token of ``wanted`` to what the network expects."""
        scores = _padded(self(batch), batch)
        total = (_log_partitions(scores, self.transitions, self.opening, batch) * torch.from_numpy(batch.weights)).sum()
        total = total - (scores * wanted.scores).sum() - (self.transitions * wanted.transitions).sum()
        return (total - (self.opening * wanted.opening).sum()) / int(batch.lengths.sum())


def expected(networks: Sequence[Network], batch: Batch) -> Expected:
    """Return what networks expect of a batch when their scores are averaged, to teach another."""
    with torch.no_grad():
        scores = torch.stack([_padded(network(batch), batch) for network in networks]).mean(0)
        transitions = torch.stack([network.transitions for network in networks]).mean(0)
        opening = torch.stack([network.opening for network in networks]).mean(0)
    parts = [part.requires_grad_() for part in (scores, transitions, opening)]
    total = (_log_partitions(*parts, batch) * torch.from_numpy(batch.weights)).sum()
    return Expected(*torch.autograd.grad(total, parts))


def observed(batch: Batch) -> Expected:
    """Return the labels themselves."""
    mask, tags = _mask(batch), torch.from_numpy(batch.tags)
    weights = torch.from_numpy(batch.weights)[:, None] * mask
    scores = functional.one_hot(tags, len(TAGS)) * weights[:, :, None]
    pairs = functional.one_hot(tags[:, :-1] * len(TAGS) + tags[:, 1:], len(TAGS) ** 2) * weights[:, 1:, None]
    return Expected(scores, pairs.sum((0, 1)).reshape(len(TAGS), len(TAGS)), scores[:, 0].sum(0))


def _padded(packed: Tensor, batch: Batch) -> Tensor:
    """Return (sentences, longest, tags) of packed rows; what lies behind a sentence's end is no score of it."""
    mask = _mask(batch)
    at = torch.from_numpy(batch.starts)[:, None] + torch.arange(mask.shape[1])
    return packed[torch.where(mask, at, torch.zeros_like(at))]


def _mask(batch: Batch) -> Tensor:
    return torch.arange(batch.tags.shape[1]) < torch.from_numpy(batch.lengths)[:, None]


def _log_partitions(scores: Tensor, transitions: Tensor, opening: Tensor, batch: Batch) -> Tensor:
    """Return (sentences,): the log of the sum over all paths."""
    mask = _mask(batch)
    forward = scores[:, 0] + opening
    for place in range(1, scores.shape[1]):
        step = torch.logsumexp(forward[:, :, None] + transitions, 1) + scores[:, place]
        forward = torch.where(mask[:, place : place + 1], step, forward)
    return torch.logsumexp(forward, 1)
