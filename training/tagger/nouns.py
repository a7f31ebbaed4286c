"""Common nouns of languages that write them with a capital, to put in the place of one another.

What belongs here: what a tagger must learn to be no name. Source: german-nouns, the nouns of the German Wiktionary with
their forms (CC BY-SA 4.0).
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_PACKAGES = {"de": "german_nouns"}
_NAMES = frozenset({"Toponym", "Vorname", "Nachname", "Eigenname", "Straßenname", "Abkürzung", "Symbol", "Buchstabe",
                    "Affix", "Suffix", "Gebundenes Lexem"})  # fmt: skip
_FORM = ("nominativ", "genitiv", "dativ", "akkusativ")
_GENDERS = ("genus", "genus 1")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Nouns:
    """Forms of nouns by what they can stand for: a gender, a case and a number."""

    slots: Mapping[str, tuple[str, ...]]
    forms: Mapping[str, tuple[str, ...]]

    def other(self, noun: str, rng: random.Random) -> str:
        """Return a noun that can stand where this one stands, or the word itself where it is no noun."""
        slots = self.slots.get(noun)
        return rng.choice(self.forms[rng.choice(slots)]) if slots else noun


def read_nouns() -> dict[str, Nouns]:
    """Return the nouns by language."""
    return {language: gather(_rows(package)) for language, package in _PACKAGES.items()}


def gather(rows: Iterable[Mapping[str, str]]) -> Nouns:
    """Return the nouns of a table with a lemma's word classes, gender and forms a row; names and parts of words are none."""
    slots: dict[str, dict[str, None]] = defaultdict(dict)
    forms: dict[str, dict[str, None]] = defaultdict(dict)
    for row in rows:
        if not _NAMES.isdisjoint(row["pos"].split(",")):
            continue
        gender = next((row[key] for key in _GENDERS if row.get(key)), "")
        for key, form in row.items():
            case, _, number = key.partition(" ")
            if case not in _FORM or len(form) < _SHORTEST or not (form.isalpha() and form.istitle()):
                continue
            slot = f"{case} {number.split(' ')[0]} {gender if number.startswith('singular') else ''}"
            slots[form][slot] = None
            forms[slot][form] = None
    return Nouns(
        {form: tuple(known) for form, known in slots.items()}, {slot: tuple(known) for slot, known in forms.items()}
    )


def _rows(package: str) -> list[dict[str, str]]:
    """Read the table that a package ships, without importing it: its code needs more than the table."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(f"the training needs {package}: pip install -r training/tagger/requirements.txt")
    with (Path(found.submodule_search_locations[0]) / "nouns.csv").open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))
