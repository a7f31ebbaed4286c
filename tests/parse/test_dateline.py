"""The day in a dateline is that of the report; a day elsewhere in the first lines is not."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from newsdiff.lang.pack import load_pack
from newsdiff.parse.dates import find_dateline, find_dates

TABLE = Path(__file__).parents[1] / "cases" / "datelines.tsv"
with TABLE.open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file, delimiter="\t"))


def read(text: str, language: str) -> str:
    found = find_dateline(text, find_dates(text, load_pack(language)))
    return text[found.span.start : found.span.end] if found else ""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']}: {row['text'][:40]}")
def test_datelines(row):
    assert read(row["text"].replace("\\n", "\n"), row["language"]) == row["dateline"]


def test_a_long_gap_behind_the_day_is_read_once():
    assert read(f"MARLOW, March 9{' ' * 100_000}the council voted.", "en") == ""


def test_a_dateline_stands_in_the_first_lines():
    line = "MARLOW, March 9 (Wire) - The council voted."
    assert read("One.\n\n" * 4 + line, "en") == "March 9"
    assert read("One.\n\n" * 5 + line, "en") == ""
