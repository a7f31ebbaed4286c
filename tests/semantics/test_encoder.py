from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from functools import cache

import pytest

from newsdiff.semantics import encoder


def test_the_network_is_loaded_once_however_many_ask_for_it_meanwhile(monkeypatch):
    made: list[object] = []

    @cache
    def network() -> object:
        time.sleep(0.05)
        made.append(object())
        return made[-1]

    monkeypatch.setattr(encoder, "_network", network)
    encoder.load_ahead()
    found = {id(encoder.load_network()) for _ in range(3)}
    assert len(found) == len(made) == 1


def test_what_cannot_be_loaded_ahead_is_told_to_who_asks_for_it(monkeypatch, capfd):
    def missing():
        raise FileNotFoundError("weights.npz")

    monkeypatch.setattr(encoder, "_network", missing)
    encoder.load_ahead()
    with pytest.raises(FileNotFoundError, match=r"weights\.npz"):
        encoder.load_network()
    assert capfd.readouterr().err == ""


def test_without_a_thread_the_network_is_loaded_when_it_is_needed(monkeypatch):
    def refuse(*_):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(ThreadPoolExecutor, "submit", refuse)
    encoder.load_ahead()
    assert encoder.load_network() is not None
