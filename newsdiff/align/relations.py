"""How the values of every two nodes stand to each other: which may be compared, which exclude each other, and by how much."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsdiff.align.context import count_others
from newsdiff.align.crossing import find_crossed, find_straight, sets_limit
from newsdiff.align.node import Node
from newsdiff.kinds import slot_kind

Matrix = NDArray[np.float64]

EQUAL, COMPATIBLE, UNKNOWN, DISJOINT = 2, 1, 0, -1
_NUMBERS = {"equal": EQUAL, "compatible": COMPATIBLE, "unknown": UNKNOWN, "disjoint": DISJOINT}
"""The relations of ``Comparison`` as they stand in a table."""


@dataclass(frozen=True, slots=True)
class Relations:
    """How the values of n nodes stand to each other, each (n, n).

    ``relation`` is ``EQUAL``, ``COMPATIBLE``, ``UNKNOWN`` or ``DISJOINT``; ``comparable`` tells whether two values
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


def relate(nodes: Sequence[Node]) -> Relations:
    """How the values of every two nodes of different articles stand to each other; what is told crosswise is not comparable."""
    shape = (len(nodes), len(nodes))
    relation, apart = np.zeros(shape, dtype=np.int8), np.zeros(shape)
    comparable, slip = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
    for one, node in enumerate(nodes):
        for other in range(one + 1, len(nodes)):
            a, b = node.claims[0], nodes[other].claims[0]
            if node.article == nodes[other].article or not slot_kind(a).comparable(a.value, b.value):
                continue
            if count_others(node.contexts, nodes[other].contexts):
                continue
            comparison = slot_kind(a).compare(a.value, b.value)
            if comparison.relation == "disjoint" and sets_limit(node.contexts, nodes[other].contexts):
                continue
            comparable[one, other] = comparable[other, one] = True
            relation[one, other] = relation[other, one] = _NUMBERS[comparison.relation]
            apart[one, other] = apart[other, one] = comparison.apart
            slip[one, other] = slip[other, one] = comparison.slip
    crossed = find_crossed(nodes, comparable)
    for table in (relation, apart, comparable, slip):
        table[crossed] = 0
    return Relations(relation, comparable, apart, slip, find_straight(nodes, crossed))
