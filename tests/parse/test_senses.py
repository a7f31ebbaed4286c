"""The sense of a share: what is said of one is not said of the next."""

from __future__ import annotations

import pytest

from newsdiff.lang.pack import load_pack
from newsdiff.parse.figures import find_figures


@pytest.mark.parametrize(
    ("language", "text", "senses"),
    [
        ("en", "52 percent voted for the plan and 48 percent against it.", ["in_favour", None]),
        ("en", "52 percent voted for it, 48 percent stayed away.", ["in_favour", None]),
        ("en", "52 percent voted for it and 48 percent voted against it.", ["in_favour", "opposed"]),
        ("en", "Sales rose 5 percent and profit fell 3 percent.", ["up", "down"]),
        ("de", "52 Prozent stimmten dafür und 48 Prozent enthielten sich.", ["in_favour", None]),
        ("de", "Die Mieten stiegen um 8 Prozent, nachdem sie um 3 Prozent gefallen waren.", ["up", "down"]),
    ],
)
def test_each_share_has_the_sense_that_is_told_of_it(language, text, senses):
    assert [figure.value.sense for figure in find_figures(text, load_pack(language))] == senses
