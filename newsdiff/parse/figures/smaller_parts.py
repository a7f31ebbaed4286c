"""The smaller part behind an amount, which belongs to it: "quattro anni e sei mesi", "3 dollars 50 cents"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from newsdiff.parse.figures.measures import read_measure
from newsdiff.parse.figures.numbers import read_number
from newsdiff.parse.figures.reading import Amount, Measure, Number, Reading

_GOES_ON = frozenset("-/:%&+")
"""Marks behind a number that show that it goes on, and is no number of cents."""


def with_smaller_part(reading: Reading, amount: Amount) -> Amount:
    """The amount with the smaller part that follows, if one does; "一周四天" is four days a week."""
    if amount.kind not in ("unit", "money") or amount.number.share:
        return amount
    if reading.words[amount.number.start].unspaced:
        return amount
    at = amount.end
    if reading.folded(at) in reading.vocabulary.joiners:
        at += 1
    number = read_number(reading, at, join=False) if reading.kind(at) in ("word", "digits") else None
    if number is None or number.scaled:
        return amount
    measure = read_measure(reading, number)
    share: Fraction | None = None
    if amount.kind == "money" and measure.kind == "money" and measure.factor < 1 and number.value < 1 / measure.factor:
        share = number.value * measure.factor
    elif amount.kind == "unit" and measure.kind == "unit" and not measure.age:
        share = _share_of_unit(reading, amount, number, measure)
    if share is None and at == amount.end and _is_cents(reading, amount, number, measure):
        share = number.value / 100
    if share is None or amount.low.denominator != 1:
        return amount
    return replace(
        amount, end=measure.end, low=amount.low + share, step=share / number.value if number.value else amount.step
    )


def _is_cents(reading: Reading, amount: Amount, number: Number, measure: Measure) -> bool:
    """Whether a bare number behind a currency counts its hundredths: "15 Euro 50", but "15 Euro 50 Stück"."""
    if amount.kind != "money" or measure.kind != "plain" or reading.kind(amount.end - 1) != "word":
        return False
    small = number.digits is not None and not number.digits.marked and 10 <= number.value < 100
    own = amount.number.digits is not None and not amount.number.scaled and amount.unit is None
    return (
        small and own and reading.kind(number.end) in ("break", "mark") and reading.folded(number.end) not in _GOES_ON
    )


def _share_of_unit(reading: Reading, amount: Amount, number: Number, measure: Measure) -> Fraction | None:
    """What a number in a smaller unit adds to an amount: six months half a year."""
    factors = reading.vocabulary.words.unit_factors
    large, small = factors.get(amount.unit or ""), factors.get(measure.unit or "")
    if large is None or small is None or large.si is None or small.si is None or large.dimension != small.dimension:
        return None
    ratio = Fraction(small.si) / Fraction(large.si)
    return number.value * ratio if number.value * ratio < 1 else None
