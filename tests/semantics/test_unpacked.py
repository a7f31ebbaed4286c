from __future__ import annotations

from pathlib import Path
from zipfile import BadZipFile

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


def test_what_is_kept_is_the_same_and_made_once(cache, tmp_path):
    packed = pack(tmp_path / "w.npz", 1)
    kept = unpacked(packed)
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


def test_where_nothing_can_be_kept_the_packed_weights_serve(cache, tmp_path):
    cache.parent.write_text("a file, not a folder")
    packed = pack(tmp_path / "w.npz", 1)
    assert unpacked(packed) == packed


def test_a_damaged_file_goes_and_the_packed_weights_serve(cache, monkeypatch):
    def open_weights(path, *_args, **_options):
        with np.load(path) as weights:
            return {name: weights[name] for name in weights.files}, Path(path)

    packed = pack(cache.parent.parent / "w.npz", 1)
    monkeypatch.setattr(encoder, "NumpyBackend", open_weights)
    kept = unpacked(packed)
    assert encoder.read_network(packed)[1] == kept
    one, two = (np.full(8, value).tobytes() for value in (1, 2))
    kept.write_bytes(kept.read_bytes().replace(one, two))
    weights, source = encoder.read_network(packed)
    assert source == packed
    assert weights["rows"].max() == 1
    assert not kept.exists()


def test_damaged_weights_of_the_package_are_told_and_left(cache, tmp_path):
    cache.parent.write_text("a file, not a folder")
    packed = pack(tmp_path / "w.npz", 1)
    packed.write_bytes(packed.read_bytes()[:-40])
    with pytest.raises(BadZipFile):
        encoder.read_network(packed)
    assert packed.exists()
