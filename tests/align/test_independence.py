"""Copies are one witness; articles that only speak of the same thing are several."""

from __future__ import annotations

import numpy as np
import pytest

import newsdiff
from newsdiff.align.independence import SHARED, shared_share
from newsdiff.model import Article

STORY = {
    "en": """The council of Marlow closed the old harbour bridge on Monday. Engineers had found cracks in two of its pillars.
The repair will cost four million euros and take eleven months. Ferries carry passengers across the river for free until then.
Shopkeepers on the west bank fear that customers will stay away. The mayor promised to visit every one of them this week.
A second bridge has been planned for twenty years, but the money was never found.""",
    "de": """Der Stadtrat von Marlow hat am Montag die alte Hafenbrücke gesperrt. Ingenieure hatten Risse in zwei Pfeilern gefunden.
Die Reparatur kostet vier Millionen Euro und dauert elf Monate. Bis dahin bringen Fähren Fahrgäste kostenlos über den Fluss.
Ladenbesitzer am Westufer fürchten, dass die Kunden wegbleiben. Der Bürgermeister versprach, jeden von ihnen diese Woche zu besuchen.
Eine zweite Brücke ist seit zwanzig Jahren geplant, aber das Geld wurde nie gefunden.""",
    "it": """A Marlow si cammina di nuovo: chi lavora sull’altra sponda prende la barca alle sei. Il ponte del porto è chiuso da lunedì.
«Ho perso metà dei clienti in tre giorni», racconta un fornaio. In comune si parla di undici mesi di lavori.
L’opposizione chiede le dimissioni dell’assessore. I sindacati hanno convocato un’assemblea per venerdì sera.
Gli studenti del liceo hanno aperto una pagina per organizzare passaggi in bicicletta.""",
}


@pytest.fixture(scope="module")
def report():
    return newsdiff.compare([Article(f"{code}.txt", text, language=code) for code, text in STORY.items()])


def test_a_translation_is_found_and_an_independent_article_is_not(report):
    sources = {article.id: article.source for article in report.articles}
    groups = [{sources[article] for article in group.articles} for group in report.independence]
    assert groups == [{"de.txt", "en.txt"}]


def test_witnesses_are_counted(report):
    shared = [f for f in report.findings if {p.article for p in f.positions} == {"a1", "a2"}]
    assert shared
    assert all("2 articles, 1 independent" in finding.reason.text for finding in shared)


def test_order_matters():
    vectors = np.eye(12, dtype=np.float32)
    assert shared_share(vectors, vectors) == 1.0
    assert shared_share(vectors, vectors[::-1]) < SHARED


def test_too_few_sentences_tell_nothing():
    vectors = np.eye(3, dtype=np.float32)
    assert shared_share(vectors, vectors) == 0.0
