"""Sentences made new for each pass: names and nouns swapped, letters lowered or raised, marks exchanged.

What belongs here: what changes a labelled sentence without making its labels wrong.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from newsdiff.annotate.tagger_features import script_class
from newsdiff.annotate.tokens import tokenize
from training.tagger.corpus import Labelled
from training.tagger.gazetteers import ARABIC, LATIN, Gazetteer, script_of
from training.tagger.own_names import Name

_ARABIC_PREFIXES = "ولبف"
_QUOTES = ('"', "“", "”", "„", "«", "»", "'", "‘", "’")
_APOSTROPHES = frozenset("'’")
_AS_LONG = 0.6
_TRIES = 8
_ENDS = frozenset(".।!?…؟۔")


@dataclass(frozen=True, slots=True)
class Rates:
    """How often each change is made: a share of the sentences, for ``swap`` of the entities, for ``noun`` of the nouns."""

    swap: float = 0.4
    noun: float = 0.12
    prefix: float = 0.2
    lower: float = 0.05
    upper: float = 0.03
    title: float = 0.03
    lower_first_name: float = 0.02
    no_end: float = 0.1
    quotes: float = 0.3
    head_cut: float = 0.05
    late_start: float = 0.1
    close_up: float = 0.5


Changed = tuple[list[str], list[str]]


def augment(sentence: Labelled, gazetteer: Gazetteer, rng: random.Random, rates: Rates = Rates()) -> Changed:
    """Return tokens and tags of the sentence, changed at random."""
    tokens, tags = _swap(sentence, gazetteer, rng, rates)
    tokens = _swap_nouns(sentence.language, tokens, tags, gazetteer, rng, rates)
    if rng.random() < rates.head_cut:
        tokens, tags = _cut_head(tokens, tags)
    elif rng.random() < rates.late_start:
        tokens, tags = _start_late(tokens, tags, rng)
    if len(tokens) > 3 and tokens[-1] in _ENDS and rng.random() < rates.no_end:
        tokens, tags = tokens[:-1], tags[:-1]
    if rng.random() < rates.close_up:
        tokens, tags = _close_up(tokens, tags)
    if rng.random() < rates.quotes:
        tokens = [rng.choice(_QUOTES) if token in _QUOTES and tag == "O" and len(token) == 1 else token
                  for token, tag in zip(tokens, tags, strict=True)]  # fmt: skip
    return _change_case(tokens, tags, rng, rates), tags


def _swap(sentence: Labelled, gazetteer: Gazetteer, rng: random.Random, rates: Rates) -> Changed:
    tokens: list[str] = []
    tags: list[str] = []
    done = 0
    for first, end, kind in sentence.spans:
        tokens += sentence.tokens[done:first]
        tags += sentence.tags[done:first]
        done = end
        name = sentence.tokens[first:end]
        if rng.random() < rates.swap:
            name = _other_as_long(sentence.language, kind, gazetteer, rng, name)
        if script_of(sentence.language) == ARABIC and script_class(name[0]) == ARABIC and rng.random() < rates.prefix:
            name = (_with_prefix(name[0], rng), *name[1:])
        tokens += name
        tags += [f"B-{kind}"] + [f"I-{kind}"] * (len(name) - 1)
    tokens += sentence.tokens[done:]
    tags += sentence.tags[done:]
    return tokens, tags


def _swap_nouns(
    language: str, tokens: list[str], tags: list[str], gazetteer: Gazetteer, rng: random.Random, rates: Rates
) -> list[str]:
    """Put other nouns in the place of some, where a language writes them as it writes names."""
    nouns = gazetteer.nouns.get(language)
    if nouns is None:
        return tokens
    return [
        nouns.other(token, rng) if tag == "O" and rng.random() < rates.noun else token
        for token, tag in zip(tokens, tags, strict=True)
    ]


def _other_as_long(language: str, kind: str, gazetteer: Gazetteer, rng: random.Random, name: Name) -> Name:
    """Return another name; for a person mostly one word for one and several for several, as texts call people both ways."""
    other = _other(language, kind, gazetteer, rng, name)
    if kind == "PER" and rng.random() < _AS_LONG:
        for _ in range(_TRIES):
            if (len(other) == 1) == (len(name) == 1):
                break
            other = _other(language, kind, gazetteer, rng, name)
    return other


def _other(language: str, kind: str, gazetteer: Gazetteer, rng: random.Random, name: Name) -> Name:
    """Return another name of the kind, mostly in the language's script, now and then a Latin one."""
    if language == "zh":
        return name
    draw = rng.random()
    if kind == "LOC" and draw < 0.5:
        return gazetteer.place(language, rng)
    if kind == "ORG" and draw < 0.4:
        return gazetteer.organization(language, rng)
    if kind == "PER" and draw < 0.45:
        return gazetteer.person(language, rng)
    script = script_of(language)
    if script != LATIN and draw > 0.8:
        return rng.choice(gazetteer.seen[("latin", kind)])
    pool = gazetteer.seen[("latin" if script == LATIN else language, kind)]
    return rng.choice(pool) if pool else name


def _with_prefix(word: str, rng: random.Random) -> str:
    """Glue a particle on an Arabic word; after "l" the article loses its alif."""
    prefix = rng.choice(_ARABIC_PREFIXES)
    return "لل" + word[2:] if prefix == "ل" and word.startswith("ال") else prefix + word


def _cut_head(tokens: list[str], tags: list[str]) -> Changed:
    """Let the sentence begin with its first entity, as headlines and list lines do."""
    first = next((place for place, tag in enumerate(tags) if tag != "O"), 0)
    return tokens[first:], tags[first:]


def _start_late(tokens: list[str], tags: list[str], rng: random.Random) -> Changed:
    """Let the sentence begin with one of its common words, which then has a capital and is still no name."""
    places = [
        place for place, (token, tag) in enumerate(zip(tokens, tags, strict=True)) if tag == "O" and token.islower()
    ]
    if not places:
        return tokens, tags
    first = rng.choice(places)
    return [tokens[first].capitalize(), *tokens[first + 1 :]], tags[first:]


def _close_up(tokens: list[str], tags: list[str]) -> Changed:
    """Write elided articles as running text does: treebanks set "d" and "'" apart where papers print "d'Italia"."""
    closed: list[str] = []
    kept: list[str] = []
    for place, (token, tag) in enumerate(zip(tokens, tags, strict=True)):
        after = tokens[place + 1] if place + 1 < len(tokens) else ""
        if token in _APOSTROPHES and closed and closed[-1].isalpha():
            parts = tokenize(closed[-1] + token + after)
            if len(parts) == 2 and parts[1].surface == after:
                closed[-1] += token
                continue
        closed.append(token)
        kept.append(tag)
    return closed, kept


def _change_case(tokens: list[str], tags: list[str], rng: random.Random, rates: Rates) -> list[str]:
    draw = rng.random()
    if draw < rates.lower:
        return [token.lower() for token in tokens]
    draw -= rates.lower
    if draw < rates.upper:
        return [token.upper() for token in tokens]
    draw -= rates.upper
    if draw < rates.title:
        return [token[:1].upper() + token[1:] for token in tokens]
    draw -= rates.title
    if draw < rates.lower_first_name:
        return [token.lower() if tag == "B-PER" and tags[place + 1 : place + 2] == ["I-PER"] else token
                for place, (token, tag) in enumerate(zip(tokens, tags, strict=True))]  # fmt: skip
    return tokens
