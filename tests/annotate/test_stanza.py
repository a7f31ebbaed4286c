from __future__ import annotations

import hashlib
import json
import logging
import shutil
import socket
import subprocess
import sys
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.annotate import Cache, EngineOptions, annotate, annotate_all, stanza, stanza_models, support
from newsdiff.errors import EngineError
from newsdiff.model import Article, Entity, Token

pytestmark = pytest.mark.filterwarnings("ignore")

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
def _no_models_of_this_machine(monkeypatch, tmp_path):
    monkeypatch.setenv(stanza_models.FOLDER_VARIABLE, str(tmp_path / "none"))
    monkeypatch.setattr(stanza, "find_spec", lambda _name: object())


def lay_out(folder, *codes, lacking=()):
    """Lay out empty models and the list of them."""
    model = {"model": {"md5": hashlib.md5(b"").hexdigest()}}
    entry = {"tokenize": model, "ner": model, "packages": {"default": {"tokenize": "model", "ner": "model"}}}
    (folder / "resources.json").write_text(json.dumps(dict.fromkeys([*codes, "work"], entry)))
    for code in codes:
        for part in ("tokenize", "ner"):
            (folder / code / part).mkdir(parents=True)
            if f"{code}/{part}" not in lacking:
                (folder / code / part / "model.pt").write_bytes(b"")


class Placed:
    """A pipeline of Stanza's shape that takes every capital word for an entity, labelled as asked for."""

    def __init__(self, label):
        self.label = label
        self.asked = []

    def bulk_process(self, texts):
        self.asked.append(texts)
        return [self.read(text) for text in texts]

    def read(self, text):
        spans, start = [], 0
        for word in text.split():
            start = text.index(word, start)
            spans.append(SimpleNamespace(start_char=start, end_char=start + len(word), type=self.label, text=word))
            start += len(word)
        names = [span for span in spans if span.text[0].isupper()]
        return SimpleNamespace(sentences=[SimpleNamespace(tokens=spans, ents=names)])


@pytest.fixture
def placed(monkeypatch, tmp_path):
    """Install such a pipeline for English and Italian."""
    lay_out(tmp_path, "en", "it")
    monkeypatch.setenv(stanza_models.FOLDER_VARIABLE, str(tmp_path))

    def install(label):
        pipeline = Placed(label)
        monkeypatch.setattr(stanza, "load_pipeline", lambda *_: pipeline)
        return pipeline

    return install


class TestInstalled:
    @pytest.fixture(autouse=True)
    def _here(self, monkeypatch, tmp_path):
        monkeypatch.setenv(stanza_models.FOLDER_VARIABLE, str(tmp_path))
        support.cache_clear()
        yield
        support.cache_clear()

    def test_what_lies_in_the_folder(self, tmp_path):
        lay_out(tmp_path, "it", "zh-hans", "de", lacking=["de/ner"])
        assert stanza.installed(EngineOptions()) == ("it", "zh")
        assert [stanza.serves(code) for code in ("it", "zh", "de", "fr", "und")] == [True, True, False, False, False]
        assert {row.code for row in support() if row.stanza} == {"it", "zh"}

    def test_a_folder_of_choice(self, tmp_path):
        (tmp_path / "mine").mkdir()
        lay_out(tmp_path / "mine", "it")
        assert stanza.installed(EngineOptions()) == ()
        assert stanza.installed(EngineOptions(tmp_path / "mine")) == ("it",)
        assert {row.code for row in support(tmp_path / "mine") if row.stanza} == {"it"}

    def test_a_folder_without_a_list_of_resources_holds_nothing(self, tmp_path):
        lay_out(tmp_path, "it")
        (tmp_path / "resources.json").unlink()
        assert stanza.installed(EngineOptions()) == ()
        assert not stanza.serves("it")

    def test_models_without_the_package_serve_nothing(self, monkeypatch, tmp_path):
        lay_out(tmp_path, "it")
        monkeypatch.setattr(stanza, "find_spec", lambda _name: None)
        assert not stanza.serves("it")
        with pytest.raises(EngineError, match="pip install stanza"):
            annotate(Article("a", "Ciao.", language="it"), engine="stanza")

    @pytest.mark.parametrize(
        ("damage", "message"),
        [
            (lambda folder: (folder / "it/tokenize/model.pt").unlink(), "lack tokenize/model.pt; run: newsdiff models"),
            (
                lambda folder: (folder / "it/ner/model.pt").rename(folder / "it/ner/model.pt.ab.part"),
                "lack ner/model.pt",
            ),
            (lambda folder: (folder / "resources.json").write_text("{"), "is no list of Stanza's models"),
            (lambda folder: (folder / "resources.json").write_text('{"it": {"packages": 1}}'), "cannot be read"),
        ],
    )
    def test_what_is_not_whole_is_told_in_one_line(self, tmp_path, damage, message, caplog):
        lay_out(tmp_path, "it")
        damage(tmp_path)
        articles = [Article(name, "Ciao.", language="it") for name in "ab"]
        documents = annotate_all(articles)
        told = [record.getMessage() for record in caplog.records]
        assert [document.engine for document in documents] == ["embedded", "embedded"]
        assert len(told) == 1
        assert message in told[0]
        assert "\n" not in told[0]
        with pytest.raises(EngineError, match=message):
            annotate_all(articles, engine="stanza")

    def test_where_stanza_keeps_its_models(self, monkeypatch, tmp_path):
        assert stanza_models.models_folder() == tmp_path
        assert stanza_models.models_folder(tmp_path / "mine") == tmp_path / "mine"
        monkeypatch.delenv(stanza_models.FOLDER_VARIABLE)
        monkeypatch.setenv("HOME", str(tmp_path))
        monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_: str(tmp_path / "caches"))
        assert stanza_models.models_folder() == tmp_path / "caches" / "resources"
        (tmp_path / "stanza_resources").mkdir()
        lay_out(tmp_path / "stanza_resources", "it")
        assert stanza_models.models_folder() == tmp_path / "stanza_resources"

    def test_the_release_is_the_one_that_stanza_asks_for(self):
        common = pytest.importorskip("stanza.resources.common")
        assert stanza_models.release() == common.DEFAULT_RESOURCES_VERSION

    def test_looking_imports_nothing_heavy(self, tmp_path):
        lay_out(tmp_path, "it")
        code = (
            "import sys; from newsdiff.annotate import EngineOptions, stanza, support\n"
            "assert stanza.serves('it'); assert stanza.installed(EngineOptions()); support()\n"
            "print({'stanza', 'torch', 'numpy'} & set(sys.modules))"
        )
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert run.stdout.strip() == "set()"


def test_missing_models_are_an_error_that_says_what_to_run(tmp_path):
    with pytest.raises(EngineError) as caught:
        annotate(Article("a", "नमस्ते।", language="hi"), engine="stanza")
    assert "'hi'" in str(caught.value)
    assert str(tmp_path / "none") in str(caught.value)
    assert "run: newsdiff models install hi" in str(caught.value)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        *[(label, "person") for label in ("PERSON", "PER", "pers", "persName", "NEP")],
        *[(label, "organization") for label in ("ORG", "org", "ORGANIZATION", "orgName", "NEO")],
        *[(label, "place") for label in ("LOC", "GPE", "FAC", "GPE_LOC", "placeName", "geogName", "NEL")],
        *[
            (label, None)
            for label in ("MISC", "NORP", "DATE", "CARDINAL", "LOCderiv", "ORGpart", "OTH", "PRODUCT", "O")
        ],
    ],
)
def test_labels(placed, label, kind):
    placed(label)
    document = annotate(Article("a", "there was Quillon today", language="en"), engine="stanza")
    assert [entity.kind for entity in document.entities] == ([kind] if kind else [])


def test_offsets_are_those_of_the_article(placed):
    placed("ORG")
    text = "  Quillon rises \n\n\nIt was late.  Velmora fell!\nRead more: Castrix\nNordkraft"
    document = annotate(Article("a", text, language="en"), engine="stanza")
    assert [entity.surface for entity in document.entities] == ["Quillon", "Velmora", "Nordkraft"]
    assert all(text[entity.start : entity.end] == entity.surface for entity in document.entities)
    assert [token.surface for token in document.tokens] == text.split()
    assert all(text[token.start : token.end] == token.surface for token in document.tokens)


def test_nothing_to_read(placed):
    placed("ORG")
    document = annotate(Article("a", " \n", language="en"), engine="stanza")
    assert (document.sentences, document.tokens, document.entities, document.engine) == ((), (), (), "stanza")


def test_a_text_of_no_known_language_cannot_be_read():
    with pytest.raises(EngineError, match="--language"):
        annotate(Article("a", "Lorem.", language="und"), engine="stanza")


def test_all_articles_of_a_language_are_read_in_one_go(placed):
    pipeline = placed("ORG")
    texts = {"en": ["Quillon rises.", " ", "Velmora fell. Castrix did not."], "it": ["Castrix sale."]}
    articles = [Article("a", text, language=code) for code in texts for text in texts[code]]
    mixed = [articles[at] for at in (3, 0, 1, 2)]
    documents = annotate_all(mixed, engine="stanza")
    assert [document.article for document in documents] == mixed
    surfaces = [[entity.surface for entity in document.entities] for document in documents]
    assert surfaces == [["Castrix"], ["Quillon"], [], ["Velmora", "Castrix"]]
    assert [len(asked) for asked in pipeline.asked] == [1, 2]


class TestCache:
    @pytest.fixture
    def options(self, tmp_path):
        return EngineOptions(cache=Cache(tmp_path / "readings", 1_000_000))

    def test_what_was_read_is_not_read_again(self, placed, options):
        pipeline = placed("ORG")
        text = "It was late.  Velmora fell!\nNordkraft"
        once = annotate(Article("a", text, language="en"), options=options)
        again = annotate_all(
            [Article("b", text, language="en"), Article("c", "Castrix", language="en")], options=options
        )
        assert again[0].entities == once.entities
        assert (again[0].tokens, again[0].article.source) == (once.tokens, "b")
        assert pipeline.asked[1:] == [["Castrix"]]

    def test_without_a_cache_it_is(self, placed):
        pipeline = placed("ORG")
        for _ in range(2):
            annotate(Article("a", "Velmora fell!", language="en"))
        assert len(pipeline.asked) == 2

    def test_another_model_or_version_reads_anew(self, placed, options, tmp_path, monkeypatch):
        pipeline = placed("ORG")
        article = Article("a", "Velmora fell!", language="en")
        annotate(article, options=options)
        (tmp_path / "en/ner/model.pt").write_bytes(b"another")
        annotate(article, options=options)
        monkeypatch.setattr(stanza, "_version", lambda: "99")
        annotate(article, options=options)
        annotate(article, options=options)
        assert len(pipeline.asked) == 3

    def test_what_is_known_needs_no_torch(self, placed, options, tmp_path):
        placed("ORG")
        annotate(Article("a", "Velmora fell!", language="en"), options=options)
        code = (
            "import sys; from pathlib import Path; from newsdiff.annotate import *; from newsdiff.model import Article\n"
            "options = EngineOptions(cache=Cache(Path(sys.argv[1]), 1000))\n"
            "document = annotate(Article('a', 'Velmora fell!', language='en'), engine='stanza', options=options)\n"
            "print([e.surface for e in document.entities], {'stanza', 'torch'} & set(sys.modules))"
        )
        folder = str(tmp_path / "readings")
        run = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
        assert run.stdout.strip() == "['Velmora'] set()"


def test_auto_goes_on_without_stanza_and_says_so(placed, monkeypatch, caplog):
    placed("ORG")

    def fail(*_):
        raise RuntimeError("the file is cut off\nat byte 1000")

    monkeypatch.setattr(stanza, "load_pipeline", fail)
    with caplog.at_level(logging.WARNING, "newsdiff"):
        assert annotate(Article("en.txt", "It was late.", language="en")).engine == "embedded"
    (record,) = caplog.records
    assert "'en'" in record.getMessage()
    assert "(the file is cut off); run: newsdiff models install en" in record.getMessage()
    with pytest.raises(EngineError, match="cannot be used"):
        annotate(Article("en.txt", "It was late.", language="en"), engine="stanza")


class TestTrained:
    """The engine with models that Stanza's own trainers made."""

    @pytest.fixture(autouse=True)
    def _installed(self, stanza_folder, monkeypatch):
        monkeypatch.setenv(stanza_models.FOLDER_VARIABLE, str(stanza_folder))

        def refuse(*_):
            raise AssertionError("the network was asked")

        monkeypatch.setattr(socket.socket, "connect", refuse)

    def test_are_installed(self):
        assert stanza.installed(EngineOptions()) == ("en", "hi", "it")

    @pytest.mark.parametrize("language", TEXTS)
    def test_entities(self, language):
        text = TEXTS[language]
        document = annotate(Article("a", text, language=language))
        assert document.engine == "stanza"
        assert NAMES[language] <= {(entity.kind, entity.surface) for entity in document.entities}
        assert all(text[entity.start : entity.end] == entity.surface for entity in document.entities)
        assert "".join(token.surface for token in document.tokens) == "".join(text.split())

    def test_a_headline_is_a_sentence_of_its_own(self):
        document = annotate(Article("a", TEXTS["en"], language="en"))
        assert TEXTS["en"][document.sentences[0].start : document.sentences[0].end] == "Velmora in Bramstead"

    def test_a_contraction_is_one_token(self):
        document = annotate(Article("a", TEXTS["it"], language="it"))
        assert "della" in [token.surface for token in document.tokens]
        models = stanza.find_models("it", EngineOptions())
        pipeline = stanza.load_pipeline("it", str(stanza_models.models_folder()), models.packages, 1)
        (token,) = [token for token in pipeline("La sede della Castrix.").sentences[0].tokens if token.text == "della"]
        assert [word.text for word in token.words] == ["di", "la"]

    def test_one_pipeline_a_language_is_kept(self):
        stanza.load_pipeline.cache_clear()
        for _ in range(3):
            annotate(Article("a", "Mara Ostrowell works for Velmora.", language="en"))
        assert stanza.load_pipeline.cache_info().misses == 1

    def test_many_articles_read_as_each_one_does(self):
        articles = [Article(language, TEXTS[language], language=language) for language in TEXTS]
        articles += [
            Article("more", "Elin Vastra left Bramstead.\n\n\nDid O?", language="en"),
            Article("no", "", language="en"),
        ]
        assert annotate_all(articles, engine="stanza") == tuple(annotate(article) for article in articles)

    def test_a_language_without_models_is_read_by_the_embedded_engine(self):
        assert annotate(Article("a", "Es ist spät.", language="de")).engine == "embedded"

    @pytest.mark.parametrize("cut", [0, 1000])
    def test_half_a_model(self, cut, stanza_folder, tmp_path, monkeypatch, caplog):
        shutil.copytree(stanza_folder, tmp_path / "cut", dirs_exist_ok=True)
        (model,) = (tmp_path / "cut" / "en" / "ner").glob("*.pt")
        model.write_bytes(model.read_bytes()[:cut])
        monkeypatch.setenv(stanza_models.FOLDER_VARIABLE, str(tmp_path / "cut"))
        with pytest.raises(EngineError, match="cannot be used"):
            annotate(Article("a", TEXTS["en"], language="en"), engine="stanza")
        assert annotate(Article("a", TEXTS["en"], language="en")).engine == "embedded"
        assert [record.name for record in caplog.records] == ["newsdiff"]

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(
        st.lists(
            st.sampled_from(
                ["Mara", "Velmora", "works", ".", "?", "\n", "\n\n", "“", "”", ",", "é\u200d", "4.4", "नीरा\u200d"]
            ),
            max_size=20,
        )
    )
    def test_spans_slice_whatever_the_text(self, words):
        text = " ".join(words)
        document = annotate(Article("a", text, language="en"), engine="stanza")
        items: list[Token | Entity] = [*document.tokens, *document.entities]
        for item in items:
            assert text[item.start : item.end] == item.surface
            assert item.surface == item.surface.strip() != ""
