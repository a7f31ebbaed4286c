"""Clustering under cannot-links."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.align.clustering import cluster


def matrix(count, pairs, default=-5.0):
    evidence = np.full((count, count), default)
    for one, other, value in pairs:
        evidence[one, other] = evidence[other, one] = value
    return evidence


def test_what_belongs_together_is_joined():
    evidence = matrix(4, [(0, 2, 3.0), (1, 3, 2.0)])
    assert cluster(evidence, ["a", "a", "b", "b"]) == [[0, 2], [1, 3]]


def test_two_nodes_of_one_owner_never_share_a_group():
    evidence = matrix(3, [(0, 2, 3.0), (1, 2, 2.5), (0, 1, 9.0)])
    assert cluster(evidence, ["a", "a", "b"]) == [[0, 2], [1]]


def test_a_forbidden_pair_keeps_its_clusters_apart():
    evidence = matrix(3, [(0, 1, 5.0), (1, 2, 4.0), (0, 2, -np.inf)])
    assert cluster(evidence, ["a", "b", "c"]) == [[0, 1], [2]]


def test_the_mean_decides_not_the_best_pair():
    evidence = matrix(3, [(0, 1, 5.0), (1, 2, 1.0), (0, 2, -3.0)])
    assert cluster(evidence, ["a", "b", "c"]) == [[0, 1], [2]]


@st.composite
def problems(draw):
    count = draw(st.integers(1, 9))
    owners = [draw(st.sampled_from("abcd")) for _ in range(count)]
    values = [[draw(st.integers(-40, 40)) / 10 for _ in range(count)] for _ in range(count)]
    evidence = np.array(values)
    return (evidence + evidence.T) / 2, owners


@given(problems())
def test_groups_part_all_nodes_and_keep_owners_apart(problem):
    evidence, owners = problem
    groups = cluster(evidence, owners)
    assert sorted(node for group in groups for node in group) == list(range(len(owners)))
    assert all(len({owners[node] for node in group}) == len(group) for group in groups)
