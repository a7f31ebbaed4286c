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
from itertools import takewhile
from typing import Literal

from newsdiff.lang.calendar import CalendarWords
from newsdiff.lang.marks import IDEOGRAPHS, is_unspaced, mark_class
from newsdiff.lang.pack import LanguagePack
from newsdiff.parse.dates.cldr import calendar_names, inflected_months, linking_words, numeric_order

Phrase = tuple[str, ...]
_SAME = str.maketrans(
    {"أ": "ا", "إ": "ا", "ٱ": "ا", "ى": "ي", "ـ": None, "़": None, "ँ": "ं", "’": "'", "ʼ": "'", "\u0307": None}
)
_TASHKEEL = re.compile("[\u064b-\u0652\u0670]")
_CARRIERS = re.compile("म्(?=[बपभफ])|न्(?=[तदथध])")
_KINDS = {"month": "M", "weekday": "W", "quarter": "q"}
_STEM = 3
_CASE_ENDING = 2
_ROLES = (
    "of",
    "articles",
    "joins",
    "year_words",
    "before_year",
    "before_year_weak",
    "before_uneven_year",
    "after_year",
    "beside_year",
    "counted",
    "numbered",
    "half_years",
    "before_day",
    "before_day_weak",
    "after_day",
    "before_month",
    "after_month",
    "month_alone_after",
    "ago_before",
    "ago_after",
    "decade_before",
    "decade_after",
    "only_capitalised",
    "only_lowercase",
    "wary",
    "year_needed",
    "past_words",
    "clause_words",
    "before_short_date",
    "future_words",
    "present_words",
    "perhaps_present_words",
    "every",
    "not_ago",
    "first_words",
    "later",
    "earlier",
)


@cache
def word_pattern() -> re.Pattern[str]:
    """One token: a word with its marks, an ideograph, a number with what joins its groups ("3. 4. 2020", too), or a single mark."""
    spaced = r"(?<!\d)\d{1,2}\.[ \u00a0]\d{1,2}\.[ \u00a0]\d{4}(?![\w%])"
    groups = "\\d+(?:(?:\\.[-–]|[\u200e\u200f]?[.,:/٫٬'’–-])\\d+)*"
    letter = rf"(?![{IDEOGRAPHS}])[^\W\d_]"
    return re.compile(rf"[{IDEOGRAPHS}]|(?:{letter}|[{mark_class()}])+|{spaced}|{groups}|\n|\S")


def fold(word: str) -> str:
    """A word as the vocabulary knows it: case, vowel signs of Arabic and spelling habits of Devanagari levelled."""
    if word.isascii():
        return word.lower()
    folded = _TASHKEEL.sub("", unicodedata.normalize("NFC", word.casefold())).translate(_SAME)
    return _CARRIERS.sub("ं", unicodedata.normalize("NFC", unicodedata.normalize("NFD", folded).replace("़", "")))


def phrase(text: str) -> Phrase:
    """A phrase as its folded tokens, without a full stop at its end."""
    if text.isalpha() and not is_unspaced(text):
        return (fold(text),)
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
    """All that is known of one language's dates; ``dotted`` are words that mean something else before a full stop ("sept.")."""

    words: CalendarWords
    terms: Mapping[Phrase, Term]
    dotted: Mapping[Phrase, Term]
    longest: Mapping[str, int]
    roles: Mapping[str, frozenset[str]]
    stems: Mapping[str, int]
    order: Literal["dmy", "mdy", "ymd", "none"]
    suffixes: Mapping[str, str] = field(default_factory=dict)
    signs: Mapping[str, str] = field(default_factory=dict)
    eras: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    planned: frozenset[Phrase] = frozenset()

    def plays(self, word: str, *roles: str) -> bool:
        """Whether a folded word has one of the roles."""
        return any(word in self.roles[role] for role in roles)


@cache
def vocabulary(pack: LanguagePack, language: str) -> Vocabulary:
    """Compile the words of ``language`` (ISO 639-1), from its pack and CLDR; the pack alone where CLDR knows it not."""
    words = pack.calendar.complete()
    terms: dict[Phrase, Term] = {}
    named = (name for code in (language, *words.locales) for name in calendar_names(code))
    from_cldr = ((n.name, Term(_KINDS[n.kind], n.number, n.short)) for n in named)
    dotted: dict[Phrase, Term] = {}
    for key, term in (*_pack_terms(words), *from_cldr):
        other = terms.setdefault(phrase(key), term)
        if key.endswith(".") and other.kind != term.kind:
            dotted.setdefault(phrase(key), term)
    for name, term in [*terms.items()]:
        if term.kind == "W":
            terms.update({(*name[:-1], name[-1] + tail): term for tail in words.weekday_tails})
            terms.update({(*name, tail): term for tail in words.weekday_tails})
    longest: dict[str, int] = {}
    for name in terms:
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    roles = {role: frozenset(p[-1] for p in map(phrase, getattr(words, role))) for role in _ROLES}
    roles["of"] |= frozenset(map(fold, linking_words(language)))
    roles["joined"] = frozenset("".join(phrase(entry)) for entry in words.joins)
    roles["ago_before"] = frozenset(" ".join(phrase(entry)) for entry in words.ago_before)
    return Vocabulary(
        words=words,
        terms=terms,
        dotted=dotted,
        longest=longest,
        roles=roles,
        stems=_stems(language),
        order=words.numeric_order if words.numeric_order != "cldr" else numeric_order(language),
        suffixes={fold(s): "D" for s in words.day_suffixes} | {fold(s): "C" for s in words.decade_suffixes},
        signs={fold(s): kind for kind, signs in _signs(words) for s in signs},
        eras=tuple("".join(phrase(era)) for era in words.before_era),
        past_endings=tuple(map(fold, words.past_endings)),
        future_endings=tuple(map(fold, words.future_endings)),
        planned=frozenset(map(phrase, words.planned_words)),
    )


def _pack_terms(words: CalendarWords) -> Iterator[tuple[str, Term]]:
    named: tuple[tuple[str, Mapping[str, int | str]], ...] = (
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
    yield from ((key, Term("M", number, weak=key.endswith("."))) for key, number in words.months.items())
    for kind, table in named:
        yield from ((key, Term(kind, value)) for key, value in table.items())
    spaced = (" ".join(words) for words in map(phrase, words.ago_before) if len(words) > 1)
    yield from ((key, Term("x", key)) for key in spaced)
    nouns: tuple[tuple[str, Iterable[str]], ...] = (
        ("Q", words.quarters),
        ("H", (*words.halves, *words.half_years)),
        ("V", words.centuries),
        ("b", words.decade_after),
        ("g", words.day_words),
        ("X", words.names),
    )
    for kind, listed in nouns:
        yield from ((key, Term(kind, key)) for key in listed)


def _signs(words: CalendarWords) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The signs behind digits by the kind of piece that they make of them."""
    return ("Y", words.year_signs), ("M", words.month_signs), ("D", words.day_signs)


def _inflected(table: Mapping[str, int], endings: Iterable[str]) -> dict[str, int | str]:
    return {stem + ending: value for stem, value in table.items() for ending in ("", *endings)}


def _stems(language: str) -> Mapping[str, int]:
    """Return the beginnings of a month's names where the language inflects them ("март", "kwietni")."""
    stems: dict[str, int] = {}
    for number, names in inflected_months(language).items():
        pairs = zip(*map(fold, names), strict=False)
        shared = "".join(a for a, b in takewhile(lambda pair: pair[0] == pair[1], pairs))
        stems.update((stem, number) for stem in (shared, fold(names[0])[:-1]) if len(stem) >= _STEM)
    return stems


def inflected_month(word: str, vocabulary: Vocabulary) -> int | None:
    """The month of which a folded word is an inflected form that CLDR does not list ("марте"), or None."""
    if not vocabulary.stems:
        return None
    for ending in range(_CASE_ENDING + 1):
        number = vocabulary.stems.get(word[: len(word) - ending])
        if number is not None:
            return number
    return None
