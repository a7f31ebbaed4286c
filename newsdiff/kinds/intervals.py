"""Figures as intervals: which numbers one as written may stand for, how far two lie apart, and whether they exclude each other."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import log10

from newsdiff.kinds.kind import Comparison
from newsdiff.model import Quantity, Reason

ABOUT = 0.15
"""How far, as a share, a figure may lie from one that is called approximate."""
ROUNDING = 0.05
"""How far a round figure may lie from the exact one at most: 4,000 may stand for 3,950, not for 4,300."""
ROUNDER = 0.1
"""The same of a round figure that is called approximate, beside a less round one that is, too."""
NEARNESS = 2.0
"""A bound speaks for figures up to this factor away: "more than 40" is not said of 400."""
_SAME_CHANGE = 1.5
"""Up to which factor "fell 60 cents" may be the other's "60 cents less", only told in words that leave open what it is."""
WIDEST = 3.0
"""Powers of ten between two figures from which on they are as far apart as can be."""
_ROUNDED = frozenset({"about", "more_than", "less_than", "at_most"})
"""Bounds that tell of one number: who writes "over 15" had no 18 before him, and "up to 3,000 jobs" are not up to 3,600. Only
"at least 15" leaves open that there are more."""
_SIGNED = frozenset({"percent", "percentage_point"})
"""Units in which a fall is told with a sign as well as in words."""
_OPPOSITES = frozenset({frozenset({"up", "down"}), frozenset({"in_favour", "opposed"}), frozenset({"profit", "loss"})})
"""Senses of which a share or a sum has one or the other."""
_SIDES = {"more_than": 1, "at_least": 1, "less_than": -1, "at_most": -1}
"""On which side a bound is open."""


def compare_figures(one: Quantity, other: Quantity) -> Comparison:
    """Compare intervals, in SI units where the two are written in different ones."""
    if frozenset((one.sense, other.sense)) in _OPPOSITES:
        return Comparison("disjoint", Reason("opposite_sense", "one article tells the opposite of the other"))
    unsigned = _compare_unsigned(one, other)
    if unsigned is not None:
        return unsigned
    converted = one.unit != other.unit and one.si is not None and other.si is not None
    a, b = (_scaled(one), _scaled(other)) if converted else (one, other)
    if (a.low, a.high) == (b.low, b.high) and a.bound == b.bound:
        if converted:
            return Comparison("compatible", Reason("unit", "the same in another unit"))
        return Comparison("equal", Reason("same_value", "the same value"))
    (low_a, high_a), (low_b, high_b) = (
        (_as_written(a), _as_written(b)) if a.bound == b.bound and a.bound in _ROUNDED else (interval(a), interval(b))
    )
    apart, slip = min(1.0, distance(a, b) / WIDEST), looks_mistyped(_middle(a), _middle(b))
    if (low_a < high_b and low_b < high_a) or _about_alike(a, b) or _meet_in_one(a, b):
        return Comparison("compatible", _why_compatible(a, b, converted=converted), apart)
    if a.bound == b.bound or {a.bound, b.bound} <= {"exact", "about", "range"}:
        return Comparison("disjoint", Reason("different_value", "the values exclude each other"), apart, slip)
    if {a.bound, b.bound} & {"more_than", "less_than"} and distance(a, b) > log10(NEARNESS):
        return Comparison("disjoint", Reason("bound_far", "nobody would bound the one figure so by the other"), apart)
    if _bound_contradicts(a, b) or _bound_contradicts(b, a):
        return Comparison("disjoint", Reason("bound_excludes", "a bound excludes the other value"), apart)
    return Comparison("unknown", Reason("bound_far", "a bound and a figure far from it"), apart)


def _compare_unsigned(one: Quantity, other: Quantity) -> Comparison | None:
    """Two percentages of which one has a sign where the other may say "less" in words; None where that is not all that differs."""
    if one.unit != other.unit or one.unit not in _SIGNED or _is_negative(one) == _is_negative(other):
        return None
    a, b = (_unsigned(quantity) if _is_negative(quantity) else quantity for quantity in (one, other))
    if compare_figures(a, b).relation == "disjoint":
        return None
    return Comparison("compatible", Reason("sign", "the same, but for a sign that the other may tell in words"))


def _is_negative(value: Quantity) -> bool:
    return value.high is not None and value.high < 0


def _unsigned(value: Quantity) -> Quantity:
    return replace(
        value, low=None if value.high is None else -value.high, high=None if value.low is None else -value.low
    )


def _meet_in_one(one: Quantity, other: Quantity) -> bool:
    """Whether one figure alone keeps both bounds: "at least 25,000" beside "up to 25,000"."""
    return {one.bound, other.bound} == {"at_least", "at_most"} and _middle(one) == _middle(other)


def _about_alike(one: Quantity, other: Quantity) -> bool:
    """Whether both figures are only about right and nearly the same: "about 240" beside "nearly 250".

    The rounder one may lie farther off: "nearly 300" beside "about 280".
    """
    if not one.bound == other.bound == "about":
        return False
    rounder = len(telling_digits(_middle(one))) != len(telling_digits(_middle(other)))
    return distance(one, other) <= log10(1 + (ROUNDER if rounder else ROUNDING))


def _why_compatible(one: Quantity, other: Quantity, *, converted: bool) -> Reason:
    """The reason for two intervals that meet, but are not the same."""
    if converted:
        return Reason("unit", "the same within rounding, in another unit")
    if _meet_in_one(one, other):
        return Reason("bounds", "one value can keep both bounds")
    if (one.low, one.high) != (other.low, other.high) and _SIDES.get(one.bound, 0) * _SIDES.get(other.bound, 0) > 0:
        return Reason("bounds", "one value can keep both bounds")
    if one.bound != other.bound:
        return Reason("bound", "bounded differently, but compatible")
    return Reason("precision", "the same within the precision as written")


def same_size(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may answer one question: within a thousandfold, in different units within tenfold."""
    if one.unit == other.unit:
        return distance(one, other) <= WIDEST
    if one.si is None or other.si is None:
        return False
    return distance(_scaled(one), _scaled(other)) <= 1


def is_change_beside_level(one: Quantity, other: Quantity) -> bool:
    """Whether one figure tells how much something differs or changed, and the other, far from it, surely how much it is."""
    return one.difference != other.difference and distance(one, other) > log10(_SAME_CHANGE)


def distance(one: Quantity, other: Quantity) -> float:
    """How many powers of ten lie between two figures."""
    a, b = abs(_middle(one)), abs(_middle(other))
    if a == b:
        return 0.0
    return abs(log10(a) - log10(b)) if a and b else WIDEST


def looks_mistyped(one: float, other: float) -> bool:
    """Whether two different numbers have the same digits, in another order or before other zeros: 68 and 86, 3.4 and 340."""
    ours, theirs = telling_digits(one), telling_digits(other)
    return one != other and sorted(ours) == sorted(theirs)


@lru_cache(maxsize=4096)
def interval(value: Quantity) -> tuple[float, float]:
    """The numbers that a figure as written may stand for, both ends included."""
    low = value.low if value.low is not None else (value.high or 0.0) / NEARNESS
    high = value.high if value.high is not None else (value.low or 0.0) * NEARNESS
    if value.bound in ("more_than", "at_least", "less_than", "at_most"):
        return low, high
    slack = max(value.step / 2, min(_roundness(low) / 2, ROUNDING * abs(low)))
    if value.bound == "about":
        slack = max(slack, ABOUT * abs(low))
    return low - slack, high + slack


def _scaled(value: Quantity) -> Quantity:
    """The figure in SI units, as exact as whoever converted it will have written it."""
    factor = value.si or 1.0
    return Quantity(
        low=None if value.low is None else value.low * factor,
        high=None if value.high is None else value.high * factor,
        bound=value.bound,
        step=max(value.step, ROUNDING * abs(_middle(value))) * factor,
    )


def _middle(value: Quantity) -> float:
    low = value.low if value.low is not None else value.high
    high = value.high if value.high is not None else value.low
    return ((low or 0.0) + (high or 0.0)) / 2


@lru_cache(maxsize=4096)
def telling_digits(number: float) -> str:
    """The digits of a number without sign, point and the zeros around them: "34" of 3.4 and of 340."""
    return f"{abs(number):.12g}".split("e")[0].replace(".", "").strip("0")


def _bound_contradicts(bounded: Quantity, figure: Quantity) -> bool:
    """Whether a figure lies clearly on the wrong side of a bound."""
    low, high = interval(figure)
    if bounded.bound in ("more_than", "at_least") and bounded.low is not None:
        return high < bounded.low * (1 - ROUNDING)
    if bounded.bound in ("less_than", "at_most") and bounded.high is not None:
        return low > bounded.high * (1 + ROUNDING)
    return False


@lru_cache(maxsize=4096)
def _as_written(value: Quantity) -> tuple[float, float]:
    """The interval of the number itself: of "over 15" and "over 18" nobody would say that they agree."""
    return interval(replace(value, low=_middle(value), high=_middle(value), bound="exact"))


def _roundness(number: float) -> float:
    """The worth of the last digit that is not zero: 1000 for 4000; 1 for 4001 and for what is no whole number."""
    if number == 0 or not float(number).is_integer():
        return 0.0
    worth = 1.0
    while abs(number) >= worth * 10 and (number / (worth * 10)).is_integer():
        worth *= 10
    return worth
