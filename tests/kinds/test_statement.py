from __future__ import annotations

import pytest

import newsdiff
from newsdiff.config import load_config
from newsdiff.kinds.statement import compare, extract
from newsdiff.model import Article, Statement
from tests.documents import build_document

PLAIN = "The council of Velmora will rebuild the old harbour wall next spring."


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", PLAIN, 1),
        ("de", "Der Rat von Velmora will die alte Hafenmauer im nächsten Frühjahr neu errichten.", 1),
        ("it", "Il consiglio di Velmora ricostruirà il vecchio muro del porto la prossima primavera!", 1),
        ("hi", "वेलमोरा की परिषद अगले वसंत में बंदरगाह की पुरानी दीवार फिर से बनाएगी।", 1),
        ("ar", "سيعيد مجلس فيلمورا بناء سور المرفأ القديم في الربيع المقبل بعد العاصفة.", 1),
        ("en", "The wall will be rebuilt soon.", 0),
        ("en", "Council of Velmora to rebuild old harbour wall in spring next year", 0),
        ("en", "“We will rebuild the old harbour wall before the storms come again,” said Petra Holm.", 0),
        ("en", f"{PLAIN}\n{PLAIN}", 1),
        ("en", "Read more: the council of Velmora will rebuild the old harbour wall.", 0),
    ],
)
def test_extract(language, text, count):
    claims = extract(build_document(text, language, {}))
    assert len(claims) == count
    assert all(text[claim.span.start : claim.span.end] == claim.surface for claim in claims)


def statement(text, language="en"):
    (claim,) = extract(build_document(text, language, {}))
    assert isinstance(claim.value, Statement)
    return claim.value


@pytest.mark.parametrize(
    ("language", "one", "other", "relation"),
    [
        ("en", PLAIN, PLAIN.replace("will", "will not"), "unknown"),
        ("en", PLAIN, PLAIN.replace("next", "this"), "equal"),
        ("en", PLAIN, "Nobody in the small town knows what the storm of last week will cost.", "equal"),
        (
            "de",
            "Der Rat der Stadt Velmora hat den Plan am Montag gebilligt.",
            "Der Rat der Stadt Velmora hat den Plan am Montag nicht gebilligt.",
            "unknown",
        ),
        (
            "it",
            "Il sindaco di Velmora ha accettato il piano del consiglio lunedì.",
            "Il sindaco di Velmora non ha accettato il piano del consiglio lunedì.",
            "unknown",
        ),
        (
            "hi",
            "वेलमोरा की परिषद ने सोमवार को यह योजना मंज़ूर की है।",
            "वेलमोरा की परिषद ने सोमवार को यह योजना मंज़ूर नहीं की है।",
            "unknown",
        ),
    ],
)
def test_compare(language, one, other, relation):
    assert compare(statement(one, language), statement(other, language)).relation == relation
    assert compare(statement(other, language), statement(one, language)).relation == relation


def test_a_negation_proves_nothing_between_languages():
    german = statement("Der Rat von Velmora will die alte Hafenmauer im Frühjahr nicht neu errichten.", "de")
    assert compare(statement(PLAIN), german).relation == "equal"


EVENT = {
    "en": "The council of Velmora met on Monday in the town hall.\n"
    "Mayor Petra Holm opened the new harbour in Velmora with a short speech.\n"
    "The fisherman Tom Reyl has kept a tame seal in Aldermouth for many years.\n",
    "de": "Der Rat von Velmora kam am Montag im Rathaus zusammen.\n"
    "Bürgermeisterin Petra Holm eröffnete den neuen Hafen von Velmora mit einer kurzen Rede.\n",
    "it": "Il consiglio di Velmora si è riunito lunedì nel municipio della città.\n"
    "Tutte le scuole della provincia resteranno chiuse per il maltempo fino a venerdì.\n",
}


def findings(texts, **changes):
    config = load_config(overrides={"kinds": ["statement"], **changes}, environment={})
    articles = [Article(f"{language}.txt", text, language=language) for language, text in texts.items()]
    return newsdiff.compare(articles, config=config).findings


def test_what_one_article_alone_says_and_what_one_leaves_out():
    found = {
        (finding.verdict, finding.silent): [position.shown for position in finding.positions]
        for finding in findings(EVENT)
    }
    alone = [shown for (verdict, _), shown in found.items() if verdict == "single_source"]
    assert [EVENT["en"].splitlines()[2]] in alone
    shared = [(silent, shown) for (verdict, silent), shown in found.items() if verdict == "agreement"]
    assert all(silent == ("a3",) and len(shown) == 2 for silent, shown in shared)
    assert all("Monday" not in shown[0] for shown in found.values())


def test_none_where_none_are_wanted():
    assert not findings(EVENT, **{"statements.alone": "0", "statements.left_out": "0"})


def test_a_denial_is_unclear():
    texts = {
        "en": "The council of Velmora met on Monday.\nMayor Petra Holm will resign before the vote in the spring.\n",
        "EN": "Mayor Petra Holm will not resign before the vote in the spring.\nRain fell on the town of Aldermouth.\n",
    }
    articles = [Article(f"{name}.txt", text, language="en") for name, text in texts.items()]
    config = load_config(overrides={"kinds": ["statement"]}, environment={})
    found = [finding for finding in newsdiff.compare(articles, config=config).findings if len(finding.positions) > 1]
    assert [(finding.verdict, finding.reason.code) for finding in found] == [("unclear", "negation")]


def test_statements_change_no_other_finding():
    config = load_config(environment={})
    articles = [Article(f"{language}.txt", text, language=language) for language, text in EVENT.items()]
    with_them = [one for one in newsdiff.compare(articles, config=config).findings if one.kind != "statement"]
    none = load_config(overrides={"statements.alone": "0", "statements.left_out": "0"}, environment={})
    assert with_them == [one for one in newsdiff.compare(articles, config=none).findings if one.kind != "statement"]
