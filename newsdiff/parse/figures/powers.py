"""Powers and scientific notation: "1e10", "-12e-1", "1.1^23", "10⁶", "3 × 10⁸", in digits of every script.

What belongs here: numbers written with an exponent, exact as they are written. Signs in front and units behind are not
of the number itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from newsdiff.parse.figures.digits import Digits, plain_digits, read_digits
from newsdiff.parse.figures.reading import Number, Reading

_TEN = 10
_MOST_DIGITS = 100
_LONGEST_EXPONENT = 3
_TIMES = frozenset("×·⋅*x")
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-", strict=True))


@dataclass(frozen=True, slots=True)
class _Exponent:
    value: int
    end: int
    signed: bool


def read_power(reading: Reading, start: int) -> Number | None:
    """The number with an exponent that begins at word ``start``, None where no exponent follows."""
    mark = reading.folded(start + 1)
    if mark not in _TIMES and mark not in {"e", "^"} and mark not in _RAISED:
        return None
    first = _digits(reading, start)
    if first is None:
        return None
    if mark in _TIMES and reading.glued(start + 1) == reading.glued(start + 2):
        return _of_ten(start, first, _power_of_ten(reading, start + 2))
    if not reading.glued(start + 1):
        return None
    if mark == "e":
        return _of_ten(start, first, _letter_exponent(reading, start, first))
    power = _exponent(reading, start + 2) if mark == "^" else _raised(reading, start + 1)
    if power is None or (mark != "^" and first.value != _TEN):
        return None
    if first.value == _TEN:
        return _of_ten(start, Digits(Fraction(1), Fraction(1), False, True), power)
    size = max(len(str(first.value.numerator)), len(str(first.value.denominator))) * abs(power.value)
    if size > _MOST_DIGITS or not first.value:
        return None
    value = first.value**power.value
    return Number(value, min(Fraction(1), value), start, power.end, first, scaled=True)


def _digits(reading: Reading, at: int) -> Digits | None:
    return read_digits(reading.words[at].surface, reading.decimal) if reading.kind(at) == "digits" else None


def _of_ten(start: int, first: Digits, power: _Exponent | None) -> Number | None:
    if power is None or abs(power.value) > _MOST_DIGITS - len(str(int(first.value))):
        return None
    scale = Fraction(_TEN) ** power.value
    return Number(first.value * scale, first.step * scale, start, power.end, first, scaled=True)


def _letter_exponent(reading: Reading, start: int, first: Digits) -> _Exponent | None:
    """The exponent behind "e" or "E"; whole digits with one bare digit behind are a name: "7E7".

    Where "e" ends ordinals, "90e+4" is a minute of a match.
    """
    power = _exponent(reading, start + 2)
    if power is None or (first.whole and power.signed and "e" in reading.vocabulary.ordinal_endings):
        return None
    sure = not first.whole or power.signed or abs(power.value) >= _TEN
    return power if sure or reading.alone(start, power.end) else None


def _power_of_ten(reading: Reading, at: int) -> _Exponent | None:
    """The exponent of the "10⁶" or "10^6" behind a coefficient and its sign for "times"."""
    ten = _digits(reading, at)
    if ten is None or ten.value != _TEN or not reading.glued(at + 1):
        return None
    return _exponent(reading, at + 2) if reading.folded(at + 1) == "^" else _raised(reading, at + 1)


def _exponent(reading: Reading, at: int) -> _Exponent | None:
    """A whole exponent with its sign or two, glued to what stands before it, nothing glued behind it."""
    digits = at
    while digits < at + 2 and reading.folded(digits) in ("-", "+"):
        digits += 1
    signs = [reading.folded(place) for place in range(at, digits)]
    glued = all(reading.glued(place) for place in range(at, digits + 1))
    if (
        not glued
        or reading.kind(digits) != "digits"
        or (reading.glued(digits + 1) and reading.kind(digits + 1) == "word")
    ):
        return None
    written = plain_digits(reading.words[digits].surface)
    if not written.isdigit() or len(written) > _LONGEST_EXPONENT:
        return None
    return _Exponent((-1) ** signs.count("-") * int(written), digits + 1, bool(signs))


def _raised(reading: Reading, at: int) -> _Exponent | None:
    """An exponent in raised digits: "10⁶", "10⁻³"."""
    end = at
    while reading.folded(end) in _RAISED and reading.glued(end) and end - at <= _LONGEST_EXPONENT:
        end += 1
    written = "".join(_RAISED[reading.folded(place)] for place in range(at, end))
    whole = written.removeprefix("-").removeprefix("+").isdigit() and reading.folded(end) not in _RAISED
    return _Exponent(int(written), end, not written[0].isdigit()) if whole else None
