from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import Article
from newsdiff.render.nearness import Nearness, nearness, places_on_map
from newsdiff.render.view import Column, make_view
from tests.render.reports import report


def test_nearness_counts_findings_in_which_two_articles_agree():
    pairs = {(p.left.name, p.right.name): p for p in nearness(make_view(report()))}
    assert len(pairs) == 10
    told = {names: (p.agreed, p.differed, p.spoken, p.dependent) for names, p in pairs.items()}
    assert told["ar", "de"] == (3, 0, 3, True)
    assert told["de", "hi"] == (2, 1, 3, False)
    assert told["en", "it"] == (2, 0, 4, False)
    assert pairs["en", "it"].share == pytest.approx(0.5)


def columns(count):
    return [Column(Article(f"{at}.txt", "", f"a{at}"), str(at), "", "Unknown") for at in range(count)]


@given(
    st.integers(0, 7).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.integers(0, 9), min_size=21, max_size=21)))
)
def test_a_map_has_a_place_for_every_article(drawn):
    count, agreed = drawn
    every = columns(count)
    pairs = [Nearness(a, b, 9, agreed.pop(), 0, dependent=False) for at, a in enumerate(every) for b in every[at + 1 :]]
    places = places_on_map(every, pairs)
    assert list(places) == [column.article.id for column in every]
    assert all(-1 <= part <= 1 for place in places.values() for part in place)
    assert places == places_on_map(every, pairs)
    assert len(set(places.values())) == count


def test_near_articles_stand_near():
    """Two pairs that agree in nearly all, and nothing between them."""
    every = columns(4)
    pairs = [
        Nearness(a, b, 10, 9 if {a.name, b.name} in ({"0", "2"}, {"1", "3"}) else 1, 0, dependent=False)
        for at, a in enumerate(every)
        for b in every[at + 1 :]
    ]
    places = {id_: complex(*place) for id_, place in places_on_map(every, pairs).items()}
    within = [abs(places["a0"] - places["a2"]), abs(places["a1"] - places["a3"])]
    assert max(within) < 0.6 * min(abs(places[a] - places[b]) for a in ("a0", "a2") for b in ("a1", "a3"))
