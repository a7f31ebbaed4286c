"""The reports that the tool writes, held against docs/report.schema.json and against what no schema can say."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

import newsdiff
from newsdiff.render import render
from tests.render.reports import hostile_report, report

jsonschema = pytest.importorskip("jsonschema", reason="the schema is checked with jsonschema")

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "report.schema.json").read_text(encoding="utf-8"))
EVENTS = sorted(folder.name for folder in (ROOT / "samples").iterdir() if folder.is_dir())


@pytest.fixture(scope="module")
def validator():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    return jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


@pytest.fixture(scope="module", params=EVENTS)
def data(request):
    made = newsdiff.compare([ROOT / "samples" / request.param])
    return json.loads(render(made, "json"))


@pytest.mark.parametrize("made", [report(), hostile_report()], ids=["five", "hostile"])
def test_hand_made_reports_are_valid(validator, made):
    validator.validate(json.loads(render(made, "json")))


def test_real_reports_are_valid(validator, data):
    validator.validate(data)


def test_real_reports_keep_what_no_schema_says(data):
    texts = {article["id"]: article["text"] for article in data["articles"]}
    assert set(data["engine"]) == set(texts)
    for finding in data["findings"]:
        speaking = [position["article"] for position in finding["positions"]]
        assert sorted([*speaking, *finding["silent"]]) == sorted(texts)
        for position in finding["positions"]:
            spans = [(evidence["start"], evidence["end"]) for evidence in position["evidence"]]
            assert spans == sorted(spans)
            for evidence in position["evidence"]:
                assert texts[position["article"]][evidence["start"] : evidence["end"]] == evidence["surface"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (["schema"], "newsdiff/report/2"),
        (["extra"], 1),
        (["articles", 0, "id"], "b1"),
        (["articles", 0, "published"], "yesterday"),
        (["findings", 0, "kind"], "weather"),
        (["findings", 0, "verdict"], "lie"),
        (["findings", 0, "confidence"], 1.1),
        (["findings", 0, "positions"], []),
        (["findings", 0, "reason", "code"], "Not a code"),
        (["findings", 1, "positions", 0, "value"], {"name": "Lena Hart", "variants": []}),
        (["findings", 1, "positions", 0, "value", "currency"], "euro"),
        (["findings", 1, "positions", 0, "value", "bound"], "maybe"),
        (["findings", 1, "positions", 0, "evidence"], []),
        (["findings", 2, "positions", 0, "value", "form"], "sung"),
        (["findings", 2, "verdict"], "single_source"),
        (["findings", 3, "verdict"], "agreement"),
        (["independence", 0, "articles"], ["a1"]),
    ],
)
def test_the_schema_refuses(validator, path, value):
    broken = copy.deepcopy(report().to_dict())
    assert validator.is_valid(broken)
    *way, last = path
    at = broken
    for step in way:
        at = at[step]
    at[last] = value
    assert not validator.is_valid(broken)
