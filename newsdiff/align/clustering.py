"""Agglomerative clustering of nodes under cannot-links, by the mean evidence between two clusters."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def cluster(evidence: NDArray[np.float64], owners: Sequence[str], *, threshold: float = 0.0) -> list[list[int]]:
    """Group nodes so that no group holds two nodes of one owner.

    Args:
        evidence: (n, n), symmetric; the log-odds that two nodes belong together; ``-inf`` forbids it.
        owners: who each node belongs to (its article).
        threshold: mean log-odds that two clusters need to be merged.

    Returns:
        Groups of node numbers, each sorted, in the order of their first node. The result does not depend on the
        order in which equal candidates are met: ties go to the lower numbers.
    """
    members = {node: [node] for node in range(len(owners))}
    owned = {node: frozenset([owner]) for node, owner in enumerate(owners)}
    sums: dict[int, dict[int, float]] = {node: {} for node in members}
    heap: list[tuple[float, int, int]] = []
    for one in range(len(owners)):
        for other in range(one + 1, len(owners)):
            if owners[one] != owners[other] and np.isfinite(evidence[one, other]):
                sums[one][other] = sums[other][one] = float(evidence[one, other])
                if evidence[one, other] >= threshold:
                    heap.append((-float(evidence[one, other]), one, other))
    heapq.heapify(heap)
    merged = len(owners)
    while heap:
        _, one, other = heapq.heappop(heap)
        if one not in members or other not in members:
            continue
        owned[merged] = owned.pop(one) | owned.pop(other)
        members[merged] = sorted(members.pop(one) + members.pop(other))
        sums[merged] = {}
        for third in sorted(sums[one].keys() & sums[other].keys()):
            if third not in members or owned[third] & owned[merged]:
                continue
            total = sums[one][third] + sums[other][third]
            sums[merged][third] = sums[third][merged] = total
            mean = total / (len(members[merged]) * len(members[third]))
            if mean >= threshold:
                heapq.heappush(heap, (-mean, third, merged))
        merged += 1
    return sorted(members.values())
