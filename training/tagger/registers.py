"""Names out of registers: given names and surnames of populations, and companies on stock exchanges.

What belongs here: where lists of real names come from. Drawn from these, a person's name has the marks and the spelling
that it has in print ("Łukasz", "van der Ven"), and may be a word too ("Fischer"). Sources: faker for persons,
pytickersymbols for companies, both under the MIT licence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module

from newsdiff.annotate.tagger_features import script_class

LOCALES = {
    "ar": ("ar_AA", "ar_PS", "ar_SA"),
    "de": ("de_AT", "de_CH", "de_DE"),
    "en": ("en_GB", "en_IN", "en_NZ", "en_US"),
    "es": ("es_AR", "es_CL", "es_CO", "es_ES", "es_MX"),
    "fr": ("fr_BE", "fr_CA", "fr_CH", "fr_FR"),
    "hi": ("hi_IN",),
    "it": ("it_IT",),
    "nl": ("nl_BE", "nl_NL"),
    "pl": ("pl_PL",),
    "pt": ("pt_BR", "pt_PT"),
    "ru": ("ru_RU",),
}
SHORTEST = 3
_FORM = re.compile(r",? (?:& Co\.?|AB|AG|ASA|Co\.|Corp\.|Corporation|Company|Group|Holdings?|Inc\.|KGaA|Ltd\.?|N\.V\.|"
                   r"plc|PLC|S\.?A\.?|SE|S\.p\.A\.)$")  # fmt: skip


def census_names(language: str, script: int) -> tuple[list[str], list[str]]:
    """Return given names and surnames of a language in one script, each once and in order."""
    given = sorted(set(_lists(language, "first_names")))
    surnames = sorted(set(_lists(language, "last_names")))
    return [n for n in given if _fits(n, script)], [n for n in surnames if _fits(n, script)]


def listed_companies() -> list[str]:
    """Return the companies of the large stock indices, with and without their legal forms."""
    from pytickersymbols import PyTickerSymbols

    names = {stock["name"].strip() for stock in PyTickerSymbols().get_all_stocks()}
    return sorted(names | {_FORM.sub("", name) for name in names})


def _lists(language: str, kind: str) -> Iterator[str]:
    for locale in LOCALES.get(language, ()):
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for name, names in vars(provider).items():
            if kind in name and isinstance(names, Iterable):
                yield from names


def _fits(name: str, script: int) -> bool:
    return len(name) >= SHORTEST and script_class(name) == script
