"""The encoder's weights: the same, be they unpacked anew or kept; what is kept and is damaged is made anew."""

from __future__ import annotations

import numpy as np
import pytest

from newsdiff.semantics.weights import BLOCKS, read_weights


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_args, **_options: tmp_path / "cache")
    return tmp_path / "cache" / "encoder"


def pack(path, value=1):
    blocks = {f"q{number}": np.full((3, 4), number, np.uint8) for number in range(1, BLOCKS + 1)}
    np.savez_compressed(path, allow_pickle=False, **blocks, bias=np.full(300, value, np.float32))
    return path


def is_whole(weights, value=1):
    every_piece = [[number] * 4 for number in range(1, BLOCKS + 1)] * 3
    return weights.table.tolist() == every_piece and weights.others["bias"].tolist() == [value] * 300


def test_weights_are_the_same_unpacked_and_kept(cache, tmp_path):
    packed = pack(tmp_path / "w.npz")
    assert is_whole(read_weights(packed))
    made = {path: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert sorted(path.suffix for path in made) == [".npy", ".npz"]
    assert is_whole(read_weights(packed))
    assert {path: path.stat().st_mtime_ns for path in cache.iterdir()} == made


@pytest.mark.usefixtures("cache")
def test_of_the_kept_table_the_rows_alone_are_read_that_are_asked_for(tmp_path):
    packed = pack(tmp_path / "w.npz")
    assert not isinstance(read_weights(packed).table, np.memmap)
    assert isinstance(read_weights(packed).table, np.memmap)


def test_other_weights_are_unpacked_anew_and_the_old_go(cache, tmp_path):
    read_weights(pack(tmp_path / "w.npz", 1))
    first = set(cache.iterdir())
    assert is_whole(read_weights(pack(tmp_path / "w.npz", 2)), 2)
    assert len(set(cache.iterdir()) - first) == len(list(cache.iterdir())) == 2


def test_where_nothing_can_be_kept_the_packed_weights_serve(cache, tmp_path):
    cache.parent.write_text("a file, not a folder")
    packed = pack(tmp_path / "w.npz")
    assert is_whole(read_weights(packed))
    assert is_whole(read_weights(packed))


@pytest.mark.parametrize("suffix", [".npy", ".npz"])
@pytest.mark.parametrize(
    "damage",
    [lambda data: data[:-30], lambda _data: b"", lambda _data: b"?" * 500],
    ids=["cut off", "empty", "text"],
)
def test_what_is_damaged_is_unpacked_anew(cache, tmp_path, suffix, damage):
    packed = pack(tmp_path / "w.npz")
    read_weights(packed)
    (kept,) = cache.glob(f"*{suffix}")
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))
    assert is_whole(read_weights(packed))
    assert kept.read_bytes() == whole or suffix == ".npz"
    assert is_whole(read_weights(packed))


@pytest.mark.usefixtures("cache")
def test_packed_weights_that_are_damaged_are_told(tmp_path):
    packed = pack(tmp_path / "w.npz")
    packed.write_bytes(packed.read_bytes()[:-40])
    with pytest.raises(Exception, match="zip"):
        read_weights(packed)
    assert packed.exists()
