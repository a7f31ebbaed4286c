"""Decimals that are spoken: "three point five", "acht Komma zwei", "null Komma fünfzehn", "zero point twenty-one".

What belongs here: the words behind the one for the decimal mark. The whole number in front of it is read in ``numbers``.
"""

from __future__ import annotations

from fractions import Fraction

from newsdiff.parse.figures.arithmetic import Sum
from newsdiff.parse.figures.reading import Reading

_MOST_DECIMALS = 24
_TEN, _HUNDRED = 10, 100
_TENS = range(20, 100, 10)


def read_spoken_decimals(reading: Reading, total: Sum, at: int) -> tuple[Fraction, Fraction, int] | None:
    """Value, step and end of decimals that are spoken: "three point five", "acht Komma zwei"."""
    point = reading.vocabulary.decimal_words.match(reading.words, at) if not total.empty else None
    if point is None or reading.kind(at) != "word":
        return None
    value, step, end = total.value, Fraction(1), point[1]
    pair = _spoken_pair(reading, end)
    if pair is not None:
        return value + pair[0] / _HUNDRED, Fraction(1, _HUNDRED), pair[1]
    while end - at < _MOST_DECIMALS:
        digit = reading.vocabulary.numbers.match(reading.words, end)
        if digit is None or digit[0] >= 10 or digit[0].denominator != 1:
            break
        step /= 10
        value, end = value + digit[0] * step, digit[1]
    return (value, step, end) if end > point[1] else None


def _spoken_pair(reading: Reading, at: int) -> tuple[Fraction, int] | None:
    """Two decimals spoken as one number: the "fünfzehn" of "null Komma fünfzehn", the "twenty-one" of "point twenty-one"."""
    table, compound = reading.vocabulary.numbers, reading.compound(at)
    tens = table.match(reading.words, at) or ((compound[0], at + 1) if compound is not None else None)
    if tens is None or tens[0].denominator != 1 or not _TEN <= tens[0] < _HUNDRED:
        return None
    behind = tens[1] + 1 if reading.folded(tens[1]) == "-" else tens[1]
    ones = table.match(reading.words, behind)
    if ones is not None and tens[0] in _TENS and ones[0] in range(1, _TEN):
        return tens[0] + ones[0], ones[1]
    return tens
