"""Setting side by side what was said: utterances are alike when their words mean the same."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from newsdiff.align.context import Context
from newsdiff.align.evidence import load_weights
from newsdiff.align.node import Node
from newsdiff.align.relations import Matrix
from newsdiff.align.similarity import margins
from newsdiff.model import Claim, Document, Quotation

REPEATED = 0.9
"""Cosine from which on two quotations of one speaker in one article are a repetition."""
WORDING_FEATURES = (
    "bias",  # 1
    "words",  # cosine of the two utterances, or of their nearest sentences
    "margin",  # how far that lies above the best rival in either article
    "same_speaker",  # 1 where both are given to one speaker
    "other_speaker",  # 1 where they are given to two
)
LEAST = -1.2
"""Log-odds below which two utterances are not one, even where a third resembles both."""
GAP = 160
"""Code points between two quotations of one speaker up to which they are parts of one utterance."""
SENTENCE_INSIDE = re.compile(r"[^\W\d_]{3}[.!?؟।]\s+[^\W_]|[\"”»“][.!?؟।]\s+[^\W_]")
"""The end of a sentence with words behind it: what follows is another utterance. "Mr. X" ends none."""


def join_utterances(
    claims: Sequence[Claim], contexts: Sequence[Context], documents: Mapping[str, Document]
) -> tuple[Node, ...]:
    """Join quotations of one speaker and article: the parts of an utterance that its cue interrupts, and repetitions."""
    nodes: list[Node] = []
    for claim, context in zip(claims, contexts, strict=True):
        text = documents[claim.article].text
        known = (at for at, node in enumerate(nodes) if node.article == claim.article)
        joined = next(
            (
                at
                for at in known
                if _continues(nodes[at].claims[-1], claim, text) or _repeats(nodes[at], claim, context)
            ),
            None,
        )
        if joined is None:
            nodes.append(Node((claim,), (context,), 1.0))
        else:
            node = nodes[joined]
            nodes[joined] = Node((*node.claims, claim), (*node.contexts, context), 1.0)
    return tuple(nodes)


def wording_log_odds(nodes: Sequence[Node], family: str) -> Matrix:
    """Log-odds (n, n) that two utterances are one; ``-inf`` within one article, and where they surely are not."""
    weights = load_weights().families[family]
    vector = np.array([weights.get(name, 0.0) for name in WORDING_FEATURES])
    odds: Matrix = np.round(wording_features(nodes) @ vector, 4)
    possible: Matrix = np.where(_apart(nodes) & (odds >= LEAST), odds, -np.inf)
    return possible


def wording_features(nodes: Sequence[Node]) -> Matrix:
    """The features (n, n, len(WORDING_FEATURES)) of every pair of utterances."""
    rows = [np.concatenate([context.windows for context in node.contexts]) for node in nodes]
    starts = np.cumsum([0, *map(len, rows)])[:-1]
    vectors = np.concatenate(rows)
    cosines = (vectors @ vectors.T).astype(np.float64)
    words: Matrix = np.maximum.reduceat(np.maximum.reduceat(cosines, starts, axis=0), starts, axis=1)
    speakers = [_speaker(node) for node in nodes]
    known = np.array([speaker is not None for speaker in speakers])
    both = np.outer(known, known)
    same = np.array([[one == other for other in speakers] for one in speakers]) & both
    columns = {
        "bias": np.ones_like(words),
        "words": words,
        "margin": margins(words, _apart(nodes), [node.article for node in nodes]),
        "same_speaker": same.astype(float),
        "other_speaker": (both & ~same).astype(float),
    }
    return np.stack([columns[name] for name in WORDING_FEATURES], axis=-1)


def _apart(nodes: Sequence[Node]) -> NDArray[np.bool_]:
    """Whether two utterances stand in different articles."""
    articles = np.array([node.article for node in nodes])
    different: NDArray[np.bool_] = articles[:, None] != articles[None, :]
    return different


def _speaker(node: Node) -> str | None:
    values = [claim.value for claim in node.claims if isinstance(claim.value, Quotation)]
    return next((value.speaker for value in values if value.speaker), None)


def _repeats(node: Node, claim: Claim, context: Context) -> bool:
    first, value = node.claims[0].value, claim.value
    if not (isinstance(first, Quotation) and isinstance(value, Quotation)) or first.speaker != value.speaker:
        return False
    return bool(float(node.contexts[0].windows[0] @ context.windows[0]) >= REPEATED)


def _continues(last: Claim, claim: Claim, text: str) -> bool:
    """Whether one quotation goes on in another: nothing but its cue stands between, or a mark that reopens a paragraph."""
    if last.article != claim.article or last.span.end > claim.span.start:
        return False
    between = text[last.span.end : claim.span.start]
    if len(between) > GAP or ("\n" in between and len("".join(between.split())) > 1):
        return False
    if SENTENCE_INSIDE.search(between):
        return False
    return (
        isinstance(last.value, Quotation)
        and isinstance(claim.value, Quotation)
        and last.value.speaker is not None
        and last.value.speaker == claim.value.speaker
        and last.value.form == claim.value.form
    )
