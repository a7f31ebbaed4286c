"""Which claims of an event fill one slot: labelled events (expected.yaml beside its articles) and parallel news."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from newsdiff.config import load_config
from newsdiff.model import Article, Document, Span
from newsdiff.pipeline import annotate_all

FAMILIES = {"quantity": "amount", "money": "amount", "percent": "percent", "date": "date", "quote": "quote"}


@dataclass(frozen=True)
class Event:
    """Documents on one event, and for spans of them the slot that they are known to fill.

    ``marks`` maps an article's id to (span, family, slot); ``complete`` tells that a claim without a mark is known to
    fill no marked slot (in parallel news only what stands in the same sentence of every language is marked).
    """

    name: str
    documents: tuple[Document, ...]
    marks: dict[str, tuple[tuple[Span, str, str], ...]]
    complete: bool


def labelled_events(folders: Sequence[Path]) -> Iterator[Event]:
    """Events told by independent newsrooms, from ``expected.yaml``."""
    for folder in folders:
        gold = yaml.safe_load((folder / "expected.yaml").read_text(encoding="utf-8"))
        texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))}
        documents = _read(texts)
        stems = dict(zip([document.article.id for document in documents], sorted(texts), strict=True))
        marks = {}
        for document in documents:
            stem = stems[document.article.id]
            found = []
            for fact in gold["facts"]:
                if fact["kind"] in FAMILIES:
                    for surface in fact["mentions"].get(stem, []):
                        found += [
                            (span, FAMILIES[fact["kind"]], fact["id"]) for span in _places(document.text, surface)
                        ]
            marks[document.article.id] = tuple(found)
        yield Event(folder.name, documents, marks, complete=True)


def parallel_events(folders: Sequence[Path], languages: Sequence[str]) -> Iterator[Event]:
    """Translated news, one sentence a line: a number that stands in the same line of every language fills one slot."""
    for folder in folders:
        lines = {
            language: [
                unicodedata.normalize("NFC", line)
                for line in (folder / f"{language}.txt").read_text(encoding="utf-8").splitlines()
            ]
            for language in languages
        }
        texts, starts = {}, {}
        for language, sentences in lines.items():
            texts[language], starts[language] = _paragraphs(sentences)
        documents = _read(texts)
        marks: dict[str, list[tuple[Span, str, str]]] = {document.article.id: [] for document in documents}
        for at in range(len(next(iter(lines.values())))):
            numbers = {language: _numbers(lines[language][at]) for language in languages}
            for number in set.intersection(*(set(found) for found in numbers.values())):
                for document, language in zip(documents, sorted(texts), strict=True):
                    span = numbers[language][number].shift(starts[language][at])
                    for family in ("amount", "percent", "date"):
                        marks[document.article.id].append((span, family, f"{at}:{number}"))
        yield Event(folder.name, documents, {key: tuple(found) for key, found in marks.items()}, complete=False)


def _read(texts: dict[str, str]) -> tuple[Document, ...]:
    articles = [
        Article(name, unicodedata.normalize("NFC", text), id=f"a{at}", language=name.split("-")[0])
        for at, (name, text) in enumerate(sorted(texts.items()), 1)
    ]
    return annotate_all(articles, load_config(), lambda _step: None)


def _places(text: str, surface: str) -> list[Span]:
    surface = unicodedata.normalize("NFC", surface)
    return [Span(found.start(), found.end()) for found in re.finditer(re.escape(surface), text)]


def _paragraphs(sentences: Sequence[str]) -> tuple[str, list[int]]:
    """Sentences as paragraphs of three, and where each begins."""
    text, starts = "", []
    for at, sentence in enumerate(sentences):
        if at:
            text += "\n\n" if at % 3 == 1 else " "
        starts.append(len(text))
        text += sentence
    return text + "\n", starts


def _numbers(sentence: str) -> dict[str, Span]:
    """Digit strings of two digits or more that stand once in a sentence, by their digits alone."""
    plain = "".join(
        str(unicodedata.digit(character)) if unicodedata.digit(character, None) is not None else character
        for character in sentence
    )
    found: dict[str, list[Span]] = {}
    for match in re.finditer(r"\d[\d.,٬٫]*\d", plain):
        found.setdefault(re.sub(r"\D", "", match.group()), []).append(Span(match.start(), match.end()))
    return {digits: spans[0] for digits, spans in found.items() if len(spans) == 1}
