"""Quoted words that other articles lack, as every format shows them."""

from __future__ import annotations

import json

import pytest

from newsdiff.model import Article, Difference, Evidence, Finding, Position, Quotation, Reason, Report, Span
from newsdiff.render import render

ENGLISH = "“The *bridge* is safe, and it will open in May,” said Lena Hart."
GERMAN = "„Die Brücke ist sicher“, sagte Lena Hart."
EXTRA = "and it will open in May"


def quoted(article, words, extra=None):
    start = article.text.index(words)
    at = article.text.find(extra) if extra else 0
    lacking = (Difference(Evidence(Span(at, at + len(extra)), extra), "part", ("a2",)),) if extra else ()
    value = Quotation("Lena Hart", words)
    evidence = (Evidence(Span(start, start + len(words)), words),)
    return Position(article.id, value, f"Lena Hart: “{words}”", evidence, lacking)


@pytest.fixture
def made():
    one = Article("en.txt", ENGLISH, "a1", language="en")
    two = Article("de.txt", GERMAN, "a2", language="de")
    positions = (
        quoted(one, "The *bridge* is safe, and it will open in May", EXTRA),
        quoted(two, "Die Brücke ist sicher"),
    )
    reason = Reason("part_missing", "a part of it is missing in one of them")
    finding = Finding("quote-1", "quote", "variation", 0.95, "Lena Hart", reason, positions, ())
    return Report((one, two), (finding,), (), (), (("a1", "embedded"), ("a2", "embedded")), "0")


@pytest.mark.parametrize("form", ["table", "markdown", "html"])
def test_what_is_missing_is_shown_with_who_lacks_it(made, form):
    shown = " ".join(render(made, form, width=100).split())
    assert EXTRA in shown.partition("not in de:")[2][:80]
    assert shown.count("not in ") == 1


def test_json_tells_where_it_stands(made):
    (finding,) = json.loads(render(made, "json"))["findings"]
    first, second = finding["positions"]
    (difference,) = first["differences"]
    assert ENGLISH[difference["start"] : difference["end"]] == difference["surface"] == EXTRA
    assert (difference["sort"], difference["missing_in"]) == ("part", ["a2"])
    assert "differences" not in second
