"""Which articles are translations or copies of one another, and so are one witness, not two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from newsdiff.model import Dependence, Document, Reason, Sentence, Span
from newsdiff.semantics import embed

ALIKE = 0.55
"""Cosine of two sentences from which on one may be the translation of the other."""
SHARED = 0.65
"""Share of the shorter article's sentences that must come back, in the same order, in the other."""
FEWEST = 7
"""Sentences that must come back at least: two newsrooms put the few facts of a short report in the same order, too."""
LITERAL = 0.95
"""Cosine of two sentences from which on one is the other, word for word."""
FEWEST_LITERAL = 4
"""The same of sentences that come back word for word."""
PACE = 0.8
"""Correlation of the lengths of the sentences that come back: a translation is long where the other is, and short where it is."""
SHORTEST = 4
"""Words of the shortest sentence that counts."""

Vectors = NDArray[np.float32]


def find_dependence(documents: Sequence[Document], vectors: Mapping[str, Vectors]) -> tuple[Dependence, ...]:
    """Groups of articles that say the same sentence after sentence, in the order of the articles.

    ``vectors`` are those of `sentence_vectors`.
    """
    rows = [vectors[document.article.id] for document in documents]
    lengths = [_lengths(document) for document in documents]
    groups: list[set[int]] = []
    for one, other in combinations(range(len(documents)), 2):
        shared = shared_share(rows[one], rows[other], lengths[one], lengths[other])
        if shared < SHARED and not _same_words(documents[one], documents[other]):
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


def _same_words(one: Document, other: Document) -> bool:
    """Whether two texts are the same, word for word, however short they are."""
    return one.text.split() == other.text.split()


def shared_share(one: Vectors, other: Vectors, lengths: Sequence[int], other_lengths: Sequence[int]) -> float:
    """Share of the shorter text's sentences that come back in the other in order.

    Args:
        one: a row for each sentence of the one text.
        other: the same of the other.
        lengths: how long each sentence of the one is, in code points.
        other_lengths: the same of the other.

    Returns:
        0 to 1; 0 where too few come back, or in another pace.
    """
    fewer = min(len(one), len(other))
    if fewer < FEWEST_LITERAL:
        return 0.0
    cosines = np.round(one @ other.T, 4)
    best, back = cosines.argmax(1), cosines.argmax(0)
    pairs = [
        (row, int(best[row])) for row in range(len(one)) if back[best[row]] == row and cosines[row, best[row]] >= ALIKE
    ]
    ordered = _longest_increasing([there for _, there in pairs])
    if _longest_increasing([there for here, there in pairs if cosines[here, there] >= LITERAL]) >= FEWEST_LITERAL:
        return ordered / fewer
    if ordered < FEWEST:
        return 0.0
    paces = [[lengths[here] for here, _ in pairs], [other_lengths[there] for _, there in pairs]]
    return ordered / fewer if _correlate(*paces) >= PACE else 0.0


def _correlate(one: Sequence[int], other: Sequence[int]) -> float:
    """Correlation of the logarithms of positive numbers, 1 where they do not vary."""
    logs = np.log(np.array([one, other], dtype=float))
    spread = logs.std(axis=1)
    return float(np.corrcoef(logs)[0, 1]) if spread.min() > 0 else 1.0


def _lengths(document: Document) -> list[int]:
    """How long each sentence is for which there is a row."""
    return [sentence.end - sentence.start for sentence in document.sentences if _counts(document, sentence)]


def _counts(document: Document, sentence: Sentence) -> bool:
    return len(document.text[sentence.start : sentence.end].split()) >= SHORTEST


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
        (document, sentence) for document in documents for sentence in document.sentences if _counts(document, sentence)
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
