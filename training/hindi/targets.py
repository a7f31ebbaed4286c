"""Where a Hindi text should land: at the mean of where the encoder puts its translations."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsdiff.semantics import encoder
from training.hindi.pairs import Pair

LEAST_NEARNESS = 0.3
FROM_BEST = 0.3


def find_targets(pairs: Sequence[Pair]) -> NDArray[np.float32]:
    """Return (n, 512) unit rows. Translations that lie far from the others of their pair are left out of its mean."""
    texts = sorted({text for pair in pairs for text in pair.translations})
    vectors = dict(zip(texts, encoder.encode(texts), strict=True))
    return np.stack([_middle(np.stack([vectors[text] for text in pair.translations])) for pair in pairs])


def _middle(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    if len(rows) > 2:
        nearness = ((rows @ rows.T).sum(axis=1) - 1) / (len(rows) - 1)
        rows = rows[nearness >= min(nearness.max(), max(LEAST_NEARNESS, nearness.max() - FROM_BEST))]
    mean: NDArray[np.float32] = rows.mean(axis=0)
    return mean / np.linalg.norm(mean)
