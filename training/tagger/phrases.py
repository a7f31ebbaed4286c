"""Sentences of our own with slots, filled from the gazetteer, and lists of organisations.

What belongs here: reading ``phrases/*.yaml`` and making labelled sentences of it. The data sets name few organisations
and have no Spanish, French, Portuguese, Dutch or Polish sentence at all; these lists and sentences, written for this
project, are a floor for every language.

Slots: {P} person, {S} one-word person, {O} organisation, {L} place, {B} a brand's bare name (in patterns), {X} a thing
with a name that is none of these, {N} a number. ``[Tesla|O]`` labels a name as it stands.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from newsdiff.annotate.tokens import tokenize
from training.tagger.corpus import Labelled, tags_of
from training.tagger.gazetteers import LATIN, Gazetteer, Name, script_of

FOLDER = Path(__file__).parent / "phrases"
SLOT = re.compile(r"\{([PSOLBXN])\}|\[([^|\]]+)\|([PSOL])\]")
LABEL = {"P": "PER", "S": "PER", "O": "ORG", "L": "LOC"}
PATTERN_FILLINGS = 40
SHARED = "latin"


@dataclass(frozen=True, slots=True)
class Phrases:
    """What one language's file holds."""

    organizations: tuple[Name, ...]
    patterns: tuple[str, ...]
    sentences: tuple[str, ...]


def read_phrases(folder: Path = FOLDER) -> dict[str, Phrases]:
    """Return the phrases by language; ``latin`` holds what the Latin-script languages share."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        names = [name.strip() for name in content["organizations"].split(";")]
        organizations = tuple(_cut(name) for name in names if name)
        found[path.stem] = Phrases(
            organizations, tuple(content.get("patterns", ())), tuple(content.get("sentences", ()))
        )
    return found


def add_organizations(gazetteer: Gazetteer, phrases: dict[str, Phrases], seed: int = 12) -> None:
    """Put each language's organisations into the gazetteer: its own, those its patterns make, those all share."""
    rng = random.Random(seed)
    shared = phrases[SHARED].organizations
    for language, own in phrases.items():
        if language == SHARED:
            continue
        latin = script_of(language) == LATIN
        made = [tuple(_fill(pattern, language, gazetteer, rng).tokens) for pattern in own.patterns
                for _ in range(PATTERN_FILLINGS // (1 if latin else 2))]  # fmt: skip
        repeated = list(own.organizations) * 3
        gazetteer.organizations[language] = repeated + made + list(shared if latin else shared[::2])


def make_sentences(
    gazetteer: Gazetteer, phrases: dict[str, Phrases], each: int, weight: float, seed: int = 13
) -> Iterator[Labelled]:
    """Yield ``each`` fillings of every sentence."""
    rng = random.Random(seed)
    for language, own in phrases.items():
        for text in own.sentences:
            for _ in range(each):
                filled = _fill(text, language, gazetteer, rng)
                yield Labelled(language, filled.tokens, filled.tags, weight)


def _fill(text: str, language: str, gazetteer: Gazetteer, rng: random.Random) -> Labelled:
    """Put names into the slots, then cut the whole as the product would."""
    filled, entities, done = "", [], 0
    for match in SLOT.finditer(text):
        filled += text[done : match.start()]
        done = match.end()
        slot, literal, kind = match.groups()
        name = literal or join(_filling(slot, language, gazetteer, rng))
        kind = LABEL.get(kind or slot)
        if kind:
            entities.append((len(filled), len(filled) + len(name), kind))
        filled += name
    tokens = tokenize(filled + text[done:])
    spans = []
    for start, end, kind in entities:
        inside = [number for number, token in enumerate(tokens) if token.start < end and token.end > start]
        spans.append((inside[0], inside[-1] + 1, kind))
    return Labelled(language, tuple(token.surface for token in tokens), tags_of(len(tokens), spans))


def join(name: Name) -> str:
    """Write a name's tokens as a text would: elided articles, full stops and hyphens close up."""
    text = ""
    for token in name:
        close = not text or text[-1] in "’'-" or token in {".", "-", "’"}
        text += token if close else f" {token}"
    return text


def _filling(slot: str, language: str, gazetteer: Gazetteer, rng: random.Random) -> Name:
    if slot == "P":
        return _full_person(language, gazetteer, rng)
    if slot == "S":
        return _full_person(language, gazetteer, rng)[-1:]
    if slot == "O":
        return gazetteer.organization(language, rng)
    if slot == "L":
        return gazetteer.place(language, rng)
    if slot == "N":
        return (rng.choice((str(rng.randint(2, 99)), f"{rng.randint(1, 900)}.000", str(rng.randint(100, 9999)))),)
    brand = rng.choice(gazetteer.brands)
    return (brand, str(rng.randint(2, 900))) if slot == "X" and rng.random() < 0.3 else (brand,)


def _full_person(language: str, gazetteer: Gazetteer, rng: random.Random) -> Name:
    """Return a person of two words or more: a labelled one, or words drawn from the lists."""
    pool = gazetteer.seen[(language, "PER")] or gazetteer.seen[("latin", "PER")]
    if script_of(language) != LATIN and rng.random() < 0.15:
        language, pool = "en", gazetteer.seen[("latin", "PER")]
    for _ in range(20):
        name = rng.choice(pool) if rng.random() < 0.5 else gazetteer.person(language, rng)
        if len(name) > 1:
            return name
    return name


def _cut(text: str) -> tuple[str, ...]:
    return tuple(token.surface for token in tokenize(text))


def sample(sentences: Sequence[Labelled], count: int, seed: int = 0) -> list[Labelled]:
    """Return some of them, to look at."""
    return random.Random(seed).sample(list(sentences), count)
