from __future__ import annotations

import logging
import subprocess
import sys
from types import SimpleNamespace

import pytest

from newsdiff.annotate import Cache, EngineOptions, annotate, annotate_all, stanza, stanza_models, stanza_pipeline
from newsdiff.errors import EngineError
from newsdiff.model import Article
from tests.model_server import lay_out, needs_stanza

pytestmark = [pytest.mark.filterwarnings("ignore"), pytest.mark.xdist_group("stanza")]


@pytest.fixture(autouse=True)
def _no_models_of_this_machine(monkeypatch, tmp_path):
    monkeypatch.setenv(stanza_models.FOLDER_VARIABLE, str(tmp_path / "none"))
    monkeypatch.setattr(stanza, "release", lambda: "1.0.0")


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
        monkeypatch.setattr(stanza_pipeline, "load_pipeline", lambda *_: pipeline)
        return pipeline

    return install


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


LABEL_SETS = {
    "OntoNotes": (
        "PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL",
        {"person": "PERSON", "organization": "ORG", "place": "FAC GPE LOC"},
    ),
    "CoNLL": ("PER LOC ORG MISC", {"person": "PER", "organization": "ORG", "place": "LOC"}),
    "FBK": ("PER LOC ORG", {"person": "PER", "organization": "ORG", "place": "LOC"}),
    "AQMAR": ("PER LOC ORG MIS", {"person": "PER", "organization": "ORG", "place": "LOC"}),
    "GermEval": (
        "PER LOC ORG OTH PERderiv LOCderiv ORGderiv OTHderiv PERpart LOCpart ORGpart OTHpart",
        {"person": "PER", "organization": "ORG", "place": "LOC"},
    ),
    "IL-NER": ("NEP NEL NEO NED NEN NETI NEM NEMI", {"person": "NEP", "organization": "NEO", "place": "NEL"}),
    "NKJP": (
        "persName orgName placeName geogName date time",
        {"person": "persName", "organization": "orgName", "place": "placeName geogName"},
    ),
}


@pytest.mark.parametrize("name", LABEL_SETS)
def test_label_sets(name):
    labels, kinds = LABEL_SETS[name]
    wanted = {label: kind for kind, ours in kinds.items() for label in ours.split()}
    assert {label: stanza.KINDS.get(label.upper()) for label in labels.split()} == {
        label: wanted.get(label) for label in labels.split()
    }


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
        monkeypatch.setattr(stanza, "installed_version", lambda: "99")
        annotate(article, options=options)
        annotate(article, options=options)
        assert len(pipeline.asked) == 3

    @needs_stanza
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

    monkeypatch.setattr(stanza_pipeline, "load_pipeline", fail)
    with caplog.at_level(logging.WARNING, "newsdiff"):
        assert annotate(Article("en.txt", "It was late.", language="en")).engine == "embedded"
    (record,) = caplog.records
    assert "'en'" in record.getMessage()
    assert "(the file is cut off); run: newsdiff models install en" in record.getMessage()
    with pytest.raises(EngineError, match="cannot be used"):
        annotate(Article("en.txt", "It was late.", language="en"), engine="stanza")


@pytest.mark.parametrize("gpu", [True, False])
def test_a_graphics_processor_is_a_choice(monkeypatch, tmp_path, gpu):
    lay_out(tmp_path, "en")
    asked = []

    class Pipeline(Placed):
        def __init__(self, code, **options):
            super().__init__("ORG")
            asked.append((code, options["use_gpu"], options["download_method"]))

    threads = SimpleNamespace(set_num_threads=lambda _count: None, get_num_threads=lambda: 1)
    monkeypatch.setitem(sys.modules, "stanza", SimpleNamespace(Pipeline=Pipeline))
    monkeypatch.setitem(sys.modules, "torch", threads)
    document = annotate(
        Article("a", "Velmora fell.", language="en"), engine="stanza", options=EngineOptions(tmp_path, gpu=gpu)
    )
    assert [entity.surface for entity in document.entities] == ["Velmora"]
    assert asked == [("en", gpu, None)]


def test_a_package_that_cannot_be_imported_is_told_as_such(monkeypatch, tmp_path):
    lay_out(tmp_path, "en")
    monkeypatch.setenv(stanza_models.FOLDER_VARIABLE, str(tmp_path))
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(EngineError, match="the package stanza cannot be imported"):
        annotate(Article("en.txt", "It was late.", language="en"), engine="stanza")
    assert annotate(Article("en.txt", "It was late.", language="en")).engine == "embedded"
