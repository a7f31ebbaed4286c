from __future__ import annotations

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from newsdiff import cli
from newsdiff.annotate import stanza_install
from tests.model_server import needs_stanza, serving, tiny_models

pytestmark = needs_stanza

HEAVY = {"torch", "stanza"}


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_args, **_options: tmp_path / "own")
    for name in list(os.environ):
        if name.startswith(("NEWSDIFF_", "STANZA_")) or name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path / "models"))
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(stanza_install, "_PAUSE", 0)


@pytest.fixture
def server():
    with serving(tiny_models()) as made:
        yield made


def run(*arguments):
    return CliRunner().invoke(cli.app, ["models", *arguments], catch_exceptions=False)


def test_install_then_list(server, tmp_path):
    result = run("install", "hi", "it", "--mirror", server.address)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == [
        f"newsdiff: hi: 3 files fetched to {tmp_path / 'models'}",
        f"newsdiff: it: 8 files fetched to {tmp_path / 'models'}",
    ]
    server.asked.clear()
    listed = run("list").stdout.splitlines()
    assert [line.split()[:2] for line in listed[1:3]] == [["hi", "Hindi"], ["it", "Italian"]]
    assert "tokenize combined, mwt combined, ner fbk, pos combined, lemma combined, depparse combined" in listed[2]
    assert str(tmp_path / "models") in listed[-1]
    assert run("list", "it").stdout.count("Hindi") == 0
    assert server.asked == []


def test_names_only_and_the_rest_later(server, tmp_path):
    result = run("install", "it", "--names-only", "--mirror", server.address)
    assert result.stderr.startswith("newsdiff: it: 4 files fetched")
    assert not (tmp_path / "models" / "it" / "depparse").exists()
    assert "names only" in run("list").stdout
    available = run("list", "--available", "it", "--mirror", server.address).stdout
    fetched = sum(
        len(server.files[f"/it/{name}.pt"]) for name in ("pos/combined", "lemma/combined", "depparse/combined")
    )
    fetched += len(server.files["/it/pretrain/vectors.pt"])
    assert f"{fetched / 1e6:.1f} MB" in available
    planned = run("install", "it", "--dry-run", "--mirror", server.address).stdout
    assert f"to be fetched, {fetched / 1e6:.1f} MB:" in planned
    assert [line for line in planned.splitlines() if "ner/" in line] == []
    assert run("install", "it", "--mirror", server.address).stderr.startswith("newsdiff: it: 4 files fetched")
    listed = run("list").stdout
    assert "names only" not in listed
    assert "0.0 MB" in run("list", "--available", "it", "--mirror", server.address).stdout


def test_half_of_the_grammar(server):
    server.cuts["/it/depparse/combined.pt"] = [1000, 0, 0]
    assert run("install", "it", "--mirror", server.address).exit_code == 2
    assert "incomplete" in run("list").stdout
    assert run("install", "it", "--mirror", server.address).exit_code == 0
    assert "incomplete" not in run("list").stdout


def test_what_is_here_is_said_to_be(server):
    run("install", "hi", "--mirror", server.address)
    assert "all is here already" in run("install", "hi", "--mirror", server.address).stderr
    assert run("install", "hi", "--mirror", server.address, "--quiet").stderr == ""


def test_a_mirror_and_a_folder_from_the_environment(server, tmp_path, monkeypatch):
    monkeypatch.setenv("NEWSDIFF_STANZA_MIRROR", server.address + "/")
    monkeypatch.setenv("NEWSDIFF_STANZA_FOLDER", str(tmp_path / "mine"))
    assert run("install", "hi").exit_code == 0
    assert (tmp_path / "mine" / "hi" / "ner" / "ilner.pt").is_file()
    assert "Hindi" in run("list").stdout
    assert run("install", "it", "--folder", str(tmp_path / "other")).exit_code == 0
    assert (tmp_path / "other" / "it").is_dir()


def test_what_there_is_and_what_would_be_fetched(server, tmp_path):
    listed = run("list", "--available", "--mirror", server.address).stdout.splitlines()
    assert [line.split()[0] for line in listed[1:4]] == ["hi", "it", "zh"]
    assert all("MB" in line for line in listed[1:4])
    planned = run("install", "hi", "--dry-run", "--mirror", server.address).stdout
    assert "hi (Hindi), 2." in planned
    assert "ner/ilner.pt" in planned
    assert not (tmp_path / "models").exists()
    assert server.got(".pt") == []


def test_nothing_is_here():
    result = run("list")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "--available" in result.stderr
    checked = run("check")
    assert (checked.exit_code, checked.stderr.count("\n")) == (2, 1)
    assert "newsdiff models install" in checked.stderr


def test_half_a_transfer(server):
    server.cuts["/hi/ner/ilner.pt"] = [1000, 0, 0]
    result = run("install", "hi", "--mirror", server.address)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "run the command again" in result.stderr
    assert "incomplete" in run("list").stdout
    checked = run("check")
    assert (checked.exit_code, checked.stdout) == (1, "")
    assert "run: newsdiff models install hi" in checked.stderr
    assert run("install", "hi", "--mirror", server.address).exit_code == 0
    assert server.got("ilner.pt")[-1] == "bytes=1000-"


@pytest.mark.filterwarnings("ignore")
def test_models_that_are_none_are_told(server):
    run("install", "hi", "--mirror", server.address)
    checked = run("check", "hi", "it")
    assert (checked.exit_code, checked.stdout) == (1, "")
    assert [line.split(":")[1].strip() for line in checked.stderr.splitlines()] == ["hi", "it"]
    assert "cannot be used with Stanza" in checked.stderr


@pytest.mark.parametrize("arguments", [["install", "tlh"], ["install", "xx"]])
def test_a_language_that_stanza_cannot_tag(server, arguments):
    result = run(*arguments, "--mirror", server.address)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "hi, it, zh" in result.stderr


@pytest.mark.parametrize("mirror", ["http://127.0.0.1:9", "models"])
def test_a_mirror_that_is_none_is_one_line(mirror):
    result = run("install", "hi", "--mirror", mirror)
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert result.stderr.startswith(f"newsdiff: {mirror}")


@pytest.mark.parametrize(
    "arguments",
    [["models", "--help"], ["models", "list"], ["models", "install", "hi", "--quiet"], ["compare", "a", "b"]],
)
def test_nothing_heavy_is_loaded(server, tmp_path, arguments):
    for name in ("a", "b"):
        (tmp_path / "work" / name).write_text("", encoding="utf-8")
    code = (
        "import sys\nfrom newsdiff import cli\n"
        "try:\n    cli.main()\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', *sorted({HEAVY!r} & set(sys.modules)))"
    )
    environment = {**os.environ, "NEWSDIFF_STANZA_MIRROR": server.address}
    result = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        env=environment,
    )
    assert result.stdout.splitlines()[-1] == "LOADED"


def test_comparing_with_the_built_in_engine_loads_no_torch(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / "work" / name).write_text("Mara Ostrowell leads Velmora. She paid 40 dollars.", encoding="utf-8")
    code = (
        "import sys\nfrom newsdiff import cli\n"
        "try:\n    cli.main()\nexcept SystemExit:\n    pass\n"
        f"print('LOADED', *sorted({HEAVY!r} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, "compare", "a.txt", "b.txt"],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert "2 articles" in result.stdout
    assert result.stdout.splitlines()[-1] == "LOADED"
