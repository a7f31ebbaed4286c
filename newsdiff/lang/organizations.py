"""Organizations that languages call otherwise: NATO is OTAN and НАТО, the WHO is ВОЗ and विश्व स्वास्थ्य संगठन.

What belongs here: the table ``organizations.tsv`` of those that world news names, and which of them a name means.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from unicodedata import category, normalize

TABLE = Path(__file__).parent / "organizations.tsv"
BETWEEN = "; "
CANONICAL = "en"
_NUKTA = "\u093c"
_APOSTROPHES = str.maketrans("’", "'")
_LONGEST_ELIDED = 5
_CAPITALS = 2
"""From how many capitals on a word is an acronym, which has to be written as the table has it: "WHO", not "who"."""


def organization_of(name: str, language: str) -> str | None:
    """The English name of the organization that ``name`` means in ``language`` or in English; None where the table has none."""
    own, english = _known(language), _known(CANONICAL)
    keys = [_key(name), _key(_without_elided(name))]
    return next((known[key] for key in keys for known in (own, english) if key in known), None)


def list_forms(organization: str, language: str) -> tuple[str, ...]:
    """All that ``language`` calls an organization, by its English name, the form to show first; none where the table has none."""
    return all_forms(language).get(organization, ())


@cache
def all_forms(language: str) -> Mapping[str, tuple[str, ...]]:
    """What ``language`` calls each organization, by its English name; empty where the table has no such column."""
    languages, *rows = _rows()
    if language not in languages:
        return {}
    column = languages.index(language)
    return {row[0].split(BETWEEN)[0]: tuple(filter(None, row[column].split(BETWEEN))) for row in rows}


def is_acronym(name: str, language: str) -> bool:
    """Whether a name, however it is written, is one that the table has in capitals: "Nato" beside "NATO"."""
    known = organization_of(name, language)
    forms = () if known is None else (*list_forms(known, language), *list_forms(known, CANONICAL))
    return name.isalpha() and name.lower() != name.upper() and name.upper() in forms


def _without_elided(name: str) -> str:
    """The name behind an article that is cut short: "L'Onu", "dell’OMS"."""
    article, mark, rest = name.translate(_APOSTROPHES).partition("'")
    return rest if mark and article.isalpha() and len(article) <= _LONGEST_ELIDED else name


def _key(name: str) -> str:
    """What a name is looked up by: an acronym as it is written, all else without case, spaces and punctuation."""
    if " " not in name and sum(map(str.isupper, name)) >= _CAPITALS:
        return name
    letters = normalize("NFD", name.lower()).replace(_NUKTA, "")
    return "".join(letter for letter in letters if letter.isalnum() or category(letter)[0] == "M")


@cache
def _known(language: str) -> Mapping[str, str]:
    """Key to English name."""
    return {_key(form): name for name, forms in all_forms(language).items() for form in forms}


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    """The cells of the table, the languages first."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if not line.startswith("#"))
