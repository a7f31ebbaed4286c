"""The shipped weights: the bytes that the card names, small, readable without pickle."""

from __future__ import annotations

import re
from hashlib import sha256
from importlib.resources import files

import numpy as np

MODELS = files("newsdiff") / "models"
LARGEST = 8_000_000


def test_bytes_are_those_of_the_card() -> None:
    named = re.search(r"sha256 `([0-9a-f]{64})`", (MODELS / "hindi.md").read_text(encoding="utf-8"))
    assert named
    assert sha256((MODELS / "hindi.npz").read_bytes()).hexdigest() == named[1]


def test_arrays_are_small_and_sorted() -> None:
    path = MODELS / "hindi.npz"
    assert len(path.read_bytes()) <= LARGEST
    with path.open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
        keys, rows, scales = arrays["keys"], arrays["rows"], arrays["scales"]
    assert rows.dtype == np.int8
    assert len(keys) == len(rows) == len(scales)
    assert (np.diff(keys.astype(np.int64)) > 0).all()
