from __future__ import annotations

import pytest

from newsdiff import caches


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_args, **_options: tmp_path)
    return caches.folder("things")


def test_the_newest_files_are_left(folder):
    for number in range(5):
        caches.save(folder / f"{number}", lambda file, number=number: file.write(b"%d" % number), most=2)
    assert sorted(kept.read_bytes() for kept in folder.iterdir()) == [b"3", b"4"]


def test_half_a_file_is_never_there(folder):
    def stop(file):
        file.write(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        caches.save(folder / "one", stop, most=2)
    assert not list(folder.iterdir())


def test_nothing_happens_where_nothing_can_be_written(folder):
    folder.write_text("a file, not a folder")
    caches.save(folder / "one", lambda file: file.write(b"one"), most=2)
    assert folder.read_text() == "a file, not a folder"
