"""Agglomerative clustering of nodes under cannot-links, by the best evidence between two clusters."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

WITNESSES = 2
"""How many pairs between two clusters decide whether they are merged."""


def cluster(evidence: NDArray[np.float64], owners: Sequence[str], *, threshold: float = 0.0) -> list[list[int]]:
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
    members = {node: [node] for node in range(len(owners))}
    owned = {node: frozenset([owner]) for node, owner in enumerate(owners)}
    best: dict[int, dict[int, tuple[float, ...]]] = {node: {} for node in members}
    heap: list[tuple[float, int, int]] = []
    for one in range(len(owners)):
        for other in range(one + 1, len(owners)):
            value = float(evidence[one, other])
            if owners[one] != owners[other] and np.isfinite(value):
                best[one][other] = best[other][one] = (value,)
                if value >= threshold:
                    heap.append((-value, one, other))
    heapq.heapify(heap)
    merged = len(owners)
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in members or other not in members:
            continue
        owned[merged] = owned.pop(one) | owned.pop(other)
        members[merged] = sorted(members.pop(one) + members.pop(other))
        best[merged] = {}
        for third in sorted(best[one].keys() & best[other].keys()):
            if third not in members or owned[third] & owned[merged]:
                continue
            pairs = tuple(sorted((*best[one][third], *best[other][third]), reverse=True)[:WITNESSES])
            best[merged][third] = best[third][merged] = pairs
            mean = sum(pairs) / len(pairs)
            if mean >= threshold:
                heapq.heappush(heap, (-mean, third, merged))
        merged += 1
    return sorted(members.values())
