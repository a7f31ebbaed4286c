from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

import newsdiff
from newsdiff import cli
from newsdiff.config import load_config
from newsdiff.errors import ReportError
from newsdiff.explain import explain, parse_report
from newsdiff.model import Article
from newsdiff.render import Style
from newsdiff.render.explanation import render_explanation

TEXTS = {
    "en": "The dam at Velmora holds 4,200 boats.\nMayor Petra Holm said on 3 May 2024 that 61 houses were flooded.\n",
    "de": "Am Damm von Velmora liegen 4200 Boote.\n"
    "Bürgermeisterin Petra Holm sagte am 3. Mai 2024, 81 Häuser seien überflutet.\n",
    "it": "Alla diga di Velmora ci sono 4.200 barche.\n"
    "La sindaca Petra Holm ha detto il 3 maggio 2024 che 61 case sono state allagate. Il danno è di 7 milioni.\n",
}


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    return load_config(folder=tmp_path_factory.mktemp("folder"), environment={})


@pytest.fixture(scope="module")
def saved(config):
    articles = [Article(f"{code}.txt", text, language=code) for code, text in TEXTS.items()]
    return newsdiff.compare(articles, config=config).to_dict()


def find(saved, **wanted):
    findings = (finding for finding in saved["findings"] if all(finding[key] == wanted[key] for key in wanted))
    return next(findings)["id"]


def explained(saved, config, finding):
    return explain(parse_report(json.dumps(saved), "report.json"), finding, config)


def test_the_parts_of_a_pair_add_up_to_its_log_odds(saved, config):
    explanation = explained(saved, config, find(saved, kind="quantity", verdict="agreement"))
    for pair in (explanation.pair, *explanation.others):
        assert sum(factor.contribution for factor in pair.factors) == pytest.approx(pair.log_odds, abs=0.01)
        assert 0 < pair.probability < 1


def test_the_pair_that_decided_holds_the_values_that_exclude_each_other(saved, config):
    finding = next(one for one in saved["findings"] if one["kind"] == "quantity" and one["verdict"] != "agreement")
    explanation = explained(saved, config, finding["id"])
    assert explanation.pair is not None
    assert explanation.pair.relation == "disjoint"
    assert {explanation.pair.left.interval, explanation.pair.right.interval} == {"60.5 to 61.5", "80.5 to 81.5"}
    assert any("align.sure" in rule for rule in explanation.rules)
    masked = dict(explanation.pair.left.compared)["sentence"]
    assert "61" not in masked
    assert "#" in masked
    assert not explanation.notes


def test_what_one_article_says_is_set_beside_the_nearest_or_nothing(saved, config):
    explanation = explained(saved, config, find(saved, kind="quantity", verdict="single_source"))
    assert len(explanation.rules) == 1
    assert not explanation.others


def test_an_actor_is_explained_by_its_spellings(saved, config):
    explanation = explained(saved, config, find(saved, kind="person"))
    assert explanation.pair is None
    assert {spelling.text for spelling in explanation.spellings} == {"Petra Holm"}
    assert explanation.spellings[0].similarity == 1


def test_every_finding_can_be_explained_and_fits_a_screen(saved, config):
    for finding in saved["findings"]:
        text = render_explanation(explained(saved, config, finding["id"]), Style(120))
        assert finding["id"] in text
        assert len(text.splitlines()) <= 48


def test_a_verdict_that_no_longer_holds_is_noted(saved, config):
    changed = json.loads(json.dumps(saved))
    for finding in changed["findings"]:
        if finding["verdict"] == "agreement":
            finding["verdict"] = "variation"
    explanation = explained(changed, config, find(changed, kind="quantity", verdict="variation"))
    assert any("read again, the verdict is agreement" in note for note in explanation.notes)


def test_words_of_an_article_take_no_effect(saved, config):
    text = json.dumps(saved).replace("en.txt", "en\\u001b[31m\\u202e[bold]x.txt")
    report = parse_report(text, "report.json")
    for finding in report.findings:
        shown = render_explanation(explain(report, finding, config), Style(100))
        assert "\x1b" not in shown
        assert "\u202e" not in shown


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not JSON"),
        ("[1]", "names no schema"),
        ('{"schema": "newsdiff/report/9"}', "newsdiff/report/9"),
        ('{"schema": "newsdiff/report/1"}', "damaged"),
        ('{"schema": "newsdiff/report/1", "articles": 3}', "damaged"),
    ],
)
def test_what_is_no_report_is_refused_with_its_reason(text, words):
    with pytest.raises(ReportError, match=words):
        parse_report(text, "report.json")


def test_offsets_that_do_not_fit_are_a_damaged_report(saved):
    changed = json.loads(json.dumps(saved))
    changed["articles"][0]["text"] = "Another text."
    with pytest.raises(ReportError, match="damaged"):
        parse_report(json.dumps(changed), "report.json")


def test_an_unknown_finding_is_answered_with_close_ones(saved, config):
    with pytest.raises(ReportError, match="did you mean quantity-1"):
        explained(saved, config, "quantty-1")


def test_an_evidence_that_reading_again_does_not_give_is_told(saved, config):
    changed = json.loads(json.dumps(saved))
    finding = next(one for one in changed["findings"] if one["kind"] == "quantity")
    for position in finding["positions"]:
        text = next(article["text"] for article in changed["articles"] if article["id"] == position["article"])
        position["evidence"] = [{"start": 0, "end": 3, "surface": text[:3]}]
    with pytest.raises(ReportError, match="does not give this finding"):
        explained(changed, config, finding["id"])


def test_the_command(saved, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "report.json").write_text(json.dumps(saved), encoding="utf-8")
    result = CliRunner().invoke(cli.app, ["explain", "report.json", "quantity-1"])
    assert result.exit_code == 0
    assert "log-odds" in result.output
    for arguments in (["report.json", "nothing-1"], ["missing.json", "quantity-1"]):
        assert CliRunner().invoke(cli.app, ["explain", *arguments]).exit_code == 2


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (
            {
                "en": "The factory in Halden made 5,200 cars in 2024.\n",
                "fr": "L'usine de Halden a produit 5 200 voitures en 2024.\n",
                "es": "La fábrica de Halden hizo 4.100 coches en 2023.\n",
            },
            "two years",
        ),
        (
            {
                "en": "The flood killed 14 people in Lindau and 6 in Brennau.\n",
                "de": "Bei der Flut starben in Lindau 14 Menschen, in Brennau sechs.\n",
                "es": "La riada mató a 20 personas en los dos pueblos.\n",
            },
            "the sum",
        ),
    ],
)
def test_it_tells_why_values_may_both_be_true(config, texts, why):
    articles = [Article(f"{code}.txt", text, language=code) for code, text in texts.items()]
    saved = newsdiff.compare(articles, config=config).to_dict()
    explanation = explained(saved, config, find(saved, kind="quantity", verdict="unclear"))
    assert any("halved" in rule and why in rule for rule in explanation.rules)
