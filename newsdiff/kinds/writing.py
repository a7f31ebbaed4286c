"""How a report writes numbers: in Western digits, with large scales in words, and with shares and spans as they were written.

What belongs here: numbers and units as text. What a kind says beside its number is the kind's own.
"""

from __future__ import annotations

from fractions import Fraction
from math import isclose, log10

_PLURALS = {"foot": "feet", "inch": "inches", "mile": "miles", "square foot": "square feet", "century": "centuries"}
_SAME_IN_PLURAL = frozenset(
    {"celsius", "fahrenheit", "hertz", "kilohertz", "megahertz", "gigahertz", "horsepower", "magnitude"}
)
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_VULGAR = {Fraction(1, 4): "¼", Fraction(1, 2): "½", Fraction(3, 4): "¾", Fraction(1, 3): "⅓", Fraction(2, 3): "⅔"}
_SMALLER = {
    "year": (("month", 12.0), ("week", 365.25 / 7), ("day", 365.25)),
    "month": (("day", 365.25 / 12),),
    "week": (("day", 7.0),),
    "day": (("hour", 24.0),),
    "hour": (("minute", 60.0),),
    "minute": (("second", 60.0),),
    "foot": (("inch", 12.0),),
}
_ALIKE = 1e-6


def write_number(number: float, step: float = 1.0) -> str:
    """``4,400``, ``4.4 million``, ``½``: a share that was not written in decimals is shown as the share that it is."""
    for size, word in _SCALES:
        short = round(number / size, 2)
        if short >= 1 and abs(short * size - number) <= _ALIKE / 1000 * size:
            return f"{short:,.10g} {word}"
    vulgar = None if is_decimal(number, step) else share_sign(number)
    if vulgar is not None:
        return vulgar
    return f"{number:,.10g}" if abs(number) < 1e10 else f"{number:,.0f}"


def write_measure(number: float, unit: str, step: float = 1.0) -> str:
    """A number with its unit: ``5 kilometers``, ``¾ hour``, ``2 years 21 days``."""
    if not is_decimal(number, step):
        parts = _in_parts(number, unit, step)
        if parts is not None:
            return parts
    written = write_number(number, step)
    return f"{written} {name_unit(unit, single=number == 1 or written in _VULGAR.values())}"


def name_unit(unit: str, *, single: bool = False) -> str:
    """The unit as English writes it behind a number: 1 kilometer, 5 kilometers, 6 feet, ¾ hour."""
    name = unit.replace("_", " ")
    head, per, rest = name.partition(" per ")
    if single or head in _SAME_IN_PLURAL:
        return name
    return _PLURALS.get(head, f"{head}s") + per + rest


def share_sign(number: float) -> str | None:
    """``2½`` for 2.5, None for what no single sign writes."""
    whole = int(number)
    rest = Fraction(number - whole).limit_denominator(4)
    if number < 0 or rest not in _VULGAR or not isclose(float(whole + rest), number, rel_tol=_ALIKE):
        return None
    return f"{whole or ''}{_VULGAR[rest]}"


def is_decimal(number: float, step: float) -> bool:
    """Whether a number whose last digit is worth ``step`` was written in digits: the step is a power of ten and divides it."""
    if step <= 0 or abs(log10(step) - round(log10(step))) > _ALIKE:
        return False
    return abs(number / step - round(number / step)) < _ALIKE * max(1.0, abs(number / step))


def _in_parts(number: float, unit: str, step: float) -> str | None:
    """A span that was written in two units, as it was; None where ``step`` is not the worth of a smaller unit."""
    whole = int(number)
    for smaller, ratio in _SMALLER.get(unit, ()):
        less = round((number - whole) * ratio)
        if (
            less
            and isclose(step * ratio, 1.0, rel_tol=_ALIKE)
            and isclose(whole + less / ratio, number, rel_tol=_ALIKE)
        ):
            return f"{whole} {name_unit(unit, single=whole == 1)} {less} {name_unit(smaller, single=less == 1)}"
    return None
