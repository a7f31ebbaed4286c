"""Who stands alone in a slot, and how sure it is that his value answers the same question."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.align.opposition import Alone, find_alone, opposing_log_odds
from newsdiff.align.relations import Relations

SURE = 0.28  # the log-odds of align.sure
EQUAL, COMPATIBLE, UNKNOWN, DISJOINT = 2, 1, 0, -1


def related(count: int, pairs: dict[tuple[int, int], int], otherwise: int = EQUAL) -> Relations:
    relation = np.full((count, count), float(otherwise))
    for (one, other), value in pairs.items():
        relation[one, other] = relation[other, one] = value
    none = np.zeros((count, count), dtype=bool)
    return Relations(relation, ~np.eye(count, dtype=bool), np.zeros((count, count)), none, none)


def against(one: int, others: list[int]) -> dict[tuple[int, int], int]:
    return {(one, other): DISJOINT for other in others}


@pytest.mark.parametrize(
    ("count", "pairs", "alone"),
    [
        (3, against(2, [0, 1]), Alone(2, (0, 1))),
        (4, against(0, [1, 2, 3]), Alone(0, (1, 2, 3))),
        (4, {**against(3, [0, 1, 2]), (0, 1): COMPATIBLE, (1, 2): UNKNOWN}, Alone(3, (0, 1, 2))),
        (3, {}, None),
        (2, against(1, [0]), None),
        (3, {**against(0, [1, 2]), (1, 2): DISJOINT}, None),
        (4, {**against(0, [2, 3]), **against(1, [2, 3])}, None),
        (3, {(2, 0): DISJOINT, (2, 1): COMPATIBLE}, None),
    ],
    ids=["of three", "of four", "others not alike", "all agree", "two", "all differ", "two against two", "half agrees"],
)
def test_who_stands_alone(count: int, pairs: dict[tuple[int, int], int], alone: Alone | None) -> None:
    assert find_alone(list(range(count)), related(count, pairs)) == alone


odds = st.floats(-3, 3)


def weighed(pairs: list[float]) -> float:
    """Log-odds of a node whose pairs with all others, who agree, have these."""
    count = len(pairs) + 1
    evidence = np.full((count, count), 5.0)
    evidence[0, 1:] = evidence[1:, 0] = pairs
    relations = related(count, against(0, list(range(1, count))))
    possible = np.where(relations.relation < 0, evidence, -np.inf)
    return opposing_log_odds(range(count), relations, possible)


@given(odds)
def test_of_two_the_pair_decides(pair: float) -> None:
    assert weighed([pair]) == pair


@given(odds, st.integers(2, 5))
def test_another_witness_of_the_same_weight_makes_it_no_less_sure(pair: float, count: int) -> None:
    assert weighed([pair] * (count + 1)) >= weighed([pair] * count)


@given(st.lists(odds, min_size=2, max_size=5), st.floats(0.1, 2))
def test_stronger_evidence_makes_it_surer(pairs: list[float], more: float) -> None:
    assert weighed([pair + more for pair in pairs]) > weighed(pairs)


def test_one_weak_pair_is_unsure_and_surer_where_others_agree() -> None:
    assert weighed([0.1]) < SURE < weighed([0.1, 0.1])


def test_a_group_that_speaks_of_different_places_is_not_possible() -> None:
    relations = related(3, against(0, [1, 2]))
    nowhere = np.full((3, 3), -np.inf)
    assert opposing_log_odds([0, 1, 2], relations, nowhere) == -np.inf


def camps(pairs: list[float]) -> float:
    """Log-odds of two against two whose four pairs across have these."""
    evidence = np.full((4, 4), 5.0)
    evidence[:2, 2:] = np.array(pairs).reshape(2, 2)
    evidence[2:, :2] = evidence[:2, 2:].T
    relations = related(4, {**against(0, [2, 3]), **against(1, [2, 3])})
    return opposing_log_odds(range(4), relations, np.where(relations.relation < 0, evidence, -np.inf))


@given(st.lists(odds, min_size=4, max_size=4))
def test_between_two_camps_the_strongest_pair_does_not_decide_alone(pairs: list[float]) -> None:
    assert min(pairs) - 1e-9 <= camps(pairs) <= max(pairs) + 1e-9
    assert camps([max(pairs)] * 4) >= camps(pairs) - 1e-9


def test_one_lucky_pair_between_two_camps_is_not_sure() -> None:
    assert camps([0.4, 0.0, 0.0, -0.3]) < SURE < camps([0.4, 0.3, 0.3, 0.3])
