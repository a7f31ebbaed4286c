"""Designations: the number that tells one bearer of a name from another, "flight 412", "धारा 144", "Boeing 737".

What belongs here: where such a number stands, beside the noun for what bears it or beside a name. Nothing is counted by it, so
it is no quantity; whether the digits are read as a figure or a date after all is for the caller to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsdiff.lang import load_pack
from newsdiff.lang.pack import LanguagePack
from newsdiff.model.span import Span

LEAST_OF_NAMES = 10
"""The number from which on one beside a name may be part of that: lower ones are goals, places, parts of a series."""
MOST_OF_NAMES = 9999
"""Up to which it may be; longer ones are postal codes and the like."""
YEARS = range(1900, 2100)
"""What beside a name is a year: "Expo 2030"."""
_DIGITS = r"(?P<number>\d{1,5})(?![\d%°]|[.,:/٫٬–-]\d|\s\d)"
_ENDS = r"(?![^\W\d_])"
"""No letter: "412th" is an ordinal, though "412'yi" and "412便" are none."""
_OPENING = r"(?<![\d.,:/٫٬-])"
_CODE = r"(?-i:[A-Z][A-Z0-9][ \u00a0-]?)?"
"""What an airline or a railway writes before its number: "AZ 608", "MH370"."""


@dataclass(frozen=True, slots=True)
class Designation:
    """A number with what bears it: its noun or name as it is written, and the name of the noun in all languages.

    ``digits`` is where the number alone stands. A bearer that has a name of its own ("Boeing") has no ``concept``.
    """

    span: Span
    digits: Span
    number: int
    bearer: str
    concept: str | None


def find_designations(text: str, pack: LanguagePack, names: Sequence[Span]) -> tuple[Designation, ...]:
    """The designations of a sentence, in order; ``names`` are those of persons, organizations and places in it."""
    if not any(letter.isdigit() for letter in text):
        return ()
    beside_nouns = list(_beside_nouns(text, pack.code))
    taken = {found.digits for found in beside_nouns}
    beside_names = (found for name in names for found in _beside_name(text, name, pack) if found.digits not in taken)
    return tuple(sorted((*beside_nouns, *beside_names), key=lambda found: found.span))


def _beside_nouns(text: str, code: str) -> Iterator[Designation]:
    pattern, concepts = _compile(code)
    for match in pattern.finditer(text) if pattern is not None else ():
        noun = match["noun"]
        yield Designation(
            Span(*match.span()), Span(*match.span("number")), int(match["number"]), noun, concepts[noun.casefold()]
        )


def _beside_name(text: str, name: Span, pack: LanguagePack) -> Iterator[Designation]:
    """The number right behind a name, or that the name ends with."""
    words = text[name.start : name.end].split()
    inside = len(words) > 1 and words[-1].isdecimal()
    start = name.end - len(words[-1]) if inside else name.end
    match = _NUMBER.match(text, start)
    if match is None or _is_time(text, match.end(), pack) or _is_result(text, name.start, match.end()):
        return
    number, bearer = int(match["number"]), words[-2] if inside else words[-1]
    if LEAST_OF_NAMES <= number <= MOST_OF_NAMES and number not in YEARS and not bearer.isdecimal():
        first = text.rindex(bearer, name.start, name.end)
        yield Designation(Span(first, match.end()), Span(*match.span("number")), number, bearer, None)


def _is_time(text: str, end: int, pack: LanguagePack) -> bool:
    """Whether a word that makes a number a time of day stands behind it: "in Berlin 20 Uhr"."""
    behind = text[end : end + 20].split()
    return bool(behind) and behind[0].casefold().strip(".,") in pack.figures.clock_after


def _is_result(text: str, start: int, end: int) -> bool:
    """Whether the number is what a side of a match has: "Ayr 38 – Melrose 17"."""
    return _SIDE_BEFORE.search(text[max(0, start - _SIDE) : start]) is not None or (
        _SIDE_BEHIND.match(text[end : end + _SIDE]) is not None
    )


@cache
def _compile(code: str) -> tuple[re.Pattern[str] | None, dict[str, str]]:
    """The pattern of a noun with its number in a language, and the nouns' names in all languages."""
    words = load_pack(code).figures
    concepts = {noun.casefold(): name for name, nouns in words.designated.items() for noun in nouns}
    if not concepts:
        return None, {}
    noun = f"(?P<noun>{_any_of(concepts)})"
    marker = rf"(?:\s*(?:{_any_of(words.numbering)}))?" if words.numbering else ""
    clitic = rf"(?:{_any_of(words.proclitics)})?" if words.proclitics else ""
    leads = rf"(?<!\w){clitic}{noun}{marker}\s*{_CODE}{_DIGITS}{_ENDS}"
    behind = rf"{_OPENING}{_DIGITS}{marker}\s*{noun}"
    return re.compile(behind if words.designated_behind else leads, re.IGNORECASE), concepts


def _any_of(phrases: Sequence[str] | dict[str, str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


_NUMBER = re.compile(rf"\s*{_DIGITS}{_ENDS}")
_SIDE = 40
"""Characters in which the other side of a match is looked for."""
_SIDE_BEFORE = re.compile(r"\d\s*[-–—:,،]?\s*$")
_SIDE_BEHIND = re.compile(r"\s*[-–—:,،]?\s*[^\W\d]+(?:\s[^\W\d]+)?\s\d")
