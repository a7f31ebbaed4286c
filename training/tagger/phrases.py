"""Sentences of our own with slots, filled from the gazetteer, and lists of organisations.

What belongs here: reading ``phrases/*.yaml`` and making labelled sentences of it. The data sets name few organisations
and have no Spanish, French, Portuguese, Dutch or Polish sentence at all; these lists and sentences, written for this
project, are a floor for every language.

Slots: {P} person, {S} one-word person, {O} organisation, {L} place, {C} sports club, {G} band, label or studio, {K}
company under any kind of name, a surname or a common word too, {X} a thing with a name that is none of these, {N} a
number, {D} a department and {A} an acronym that are no organisations; in patterns {B} a brand's bare name, {M} a thing's, {H} the head of an institution's name and {T} its field; in
shapes of persons {F} a given name, {W} a word of any name of the world, {I} an initial. ``[Tesla|O]`` labels a name as it
stands.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from newsdiff.annotate.tokens import tokenize
from training.tagger.corpus import Labelled, tags_of
from training.tagger.gazetteers import LATIN, Gazetteer, script_of
from training.tagger.own_names import Name, OwnNames
from training.tagger.registers import census_names, listed_companies

FOLDER = Path(__file__).parent / "phrases"
SLOT = re.compile(r"\{([PSOLCGKBMXNDAHTFWI])\}|\[([^|\]]+)\|([PSOL])\]")
LABEL = {"P": "PER", "S": "PER", "O": "ORG", "L": "LOC", "C": "ORG", "G": "ORG", "K": "ORG"}
MODELS = ("Pro", "Plus", "Max", "GT", "RS", "Sport", "Lite", "Mini", "XL", "One", "II", "III", "2", "3", "4x4")
PATTERN_FILLINGS = 16
INSTITUTION_FILLINGS = 80
SHAPE_FILLINGS = 60
INITIALS = {"hi": "एस बी के एम आर पी वी टी जी डी एन सी", "ru": "А Б В Г Д Е И К Л М Н О П Р С Т Ю Я", "ar": "أ ب ج م ن"}
LATIN_INITIALS = "A B C D E F G H I J K L M N O P R S T V W Z"
OPENED = 0.25
SHARED = "latin"


@dataclass(frozen=True, slots=True)
class Phrases:
    """What one language's file holds."""

    organizations: tuple[Name, ...]
    patterns: tuple[str, ...]
    sentences: tuple[str, ...]
    openers: tuple[str, ...] = ()
    shapes: tuple[str, ...] = ()
    own: OwnNames = field(default_factory=OwnNames)


def read_phrases(folder: Path = FOLDER) -> dict[str, Phrases]:
    """Return the phrases by language; ``latin`` holds what the Latin-script languages share."""
    found = {}
    for path in sorted(folder.glob("*.yaml")):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        cases = {ending: tuple(forms.split()) for ending, forms in content.get("cases", {}).items()}
        found[path.stem] = Phrases(
            _names(content["organizations"]),
            tuple(content.get("patterns", ())),
            tuple(content.get("sentences", ())),
            tuple(content.get("openers", ())),
            tuple(content.get("shapes", ())),
            OwnNames(
                _names(content.get("given", "")),
                _names(content.get("surnames", "")),
                tuple(content.get("brand_tails", ())),
                tuple(sorted(cases.items(), key=lambda item: -len(item[0]))),
                _names(content.get("things", "")),
                _names(content.get("works", "")),
                tuple(content.get("clubs", ())),
                tuple(content.get("groups", ())),
                tuple(content.get("companies", ())),
                _names(content.get("heads", "")),
                _names(content.get("fields", "")),
                _names(content.get("known", "")),
                departments=_names(content.get("departments", "")),
                acronyms=_names(content.get("acronyms", "")),
                genitive=content.get("genitive", ""),
            ),
        )
    return found


def _cut_all(names: Iterable[str]) -> tuple[Name, ...]:
    return tuple(map(_cut, names))


def _names(text: str) -> tuple[Name, ...]:
    return tuple(_cut(name.strip()) for name in text.split(";") if name.strip())


def add_names(gazetteer: Gazetteer, phrases: dict[str, Phrases], seed: int = 12) -> None:
    """Put each language's names into the gazetteer; organisations are its own, those its patterns make, those shared."""
    rng = random.Random(seed)
    shared = phrases[SHARED].organizations + _cut_all(listed_companies())
    for language, own in phrases.items():
        if language == SHARED:
            continue
        latin = script_of(language) == LATIN
        names = own.own.with_shared(phrases[SHARED].own) if latin else own.own
        names = names.with_persons(*map(_cut_all, census_names(language, script_of(language))))
        gazetteer.own[language] = names
        shaped = [_fill(shape, language, gazetteer, rng).tokens for shape in own.shapes for _ in range(SHAPE_FILLINGS)]
        gazetteer.own[language] = names.with_shaped(tuple(shaped))
        made = [_fill(pattern, language, gazetteer, rng).tokens for pattern in own.patterns
                for _ in range(_fillings(pattern) // (1 if latin else 2))]  # fmt: skip
        repeated = list(own.organizations) * 2
        gazetteer.organizations[language] = repeated + made + list(shared if latin else shared[::8])


def _fillings(pattern: str) -> int:
    """How many organisations a pattern makes: far more where two lists meet in it."""
    return INSTITUTION_FILLINGS if "{H}" in pattern else PATTERN_FILLINGS


def make_sentences(
    gazetteer: Gazetteer, phrases: dict[str, Phrases], each: int, weight: float, seed: int = 13
) -> Iterator[Labelled]:
    """Yield ``each`` fillings of every sentence."""
    rng = random.Random(seed)
    for language, own in phrases.items():
        for text in own.sentences:
            for _ in range(each):
                opened = _open(text, own.openers, rng)
                filled = _fill(opened, language, gazetteer, rng)
                yield Labelled(language, filled.tokens, filled.tags, weight)


def _open(text: str, openers: Sequence[str], rng: random.Random) -> str:
    """Return the text, now and then behind words that open a sentence and are no name."""
    if not openers or not (text[0].isalpha() or text[0] == "{") or rng.random() > OPENED:
        return text
    return f"{rng.choice(openers)} {text[0].lower()}{text[1:]}"


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
        return _surname(language, gazetteer, rng)
    if slot == "O":
        return gazetteer.organization(language, rng)
    if slot == "L":
        return gazetteer.place(language, rng)
    if slot == "N":
        return (rng.choice((str(rng.randint(2, 99)), f"{rng.randint(1, 900)}.000", str(rng.randint(100, 9999)))),)
    if slot == "B":
        return (rng.choice(gazetteer.brands),)
    if slot in "DAHTFWI":
        return _part(slot, language, gazetteer, rng)
    return _invented(slot, language, gazetteer, rng)


def _part(slot: str, language: str, gazetteer: Gazetteer, rng: random.Random) -> Name:
    """Return a part of a name (the head of an institution's, its field, a given name, any word, an initial), or no name."""
    own = gazetteer.own[language]
    if slot in "DA":
        return rng.choice(own.departments if slot == "D" else own.acronyms)
    if slot == "H":
        return rng.choice(own.heads)
    if slot == "T":
        return rng.choice(own.fields)
    if slot == "F":
        return rng.choice(own.given)
    if slot == "W":
        return (gazetteer.world_word(language, rng),)
    return (rng.choice(INITIALS.get(language, LATIN_INITIALS).split()),)


def _invented(slot: str, language: str, gazetteer: Gazetteer, rng: random.Random) -> Name:
    """Return a name that only its sentence tells apart: what is a club here is a product or a surname there."""
    own, draw = gazetteer.own[language], rng.random()
    thing = rng.choice(own.things + own.works if slot == "X" else own.things)
    if slot == "M":
        return thing
    if slot == "X":
        others = (rng.choice(gazetteer.brands),) if draw < 0.88 else _surname(language, gazetteer, rng)
        name = thing if draw < 0.75 else others
        if rng.random() < 0.3:
            return (*name, rng.choice((*MODELS, str(rng.randint(2, 900)))))
        return name
    if draw < 0.1:
        return thing
    if slot == "K" and draw < 0.7:
        return _surname(language, gazetteer, rng) if draw < 0.2 else gazetteer.organization(language, rng)
    shapes = {"C": own.clubs, "G": own.groups, "K": own.companies}[slot]
    return _fill(rng.choice(shapes), language, gazetteer, rng).tokens


def _surname(language: str, gazetteer: Gazetteer, rng: random.Random) -> Name:
    for _ in range(20):
        word = _full_person(language, gazetteer, rng)[-1]
        if len(word) > 2 and not word.isupper():
            break
    return (word,)


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
