"""Countries have a name in every language, and CLDR knows them: Germany is Deutschland and जर्मनी, whatever they sound like."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from newsdiff.parse.names.romanize import fold

CANONICAL = "en"
"""The language whose name a country goes by in the report."""


def territory_of(surface: str, language: str) -> str | None:
    """The ISO 3166-1 code of the country that ``surface`` names in ``language``, None where it names none."""
    return _codes(language).get(fold(surface))


def name_territory(code: str, language: str = CANONICAL) -> str | None:
    """What a country is called in ``language``; None where CLDR does not tell."""
    return _names(language).get(code)


@cache
def _codes(language: str) -> Mapping[str, str]:
    return {fold(name): code for code, name in _names(language).items()}


@cache
def _names(language: str) -> Mapping[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: name for code, name in territories.items() if len(code) == len("DE")}
