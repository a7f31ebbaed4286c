"""Which articles are translations or copies of one another, and so are one witness, not two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from newsdiff.model import Dependence, Document, Reason, Span
from newsdiff.semantics import embed

ALIKE = 0.55
"""Cosine of two sentences from which on one may be the translation of the other."""
SHARED = 0.65
"""Share of the shorter article's sentences that must come back, in the same order, in the other."""
FEWEST = 5
"""Sentences that must come back at least: a headline and a quotation in common make no copy."""
SHORTEST = 4
"""Words of the shortest sentence that counts."""

Vectors = NDArray[np.float32]


def find_dependence(documents: Sequence[Document], vectors: Mapping[str, Vectors]) -> tuple[Dependence, ...]:
    """Groups of articles that say the same sentence after sentence, in the order of the articles.

    ``vectors`` are those of `sentence_vectors`.
    """
    rows = [vectors[document.article.id] for document in documents]
    groups: list[set[int]] = []
    for one, other in combinations(range(len(documents)), 2):
        if shared_share(rows[one], rows[other]) < SHARED:
            continue
        joined = {one, other}.union(*(group for group in groups if group & {one, other}))
        groups = [*(group for group in groups if not group & joined), joined]
    return tuple(
        Dependence(
            tuple(documents[at].article.id for at in sorted(group)),
            Reason("same_text", "the same text, sentence after sentence, in the same order: one witness, not several"),
        )
        for group in sorted(groups, key=min)
    )


def shared_share(one: Vectors, other: Vectors) -> float:
    """Share of the shorter text's sentences (rows) that come back in the other in order; 0 where they are too few."""
    if min(len(one), len(other)) < FEWEST:
        return 0.0
    cosines = np.round(one @ other.T, 4)
    best, back = cosines.argmax(1), cosines.argmax(0)
    matches = [int(best[row]) for row in range(len(one)) if back[best[row]] == row and cosines[row, best[row]] >= ALIKE]
    ordered = _longest_increasing(matches)
    return ordered / min(len(one), len(other)) if ordered >= FEWEST else 0.0


def _longest_increasing(numbers: Sequence[int]) -> int:
    tails: list[int] = []
    for number in numbers:
        at = bisect_left(tails, number)
        tails[at : at + 1] = [number]
    return len(tails)


def sentence_vectors(
    documents: Sequence[Document], known: Mapping[tuple[str, Span], Vectors] | None = None
) -> dict[str, Vectors]:
    """A row for each sentence of four words or more, by the id of the article.

    ``known`` are rows of sentences, by article and place, that need not be made again.
    """
    made = dict(known or {})
    kept = [
        (document, sentence)
        for document in documents
        for sentence in document.sentences
        if len(document.text[sentence.start : sentence.end].split()) >= SHORTEST
    ]
    lacking = [(document, sentence) for document, sentence in kept if (document.article.id, sentence.span) not in made]
    texts = [document.text[sentence.start : sentence.end] for document, sentence in lacking]
    vectors = embed(texts, languages=[sentence.language for _, sentence in lacking])
    for (document, sentence), row in zip(lacking, vectors, strict=True):
        made[document.article.id, sentence.span] = row
    rows: dict[str, list[Vectors]] = {document.article.id: [] for document in documents}
    for document, sentence in kept:
        rows[document.article.id].append(made[document.article.id, sentence.span])
    empty = np.zeros((0, vectors.shape[1]), np.float32)
    return {article: np.stack(of_article) if of_article else empty for article, of_article in rows.items()}
