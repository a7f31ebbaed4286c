"""Spellings folded, words told from the rest, features of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.semantics.devanagari import cut, features, fold


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("हिन्दी", "हिंदी"),
        ("ज़मीन", "जमीन"),
        ("पाँच", "पांच"),
        ("सम्बन्ध", "संबंध"),
        ("१२३४", "1234"),
        ("पढ़ाई", "पढाई"),
        ("क्‍या", "क्या"),
        ("गया।", "गया. "),
    ],
)
def test_spellings_that_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("दिन", "दीन"), ("कल", "काल"), ("जन्म", "जन")])
def test_words_that_stay_two(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_cut_keeps_order_and_drops_blanks() -> None:
    assert cut(fold("xAI ने 2 लाख GPUs खरीदे।")) == [
        ("xAI ", False),
        ("ने", True),
        (" 2 ", False),
        ("लाख", True),
        (" GPUs ", False),
        ("खरीदे", True),
        (". ", False),
    ]


@given(st.text(alphabet=st.sampled_from("कखगघन्ािी़ँंः।१ a1.,-\u200d\u0000")))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_cut_loses_no_letter(text: str) -> None:
    folded = fold(text)
    assert "".join("".join(run for run, _ in cut(folded)).split()) == "".join(folded.split())


def test_features_begin_with_the_word_and_share_the_stem() -> None:
    one, other = features("खिलाड़ी"), features("खिलाड़ियों")
    assert len(set(one)) == len(one)
    assert one[0] != other[0]
    assert len(set(one) & set(other)) > 5
