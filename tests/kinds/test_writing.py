"""How numbers and measures are written in a report: as they stand in the article, in Western digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.kinds import money
from newsdiff.kinds.figures import with_unit, write_alike
from newsdiff.kinds.writing import write_measure, write_number
from newsdiff.lang import load_pack
from newsdiff.model import Quantity
from newsdiff.parse.figures import find_figures


@pytest.mark.parametrize(
    ("code", "text", "shown"),
    [
        ("en", "It took three quarters of an hour.", "¾ hour"),
        ("en", "It took more than half an hour.", ">½ hour"),
        ("en", "It took an hour and a half.", "1½ hours"),
        ("en", "It took 1.6 hours.", "1.6 hours"),
        ("en", "It took 0.75 hours.", "0.75 hours"),
        ("en", "He got four years and six months.", "4 years 6 months"),
        ("en", "He is 6 feet 2 inches tall.", "6 feet 2 inches"),
        ("en", "It is half a mile away.", "½ mile"),
        ("en", "He ran it in 9.58 seconds.", "9.58 seconds"),
        ("it", "Durò tre ore e 12 minuti.", "3 hours 12 minutes"),
        ("it", "Sono 2 anni e 21 giorni.", "2 years 21 days"),
        ("de", "Es dauerte anderthalb Stunden.", "1½ hours"),
        ("de", "Es dauerte 0,75 Stunden.", "0.75 hours"),
        ("ar", "انتظر 0,75 ساعة.", "0.75 hours"),
        ("ar", "انتظر ثلاثة أرباع الساعة.", "¾ hour"),
        ("hi", "ढाई घंटे लगे।", "2½ hours"),
        ("ar", "استمر أربع سنوات ونصف السنة.", "4½ years"),
    ],
)
def test_a_measure_is_shown_as_written(code: str, text: str, shown: str) -> None:
    (figure,) = find_figures(text, load_pack(code))
    assert with_unit(figure.value) == shown


@given(st.integers(1, 10**6), st.integers(0, 3))
def test_what_is_written_in_decimals_is_shown_in_decimals(number: int, places: int) -> None:
    value = number / 10**places
    assert write_number(value, 10.0**-places).replace(",", "").split()[0] in (
        f"{value:.10g}",
        f"{round(value / 1e6, 2):.10g}",
    )


@given(st.integers(0, 50), st.integers(1, 59))
def test_two_units_are_shown_as_two(hours: int, minutes: int) -> None:
    shown = write_measure(hours + minutes / 60, "hour", 1 / 60)
    assert shown == f"{hours} hour{'s' * (hours != 1)} {minutes} minute{'s' * (minutes != 1)}"


def test_cents_are_shown_as_cents_and_compared_as_money() -> None:
    cents, dollars = Quantity(34, 34, unit="cent", currency="USD"), Quantity(0.34, 0.34, step=0.01, currency="USD")
    assert money.describe(cents) == "34 cents USD"
    assert money.comparable(cents, dollars)
    assert money.compare(cents, dollars).relation == money.compare(dollars, cents).relation == "equal"
    assert money.compare(cents, Quantity(34, 34, currency="USD")).relation == "disjoint"


def test_sums_of_one_finding_are_told_in_cents_only_where_all_are():
    cents, euros = Quantity(60, 60, unit="cent", currency="EUR"), Quantity(0.9, 0.9, step=0.1, currency="EUR")
    assert [money.describe(value) for value in money.write_alike([cents, cents])] == ["60 cents EUR"] * 2
    assert [money.describe(value) for value in money.write_alike([cents, euros])] == ["0.6 EUR", "0.9 EUR"]


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ([(9.5, 0.1, None), (6.5, 0.5, None)], ["9.5 years", "6.5 years"]),
        ([(9.5, 0.5, None), (6.5, 0.5, None)], ["9½ years", "6½ years"]),
        ([(9.0, 1.0, None), (6.5, 0.5, None)], ["9 years", "6½ years"]),
        ([(30.0, 1.0, "Zeit"), (30.0, 1.0, None)], ["30 years", "30 years"]),
        ([(30.0, 1.0, "Haft"), (30.0, 1.0, "Haft")], ["30 years Haft", "30 years Haft"]),
    ],
)
def test_measures_of_one_finding_are_spelled_alike(values, shown):
    spelled = write_alike([Quantity(number, number, unit="year", of=of, step=step) for number, step, of in values])
    assert [with_unit(value) for value in spelled] == shown
