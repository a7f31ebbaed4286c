"""Countries, continents and great cities have a name in every language, and CLDR knows them, whatever they sound like.

Germany is Deutschland and जर्मनी, Vienna is Wien and فيينا. The cities are those that CLDR names time zones after.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from newsdiff.parse.names.romanize import fold, script

if TYPE_CHECKING:
    from babel import Locale

CANONICAL = "en"
"""The language whose name a place goes by in the report."""
_WORLD = "001"
_PLACELESS = ("Etc", "Antarctica")


def territory_of(surface: str, language: str) -> str | None:
    """The code of the place that ``surface`` names in ``language``: ISO 3166-1, UN M49 or a time zone; None without one."""
    return _codes(language).get(fold(surface))


def is_city(code: str) -> bool:
    """Tell whether a code is that of a city, which languages may also write as it sounds."""
    return "/" in code


def name_territory(code: str, language: str = CANONICAL) -> str | None:
    """What a place is called in ``language``; None where CLDR does not tell."""
    return _names(language).get(code)


@cache
def _codes(language: str) -> Mapping[str, str]:
    names = sorted(_names(language).items(), key=lambda item: not is_city(item[0]))
    return {fold(name): code for code, name in names}


@cache
def _names(language: str) -> Mapping[str, str]:
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language)
    except (UnknownLocaleError, ValueError):
        return {}
    return {**_cities(locale), **{code: name for code, name in locale.territories.items() if code != _WORLD}}


def _cities(locale: Locale) -> dict[str, str]:
    """Zone to city; where CLDR gives a Latin language no name, it is the zone's own."""
    from babel.core import get_global

    known = locale.time_zones
    latin = script(locale.display_name or "") == "Latn"
    cities = {}
    for zone in get_global("zone_territories"):
        area, _, own = zone.partition("/")
        name = known.get(zone, {}).get("city") or (own.replace("_", " ") if latin else "")
        if name and area not in _PLACELESS and "/" not in own:
            cities[zone] = name
    return cities
