"""The engine with models that Stanza's own trainers made."""

from __future__ import annotations

import shutil
import socket
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.annotate import Cache, EngineOptions, annotate, annotate_all, stanza, stanza_models, stanza_pipeline
from newsdiff.errors import EngineError
from newsdiff.model import Article, Entity, Span, Token
from tests.parse.test_syntax import read

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore"), pytest.mark.xdist_group("stanza")]

TEXTS = {
    "en": "Velmora in Bramstead\n\nDr. Oren Pfeil works for Velmora in Porto Greve. Did Elin Vastra leave Lindhaven?",
    "it": "Un vertice a Valmora\nRosa Gallini lavora per la Castrix della città di Porto Greve.",
    "hi": "रेखा सोलंकी ने वेलमोरा के लिए लिंडपुर में काम किया।\nकास्ट्रिक्स ने नीरा को चुना।",
}
NAMES = {
    "en": {("person", "Oren Pfeil"), ("organization", "Velmora"), ("place", "Porto Greve"), ("person", "Elin Vastra")},
    "it": {("person", "Rosa Gallini"), ("organization", "Castrix"), ("place", "Porto Greve")},
    "hi": {("person", "रेखा सोलंकी"), ("organization", "वेलमोरा"), ("place", "लिंडपुर"), ("person", "नीरा")},
}


@pytest.fixture(autouse=True)
def _installed(stanza_folder, monkeypatch):
    monkeypatch.setenv(stanza_models.FOLDER_VARIABLE, str(stanza_folder))

    def refuse(*_):
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def test_are_installed():
    assert stanza.installed(EngineOptions()) == ("en", "hi", "it")


@pytest.mark.parametrize("language", TEXTS)
def test_entities(language):
    text = TEXTS[language]
    document = annotate(Article("a", text, language=language))
    assert document.engine == "stanza"
    assert NAMES[language] <= {(entity.kind, entity.surface) for entity in document.entities}
    assert all(text[entity.start : entity.end] == entity.surface for entity in document.entities)
    assert "".join(token.surface for token in document.tokens) == "".join(text.split())


def test_a_headline_is_a_sentence_of_its_own():
    document = annotate(Article("a", TEXTS["en"], language="en"))
    assert TEXTS["en"][document.sentences[0].start : document.sentences[0].end] == "Velmora in Bramstead"


def test_a_contraction_is_one_token():
    document = annotate(Article("a", TEXTS["it"], language="it"))
    assert "della" in [token.surface for token in document.tokens]
    models = stanza.find_models("it", EngineOptions())
    pipeline = stanza_pipeline.load_pipeline("it", str(stanza_models.models_folder()), models.packages, 1, False)
    (token,) = [token for token in pipeline("La sede della Castrix.").sentences[0].tokens if token.text == "della"]
    assert [word.text for word in token.words] == ["di", "la"]


def test_one_pipeline_a_language_is_kept():
    stanza_pipeline.load_pipeline.cache_clear()
    for _ in range(3):
        annotate(Article("a", "Mara Ostrowell works for Velmora.", language="en"))
    assert stanza_pipeline.load_pipeline.cache_info().misses == 1


def test_many_articles_read_as_each_one_does():
    articles = [Article(language, TEXTS[language], language=language) for language in TEXTS]
    articles += [
        Article("more", "Elin Vastra left Bramstead.\n\n\nDid O?", language="en"),
        Article("no", "", language="en"),
    ]
    assert annotate_all(articles, engine="stanza") == tuple(annotate(article) for article in articles)


def test_no_more_threads_than_are_wanted():
    torch = pytest.importorskip("torch")
    before = torch.get_num_threads()
    torch.set_num_threads(3)
    stanza_pipeline.load_pipeline.cache_clear()
    annotate(Article("a", "Mara left.", language="en"), options=EngineOptions(threads=2))
    assert torch.get_num_threads() == 2
    torch.set_num_threads(before)


def test_a_language_without_models_is_read_by_the_embedded_engine():
    assert annotate(Article("a", "Es ist spät.", language="de")).engine == "embedded"


@pytest.mark.parametrize("cut", [0, 1000])
def test_half_a_model(cut, stanza_folder, tmp_path, monkeypatch, caplog):
    shutil.copytree(stanza_folder, tmp_path / "cut", dirs_exist_ok=True)
    (model,) = (tmp_path / "cut" / "en" / "ner").glob("*.pt")
    model.write_bytes(model.read_bytes()[:cut])
    monkeypatch.setenv(stanza_models.FOLDER_VARIABLE, str(tmp_path / "cut"))
    with pytest.raises(EngineError, match="cannot be used"):
        annotate(Article("a", TEXTS["en"], language="en"), engine="stanza")
    assert annotate(Article("a", TEXTS["en"], language="en")).engine == "embedded"
    assert [record.name for record in caplog.records] == ["newsdiff"]


READ = {
    "en": [
        ("Velmora fed 300 stray and sick dogs.", "counted", ["stray and sick dogs"], ["stray"]),
        ("The guard whom Elin Vastra hired said that the bridge is safe.", "speakers", [], ["Elin Vastra"]),
        ("Tobin Haskard is a cousin of the director of Velmora.", "Tobin Haskard", [], []),
    ],
    "it": [
        ("La Castrix ha chiuso 40 piccole scuole rurali.", "counted", ["piccole scuole rurali"], ["piccole scuole"]),
        (
            "Il portiere che Rosa Gallini aveva assunto ha detto che il ponte è sicuro.",
            "speakers",
            [],
            ["Rosa Gallini"],
        ),
        ("Ugo Tarvesi è amico della direttrice della Velmora.", "Ugo Tarvesi", [], []),
    ],
}


@pytest.mark.parametrize(("language", "case"), [(language, case) for language in READ for case in READ[language]])
def test_what_is_read_is_better_with_grammar(language, case):
    text, wanted, found, by_order = case
    document = annotate(Article("a", text, language=language))
    assert read(document, {"read": wanted}) == found
    assert read(replace(document, words=()), {"read": wanted}) == by_order


def test_words_lie_where_their_letters_do():
    text = (
        "Un vertice a Valmora\nUgo Tarvesi è amico della direttrice della Velmora.\nLa Castrix ha assunto Lia Pontero."
    )
    document = annotate(Article("a", text, language="it"))
    words = [(text[word.start : word.end], word.lemma) for word in document.words]
    assert words[words.index(("amico", "amico")) :][:4] == [
        ("amico", "amico"),
        ("della", "di"),
        ("della", "il"),
        ("direttrice", "direttrice"),
    ]
    assert {word.span for word in document.words} == {Span(token.start, token.end) for token in document.tokens}
    sentences = [document.sentence_at(word.start) for word in document.words]
    for word, sentence in zip(document.words, sentences, strict=True):
        assert word.head is None or sentences[word.head] == sentence
    roots = [text[word.start : word.end] for word in document.words if word.head is None]
    assert roots[1:] == ["amico", "assunto"]


def test_a_language_without_grammar_has_its_names():
    document = annotate(Article("a", TEXTS["hi"], language="hi"))
    assert (document.engine, document.words) == ("stanza", ())
    assert document.entities


def test_grammar_is_kept_with_the_rest(tmp_path):
    options = EngineOptions(cache=Cache(tmp_path / "readings", 1_000_000))
    article = Article("a", READ["it"][1][0], language="it")
    first = annotate(article, options=options)
    stanza_pipeline.load_pipeline.cache_clear()
    again = annotate(article, options=options)
    assert again == first
    assert again.words
    assert stanza_pipeline.load_pipeline.cache_info().misses == 0


@pytest.mark.parametrize("damage", ["cut", "half", "gone"])
def test_names_are_read_where_grammar_cannot_be(damage, stanza_folder, tmp_path, monkeypatch, caplog):
    shutil.copytree(stanza_folder, tmp_path / "cut", dirs_exist_ok=True)
    monkeypatch.setenv(stanza_models.FOLDER_VARIABLE, str(tmp_path / "cut"))
    parser = tmp_path / "cut" / "en" / "depparse" / "tiny.pt"
    if damage == "cut":
        parser.write_bytes(parser.read_bytes()[:1000])
    else:
        parser.rename(parser.with_name("tiny.pt.ab.part"))
    if damage == "gone":
        shutil.rmtree(tmp_path / "cut" / "en" / "depparse")
        shutil.rmtree(tmp_path / "cut" / "en" / "pos")
        shutil.rmtree(tmp_path / "cut" / "en" / "lemma")
    for engine in ("auto", "stanza"):
        document = annotate(Article("a", TEXTS["en"], language="en"), engine=engine)
        assert (document.engine, document.words) == ("stanza", ())
        assert NAMES["en"] <= {(entity.kind, entity.surface) for entity in document.entities}
    told = {record.getMessage() for record in caplog.records if record.name == "newsdiff"}
    assert len(told) == (0 if damage == "gone" else 1)
    assert all("newsdiff models install en" in line and "\n" not in line for line in told)
    models = stanza.find_models("en", EngineOptions())
    if damage == "cut":
        with pytest.raises(EngineError, match="cannot be used"):
            stanza.check(models, EngineOptions())
    elif damage == "half":
        with pytest.raises(EngineError, match="lack"):
            stanza.check(models, EngineOptions())
    else:
        stanza.check(models, EngineOptions())


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["Mara", "Velmora", "works", ".", "?", "\n", "\n\n", "“", "”", ",", "é\u200d", "4.4", "नीरा\u200d"]
        ),
        max_size=20,
    )
)
def test_spans_slice_whatever_the_text(words):
    text = " ".join(words)
    document = annotate(Article("a", text, language="en"), engine="stanza")
    items: list[Token | Entity] = [*document.tokens, *document.entities]
    for item in items:
        assert text[item.start : item.end] == item.surface
        assert item.surface == item.surface.strip() != ""
