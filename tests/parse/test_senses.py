"""The sense of a share or a sum: what is said of one is not said of the next."""

from __future__ import annotations

import pytest

import newsdiff
from newsdiff.lang.pack import load_pack
from newsdiff.parse.figures import find_figures


@pytest.mark.parametrize(
    ("language", "text", "senses"),
    [
        ("en", "52 percent voted for the plan and 48 percent against it.", ["in_favour", None]),
        ("en", "52 percent voted for it, 48 percent stayed away.", ["in_favour", None]),
        ("en", "52 percent voted for it and 48 percent voted against it.", ["in_favour", "opposed"]),
        ("en", "Sales rose 5 percent and profit fell 3 percent.", ["up", "down"]),
        ("de", "52 Prozent stimmten dafür und 48 Prozent enthielten sich.", ["in_favour", None]),
        ("de", "Die Mieten stiegen um 8 Prozent, nachdem sie um 3 Prozent gefallen waren.", ["up", "down"]),
        ("en", "The club made a profit of €3 million.", ["profit"]),
        ("en", "A loss of €3 million followed a profit of €5 million.", ["loss", "profit"]),
        ("en", "Its profit fell by €3 million.", [None]),
        ("en", "The club made no profit of €3 million.", [None]),
        ("en", "The stadium cost €3 million.", [None]),
        ("de", "Der Verein schloss das Jahr mit einem Gewinn von 3 Millionen Euro ab.", ["profit"]),
        ("de", "Der Verein schloss das Jahr mit einem Verlust von 3 Millionen Euro ab.", ["loss"]),
        ("it", "Il club ha chiuso l’anno con una perdita di 3 milioni di euro.", ["loss"]),
        ("fr", "Le club a clos l’année sur un bénéfice de 3 millions d’euros.", ["profit"]),
        ("es", "El club cerró el año con pérdidas de 3 millones de euros.", ["loss"]),
        ("pt", "O clube fechou o ano com lucro de 3 milhões de euros.", ["profit"]),
        ("nl", "De club sloot het jaar af met een verlies van 3 miljoen euro.", ["loss"]),
        ("pl", "Klub zamknął rok ze stratą 3 mln euro.", ["loss"]),
        ("ru", "Клуб закончил год с прибылью в 3 млн евро.", ["profit"]),
        ("uk", "Клуб закінчив рік зі збитком у 3 млн євро.", ["loss"]),
        ("tr", "Kulüp yılı 3 milyon avro zararla kapattı.", ["loss"]),
        ("hi", "क्लब को 30 लाख यूरो का घाटा हुआ।", ["loss"]),
        ("ar", "حقق النادي أرباحا بلغت 3 ملايين يورو.", ["profit"]),
        ("zh", "该俱乐部亏损300万欧元。", ["loss"]),
        ("ja", "クラブは300万ユーロの赤字だった。", ["loss"]),
    ],
)
def test_each_share_has_the_sense_that_is_told_of_it(language, text, senses):
    assert [figure.value.sense for figure in find_figures(text, load_pack(language))] == senses


@pytest.mark.parametrize(("word", "verdict"), [("Verlust", "discrepancy"), ("Gewinn", "agreement")])
def test_a_profit_contradicts_a_loss_of_as_much(word, verdict):
    texts = {
        "en": "Marlow Athletic closed the season with a profit of €3 million, the club said. The chairman thanked the fans.",
        "de": f"Marlow Athletic hat die Saison mit einem {word} von 3 Millionen Euro abgeschlossen, wie der Verein mitteilte.",
        "it": "Il Marlow Athletic ha chiuso la stagione con un utile di 3 milioni di euro, ha comunicato il club.",
    }
    report = newsdiff.compare([newsdiff.Article(code, text, language=code) for code, text in texts.items()])
    assert [finding.verdict for finding in report.findings if finding.kind == "money"] == [verdict]
