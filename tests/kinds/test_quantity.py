"""Quantities: what may be compared where one of the two does not say what it measures, and ranks."""

from __future__ import annotations

import pytest

from newsdiff.kinds import percent, quantity
from newsdiff.model import Quantity


def figure(value: float, unit: str | None = None, of: str | None = None, dimension: str | None = None) -> Quantity:
    return Quantity(value, value, unit=unit, of=of, dimension=dimension, si=1000.0 if unit == "tonne" else None)


YEARS = figure(31, "year", dimension="time")
TONNES = figure(7000, "tonne", dimension="mass")


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        (figure(31), YEARS, "equal"),
        (figure(33), YEARS, "unknown"),
        (Quantity(30, 35, "range"), YEARS, "compatible"),
        (Quantity(30, None, "more_than"), YEARS, "compatible"),
        (
            figure(104, "fahrenheit", dimension="temperature"),
            figure(40, "celsius", dimension="temperature"),
            "compatible",
        ),
        (figure(95, "fahrenheit", dimension="temperature"), figure(40, "celsius", dimension="temperature"), "disjoint"),
        (
            figure(14, "fahrenheit", dimension="temperature"),
            figure(-10, "celsius", dimension="temperature"),
            "compatible",
        ),
        (figure(7000, "ton", dimension="mass"), TONNES, "equal"),
        (figure(6350, "ton", dimension="mass"), TONNES, "unknown"),
    ],
)
def test_what_is_written_in_another_unit_or_in_none(one: Quantity, other: Quantity, relation: str) -> None:
    assert quantity.comparable(one, other)
    assert quantity.comparable(other, one)
    assert quantity.compare(one, other).relation == quantity.compare(other, one).relation == relation


@pytest.mark.parametrize("other", [figure(31, of="boats"), figure(31, "rank", "minute"), figure(310), figure(60)])
def test_what_measures_something_else_is_not_compared(other: Quantity) -> None:
    assert not quantity.comparable(YEARS, other)
    assert not quantity.comparable(other, YEARS)


@pytest.mark.parametrize(("number", "text"), [(1, "1st"), (12, "12th"), (22, "22nd"), (43, "43rd"), (111, "111th")])
def test_a_rank_is_shown_as_an_ordinal(number: int, text: str) -> None:
    assert quantity.describe(figure(number, "rank", "minute")) == f"{text} minute"


@pytest.mark.parametrize(
    ("ours", "theirs", "comparable", "relation"),
    [
        (("percent", 40), ("percentage_point", 40), True, "compatible"),
        (("percent", 40), ("percentage_point", 2), False, "unknown"),
        (("percent", 40), ("percent", 2), True, "disjoint"),
        (("percentage_point", 2), ("percentage_point", 2), True, "equal"),
    ],
)
def test_percent_and_points(ours, theirs, comparable, relation):
    one, other = figure(ours[1], ours[0]), figure(theirs[1], theirs[0])
    assert percent.comparable(one, other) is percent.comparable(other, one) is comparable
    assert percent.compare(one, other).relation == percent.compare(other, one).relation == relation


@pytest.mark.parametrize(
    ("ours", "theirs", "relation"),
    [(790, 790, "equal"), (790, 781, "disjoint"), (790, 793, "disjoint"), (900, 901, "disjoint")],
)
def test_times_on_the_clock_of_a_match_are_never_rounded(ours: float, theirs: float, relation: str) -> None:
    one, other = figure(ours, quantity.CLOCK), figure(theirs, quantity.CLOCK)
    assert quantity.comparable(one, other)
    assert quantity.compare(one, other).relation == quantity.compare(other, one).relation == relation


def test_a_clock_tells_a_slip_by_its_digits_and_stands_beside_nothing_else() -> None:
    one = figure(790, quantity.CLOCK)
    assert quantity.describe(one) == "13:10"
    assert quantity.compare(one, figure(781, quantity.CLOCK)).slip
    assert not quantity.compare(one, figure(842, quantity.CLOCK)).slip
    assert not any(quantity.comparable(one, figure(790, unit)) for unit in (None, "second", "rank"))


def test_ranks_near_each_other_are_two() -> None:
    assert quantity.compare(figure(70, "rank", "minute"), figure(72, "rank", "minute")).relation == "disjoint"


@pytest.mark.parametrize(
    ("number", "unit", "degrees", "relation"),
    [
        (46.2, "celsius", 46.2, "equal"),
        (115.0, "fahrenheit", 46.2, "compatible"),
        (46.2, "celsius", 41.2, "unknown"),
        (46.2, "degree", 41.2, "disjoint"),
        (40.0, "degree", 104.0, "compatible"),
        (40.0, "degree", 98.0, "disjoint"),
    ],
)
def test_bare_degrees_agree_with_a_temperature_and_never_contradict_it(
    number: float, unit: str, degrees: float, relation: str
) -> None:
    one, other = Quantity(number, number, unit=unit, step=0.1), Quantity(degrees, degrees, unit="degree", step=0.1)
    assert quantity.comparable(one, other)
    assert quantity.compare(one, other).relation == quantity.compare(other, one).relation == relation
