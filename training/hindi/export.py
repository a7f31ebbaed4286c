"""Trained words to the arrays that ship: int8 rows with a scale each, sorted by key."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from training.hindi.words import Words

LARGEST = 127


def export(words: Words) -> dict[str, NDArray[Any]]:
    """Return the arrays as `newsdiff.semantics.taught.Words` reads them; the importance of a feature goes into its row."""
    with torch.no_grad():
        rows = (words.rows * torch.exp(words.importance)[:, None]).numpy()
        weights, bias = words.linear.weight.numpy().T, words.linear.bias.numpy()
    keys = np.array(words.keys, dtype=np.uint32)
    order = np.argsort(keys)
    scales = (np.abs(rows).max(axis=1) / LARGEST).clip(min=1e-6).astype(np.float16)
    quantised = np.rint(rows / scales[:, None].astype(np.float32)).clip(-LARGEST, LARGEST).astype(np.int8)
    return {
        "keys": keys[order],
        "rows": quantised[order],
        "scales": scales[order],
        "weights": weights.astype(np.float16),
        "bias": bias.astype(np.float32),
    }


def save(arrays: dict[str, NDArray[Any]], path: Path) -> None:
    """Write the arrays, not compressed: that saves little, and costs every run. The same arrays give the same bytes."""
    np.savez(path, **arrays)
