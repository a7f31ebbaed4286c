"""Clauses that one article alone denies are unclear; what says the same by other words, or is told elsewhere, is nothing."""

from __future__ import annotations

import json

import pytest

import newsdiff
from newsdiff.config import load_config
from newsdiff.explain import explain, parse_report
from newsdiff.model import Article

AROUND = {
    "en": "The town of Halvik has 12,000 people. {} The road was closed, the police said.",
    "de": "Die Stadt Halvik hat 12.000 Einwohner. {} Die Straße war gesperrt, wie die Polizei mitteilte.",
    "it": "La città di Halvik ha 12.000 abitanti. {} La strada è rimasta chiusa, ha detto la polizia.",
    "es": "La ciudad de Halvik tiene 12.000 habitantes. {} La carretera estuvo cerrada, dijo la policía.",
}
PAYS = {
    "de": "Die Versicherung wird den Schaden nicht bezahlen.",
    "it": "L'assicurazione non pagherà i danni.",
    "es": "El seguro no pagará los daños.",
}


def denied(clauses):
    """The articles of each finding in which a clause is denied, by language."""
    articles = [
        Article(language, AROUND[language].format(text), language=language) for language, text in clauses.items()
    ]
    report = newsdiff.compare(articles)
    found = [one for one in report.findings if one.kind == "statement" and one.reason.code == "negation"]
    assert all(finding.verdict == "unclear" for finding in found)
    languages = {article.id: article.language for article in report.articles}
    return [{languages[position.article]: position.shown for position in finding.positions} for finding in found]


@pytest.mark.parametrize(
    ("clauses", "found"),
    [
        pytest.param({"en": "The insurance will pay for the damage.", **PAYS}, True, id="one affirms"),
        pytest.param(
            {
                "en": "The council has approved the sale of the port.",
                "de": "Der Stadtrat hat den Verkauf des Hafens genehmigt.",
                "it": "Il consiglio non ha approvato la vendita del porto.",
                "es": "El ayuntamiento ha aprobado la venta del puerto.",
            },
            True,
            id="one denies",
        ),
        pytest.param({"en": "The insurance will not pay for the damage.", **PAYS}, False, id="all deny"),
        pytest.param({"en": "The mayor sang in the church choir.", **PAYS}, False, id="another matter"),
        pytest.param(
            {"en": "The insurance will pay for the damage.", "de": PAYS["de"], "it": PAYS["it"]}, False, id="two only"
        ),
        pytest.param({"en": "Will the insurance pay for the damage?", **PAYS}, False, id="a question"),
        pytest.param(
            {
                "en": "The schools did not open again.",
                "de": "Die Schulen blieben weiter geschlossen.",
                "it": "Le scuole sono rimaste chiuse.",
                "es": "Las escuelas siguieron cerradas.",
            },
            False,
            id="the opposite word denied",
        ),
    ],
)
def test_a_clause_that_one_article_alone_denies_is_unclear(clauses, found):
    assert denied(clauses) == ([{language: text.rstrip(".") for language, text in clauses.items()}] if found else [])


def test_the_order_of_the_articles_changes_nothing():
    clauses = {"en": "The insurance will pay for the damage.", **PAYS}
    assert denied(dict(reversed(clauses.items()))) == denied(clauses)


def test_what_is_denied_can_be_explained():
    articles = [
        Article(f"{language}.txt", AROUND[language].format(text), language=language)
        for language, text in {"en": "The insurance will pay for the damage.", **PAYS}.items()
    ]
    saved = newsdiff.compare(articles).to_dict()
    (finding,) = (one["id"] for one in saved["findings"] if one["reason"]["code"] == "negation")
    explained = explain(parse_report(json.dumps(saved), "report.json"), finding, load_config(environment={}))
    assert explained.verdict == "unclear"
    assert explained.pair is not None
    assert explained.pair.relation == "unknown"


def test_copies_are_one_witness():
    around = (
        "Fire tore through a hotel on the lake on Sunday night. Most of the guests had been asleep when the alarm went off. {} "
        "The owner promised to pay back what the guests had spent. The hotel was opened in 1974 and has 112 rooms. "
        "It was fully booked because of a wedding. The roof came down at about three in the morning."
    )
    clauses = ["will pay", *["will not pay"] * 3]
    texts = [around.format(f"The insurance {clause} for the damage.") for clause in clauses]
    report = newsdiff.compare([Article(f"{number}.txt", text, language="en") for number, text in enumerate(texts)])
    assert [len(group.articles) for group in report.independence] == [4]
    assert not [one for one in report.findings if one.kind == "statement" and one.verdict == "unclear"]
