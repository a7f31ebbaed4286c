from __future__ import annotations

import datetime as dt
import json

import pytest

from newsdiff.errors import SourceError
from newsdiff.load.json import looks_like, read
from newsdiff.model import Article, Skipped

TEXT = "Die Brücke ist offen."


def found(value, name="a.json"):
    return read(name, json.dumps(value).encode())


@pytest.mark.parametrize(
    "record",
    [
        {"title": "Offen", "text": TEXT, "date": "2026-01-31", "source": "Lornbote", "language": "de"},
        {"headline": "Offen", "body": TEXT, "published_at": "2026-01-31T08:00:00Z", "publisher": "Lornbote", "lang": "de-AT"},
        {"Title": "Offen", "Content": TEXT, "publishedAt": "2026-01-31 08:00", "source": {"id": None, "name": "Lornbote"}, "locale": "de_DE"},
        {"headline": "Offen", "articleBody": TEXT, "datePublished": "2026-01-31", "publisher": {"@type": "Organization", "name": "Lornbote"}, "inLanguage": "de"},
        {"title": " Of\u200bfen ", "maintext": [TEXT], "date_publish": "Sat, 31 Jan 2026 08:00:00 +0100", "site-name": "Lornbote", "language": "DE"},
        {"title": "Offen", "article": {"text": TEXT}, "pubDate": "20260131", "outlet": "Lornbote", "language": "de"},
        {"title": "Offen", "content_html": "<p>Die <b>Br&uuml;cke</b> ist offen.</p>", "date": "2026-01-31", "source": "Lornbote", "lang": "de"},
    ],
)  # fmt: skip
def test_common_spellings_of_the_fields(record):
    (article,) = found([record])
    assert article == Article("a.json/Lornbote", TEXT, "", "Offen", "de", dt.date(2026, 1, 31))


@pytest.mark.parametrize("key", ["articles", "items", "data", "results"])
def test_a_list_one_article_and_a_list_in_an_object(key):
    one, two = {"text": "One."}, {"text": "Two."}
    assert [article.text for article in found([one, two])] == ["One.", "Two."]
    assert [article.text for article in found({"status": "ok", key: [one, two]})] == ["One.", "Two."]
    assert found(one) == (Article("a.json", "One."),)
    assert [article.text for article in found({**one, "items": [1, 2]})] == ["One."]


def test_one_a_line_with_the_number_of_the_line():
    data = b'\n{"text": "One."}\r\n{"text": "Two."\n\n[]\n{"text": "Three."}'
    first, second, third, fourth = read("a.jsonl", data)
    assert [item.source for item in (first, second, third, fourth)] == [
        "a.jsonl#2",
        "a.jsonl#3",
        "a.jsonl#5",
        "a.jsonl#6",
    ]
    assert isinstance(second, Skipped)
    assert second.reason.code == "bad_record"
    assert second.reason.text.startswith("it is no JSON: Expecting")
    assert isinstance(third, Skipped)
    assert third.reason.text == 'expected an article such as {"text": "…"}, got a list'
    assert isinstance(fourth, Article)


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ("text", "got a text"),
        (None, "got nothing (null)"),
        (True, "got a truth value"),
        (1.5, "got a number"),
        ({}, "it has no text (looked for text, body, content and the like; it has nothing)"),
        ({"title": "Offen", "text": "  ", "x\x1b[1m": 1}, "it has text, title, x)"),
        ({"text": 7}, "it has no text"),
        ({"text": [[[[[["deep"]]]]]]}, "it has no text"),
    ],
)
def test_a_bad_record_is_named_and_the_others_are_read(record, words):
    bad, good = found([record, {"text": "One."}])
    assert isinstance(bad, Skipped)
    assert (bad.source, bad.reason.code) == ("a.json#1", "bad_record")
    assert words in bad.reason.text
    assert good == Article("a.json#2", "One.")


def test_names_tell_the_articles_apart():
    records = [
        {"text": "One.", "source": "Lornbote"},
        {"text": "Two.", "source": "Lornbote"},
        {"text": "Three.", "source": "A/B"},
        {"text": "Four.", "url": "https://example.org/four"},
        {"text": "Five.", "url": "four.html"},
    ]
    assert [item.source for item in found(records)] == [
        "a.json#1", "a.json#2", "a.json/A-B", "https://example.org/four", "a.json/four.html",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "empty", "empty"),
        (b"[]", "no_text", "the list is empty"),
        (b"7", "damaged", "there is no article in it"),
        (b'{"text": "One."', "damaged", "it is no JSON: Expecting"),
        (b"Not JSON.\nAt all.", "damaged", "it is no JSON"),
        (b"[" * 100_000, "damaged", ""),
        (b'{"schema": "newsdiff/report/1", "articles": [{"text": "One."}]}', "own_report", "newsdiff explain"),
    ],
)
def test_a_file_that_cannot_be_read_as_a_whole(data, code, words):
    with pytest.raises(SourceError) as error:
        read("a.json", data)
    assert error.value.code == code
    assert words in str(error.value)


def test_other_encodings_are_read():
    (article,) = read("a.json", json.dumps({"text": TEXT}, ensure_ascii=False).encode("utf-16"))
    assert isinstance(article, Article)
    assert article.text == TEXT


@pytest.mark.parametrize(
    ("data", "answer"),
    [(b' {"text": 1}', True), (b'[\n {"a": 1}]', True), (b"{curly}", False), (b'["a"]', False), (b"", False)],
)
def test_looks_like(data, answer):
    assert looks_like(data) is answer
