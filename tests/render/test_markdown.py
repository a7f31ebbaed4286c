from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from newsdiff.render import render
from newsdiff.render.markdown import escape
from newsdiff.render.safe import one_line
from tests.render.reports import HOSTILE, hostile_report, report

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OWN_TAGS = {"h1", "h2", "h3", "p", "strong", "ul", "li", "b", "table", "thead", "tbody", "tr", "th", "td"}


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)
        assert not attrs


def tags(page):
    parser = Tags()
    parser.feed(page)
    return parser.found


@pytest.mark.parametrize("text", HOSTILE)
def test_escaped_text_reads_as_it_is(text):
    page = READER.render(escape(text))
    assert tags(page) <= {"p"}
    assert html.unescape(re.sub(r"</?p>", "", page)).strip() == one_line(text)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("frame", ["- {}", "### {}", "| a |\n| --- |\n| {} |", "**{}**: x"])
def test_escaped_text_stays_in_its_frame(text, frame):
    page = READER.render(frame.format(escape(text)))
    assert tags(page) <= OWN_TAGS - {"b"}
    assert one_line(text) in html.unescape(re.sub(r"</?(?:p|li|ul|h3|t[a-z]+|strong)>", "", page))


@pytest.mark.parametrize("language", ["en", "de", "it", "hi", "ar"])
def test_a_hostile_report_has_no_tags_but_ours(language):
    assert tags(READER.render(render(hostile_report(), "markdown", language=language))) <= OWN_TAGS


@pytest.mark.parametrize(
    "plain", ["€5,000,000", ">200,000 GPUs is 1.5% more", "Lena Hart (1970–2020)", "लेना हार्ट: “हाँ”", "a-b"]
)
def test_ordinary_text_is_left_readable(plain):
    assert escape(plain).replace("\\>", ">") == plain


def test_the_whole_report():
    text = render(report(), "markdown")
    order = [
        "# What the articles say: 1 discrepancy among 5 articles",
        "**5 articles in 5 languages (Arabic, English, German, Hindi, Italian)**: ✗ 1 discrepancy, ≈ 1 variation, ✓ 1 agreement",
        "## Discrepancies",
        "### ✗ cost of the bridge",
        "Money (87% sure): why money-1 is so",
        "- **ar, en, it**: €5,000,000",
        "  - news/en.txt, line 2: “It cost <b>5 million euros</b>, mayor Lena Hart said.",
        "- **hi**: €6,000,000",
        "## What several articles say",
        "| ≈ variation (60% sure) | Lena Hart | ",
        "## What only one article says",
        "- en (line 2): people at the opening: 1,200 people",
        "## Articles",
        "| ar | news/ar.txt | Arabic | 1 March 2026 | – |",
        "- broken.txt: the file is empty",
        "## How to read this",
        "Made by newsdiff 0.0.0.",
    ]
    places = [text.index(part) for part in order]
    assert places == sorted(places)
