"""What holds for every format."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.model import VERDICTS, Reason, Report
from newsdiff.render import FORMATS, render
from newsdiff.render.csv import HEADER
from newsdiff.render.safe import escape_hidden, one_line
from newsdiff.render.view import make_view
from newsdiff.render.words import load_words
from newsdiff.render.words.terms import COUNTED, SIGNS
from newsdiff.render.words.terms import VERDICTS as WORDS
from tests.render.reports import HOSTILE, hostile_report, report

NAMES = [entry.name for entry in FORMATS]
LANGUAGES = ["en", "de", "it", "hi", "ar"]
EMPTY = Report((), (), (), (), (), "0")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "made", [report(), report("en"), hostile_report(), EMPTY], ids=["five", "one", "hostile", "empty"]
)
def test_every_format_takes_every_report(name, made, language):
    text = render(made, name, evidence=True, language=language)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text == render(made, name, evidence=True, language=language)
    text.encode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_nothing_hidden_comes_through(name, language):
    for width in (None, 80):
        text = render(hostile_report(), name, width=width, evidence=True, language=language)
        hidden = [c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c != "\n"]
        assert hidden == []


def test_an_unknown_format_is_refused():
    with pytest.raises(ValueError, match="no such format; there are table"):
        render(EMPTY, "docx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_formats_disagree(language):
    """The counts of verdicts and the verdict of each finding, read back from each format."""
    made = report()
    words = load_words(language)
    wanted = {verdict: sum(f.verdict == verdict for f in made.findings) for verdict in VERDICTS}
    verdicts = {finding.id: finding.verdict for finding in made.findings}
    data = json.loads(render(made, "json", language=language))
    assert {finding["id"]: finding["verdict"] for finding in data["findings"]} == verdicts
    head, *rows = csv.reader(io.StringIO(render(made, "csv", language=language)))
    assert head == [words.say_as("csv", name) for name in HEADER]
    assert {row[0]: row[2] for row in rows} == {id_: words.say_as("csv", one) for id_, one in verdicts.items()}
    page = render(made, "html", language=language)
    assert dict(re.findall(r'<details [^>]*id="f-([^"]+)" [^>]*data-verdict="([a-z_]+)"', page)) == verdicts
    for name in ("table", "markdown", "html"):
        text = render(made, name, language=language)
        counted = {verdict: words.say_number(*COUNTED[verdict], wanted[verdict]) for verdict in VERDICTS}
        for verdict in VERDICTS:
            assert (f"{SIGNS[verdict]} {counted[verdict]}" in text) == bool(wanted[verdict]), name
        for finding, row in zip(made.findings, sorted(make_view(made, words).rows, key=_order(made)), strict=True):
            assert row.word == words.say(WORDS[finding.verdict])


def _order(made):
    ids = [finding.id for finding in made.findings]
    return lambda row: ids.index(row.finding.id)


def test_json_is_the_contract():
    made = hostile_report()
    assert json.loads(render(made, "json")) == made.to_dict()
    assert "لينا هارت" in render(report(), "json")


def test_json_says_reasons_in_the_language_of_the_report_and_codes_in_english():
    made = report()
    made = replace(made, findings=(replace(made.findings[0], reason=Reason("same_value", "the same value")),))
    (finding,) = json.loads(render(made, "json", language="de"))["findings"]
    assert finding["reason"] == {"code": "same_value", "text": "derselbe Wert"}
    assert (finding["verdict"], finding["kind"]) == ("agreement", "person")


@pytest.mark.parametrize("language", LANGUAGES)
def test_csv_has_a_row_a_position_and_no_formula(language):
    made = hostile_report()
    rows = list(csv.DictReader(io.StringIO(render(made, "csv", language=language))))
    assert len(rows) == sum(len(finding.positions) for finding in made.findings)
    for row in rows:
        for cell in row.values():
            assert not re.match(r"\s*[=+\-@]", cell)
            assert not re.search(r"[;\t|]\s*[=+@]", cell)


@given(st.text(alphabet=st.characters() | st.sampled_from('\x1b\x9b\u202e\u2028\\"')))
def test_hidden_characters_keep_their_meaning_in_json(text):
    written = escape_hidden(json.dumps(text, ensure_ascii=False))
    assert json.loads(written) == text
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in written)


@given(st.text())
def test_one_line_is_one_clean_line(text):
    line = one_line(text)
    assert one_line(line) == line
    assert len(line.splitlines()) <= 1


def test_a_kind_that_is_new_to_the_view_comes_last():
    made = report()
    odd = replace(made.findings[0], kind="weather", id="weather-1")
    assert [section.title for section in make_view(replace(made, findings=(odd, *made.findings))).sections][
        -1
    ] == "Weather"


def test_hostile_texts_are_all_in_the_report():
    said = {finding.label for finding in hostile_report().findings}
    assert said == set(HOSTILE)
