"""Places that have a name in every language, whatever it sounds like: Germany is Deutschland and जर्मनी, Munich is Monachium.

CLDR knows countries, continents and the cities that time zones are named after. What else world news names, cities,
regions, waters and mountains, stands in ``lang/places.tsv``, and so do names that CLDR lacks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from newsdiff.parse.names.romanize import fold, script

if TYPE_CHECKING:
    from babel import Locale

TABLE = Path(__file__).parents[2] / "lang" / "places.tsv"
BETWEEN = "; "
CANONICAL = "en"
"""The language whose name a place goes by in the report."""
_WORLD = "001"
_PLACELESS = ("Etc", "Antarctica")
_OWN = "Place/"
_MAINLANDS = ("Africa", "America", "Asia", "Australia", "Europe")
"""The areas whose time zones are called after cities; those of the oceans are called after islands."""
_CITY = "city"
_NUKTA = "\u093c"


def territory_of(surface: str, language: str) -> str | None:
    """The code of the place that ``surface`` names in ``language``; None without one.

    It is of ISO 3166-1 or UN M49, a time zone, or "Place/" and the English name of a row of the table.
    """
    return _codes(language).get(_key(surface))


def place_of(spellings: Sequence[str], language: str) -> str | None:
    """The code of the first of several spellings in ``language`` that is the name of a place; None without one."""
    return next(filter(None, (territory_of(spelling, language) for spelling in spellings)), None)


def is_city(code: str) -> bool:
    """Tell whether a code is that of a city or of a place of the table, which languages may also write as it sounds."""
    return "/" in code


def is_great(code: str) -> bool:
    """Tell whether a code is that of a country or of a place of the table: everybody knows these."""
    return not is_city(code) or code in _listed(CANONICAL)


def is_town(code: str) -> bool:
    """Tell whether a code is that of a city for certain, which lies in no other one: not of an island, a region or a river."""
    area = code.partition("/")[0]
    return code in _towns() or (is_city(code) and area in _MAINLANDS and code not in _listed(CANONICAL))


def is_ambiguous(surface: str, language: str) -> bool:
    """Tell whether several places go by this name in ``language``: عمان is Oman and Amman."""
    return _key(surface) in _shared(language)


def name_territory(code: str, language: str = CANONICAL) -> str | None:
    """What a place is called in ``language``; None where nobody tells."""
    return next(iter(list_names(code, language)), None)


def list_names(code: str, language: str) -> tuple[str, ...]:
    """All that a place is called in ``language``, the name to show first."""
    known = _known(language).get(code)
    listed = _listed(language).get(code, ())
    return listed if known is None or known in listed else (*listed, known)


def _key(name: str) -> str:
    return fold(name).replace(_NUKTA, "")


@cache
def _codes(language: str) -> Mapping[str, str]:
    """Name to code; of a country and a city of one name, the country."""
    known = sorted(_known(language).items(), key=lambda item: not is_city(item[0]))
    listed = {_key(name): code for code, names in _listed(language).items() for name in names}
    return {**listed, **{_key(name): code for code, name in known}}


@cache
def _shared(language: str) -> frozenset[str]:
    bearers = Counter(_key(name) for name in _known(language).values())
    return frozenset(name for name, count in bearers.items() if count > 1)


@cache
def _listed(language: str) -> Mapping[str, tuple[str, ...]]:
    """Code to the forms of the table in ``language``. A row whose place CLDR knows has its code."""
    known = {_key(name): code for code, name in _known(CANONICAL).items()}
    listed = zip(_column(CANONICAL), _column(language), strict=False)
    return {_code(english.split(BETWEEN), known): tuple(own.split(BETWEEN)) for english, own in listed if own}


@cache
def _towns() -> frozenset[str]:
    """The codes of the rows that the table calls cities."""
    known = {_key(name): code for code, name in _known(CANONICAL).items()}
    rows = zip(_column(CANONICAL), _column(_CITY), strict=True)
    return frozenset(_code(english.split(BETWEEN), known) for english, city in rows if city)


def _code(english: Sequence[str], known: Mapping[str, str]) -> str:
    return next((known[key] for key in map(_key, english) if key in known), _OWN + english[0])


def _column(language: str) -> list[str]:
    """The cells of the table in ``language``, one of each row; none where it has no such column."""
    languages, *rows = _rows()
    return [row[languages.index(language)] for row in rows] if language in languages else []


@cache
def _rows() -> tuple[Sequence[str], ...]:
    """The cells of the table, the languages first."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(line.split("\t") for line in lines if not line.startswith("#"))


@cache
def _known(language: str) -> Mapping[str, str]:
    """Code to the name that CLDR has in ``language``."""
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
