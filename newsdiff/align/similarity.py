"""How alike every two nodes of a family are, told in tables (n, n).

What belongs here: measuring their sentences, what they count, and who and what stands beside them. What the measures weigh is
``evidence``.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsdiff.align.node import Node
from newsdiff.align.relations import EQUAL, Matrix, Relations
from newsdiff.parse.figures.concepts import tell_apart

SLIGHT = 1e-9
RIVAL_FREE = 0.1
"""The margin of a pair that has no rival at all."""
WIDEST_MARGIN = 0.4


def window_similarity(nodes: Sequence[Node], window: int) -> Matrix:
    """Cosine (n, n) of one window, the best over the mentions of each node."""
    return _best([np.stack([context.windows[window] for context in node.contexts]) for node in nodes])


def key_similarity(nodes: Sequence[Node]) -> tuple[Matrix, Matrix]:
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


def compare_concepts(nodes: Sequence[Node]) -> tuple[Matrix, Matrix]:
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


def actor_overlap(nodes: Sequence[Node]) -> Matrix:
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
    equal = (relations.relation == EQUAL).astype(float)
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
