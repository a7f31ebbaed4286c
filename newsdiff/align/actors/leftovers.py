"""Full names that are left over: written so differently that their sounds alone do not prove them one.

What belongs here: joining two groups that are each other's best by far, and that the same others stand beside.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from newsdiff.align.actors.likeness import Likeness

LEAST = 0.4
MARGIN = 0.2
NEAR = 150
SHARED = 1


def join_leftovers(groups: Sequence[list[int]], likeness: Likeness) -> list[list[int]]:
    """The groups, with those joined that are each other's best and stand among the same names."""
    full = [at for at, group in enumerate(groups) if all(likeness.is_full(place) for place in group)]
    scores: dict[int, dict[int, float]] = {at: {} for at in full}
    for x, y in combinations(full, 2):
        score = _linkage(groups[x], groups[y], likeness)
        scores[x][y] = scores[y][x] = score
    beside = _neighbours(groups, likeness)
    joined = list(groups)
    for x, y in combinations(full, 2):
        score = scores[x][y]
        if score < LEAST or not _is_best(x, y, scores) or not _is_best(y, x, scores):
            continue
        if len((beside[x] & beside[y]) - {x, y}) < SHARED or not likeness.fit(groups[x], groups[y], 0.0):
            continue
        joined[x], joined[y] = sorted([*groups[x], *groups[y]]), []
    return sorted(group for group in joined if group)


def _linkage(one: Sequence[int], other: Sequence[int], likeness: Likeness) -> float:
    """The mean score of all pairs."""
    return sum(likeness.best(x, y) for x in one for y in other) / (len(one) * len(other))


def _is_best(x: int, y: int, scores: dict[int, dict[int, float]]) -> bool:
    """Tell whether nothing is nearly as like the first as the second is."""
    return all(score <= scores[x][y] - MARGIN for other, score in scores[x].items() if other != y)


def _neighbours(groups: Sequence[Sequence[int]], likeness: Likeness) -> list[set[int]]:
    """The groups that are named near each group."""
    home = {place: at for at, group in enumerate(groups) for place in group}
    mentions = sorted(
        (mention.article, mention.start, home[place])
        for place, chain in enumerate(likeness.chains)
        for mention in chain.mentions
    )
    beside: list[set[int]] = [set() for _ in groups]
    for at, (article, start, one) in enumerate(mentions):
        for other_article, other_start, other in mentions[at + 1 :]:
            if other_article != article or other_start - start > NEAR:
                break
            beside[one].add(other)
            beside[other].add(one)
    return beside
