from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import Evidence, Span
from newsdiff.render import render
from newsdiff.render.marks import mark_name, nest
from newsdiff.render.safe import one_line
from tests.render.reports import HOSTILE, hostile_report, report

VOID = {"meta", "link", "input"}
RAW = {"style", "script"}
OURS = {
    "style",
    "script",
    "meta",
    "link",
    "form",
    "input",
    "select",
    "option",
    "button",
    "output",
    "fieldset",
    "legend",
}


class Page(HTMLParser):
    """A page as a flat list of tags, with every tag closed in its turn."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, str]] = []
        self.raw: dict[str, str] = {}
        self.marked: dict[str, str] = {}
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("data-of") or ""))

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        if self.open and self.open[-1][0] in RAW:
            self.raw[self.open[-1][0]] = data
            return
        self.text += data
        for _, name in self.open:
            if name:
                self.marked[name] = self.marked.get(name, "") + data

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] or "" for _, attributes in self.tags if attribute in attributes]


@pytest.fixture(params=[report(), hostile_report(), report("en")], ids=["five", "hostile", "one"])
def made(request):
    return request.param


def test_every_address_stays_on_the_page(made):
    page = Page(render(made, "html"))
    assert len(set(page.values("id"))) == len(page.values("id"))
    for address in page.values("href"):
        assert address == "data:," or address[0] == "#"
        assert address == "data:," or address[1:] in page.values("id")
    assert page.values("src") == page.values("action") == page.values("style") == page.values("srcset") == []


def test_labels_name_things_that_are_there(made):
    page = Page(render(made, "html"))
    assert set(page.values("aria-labelledby")) <= set(page.values("id"))
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_policy_allows_our_style_and_script_alone(made):
    page = Page(render(made, "html"))
    policy = next(a["content"] or "" for tag, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    for name in RAW:
        digest = base64.b64encode(hashlib.sha256(page.raw[name].encode()).digest()).decode()
        assert directives.pop(f"{name}-src") == f"'sha256-{digest}'"
    assert directives == {
        "default-src": "'none'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


@pytest.mark.parametrize("language", ["en", "de", "it", "hi", "ar"])
def test_hostile_text_is_text(language):
    made, plain = (Page(render(made, "html", language=language)) for made in (hostile_report(), report()))
    assert {tag for tag, _ in made.tags} <= {tag for tag, _ in plain.tags}
    assert [tag for tag, _ in made.tags].count("script") == 1
    assert not any(name.startswith("on") for _, attributes in made.tags for name in attributes)
    for text in HOSTILE:
        assert one_line(text) in " ".join(made.text.split())


def test_all_evidence_is_marked_in_the_full_article(made):
    page = Page(render(made, "html"))
    for finding in made.findings:
        for said in finding.positions:
            for words in said.evidence:
                marked = page.marked[mark_name(said.article, words.span)]
                assert one_line(marked) == one_line(words.surface.replace("\n", ""))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_evidence_has_language_and_direction(language):
    page = Page(render(report(), "html", language=language))
    quoted = {(a["lang"], a["dir"]) for tag, a in page.tags if tag == "blockquote"}
    assert quoted == {("ar", "rtl"), ("de", "ltr"), ("en", "ltr"), ("hi", "ltr"), ("it", "ltr")}


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("de", "ltr"), ("ar", "rtl")])
def test_the_frame_has_language_and_direction(language, direction):
    _, frame = Page(render(report(), "html", language=language)).tags[0]
    assert frame == {"lang": language, "dir": direction}


def test_findings_carry_what_filters_need():
    page = Page(render(report(), "html"))
    found = [a for tag, a in page.tags if tag == "details" and "data-verdict" in a]
    assert [(a["data-kind"], a["data-verdict"], "open" in a) for a in found] == [
        ("Money", "discrepancy", True),
        ("Quotations", "variation", False),
        ("People", "agreement", False),
        ("Figures", "single_source", False),
    ]
    assert (found[-1]["data-articles"] or "").split() == ["a3"]


@pytest.mark.parametrize(("languages", "dark"), [("de en hi it", 1), ("en hi", 0)], ids=["most", "tie"])
def test_a_cell_is_dark_where_its_article_says_otherwise_than_most(languages, dark):
    page = Page(render(report(languages), "html"))
    cells = [a["class"] or "" for tag, a in page.tags if tag == "td" and "v-discrepancy" in (a.get("class") or "")]
    assert len(cells) == len(languages.split())
    assert len([cell for cell in cells if "rest" not in cell.split()]) == dark


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 30)), max_size=12))
def test_pieces_nest_and_cover_their_spans(places):
    spans = sorted({Span(start, start + length) for start, length in places})
    line = Span(5, 40)
    pieces = nest([span for span in spans if span.overlaps(line)], line)
    for at, (piece, _) in enumerate(pieces):
        for other, _ in pieces[at + 1 :]:
            assert piece.covers(other) or not piece.overlaps(other)
    for span in spans:
        parts = sorted(piece for piece, whole in pieces if whole == span)
        covered = [place for part in parts for place in range(part.start, part.end)]
        assert covered == list(range(max(span.start, 5), min(span.end, 40)))


def test_evidence_over_lines_is_marked_on_each():
    made = report("en")
    article, text = made.articles[0], "has opened.\nIt cost"
    start = article.text.index(text)
    said = replace(made.findings[0].positions[0], evidence=(Evidence(Span(start, start + len(text)), text),))
    page = Page(render(replace(made, findings=(replace(made.findings[0], positions=(said,)),)), "html"))
    assert page.marked == {f"a1-{start}-{start + len(text)}": "has opened.It cost"}
    assert page.values("data-of") == [f"a1-{start}-{start + len(text)}"] * 2


def test_copies_are_framed():
    text = render(report(), "html")
    assert len(re.findall(r'<td class="near-\d same"><b>= ', text)) == 2
    assert "Not independent: ar and de (the same text)" in text
    assert text.count('class="same"/>') == 1
