"""Hindi texts with what they mean in the encoder's languages, read from the files of the data folder.

What belongs here: the parallel data of others, as it is published. Our own word lists are in `word_lists`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MTURK = ("dev", "devtest", "test")
MTURK_REFERENCES = 4
XQUAD = ("en", "de", "ar", "es", "ru", "zh")
MOST_GLOSSES = 4

_SENTENCE_END = re.compile(r"(?<=[.?!।؟])\s+|(?<=。)")
_MARKUP = re.compile(r"\{[^}]*\}|/[^/]*/|\[[^\]]*\]|\([^)]*\)")
_DEVANAGARI = re.compile(r"[\u0900-\u097f]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A Hindi text and its translations, English first. ``source`` tells where it is from."""

    source: str
    hindi: str
    translations: tuple[str, ...]


def read_pairs(folder: Path) -> list[Pair]:
    """Return all pairs of a folder with the files named below; raise FileNotFoundError where one is missing."""
    readers = (_read_mturk, _read_tatoeba, _read_xquad, _read_wiktionary)
    return [pair for reader in readers for pair in reader(folder)]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _read_mturk(folder: Path) -> Iterator[Pair]:
    """Sentences of Hindi Wikipedia, each translated by four people."""
    for part in MTURK:
        references = [_lines(folder / f"mturk-{part}.en.{number}") for number in range(MTURK_REFERENCES)]
        for hindi, *english in zip(_lines(folder / f"mturk-{part}.hi"), *references, strict=True):
            translations = tuple(text.strip().lstrip(".") for text in english if len(text) > 5)
            if len(hindi) > 5 and translations:
                yield Pair(f"mturk-{part}", hindi, translations)


def _read_tatoeba(folder: Path) -> Iterator[Pair]:
    """Everyday sentences."""
    for hindi, english in zip(_lines(folder / "tatoeba.hi"), _lines(folder / "tatoeba.en"), strict=True):
        yield Pair("tatoeba", hindi, (english,))


def _read_xquad(folder: Path) -> Iterator[Pair]:
    """Sentences, questions and answers about Wikipedia paragraphs, in seven languages.

    A paragraph is cut into sentences where that gives as many in English as in Hindi; another language joins where it
    has as many, too.
    """
    data = {code: json.loads((folder / f"xquad.{code}.json").read_text(encoding="utf-8")) for code in ("hi", *XQUAD)}
    paragraphs = {code: [p for article in data[code]["data"] for p in article["paragraphs"]] for code in data}
    for number, hindi in enumerate(paragraphs["hi"]):
        others = [paragraphs[code][number] for code in XQUAD]
        sentences = _sentences(hindi["context"])
        matching = [cut for other in others if len(cut := _sentences(other["context"])) == len(sentences)]
        if matching and len(_sentences(others[0]["context"])) == len(sentences):
            for place, sentence in enumerate(sentences):
                yield Pair("xquad-sentence", sentence, tuple(cut[place] for cut in matching))
        for place, asked in enumerate(hindi["qas"]):
            same = [other["qas"][place] for other in others]
            yield Pair("xquad-question", asked["question"], tuple(other["question"] for other in same))
            yield Pair("xquad-answer", _answer(asked), tuple(_answer(other) for other in same))


def _sentences(text: str) -> list[str]:
    return [part.strip() for part in _SENTENCE_END.split(text) if part and part.strip()]


def _answer(asked: dict[str, list[dict[str, str]]]) -> str:
    return asked["answers"][0]["text"]


def _read_wiktionary(folder: Path) -> Iterator[Pair]:
    """Words with their English glosses, gathered by the Hindi word."""
    glosses: dict[str, list[str]] = {}
    for line in _lines(folder / "wiktionary.en-hi.txt"):
        if line.startswith("#") or "::" not in line:
            continue
        head, translations = line.split("::", 1)
        english = " ".join(_MARKUP.sub("", head).split())
        if not english:
            continue
        for word in re.split("[,;]", _MARKUP.sub("", translations)):
            if _DEVANAGARI.search(word):
                glosses.setdefault(word.strip(), []).append(f"to {english}" if "{v}" in head else english)
    for word, english_words in glosses.items():
        yield Pair("wiktionary", word, tuple(dict.fromkeys(english_words))[:MOST_GLOSSES])
