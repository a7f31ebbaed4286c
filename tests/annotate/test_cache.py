from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.annotate.cache import Cache, Reading, key_of
from newsdiff.model import SyntaxWord

TEXT = "Mara Ostrowell works."
READING = Reading(
    ((0, 4), (5, 14), (15, 20), (20, 21)),
    ((0, 14, "PERSON"),),
    (
        SyntaxWord(0, 4, "Mara", "PROPN", 2, "nsubj"),
        SyntaxWord(5, 14, "Ostrowell", "PROPN", 0, "flat"),
        SyntaxWord(15, 20, "work", "VERB", None, "root"),
        SyntaxWord(20, 21, ".", "PUNCT", 2, "punct"),
    ),
)


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "deep" / "readings", 1_000_000)


def entries(cache):
    return sorted(cache.folder.iterdir())


def test_what_is_kept_is_found(cache):
    key = key_of(["stanza", "1", TEXT])
    assert cache.find(key, TEXT) is None
    cache.keep(key, TEXT, READING)
    assert cache.find(key, TEXT) == READING
    assert cache.find(key_of(["stanza", "2", TEXT]), TEXT) is None


def test_no_word_of_the_text_is_kept(cache):
    cache.keep(key_of([TEXT]), TEXT, READING)
    (entry,) = entries(cache)
    assert not any(word.encode() in entry.read_bytes() for word in ("Mara", "Ostrowell", "works"))


@given(st.text(min_size=4, max_size=4, alphabet="abc "), st.text(max_size=6, alphabet="abcd"))
def test_any_dictionary_form_comes_back(surface, lemma):
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder), 1_000_000)
        reading = Reading(((0, 4),), (), (SyntaxWord(0, 4, lemma, "X", None, ""),))
        cache.keep("key", surface, reading)
        assert cache.find("key", surface) == reading


@given(st.lists(st.text(max_size=4), max_size=4), st.lists(st.text(max_size=4), max_size=4))
def test_keys_differ_where_anything_does(one, other):
    assert (key_of(one) == key_of(other)) == (one == other)


@given(st.data())
def test_a_damaged_entry_is_not_there(data):
    with tempfile.TemporaryDirectory() as folder:
        cache = Cache(Path(folder), 1_000_000)
        key = key_of([TEXT])
        cache.keep(key, TEXT, READING)
        (entry,) = entries(cache)
        whole = entry.read_bytes()
        at = data.draw(st.integers(0, len(whole) - 1))
        entry.write_bytes(
            data.draw(st.sampled_from([whole[:at], whole[:at] + b"\xff" + whole[at + 1 :], whole + b"x"]))
        )
        assert cache.find(key, TEXT) is None
        cache.keep(key, TEXT, READING)
        assert cache.find(key, TEXT) == READING


def test_an_entry_under_another_name_or_for_a_shorter_text_is_not_there(cache):
    key, other = key_of(["one"]), key_of(["other"])
    cache.keep(key, TEXT, READING)
    (entry,) = entries(cache)
    assert cache.find(key, "Mara") is None
    entry.rename(entry.with_name(entry.name.replace(key, other)))
    assert cache.find(other, TEXT) is None


def test_the_longest_unused_go_first_and_nothing_else(cache):
    keys = [key_of([str(number)]) for number in range(6)]
    for age, key in enumerate(keys):
        cache.keep(key, TEXT, READING)
        os.utime(cache.folder / f"{key}.reading", (1000 + age, 1000 + age))
    foreign = cache.folder / "mine.txt"
    foreign.write_text("x" * 10_000)
    os.utime(foreign, (1, 1))
    (cache.folder / "left.unfinished").write_text("half an entry")
    os.utime(cache.folder / "left.unfinished", (1, 1))
    size = (cache.folder / f"{keys[0]}.reading").stat().st_size
    assert cache.find(keys[0], TEXT) == READING
    Cache(cache.folder, 3 * size).trim()
    assert [key in {path.stem for path in entries(cache)} for key in keys] == [True, False, False, False, True, True]
    assert foreign.exists()
    assert not (cache.folder / "left.unfinished").exists()


def test_a_cache_of_no_size_keeps_nothing(cache):
    cache.keep(key_of([TEXT]), TEXT, READING)
    Cache(cache.folder, 0).trim()
    assert entries(cache) == []


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path):
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "readings", 1000)
    cache.keep(key_of([TEXT]), TEXT, READING)
    cache.trim()
    assert cache.find(key_of([TEXT]), TEXT) is None


def work(folder: Path) -> int:
    """Keep, find and trim, as one of several processes; return how often something else than a whole entry was found."""
    cache = Cache(folder, 1500)
    wrong = 0
    for turn in range(150):
        key = key_of([str(turn % 7)])
        cache.keep(key, TEXT, READING)
        wrong += cache.find(key, TEXT) not in (READING, None)
        cache.trim()
    return wrong


def test_two_processes_at_once(tmp_path):
    code = (
        "import sys; from pathlib import Path; from tests.annotate.test_cache import work\n"
        "sys.exit(work(Path(sys.argv[1])))"
    )
    root = Path(__file__).parents[2]
    runs = [subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=root) for _ in range(2)]
    assert [run.wait(60) for run in runs] == [0, 0]
    assert not list(tmp_path.glob("*.unfinished"))
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 1500
