"""What a number measures: per cent or percentage points, money, a physical unit, or nothing.

What belongs here: the signs and words right behind a number (and the currency in front of it). Numbers themselves and
what they count are read elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Literal

from newsdiff.parse.numbers import Number, Reading

MeasureKind = Literal["plain", "percent", "money", "unit"]
_CODE_LENGTH = 3
_CENT = Fraction(1, 100)
_DOLLAR = "USD"
_NEARBY = 8


@dataclass(frozen=True, slots=True)
class Measure:
    """What stands behind a number, up to word ``end``; ``factor`` is what it multiplies the number by."""

    kind: MeasureKind
    end: int
    unit: str | None = None
    currency: str | None = None
    factor: Fraction = Fraction(1)
    age: bool = False


def currency_before(reading: Reading, at: int) -> tuple[str, int] | None:
    """The currency that begins at word ``at`` and stands in front of a number: "$", "US$", "EUR", "Rs.", "MUSD"."""
    symbol = reading.vocabulary.symbols.match(reading.words, at)
    if symbol is not None:
        lone_letter = len(reading.folded(at)) == 1 and reading.kind(at) == "word"
        return None if lone_letter and symbol[1] > at + 1 and not reading.glued(at + 1) else symbol
    surface = reading.words[at].surface if reading.kind(at) == "word" else ""
    if surface in reading.vocabulary.words.code_words:
        return None
    if reading.kind(at + 1) in ("digits", "mark") and _is_code(surface):
        end = at + 2 if reading.folded(at + 1) == "$" else at + 1
        return surface, end
    return None


def read_measure(reading: Reading, number: Number) -> Measure:
    """What the words behind a number say it measures."""
    at = number.end
    if reading.folded(at) == "-" and reading.glued(at) and reading.glued(at + 1):
        at += 1
    return (
        _percent(reading, number, at)
        or _money(reading, number, at)
        or _unit(reading, number, at)
        or Measure("plain", number.end)
    )


def money_scale(reading: Reading, at: int) -> tuple[Fraction, int] | None:
    """A scale that is one letter, safe only behind a currency: "€68m", "$100B"."""
    return reading.vocabulary.money_scales.match(reading.words, at) if reading.glued(at) else None


def _percent(reading: Reading, number: Number, at: int) -> Measure | None:
    points = reading.vocabulary.percentage_points.match(reading.words, at)
    if points is not None:
        return Measure("percent", points[1], "percentage_point")
    percent = reading.vocabulary.percent.match(reading.words, at)
    if percent is not None:
        return Measure("percent", percent[1], "percent")
    before = reading.vocabulary.percent_before.match_back(reading.words, number.start)
    return Measure("percent", number.end, "percent") if before is not None and not number.scaled else None


def _money(reading: Reading, number: Number, at: int) -> Measure | None:
    table = reading.vocabulary
    for place in _behind_links(reading, number, at):
        currency = table.currencies.match(reading.words, place)
        if currency is not None:
            return _known(reading, Measure("money", currency[1], currency=currency[0]), place)
        left_open = table.open_currencies.match(reading.words, place)
        if left_open is not None:
            return Measure("money", left_open[1], left_open[0])
        scaled = table.scaled_currencies.match(reading.words, place)
        if scaled is not None and (number.scaled or _is_named(reading, scaled[0])):
            return Measure("money", scaled[1], currency=scaled[0])
        subunit = table.subunits.match(reading.words, place)
        if subunit is not None:
            return Measure("money", subunit[1], currency=subunit[0], factor=_CENT)
        symbol = table.symbols.match(reading.words, place)
        if symbol is not None and not (reading.kind(symbol[1]) == "digits" and not reading.glued(place)):
            return _known(reading, Measure("money", symbol[1], currency=symbol[0]), place)
        surface = reading.words[place].surface if reading.kind(place) == "word" else ""
        if _is_code(surface):
            return Measure("money", place + 1, currency=surface)
        if len(surface) == _CODE_LENGTH + 1 and _is_code(surface[1:]):
            scale = table.money_scales.match(reading.words, place) or _letter(reading, surface[0])
            if scale is not None:
                return Measure("money", place + 1, currency=surface[1:], factor=scale[0])
    return None


def _known(reading: Reading, measure: Measure, place: int) -> Measure:
    """The measure, its currency left open where a plain "dollars" stands near another country of dollars."""
    if measure.currency == _DOLLAR and measure.end == place + 1 and is_open_dollar(reading, place):
        return replace(measure, currency=None, unit="dollar")
    return measure


def is_open_dollar(reading: Reading, place: int) -> bool:
    """Whether a country whose money is a dollar too is named close to word ``place``."""
    nearby = range(max(0, place - _NEARBY), min(len(reading.words), place + _NEARBY))
    return any(reading.vocabulary.dollar_places.match(reading.words, at) is not None for at in nearby)


def _is_named(reading: Reading, currency: str) -> bool:
    """Whether the article shows the sign or code of a currency anywhere."""
    signs = reading.vocabulary.words.currency_symbols.get(currency, ())
    return any(sign in reading.text for sign in (*signs, currency))


def _letter(reading: Reading, letter: str) -> tuple[Fraction, int] | None:
    """The scale in front of a code: the M of "MUSD", the k of "kEUR"."""
    value = {"M": 10**6, "m": 10**6, "k": 10**3, "K": 10**3, "B": 10**9}.get(letter)
    return (Fraction(value), 0) if value else None


def _behind_links(reading: Reading, number: Number, at: int) -> list[int]:
    """Where a currency or unit may begin: right behind the number, and behind "of" after a scale word or share."""
    places = [at]
    linked = number.scaled or number.share
    if linked and reading.folded(at) in reading.vocabulary.linkers:
        after = at + 1
        if reading.folded(after) == "'":
            after += 1
        if reading.folded(after) in reading.vocabulary.articles:
            places.append(after + 1)
        places.append(after)
    elif number.share and reading.folded(at) in reading.vocabulary.articles:
        places.append(at + 1)
    return places


def _unit(reading: Reading, number: Number, at: int) -> Measure | None:
    table = reading.vocabulary
    word = table.age_words.match(reading.words, at)
    if word is not None:
        return Measure("unit", word[1], "year", age=True)
    for place in _behind_links(reading, number, at):
        symbol = table.unit_symbols.match(reading.words, place, folding=False)
        word = table.units.match(reading.words, place)
        found = max((entry for entry in (symbol, word) if entry is not None), key=lambda entry: entry[1], default=None)
        if found is None:
            continue
        unit, end = found
        if symbol is not None and found == symbol and reading.kind(place) == "word":
            if number.digits is None or (reading.folded(place) in table.stops and not reading.glued(place)):
                continue
        if symbol is not None and found == symbol and reading.glued(end) and (reading.kind(end) in ("word", "digits") or reading.folded(end) == "'"):
            continue
        age = table.ages_after.match(reading.words, end)
        if age is not None and unit == "year":
            return Measure("unit", age[1], unit, age=True)
        half = _and_half(reading, end)
        if half is not None and not number.share:
            return Measure("unit", half, unit, factor=1 + Fraction(1, 2) / number.value if number.value else Fraction(1))
        return Measure("unit", end, unit)
    return None


def _and_half(reading: Reading, at: int) -> int | None:
    """The end of a half that stands behind the unit: "quattro anni e mezzo", "أربع سنوات ونصف السنة"."""
    table = reading.vocabulary
    if reading.folded(at) not in table.joiners:
        return None
    behind = at + 2 if reading.folded(at + 1) in table.articles else at + 1
    half = table.lone_fractions.match(reading.words, behind)
    if half is None or half[0] != Fraction(1, 2):
        return None
    unit = table.units.match(reading.words, half[1])
    return unit[1] if unit is not None else half[1]


def _is_code(surface: str) -> bool:
    return len(surface) == _CODE_LENGTH and surface.isascii() and surface.isupper() and surface in _codes()


@cache
def _codes() -> frozenset[str]:
    """ISO 4217, withdrawn currencies too, from CLDR; those that are words in capital headlines are left out."""
    from babel.numbers import list_currencies

    return frozenset(code for code in list_currencies() if not code.startswith("X"))
