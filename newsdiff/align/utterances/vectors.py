"""The vectors of utterances, whole and with something taken out, made in few calls."""

from __future__ import annotations

from collections.abc import Iterable

from newsdiff.align.context import Vectors
from newsdiff.semantics import embed

Row = tuple[str, str]
"""A text to be embedded: its language, and the text."""


class TextVectors:
    """Vectors of texts by (language, text), each made once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._rows: dict[Row, Vectors] = {}

    def know(self, row: Row, vector: Vectors) -> None:
        """Take a vector that was made elsewhere."""
        self._rows[row] = vector

    def need(self, rows: Iterable[Row]) -> None:
        """Make the vectors of all these that are not made yet, in one call."""
        lacking = [row for row in dict.fromkeys(rows) if row not in self._rows]
        if lacking:
            vectors = embed([text for _, text in lacking], languages=[language for language, _ in lacking])
            self._rows.update(zip(lacking, vectors, strict=True))

    def nearest(self, row: Row, others: Vectors) -> float:
        """The greatest cosine of a text that was made before with the rows of others."""
        return round(float((others @ self._rows[row]).max()), 4) if len(others) else 0.0

    def cosine(self, one: Row, other: Row) -> float:
        """How near two texts are that were made before, rounded so that it does not depend on their company."""
        return round(float(self._rows[one] @ self._rows[other]), 4)
