"""How much speaks for two claims filling the same slot: features of a pair, and the log-odds that they add up to.

The weights of a family come from ``models/alignment.yaml``, which training/alignment fits; what each feature measures is
said here, in the order of ``FEATURES``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsdiff import schema
from newsdiff.align.node import Node

Matrix = NDArray[np.float64]

FEATURES = (
    "bias",  # 1
    "sentence",  # cosine of the masked sentences, the best pair of mentions
    "wide",  # the same of eight words to each side
    "narrow",  # the same of three words to each side
    "margin",  # how far the mean of the three lies above the best rival in either article; negative where one is better
    "key",  # cosine of what is counted, above its usual level; 0 where one of the two does not say
    "key_unknown",  # 1 where one of the two does not say what is counted
    "actors",  # share of the actors named beside one that are named beside the other, too
    "distance",  # how far apart they stand in their articles, 0 to 1
    "equal",  # how telling an equal value is: 1 for many digits, near 0 for a small whole number
    "compatible",  # the same of a value that is compatible but not equal
    "different",  # 1 where the values exclude each other
)


@dataclass(frozen=True)
class Weights:
    """The weights of each family of claims, by feature."""

    families: dict[str, dict[str, float]]


@cache
def load_weights() -> Weights:
    """The weights that the package carries."""
    return schema.read([Path(__file__).parent.parent / "models" / "alignment.yaml"], Weights)


def log_odds(nodes: Sequence[Node], relations: Matrix, family: str) -> Matrix:
    """Log-odds (n, n) that two nodes of one family fill the same slot; see ``features`` for ``relations``."""
    weights = load_weights().families[family]
    vector = np.array([weights.get(name, 0.0) for name in FEATURES])
    return np.round(features(nodes, relations) @ vector, 4)


def features(nodes: Sequence[Node], relations: Matrix) -> Matrix:
    """The features (n, n, len(FEATURES)) of every pair of nodes.

    ``relations`` (n, n) says how the values stand to each other: 2 equal, 1 compatible, 0 unknown, -1 disjoint.
    """
    count = len(nodes)
    windows = [_window_similarity(nodes, window) for window in range(3)]
    mean = sum(windows) / 3
    keys, known = _key_similarity(nodes)
    telling = np.array([node.telling for node in nodes])
    least = np.minimum.outer(telling, telling)
    out = np.zeros((count, count, len(FEATURES)))
    places = np.array([node.place for node in nodes])
    columns = {
        "bias": np.ones((count, count)),
        "sentence": windows[0],
        "wide": windows[1],
        "narrow": windows[2],
        "margin": _margin(mean, [node.article for node in nodes]),
        "key": keys,
        "key_unknown": 1.0 - known,
        "actors": _actor_overlap(nodes),
        "distance": np.abs(places[:, None] - places[None, :]),
        "equal": np.where(relations == 2, least, 0.0),
        "compatible": np.where(relations == 1, least, 0.0),
        "different": (relations < 0).astype(float),
    }
    for at, name in enumerate(FEATURES):
        out[:, :, at] = columns[name]
    return out


def _window_similarity(nodes: Sequence[Node], window: int) -> Matrix:
    """Cosine (n, n) of one window, the best over the mentions of each node."""
    rows = np.concatenate([np.stack([context.windows[window] for context in node.contexts]) for node in nodes])
    starts = np.cumsum([0, *(len(node.contexts) for node in nodes)])[:-1]
    cosines = (rows @ rows.T).astype(np.float64)
    by_row = np.maximum.reduceat(cosines, starts, axis=0)
    best: Matrix = np.maximum.reduceat(by_row, starts, axis=1)
    return best


def _key_similarity(nodes: Sequence[Node]) -> tuple[Matrix, Matrix]:
    """Cosine of the keys, 0 where one has none; and whether both have one."""
    keys = [next((context.key for context in node.contexts if context.key is not None), None) for node in nodes]
    has = np.array([key is not None for key in keys])
    rows = np.stack([np.zeros(512, np.float32) if key is None else key for key in keys])
    known = np.outer(has, has).astype(np.float64)
    return (rows @ rows.T).astype(np.float64) * known, known


def _actor_overlap(nodes: Sequence[Node]) -> Matrix:
    """Shared actors over the smaller set of the two (0 where one names nobody)."""
    names = sorted({actor for node in nodes for actor in node.actors})
    at = {name: number for number, name in enumerate(names)}
    named = np.zeros((len(nodes), max(1, len(names))))
    for row, node in enumerate(nodes):
        for actor in node.actors:
            named[row, at[actor]] = 1.0
    sizes = named.sum(1)
    overlap: Matrix = (named @ named.T) / np.maximum(1.0, np.minimum.outer(sizes, sizes))
    return overlap


def _margin(similarity: Matrix, articles: Sequence[str]) -> Matrix:
    """For each pair, similarity minus that of the best rival: another node of the one's or the other's article."""
    count = len(articles)
    rival = np.full((count, count), -1.0)
    for article in sorted(set(articles)):
        columns = np.array([owner == article for owner in articles])
        block = similarity[:, columns]
        if block.shape[1] < 2:
            continue
        order = np.argsort(-block, axis=1, kind="stable")
        best = np.take_along_axis(block, order[:, :1], 1)
        second = np.take_along_axis(block, order[:, 1:2], 1)
        rivals = np.where(np.arange(block.shape[1])[None, :] == order[:, :1], second, best)
        rival[:, columns] = rivals
    alone = rival == -1.0
    rival = np.where(alone, similarity - 0.2, rival)
    both: Matrix = np.minimum(similarity - rival, (similarity - rival.T))
    return np.clip(both, -0.5, 0.5)
