"""Numbers that name something: the table of cases, and that the packs name the same things."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.lang.pack import languages, load_pack
from newsdiff.model import Span
from newsdiff.parse.designations import find_designations

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "designations.yaml").read_text(encoding="utf-8"))
ROWS = [(code, text, told) for code, rows in CASES.items() for text, told in rows]


def unmark(text: str) -> tuple[str, list[Span]]:
    """The text without angle brackets, and where in it the words between them stand."""
    plain, names = "", []
    for part in re.split("(<[^>]*>)", text):
        word = part.strip("<>") if part.startswith("<") else part
        if part.startswith("<"):
            names.append(Span(len(plain), len(plain) + len(word)))
        plain += word
    return plain, names


@pytest.mark.parametrize(("code", "text", "told"), ROWS)
def test_a_number_that_names_something_is_found_with_what_bears_it(code: str, text: str, told: list[str]) -> None:
    plain, names = unmark(text)
    found = find_designations(plain, load_pack(code), names)
    assert [f"{each.concept or each.bearer} {each.number}" for each in found] == told
    for each in found:
        assert int(plain[each.digits.start : each.digits.end]) == each.number
        assert each.bearer in plain[each.span.start : each.span.end]


@pytest.mark.parametrize("code", languages())
def test_every_language_knows_the_same_things(code: str) -> None:
    assert load_pack(code).figures.designated.keys() == load_pack("en").figures.designated.keys()


@given(st.text(max_size=40), st.sampled_from(languages()), st.data())
def test_any_text_is_read_and_every_place_is_in_it(text: str, code: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for found in find_designations(text, load_pack(code), [Span(start, end)] if text[start:end].strip() else []):
        assert 0 <= found.span.start <= found.digits.start < found.digits.end <= found.span.end <= len(text)
