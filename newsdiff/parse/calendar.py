"""The words of dates of one language, compiled once: CLDR's names joined with those of the language pack.

What belongs here: which word means what. A word has at most one *kind*, a letter of the alphabet in which
``date_readings`` writes its patterns, and may be a member of several *roles* (prepositions and the like), which are
named after the keys of the pack.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from newsdiff.lang.calendar import CalendarWords
from newsdiff.lang.pack import LanguagePack

Phrase = tuple[str, ...]
_SAME = str.maketrans({"أ": "ا", "إ": "ا", "ٱ": "ا", "ى": "ي", "ـ": None, "़": None, "ँ": "ं", "’": "'", "ʼ": "'"})
_TASHKEEL = re.compile("[\u064b-\u0652\u0670]")
_CARRIERS = re.compile("म्(?=[बपभफ])|न्(?=[तदथध])")
_STEM = 3
_CASE_ENDING = 2
_ROLES = (
    "of",
    "articles",
    "joins",
    "year_words",
    "before_year",
    "before_year_weak",
    "after_year",
    "beside_year",
    "counted",
    "numbered",
    "before_month",
    "after_month",
    "month_alone_after",
    "ago_before",
    "ago_after",
    "decade_before",
    "only_capitalised",
    "only_lowercase",
    "wary",
    "year_needed",
    "past_words",
    "not_ago",
    "later",
    "earlier",
)


@cache
def word_pattern() -> re.Pattern[str]:
    """One token: a word of any script with its marks, a number with what joins its groups, or a single mark."""
    marks = "".join(chr(c) for c in range(0x300, 0x10000) if unicodedata.category(chr(c))[0] == "M") + "\u200c\u200d"
    groups = "\\d+(?:(?:\\.[-–]|[\u200e\u200f]?[.,:/٫٬'’–-])\\d+)*"
    return re.compile(rf"(?:[^\W\d_]|[{marks}])+|{groups}|\n|\S")


def fold(word: str) -> str:
    """A word as the vocabulary knows it: case, vowel signs of Arabic and spelling habits of Devanagari levelled."""
    if word.isascii():
        return word.lower()
    folded = _TASHKEEL.sub("", unicodedata.normalize("NFC", word.casefold())).translate(_SAME)
    return _CARRIERS.sub("ं", unicodedata.normalize("NFC", unicodedata.normalize("NFD", folded).replace("़", "")))


def phrase(text: str) -> Phrase:
    """A phrase as its folded tokens, without a full stop at its end."""
    words = [fold(match.group()) for match in word_pattern().finditer(text)]
    while len(words) > 1 and words[-1] in (".", "॰"):
        words.pop()
    return tuple(words)


@dataclass(frozen=True, slots=True)
class Term:
    """What a phrase means: its kind (a letter) and its number or name; ``weak`` where it needs a date around it."""

    kind: str
    value: int | str
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that is known of one language's dates."""

    words: CalendarWords
    terms: Mapping[Phrase, Term]
    longest: Mapping[str, int]
    roles: Mapping[str, frozenset[str]]
    stems: Mapping[str, int]
    order: Literal["dmy", "mdy", "ymd", "none"]
    suffixes: Mapping[str, str] = field(default_factory=dict)
    eras: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()

    def plays(self, word: str, *roles: str) -> bool:
        """Whether a folded word has one of the roles."""
        return any(word in self.roles[role] for role in roles)


@cache
def vocabulary(pack: LanguagePack, language: str) -> Vocabulary:
    """Compile the words of ``language`` (ISO 639-1), from its pack and CLDR; the pack alone where CLDR knows it not."""
    words = pack.calendar
    terms: dict[Phrase, Term] = {}
    for key, term in (*_pack_terms(words), *_cldr_terms(language, words.locales)):
        terms.setdefault(phrase(key), term)
    for key, term in [*terms.items()]:
        if term.kind == "W":
            terms.update({(*key[:-1], key[-1] + tail): term for tail in words.weekday_tails})
            terms.update({(*key, tail): term for tail in words.weekday_tails})
    longest: dict[str, int] = {}
    for key in terms:
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    roles = {role: frozenset(p[-1] for p in map(phrase, getattr(words, role))) for role in _ROLES}
    order, literals = _cldr_order(language)
    roles["of"] |= literals
    return Vocabulary(
        words=words,
        terms=terms,
        longest=longest,
        roles=roles,
        stems=_stems(language),
        order=words.numeric_order if words.numeric_order != "cldr" else order,
        suffixes={fold(s): "D" for s in words.day_suffixes} | {fold(s): "C" for s in words.decade_suffixes},
        eras=tuple("".join(phrase(era)) for era in words.before_era),
        past_endings=tuple(map(fold, words.past_endings)),
        future_endings=tuple(map(fold, words.future_endings)),
    )


def _pack_terms(words: CalendarWords) -> Iterator[tuple[str, Term]]:
    named: tuple[tuple[str, Mapping[str, int | str]], ...] = (
        ("M", dict(words.months)),
        ("W", dict(words.weekdays)),
        ("R", dict(words.days)),
        ("r", dict(words.either_days)),
        ("P", dict(words.parts)),
        ("S", dict(words.seasons)),
        ("c", dict(words.decades)),
        ("f", dict(words.decades_of_century)),
        ("O", _inflected(words.ordinals, words.endings)),
        ("L", _inflected(words.which, words.endings)),
        ("U", dict(words.units)),
        ("K", dict(words.numbers)),
    )
    for kind, table in named:
        yield from ((key, Term(kind, value)) for key, value in table.items())
    nouns: tuple[tuple[str, Iterable[str]], ...] = (
        ("Q", words.quarters),
        ("H", words.halves),
        ("V", words.centuries),
        ("b", words.decade_after),
        ("g", words.day_words),
        ("X", words.names),
    )
    for kind, listed in nouns:
        yield from ((key, Term(kind, key)) for key in listed)


def _inflected(table: Mapping[str, int], endings: Iterable[str]) -> dict[str, int | str]:
    return {stem + ending: value for stem, value in table.items() for ending in ("", *endings)}


def _cldr_terms(language: str, locales: Iterable[str]) -> Iterator[tuple[str, Term]]:
    from babel import Locale, UnknownLocaleError

    for code in (language, *locales):
        try:
            locale = Locale.parse(code, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        for width in ("wide", "abbreviated"):
            for use in ("format", "stand-alone"):
                for number, name in locale.months[use][width].items():
                    yield name, Term("M", number, weak=width != "wide")
                for number, name in locale.days[use][width].items():
                    yield name, Term("W", number + 1, weak=width != "wide")
        for number, name in locale.quarters["format"]["wide"].items():
            yield name, Term("q", number)


def _cldr_order(language: str) -> tuple[Literal["dmy", "mdy", "ymd"], frozenset[str]]:
    """Return the order of numeric dates in CLDR, and the words that stand between the parts of a written one."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return "dmy", frozenset()
    short, long = (str(locale.date_formats[width].pattern) for width in ("short", "long"))
    letters = "".join(dict.fromkeys(c for c in short.lower() if c in "dmy"))
    literals = frozenset(fold(word) for word in re.findall(r"'(\w+)'", long))
    return ("mdy" if letters == "mdy" else "ymd" if letters == "ymd" else "dmy"), literals


@cache
def _stems(language: str) -> Mapping[str, int]:
    """Return the common beginnings of a month's inflected names, where the language inflects them ("март", "марта")."""
    from babel import Locale, UnknownLocaleError

    try:
        months = Locale.parse(language, sep="-").months
    except (UnknownLocaleError, ValueError):
        return {}
    stems: dict[str, int] = {}
    for number, name in months["format"]["wide"].items():
        first, second = fold(name), fold(months["stand-alone"]["wide"][number])
        if first != second:
            shared = next((i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), len(second))
            stems[first[:shared]] = number
    return {stem: number for stem, number in stems.items() if len(stem) >= _STEM}


def inflected_month(word: str, vocabulary: Vocabulary) -> int | None:
    """The month of which a folded word is an inflected form that CLDR does not list ("марте"), or None."""
    if not vocabulary.stems:
        return None
    for ending in range(_CASE_ENDING + 1):
        number = vocabulary.stems.get(word[: len(word) - ending])
        if number is not None:
            return number
    return None
