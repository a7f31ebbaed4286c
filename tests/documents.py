"""Documents built by hand: a text and the names that an engine would find in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsdiff.annotate.tokens import tokenize
from newsdiff.model import Article, Document, Entity, Sentence


def build_document(text: str, language: str, names: Mapping[str, Sequence[str]], article: str = "a1") -> Document:
    """A document whose every line is a sentence. ``names``: kind to surfaces, each found wherever it stands."""
    sentences = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            sentences.append(Sentence(start, start + len(line), language))
        start += len(line) + 1
    entities: list[Entity] = []
    wanted = [(surface, kind) for kind, surfaces in names.items() for surface in surfaces]
    for surface, kind in sorted(wanted, key=lambda pair: -len(pair[0])):
        at = text.find(surface)
        while at >= 0:
            end = at + len(surface)
            if all(end <= entity.start or entity.end <= at for entity in entities):
                entities.append(Entity(kind, at, end, surface, 0.9))
            at = text.find(surface, end)
    entities.sort(key=lambda entity: entity.start)
    return Document(
        Article(f"{article}.txt", text, article, language=language),
        tuple(sentences),
        tokenize(text),
        tuple(entities),
        "test",
    )
