"""Names in their cases: what they may be cases of, and what they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.lang.pack import languages, load_pack
from newsdiff.parse.names.declension import cases_of, declines, nominatives

TABLE = Path(__file__).parent.parent / "cases" / "declension.tsv"
ROWS = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("language", "name", "nominative"), ROWS)
def test_a_case_has_its_nominative(language: str, name: str, nominative: str) -> None:
    found = nominatives(name, load_pack(language))
    assert found == () if nominative == "-" else nominative in found


@pytest.mark.parametrize(("language", "_", "nominative"), [row for row in ROWS if row[2] != "-"])
def test_a_nominative_has_cases_that_lead_back_to_it(language: str, _: str, nominative: str) -> None:
    pack = load_pack(language)
    found = cases_of(nominative, pack)
    assert found
    assert all(nominative in nominatives(case, pack) for case in found)


@pytest.mark.parametrize("code", [code for code in languages() if declines(load_pack(code))])
def test_all_rows_of_a_language_tell_the_same_cases_apart(code: str) -> None:
    rows = [row.split() for rows in load_pack(code).people.declensions.values() for row in rows]
    assert len({len(row) for row in rows}) == 1
