from __future__ import annotations

import os
from functools import partial

import pytest

from newsdiff import caches


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_args, **_options: tmp_path)
    return caches.folder("things")


def test_the_newest_files_are_left(folder):
    for content in (b"0", b"1", b"2", b"3", b"4"):
        caches.save(folder / content.decode(), partial(_write, content), most=2)
    assert sorted(kept.read_bytes() for kept in folder.iterdir()) == [b"3", b"4"]


def test_what_another_run_writes_takes_no_place_and_stays(folder):
    folder.mkdir(parents=True)
    (folder / "begun.part").write_bytes(b"half")
    for content in (b"0", b"1"):
        caches.save(folder / content.decode(), partial(_write, content), most=2)
    assert sorted(kept.name for kept in folder.iterdir()) == ["0", "1", "begun.part"]


def test_what_a_run_left_half_written_goes(folder):
    folder.mkdir(parents=True)
    (folder / "left.part").write_bytes(b"half")
    os.utime(folder / "left.part", (0, 0))
    caches.save(folder / "one", partial(_write, b"one"), most=2)
    assert [kept.name for kept in folder.iterdir()] == ["one"]


def test_half_a_file_is_never_there(folder):
    def stop(file):
        file.write(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        caches.save(folder / "one", stop, most=2)
    assert not list(folder.iterdir())


def test_nothing_happens_where_nothing_can_be_written(folder):
    folder.write_text("a file, not a folder")
    caches.save(folder / "one", partial(_write, b"one"), most=2)
    assert folder.read_text() == "a file, not a folder"


def _write(content, file):
    file.write(content)
