"""Labelled sentences: read, cut into the product's own tokens, set apart for choosing and calibrating.

What belongs here: everything about files of ``token<TAB>tag`` lines. Sets marked for measuring alone are never read:
only the names in ``SOURCES`` are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdiff.annotate.tokens import is_address, tokenize

KINDS = ("PER", "ORG", "LOC")
TAGS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
LONGEST = 120
HELD_OUT_BLOCK = 20
HELD_OUT_EVERY = 16


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence with a tag a token, its language, and how much it weighs in training."""

    language: str
    tokens: tuple[str, ...]
    tags: tuple[str, ...]
    weight: float = 1.0

    @property
    def spans(self) -> list[tuple[int, int, str]]:
        """The entities as (first token, one past the last, kind)."""
        return spans_of(self.tags)


@dataclass(frozen=True, slots=True)
class Source:
    """A file of the training data: how often its sentences are seen, how much they weigh, how many are taken."""

    name: str
    repeat: int = 1
    weight: float = 1.0
    most: int | None = None

    @property
    def language(self) -> str:
        """The language, which begins the file's name."""
        return self.name[:2]


SOURCES = (
    Source("ar_aqmar", repeat=2),
    Source("ar_pudproj", repeat=2, weight=0.7),
    Source("de_germeval"),
    Source("de_pud"),
    Source("en_ewt"),
    Source("en_gum"),
    Source("en_meantime"),
    Source("en_pud"),
    Source("hi_hiner"),
    Source("hi_pudproj", repeat=2, weight=0.7),
    Source("it_pudproj", repeat=2, weight=0.7),
    Source("ru_pud", repeat=2),
    Source("zh_gsd", weight=0.3, most=1000),
)


def read_sources(folder: Path, sources: Iterable[Source] = SOURCES) -> tuple[list[Labelled], list[Labelled]]:
    """Return the sentences to train on (repeated as their source says) and those held out, in a fixed order."""
    train: list[Labelled] = []
    held_out: list[Labelled] = []
    for source in sources:
        path = folder / f"{source.name}.conll"
        if not path.exists():
            continue
        for number, sentence in enumerate(read_conll(path, source.language, source.weight)):
            if source.most is not None and number >= source.most:
                break
            if number // HELD_OUT_BLOCK % HELD_OUT_EVERY == HELD_OUT_EVERY - 1:
                held_out.append(sentence)
            elif len(sentence.tokens) <= LONGEST:
                train.extend([sentence] * source.repeat)
    return train, held_out


def read_conll(path: Path, language: str, weight: float = 1.0) -> Iterator[Labelled]:
    """Yield the sentences of a file, cut into the product's tokens."""
    tokens: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# ") and "\t" not in line:
            continue
        if line.strip():
            token, tag = line.split("\t")[:2]
            tokens.append(token)
            tags.append(tag)
        elif tokens:
            sentence = retokenize(language, tokens, tags, weight)
            if sentence.tokens:
                yield sentence
            tokens, tags = [], []


def retokenize(language: str, tokens: Iterable[str], tags: Iterable[str], weight: float = 1.0) -> Labelled:
    """Cut each token as the product would cut it; the parts inherit its tag. Addresses in front are not read."""
    new_tokens: list[str] = []
    new_tags: list[str] = []
    for token, tag in zip(tokens, tags, strict=True):
        parts = [part.surface for part in tokenize(token)] or ["."]
        if not new_tokens and is_address(parts[0]):
            continue
        new_tokens += parts
        new_tags += [tag] + ["I" + tag[1:] if tag != "O" else "O"] * (len(parts) - 1)
    return Labelled(language, tuple(new_tokens), tuple(repair(new_tags)), weight)


def repair(tags: Iterable[str]) -> list[str]:
    """Make every entity begin with B."""
    fixed: list[str] = []
    for tag in tags:
        begins = tag.startswith("I-") and (not fixed or fixed[-1][2:] != tag[2:])
        fixed.append("B" + tag[1:] if begins else tag)
    return fixed


def spans_of(tags: Iterable[str]) -> list[tuple[int, int, str]]:
    """Return the entities of a tag sequence as (first token, one past the last, kind)."""
    found: list[tuple[int, int, str]] = []
    for place, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append((place, place + 1, tag[2:]))
        elif tag.startswith("I-") and found and found[-1][1] == place and found[-1][2] == tag[2:]:
            found[-1] = (found[-1][0], place + 1, tag[2:])
    return found


def tags_of(length: int, spans: Iterable[tuple[int, int, str]]) -> tuple[str, ...]:
    """Return the tag sequence of entities that do not overlap."""
    tags = ["O"] * length
    for first, end, kind in spans:
        tags[first:end] = [f"B-{kind}"] + [f"I-{kind}"] * (end - first - 1)
    return tuple(tags)
