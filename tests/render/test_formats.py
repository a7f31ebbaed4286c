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

from newsdiff.model import VERDICTS, Report
from newsdiff.render import FORMATS, render
from newsdiff.render.safe import escape_hidden, one_line
from newsdiff.render.view import make_view
from tests.render.reports import HOSTILE, hostile_report, report

NAMES = [entry.name for entry in FORMATS]
EMPTY = Report((), (), (), (), (), "0")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "made", [report(), report("en"), hostile_report(), EMPTY], ids=["five", "one", "hostile", "empty"]
)
def test_every_format_takes_every_report(name, made):
    text = render(made, name, evidence=True)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text == render(made, name, evidence=True)
    text.encode()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_hidden_comes_through(name):
    for width in (None, 80):
        text = render(hostile_report(), name, width=width, evidence=True)
        hidden = [c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c != "\n"]
        assert hidden == []


def test_an_unknown_format_is_refused():
    with pytest.raises(ValueError, match="no such format; there are table"):
        render(EMPTY, "docx")


def test_no_two_formats_disagree():
    """The counts of verdicts, read back from each format."""
    made = report()
    wanted = {verdict: sum(f.verdict == verdict for f in made.findings) for verdict in VERDICTS}
    data = json.loads(render(made, "json"))
    assert {v: sum(f["verdict"] == v for f in data["findings"]) for v in VERDICTS} == wanted
    rows = {row["finding"]: row["verdict"] for row in csv.DictReader(io.StringIO(render(made, "csv")))}
    assert {v: list(rows.values()).count(v) for v in VERDICTS} == wanted
    page = re.findall(r'<details [^>]*data-verdict="([a-z_]+)"', render(made, "html"))
    assert {v: page.count(v) for v in VERDICTS} == wanted
    for name in ("table", "markdown", "html"):
        told = dict.fromkeys(VERDICTS, 0)
        for verdict, words in make_view(made).tally:
            if words in render(made, name):
                told[verdict] = int(words.split()[1])
        assert told == wanted


def test_json_is_the_contract():
    made = hostile_report()
    assert json.loads(render(made, "json")) == made.to_dict()
    assert "لينا هارت" in render(report(), "json")


def test_csv_has_a_row_a_position_and_no_formula():
    made = hostile_report()
    rows = list(csv.DictReader(io.StringIO(render(made, "csv"))))
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
