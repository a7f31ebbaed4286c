"""A trained network to the arrays that ship.

What belongs here: names and layout as ``newsdiff.annotate.tagger_network`` reads them, and int8 with a scale a row for
the one large table.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.tagger.network import Network

Arrays = dict[str, NDArray[Any]]
NO_CALIBRATION = ((1.0, 0.0), (1.0, 0.0), (1.0, 0.0))


def export(network: Network, calibration: tuple[tuple[float, float], ...] = NO_CALIBRATION) -> Arrays:
    """Return the arrays by name. ``calibration`` is slope and offset on the log odds for PER, ORG, LOC."""
    state = {name: tensor.detach().numpy() for name, tensor in network.state_dict().items()}
    hidden = network.shape.hidden
    arrays: Arrays = {}
    arrays["grams"], arrays["grams_scale"] = quantise(state["grams.weight"])
    for name in ("project", "lower", "mix", "sentence", "score"):
        arrays[f"{name}_weight"] = state[f"{name}.weight"].T.astype(np.float16)
        arrays[f"{name}_bias"] = state[f"{name}.bias"].astype(np.float32)
    for name in ("casing", "script", "length"):
        arrays[name] = state[f"{name}.weight"].astype(np.float32)
    arrays["mix_norm_gain"], arrays["mix_norm_bias"] = state["mix_norm.weight"], state["mix_norm.bias"]
    for layer in range(network.shape.layers):
        taps = state[f"convolutions.{layer}.weight"].T.reshape(3, hidden, hidden)
        arrays[f"convolution_weight_{layer}"] = np.concatenate(list(taps), axis=1).astype(np.float16)
        arrays[f"convolution_bias_{layer}"] = state[f"convolutions.{layer}.bias"]
        arrays[f"norm_gain_{layer}"] = state[f"norms.{layer}.weight"]
        arrays[f"norm_bias_{layer}"] = state[f"norms.{layer}.bias"]
    arrays["transitions"], arrays["opening"] = state["transitions"], state["opening"]
    arrays["calibration"] = np.array(calibration, np.float32)
    return {name: np.ascontiguousarray(array) for name, array in arrays.items()}


def quantise(table: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """Return int8 rows and a scale a row."""
    scale = (np.abs(table).max(1, keepdims=True) / 127 + 1e-6).astype(np.float16)
    return np.clip(np.round(table / scale.astype(np.float32)), -127, 127).astype(np.int8), scale


def save(path: Path, arrays: Arrays) -> None:
    """Write the arrays, not compressed: that saves little, and costs every run. The same arrays give the same bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        np.savez(file, **arrays)  # type: ignore[arg-type]
