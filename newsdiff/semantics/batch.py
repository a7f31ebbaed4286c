"""From texts with their models to rows: each text once, in an order that does not depend on the caller's."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsdiff.semantics import encoder, taught
from newsdiff.semantics.choice import Model


def embed_all(requests: Sequence[tuple[Model, str]]) -> NDArray[np.float32]:
    """Return (n, 512) unit rows, zeros for `Model.NONE`."""
    rows = np.zeros((len(requests), encoder.DIMENSIONS), dtype=np.float32)
    places: dict[tuple[Model, str], list[int]] = {}
    for place, request in enumerate(requests):
        places.setdefault(request, []).append(place)
    for model in (Model.ENCODER, Model.HINDI):
        texts = sorted(text for chosen, text in places if chosen is model)
        if not texts:
            continue
        vectors = encoder.encode(texts) if model is Model.ENCODER else taught.encode(texts, model.value)
        for text, row in zip(texts, vectors, strict=True):
            rows[places[model, text]] = row
    return rows
