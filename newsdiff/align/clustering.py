"""Agglomerative clustering of nodes under cannot-links, by the best evidence between two clusters."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

WITNESSES = 2
"""How many pairs between two clusters decide whether they are merged."""


def cluster(evidence: Matrix, owners: Sequence[str], *, threshold: float = 0.0) -> list[list[int]]:
    """Group nodes so that no group holds two nodes of one owner.

    What speaks for merging two clusters is the mean of their ``WITNESSES`` best pairs: an article that puts things in its
    own words need not resemble everyone, but one chance resemblance is not enough.

    Args:
        evidence: (n, n), symmetric; the log-odds that two nodes belong together; ``-inf`` forbids it.
        owners: who each node belongs to (its article).
        threshold: the log-odds that two clusters need to be merged.

    Returns:
        Groups of node numbers, each sorted, in the order of their first node. The result does not depend on the
        order in which equal candidates are met: ties go to the lower numbers.
    """
    known = np.unique(owners, return_inverse=True)[1] if len(owners) else np.zeros(0, int)
    owned = np.eye(known.max(initial=0) + 1, dtype=bool)[known]
    best = np.where(known[:, None] == known[None, :], -np.inf, evidence)
    second = np.full_like(best, -np.inf)
    members = {node: [node] for node in range(len(owners))}
    row = {node: node for node in members}
    heap = [(-float(best[pair]), *pair) for pair in _above(best, threshold)]
    heapq.heapify(heap)
    merged = len(owners)
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in members or other not in members:
            continue
        at, gone = row.pop(one), row.pop(other)
        members[merged] = sorted(members.pop(one) + members.pop(other))
        owned[at] |= owned[gone]
        _merge_rows(best, second, at, gone, apart=(owned & owned[at]).any(axis=1))
        mean = np.where(np.isfinite(second[at]), (best[at] + second[at]) / WITNESSES, best[at])
        for third in row:
            if mean[row[third]] >= threshold:
                heapq.heappush(heap, (-float(mean[row[third]]), third, merged))
        row[merged] = at
        merged += 1
    return sorted(members.values())


def _above(best: Matrix, threshold: float) -> Iterator[tuple[int, int]]:
    """The pairs of nodes, each once, whose evidence reaches the threshold."""
    ones, others = np.nonzero(np.isfinite(best) & (best >= threshold))
    return ((one, other) for one, other in zip(ones.tolist(), others.tolist(), strict=True) if one < other)


def _merge_rows(best: Matrix, second: Matrix, at: int, gone: int, *, apart: NDArray[np.bool_]) -> None:
    """Put the two best pairs of two clusters with every other into the row and column ``at``; none where they stay ``apart``."""
    pairs = np.sort(np.stack([best[at], second[at], best[gone], second[gone]]), axis=0)
    forbidden = apart | ~(np.isfinite(best[at]) & np.isfinite(best[gone]))
    for table, row in ((best, pairs[-1]), (second, pairs[-2])):
        table[at] = table[:, at] = np.where(forbidden, -np.inf, row)
