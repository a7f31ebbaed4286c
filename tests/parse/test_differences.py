"""By how much something changed or differs, told from how much it is: the table of cases, and that the two never meet."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from newsdiff.kinds.money import MONEY
from newsdiff.kinds.quantity import QUANTITY
from newsdiff.lang.pack import load_pack
from newsdiff.model.values import Quantity
from newsdiff.parse.figures import find_figures

TABLE = Path(__file__).parents[1] / "cases" / "differences.yaml"
ROWS = [(code, *row) for code, entries in yaml.safe_load(TABLE.read_text(encoding="utf-8")).items() for row in entries]


def read(code: str, text: str) -> list[Quantity]:
    return [figure.value for figure in find_figures(text, load_pack(code))]


@pytest.mark.parametrize(("code", "text", "told"), ROWS)
def test_differences_are_told_from_levels(code: str, text: str, told: list[bool]) -> None:
    assert [value.difference for value in read(code, text)] == told


def test_a_difference_never_meets_a_level() -> None:
    (level, _), (_, less) = (
        read("en", "It costs 1.80 euros, 60 cents less than last year."),
        read("de", "Er kostet 1,80 Euro, 60 Cent weniger als im Vorjahr."),
    )
    assert not MONEY.comparable(level, less)
    (high,), (higher,) = read("en", "The tower is 80 metres high."), read("de", "Er ist 30 Meter höher als der alte.")
    assert not QUANTITY.comparable(high, higher)


def test_differences_meet_each_other_and_what_may_be_one() -> None:
    (less,), (other,) = read("en", "Milk is 0.60 euros less than last year."), read("de", "Das sind 80 Cent weniger.")
    (open_,) = read("en", "They put it at 0.80 euros.")
    assert MONEY.comparable(less, other)
    assert MONEY.comparable(less, open_)
