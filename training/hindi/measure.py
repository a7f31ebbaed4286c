"""How well texts find their translations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsdiff.semantics import encoder


@dataclass(frozen=True, slots=True)
class Retrieval:
    """Shares of the texts that find their own translation first, there and back, and the mean cosine of true pairs."""

    there: float
    back: float
    cosine: float

    def __str__(self) -> str:
        """Give the three figures in one line."""
        return f"{self.there:.3f} {self.back:.3f} cosine {self.cosine:.2f}"


def retrieve(rows: NDArray[np.float32], others: NDArray[np.float32]) -> Retrieval:
    """Compare unit rows with those of their translations, row by row."""
    scores = rows @ others.T
    own = np.arange(len(rows))
    there, back = (scores.argmax(axis=1) == own).mean(), (scores.argmax(axis=0) == own).mean()
    return Retrieval(float(there), float(back), float(scores.diagonal().mean()))


def retrieve_texts(rows: NDArray[np.float32], translations: Sequence[str]) -> Retrieval:
    """Compare unit rows with texts in one of the encoder's languages."""
    return retrieve(rows, encoder.encode(translations))


def read_parallel(folder: Path, language: str) -> list[str]:
    """Return the lines of ``<document>/<language>.txt`` in the folder's documents, in the order of their names."""
    paths = sorted(folder.glob(f"*/{language}.txt"))
    return [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()]
