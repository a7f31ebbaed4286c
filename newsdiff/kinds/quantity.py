"""Quantities: how many of what, and physical measures."""

from __future__ import annotations

from dataclasses import replace

from newsdiff.kinds.figures import concept, extract_figures, key, lemma, tell_figure, with_unit, write_alike
from newsdiff.kinds.intervals import compare_figures, distance, is_change_beside_level, same_size
from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.model import Claim, Document, Quantity, Reason

RANK = "rank"
"""The unit of a place in a row, so that a rank is compared with ranks alone."""
SCORE = "score"
"""The unit of the points of two sides, a kind of its own."""
DESIGNATION = "designation"
"""The unit of a number that counts nothing, a kind of its own."""
CLOCK = "match_clock"
"""The unit of a time on the clock of a match, in seconds, so that it is compared with its like alone."""
_EXACT = frozenset({RANK, CLOCK})
_MINUTE = 60
_NEAR = 0.2
"""Powers of ten between a bare number and the measure that it may stand beside."""
_TEMPERATURES = {"celsius", "fahrenheit"}
_DEGREE = "degree"
"""That of a temperature, mostly, or of an angle."""
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def extract(document: Document) -> tuple[Claim, ...]:
    """Every figure that counts or measures something."""
    return extract_figures(document, "quantity")


def describe(value: Quantity) -> str:
    """The figure with its unit and what is counted; a rank as an ordinal: ``42nd president``; a clock as ``13:10``."""
    if value.unit == CLOCK:
        return "{:.0f}:{:02.0f}".format(*divmod(value.low or 0.0, _MINUTE))
    if value.unit != RANK or value.low is None:
        return with_unit(value)
    return " ".join(filter(None, (ordinal(int(value.low)), value.of)))


def ordinal(number: int) -> str:
    """The ordinal as English writes it in digits: 42nd, 11th."""
    teen = number // 10 % 10 == 1
    return f"{number}{'th' if teen else _ENDINGS.get(number % 10, 'th')}"


def comparable(one: Quantity, other: Quantity) -> bool:
    """A length with a length, a plain count with a plain count or a sum of money whose currency is not said.

    A bare number ("asked for 12", "who was 31") and a unit that nature does not fix ("tons") stand beside a measure that
    is about as large: they can agree with it, but never contradict it.
    """
    one, other = _in_celsius(one), _in_celsius(other)
    if _is_half_told(one, other) and distance(one, other) <= _NEAR:
        return True
    if not same_size(one, other) or is_change_beside_level(one, other):
        return False
    if one.currency or other.currency:
        return one.unit == other.unit and (one if other.currency else other).of is None
    return one.unit == other.unit or (one.dimension is not None and one.dimension == other.dimension)


def compare(one: Quantity, other: Quantity) -> Comparison:
    """Compare as intervals; nothing is certain of different numbers of which one does not say what it measures."""
    if one.unit != other.unit and {one.unit, other.unit} == _TEMPERATURES:
        comparison = compare_figures(_in_celsius(one), _in_celsius(other))
        return (
            Comparison("compatible", Reason("unit", "the same in another unit")) if _agrees(comparison) else comparison
        )
    if _DEGREE in (one.unit, other.unit) and one.unit != other.unit:
        one, other = _in_celsius(one), _in_celsius(other)
    comparison = compare_figures(one, other)
    if comparison.relation != "equal" and _may_be_one_temperature(one, other):
        return Comparison("compatible", Reason("unit", "the same in another unit"))
    if one.unit in _EXACT and one.low != other.low:
        reason = Reason("different_value", "the values exclude each other")
        return replace(comparison, relation="disjoint", reason=reason, slip=_digits(one) == _digits(other))
    if _agrees(comparison) or not _is_half_told(one, other):
        return comparison
    reason = Reason("no_unit", "one of the two does not say what it measures")
    return replace(comparison, relation="unknown", reason=reason)


def _digits(value: Quantity) -> list[str]:
    """The digits that are seen, in no order: those of 13:10 for 790 seconds."""
    return sorted(digit for digit in describe(replace(value, of=None)) if digit.isdigit())


def _agrees(comparison: Comparison) -> bool:
    return comparison.relation in ("equal", "compatible")


def _in_celsius(value: Quantity) -> Quantity:
    """Degrees Fahrenheit in degrees Celsius, as exact as whoever converts them writes them."""
    if value.unit != "fahrenheit":
        return value
    low, high = (None if side is None else (side - 32) * 5 / 9 for side in (value.low, value.high))
    return replace(value, low=low, high=high, unit="celsius", step=max(value.step, 1.0))


def _may_be_one_temperature(one: Quantity, other: Quantity) -> bool:
    """Whether bare degrees are those of the other if they are Fahrenheit: "104 degrees" beside "40 gradi"."""
    return any(
        read.unit == _DEGREE
        and beside.unit in (_DEGREE, "celsius")
        and _agrees(compare_figures(_in_celsius(replace(read, unit="fahrenheit")), replace(beside, unit="celsius")))
        for read, beside in ((one, other), (other, one))
    )


def _is_half_told(one: Quantity, other: Quantity) -> bool:
    """Whether one of two figures of different units leaves open that it measures what the other does."""
    return one.unit != other.unit and (_is_open(one, other) or _is_open(other, one))


def _is_open(one: Quantity, other: Quantity) -> bool:
    """Whether the first figure leaves open that it measures what the other does."""
    if one.unit == _DEGREE:
        return other.unit in _TEMPERATURES
    if one.unit is None:
        return one.of is None and one.currency is None and other.unit not in (None, RANK, SCORE, DESIGNATION, CLOCK)
    return one.dimension is not None and one.dimension == other.dimension and one.si is None


def rename(value: Quantity, key: str) -> Quantity:
    """The figure under another word for what it counts; one that does not say what it counts stays bare."""
    return replace(value, of=key) if value.of else value


QUANTITY = SlotKind(
    "quantity",
    "amount",
    extract,
    comparable,
    compare,
    describe,
    key,
    tell_figure,
    rename=rename,
    write_alike=write_alike,
    lemma=lemma,
    concept=concept,
    needs_words=True,
)
