from __future__ import annotations

import json
import subprocess
import sys

import pytest

from newsdiff.annotate import EngineOptions, annotate, annotate_all, stanza, stanza_models, support
from newsdiff.errors import EngineError
from newsdiff.model import Article
from tests.model_server import lay_out, needs_stanza


@pytest.fixture(autouse=True)
def _no_models_of_this_machine(monkeypatch, tmp_path):
    monkeypatch.setenv(stanza_models.FOLDER_VARIABLE, str(tmp_path / "none"))
    monkeypatch.setattr(stanza, "release", lambda: "1.0.0")


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
        monkeypatch.setattr(stanza, "release", lambda: "")
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

    @needs_stanza
    def test_looking_imports_nothing_heavy(self, tmp_path):
        lay_out(tmp_path, "it")
        code = (
            "import sys; from newsdiff.annotate import EngineOptions, stanza, support\n"
            "assert stanza.serves('it'); assert stanza.installed(EngineOptions()); support()\n"
            "print({'stanza', 'torch', 'numpy'} & set(sys.modules))"
        )
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert run.stdout.strip() == "set()"


GRAMMAR = {"pos": "a", "lemma": "a", "depparse": "a"}


@pytest.mark.parametrize(
    ("chosen", "described", "files"),
    [
        (GRAMMAR, ["pos", "lemma", "depparse"], ["pos/a.pt", "lemma/a.pt", "depparse/a.pt"]),
        ({**GRAMMAR, "lemma": "identity"}, ["pos", "depparse"], ["pos/a.pt", "depparse/a.pt"]),
        (GRAMMAR, ["pos", "lemma"], []),
        ({"pos": "a", "lemma": "a"}, ["pos", "lemma"], []),
        ({**GRAMMAR, "pos": "../a"}, ["pos", "lemma", "depparse"], []),
        ({}, [], []),
    ],
)
def test_grammar_is_whole_or_none(chosen, described, files):
    model = {"md5": "0"}
    entry = {processor: {chosen[processor]: model} for processor in described}
    names = {"tokenize": "b", "ner": "b"}
    entry |= {processor: {"b": model} for processor in names} | {"packages": {"default": {**names, **chosen}}}
    models = stanza_models.ModelList(json.dumps({"xx": entry}).encode(), "list").find("xx")
    assert models is not None
    assert [file.name for file in models.grammar_files] == files
    assert bool(models.grammar) == bool(files)
    assert [file.name for file in models.for_names().every_file] == ["tokenize/b.pt", "ner/b.pt"]


def test_missing_models_are_an_error_that_says_what_to_run(tmp_path):
    with pytest.raises(EngineError) as caught:
        annotate(Article("a", "नमस्ते।", language="hi"), engine="stanza")
    assert "'hi'" in str(caught.value)
    assert str(tmp_path / "none") in str(caught.value)
    assert "run: newsdiff models install hi" in str(caught.value)
