"""How much speaks for two claims filling the same slot: features of a pair, and the log-odds that they add up to.

The weights of a family come from ``models/alignment.yaml``, which training/alignment fits; what each feature measures is
said here, in the order of ``FEATURES``.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsdiff import schema
from newsdiff.align.context import OTHER_NAME
from newsdiff.align.node import Node
from newsdiff.align.relations import COMPATIBLE, DISJOINT, EQUAL, UNKNOWN, Matrix, Relations
from newsdiff.align.similarity import (
    actor_overlap,
    compare_concepts,
    compare_places,
    key_similarity,
    margins,
    share_sentences,
    stand_elsewhere,
    window_similarity,
)

FEATURES = (
    "bias",  # 1
    "sentence",  # cosine of the masked sentences, the best pair of mentions
    "wide",  # the same of eight words to each side
    "narrow",  # the same of three words to each side
    "margin",  # how far the mean of the three lies above the best rival in either article; negative where one is better
    "margin_key",  # the same of that mean and half the cosine of what is counted
    "key",  # cosine of what is counted, 0 where one does not say, or names in all languages tell more
    "key_unknown",  # 1 where one of the two does not say what is counted
    "same_concept",  # 1 where both have one name for it, and their articles no other figure of the same; less with more of them
    "other_concept",  # 1 where they have two names for it, which tell two things apart
    "actors",  # share of the actors named beside one that are named beside the other, too
    "anchors",  # of the other figures and dates of the two sentences the share that stands in both, by how telling they are
    "taken",  # of values that differ: 1 where each stands in the other's sentence, too, 0.5 where one does
    "elsewhere",  # of values that differ: how telling they are that stand elsewhere in the other article, too, both or half
    "same_place",  # 1 where a place is named right beside both
    "other_place",  # 1 where places are named right beside both, but no common one
    "distance",  # how far apart they stand in their articles, 0 to 1
    "equal",  # how telling an equal value is: 1 for many digits, near 0 for a small whole number
    "compatible",  # the same of a value that is compatible but not equal
    "near",  # the same of one that lies next to it, less the farther it lies: "over 70" and 71
    "far",  # how far compatible values are from each other: "over 70" and 118
    "different",  # 1 where the values exclude each other, or would if it were said what they measure
    "apart",  # how far such values are from each other, 0 to 1
    "slip",  # 1 where one of such values looks like the other mistyped
)
FAR_WORSE = -0.1
"""How far below the best rival a pair is no match."""
STRANGE = 0.3
"""Cosine of sentences, and of what is counted, up to which they tell of two matters."""
KEY_SHARE = 0.5
"""How much the cosine of what is counted weighs in ``margin_key``, beside that of the sentences."""
NEXT_TO = 0.05 / 3
"""How far apart values may be, 0 to 1, and still lie next to each other: a bound is told of what is near it."""
FAR_OFF = 0.25 / 3
"""How far apart compatible values are far from each other."""


@dataclass(frozen=True)
class Weights:
    """The weights of each family of claims, by feature."""

    families: dict[str, dict[str, float]]


@cache
def load_weights() -> Weights:
    """The weights that the package carries."""
    return schema.read([Path(__file__).parent.parent / "models" / "alignment.yaml"], Weights)


def log_odds(nodes: Sequence[Node], relations: Relations, family: str, *, without: Container[str] = ()) -> Matrix:
    """Log-odds (n, n) that two nodes of one family fill the same slot; ``-inf`` where they are not comparable.

    ``without`` are features that do not count.
    """
    weights = load_weights().families[family]
    odds: Matrix = np.zeros(relations.comparable.shape)
    for name, column in _columns(nodes, relations):
        if name not in without:
            odds += weights.get(name, 0.0) * column
    return np.where(relations.comparable, np.round(odds, 4), -np.inf)


def features(nodes: Sequence[Node], relations: Relations) -> Matrix:
    """The features (n, n, len(FEATURES)) of every pair of nodes."""
    columns = dict(_columns(nodes, relations))
    return np.stack([columns[name] for name in FEATURES], axis=-1)


def _columns(nodes: Sequence[Node], relations: Relations) -> Iterator[tuple[str, Matrix]]:
    """Each feature (n, n) with its name, one at a time: all at once take twenty times the room."""
    yield "bias", np.ones(relations.comparable.shape)
    articles = [node.article for node in nodes]
    mean: Matrix = np.zeros(relations.comparable.shape)
    for window, name in enumerate(("sentence", "wide", "narrow")):
        similarity = window_similarity(nodes, window)
        mean += similarity
        yield name, similarity
    mean /= 3
    keys, known = key_similarity(nodes)
    same, other = compare_concepts(nodes)
    named = (same > 0) | (other > 0)
    keys = np.where(named, np.where(same > 0, 1.0, OTHER_NAME), keys)
    margin = margins(mean, relations.comparable, articles)
    yield "margin", margin
    yield "margin_key", margins(mean + KEY_SHARE * keys, relations.comparable, articles)
    yield "key", np.where(named, 0.0, keys)
    yield "key_unknown", np.where(named, 0.0, 1.0 - known)
    yield "same_concept", same
    yield "other_concept", other
    yield "actors", actor_overlap(nodes)
    shared, apart = compare_places(nodes)
    yield "same_place", shared
    yield "other_place", apart
    positions = np.array([node.position for node in nodes])
    yield "distance", np.abs(positions[:, None] - positions[None, :])
    unlike = (named | (known > 0) | (margin < FAR_WORSE)) & (np.maximum(mean, keys) <= STRANGE)
    yield from _value_columns(nodes, relations, same >= 1, unlike)


def _value_columns(
    nodes: Sequence[Node], relations: Relations, one_each: NDArray[np.bool_], unlike: NDArray[np.bool_]
) -> Iterator[tuple[str, Matrix]]:
    """The features that tell how the values of two nodes stand to each other.

    Where each article has one figure of the same, or anchors put two together, it is no other thing because its value stands
    beside the other, too. Values of which one looks like the other mistyped tell nothing where both what is counted and the
    sentences are ``unlike``, or the sentences alone where those of other figures are less so: twelve boats and 120 students are
    no slip.
    """
    telling = np.array([node.telling for node in nodes])
    least = np.minimum.outer(telling, telling)
    compatible = relations.relation == COMPATIBLE
    different = ((relations.relation == DISJOINT) | ((relations.relation == UNKNOWN) & (relations.apart > 0))).astype(
        float
    )
    yield "equal", np.where(relations.relation == EQUAL, least, 0.0)
    yield "compatible", np.where(compatible, least, 0.0)
    yield "near", np.where(compatible, least * np.clip(1 - relations.apart / NEXT_TO, 0, 1), 0.0)
    yield "far", np.where(compatible, np.clip((relations.apart - NEXT_TO) / (FAR_OFF - NEXT_TO), 0, 1), 0.0)
    yield "different", different
    anchors, taken = share_sentences(nodes)
    yield "anchors", anchors
    yield "taken", np.where(one_each | relations.straight, 0.0, taken * different)
    yield "elsewhere", stand_elsewhere(nodes, relations) * different
    yield "apart", relations.apart * different
    yield "slip", relations.slip * different * ~unlike
