"""Names in their cases: "Pavla Drobnika" is "Pavel Drobnik", where the language declines names.

What belongs here: the nominatives that a name may be a case of, and the cases of a nominative, by the tables of a pack. A
table knows endings, no words, so it gives more than there is: which of it is meant, the articles must tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product

from newsdiff.lang.pack import LanguagePack

MOST_WORDS = 4
MOST_READINGS = 48
SHORTEST_STEM = 2
NOTHING = "-"
_WORDS = re.compile(r"[^\s-]+")
_VOWELS = frozenset("aeiouyáéèíóôúąęаеёиоуыэюяєії")
_NOMINATIVE = 0


@dataclass(frozen=True, slots=True)
class _Gender:
    """The endings of one gender: rows of cases, the nominative first, each with its spellings."""

    rows: tuple[tuple[tuple[str, ...], ...], ...]
    keeps: str

    def cases(self) -> int:
        """How many cases the longest row tells apart."""
        return max((len(row) for row in self.rows), default=0)


@cache
def _genders(pack: LanguagePack) -> tuple[_Gender, ...]:
    """The genders of a language. ``keeps``: what the last letter of a word is that has no endings in this gender."""
    return tuple(
        _Gender(
            tuple(
                tuple(tuple(ending.replace(NOTHING, "") for ending in case.split("/")) for case in row.split())
                for row in rows
            ),
            pack.people.undeclined.get(gender, ""),
        )
        for gender, rows in pack.people.declensions.items()
    )


def declines(pack: LanguagePack) -> bool:
    """Tell whether names have cases in this language."""
    return bool(pack.people.declensions)


@lru_cache(maxsize=16384)
def nominatives(name: str, pack: LanguagePack) -> tuple[str, ...]:
    """The names that ``name`` may be a case of, all its words in one case and gender, in the order of the pack's rows."""
    words = _WORDS.findall(name)
    if not words or len(words) > MOST_WORDS or not declines(pack):
        return ()
    found: dict[str, None] = {}
    for gender in _genders(pack):
        for case in range(1, gender.cases()):
            readings = [_bases(word, gender, case) for word in words]
            if all(readings):
                found.update(dict.fromkeys(_join(name, chosen) for chosen in _choices(readings)))
    return tuple(base for base in found if base != name)


@lru_cache(maxsize=4096)
def cases_of(name: str, pack: LanguagePack) -> tuple[str, ...]:
    """The forms, sorted, that a name has in the cases of a language, all words in one case and gender."""
    words = _WORDS.findall(name)
    if not words or len(words) > MOST_WORDS or not declines(pack):
        return ()
    found: set[str] = set()
    for gender in _genders(pack):
        for case in range(1, gender.cases()):
            readings = [_cases(word, gender, case) for word in words]
            if all(readings):
                found.update(_join(name, chosen) for chosen in _choices(readings))
    return tuple(sorted(found - {name}))


def may_be_nominative(name: str, pack: LanguagePack) -> bool:
    """Tell whether a case of one name is the nominative of another as well: "Александра Кузнецова"."""
    words = _WORDS.findall(name)
    return any(all(_ends_as_nominative(word, gender) for word in words) for gender in _genders(pack)[1:])


def _ends_as_nominative(word: str, gender: _Gender) -> bool:
    return any(ending and word.endswith(ending) for row in gender.rows for ending in row[_NOMINATIVE])


def _choices(readings: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    return [chosen for chosen, _ in zip(product(*readings), range(MOST_READINGS), strict=False)]


def _join(name: str, words: tuple[str, ...]) -> str:
    """The name with these words for its own."""
    rest = iter(words)
    return _WORDS.sub(lambda _: next(rest), name)


@lru_cache(maxsize=65536)
def _bases(word: str, gender: _Gender, case: int) -> tuple[str, ...]:
    """What the word may be this case of; itself where nothing in this gender has endings for it."""
    found = [
        word[: len(word) - len(ending)] + base
        for row in gender.rows
        if case < len(row)
        for ending in row[case]
        for base in row[_NOMINATIVE]
        if ending != base and word.endswith(ending) and _is_stem(word[: len(word) - len(ending)], base)
    ]
    return tuple(dict.fromkeys([*found, word] if _is_undeclined(word, gender) else found))


@lru_cache(maxsize=65536)
def _cases(word: str, gender: _Gender, case: int) -> tuple[str, ...]:
    """The forms of a nominative in one case, by the rows with the longest ending that fits it."""
    fitting = [
        (len(base), row, base)
        for row in gender.rows
        for base in row[_NOMINATIVE]
        if word.endswith(base) and _is_stem(word[: len(word) - len(base)], base)
    ]
    longest = max((length for length, _, _ in fitting), default=0)
    found = {
        word[: len(word) - len(base)] + ending
        for length, row, base in fitting
        if length == longest and case < len(row)
        for ending in row[case]
        if ending != base
    }
    return tuple(sorted(found | ({word} if _is_undeclined(word, gender) else set())))


def _is_stem(stem: str, base: str) -> bool:
    """Tell whether a stem may stand before an ending of the nominative; before none it ends in a consonant."""
    if len(stem) < SHORTEST_STEM:
        return False
    return bool(base) or (stem[-1].isalpha() and stem[-1].lower() not in _VOWELS)


def _is_undeclined(word: str, gender: _Gender) -> bool:
    last = word[-1:].lower()
    return last in gender.keeps if last in _VOWELS else NOTHING in gender.keeps
