"""Sentence vectors: one space for all languages.

What belongs here: turning texts into vectors, and the decision which model does it (`choice`). What the vectors are
used for does not. A language close to one that a model was taught is put into words of that one first (`spelling`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsdiff.semantics.choice import Model, bare_code, choose

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Model", "choose", "embed"]


def embed(
    texts: Sequence[str], *, language: str | None = None, languages: Sequence[str | None] | None = None
) -> NDArray[np.float32]:
    """Return one vector a text, so that texts which mean the same lie close, whatever their languages.

    ``language`` is the ISO 639-1 code of all texts, ``languages`` one code (or None) a text; without either the script
    decides. Rows are (512,) of unit length; the cosine of two texts is the product of their rows. A text without a
    letter or digit gets a row of zeros, which is similar to nothing. Equal texts of one model are encoded once.

    The rows do not depend on the order of the texts. In another company of texts a row may differ by rounding
    (below 1e-6): compare similarities with a tolerance, or round them.

    Raises ValueError when ``languages`` is not as long as ``texts``. Reading the weights on the first call takes most
    of a second.
    """
    from newsdiff.semantics.batch import embed_all
    from newsdiff.semantics.spelling import spell

    codes = [language] * len(texts) if languages is None else list(languages)
    if len(codes) != len(texts):
        raise ValueError(f"{len(texts)} texts, but {len(codes)} languages")
    return embed_all(
        [(choose(text, code), spell(text, bare_code(code))) for text, code in zip(texts, codes, strict=True)]
    )
