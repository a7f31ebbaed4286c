"""How likely values that exclude each other answer one question.

What belongs here: weighing a slot in which not all agree. The pair for which most speaks decides where one article stands
alone, and proves more there than where any two articles differ: the others agree among themselves. Between two camps there
are many pairs, and the strongest of many owes a part to chance: it counts for half, and all of them together for the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from newsdiff.align.evidence import load_weights
from newsdiff.align.node import Node
from newsdiff.align.relations import Matrix, Relations
from newsdiff.kinds import slot_kind

FAMILY = "alone"
FEATURES = (
    "bias",  # 1
    "best",  # log-odds of the pair for which most speaks
)
FEWEST_WITNESSES = 2


@dataclass(frozen=True, slots=True)
class Alone:
    """The node that stands alone in a group, and those that agree against it."""

    node: int
    witnesses: tuple[int, ...]


def opposing_log_odds(group: Sequence[int], relations: Relations, possible: Matrix) -> float:
    """Log-odds that the values of a group that exclude each other answer one question.

    ``possible`` is the evidence of the pairs that exclude each other and do not speak of different places, ``-inf`` elsewhere.
    """
    pairs = possible[np.ix_(group, group)]
    best = float(pairs.max())
    if best == -np.inf:
        return best
    if find_alone(group, relations) is None:
        return (best + float(pairs[pairs > -np.inf].mean())) / 2
    return alone_log_odds(best)


def alone_log_odds(best: float) -> float:
    """The same of one node against two or more that agree, from the log-odds of the pair for which most speaks."""
    weights = load_weights().families[FAMILY]
    vector = np.array([weights.get(name, 0.0) for name in FEATURES])
    return round(float(alone_features(best) @ vector), 4)


def name_others(nodes: Sequence[Node]) -> NDArray[np.bool_]:
    """The pairs (n, n) of which one stands in an article that names two such things: another's number may be that of a third.

    Who tells of flights 412 and 98 does not contradict who tells of flight 77.
    """
    held: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        if slot_kind(node.claims[0]).naming:
            held[node.article, node.kind].append(at)
    several = np.zeros(len(nodes), dtype=bool)
    for members in held.values():
        for one, other in combinations(members, 2):
            ours, theirs = nodes[one].claims[0], nodes[other].claims[0]
            if slot_kind(ours).comparable(ours.value, theirs.value):
                several[[one, other]] = True
    return several[:, None] | several[None, :]


def find_alone(group: Sequence[int], relations: Relations) -> Alone | None:
    """The one node that excludes others of its group, where two or more others are at peace with each other."""
    excludes = relations.relation < 0
    for node in group:
        others = [other for other in group if other != node]
        at_peace = not excludes[np.ix_(others, others)].any()
        if len(others) >= FEWEST_WITNESSES and at_peace and excludes[node, others].all():
            return Alone(node, tuple(others))
    return None


def alone_features(best: float) -> NDArray[np.float64]:
    """What ``FEATURES`` names."""
    return np.array([1.0, best])
