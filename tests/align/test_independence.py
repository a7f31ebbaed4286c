"""Copies are one witness; articles that only speak of the same thing are several."""

from __future__ import annotations

import numpy as np
import pytest

import newsdiff
from newsdiff.align.independence import SHARED, copied_share, shared_share
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


SLIPS = (("vier Millionen", "sieben Millionen"), ("elf Monate", "vierzehn Monate"))


@pytest.mark.parametrize(("slips", "code"), [((), "same_text"), (SLIPS[:1], "similar_text"), (SLIPS, None)])
def test_articles_that_contradict_each_other_were_written_apart(slips, code):
    told = STORY["de"]
    for right, wrong in slips:
        assert right in told
        told = told.replace(right, wrong)
    articles = [Article("en.txt", STORY["en"], language="en"), Article("de.txt", told, language="de")]
    found = newsdiff.compare(articles)
    assert [group.reason.code for group in found.independence] == ([code] if code else [])
    counted = any("independent" in finding.reason.text for finding in found.findings)
    assert counted is (code == "same_text")


def test_a_copy_with_two_other_figures_is_still_a_copy():
    told = STORY["en"].replace("four million", "seven million").replace("eleven months", "fourteen months")
    found = newsdiff.compare([Article("a", STORY["en"], language="en"), Article("b", told, language="en")])
    assert [group.reason.code for group in found.independence] == ["same_text"]


def test_witnesses_are_counted(report):
    shared = [f for f in report.findings if {p.article for p in f.positions} == {"a1", "a2"}]
    assert shared
    assert all("2 articles, 1 independent" in finding.reason.text for finding in shared)


def share(one, other, lengths=None, others=None):
    return shared_share(one, other, lengths or [100] * len(one), others or [100] * len(other))


def near(rows, cosine=0.8):
    """Rows that come as near as that to ``rows``, and to nothing else."""
    apart = np.roll(np.eye(2 * len(rows), 100, len(rows), dtype=np.float32)[: len(rows)], 50, axis=1)
    return cosine * rows + np.float32((1 - cosine**2) ** 0.5) * apart


ROWS = np.eye(12, 100, dtype=np.float32)
PACE = [40, 160, 80, 300, 60, 120, 90, 200, 50, 140, 70, 240]


def test_order_matters():
    assert share(ROWS, ROWS) == 1.0
    assert share(ROWS, ROWS[::-1]) < SHARED
    assert share(ROWS, ROWS[[6, 0, 9, 3, 11, 4, 1, 8, 2, 10, 5, 7]]) < SHARED


@pytest.mark.parametrize(
    "kept", [[0, 1, 2, 3, 8, 9, 10, 11, 4, 5, 6, 7], [0, 1, 3, 4, 6, 7, 9, 10], [*range(4, 12)], [*range(8)]]
)
def test_a_copy_may_be_cut_leave_sentences_out_or_move_a_block(kept):
    assert share(ROWS, near(ROWS[kept])) >= SHARED


def test_too_few_sentences_tell_nothing():
    assert share(ROWS[:3], ROWS[:3]) == 0.0


@pytest.mark.parametrize(
    ("count", "cosine", "copied"), [(6, 0.8, False), (7, 0.8, True), (4, 1.0, True), (3, 1.0, False)]
)
def test_a_short_report_is_a_copy_only_word_for_word(count, cosine, copied):
    one, other = ROWS[:count], near(ROWS[:count], cosine)
    assert (max(share(one, other), copied_share(one, other)) >= SHARED) is copied


def test_a_translation_keeps_the_pace():
    assert share(ROWS, near(ROWS), PACE, [round(1.2 * length) for length in PACE]) == 1.0
    assert share(ROWS, near(ROWS), PACE, PACE[::-1]) == 0.0


SHORT = {
    "en": """A fire destroyed the market hall of Orvik on Monday night. Nobody was hurt, but 40 stalls burned down, the mayor said.
The blaze broke out at about two in the morning. Ninety firefighters fought it for five hours.
The hall dates from 1904. Rebuilding it will cost six million euros.""",
    "de": """In Orvik ist in der Nacht zum Dienstag die Markthalle abgebrannt. Das Feuer war gegen zwei Uhr früh ausgebrochen.
Rund 90 Feuerwehrleute waren fünf Stunden im Einsatz; verletzt wurde niemand.
40 Stände sind verloren, wie die Bürgermeisterin mitteilte. Die Halle von 1904 soll für sechs Millionen Euro wieder aufgebaut werden.""",
    "copy": """ORVIK. A fire destroyed the market hall of Orvik on Monday night. Nobody was hurt, but 40 stalls burned down, the mayor said.
The blaze broke out at about two in the morning. Ninety firefighters fought it for five hours.
The hall dates from 1904. Rebuilding it will cost six million euros.""",
}


def test_short_reports_of_one_thing_are_several_witnesses_unless_copied():
    articles = [Article(name, text, language="de" if name == "de" else "en") for name, text in SHORT.items()]
    report = newsdiff.compare(articles)
    sources = {article.id: article.source for article in report.articles}
    assert [{sources[article] for article in group.articles} for group in report.independence] == [{"copy", "en"}]


@pytest.mark.parametrize(("line", "copied"), [("Two people were hurt.", True), ("Three people were hurt.", False)])
def test_the_same_text_is_one_witness_however_short(line, copied):
    brief = "The bridge at Orvik was closed after a lorry hit a pillar.\n"
    report = newsdiff.compare(
        [
            Article("a", f"{brief}Two people were hurt.", language="en"),
            Article("b", f"{brief} {line}", language="en"),
        ]
    )
    assert bool(report.independence) is copied
