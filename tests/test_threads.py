"""How many threads numpy's matrix products take while the tagger works."""

from __future__ import annotations

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from newsdiff.annotate import tagger
from newsdiff.annotate.tagger_network import Network
from newsdiff.threads import one_thread


def threads() -> set[int]:
    return {library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"}


@pytest.fixture(autouse=True)
def _two_threads():
    with threadpool_limits(limits=2, user_api="blas"):
        yield


def test_one_thread_while_the_limit_lasts():
    with one_thread():
        assert threads() == {1}
    assert threads() == {2}


def test_the_tagger_takes_one(monkeypatch):
    scores, seen = Network.scores, []

    def counted(network, sentences):
        seen.append(threads())
        return scores(network, sentences)

    monkeypatch.setattr(Network, "scores", counted)
    tagger.tag([["Ada", "Moss", "spoke"]])
    assert seen == [{1}]
    assert threads() == {2}
