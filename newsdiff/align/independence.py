"""Which articles are translations or copies of one another, and so are one witness, not two.

What belongs here: telling a text that was written once from two that only tell the same story in one order. A translation
says sentence for sentence what the other says, at the same pace, keeps neighbours together and repeats the figures; articles
that contradict each other in several were written apart.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from newsdiff.align.slots import Slot
from newsdiff.kinds import BY_NAME, SlotKind
from newsdiff.model import Dependence, Document, Reason, Sentence, Span
from newsdiff.semantics import embed

ALIKE = 0.55
"""Cosine of two sentences from which on one may be the translation of the other."""
SHARED = 0.65
"""Share of the shorter article's sentences that must come back in the other."""
TOGETHER = 0.7
"""Share of the sentences that come back whose next one follows it in the other, too: blocks may be moved, single sentences not."""
STEP = 2
"""How far on in both texts the next sentence that comes back may stand: one may be left out between."""
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
MEANT_ALIKE = 0.5
"""How likely two values that exclude each other must be to answer one question, to count as a contradiction."""
APART = 2
"""Contradictions between two articles from which on they were written apart: translators slip, but seldom twice."""

Vectors = NDArray[np.float32]


def find_dependence(
    documents: Sequence[Document],
    vectors: Mapping[str, Vectors],
    contradictions: Mapping[frozenset[str], int] | None = None,
) -> tuple[Dependence, ...]:
    """Groups of articles that say the same sentence after sentence, in the order of the articles.

    Args:
        documents: all documents, in the order of their ids.
        vectors: those of `sentence_vectors`.
        contradictions: those of `count_contradictions`; none where they are not known.

    Returns:
        First the groups that are one witness for certain, then those that may be one.
    """
    rows = [vectors[document.article.id] for document in documents]
    lengths = [_lengths(document) for document in documents]
    same: list[tuple[int, int]] = []
    similar: list[tuple[int, int]] = []
    for one, other in combinations(range(len(documents)), 2):
        if _same_words(documents[one], documents[other]) or copied_share(rows[one], rows[other]) >= SHARED:
            same.append((one, other))
        elif shared_share(rows[one], rows[other], lengths[one], lengths[other]) >= SHARED:
            between = frozenset((documents[one].article.id, documents[other].article.id))
            found = (contradictions or {}).get(between, 0)
            if found < APART:
                (similar if found else same).append((one, other))
    groups = _join(same)
    perhaps = _join([pair for pair in similar if not any(set(pair) <= group for group in groups)])
    return tuple(
        Dependence(tuple(documents[at].article.id for at in sorted(group)), reason)
        for reason, found_groups in ((_SAME, groups), (_SIMILAR, perhaps))
        for group in sorted(found_groups, key=min)
    )


_SAME = Reason("same_text", "the same text, sentence after sentence: one witness, not several")
_SIMILAR = Reason("similar_text", "much the same, sentence after sentence, though they contradict each other once")


def _join(pairs: Sequence[tuple[int, int]]) -> list[set[int]]:
    """The groups that pairs make of what they link."""
    groups: list[set[int]] = []
    for pair in pairs:
        joined = set(pair).union(*(group for group in groups if group & set(pair)))
        groups = [*(group for group in groups if not group & joined), joined]
    return groups


def count_contradictions(slots: Sequence[Slot]) -> Counter[frozenset[str]]:
    """In how many figures and dates every two articles, by their ids, exclude each other, where they do."""
    found: Counter[frozenset[str]] = Counter()
    for slot in slots:
        if slot.weighed or slot.opposed < MEANT_ALIKE:
            continue
        for one, other in combinations(slot.nodes, 2):
            kind = BY_NAME[one.kind]
            if not isinstance(kind, SlotKind) or kind.wording or one.article == other.article:
                continue
            ours, theirs = one.claims[0].value, other.claims[0].value
            if kind.comparable(ours, theirs) and kind.compare(ours, theirs).relation == "disjoint":
                found[frozenset((one.article, other.article))] += 1
    return found


def _same_words(one: Document, other: Document) -> bool:
    """Whether two texts are the same, word for word, however short they are."""
    return one.text.split() == other.text.split()


def copied_share(one: Vectors, other: Vectors) -> float:
    """Share of the shorter text's sentences that come back in order in the other, 0 to 1; 0 where few do word for word.

    ``one`` and ``other`` have a row for each sentence.
    """
    fewer = min(len(one), len(other))
    if fewer < FEWEST_LITERAL:
        return 0.0
    cosines, pairs = _counterparts(one, other)
    literal = [there for here, there in pairs if cosines[here, there] >= LITERAL]
    if _longest_increasing(literal) < FEWEST_LITERAL:
        return 0.0
    return _longest_increasing([there for _, there in pairs]) / fewer


def shared_share(one: Vectors, other: Vectors, lengths: Sequence[int], other_lengths: Sequence[int]) -> float:
    """Share of the shorter text's sentences that come back in the other beside the same neighbours.

    Args:
        one: a row for each sentence of the one text.
        other: the same of the other.
        lengths: how long each sentence of the one is, in code points.
        other_lengths: the same of the other.

    Returns:
        0 to 1; 0 where too few come back, in another order or at another pace.
    """
    fewer = min(len(one), len(other))
    if fewer < FEWEST:
        return 0.0
    _, pairs = _counterparts(one, other)
    if len(pairs) < FEWEST:
        return 0.0
    steps = [(here - before, there - ahead) for (before, ahead), (here, there) in pairwise(pairs)]
    together = sum(ours <= STEP and 0 < theirs <= STEP for ours, theirs in steps) / len(steps)
    paces = [[lengths[here] for here, _ in pairs], [other_lengths[there] for _, there in pairs]]
    return len(pairs) / fewer if together >= TOGETHER and _correlate(*paces) >= PACE else 0.0


def _counterparts(one: Vectors, other: Vectors) -> tuple[Vectors, list[tuple[int, int]]]:
    """The cosines of all sentences, and those sentences that are each other's nearest, in the order of the one text."""
    cosines = np.round(one @ other.T, 4)
    best, back = cosines.argmax(1), cosines.argmax(0)
    return cosines, [
        (row, int(best[row])) for row in range(len(one)) if back[best[row]] == row and cosines[row, best[row]] >= ALIKE
    ]


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
