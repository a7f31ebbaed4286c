"""Texts without labels, as the teachers read them: the pupil's further lessons.

What belongs here: the sentences on whose names the versions of an article do not agree, and questions about articles,
with the labels that networks give them together. Where a first network was in doubt there is most to learn from three.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from newsdiff.annotate.tagger_decoding import Decoder, RawSpan
from newsdiff.annotate.tokens import tokenize
from training.tagger.corpus import LONGEST, Labelled, tags_of
from training.tagger.network import Network, WordTable, pack
from training.tagger.silver import LATIN, OTHERS, SHORTEST, Article

AT_ONCE = 200

Line = tuple[str, ...]


def read_questions(folder: Path) -> Iterator[Article]:
    """Yield the questions on each article of ``xquad.<language>.json`` by language."""
    for language in (*LATIN, *OTHERS):
        path = folder / f"xquad.{language}.json"
        if path.exists():
            for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
                asked = [question["question"] for part in article["paragraphs"] for question in part["qas"]]
                yield {language: asked}


def read_together(
    articles: Iterable[Article], known: Iterable[Labelled], teachers: Sequence[Network], words: WordTable, weight: float
) -> list[Labelled]:
    """Return the sentences of the articles that are not known, with the labels that the teachers give them on average.

    ``words`` is a table that the teachers share from here on.
    """
    for teacher in teachers:
        teacher.table = words
    seen = {sentence.tokens for sentence in known}
    unread: list[tuple[str, Line]] = []
    for article in articles:
        for language, lines in article.items():
            for line in lines:
                tokens = tuple(token.surface for token in tokenize(line))
                if tokens not in seen and SHORTEST <= len(tokens) <= LONGEST:
                    seen.add(tokens)
                    unread.append((language, tokens))
    labelled = []
    for at in range(0, len(unread), AT_ONCE):
        part = unread[at : at + AT_ONCE]
        for (language, tokens), spans in zip(part, _decode([tokens for _, tokens in part], teachers), strict=True):
            found = [(span.first, span.last + 1, span.kind) for span in spans]
            labelled.append(Labelled(language, tokens, tags_of(len(tokens), found), weight))
    return labelled


@torch.no_grad()
def _decode(lines: Sequence[Line], networks: Sequence[Network]) -> list[list[RawSpan]]:
    """Return the entities on the best path of the networks' mean scores."""
    batch = pack(networks[0].table, [(line, [0] * len(line), 1.0) for line in lines])
    scores = torch.stack([network(batch) for network in networks]).mean(0).numpy()
    transitions, opening = (
        np.mean([getattr(network, name).detach().numpy() for network in networks], axis=0)
        for name in ("transitions", "opening")
    )
    rows = [scores[start : start + length] for start, length in zip(batch.starts, batch.lengths, strict=True)]
    return Decoder(transitions, opening).spans(rows)
