"""Vectors of texts: shape, order, company, emptiness, and nearness across languages."""

from __future__ import annotations

import numpy as np
import pytest

from newsdiff.semantics import embed

TEXTS = [
    "The ministry said the bridge will reopen in spring.",
    "Das Ministerium teilte mit, dass die Brücke im Frühjahr wieder öffnet.",
    "Two players were injured in the match.",
    "Due giocatori si sono infortunati durante la partita.",
    "أعلنت الشركة أرباحا قياسية هذا العام",
]


def test_rows_have_unit_length() -> None:
    rows = embed(TEXTS)
    assert rows.shape == (5, 512)
    assert rows.dtype == np.float32
    assert np.linalg.norm(rows, axis=1) == pytest.approx(1, abs=1e-5)


def test_translations_are_nearest() -> None:
    rows = embed(TEXTS[:4], languages=["en", "de", "en", "it"])
    similarity = rows @ rows.T - 2 * np.eye(4)
    assert similarity.argmax(axis=1).tolist() == [1, 0, 3, 2]


def test_rows_do_not_depend_on_order_or_repetition() -> None:
    rows = embed(TEXTS)
    turned = embed([*TEXTS[::-1], *TEXTS])
    assert np.array_equal(turned[:5][::-1], rows)
    assert np.array_equal(turned[5:], rows)


def test_company_changes_no_more_than_rounding() -> None:
    together = embed(TEXTS)
    alone = np.concatenate([embed([text]) for text in TEXTS])
    assert np.abs(together - alone).max() < 1e-6


@pytest.mark.parametrize("text", ["", " ", "\n", "...", "—", "\x00", "_"])
def test_nothing_to_read_is_a_row_of_zeros(text: str) -> None:
    assert not embed([text]).any()


def test_odd_texts_are_no_errors() -> None:
    rows = embed(["\ud800 a", "x" * 20_000, "👩‍👩‍👧 ok", "\u0000b"], languages=["en", None, "xx", ""])
    assert np.isfinite(rows).all()


def test_no_texts() -> None:
    assert embed([]).shape == (0, 512)


def test_languages_must_be_as_many_as_texts() -> None:
    with pytest.raises(ValueError, match="2 texts, but 1 languages"):
        embed(["a", "b"], languages=["en"])
