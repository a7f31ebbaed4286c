"""What the cells of a finding say: the words of each article, or one word for all where they mean the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

import newsdiff
from newsdiff.config import load_config
from newsdiff.model import Article
from newsdiff.render.values import show
from newsdiff.render.words import load_words

# The texts of articles by their language, what two or more of them count, and what each cell shows.
COUNTED = [
    (
        {
            "en": "The plant in Orlen employs 4,200 people, the town said on Monday.",
            "it": "Lo stabilimento di Orlen impiega 4.200 persone, ha detto lunedì il comune.",
            "fr": "L'usine d'Orlen emploie 4 200 personnes, a dit lundi la ville.",
        },
        {"en": "4,200 people", "it": "4,200 people", "fr": "4,200 people"},
    ),
    (
        {
            "en": "After the crash in Orlen 4,200 people were in hospital on Monday.",
            "it": "Dopo l'incidente di Orlen 4.200 feriti erano lunedì in ospedale.",
        },
        {"en": "4,200 people", "it": "4,200 feriti"},
    ),
    (
        {
            "en": "The plant in Orlen employs 4,200 people, the town said on Monday.",
            "it": "Lo stabilimento di Orlen impiega oltre 4.000 dipendenti, ha detto lunedì il comune.",
            "pl": "Zakład w Orlen zatrudnia 4,2 tys. osób, poinformowało w poniedziałek miasto.",
        },
        {"en": "4,200 people", "it": ">4,000 dipendenti", "pl": "4,200 people"},
    ),
]


@pytest.mark.parametrize(("texts", "cells"), COUNTED, ids=["the same", "another thing", "in other words"])
def test_another_thing_keeps_the_words_of_its_article(texts, cells):
    report = newsdiff.compare([Article(code, text, language=code) for code, text in texts.items()])
    (finding,) = (found for found in report.findings if found.kind == "quantity")
    assert finding.label == "people"
    sources = {article.id: article.source for article in report.articles}
    assert {sources[position.article]: position.shown for position in finding.positions} == cells


def test_a_woman_keeps_the_title_that_an_article_gives_her():
    articles = [
        Article("de", "Die Sprecherin von Novatec, Jana Halling, lobte am Montag den Plan.", language="de"),
        Article("en", "Novatec spokeswoman Jana Halling praised the plan on Monday.", language="en"),
        Article("it", "La portavoce della Novatec, Jana Halling, ha lodato lunedì il piano.", language="it"),
    ]
    report = newsdiff.compare(articles, config=replace(load_config(), report_language="de"))
    (finding,) = (found for found in report.findings if found.label == "Jana Halling")
    words = load_words("de")
    assert {show(position, words) for position in finding.positions} == {"Jana Halling (Sprecherin, Novatec)"}


SPELLED = [
    (
        {
            "en": "The court in Orlen sentenced the banker Ilya Varga to 9.5 years in prison on Monday.",
            "hi": "ओरलेन की अदालत ने सोमवार को बैंकर इल्या वर्गा को साढ़े नौ साल की कैद की सजा सुनाई।",
        },
        {"en": "9.5 years", "hi": "9.5 years"},
    ),
    (
        {
            "en": "Orlen Bank pays its shareholders a dividend of €0.60 a share, it said on Monday.",
            "de": "Die Orlen Bank zahlt ihren Aktionären eine Dividende von 60 Cent je Aktie, teilte sie am Montag mit.",
        },
        {"en": "0.6 EUR", "de": "0.6 EUR"},
    ),
]


@pytest.mark.parametrize(("texts", "cells"), SPELLED, ids=["half a year", "cents and euros"])
def test_the_values_of_a_finding_are_spelled_alike(texts, cells):
    report = newsdiff.compare([Article(code, text, language=code) for code, text in texts.items()])
    (finding,) = (
        found for found in report.findings if found.kind in ("quantity", "money") and len(found.positions) == 2
    )
    sources = {article.id: article.source for article in report.articles}
    assert {sources[position.article]: position.shown for position in finding.positions} == cells
