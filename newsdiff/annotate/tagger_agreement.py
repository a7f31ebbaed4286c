"""One name, one label: what the sentences of an article say about a word, weighed together.

What belongs here: moving the scores of a word's occurrences towards their mean before decoding. A surname that is clear
in one sentence ("Ada Moss said") helps where it stands in a poor one ("Moss shares rose"). The mean only pulls, so
that a place and a person of the same name can live in one article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

PULL = 0.5
_LEAST = -8.0
_PLAIN_MARGIN = 5.0
_SHORTEST = 3
_FULL_NAME_WEIGHT = 3.0
_INSIDE_PERSON = 2
_INSIDE_OTHERS = (4, 6)
_GROUPS = ((0,), (1, 2), (3, 4), (5, 6))


def agree(sentences: Sequence[Sequence[str]], scores: Sequence[Floats], pull: float = PULL) -> list[Floats]:
    """Return the scores with those of repeated words drawn together.

    ``scores`` are (tokens, tags) a sentence, in the order O, B-PER, I-PER, B-ORG, I-ORG, B-LOC, I-LOC. Words in small
    letters and words of one or two letters stay as they are, and so does what is nowhere like a name. An occurrence
    inside a person's full name counts three times: it is the one that tells most. One inside the name of an
    organisation or a place counts for nothing: what it is there says little of what it is alone.
    """
    repeated = _repeated(sentences)
    if not repeated:
        return list(scores)
    drawn = [rows.copy() for rows in scores]
    plain = [(rows[:, 0] - rows[:, 1:].max(1) > _PLAIN_MARGIN).tolist() for rows in scores]
    for occurrences in repeated:
        places = [(s, t) for s, t in occurrences if scores[s][t].argmax() not in _INSIDE_OTHERS]
        if all(plain[sentence][token] for sentence, token in places):
            continue
        rows = np.array([scores[sentence][token] for sentence, token in places])
        shares = _log_shares(rows)
        groups = np.stack([np.logaddexp.reduce(shares[:, group], axis=1) for group in map(list, _GROUPS)], axis=1)
        groups = np.maximum(groups, _LEAST)
        weights = np.where(rows.argmax(1) == _INSIDE_PERSON, _FULL_NAME_WEIGHT, 1.0)
        mean = weights @ groups / weights.sum()
        for (sentence, token), group in zip(places, groups, strict=True):
            moved = pull * (mean - group)
            drawn[sentence][token] += np.repeat(moved, [len(tags) for tags in _GROUPS]).astype(np.float32)
    return drawn


def _repeated(sentences: Sequence[Sequence[str]]) -> list[list[tuple[int, int]]]:
    """Return the places of each word that may be a name and occurs more than once."""
    places: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, tokens in enumerate(sentences):
        for place, token in enumerate(tokens):
            if len(token) >= _SHORTEST and token[0].isalpha() and not token.islower():
                places[token].append((number, place))
    return [found for found in places.values() if len(found) > 1]


def _log_shares(rows: Floats) -> Floats:
    top = rows.max(1, keepdims=True)
    shares: Floats = rows - top - np.log(np.exp(rows - top).sum(1, keepdims=True))
    return shares
