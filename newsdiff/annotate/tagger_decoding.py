"""Scores of tags to entities with their probabilities: a linear-chain CRF over BIO tags.

What belongs here: the best path and the forward-backward sums. Most words of a text are plainly no part of a name; a
sentence is cut at those, and the short stretches between are solved together, padded to one length. A stretch whose best
path cannot have a name is left out, and probabilities are worked out for those alone that have one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
_OUTSIDE = 0
_INSIDE = (0, 2, 2, 4, 4, 6, 6)
_NEVER = np.float32(-1e4)
PLAIN_MARGIN = 6.0
_ONES = np.ones((len(TAGS), 1), np.float32)


@dataclass(frozen=True, slots=True)
class RawSpan:
    """An entity: first and last token (inclusive), "PER", "ORG" or "LOC", and the network's own probability."""

    first: int
    last: int
    kind: str
    probability: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens ``start`` to before ``end`` of a sentence; ``opens``, ``goes_on``: it begins here, it goes on behind."""

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
        self._openings = np.stack([self._transitions[_OUTSIDE], self._opening])
        self._closings = np.stack([np.zeros_like(self._opening), self._transitions[:, _OUTSIDE]])
        self._steps = np.exp(self._transitions)
        self._hopeless = 2 * self._largest_gain()

    def _largest_gain(self) -> float:
        """Return how much a step of a path can count more than one that stays outside of names.

        A word in a name has two steps beside it, so one that falls behind by more than twice this is in no name.
        """
        gains = self._transitions - self._transitions[_OUTSIDE, _OUTSIDE]
        return float(max(gains.max(), (self._opening - self._opening[_OUTSIDE]).max()))

    def spans(self, scores: Sequence[Floats]) -> list[list[RawSpan]]:
        """Return the entities on the best path of each sentence; ``scores`` are (tokens, tags) a sentence."""
        found: list[list[RawSpan]] = [[] for _ in scores]
        stretches = sorted(self._stretches(scores), key=lambda s: s.start - s.end)
        if stretches:
            for sentence, span in self._solve(scores, stretches):
                found[sentence].append(span)
        return [sorted(spans, key=lambda s: s.first) for spans in found]

    def _stretches(self, scores: Sequence[Floats]) -> Iterator[Stretch]:
        """Yield the runs of tokens that may be part of a name, but for those in which surely none is."""
        for sentence, rows in enumerate(scores):
            margins: list[float] = (rows[:, _OUTSIDE] - rows[:, 1:].max(1)).tolist()
            if min(margins, default=PLAIN_MARGIN) > self._hopeless:
                continue
            end = 0
            for doubtful, run in groupby(margins, key=PLAIN_MARGIN.__gt__):
                of_run = list(run)
                start, end = end, end + len(of_run)
                if doubtful and min(of_run) <= self._hopeless:
                    yield Stretch(sentence, start, end, start == 0, end < len(rows))

    def _solve(self, scores: Sequence[Floats], stretches: Sequence[Stretch]) -> Iterator[tuple[int, RawSpan]]:
        """Yield the entities of the stretches with their sentences; the longest stretch comes first."""
        lengths = [s.end - s.start for s in stretches]
        emitted = np.zeros((len(stretches), lengths[0], len(TAGS)), np.float32)
        for row, s in enumerate(stretches):
            emitted[row, : s.end - s.start] = scores[s.sentence][s.start : s.end]
        emitted -= emitted.max(2, keepdims=True)
        opening = self._openings[[int(s.opens) for s in stretches]]
        closing = self._closings[[int(s.goes_on) for s in stretches]]
        paths = self._best_paths(emitted, opening, closing, lengths)
        named = [row for row, path in enumerate(paths) if any(path)]
        if not named:
            return
        of_named = [lengths[row] for row in named]
        single, onward = self._probabilities(emitted[named, : of_named[0]], opening[named], closing[named], of_named)
        for row, of_single, of_onward in zip(named, single, onward, strict=True):
            s, path = stretches[row], paths[row]
            for first, last in _entities(path):
                yield s.sentence, _with_probability(s.start, first, last, path, of_single, of_onward)

    def _best_paths(self, emitted: Floats, opening: Floats, closing: Floats, lengths: Sequence[int]) -> list[list[int]]:
        active = _active(lengths)
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
        self, emitted: Floats, opening: Floats, closing: Floats, lengths: Sequence[int]
    ) -> tuple[Floats, Floats]:
        """Return (stretches, places, tags) of each tag, and (..., tags, tags) of the next tag given this one."""
        active = _active(lengths)
        likely = np.exp(emitted)
        ahead = np.zeros_like(likely)
        behind = np.ones_like(likely)
        ahead[:, 0] = _shares(likely[:, 0] * np.exp(opening))
        for place in range(1, len(active)):
            count = active[place]
            ahead[:count, place] = _shares((ahead[:count, place - 1] @ self._steps) * likely[:count, place])
        behind[range(len(lengths)), [length - 1 for length in lengths]] = np.exp(closing)
        for place in range(len(active) - 2, -1, -1):
            count = active[place + 1]
            after = likely[:count, place + 1] * behind[:count, place + 1]
            behind[:count, place] = _shares(after @ self._steps.T)
        onward = self._steps * (likely * behind)[:, 1:, None, :]
        return _shares(ahead * behind), _shares(onward)


def _shares(weights: Floats) -> Floats:
    shares: Floats = weights / np.maximum(weights @ _ONES, np.float32(1e-30))
    return shares


def _active(lengths: Sequence[int]) -> list[int]:
    """Return for each place how many stretches are long enough to have it; the longest comes first."""
    return [sum(length > place for length in lengths) for place in range(lengths[0])]


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
