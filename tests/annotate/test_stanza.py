from __future__ import annotations

import logging
import shutil
import socket
import subprocess
import sys
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.annotate import annotate, stanza, support
from newsdiff.errors import EngineError
from newsdiff.model import Article

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
    monkeypatch.setenv(stanza.FOLDER_VARIABLE, str(tmp_path / "none"))
    monkeypatch.setattr(stanza, "find_spec", lambda _name: object())


def lay_out(folder, *paths):
    (folder / "resources.json").write_text("{}")
    for path in paths:
        (folder / path).mkdir(parents=True)
        (folder / path / "model.pt").write_bytes(b"")


class Placed:
    """A pipeline of Stanza's shape that takes every capital word for an entity, labelled as asked for."""

    def __init__(self, label):
        self.label = label

    def __call__(self, text):
        spans, start = [], 0
        for word in text.split():
            start = text.index(word, start)
            spans.append(SimpleNamespace(start_char=start, end_char=start + len(word), type=self.label, text=word))
            start += len(word)
        return SimpleNamespace(
            sentences=[SimpleNamespace(tokens=spans)], ents=[span for span in spans if span.text[0].isupper()]
        )


@pytest.fixture
def placed(monkeypatch, tmp_path):
    """Install such a pipeline for English."""
    lay_out(tmp_path, "en/tokenize", "en/ner")
    monkeypatch.setenv(stanza.FOLDER_VARIABLE, str(tmp_path))
    return lambda label: monkeypatch.setattr(stanza, "load_pipeline", lambda _code, _folder: Placed(label))


class TestInstalled:
    def test_what_lies_in_the_folder(self, monkeypatch, tmp_path):
        lay_out(tmp_path, "it/tokenize", "it/ner", "zh-hans/tokenize", "zh-hans/ner", "de/tokenize", "work/en")
        monkeypatch.setenv(stanza.FOLDER_VARIABLE, str(tmp_path))
        support.cache_clear()
        assert stanza.installed() == ("it", "zh")
        assert [stanza.serves(code) for code in ("it", "zh", "de", "fr", "und")] == [True, True, False, False, False]
        assert {row.code for row in support() if row.stanza} == {"it", "zh"}
        support.cache_clear()

    def test_a_folder_without_a_list_of_resources_holds_nothing(self, monkeypatch, tmp_path):
        lay_out(tmp_path, "it/tokenize", "it/ner")
        (tmp_path / "resources.json").unlink()
        monkeypatch.setenv(stanza.FOLDER_VARIABLE, str(tmp_path))
        assert stanza.installed() == ()

    def test_models_without_the_package_serve_nothing(self, monkeypatch, tmp_path):
        lay_out(tmp_path, "it/tokenize", "it/ner")
        monkeypatch.setenv(stanza.FOLDER_VARIABLE, str(tmp_path))
        monkeypatch.setattr(stanza, "find_spec", lambda _name: None)
        assert not stanza.serves("it")
        with pytest.raises(EngineError, match="pip install stanza"):
            annotate(Article("a", "Ciao.", language="it"), engine="stanza")

    def test_looking_imports_nothing_heavy(self):
        code = (
            "import sys; from newsdiff.annotate import stanza, support\n"
            "stanza.serves('it'); stanza.installed(); support()\n"
            "print({'stanza', 'torch', 'numpy'} & set(sys.modules))"
        )
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert run.stdout.strip() == "set()"


def test_missing_models_are_an_error_that_says_what_to_run(tmp_path):
    with pytest.raises(EngineError) as caught:
        annotate(Article("a", "नमस्ते।", language="hi"), engine="stanza")
    assert "'hi'" in str(caught.value)
    assert str(tmp_path / "none") in str(caught.value)
    assert """python -c "import stanza; stanza.download('hi')\"""" in str(caught.value)


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


def test_auto_goes_on_without_stanza_and_says_so(placed, monkeypatch, caplog):
    placed("ORG")

    def fail(_code, _folder):
        raise RuntimeError("the file is cut off\nat byte 1000")

    monkeypatch.setattr(stanza, "load_pipeline", fail)
    with caplog.at_level(logging.WARNING, "newsdiff"):
        assert annotate(Article("en.txt", "It was late.", language="en")).engine == "embedded"
    (record,) = caplog.records
    assert "'en'" in record.getMessage()
    assert "(the file is cut off)" in record.getMessage()
    assert "en.txt" in record.getMessage()
    with pytest.raises(EngineError, match="cannot be used"):
        annotate(Article("en.txt", "It was late.", language="en"), engine="stanza")


class TestTrained:
    """The engine with models that Stanza's own trainers made."""

    @pytest.fixture(autouse=True)
    def _installed(self, stanza_folder, monkeypatch):
        monkeypatch.setenv(stanza.FOLDER_VARIABLE, str(stanza_folder))

        def refuse(*_):
            raise AssertionError("the network was asked")

        monkeypatch.setattr(socket.socket, "connect", refuse)

    def test_are_installed(self):
        assert stanza.installed() == ("en", "hi", "it")

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
        pipeline = stanza.load_pipeline("it", str(stanza.models_folder()))
        (token,) = [token for token in pipeline("La sede della Castrix.").sentences[0].tokens if token.text == "della"]
        assert [word.text for word in token.words] == ["di", "la"]

    def test_one_pipeline_a_language_is_kept(self):
        stanza.load_pipeline.cache_clear()
        for _ in range(3):
            annotate(Article("a", "Mara Ostrowell works for Velmora.", language="en"))
        assert stanza.load_pipeline.cache_info().misses == 1

    def test_a_language_without_models_is_read_by_the_embedded_engine(self):
        assert annotate(Article("a", "Es ist spät.", language="de")).engine == "embedded"

    @pytest.mark.parametrize("cut", [0, 1000])
    def test_half_a_model(self, cut, stanza_folder, tmp_path, monkeypatch, caplog):
        shutil.copytree(stanza_folder, tmp_path / "cut", dirs_exist_ok=True)
        (model,) = (tmp_path / "cut" / "en" / "ner").glob("*.pt")
        model.write_bytes(model.read_bytes()[:cut])
        monkeypatch.setenv(stanza.FOLDER_VARIABLE, str(tmp_path / "cut"))
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
        for item in (*document.tokens, *document.entities):
            assert text[item.start : item.end] == item.surface
            assert item.surface == item.surface.strip() != ""
