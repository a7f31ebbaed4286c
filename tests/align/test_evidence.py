"""What the figures beside two claims, and their values elsewhere, tell of a pair."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import numpy as np
import pytest

from newsdiff.align.context import Context
from newsdiff.align.evidence import FEATURES, features
from newsdiff.align.node import Node
from newsdiff.align.relations import relate
from newsdiff.align.similarity import share_sentences, stand_elsewhere
from newsdiff.model import Claim, Quantity, Span

BLANK = np.zeros((3, 512), np.float32)


def node(
    article: str, value: float, around: Mapping[Hashable, float] | None = None, concept: str | None = None
) -> Node:
    context = Context(BLANK, None, concept, frozenset(), frozenset(), value, around or {}, 0.0)
    claim = Claim(article, "quantity", Span(0, 1), "0", Quantity(value, value))
    return Node((claim,), (context,), 0.5)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ({60: 0.5}, {60: 0.5}, 1.0),
        ({60: 0.5, 7: 0.5}, {60: 0.5}, 0.5),
        ({60: 0.8, 7: 0.2}, {60: 0.8}, 0.8),
        ({60: 0.5}, {61: 0.5}, 0.0),
        ({}, {}, 0.0),
    ],
    ids=["all", "half", "the telling one", "none", "nothing beside them"],
)
def test_the_share_of_figures_beside_both(
    one: Mapping[Hashable, float], other: Mapping[Hashable, float], share: float
) -> None:
    shares, _ = share_sentences([node("a1", 27, one), node("a2", 29, other)])
    assert shares[0, 1] == shares[1, 0] == pytest.approx(share)


@pytest.mark.parametrize(
    ("one", "other", "taken"),
    [({29: 0.5}, {27: 0.5}, 1.0), ({29: 0.5}, {60: 0.5}, 0.5), ({60: 0.5}, {60: 0.5}, 0.0)],
    ids=["both give both", "one gives both", "neither does"],
)
def test_a_value_beside_the_other_is_taken(
    one: Mapping[Hashable, float], other: Mapping[Hashable, float], taken: float
) -> None:
    _, found = share_sentences([node("a1", 27, one), node("a2", 29, other)])
    assert found[0, 1] == found[1, 0] == taken


@pytest.mark.parametrize(
    ("values", "telling"),
    [
        ([("a1", 12), ("a2", 31)], 0.0),
        ([("a1", 12), ("a2", 31), ("a2", 12)], 0.25),
        ([("a1", 12), ("a2", 31), ("a2", 12), ("a1", 31)], 0.5),
        ([("a1", 12), ("a2", 31), ("a3", 12), ("a3", 31)], 0.0),
        ([("a1", 12), ("a2", 12)], 0.0),
        ([("a1", 12), ("a2", 12), ("a2", 12)], 0.25),
    ],
    ids=["nowhere", "the one", "both", "in a third article", "alike", "one of two alike"],
)
def test_what_stands_elsewhere_in_the_other_article(values: Sequence[tuple[str, float]], telling: float) -> None:
    nodes = [node(article, value) for article, value in values]
    found = stand_elsewhere(nodes, relate(nodes))
    assert found[0, 1] == found[1, 0] == telling


@pytest.mark.parametrize(
    ("one", "other", "beside", "same", "apart"),
    [
        ("dead", "dead", [], 1.0, 0.0),
        ("dead", "dead", ["dead"], 2 / 3, 0.0),
        ("dead", "dead", ["injured"], 1.0, 0.0),
        ("dead", "injured", [], 0.0, 1.0),
        ("dead", "people", [], 0.0, 0.0),
        ("dead", "soldiers", [], 0.0, 0.0),
        ("tanks", "soldiers", [], 0.0, 1.0),
        ("dead", None, [], 0.0, 0.0),
        (None, None, [], 0.0, 0.0),
    ],
    ids=[
        "the only ones",
        "one of two",
        "beside others",
        "another",
        "people may be the dead",
        "so may soldiers",
        "tanks are no soldiers",
        "one unknown",
        "unknown",
    ],
)
def test_what_two_figures_count(
    one: str | None, other: str | None, beside: Sequence[str], same: float, apart: float
) -> None:
    nodes = [node("a1", 27, concept=one), node("a2", 29, concept=other)]
    nodes += [node("a2", 31 + at, concept=concept) for at, concept in enumerate(beside)]
    found = features(nodes, relate(nodes))[0, 1]
    assert found[FEATURES.index("same_concept")] == pytest.approx(same)
    assert found[FEATURES.index("other_concept")] == apart
