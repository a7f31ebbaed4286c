from __future__ import annotations

import datetime as dt
import io
import os
import sys
from itertools import permutations

import pytest

from newsdiff.load import FORMATS, load


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "one.txt": "One.",
        "two.md": "---\ndate: 2026-01-31\n---\nTwo.",
        "news/it.txt": "Tre.",
        "news/B.TXT": "Vier.",
        "notes.pdf": "text",
        "broken.json": "[",
        "old.doc": "text",
        "picture.JPG": "text",
        "mixed/two.jsonl": '{"text": "One."}\n{"text": "Two."}',
        "mixed/~$two.docx": "a lock that Word leaves",
        "mixed/notes.odt": "PK",
        "mixed/table.csv": "a,b",
        "mixed/bad.json": '[{"text": "…"}]',
        "news/.hidden.txt": "No.",
        "news/deep/no.txt": "No.",
        "other/it.txt": "Cinque.",
        "empty.txt": "",
        "blank.txt": "…\n--\n",
        "program.txt": "\x7fELF\x01",
        "large.txt": "x" * 101,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "nothing").mkdir()


def read(*sources, **options):
    return load(sources, max_bytes=100, **options)


def names(*sources):
    return [article.source for article in read(*sources)[0]]


def test_files_and_folders():
    assert names("one.txt", "news") == ["news/B.TXT", "news/it.txt", "one.txt"]
    assert names("news/") == ["news/B.TXT", "news/it.txt"]


def test_a_folder_names_what_a_person_may_take_for_an_article():
    articles, skipped = read("mixed")
    assert [article.source for article in articles] == ["mixed/two.jsonl#1", "mixed/two.jsonl#2"]
    assert [(item.source, item.reason.code) for item in skipped] == [
        ("mixed/bad.json", "no_text"),
        ("mixed/notes.odt", "unknown_format"),
    ]


def test_the_bytes_tell_the_format_where_the_name_does_not(tmp_path):
    (tmp_path / "page").write_text("<!doctype html><p>")
    (tmp_path / "records").write_text('{"text": "One."}')
    (tmp_path / "document").write_bytes(b"%PDF-1.7")
    (tmp_path / "words").write_text("Two.")
    articles, skipped = read("page", "records", "document", "words")
    assert [article.text for article in articles] == ["One.", "Two."]
    assert [(item.source, item.reason.code) for item in skipped] == [("document", "damaged"), ("page", "no_text")]


def test_every_format_has_endings_and_types_of_its_own():
    for kind in ("SUFFIXES", "TYPES"):
        names = [name for entry in FORMATS for name in getattr(entry, kind)]
        assert len(names) == len(set(names))
        assert all(name == name.lower() for name in names)


def test_progress_names_what_is_read():
    told: list[str] = []
    read("one.txt", "gone.txt", progress=told.append)
    assert told == ["gone.txt (1 of 2)", "one.txt (2 of 2)"]


def test_files_of_one_name_stay_apart():
    assert names("news/it.txt", "other/it.txt") == ["news/it.txt", "other/it.txt"]


def test_the_order_of_the_sources_does_not_matter():
    sources = ["one.txt", "two.md", "news", "empty.txt", "./one.txt", "gone.txt"]
    assert len({read(*order) for order in permutations(sources)}) == 1


def test_a_source_is_taken_once():
    assert names("one.txt", "./one.txt", os.path.abspath("one.txt"), "one.txt") == ["one.txt"]  # noqa: PTH100
    assert names("news", "news/it.txt") == ["news/B.TXT", "news/it.txt"]


def test_a_link_to_a_file_is_that_file(tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "one.txt")
    assert names("link.txt", "one.txt") == ["one.txt"]


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("gone.txt", "not_found"),
        ("*.rst", "not_found"),
        ("one.txt/x", "not_found"),
        ("a\0b", "not_found"),
        ("x" * 5000, "unreadable"),
        ("nothing", "no_articles_in_folder"),
        ("empty.txt", "empty"),
        ("blank.txt", "no_text"),
        ("program.txt", "binary"),
        ("notes.pdf", "damaged"),
        ("broken.json", "damaged"),
        ("old.doc", "unknown_format"),
        ("picture.JPG", "unknown_format"),
        ("large.txt", "too_large"),
    ],
)
def test_what_gives_no_article_is_skipped_and_the_rest_goes_on(source, code):
    articles, skipped = read(source, "one.txt")
    assert [article.source for article in articles] == ["one.txt"]
    assert [item.reason.code for item in skipped] == [code]
    assert skipped[0].reason.text


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Größe zählt.".encode())))
    (article,), _ = read("-", "-")
    assert (article.source, article.text) == ("-", "Größe zählt.")


def test_the_day_is_that_of_the_article_or_the_one_given():
    articles, _ = read("one.txt", "two.md", published=dt.date(2020, 1, 1))
    assert [article.published for article in articles] == [dt.date(2020, 1, 1), dt.date(2026, 1, 31)]


def test_names_cannot_reach_the_terminal_as_control_sequences(tmp_path):
    for name in ("a\x1b[2Jb.txt", "a\nc.txt", "a\u202etxt.txt"):
        (tmp_path / name).write_text("Text.")
    assert names("a\x1b[2Jb.txt", "a\nc.txt", "a\u202etxt.txt") == ["a c.txt", "ab.txt", "atxt.txt"]
    _, skipped = read("gone\x1b[31m.txt")
    assert skipped[0].source == "gone.txt"


@pytest.mark.skipif(sys.platform == "win32", reason="names are Unicode there")
def test_names_that_are_not_utf_8(tmp_path):
    path = os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.txt")
    try:
        with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write("Text.")
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    (article,), _ = read(path)
    article.source.encode()
