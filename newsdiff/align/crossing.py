"""Figures told crosswise: equal ones of different years, parties or persons, which are no agreement, however alike they read.

What belongs here: which figures of two articles are kept apart by their anchors, and which these bring together. Which anchor a
figure has is for ``anchors``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsdiff.align.anchors import RULE, YEAR, Anchor
from newsdiff.align.context import Context
from newsdiff.align.node import Node
from newsdiff.parse.figures.concepts import tell_apart

NEAR = 1
"""How many sentences away the other figure may stand with which an article answers for the anchor."""


def find_crossed(nodes: Sequence[Node], comparable: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which comparable nodes (n, n) are told of different anchors, while the other's article has a figure of its own for the one's.

    What one article tells of 2025 is not what another tells of 2024 if that one gives 2025 as well, close by.
    """
    crossed = np.zeros(comparable.shape, dtype=bool)
    anchors = [_anchors(node) for node in nodes]
    beside = _neighbours(nodes)
    ones, rivals = np.nonzero(comparable)
    for one, rival in zip(ones.tolist(), rivals.tolist(), strict=True):
        answered = {anchor.sort for anchor in anchors[one] & anchors[rival]}
        if not answered or not _may_count_the_same(nodes[one], nodes[rival]):
            continue
        for other in beside[rival]:
            if comparable[one, other] and not answered.isdisjoint(_differing(anchors[one], anchors[other])):
                crossed[one, other] = crossed[other, one] = True
    return crossed


def find_straight(nodes: Sequence[Node], crossed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which nodes (n, n) share an anchor, while it keeps one of them from another figure of the other's article."""
    articles = np.array([node.article for node in nodes])
    against = np.zeros(crossed.shape, dtype=bool)
    for article in sorted(set(articles.tolist())):
        columns = np.flatnonzero(articles == article)
        against[:, columns] = np.any(crossed[:, columns], axis=1, keepdims=True)
    straight: NDArray[np.bool_] = (against | against.T) & ~crossed
    shared = np.zeros(crossed.shape, dtype=bool)
    ones, others = np.nonzero(straight)
    for one, other in zip(ones.tolist(), others.tolist(), strict=True):
        shared[one, other] = bool(_anchors(nodes[one]) & _anchors(nodes[other]))
    return shared


def name_other_years(ours: Sequence[Context], theirs: Sequence[Context]) -> bool:
    """Whether two claims are told of years of their own, so that the later one repeats nothing."""
    return _differ_in(YEAR, ours, theirs)


def sets_limit(ours: Sequence[Context], theirs: Sequence[Context]) -> bool:
    """Whether one of two claims tells what is allowed, and the other what was measured."""
    return _differ_in(RULE, ours, theirs)


def _differ_in(sort: str, ours: Sequence[Context], theirs: Sequence[Context]) -> bool:
    told = [
        {anchor for context in contexts for anchor in context.anchors if anchor.sort == sort}
        for contexts in (ours, theirs)
    ]
    return bool(told[0] and told[1]) and told[0].isdisjoint(told[1])


def _anchors(node: Node) -> frozenset[Anchor]:
    return frozenset(anchor for context in node.contexts for anchor in context.anchors)


def _differing(ours: frozenset[Anchor], theirs: frozenset[Anchor]) -> set[str]:
    """The sorts of which both have anchors, and none in common."""
    both = {anchor.sort for anchor in ours} & {anchor.sort for anchor in theirs}
    return both - {anchor.sort for anchor in ours & theirs}


def _neighbours(nodes: Sequence[Node]) -> list[set[int]]:
    """For each node the others of its article that stand in its sentence or close to it."""
    held: dict[tuple[str, int], set[int]] = defaultdict(set)
    for at, node in enumerate(nodes):
        for context in node.contexts:
            held[node.article, context.sentence].add(at)
    return [
        {
            other
            for context in node.contexts
            for sentence in range(context.sentence - NEAR, context.sentence + NEAR + 1)
            for other in held.get((node.article, sentence), ())
            if other != at
        }
        for at, node in enumerate(nodes)
    ]


def _may_count_the_same(one: Node, other: Node) -> bool:
    names = [{context.concept for context in node.contexts if context.concept} for node in (one, other)]
    return not any(tell_apart(ours, theirs) for ours in names[0] for theirs in names[1])
