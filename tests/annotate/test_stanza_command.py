from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from newsdiff import cli
from newsdiff.config import default_file
from tests.model_server import folder_files, serving

ROOT = default_file().parent
SAMPLE = [str(ROOT / "samples" / "transfer" / name) for name in ("hi.txt", "it.txt", "de.txt")]

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore"), pytest.mark.xdist_group("stanza")]


@pytest.fixture(autouse=True)
def _own_folders(tmp_path, monkeypatch):
    for name in list(os.environ):
        if name.startswith(("NEWSDIFF_", "STANZA_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path / "models"))
    monkeypatch.setenv("NEWSDIFF_CACHE_FOLDER", str(tmp_path / "readings"))


@pytest.fixture
def offline(monkeypatch):
    """Let no connection be made from here on."""

    def cut():
        def refuse(*_):
            raise AssertionError("the network was asked")

        monkeypatch.setattr(socket.socket, "connect", refuse)

    return cut


def run(*arguments):
    return CliRunner().invoke(cli.app, list(arguments), catch_exceptions=False)


def run_without_torch(folder, *arguments):
    """Run the command in a process of its own in which importing torch fails."""
    broken = folder / "broken" / "torch"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise RuntimeError('torch was loaded')")
    environment = {**os.environ, "PYTHONPATH": f"{broken.parent}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "newsdiff.cli", *arguments]
    return subprocess.run(
        command, capture_output=True, check=False, text=True, encoding="utf-8", timeout=120, env=environment
    )


def engines(text):
    report = json.loads(text)
    languages = {article["id"]: article["language"] for article in report["articles"]}
    return {languages[key]: name for key, name in report["engine"].items()}


def test_from_the_server_to_the_report(stanza_folder, tmp_path, offline):
    with serving(folder_files(stanza_folder)) as server:
        installed = run("models", "install", "hi", "it", "--mirror", server.address)
    assert installed.exit_code == 0, installed.stderr
    offline()
    assert (run("models", "check").exit_code, run("models", "check", "hi").stdout) == (0, "hi: sound\n")

    first = run("compare", *SAMPLE, "--format", "json")
    assert (first.exit_code, first.stderr) == (0, "")
    assert engines(first.stdout) == {"hi": "stanza", "it": "stanza", "de": "embedded"}
    assert len(list((tmp_path / "readings").iterdir())) == 2

    again = run_without_torch(tmp_path, "compare", *SAMPLE, "--format", "json")
    assert (again.returncode, again.stderr) == (0, "")
    assert again.stdout == first.stdout

    named = run("compare", *SAMPLE, "--engine", "stanza")
    assert (named.exit_code, named.stdout) == (2, "")
    assert named.stderr.count("\n") == 1
    assert "run: newsdiff models install de" in named.stderr
    both = run("compare", *SAMPLE[:2], "--engine", "stanza", "--format", "json")
    assert engines(both.stdout) == {"hi": "stanza", "it": "stanza"}


def test_grammar_reaches_the_report(stanza_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(stanza_folder))
    (tmp_path / "one.txt").write_text("Velmora fed 300 stray and sick dogs. Did Elin Vastra leave Lindhaven?")
    (tmp_path / "two.txt").write_text(
        "Elin Vastra works for Velmora in Lindhaven. Velmora fed 300 stray and sick dogs."
    )
    counted = {}
    for engine in ("stanza", "embedded"):
        given = ["compare", "one.txt", "two.txt", "--language", "en", "--format", "json", "--kind", "quantity"]
        result = run(*given, "--engine", engine)
        assert (result.exit_code, result.stderr) == (0, "")
        report = json.loads(result.stdout)
        assert set(report["engine"].values()) == {engine}
        counted[engine] = {place["value"]["of"] for finding in report["findings"] for place in finding["positions"]}
    assert counted == {"stanza": {"stray and sick dogs"}, "embedded": {"stray"}}


@pytest.mark.parametrize("switch", [["--no-cache"], []])
def test_nothing_is_kept_where_it_is_not_wanted(stanza_folder, tmp_path, monkeypatch, switch):
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(stanza_folder))
    if not switch:
        monkeypatch.setenv("NEWSDIFF_CACHE_USE", "false")
    result = run("extract", SAMPLE[1], "--engine", "stanza", *switch)
    assert (result.exit_code, result.stderr) == (0, "")
    assert not (tmp_path / "readings").exists()


def test_damaged_models_give_one_line(stanza_folder, tmp_path):
    shutil.copytree(stanza_folder, tmp_path / "models")
    (model,) = (tmp_path / "models" / "it" / "ner").glob("*.pt")
    model.write_bytes(model.read_bytes()[:1000])
    (tmp_path / "one.txt").write_text(
        "Rosa Gallini lavora per la Castrix della città di Porto Greve.", encoding="utf-8"
    )
    (tmp_path / "two.txt").write_text("La Castrix ha assunto Rosa Gallini.", encoding="utf-8")
    given = ["compare", "one.txt", "two.txt", "--language", "it", "--format", "json"]
    result = run(*given)
    assert result.exit_code == 0
    assert engines(result.stdout) == {"it": "embedded"}
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("newsdiff: Stanza's models for the language 'it'")
    named = run(*given, "--engine", "stanza")
    assert (named.exit_code, named.stdout, named.stderr.count("\n")) == (2, "", 1)
    checked = run("models", "check")
    assert (checked.exit_code, checked.stdout) == (1, "en: sound\nhi: sound\n")
    assert checked.stderr.count("\n") == 1
