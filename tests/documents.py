"""Documents built by hand: a text and the names that an engine would find in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsdiff.annotate.tokens import tokenize
from newsdiff.model import Article, Document, Entity, Sentence, SyntaxWord


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
        tokenize(text, codes=(language,)),
        tuple(entities),
        "test",
    )


def build_parsed(tree: str, language: str, names: Mapping[str, Sequence[str]]) -> Document:
    """A document of the sentences of a tree.

    A line is a word: its form, lemma, tag, the number of its head (0: the root) and its relation, parted by white space.
    ``+`` before a form glues it to the word before; a form ``=`` is one more word of the same token. An empty line ends
    a sentence.
    """
    text, first = "", 0
    words: list[SyntaxWord] = []
    for line in tree.strip().splitlines():
        if not line.strip():
            text, first = text + "\n", len(words)
            continue
        form, lemma, tag, head, relation = line.split()
        if form != "=":
            glued = form.startswith("+") and len(form) > 1
            text += "" if glued or not text or text.endswith("\n") else " "
            start, text = len(text), text + (form[1:] if glued else form)
        words.append(SyntaxWord(start, len(text), lemma, tag, first + int(head) - 1 if int(head) else None, relation))
    return replace(build_document(text, language, names), words=tuple(words))
