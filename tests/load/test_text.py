from __future__ import annotations

import datetime as dt

import pytest

from newsdiff.load.text import day, language_code, read


def test_front_matter_tells_title_day_and_language():
    (article,) = read(
        "a.md", b"---\ntitle: 'A: b'\ndate: 2026-01-31T10:00:00Z\nlang: de-AT\ntags: [x]\n---\nOne.\nTwo.\n"
    )
    assert (article.title, article.published, article.language) == ("A: b", dt.date(2026, 1, 31), "de")


def test_front_matter_leaves_the_line_numbers_as_they_are():
    (article,) = read("a.md", b"---\r\ntitle: x\r\n---\r\nOne.\r\n")
    assert article.text == "\n\n\nOne.\n"


@pytest.mark.parametrize(
    "text",
    [
        "---\nnot front matter\n---\nOne.",
        "---\na: b\n",
        "---\n: [\n---\nOne.",
        "---\ncolor: red\n---\nOne.",
        "One.\n---\ntitle: x\n---\n",
        "--- title: x ---\nOne.",
    ],
)
def test_other_dashes_are_text(text):
    (article,) = read("a.md", text.encode())
    assert (article.text, article.title) == (text, None)


@pytest.mark.parametrize(
    ("tag", "code"),
    [("de", "de"), ("de-AT", "de"), ("zh_Hans_CN", "zh"), (" HI ", "hi"), ("German", None), ("", None), (None, None)],
)
def test_language_code(tag, code):
    assert language_code(tag) == code


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-01-31", dt.date(2026, 1, 31)),
        ("2026-02-30", None),
        ("31.1.2026", None),
        ("", None),
        ("now", None),
        ("Sat, 31 Jan 2026 08:00:00 +0100", dt.date(2026, 1, 31)),
        ("20260131", dt.date(2026, 1, 31)),
        (None, None),
    ],
)
def test_day(text, value):
    assert day(text) == value
