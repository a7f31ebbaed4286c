"""Ratios: "one in five", "un italiano su tre", "sieben von zehn", "10 में से 7".

What belongs here: so many out of so many, where that is said of a share and not of a count ("a survey of 20,000", "two of
the twelve"). Parts with a name ("two thirds") are ``fractions``.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import takewhile

from newsdiff.parse.figures.counted import is_content
from newsdiff.parse.figures.measures import read_measure
from newsdiff.parse.figures.numbers import read_number
from newsdiff.parse.figures.reading import Number, Reading

Share = tuple[Fraction, int, bool]
_LARGEST_DENOMINATOR = 10
_FEWEST = 2
_LONGEST_PHRASE = 3
_HUNDRED = 100
_ROUND = frozenset({12, 15, *range(20, 100, 10), 25, 75})
_TENFOLD = frozenset({10, 100, 1000})
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


def read_ratio(reading: Reading, number: Number) -> Share | None:
    """Read "one in five", "one man in 20": a small number out of a round or small one ("a survey of 20,000" is none)."""
    table = reading.vocabulary
    link = table.ratio_links.match(reading.words, number.end)
    named = link is None
    if link is None and number.value == 1 and number.digits is None and is_content(reading, number.end):
        link = table.ratio_links.match(reading.words, number.end + 1)
    if link is None:
        return _of_ten(reading, number)
    whole = _whole(reading, number, link[1])
    if whole is None:
        return None
    usual = _is_round(whole) or (number.value == 1 and not is_year(whole))
    if whole.value > _LARGEST_DENOMINATOR and (not usual or (named and whole.value > _HUNDRED)):
        return None
    return number.value / whole.value, whole.end, True


def read_named_ratio(reading: Reading, number: Number) -> tuple[Fraction, int] | None:
    """Read "un italiano su tre", "sette italiani su dieci", but not "tre punti su quattro", which is a count."""
    if reading.kind(number.end) != "word" or reading.folded(number.end) in reading.vocabulary.stops:
        return None
    link = reading.vocabulary.named_ratio_links.match(reading.words, number.end + 1)
    whole = _whole(reading, number, link[1]) if link is not None else None
    if whole is None or not (whole.value in _TENFOLD or (number.value == 1 and whole.value <= _LARGEST_DENOMINATOR)):
        return None
    return number.value / whole.value, whole.end


def read_every(reading: Reading, at: int) -> tuple[Fraction, int] | None:
    """Read "jeder Fünfte", "каждый пятый житель", "हर पाँचवाँ घर"; none where something comes round ("jede zweite Woche")."""
    table = reading.vocabulary
    if reading.folded(at) not in table.every:
        return None
    nth = table.every_nth.match(reading.words, at + 1)
    if nth is None and table.part_nouns:
        parts = reading.part(at + 1)
        nth = (parts, at + 2) if parts is not None else None
    if nth is None or nth[0] < _FEWEST:
        return None
    unit = table.units.match(reading.words, nth[1])
    factor = table.words.unit_factors.get(unit[0]) if unit is not None else None
    comes_round = (table.no_every, table.multiplicatives)
    if (factor is not None and factor.dimension == "time") or any(
        words.match(reading.words, nth[1]) is not None for words in comes_round
    ):
        return None
    return (1 / nth[0], nth[1]) if _is_shared(reading, nth[1]) else None


def _is_shared(reading: Reading, at: int) -> bool:
    """Whether a noun follows, or its number ("co trzeci z 900"), or, where nouns have a capital, the ordinal is one ("jeder Fünfte")."""
    link = reading.vocabulary.whole_links.match(reading.words, at)
    if link is not None and reading.kind(link[1]) == "digits":
        return True
    if not reading.vocabulary.words.nouns_capitalised:
        return is_content(reading, at)
    phrase = takewhile(lambda place: is_content(reading, place), range(at, at + _LONGEST_PHRASE))
    return any(reading.words[place].surface[0].isupper() for place in (at - 1, *phrase))


def _of_ten(reading: Reading, number: Number) -> Share | None:
    """Read "sieben von zehn", and "10 में से 7", whose whole comes first: only of ten, a hundred or a thousand."""
    table = reading.vocabulary
    link = table.ratio_of_ten_links.match(reading.words, number.end)
    whole = _whole(reading, number, link[1]) if link is not None else None
    if whole is not None:
        return (number.value / whole.value, whole.end, True) if whole.value in _TENFOLD else None
    link = table.reversed_ratio_links.match(reading.words, number.end)
    every = reading.folded(number.start - 1) in table.definite
    if link is None or not (number.value in _TENFOLD or every):
        return None
    part = read_number(reading, link[1])
    if part is None or part.value.denominator != 1 or not 0 < part.value < number.value:
        return None
    return (part.value / number.value, part.end, True) if read_measure(reading, part).kind == "plain" else None


def _whole(reading: Reading, number: Number, at: int) -> Number | None:
    """The larger number behind the link, where both together may be a ratio."""
    if number.scaled or number.value >= _LARGEST_DENOMINATOR:
        return None
    whole = read_number(reading, at, join=True)
    if whole is None or whole.value.denominator != 1 or whole.value <= number.value:
        return None
    return whole if read_measure(reading, whole).kind == "plain" else None


def is_year(number: Number) -> bool:
    """Whether a number may be a year of our time."""
    return _FIRST_YEAR <= number.value <= _LAST_YEAR


def _is_round(whole: Number) -> bool:
    """Whether a denominator is one that people say: 12, 15, 25, and what has two digits that count at most; no year is."""
    value = int(whole.value)
    if value in _ROUND:
        return True
    return value >= _HUNDRED and value % 10 ** (len(str(value)) - 2) == 0 and not is_year(whole)
