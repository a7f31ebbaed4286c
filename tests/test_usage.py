"""What a newcomer meets: where to start, help, wrong words, the version, progress, an interruption."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from io import StringIO

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from newsdiff import __version__, cli, pipeline, terminal
from newsdiff.config import default_file, load_config

ROOT = default_file().parent


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_args, **_options: tmp_path / "own")
    (tmp_path / "one.txt").write_text("1,200 people came.", encoding="utf-8")


def run(*arguments, **options):
    return CliRunner().invoke(cli.app, list(arguments), catch_exceptions=False, prog_name="newsdiff", **options)


def commands(group=None, words=()):
    """Every command of the command line, as the words that call it."""
    group = group or get_command(cli.app)
    yield words
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, (*words, name))


def test_newsdiff_alone_is_short_and_what_it_shows_is_there():
    shown = run().stdout
    assert len(shown.splitlines()) <= 12
    known = {" ".join(words) for words in commands()}
    called = re.findall(r"newsdiff (\w+) ", shown)
    assert len(called) >= 3
    assert set(called) - {"sets", "alone"} <= known


@pytest.mark.parametrize("words", [words for words in commands() if words], ids=" ".join)
def test_every_command_has_help_with_an_example(words):
    shown = run(*words, "--help").stdout
    examples = re.findall(rf"^ +newsdiff {' '.join(words)}\b.*$", shown, re.MULTILINE)
    assert examples
    parser = get_command(cli.app)
    for example in re.findall(r"^ +newsdiff (.*)$", shown.partition("Exit status")[0], re.MULTILINE):
        assert all(option in known_options(parser, example.split()) for option in re.findall(r" (--[\w-]+)", example))


def known_options(command, words):
    found = []
    for word in ["", *words]:
        command = getattr(command, "commands", {}).get(word, command)
        found += [option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)]
    return found


WRONG = [
    (["comprae", "one.txt"], "no such command 'comprae' (did you mean compare?); newsdiff --help"),
    (["models", "instal"], "no such command 'instal' (did you mean install?); newsdiff models --help"),
    (["one.txt", "two.txt"], "no such command 'one.txt' (did you mean newsdiff compare one.txt …?); newsdiff --help"),
    (["zebra"], "no such command 'zebra'; newsdiff --help"),
    (["compare", "one.txt", "--formt", "html"], "no such option: --formt (did you mean --format?); newsdiff compare --help"),
    (["--formt", "html"], "no such option: --formt (did you mean --format?); newsdiff --help"),
    (["--format", "html", "one.txt"], "no such option: --format (did you mean newsdiff compare … --format?); newsdiff --help"),
    (["compare", "-x"], "no such option: -x; newsdiff compare --help"),
    (["compare"], "missing argument 'SOURCE'; newsdiff compare --help"),
    (["compare", "one.txt", "--kind"], "option '--kind' requires an argument; newsdiff"),
    (["explain", "a", "b", "c"], "got unexpected extra argument"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "told"), WRONG, ids=lambda value: " ".join(value) if isinstance(value, list) else "")
def test_wrong_words_are_told_in_one_line_with_what_was_meant(words, told):
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"newsdiff: {told}")
    assert result.stderr.count("\n") == 1


def test_a_file_that_was_misspelled():
    result = run("compare", "won.txt", "one.tx")
    assert result.exit_code == 3
    assert "newsdiff: one.tx: there is no such file or folder (did you mean one.txt?)\n" in result.stderr


def test_a_report_among_the_articles_is_not_read_as_one(tmp_path):
    (tmp_path / "news").mkdir()
    for name in ("one", "two"):
        (tmp_path / "news" / f"{name}.txt").write_text("1,200 people came to see the bridge.")
    for _ in range(2):
        assert run("compare", "news", "--output", "news/report.html").exit_code == 0
        assert run("compare", "news", "--output", "news/report.json").exit_code == 0
    assert "newsdiff: news/report.html: this is a report of newsdiff" in run("compare", "news").stderr
    refused = run("compare", "news", "--output", "news/report.md")
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "lies among the articles" in refused.stderr


def test_the_groups_alone_show_their_commands():
    result = run("models")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "install" in result.stdout


def test_the_version_tells_engines_and_their_languages(monkeypatch):
    monkeypatch.setattr("newsdiff.cli.about.find_spec", lambda _name: None)
    shown = run("--version").stdout.splitlines()
    assert shown[0] == f"newsdiff {__version__}"
    assert "engine stanza: not installed (pip install stanza)" in shown
    assert ".pdf: not installed (pip install 'newsdiff[pdf]')" in shown


def test_the_version_names_the_languages_of_stanza(monkeypatch):
    class Models:
        code = "hi"

    monkeypatch.setattr("newsdiff.cli.about.find_spec", lambda _name: object())
    monkeypatch.setattr("newsdiff.cli.about.version", lambda _name: "9.9")
    monkeypatch.setattr("newsdiff.annotate.stanza_models.installed_models", lambda _folder: (Models,))
    assert "engine stanza: 9.9, models for hi" in run("--version").stdout.splitlines()


def test_the_version_is_told_under_settings_that_are_wrong(tmp_path):
    (tmp_path / "config.yaml").write_text("engin: auto\n")
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("newsdiff ")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("newsdiff co", ["compare"]),
        ("newsdiff compare --fo", ["--format"]),
        ("newsdiff compare --format ma", ["markdown"]),
        ("newsdiff compare --kind p", ["person", "place", "percent"]),
        ("newsdiff compare --verdict un", ["unclear"]),
        ("newsdiff compare --fail-on d", ["discrepancy"]),
        ("newsdiff compare --engine e", ["embedded"]),
        ("newsdiff extract --format jsonl", ["jsonl"]),
        ("newsdiff models in", ["install"]),
    ],
)
def test_the_shell_completes(words, expected):
    variables = {"_NEWSDIFF_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    result = CliRunner().invoke(cli.app, [], prog_name="newsdiff", env=variables)
    assert result.stdout.split() == expected


class Terminal(StringIO):
    def isatty(self):
        return True


def test_progress_tells_every_step_of_every_article(tmp_path):
    (tmp_path / "zwei.txt").write_text("Am Montag kamen 1300 Menschen zur Brücke, sagte die Polizei der Stadt.")
    told: list[str] = []
    pipeline.compare_sources(["one.txt", "zwei.txt"], load_config(), progress=told.append)
    for step in ("reading one.txt (1 of 2)", "reading zwei.txt (2 of 2)", "taking the claims out of zwei.txt (2 of 2)"):
        assert step in told
    assert sum(step.startswith("finding names in ") for step in told) >= 1
    assert re.fullmatch(r"comparing \d+ claims of 2 articles", told[-1])


def test_progress_goes_away_when_done(monkeypatch):
    monkeypatch.setattr(terminal, "_PATIENCE", 0.0)
    screen = Terminal()
    with terminal.Progress(quiet=False, stream=screen) as progress:
        progress("reading [bold]one\x1b[2J.txt")
        wait_for(lambda: "reading" in screen.getvalue())
        terminal.say("a word in between")
        progress("comparing")
    written = screen.getvalue()
    assert "reading [bold]one.txt" in written
    assert "newsdiff: a word in between\n" in re.sub(r"\x1b\[[\d;?]*\w|\r", "", written)
    assert written.endswith(("\x1b[2K", "\x1b[?25h", "\r\x1b[1A\x1b[2K"))


def wait_for(condition):
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.parametrize("quiet", [True, False])
def test_progress_is_silent_where_it_is_not_wanted(monkeypatch, quiet):
    monkeypatch.setattr(terminal, "_PATIENCE", 0.0)
    screen = Terminal() if quiet else StringIO()
    with terminal.Progress(quiet=quiet, stream=screen) as progress:
        progress("reading")
        threading.Event().wait(0.05)
    assert screen.getvalue() == ""


SLOW = """
import io, signal, sys, time
from newsdiff import cli

signal.signal(signal.SIGINT, signal.default_int_handler)

class Slow(io.BytesIO):
    def read(self, size=-1):
        print("ready", flush=True)
        time.sleep(60)

sys.stdin = io.TextIOWrapper(Slow())
cli.main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals are different there")
def test_an_interruption_ends_cleanly(tmp_path):
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, "compare", "-", "one.txt"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=tmp_path,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"newsdiff: interrupted\n")
