"""Scores of tags to entities with their probabilities: a linear-chain CRF over BIO tags.

What belongs here: the best path and the forward-backward sums. Most words of a text are plainly no part of a name; a
sentence is cut at those, and the short stretches between are solved together, padded to one length.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_OUTSIDE = 0
_INSIDE = (0, 2, 2, 4, 4, 6, 6)
_NEVER = np.float32(-1e4)
_PLAIN_MARGIN = 6.0


@dataclass(frozen=True, slots=True)
class RawSpan:
    """An entity: first and last token (inclusive), "PER", "ORG" or "LOC", and the network's own probability."""

    first: int
    last: int
    kind: str
    probability: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``start`` to before ``end`` of a sentence; ``open``/``closed``: the sentence begins or goes on there."""

    sentence: int
    start: int
    end: int
    opens: bool
    goes_on: bool


class Decoder:
    """Solves stretches for one set of (tags, tags) transition and (tags,) opening scores."""

    def __init__(self, transitions: Floats, opening: Floats) -> None:
        """Rule out the steps that BIO tags cannot take."""
        self._transitions = transitions + _forbidden()
        first_inside = np.array([_NEVER if tag.startswith("I") else 0 for tag in TAGS], np.float32)
        self._opening = opening + first_inside
        self._steps = np.exp(self._transitions)

    def spans(self, scores: Sequence[Floats]) -> list[list[RawSpan]]:
        """Return the entities on the best path of each sentence; ``scores`` are (tokens, tags) a sentence."""
        found: list[list[RawSpan]] = [[] for _ in scores]
        stretches = sorted(_stretches(scores), key=lambda s: s.start - s.end)
        if stretches:
            for stretch, spans in zip(stretches, self._solve(scores, stretches), strict=True):
                found[stretch.sentence] += spans
        return [sorted(spans, key=lambda s: s.first) for spans in found]

    def _solve(self, scores: Sequence[Floats], stretches: Sequence[Stretch]) -> list[list[RawSpan]]:
        """Return the entities of each stretch; the longest stretch comes first."""
        lengths = np.array([s.end - s.start for s in stretches])
        emitted = np.zeros((len(stretches), lengths[0], len(TAGS)), np.float32)
        for row, s in enumerate(stretches):
            emitted[row, : s.end - s.start] = scores[s.sentence][s.start : s.end]
        emitted -= emitted.max(2, keepdims=True)
        opening = np.where([[s.opens] for s in stretches], self._opening, self._transitions[_OUTSIDE])
        closing = np.where([[s.goes_on] for s in stretches], self._transitions[:, _OUTSIDE], np.float32(0))
        active = [int((lengths > place).sum()) for place in range(lengths[0])]
        paths = self._best_paths(emitted, opening, closing, lengths, active)
        single, onward = self._probabilities(emitted, opening, closing, lengths, active)
        return [
            [_with_probability(s.start, first, last, path, single[row], onward[row]) for first, last in _entities(path)]
            for row, (s, path) in enumerate(zip(stretches, paths, strict=True))
        ]

    def _best_paths(
        self, emitted: Floats, opening: Floats, closing: Floats, lengths: NDArray[np.int64], active: Sequence[int]
    ) -> list[list[int]]:
        back = np.zeros(emitted.shape, np.int64)
        best = opening + emitted[:, 0]
        for place in range(1, len(active)):
            count = active[place]
            ways = best[:count, :, None] + self._transitions
            back[:count, place] = ways.argmax(1)
            best[:count] = ways.max(1) + emitted[:count, place]
        last_tags = (best + closing).argmax(1)
        paths = []
        for row, tag in enumerate(last_tags.tolist()):
            path = [tag]
            for place in range(lengths[row] - 1, 0, -1):
                path.append(int(back[row, place, path[-1]]))
            paths.append(path[::-1])
        return paths

    def _probabilities(
        self, emitted: Floats, opening: Floats, closing: Floats, lengths: NDArray[np.int64], active: Sequence[int]
    ) -> tuple[Floats, Floats]:
        """Return (stretches, places, tags) of each tag, and (..., tags, tags) of the next tag given this one."""
        likely = np.exp(emitted)
        ahead = np.zeros_like(likely)
        behind = np.ones_like(likely)
        ahead[:, 0] = _shares(likely[:, 0] * np.exp(opening))
        for place in range(1, len(active)):
            count = active[place]
            ahead[:count, place] = _shares((ahead[:count, place - 1] @ self._steps) * likely[:count, place])
        behind[np.arange(len(lengths)), lengths - 1] = np.exp(closing)
        for place in range(len(active) - 2, -1, -1):
            count = active[place + 1]
            after = likely[:count, place + 1] * behind[:count, place + 1]
            behind[:count, place] = _shares(after @ self._steps.T)
        onward = self._steps * (likely * behind)[:, 1:, None, :]
        return _shares(ahead * behind), _shares(onward)


def _shares(weights: Floats) -> Floats:
    shares: Floats = weights / np.maximum(weights.sum(-1, keepdims=True), np.float32(1e-30))
    return shares


def _stretches(scores: Sequence[Floats]) -> list[Stretch]:
    """Return the runs of tokens that may be part of a name."""
    found = []
    for sentence, rows in enumerate(scores):
        doubtful = rows[:, _OUTSIDE] - rows[:, 1:].max(1) < _PLAIN_MARGIN
        edges = np.flatnonzero(np.diff(np.concatenate([[False], doubtful, [False]]).astype(np.int8))).tolist()
        for start, end in zip(edges[::2], edges[1::2], strict=True):
            found.append(Stretch(sentence, start, end, start == 0, end < len(rows)))
    return found


def _entities(path: Sequence[int]) -> list[tuple[int, int]]:
    """Return first and last place of each entity on a path."""
    found: list[tuple[int, int]] = []
    for place, tag in enumerate(path):
        if tag == _OUTSIDE:
            continue
        if TAGS[tag].startswith("B"):
            found.append((place, place))
        else:
            found[-1] = (found[-1][0], place)
    return found


def _with_probability(
    start: int, first: int, last: int, path: Sequence[int], single: Floats, onward: Floats
) -> RawSpan:
    """Return the entity with the probability that it begins here, goes on to its last token, and ends there."""
    inside = _INSIDE[path[first]]
    probability = float(single[first, path[first]])
    for place in range(first, last):
        probability *= float(onward[place, path[place], inside])
    if last + 1 < len(path):
        probability *= 1 - float(onward[last, path[last], inside])
    return RawSpan(start + first, start + last, TAGS[path[first]][2:], min(max(probability, 1e-6), 1 - 1e-6))


def _forbidden() -> Floats:
    """Return (tags, tags) with a large penalty where an entity would go on that never began."""
    steps = np.zeros((len(TAGS), len(TAGS)), np.float32)
    for i, before in enumerate(TAGS):
        for j, after in enumerate(TAGS):
            if after.startswith("I") and before[1:] != after[1:]:
                steps[i, j] = _NEVER
    return steps
