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
from newsdiff.parse.figures.concepts import tell_apart

Matrix = NDArray[np.float64]

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
KEY_SHARE = 0.5
SLIGHT = 1e-9
RIVAL_FREE = 0.1
"""The margin of a pair that has no rival at all."""
WIDEST_MARGIN = 0.4
STRANGE = 0.3
"""Cosine of sentences, and of what is counted, up to which they tell of two matters."""
NEXT_TO = 0.05 / 3
"""How far apart values may be, 0 to 1, and still lie next to each other: a bound is told of what is near it."""
FAR_OFF = 0.25 / 3
"""How far apart compatible values are far from each other."""


@dataclass(frozen=True, slots=True)
class Relations:
    """How the values of n nodes stand to each other, each (n, n).

    ``relation`` is 2 for equal, 1 for compatible, 0 for unknown, -1 for disjoint; ``comparable`` tells whether two values
    could answer one question; ``apart`` and ``slip`` are those of ``Comparison``. Of the unknown, those that are apart differ.
    ``straight`` are those whose anchors put them together, where equal values stand crosswise.
    """

    relation: NDArray[np.int8]
    comparable: NDArray[np.bool_]
    apart: Matrix
    slip: NDArray[np.bool_]
    straight: NDArray[np.bool_]

    def among(self, chosen: Sequence[int]) -> Relations:
        """The relations of some of the values, in the order of ``chosen``."""
        at = np.ix_(chosen, chosen)
        return Relations(self.relation[at], self.comparable[at], self.apart[at], self.slip[at], self.straight[at])


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
        similarity = _window_similarity(nodes, window)
        mean += similarity
        yield name, similarity
    mean /= 3
    keys, known = _key_similarity(nodes)
    same, other = _compare_concepts(nodes)
    named = (same > 0) | (other > 0)
    keys = np.where(named, np.where(same > 0, 1.0, OTHER_NAME), keys)
    yield "margin", margins(mean, relations.comparable, articles)
    yield "margin_key", margins(mean + KEY_SHARE * keys, relations.comparable, articles)
    yield "key", np.where(named, 0.0, keys)
    yield "key_unknown", np.where(named, 0.0, 1.0 - known)
    yield "same_concept", same
    yield "other_concept", other
    yield "actors", _actor_overlap(nodes)
    shared, apart = compare_places(nodes)
    yield "same_place", shared
    yield "other_place", apart
    positions = np.array([node.position for node in nodes])
    yield "distance", np.abs(positions[:, None] - positions[None, :])
    unlike = (named | (known > 0)) & (np.maximum(mean, keys) <= STRANGE)
    yield from _value_columns(nodes, relations, same >= 1, unlike)


def _value_columns(
    nodes: Sequence[Node], relations: Relations, one_each: NDArray[np.bool_], unlike: NDArray[np.bool_]
) -> Iterator[tuple[str, Matrix]]:
    """The features that tell how the values of two nodes stand to each other.

    Where each article has one figure of the same, or anchors put two together, it is no other thing because its value stands
    beside the other, too. Values of which one looks like the other mistyped tell nothing where both what is counted and the
    sentences are ``unlike``: twelve boats and 120 students are no slip.
    """
    telling = np.array([node.telling for node in nodes])
    least = np.minimum.outer(telling, telling)
    compatible = relations.relation == 1
    different = ((relations.relation < 0) | ((relations.relation == 0) & (relations.apart > 0))).astype(float)
    yield "equal", np.where(relations.relation == 2, least, 0.0)
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


def _window_similarity(nodes: Sequence[Node], window: int) -> Matrix:
    """Cosine (n, n) of one window, the best over the mentions of each node."""
    return _best([np.stack([context.windows[window] for context in node.contexts]) for node in nodes])


def _key_similarity(nodes: Sequence[Node]) -> tuple[Matrix, Matrix]:
    """Cosine of the keys, the best over the mentions of each node, 0 where one has none; and whether both have one.

    What a part counts is not known: its noun is that of the whole.
    """
    keys = [
        [context.key for context in node.contexts if context.key is not None and not context.part] for node in nodes
    ]
    has = np.array([bool(held) for held in keys])
    none = np.zeros((1, nodes[0].contexts[0].windows.shape[1]), np.float32)
    rows = [np.stack(held) if held else none for held in keys]
    known = np.outer(has, has).astype(np.float64)
    return _best(rows) * known, known


def _best(rows: Sequence[NDArray[np.float32]]) -> Matrix:
    """The best cosine (n, n) between a row of the one and a row of the other."""
    starts = np.cumsum([0, *map(len, rows)])[:-1]
    whole = np.concatenate(rows)
    by_row = np.maximum.reduceat(whole @ whole.T, starts, axis=0)
    best: Matrix = np.maximum.reduceat(by_row, starts, axis=1).astype(np.float64)
    return best


def _compare_concepts(nodes: Sequence[Node]) -> tuple[Matrix, Matrix]:
    """How names in all languages of what two nodes count stand to each other, each (n, n).

    How telling it is, 0 to 1, that they have the same: most where the articles have no other figure of it, one toll of the dead
    each; and whether they have others, which tell two things apart. A part is not of the same as its whole.
    """
    names = [
        frozenset(context.concept for context in node.contexts if context.concept is not None and not context.part)
        for node in nodes
    ]
    named = _indicator(names)
    same = named @ named.T > 0
    told = sorted(frozenset[str]().union(*names))
    apart = np.array([[float(tell_apart(one, other)) for other in told] for one in told]).reshape(len(told), len(told))
    other = named @ apart @ named.T > 0
    articles = np.array([node.article for node in nodes])
    rivals = (same & (articles[:, None] == articles[None, :])).sum(1)
    shared = np.where(same, 2 / np.maximum(1, rivals[:, None] + rivals[None, :]), 0.0)
    return shared, (~same & other).astype(float)


def _actor_overlap(nodes: Sequence[Node]) -> Matrix:
    """Shared actors over the smaller set of the two (0 where one names nobody)."""
    named = _indicator([node.actors for node in nodes])
    sizes = named.sum(1)
    overlap: Matrix = (named @ named.T) / np.maximum(1.0, np.minimum.outer(sizes, sizes))
    return overlap


def share_sentences(nodes: Sequence[Node]) -> tuple[Matrix, Matrix]:
    """What stands beside two nodes in their sentences, each (n, n).

    Of the other figures, the share that stands beside both, by how telling they are; and how far the two nodes' own values
    stand beside the other, 1 for both, 0.5 for one.
    """
    around = [{told: proof for context in node.contexts for told, proof in context.around.items()} for node in nodes]
    own = [{context.told for context in node.contexts} for node in nodes]
    column = {told: at for at, told in enumerate(dict.fromkeys(told for held in (*around, *own) for told in held))}
    proof, values = np.zeros((len(nodes), len(column))), np.zeros((len(nodes), len(column)))
    for row, (held, told) in enumerate(zip(around, own, strict=True)):
        proof[row, [column[value] for value in held]] = list(held.values())
        values[row, [column[value] for value in told]] = 1.0
    some = (proof > 0).astype(float)
    both, each = proof @ some.T, proof.sum(1)
    shares: Matrix = both / np.maximum(SLIGHT, each[:, None] + each[None, :] - both)
    beside = (some @ values.T > 0).astype(float)
    taken: Matrix = (beside + beside.T) / 2
    return shares, taken


def stand_elsewhere(nodes: Sequence[Node], relations: Relations) -> Matrix:
    """How telling (n, n) the values of two nodes are that the other's article gives at another place, the mean of both."""
    telling = np.array([node.telling for node in nodes])
    articles = np.array([node.article for node in nodes])
    equal = (relations.relation == 2).astype(float)
    one_sided = np.zeros(equal.shape)
    for article in sorted(set(articles)):
        columns = np.flatnonzero(articles == article)
        inside = equal[:, columns]
        one_sided[:, columns] = (inside.sum(1)[:, None] > inside) * telling[:, None]
    mean: Matrix = (one_sided + one_sided.T) / 2
    return mean


def compare_places(nodes: Sequence[Node]) -> tuple[Matrix, Matrix]:
    """Whether places beside both nodes are shared, and whether there are some but none is."""
    named = _indicator([node.beside for node in nodes])
    shared = named @ named.T > 0
    some = named.any(1)
    return shared.astype(float), (np.outer(some, some) & ~shared).astype(float)


def _indicator(names: Sequence[frozenset[str]]) -> Matrix:
    """One row for each set of names, one column for each name: 1 where the set holds it."""
    at = {name: number for number, name in enumerate(sorted(frozenset().union(*names)))}
    table = np.zeros((len(names), len(at)))
    for row, held in enumerate(names):
        table[row, [at[name] for name in held]] = 1.0
    return table


def margins(similarity: Matrix, comparable: NDArray[np.bool_], articles: Sequence[str]) -> Matrix:
    """For each pair, similarity minus that of its best comparable rival in the one's or the other's article."""
    allowed = np.where(comparable, similarity, -np.inf)
    rival = np.full(similarity.shape, -np.inf)
    for article in sorted(set(articles)):
        columns = np.flatnonzero([owner == article for owner in articles])
        if len(columns) < 2:
            continue
        block = allowed[:, columns]
        order = np.argsort(-block, axis=1, kind="stable")
        best = np.take_along_axis(block, order[:, :1], 1)
        second = np.take_along_axis(block, order[:, 1:2], 1)
        rival[:, columns] = np.where(np.arange(len(columns))[None, :] == order[:, :1], second, best)
    rival = np.where(np.isfinite(rival), rival, similarity - RIVAL_FREE)
    margins: Matrix = np.clip(np.minimum(similarity - rival, similarity - rival.T), -WIDEST_MARGIN, WIDEST_MARGIN)
    return margins
