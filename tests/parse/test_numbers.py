"""Numbers: writing a value out, in digits or in the words of a pack, and reading it back."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.lang.figures import FigureWords
from newsdiff.lang.pack import load_pack
from newsdiff.parse.figures import find_figures
from newsdiff.parse.figures.arithmetic import Sum
from newsdiff.parse.figures.digits import decimal_mark, read_digits

LANGUAGES = ("en", "de", "it", "hi", "ar")
NOUNS = {"en": "boats", "de": "Boote", "it": "barche", "hi": "नावें", "ar": "قاربا"}


def first(words: FigureWords, value: int) -> str | None:
    spellings = words.numbers.get(str(value), ()) or words.scales.get(str(value), ())
    return spellings[0] if spellings else None


def spell_below_hundred(words: FigureWords, value: int, code: str) -> str:
    """A number below a hundred in the grammar that the flags of the pack describe."""
    whole = first(words, value)
    if whole is not None:
        return whole
    tens, ones = first(words, value - value % 10), first(words, value % 10)
    assert tens is not None
    assert ones is not None
    if words.ones_first:
        joiner = words.joiners[0]
        ones = "ein" if code == "de" and value % 10 == 1 else ones
        return f"{ones}{joiner}{tens}" if words.compounds else f"{ones} {joiner}{tens}"
    return f"{tens}{ones}" if words.compounds else f"{tens}-{ones}"


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("value", range(2, 100))
def test_number_words_below_a_hundred(code: str, value: int) -> None:
    words = load_pack(code).figures
    text = f"{spell_below_hundred(words, value, code)} {NOUNS[code]}"
    (figure,) = find_figures(text, load_pack(code))
    assert figure.value.low == value


@given(st.sampled_from(LANGUAGES), st.integers(2, 99), st.integers(0, 20))
def test_number_words_with_scale_words(code: str, value: int, choice: int) -> None:
    words = load_pack(code).figures
    entries = [(float(key), spelling) for key, spellings in words.scales.items() for spelling in spellings]
    scale, spelling = [entry for entry in entries if entry[0] >= 1000][choice % len(entries[1:])]
    text = f"{value} {spelling} {NOUNS[code]}"
    (figure,) = find_figures(text, load_pack(code))
    assert figure.value.low == value * scale


@given(
    st.integers(1, 10**12),
    st.sampled_from([(",", "en"), (".", "de"), (".", "it"), (",", "hi"), ("٬", "ar"), (" ", "de")]),
)
def test_grouped_digits(value: int, style: tuple[str, str]) -> None:
    mark, code = style
    text = f"{value:,}".replace(",", mark)
    if 1900 <= value <= 2099 and text.isdigit():
        return
    (figure,) = find_figures(f"{text} {NOUNS[code]}", load_pack(code))
    assert figure.value.low == value


@given(
    st.integers(0, 10**6),
    st.integers(1, 99),
    st.sampled_from([(".", "en"), (",", "de"), (",", "it"), (".", "hi"), ("٫", "ar")]),
)
def test_decimals_as_percentages(whole: int, hundredths: int, style: tuple[str, str]) -> None:
    mark, code = style
    (figure,) = find_figures(f"{whole}{mark}{hundredths:02}%", load_pack(code))
    assert figure.value.low == pytest.approx(whole + hundredths / 100)
    assert figure.value.step == pytest.approx(0.01)


@given(st.integers(100, 10**9))
def test_indian_grouping(value: int) -> None:
    head, tail = f"{value:03}"[:-3], f"{value:03}"[-3:]
    groups: list[str] = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    raw = ",".join([*groups, tail])
    digits = read_digits(raw, ".")
    assert digits is not None
    assert digits.value == value


@given(st.integers(1, 10**9), st.sampled_from("٠०০௦"))
def test_digits_of_other_scripts(value: int, zero: str) -> None:
    raw = "".join(chr(ord(zero) + int(digit)) for digit in str(value))
    digits = read_digits(raw, "")
    assert digits is not None
    assert digits.value == value


@pytest.mark.parametrize(
    ("raw", "decimal", "value"),
    [
        ("1.250", ".", Fraction(5, 4)),
        ("1.250", ",", Fraction(1250)),
        ("1,250", ".", Fraction(1250)),
        ("4,800", ",", Fraction(24, 5)),
        ("20.000", ".", Fraction(20000)),
        ("1.111,11", "", Fraction(111111, 100)),
        ("1,111.11", "", Fraction(111111, 100)),
        ("1'250'000", "", Fraction(1250000)),
        ("0,5", "", Fraction(1, 2)),
        (".08", ".", Fraction(2, 25)),
        ("007", ".", None),
        ("4.2.1", ".", None),
        ("12,34,56", ".", None),
        ("1" * 40, ".", None),
    ],
)
def test_separators(raw: str, decimal: str, value: Fraction | None) -> None:
    digits = read_digits(raw, decimal)
    assert (digits.value if digits else None) == value


def test_the_article_decides_where_the_habit_has_no_support() -> None:
    assert decimal_mark(["3.4", "12.75", "1,250"], ",") == "."
    assert decimal_mark(["3,4", "12.75", "1,250"], ",") == ","
    assert decimal_mark(["19.30", "1.250"], ",") == ","


def test_parts_that_do_not_fit_are_refused() -> None:
    total = Sum()
    assert total.add(Fraction(20))
    assert not total.add(Fraction(30))
    assert total.add(Fraction(5))
    assert total.multiply(Fraction(1000))
    assert not total.multiply(Fraction(100), alone=False)
    assert total.value == 25000
