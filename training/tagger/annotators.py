"""Taggers of others, which label text in languages for which we have few or no labelled sentences.

What belongs here: which tagger reads which language, how far it is believed, and its labels brought to our tokens. What
they find is learned from; nothing of theirs ships. French: a model of spaCy, learned from WikiNER. Russian: natasha,
learned from news.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

from training.tagger.corpus import KINDS

Line = tuple[str, ...]
Span = tuple[int, int, str]
Annotator = Callable[[Line], set[Span]]

TRUST = {"fr": 0.8, "ru": 0.8}
"""How sure we are of an entity that the annotator finds and our tagger does not."""

_SPACY = {"fr": "fr_core_news_md"}


def annotate_lines(language: str, lines: Sequence[Line]) -> list[set[Span]] | None:
    """Return the entities that the language's annotator finds in each line of tokens, or None where it has no annotator."""
    if language not in TRUST:
        return None
    annotator = _load_spacy(_SPACY[language]) if language in _SPACY else _load_natasha()
    return [annotator(line) if line else set() for line in lines]


@cache
def _load_spacy(name: str) -> Annotator:
    import spacy
    from spacy.tokens import Doc

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pipeline: Any = spacy.load(name, exclude=["parser", "lemmatizer", "attribute_ruler"])

    def find(line: Line) -> set[Span]:
        document = pipeline(Doc(pipeline.vocab, words=list(line)))
        return {(entity.start, entity.end, entity.label_) for entity in document.ents if entity.label_ in KINDS}

    return find


@cache
def _load_natasha() -> Annotator:
    from natasha import NewsEmbedding, NewsNERTagger

    tagger: Any = NewsNERTagger(NewsEmbedding())

    def find(line: Line) -> set[Span]:
        starts, at = [], 0
        for token in line:
            starts.append(at)
            at += len(token) + 1
        found = set()
        for span in tagger(" ".join(line)).spans:
            inside = [n for n, start in enumerate(starts) if start < span.stop and start + len(line[n]) > span.start]
            if inside and span.type in KINDS:
                found.add((inside[0], inside[-1] + 1, span.type))
        return found

    return find
