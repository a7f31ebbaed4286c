"""Figures in running text: the tables of cases, what holds for any text, and that writing a value out reads it back."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model.span import Span
from newsdiff.parse.figures import FoundFigure, find_figures
from newsdiff.parse.figures import reading as shared

TABLES = sorted((Path(__file__).parents[1] / "cases" / "figures").glob("*.tsv"))
LANGUAGES = ("en", "de", "it", "hi", "ar", "es")
FRAGMENTS = (
    "1,250", "3.4", "12 000", "٢٠٠", "२ लाख", "½", "-", "–", "$", "€", "Rs", "USD", "%", "per cent", "million", "Mrd.",
    "miliardi", "mila", "ألف", "و", "करोड़", "से ज्यादा", "साढ़े", "half", "a quarter", "of", "two", "dreihundert",
    "zwanzig", "und", "between", "and", "dozen", "people", "years", "old", "km", "m", "2024", "No.", "§", "(", ")", ",",
    ".", ":", "/", "\n", "万", "x", "GPT-4", "magnitude", "one in five", "nine-figure", "third", "3-1", "won", "29th", "minute", "times", "Richter",
)  # fmt: skip
texts = st.lists(st.sampled_from(FRAGMENTS), max_size=14).map(" ".join) | st.text(max_size=60)


def rows() -> Iterator[tuple[str, dict[str, str]]]:
    for table in TABLES:
        with table.open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield table.stem, row


ROWS = list(rows())
FIRING = [(code, row) for code, row in ROWS if row["kind"] != "none"]
QUIET = [(code, row) for code, row in ROWS if row["kind"] == "none"]


def overlapping(text: str, surface: str, pack: LanguagePack) -> list[FoundFigure]:
    start = text.index(surface)
    span = Span(start, start + len(surface))
    return [figure for figure in find_figures(text, pack) if figure.span.overlaps(span)]


def number(cell: str) -> float | None:
    return float(cell) if cell else None


@pytest.mark.parametrize(("code", "row"), FIRING, ids=lambda value: value if isinstance(value, str) else value["text"])
def test_figure_is_read(code: str, row: dict[str, str]) -> None:
    (found,) = overlapping(row["text"], row["surface"], load_pack(code))
    value = found.value
    assert (found.kind, value.bound) == (row["kind"], row["bound"])
    assert value.low == pytest.approx(number(row["low"]))
    assert value.high == pytest.approx(number(row["high"]))
    assert (value.currency or "", value.unit or "") == (row["currency"], row["unit"])
    if row["of"]:
        assert value.of == row["of"]


@pytest.mark.parametrize(("code", "row"), QUIET, ids=lambda value: value if isinstance(value, str) else value["text"])
def test_no_figure_is_read(code: str, row: dict[str, str]) -> None:
    assert overlapping(row["text"], row["surface"], load_pack(code)) == []


@pytest.mark.parametrize("code", ["en", "de", "it", "hi", "ar", "es"])
def test_tables_are_large_enough(code: str) -> None:
    mine = [row["kind"] for language, row in ROWS if language == code]
    assert len(mine) >= 40
    assert 3 * mine.count("none") >= len(mine)


@given(texts, st.sampled_from(LANGUAGES))
@example("1,250 minute 200", "en")
@example("five minutes 200", "en")
def test_spans_are_in_order_and_inside_the_text(text: str, code: str) -> None:
    end = 0
    for figure in find_figures(text, load_pack(code)):
        assert end <= figure.span.start < figure.span.end <= len(text)
        assert not text[figure.span.start].isspace()
        end = figure.span.end


@given(texts, st.sampled_from(LANGUAGES))
def test_intervals_are_sound(text: str, code: str) -> None:
    for figure in find_figures(text, load_pack(code)):
        value = figure.value
        assert value.step > 0
        assert value.low is not None or value.high is not None
        if value.low is not None and value.high is not None:
            assert value.low < value.high if value.bound == "range" else value.low == value.high


@given(texts, st.sampled_from(LANGUAGES), st.integers(0, 40), st.integers(1, 20))
def test_nothing_is_found_where_a_span_is_blocked(text: str, code: str, start: int, size: int) -> None:
    blocked = Span(start, start + size)
    assert not any(figure.span.overlaps(blocked) for figure in find_figures(text, load_pack(code), (blocked,)))


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("1,234,567 people", 1),
        ("1.2 million people", 100_000),
        ("3.25%", 0.01),
        ("40 thousand homes", 1000),
        ("$3.6bn", 1e8),
        ("two million homes", 1e6),
    ],
)
def test_step_is_the_worth_of_the_last_digit(text: str, step: float) -> None:
    (figure,) = find_figures(text, load_pack("en"))
    assert figure.value.step == pytest.approx(step)


def test_units_carry_their_si_factor() -> None:
    (feet,) = find_figures("The tunnel was 130 feet long.", load_pack("en"))
    assert (feet.value.dimension, feet.value.si) == ("length", 0.3048)


def test_separators_follow_the_article() -> None:
    text = "Der Wert stieg auf 3.4 von 2.1, insgesamt 1,250 Fälle, dazu 12.875 Punkte und 1,400 Boote."
    assert [figure.value.low for figure in find_figures(text, load_pack("de"))] == [3.4, 2.1, 1250, 12.875, 1400]


@pytest.mark.parametrize(
    "fragment",
    ["1,", "1,000 ", "million ", "9", "1.1", "hundred and ", "-5", "$", "Rs 1 lakh ", "3-1 ", "won 3-", "29th "],
)
def test_work_grows_with_the_text_alone(fragment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = 0
    folded = shared.Reading.folded

    def counted(self: shared.Reading, at: int) -> str:
        nonlocal looked_at
        looked_at += 1
        return folded(self, at)

    monkeypatch.setattr(shared.Reading, "folded", counted)
    work = []
    for size in (2_000, 20_000):
        looked_at = 0
        find_figures(fragment * (size // len(fragment)), load_pack("en"))
        work.append(looked_at)
    assert work[1] <= 12 * work[0] + 500


@pytest.mark.parametrize("fragment", ["1,000", "9 ", "million ", "won 3-1 ", "1 (", "29th "])
def test_long_texts_do_not_blow_up(fragment: str) -> None:
    text = fragment * (100_000 // len(fragment))
    assert all(figure.span.end <= len(text) for figure in find_figures(text, load_pack("en")))
