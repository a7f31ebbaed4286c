"""Money: the sign, code or word of a currency, in front of a number or behind it.

What belongs here: which currency, and where it is left open. Currencies are never converted.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache

from newsdiff.parse.figures.reading import Measure, Number, Reading, places_behind

_CODE_LENGTH = 3
_IN_CENTS = frozenset({"USD", "EUR"})
"""Currencies of which the hundredths are cents in all languages, though some have a word of their own for one of them, too."""
_CENT = Fraction(1, 100)
_DOLLAR = "USD"
_NEARBY = 8
_LEAST_SCALE = 10**5
_LIST = 3


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


def money_scale(reading: Reading, at: int) -> tuple[Fraction, int] | None:
    """A scale that is one letter, safe only behind a currency: "€68m", "$100B"."""
    return reading.vocabulary.money_scales.match(reading.words, at) if reading.glued(at) else None


def read_money(reading: Reading, number: Number, at: int) -> Measure | None:
    """The currency or hundredth of one behind a number, where one of them stands there."""
    for place in places_behind(reading, number, at):
        measure = _currency_word(reading, number, place) or _currency_sign(reading, place)
        if measure is not None:
            return _scaled(reading, number, measure)
    return None


def _scaled(reading: Reading, number: Number, measure: Measure) -> Measure:
    """The measure with the scale that stands behind it: "75 USD million", "75 € Mio."."""
    scale = reading.vocabulary.multipliers.match(reading.words, measure.end)
    if scale is None or number.scaled or number.digits is None or scale[0] < _LEAST_SCALE or measure.factor != 1:
        return measure
    return replace(measure, end=scale[1], factor=scale[0])


def _currency_word(reading: Reading, number: Number, place: int) -> Measure | None:
    table = reading.vocabulary
    currency = table.currencies.match(reading.words, place)
    if currency is not None and _is_adjective(reading, currency[1]):
        return None
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
        shared = reading.folded(place) in table.shared_subunits
        currency_of = _currency_nearby(reading, place, subunit[0]) if shared else subunit[0]
        return Measure("money", subunit[1], currency=currency_of, factor=_CENT)
    return None


def _currency_nearby(reading: Reading, place: int, usual: str) -> str:
    """The one currency that is named close to a hundredth which several share ("85 Cent"), else the usual one."""
    table, found = reading.vocabulary, set[str]()
    own = table.words.subunits.keys() - _IN_CENTS - {usual}
    for at in range(max(0, place - _NEARBY), min(len(reading.words), place + _NEARBY)):
        named = table.currencies.match(reading.words, at) or table.symbols.match(reading.words, at)
        if named is not None and named[0] not in own:
            found.add(named[0])
    return found.pop() if len(found) == 1 else usual


def _is_adjective(reading: Reading, end: int) -> bool:
    """Whether a currency word says what a thing is made of: "30 złotych medali", "trzy złote i dwa srebrne medale"."""
    table, at = reading.vocabulary, end
    while at < end + _LIST and (
        reading.folded(at) in (",", *table.joiners) or table.numbers.match(reading.words, at) is not None
    ):
        at += 1
    return table.no_money.match(reading.words, at) is not None


def _currency_sign(reading: Reading, place: int) -> Measure | None:
    table = reading.vocabulary
    symbol = table.symbols.match(reading.words, place)
    if symbol is not None and not _is_of_next(reading, place, symbol[1]):
        return _known(reading, Measure("money", symbol[1], currency=symbol[0]), place)
    surface = reading.words[place].surface if reading.kind(place) == "word" else ""
    if _is_code(surface):
        return Measure("money", place + 1, currency=surface)
    scale = _letter(surface) if reading.glued(place + 1) else None
    symbol = table.symbols.match(reading.words, place + 1) if scale is not None else None
    if scale is not None and symbol is not None:
        return Measure("money", symbol[1], currency=symbol[0], factor=scale[0])
    if len(surface) == _CODE_LENGTH + 1 and _is_code(surface[1:]):
        scale = table.money_scales.match(reading.words, place) or _letter(surface[0])
        if scale is not None:
            return Measure("money", place + 1, currency=surface[1:], factor=scale[0])
    return None


def _is_of_next(reading: Reading, place: int, end: int) -> bool:
    """Whether a sign stands in front of the number behind it, and not behind the one before: "5 $4", "$3m-$4m"."""
    apart = not reading.glued(place) or reading.folded(place - 1) == "-"
    return apart and reading.kind(end) == "digits"


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
    if currency not in reading.named_cache:
        signs = reading.vocabulary.words.currency_symbols.get(currency, ())
        reading.named_cache[currency] = any(sign in reading.text for sign in (*signs, currency))
    return reading.named_cache[currency]


def _letter(letter: str) -> tuple[Fraction, int] | None:
    """The scale in front of a code: the M of "MUSD" and "M€", the k of "kEUR"."""
    value = {"M": 10**6, "m": 10**6, "k": 10**3, "K": 10**3, "B": 10**9}.get(letter)
    return (Fraction(value), 0) if value else None


def _is_code(surface: str) -> bool:
    return len(surface) == _CODE_LENGTH and surface.isascii() and surface.isupper() and surface in _codes()


@cache
def _codes() -> frozenset[str]:
    """ISO 4217, withdrawn currencies too, from CLDR; those that are words in capital headlines are left out."""
    from babel.numbers import list_currencies

    return frozenset(code for code in list_currencies() if not code.startswith("X"))
