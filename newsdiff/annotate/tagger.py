"""The embedded entity tagger: sentences of tokens to persons, organizations and places with a probability each.

What belongs here: loading the shipped weights, and going from tags to spans. Reach for :func:`tag` with a whole
article at once, never sentence by sentence, so that words are looked up once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from math import exp, log, log1p
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsdiff.annotate.tagger_agreement import agree
from newsdiff.annotate.tagger_decoding import Decoder, RawSpan
from newsdiff.annotate.tagger_network import Network
from newsdiff.semantics.encoder import load_network, load_tokenizer
from newsdiff.threads import one_thread

KINDS = {"PER": "person", "ORG": "organization", "LOC": "place"}
_LONGEST = 400
_AT_ONCE = 256
"""Sentences that the network reads in one go; more would only take more memory."""


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """An entity in a sentence: kind, its first and last token (inclusive), and the probability that it is right."""

    kind: str
    first: int
    last: int
    score: float


def tag(sentences: Sequence[Sequence[str]]) -> list[tuple[TaggedSpan, ...]]:
    """Return the entities of each sentence, in order and without overlap.

    ``sentences`` hold the surfaces of tokens as :func:`newsdiff.annotate.tokens.tokenize` cuts them, those of one
    article in their order. ``score`` is calibrated: of the spans with a score near 0.8, about four in five are right.
    """
    return load_tagger().tag(sentences)


@cache
def load_tagger() -> Tagger:
    """Load the shipped weights, once."""
    with np.load(str(files("newsdiff") / "models" / "tagger.npz"), allow_pickle=False) as shipped:
        return Tagger({name: shipped[name] for name in shipped.files})


class Tagger:
    """The tagger for one set of weights."""

    def __init__(self, weights: dict[str, NDArray[Any]]) -> None:
        """Take the arrays of the shipped file by name."""
        self._calibration = {
            kind: (float(slope), float(offset))
            for kind, (slope, offset) in zip(KINDS, weights["calibration"], strict=True)
        }
        self._decoder = Decoder(weights["transitions"], weights["opening"])
        self._network = Network(weights, load_tokenizer(), load_network())

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[tuple[TaggedSpan, ...]]:
        """Return the entities of each sentence; see :func:`tag`."""
        return [tuple(map(self._calibrated, spans)) for spans in self.raw_spans(sentences)]

    def raw_spans(self, sentences: Sequence[Sequence[str]]) -> list[list[RawSpan]]:
        """Return the entities of each sentence with the network's own probabilities."""
        cuts = [(number, start) for number, tokens in enumerate(sentences) for start in range(0, len(tokens), _LONGEST)]
        found: list[list[RawSpan]] = [[] for _ in sentences]
        if cuts:
            parts = [sentences[number][start : start + _LONGEST] for number, start in cuts]
            batches = (parts[at : at + _AT_ONCE] for at in range(0, len(parts), _AT_ONCE))
            with one_thread():
                read = [rows for batch in batches for rows in self._network.scores(batch)]
            scores = agree(parts, read)
            for (number, start), spans in zip(cuts, self._decoder.spans(scores), strict=True):
                found[number] += [replace(span, first=span.first + start, last=span.last + start) for span in spans]
        return found

    def _calibrated(self, span: RawSpan) -> TaggedSpan:
        slope, offset = self._calibration[span.kind]
        odds = slope * (log(span.probability) - log1p(-span.probability)) + offset
        return TaggedSpan(KINDS[span.kind], span.first, span.last, 1 / (1 + exp(-odds)))
