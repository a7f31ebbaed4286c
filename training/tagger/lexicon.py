"""The lists of words that the tagger asks: ``python -m training.tagger.lexicon --data DATA --output FILE``.

What belongs here: which nouns and which names they hold. Sources: german-nouns for nouns; for persons the names-train
lists (Wikidata by way of NETransliteration, CC0) with how often each occurs, faker's registers and our own lists; for
places CLDR and GeoNames; for organizations our own lists and pytickersymbols.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsdiff.annotate.tagger_lexicon import Lexicon, WordSet
from newsdiff.annotate.tokens import tokenize
from newsdiff.lang.pack import languages, load_pack
from training.tagger.gazetteers import ARABIC, CYRILLIC, DEVANAGARI, LATIN, known_places
from training.tagger.nouns import read_nouns
from training.tagger.own_names import Name
from training.tagger.phrases import read_phrases
from training.tagger.registers import LOCALES, census_names, listed_companies

FREQUENT = 5
"""How often a name has to occur to be a frequent one; those of registers all are."""
SHORTEST = 3
MANY = 4
"""How many names of organizations have to have a word for it to tell of one."""
LISTS = ("ar", "ru")
"""The languages whose transliterated names are read, beside their Latin forms."""


def make_lexicon(
    nouns: Iterable[str], persons: Counter[str], places: Iterable[Name], organizations: Iterable[Name]
) -> Lexicon:
    """Return the lists: of persons by how often they occur, of places and organizations by how many words they have."""
    lowered: Counter[str] = Counter()
    for name, count in persons.items():
        for word in filter(_is_listed, name.lower().split()):
            lowered[word] += count
    distinct, small = set(organizations), _small()
    parts = Counter(word.lower() for name in distinct if len(name) > 1 for word in set(name))
    return Lexicon(
        WordSet.of(nouns),
        WordSet.of(lowered),
        WordSet.of(name for name, count in lowered.items() if count >= FREQUENT),
        WordSet.of(_single(places)),
        WordSet.of(_single(distinct)),
        WordSet.of(word for word, count in parts.items() if count >= MANY and _is_listed(word) and word not in small),
    )


def _single(names: Iterable[Name]) -> Iterator[str]:
    """Yield the names of one word."""
    return (word for word in (name[0].lower() for name in names if len(name) == 1) if _is_listed(word))


def _small() -> frozenset[str]:
    """Return the function words of all languages, which names have too."""
    return frozenset(word for code in languages() for word in load_pack(code).prose.function_words)


def _is_listed(word: str) -> bool:
    return len(word) >= SHORTEST and word[0].isalpha()


def read_names(folder: Path) -> Counter[str]:
    """Return names of persons and how often they occur; ``folder`` holds ``latin<TAB>native<TAB>count`` lists."""
    names: Counter[str] = Counter()
    for language in LISTS:
        for line in (folder / f"{language}.tsv").read_text(encoding="utf-8").splitlines():
            latin, native, count = line.split("\t")
            names[latin] += int(count)
            names[native] += int(count)
    for phrases in read_phrases().values():
        own = phrases.own
        names.update({word: FREQUENT for name in (*own.given, *own.surnames, *own.known) for word in name})
    for language in LOCALES:
        for script in (LATIN, CYRILLIC, ARABIC, DEVANAGARI):
            for listed in census_names(language, script):
                names.update(dict.fromkeys(listed, FREQUENT))
    return names


def read_organizations() -> Iterator[Name]:
    """Yield the organizations of our lists, and the companies of stock exchanges."""
    for phrases in read_phrases().values():
        yield from phrases.organizations
    for company in listed_companies():
        yield tuple(token.surface for token in tokenize(company))


def arrays_of(lexicon: Lexicon) -> dict[str, NDArray[np.uint8]]:
    """Return the arrays to ship by name."""
    return {name: np.frombuffer(getattr(lexicon, name).bits, np.uint8) for name in Lexicon.__slots__}


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the arguments, make the lists, write them."""
    parser = argparse.ArgumentParser(prog="python -m training.tagger.lexicon", description="Make the tagger's lists.")
    parser.add_argument("--data", type=Path, required=True, help="folder with names-train")
    parser.add_argument("--output", type=Path, required=True, help="the .npz to write")
    chosen = parser.parse_args(arguments)
    nouns = (form for of_language in read_nouns().values() for form in of_language.slots)
    lexicon = make_lexicon(nouns, read_names(chosen.data / "names-train"), known_places(), read_organizations())
    with chosen.output.open("wb") as file:
        np.savez(file, **arrays_of(lexicon))  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
