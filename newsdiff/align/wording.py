"""Setting side by side what was said: utterances are alike when their words mean the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from newsdiff.align.context import Context
from newsdiff.align.evidence import Matrix, load_weights
from newsdiff.align.node import Node
from newsdiff.model import Claim, Document, Quotation

GAP = 160
"""Code points between two quotations of one speaker up to which they are parts of one utterance."""


def join_utterances(
    claims: Sequence[Claim], contexts: Sequence[Context], documents: Mapping[str, Document]
) -> tuple[Node, ...]:
    """Join neighbouring quotations of one speaker in one paragraph: an utterance that its cue interrupts."""
    nodes: list[Node] = []
    for claim, context in zip(claims, contexts, strict=True):
        if nodes and _continues(nodes[-1].claims[-1], claim, documents[claim.article].text):
            last = nodes.pop()
            nodes.append(Node((*last.claims, claim), (*last.contexts, context), 1.0))
        else:
            nodes.append(Node((claim,), (context,), 1.0))
    return tuple(nodes)


def wording_log_odds(nodes: Sequence[Node]) -> Matrix:
    """Log-odds (n, n) that two utterances are one, by their nearest sentences and by who speaks."""
    weights = load_weights().families["quote"]
    rows = [np.concatenate([context.windows for context in node.contexts]) for node in nodes]
    evidence = np.zeros((len(nodes), len(nodes)))
    for one, ours in enumerate(rows):
        for other in range(one + 1, len(nodes)):
            cosine = float((ours @ rows[other].T).max())
            speaker = _same_speaker(nodes[one], nodes[other])
            evidence[one, other] = evidence[other, one] = round(
                weights["bias"] + weights["words"] * cosine + weights["speaker"] * speaker, 4
            )
    return evidence


def _same_speaker(one: Node, other: Node) -> float:
    """1 for one speaker, -1 for two, 0 where one is not known."""
    ours, theirs = _speaker(one), _speaker(other)
    if ours is None or theirs is None:
        return 0.0
    return 1.0 if ours == theirs else -1.0


def _speaker(node: Node) -> str | None:
    values = [claim.value for claim in node.claims if isinstance(claim.value, Quotation)]
    return next((value.speaker for value in values if value.speaker), None)


def _continues(last: Claim, claim: Claim, text: str) -> bool:
    if last.article != claim.article or last.span.end > claim.span.start:
        return False
    between = text[last.span.end : claim.span.start]
    if len(between) > GAP or "\n" in between:
        return False
    return (
        isinstance(last.value, Quotation)
        and isinstance(claim.value, Quotation)
        and last.value.speaker is not None
        and last.value.speaker == claim.value.speaker
        and last.value.form == claim.value.form
    )
