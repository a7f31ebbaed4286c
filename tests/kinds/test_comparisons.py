"""Tables of how two values stand to each other."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from newsdiff.kinds import date
from newsdiff.kinds.intervals import compare_figures
from newsdiff.kinds.quote import QUOTE
from newsdiff.lang.pack import load_pack
from newsdiff.model import DateValue, Quantity, Quotation
from newsdiff.parse.dates import find_dates

CASES = Path(__file__).parent.parent / "cases" / "comparisons"
METERS = {"mile": 1609.344, "kilometer": 1000.0}


def read(name):
    return yaml.safe_load((CASES / name).read_text(encoding="utf-8"))


def figure(low, high, bound, step=1.0, unit=None):
    dimension = "length" if unit else None
    return Quantity(low, high, bound, unit=unit, step=step, dimension=dimension, si=METERS.get(unit or ""))


def day(*parts):
    if parts[0] == "time":
        return DateValue(None, None, "time", False, None, *parts[1:])
    if isinstance(parts[0], str):
        more = parts[2] if len(parts) > 2 else None
        known = {"weekday": more} if isinstance(more, int) else {"month_days": more and tuple(more)}
        return DateValue(None, None, parts[1], recurring=parts[0], **known)
    return DateValue(*parts)


@pytest.mark.parametrize("case", read("figures.yaml"), ids=str)
def test_figures(case):
    one, other = figure(*case["one"]), figure(*case["other"])
    assert compare_figures(one, other).relation == case["relation"]
    assert compare_figures(other, one).relation == case["relation"]


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ((300, 300, "exact"), (30, 30, "exact"), True),
        ((300, 300, "about"), (30, 30, "exact"), True),
        ((300, None, "more_than"), (30, None, "more_than"), True),
        ((300, None, "more_than"), (30, 30, "about"), False),
        ((300, 300, "exact"), (40, 40, "exact"), False),
    ],
)
def test_a_slip_is_written_as_the_other_is_written(one, other, slip):
    assert compare_figures(figure(*one), figure(*other)).slip is slip
    assert compare_figures(figure(*other), figure(*one)).slip is slip


@pytest.mark.parametrize("case", read("dates.yaml"), ids=str)
def test_dates(case):
    one, other = day(*case["one"]), day(*case["other"])
    assert date.compare(one, other).relation == case["relation"]
    assert date.compare(other, one).relation == case["relation"]
    assert "slip" not in case or date.compare(one, other).slip == case["slip"]
    assert "reason" not in case or date.compare(one, other).reason.code == case["reason"]


def test_a_weekday_is_comparable_with_days_whose_weekday_is_known():
    weekday = day("-W-2", "weekday", 2)
    assert date.comparable(weekday, day("-W-3", "weekday", 3))
    assert date.comparable(weekday, day("--10-14", "day", 2))
    assert date.comparable(weekday, day(dt.date(2025, 10, 14), dt.date(2025, 10, 14), "day"))
    assert not date.comparable(weekday, day("--10-14", "day"))
    assert not date.comparable(weekday, day("--10", "month"))
    assert not date.comparable(weekday, day(dt.date(2025, 1, 1), dt.date(2025, 12, 31), "year"))
    assert date.describe(weekday) == "Tuesday"


def test_a_time_is_comparable_with_times_alone():
    time = day("time", "04:12")
    assert date.comparable(time, day("time", "05:00"))
    assert not date.comparable(time, day("--01-18", "day"))
    assert not date.comparable(time, day(dt.date(2017, 1, 1), dt.date(2017, 1, 1), "day"))
    assert date.describe(time) == "04:12"
    assert time.to_dict() == {"from": None, "to": None, "granularity": "time", "relative": False, "time": "04:12"}


NUMBERS = st.floats(min_value=0.1, max_value=1e12)


@given(NUMBERS, st.sampled_from(["exact", "about", "more_than", "at_least"]))
def test_a_figure_never_contradicts_itself(number, bound):
    high = None if bound in ("more_than", "at_least") else number
    value = Quantity(number, high, bound)
    assert compare_figures(value, value).relation == "equal"


@given(NUMBERS, NUMBERS)
def test_comparing_figures_is_symmetric(one, other):
    a, b = Quantity(one, one), Quantity(other, other)
    assert compare_figures(a, b).relation == compare_figures(b, a).relation


ANY_SIZE = st.floats(min_value=1e-300, max_value=1e300)


@given(ANY_SIZE, ANY_SIZE)
@example(1e-299, 1e299)
def test_figures_of_any_size_can_be_compared(one, other):
    assert 0 <= compare_figures(Quantity(one, one), Quantity(other, other)).apart <= 1


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(0, 40))
def test_a_day_inside_a_span_is_compatible_with_it(start, length):
    end = start + dt.timedelta(days=length)
    span = DateValue(start, end, "span")
    assert date.compare(span, DateValue(end, end, "day")).relation in ("compatible", "equal")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The mill closed last autumn.", "autumn"),
        ("The fair runs 12–15 May.", "12 May – 15 May"),
        ("The fair opens in early June.", "early June"),
        ("The fair ends in late June.", "late June"),
        ("The fair opens in mid-June.", "mid-June"),
        ("The fair opens on 14 March.", "14 March"),
        ("The fair opens in March.", "March"),
        ("Sales fell in the third quarter.", "Q3"),
    ],
)
def test_a_date_without_a_year_is_shown_as_it_is_told(text, shown):
    (found,) = find_dates(text, load_pack("en"))
    assert date.describe(found.value) == shown


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("Petra Holm", "Omar Teklu", "disjoint"),
        ("Jon Rahlm", "Jonowi Rahlmowi", "compatible"),
        ("Rahlm", "John Ralm", "compatible"),
        ("Petra Holm", "Lena Holm", "compatible"),
        ("Sofia Marant", "Marek Havel", "disjoint"),
    ],
)
def test_two_speakers_are_told_apart_only_where_no_word_of_their_names_is_alike(one, other, relation):
    said = [Quotation(speaker, "We clear the harbour.", "direct", attributed=True) for speaker in (one, other)]
    assert QUOTE.compare(*said).relation == relation
