"""Spans that sound like a known name: who gets them."""

from __future__ import annotations

import cProfile
import pstats

import pytest

from newsdiff.align.actors.lookup import Hit
from newsdiff.align.actors.mentions import NameMention, make_mention
from newsdiff.align.actors.taking import take_hits
from newsdiff.model import Article, Document

TEXT = "The Norvale Institute is old. Norvale closed it. The Norvale Institute opened again."
DOCUMENT = Document(Article("a.txt", TEXT, id="a1", language="en"), (), (), (), "embedded")


def spot(surface: str, after: int = 0) -> tuple[int, int]:
    start = TEXT.index(surface, after)
    return start, start + len(surface)


def seen(surface: str, kind: str, score: float, after: int = 0) -> NameMention:
    found = make_mention(DOCUMENT, 0, *spot(surface, after), kind, score)
    assert found is not None
    return found


def looked_up(actor: int, surface: str, score: float, after: int = 0) -> Hit:
    return Hit(actor, *spot(surface, after), score, seen(surface, "person", 1.0, after).form.words)


def spans(mentions: list[NameMention]) -> list[tuple[int, int]]:
    return [(mention.start, mention.end) for mention in mentions]


def test_an_actor_that_lost_its_only_span_gets_no_other_by_its_letters():
    actors = [[seen("Norvale", "person", 0.5)], [seen("Norvale Institute", "organization", 0.9, after=40)]]
    take_hits(DOCUMENT, 0, [looked_up(1, "Norvale Institute", 1.0), looked_up(0, "Norvale", 1.0, after=30)], actors)
    assert actors[0] == []
    assert spot("Norvale Institute") in spans(actors[1])


@pytest.mark.parametrize("score", [0.3, 0.8])
def test_a_name_found_by_its_letters_is_no_surer_than_the_best_that_an_engine_saw(score):
    actors = [[seen("Norvale", "person", score, after=30)]]
    take_hits(DOCUMENT, 0, [looked_up(0, "Norvale", 1.0)], actors)
    found = [mention.score for mention in actors[0] if mention.start == spot("Norvale")[0]]
    assert found
    assert max(found) <= score


def test_giving_hits_to_an_actor_costs_in_step_with_their_number():
    short, long = calls_to_take(50), calls_to_take(200)
    assert long < 1.6 * 4 * short


def calls_to_take(times: int) -> int:
    text = "Norvale rose. " * (times + 1)
    document = Document(Article("a.txt", text, id="a1", language="en"), (), (), (), "embedded")
    name = make_mention(document, 0, 0, 7, "organization", 0.9)
    assert name is not None
    hits = [Hit(0, at * 14, at * 14 + 7, 1.0, name.form.words) for at in range(1, times + 1)]
    profile = cProfile.Profile()
    actors = [[name]]
    profile.runcall(take_hits, document, 0, hits, actors)
    assert len(actors[0]) == times + 1
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]
