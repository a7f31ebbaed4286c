"""Tokens: every row of the table, and what must hold for any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.annotate.tokens import tokenize

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "tokens" / "tokens.yaml").read_text(encoding="utf-8"))
LETTERS = st.text(alphabet="aÉ’'-.&,5०٣ िم ्و\u200dलД京”«_ \n", max_size=40)


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case["text"]))
def test_table(case: dict[str, Any]) -> None:
    tokens = tokenize(case["text"], codes=tuple(case.get("languages", ())))
    assert [token.surface for token in tokens] == case["tokens"]


@given(LETTERS | st.text(max_size=40))
def test_tokens_cover_all_but_white_space_and_know_their_place(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[token.start : token.end] == token.surface for token in tokens)
    assert all(a.end <= b.start for a, b in pairwise(tokens))
    covered = {place for token in tokens for place in range(token.start, token.end)}
    assert covered == {place for place, character in enumerate(text) if not character.isspace()}


@given(LETTERS)
def test_quotation_marks_stand_alone(text: str) -> None:
    assert all(token.surface in "”«" for token in tokenize(text) if set("”«") & set(token.surface))


def test_a_part_of_a_text_keeps_the_offsets_of_the_whole() -> None:
    text = "Prima frase. Ada Moss ride."
    assert [(token.start, token.surface) for token in tokenize(text, 13, 21)] == [(13, "Ada"), (17, "Moss")]


def test_a_word_of_many_apostrophes_is_cut_without_recursion():
    text = "l'" * 5000 + "altro"
    assert [token.surface for token in tokenize(text)] == ["l'"] * 5000 + ["altro"]
