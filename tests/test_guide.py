"""README.md and docs/guide.md show what the tool prints: every block that begins with a command is run and compared.

In a block ``…`` stands for anything on its line, and alone on a line for any lines. ``make guide`` (``UPDATE_GUIDE=1 pytest
tests/test_guide.py``) writes the blocks that are old anew: in full, or to as many lines as stood before a last ``…``.
"""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from newsdiff import cli
from newsdiff.load import FORMATS

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "docs" / "guide.md"
README = ROOT / "README.md"
PAGES = [README, ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
WIDTH = "96"
CUT = "…"
ANY_LINES = r"(?:.*\n)*?"
BLOCK = re.compile(r"^```console\n\$ newsdiff ([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:^|`|&& )newsdiff ([a-z][^`#\n|]*)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def printed(command: str) -> str:
    """What a command prints to a terminal of the guide's width, and to standard error before it."""
    variables = {"COLUMNS": WIDTH, "NO_COLOR": "1", "NEWSDIFF_ENGINE": "embedded"}
    words = [path for word in shlex.split(command) for path in (_files(word) if "*" in word else [word])]
    result = CliRunner().invoke(cli.app, words, prog_name="newsdiff", env=variables)
    assert result.exit_code == 0, result.output
    return "".join(f"{line.rstrip()}\n" for line in (result.stderr + result.stdout).splitlines())


def _files(pattern: str) -> list[str]:
    """The files that a shell in the project's folder would put in a pattern's place."""
    return [str(path.relative_to(ROOT)) for path in sorted(ROOT.glob(pattern))]


@pytest.fixture(autouse=True)
def _folder(monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_args, **_options: tmp_path)
    for name in [name for name in os.environ if name.startswith("NEWSDIFF_")]:
        monkeypatch.delenv(name)


def shows(block: str, whole: str) -> bool:
    """Whether a block of the guide shows what was printed, but for the width of blanks."""
    pattern = "".join(ANY_LINES if line.strip() == CUT else _line_pattern(line) for line in block.splitlines())
    return re.fullmatch(pattern, "".join(f"{' '.join(line.split())}\n" for line in whole.splitlines())) is not None


def _line_pattern(line: str) -> str:
    return ".*".join(map(re.escape, " ".join(line.split()).split(CUT))) + "\n"


@pytest.mark.parametrize(
    ("block", "whole", "answer"),
    [
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\nd\n", "a\nd\n", True),
        ("a\n…\n", "b\nc\n", False),
        ("a … c\n", "a b c\n", True),
        ("a … c\n", "a b d\n", False),
        ("a…   c\n", "  a b  c\n", True),
        ("a\n", "a\nb\n", False),
    ],
)
def test_shows(block, whole, answer):
    assert shows(block, whole) is answer


@pytest.mark.parametrize(("page", "least"), [(README, 1), (GUIDE, 4)], ids=["readme", "guide"])
def test_a_page_shows_what_the_tool_prints(page, least):
    text = page.read_text(encoding="utf-8")
    blocks = BLOCK.findall(text)
    assert len(blocks) >= least
    old = {command: whole for command, block in blocks if not shows(block, whole := printed(command))}
    if os.environ.get("UPDATE_GUIDE"):
        page.write_text(BLOCK.sub(lambda block: _anew(block, old), text), encoding="utf-8")
    assert not old, f"{page.name} is old: run make guide, and read what changed"


def _anew(block: re.Match[str], old: dict[str, str]) -> str:
    if block[1] not in old:
        return block[0]
    lines = block[2].splitlines()
    whole = old[block[1]].splitlines()
    shown = [*whole[: len(lines) - 1], lines[-1]] if lines[-1].strip() == CUT else whole
    return "```console\n" + "\n".join([f"$ newsdiff {block[1]}", *shown]) + "\n```"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_on_the_pages_exist(page):
    for words in COMMAND.findall(page.read_text(encoding="utf-8")):
        command = get_command(cli.app)
        options = {"--help"}
        for word in words.split():
            command = getattr(command, "commands", {}).get(word, command)
        for parameter in command.params:
            options |= {*parameter.opts, *parameter.secondary_opts}
        assert command.name != "newsdiff", words
        assert set(re.findall(r"(?<=\s)--?[a-z][\w-]*", words)) <= options, words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_the_pages_name_are_there(page):
    text = page.read_text(encoding="utf-8")
    for link in LINK.findall(text):
        assert (page.parent / link).exists(), link
    for name in re.findall(r"`((?:newsdiff|tests|training|docs|samples)/[\w./-]*\w)/?`", text):
        assert (ROOT / name).exists(), name


def test_the_guide_names_every_ending_and_every_exit_status():
    text = GUIDE.read_text(encoding="utf-8")
    spare = {".text", ".markdown", ".htm", ".xhtml", ".ndjson"}
    for entry in FORMATS:
        for suffix in set(entry.SUFFIXES) - spare:
            assert f"`{suffix}`" in text
    shown = CliRunner().invoke(cli.app, ["--help"], prog_name="newsdiff").stdout.partition("Exit status:")[2]
    statuses = re.findall(r"^ +(\d+) ", shown.partition("Options:")[0], re.MULTILINE)
    assert re.findall(r"^\| (\d+) \|", text, re.MULTILINE) == statuses
