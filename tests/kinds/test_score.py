"""Scores: the same result whichever side is named first, and no quantity of anything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsdiff.kinds import money, quantity, score
from newsdiff.lang import load_pack
from newsdiff.model import Quantity
from newsdiff.parse.figures import find_figures

points = st.integers(0, 120)


def result(one: float, other: float) -> Quantity:
    low, high = sorted((float(one), float(other)))
    return Quantity(low, high, "range" if low < high else "exact", unit="score")


@given(points, points, st.sampled_from(["en", "it", "ar", "hi"]))
def test_a_score_reads_the_same_from_either_side(one: int, other: int, code: str) -> None:
    words = {
        "en": "They won {}-{}.",
        "it": "Hanno vinto {}-{}.",
        "ar": "فاز الفريق {}-{}.",
        "hi": "टीम ने {}-{} से जीत पाई।",
    }
    found = [find_figures(words[code].format(*pair), load_pack(code)) for pair in ((one, other), (other, one))]
    assert [figure.kind for figures in found for figure in figures] == ["score", "score"]
    ours, theirs = (figures[0].value for figures in found)
    assert score.compare(ours, theirs).relation == "equal"
    assert score.describe(ours) == f"{max(one, other)}–{min(one, other)}"


@given(points, points, points, points)
def test_other_points_are_another_score(a: int, b: int, c: int, d: int) -> None:
    relation = score.compare(result(a, b), result(c, d)).relation
    assert relation == ("equal" if sorted((a, b)) == sorted((c, d)) else "disjoint")


def test_a_score_is_compared_with_scores_alone() -> None:
    bare = Quantity(31.0, 31.0)
    assert score.comparable(result(31, 27), result(3, 1))
    assert not score.comparable(result(31, 27), bare)
    assert not quantity.comparable(bare, result(31, 27))
    assert not money.comparable(Quantity(31.0, 31.0, currency="EUR"), result(31, 27))


def test_points_turned_round_look_mistyped() -> None:
    assert score.compare(result(31, 27), result(13, 27)).slip
    assert not score.compare(result(31, 27), result(31, 24)).slip


def test_many_points_prove_more_than_few() -> None:
    assert score.telling(result(2, 1)) < score.telling(result(31, 27))


counts = st.lists(st.integers(0, 60), min_size=3, max_size=3)


def record(counts: list[int]) -> Quantity:
    low, high = sorted(map(float, counts[:2]))
    return Quantity(low, high, "range", unit="score", points=tuple(map(float, counts)))


@given(counts, counts)
def test_a_record_is_compared_in_all_its_numbers(ours: list[int], theirs: list[int]) -> None:
    relation = score.compare(record(ours), record(theirs)).relation
    assert relation == ("equal" if sorted(ours) == sorted(theirs) else "disjoint")
    assert score.describe(record(ours)) == "–".join(map(str, ours))


def test_a_record_of_three_numbers_is_no_score_of_two() -> None:
    assert not score.comparable(record([13, 21, 3]), result(13, 21))
