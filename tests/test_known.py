from __future__ import annotations

import datetime as dt
import json
import logging
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from newsdiff import cli
from newsdiff.config import Known, load_config
from newsdiff.errors import SettingsError
from newsdiff.known import mark_known
from newsdiff.model import DateValue, Evidence, Finding, Name, Position, Quantity, Quotation, Reason, Span
from newsdiff.model.phrase import phrase
from newsdiff.render import FORMATS, render
from tests.render.reports import report


def finding(kind, values, verdict="discrepancy", shown=None):
    positions = tuple(
        Position(f"a{at}", value, (shown or [str(v) for v in values])[at - 1], (Evidence(Span(0, 1), "x"),))
        for at, value in enumerate(values, 1)
    )
    return Finding("x-1", kind, verdict, 0.95, "label", Reason("different_value", "they differ"), positions, ())


def money(*amounts):
    shown = [f"{amount / 1e6:g} million EUR" for amount in amounts]
    return finding("money", [Quantity(a, a, currency="EUR") for a in amounts], shown=shown)


DATES = finding(
    "date",
    [DateValue(dt.date(2024, 5, 3), dt.date(2024, 5, 3), "day"), DateValue(None, None, "day", recurring="--05-04")],
)
QUOTES = finding("quote", [Quotation("Ada Brandt", "We go."), Quotation("Tom Reyl", "We go.")])
NAMES = finding("person", [Name("Ada Brandt", ("Ada Brandt",)), Name("Ada Brandt", ("Ada Brant",))], "variation")
BOUNDED = finding("quantity", [Quantity(40.0, None, "more_than"), Quantity(4.0, 6.0, "range")])


@pytest.mark.parametrize(
    ("found", "entry"),
    [
        (money(68e6, 86e6), ("money", "68 million EUR", "86 million EUR")),
        (money(68e6, 86e6), ("money", "68 MILLION  eur", "86000000")),
        (money(68e6, 86e6, 68e6), ("money", "86 million EUR", "68 million EUR")),
        (DATES, ("date", "2024-05-03", "--05-04")),
        (QUOTES, ("quote", "Ada Brandt", "Tom Reyl")),
        (NAMES, ("person", "Ada Brandt", "Ada Brant")),
        (BOUNDED, ("quantity", "40", "4 to 6")),
    ],
)
def test_known(found, entry):
    kind, *values = entry
    (marked,), unused = mark_known([found], [Known(kind, tuple(values), "told them")])
    assert marked.known == "told them"
    assert marked.reason.text == "they differ; known: told them"
    assert marked.reason.code == found.reason.code
    assert not unused


@pytest.mark.parametrize(
    ("found", "entry"),
    [
        (money(68e6, 86e6, 95e6), ("money", "68 million EUR", "86 million EUR")),
        (money(68e6, 87e6), ("money", "68 million EUR", "86 million EUR")),
        (money(68e6, 86e6), ("quantity", "68 million EUR", "86 million EUR")),
        (money(68e6, 86e6), ("money", "68 million EUR", "86 million EUR", "95 million EUR")),
        (replace(money(68e6, 86e6), verdict="agreement"), ("money", "68 million EUR", "86 million EUR")),
    ],
)
def test_not_known(found, entry):
    kind, *values = entry
    known = Known(kind, tuple(values), "told them")
    assert mark_known([found], [known]) == ((found,), (known,))


def test_known_findings_do_not_fail():
    config = replace(load_config(environment={}), fail_on="variation")
    assert config.fails(money(68e6, 86e6))
    assert not config.fails(replace(money(68e6, 86e6), known="told them"))


@pytest.mark.parametrize("format_", [entry.name for entry in FORMATS])
def test_every_format_shows_the_note(format_):
    plain = report()
    findings, _ = mark_known(
        plain.findings,
        [Known(f.kind, tuple({p.shown for p in f.positions}), "we told them") for f in _differences(plain)],
    )
    assert any(one.known for one in findings)
    text = render(replace(plain, findings=findings, notes=(phrase("an entry matches nothing"),)), format_)
    assert "known: we told them" in text
    if format_ in ("table", "markdown", "html"):
        assert "an entry matches nothing" in text


def _differences(made):
    return [one for one in made.findings if len({p.shown for p in one.positions}) > 1 and one.verdict == "discrepancy"]


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("{kind: money, values: [1, 1], note: x}", "two values or more"),
        ("{kind: cash, values: [1, 2], note: x}", "expected one of"),
        ("{kind: money, values: [1, 2]}", "known"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_place(tmp_path, entry, words):
    file = tmp_path / "config.yaml"
    file.write_text(f"known:\n  - {entry}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=words) as error:
        load_config(file, environment={})
    assert "config.yaml:2" in str(error.value)


def test_the_command_knows_a_difference_and_tells_of_stale_entries(tmp_path, monkeypatch, caplog):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text("The fire in Velmora destroyed 1,243 houses on Monday.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("The fire in Velmora destroyed 1,423 houses on Monday.", encoding="utf-8")
    arguments = ["compare", "one.txt", "two.txt", "--fail-on", "variation", "--format", "json"]
    assert CliRunner().invoke(cli.app, arguments).exit_code == 1
    (tmp_path / "config.yaml").write_text(
        "known:\n"
        '  - {kind: quantity, values: ["1243", "1,423 houses"], note: digits turned round}\n'
        "  - {kind: money, values: [3 million EUR, 4 million EUR], note: settled}\n",
        encoding="utf-8",
    )
    with caplog.at_level(logging.WARNING, logger="newsdiff"):
        result = CliRunner().invoke(cli.app, arguments)
    assert result.exit_code == 0
    assert any("3 million EUR / 4 million EUR (settled)" in line for line in caplog.messages)
    found = [one for one in json.loads(result.stdout)["findings"] if one["kind"] == "quantity"]
    assert found[0]["reason"]["text"].endswith("known: digits turned round")
    assert found[0]["verdict"] == "discrepancy"
