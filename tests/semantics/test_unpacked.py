from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from newsdiff.semantics import encoder
from newsdiff.semantics.unpacked import unpacked


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_args, **_options: tmp_path / "cache")
    return tmp_path / "cache" / "encoder"


def pack(path, value):
    np.savez_compressed(path, rows=np.full((300, 8), value), name=np.array("a"))
    return path


def keep(packed):
    kept = unpacked(packed)
    assert kept is not None
    return kept


def test_what_is_kept_is_the_same_and_made_once(cache, tmp_path):
    packed = pack(tmp_path / "w.npz", 1)
    kept = keep(packed)
    assert kept.parent == cache
    assert kept.stat().st_size > packed.stat().st_size
    with np.load(packed) as old, np.load(kept) as new:
        assert old.files == new.files
        assert all(np.array_equal(old[name], new[name]) for name in old.files)
    made = kept.stat().st_mtime_ns
    assert unpacked(packed) == kept
    assert kept.stat().st_mtime_ns == made


def test_other_weights_are_unpacked_anew_and_the_old_go(cache, tmp_path):
    first = unpacked(pack(tmp_path / "w.npz", 1))
    second = unpacked(pack(tmp_path / "w.npz", 2))
    assert first != second
    assert list(cache.iterdir()) == [second]


def test_where_nothing_can_be_kept_the_packed_weights_serve(cache, tmp_path, monkeypatch):
    cache.parent.write_text("a file, not a folder")
    packed = pack(tmp_path / "w.npz", 1)
    assert unpacked(packed) is None
    monkeypatch.setattr(encoder, "NumpyBackend", open_weights)
    assert encoder.read_network(packed)[1] == packed


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(np.full(8, 1).tobytes(), np.full(8, 2).tobytes()),
        lambda _data: b"",
        lambda _data: b"?",
    ],
    ids=["changed", "empty", "text"],
)
def test_a_damaged_file_goes_and_the_packed_weights_serve(cache, tmp_path, monkeypatch, damage):
    packed = pack(tmp_path / "w.npz", 1)
    monkeypatch.setattr(encoder, "NumpyBackend", open_weights)
    kept = keep(packed)
    assert encoder.read_network(packed)[1] == kept
    kept.write_bytes(damage(kept.read_bytes()))
    weights, source = encoder.read_network(packed)
    assert source == packed
    assert weights["rows"].max() == 1
    assert not list(cache.iterdir())


def test_packed_weights_that_are_damaged_stay_where_they_are(cache, tmp_path, monkeypatch):
    cache.parent.write_text("a file, not a folder")
    packed = pack(tmp_path / "w.npz", 1)

    def refuse(*_args, **_options):
        raise ValueError("damaged")

    monkeypatch.setattr(encoder, "NumpyBackend", refuse)
    with pytest.raises(ValueError, match="damaged"):
        encoder.read_network(packed)
    assert packed.exists()


def open_weights(path, *_args, **_options):
    with np.load(path) as weights:
        return {name: weights[name] for name in weights.files}, Path(path)
