"""Raw probabilities to calibrated ones: a slope and an offset on the log odds, per kind.

What belongs here: fitting those two numbers on sentences held out of training.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsdiff.annotate.tagger import KINDS, Tagger
from training.tagger.corpus import HELD_OUT_BLOCK, Labelled

Pairs = dict[str, list[tuple[float, bool]]]
_STEPS = 400
_PRIOR = 1.0


def collect(tagger: Tagger, sentences: Sequence[Labelled]) -> Pairs:
    """Return, per kind, the raw probability of each entity found and whether it is right."""
    pairs: Pairs = {kind: [] for kind in KINDS}
    for start in range(0, len(sentences), HELD_OUT_BLOCK):
        block = sentences[start : start + HELD_OUT_BLOCK]
        for sentence, spans in zip(block, tagger.raw_spans([s.tokens for s in block]), strict=True):
            expected = set(sentence.spans)
            for span in spans:
                pairs[span.kind].append((span.probability, (span.first, span.last + 1, span.kind) in expected))
    return pairs


def fit(pairs: Pairs) -> tuple[tuple[float, float], ...]:
    """Return slope and offset for each kind, by logistic regression drawn a little towards (1, 0)."""
    return tuple(_fit_kind(pairs[kind]) for kind in KINDS)


def _fit_kind(pairs: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """Take steps by a bound on the curvature, which cannot overshoot."""
    if not pairs:
        return 1.0, 0.0
    probability = np.array([p for p, _ in pairs])
    right = np.array([float(r) for _, r in pairs])
    design = np.stack([np.log(probability) - np.log1p(-probability), np.ones(len(pairs))], axis=1)
    start = np.array([1.0, 0.0])
    fitted = start.copy()
    bound = np.linalg.inv(design.T @ design / 4 + _PRIOR * np.eye(2))
    for _ in range(_STEPS):
        estimate = 1 / (1 + np.exp(-design @ fitted))
        fitted = fitted - bound @ (design.T @ (estimate - right) + _PRIOR * (fitted - start))
    return float(fitted[0]), float(fitted[1])


def reliability(scores: NDArray[np.float64], right: NDArray[np.float64], bins: int = 10) -> float:
    """Return the expected calibration error: the mean gap between score and share of right ones, over bins of score."""
    place = np.minimum((scores * bins).astype(int), bins - 1)
    gaps = [abs(scores[place == b].mean() - right[place == b].mean()) * (place == b).sum() for b in set(place.tolist())]
    return float(sum(gaps) / len(scores))
