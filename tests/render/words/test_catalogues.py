"""The catalogues against the code: nothing that a report says is missing, nothing stale, and all blanks are kept."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_keywords
from babel.messages.pofile import read_po

from newsdiff.render.words.catalogue import OURS, blanks
from newsdiff.render.words.terms import SKIPPED

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "newsdiff"
CATALOGUES = sorted(OURS.glob("*.po"))
MEND = "run `make words`, then translate what is new in newsdiff/render/words/*.po"
SAYING = {"say", "say_number", "say_as", "mark", "mark_number", "mark_as", "phrase", "phrases", "Reason"}


def key(message):
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    return message.context, *ids


def in_file(path):
    with path.open("rb") as file:
        return {key(message): message for message in read_po(file) if message.id}


@pytest.fixture(scope="module")
def said():
    """All messages of the code, found as `make words` finds them."""
    keywords = parse_keywords(re.findall(r"-k (\S+)", (ROOT / "Makefile").read_text(encoding="utf-8")))
    mappings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["babel"]["mappings"]
    methods = [(entry["pattern"], entry["method"]) for entry in mappings]
    return {
        (context, *(message if isinstance(message, tuple) else (message,)))
        for _file, _line, message, _comments, context in extract_from_dir(PACKAGE, methods, keywords=keywords)
    }


def test_the_template_holds_what_the_code_says(said):
    assert set(in_file(OURS / "messages.pot")) == said, MEND


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_no_message_is_missing_and_none_is_stale(path, said):
    messages = in_file(path)
    assert set(messages) == said, MEND
    for message in messages.values():
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        assert all(texts), f"{message.id}: not translated"
        assert not message.fuzzy


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_translations_keep_the_blanks_and_the_ends(path):
    for (_, one, *_many), message in in_file(path).items():
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        for text in texts:
            assert blanks(text) | {"count"} >= blanks(one) >= blanks(text) - {"count"}, text
            assert "" not in blanks(text)
            assert text.strip() == text or not one.strip(" ,;")
            assert one.endswith((".", ":")) == text.endswith((".", ":", "।")), text


def test_five_languages_are_there():
    assert {"de", "it", "hi", "ar"} <= {path.stem for path in CATALOGUES}


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_messages_are_literals_that_the_template_holds(path, said):
    """A message inside an f-string, or put together, would never be translated."""
    if path.is_relative_to(PACKAGE / "cli"):
        return
    texts = {text for _context, *ids in said for text in ids}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name not in SAYING:
            continue
        for argument in node.args[:2]:
            assert not isinstance(argument, (ast.JoinedStr, ast.BinOp)), f"{path}:{node.lineno}: no literal"
        wanted = node.args[1:2] if name in ("Reason", "say_as", "mark_as") else node.args[:1]
        for argument in wanted:
            if isinstance(argument, ast.Constant):
                assert argument.value in texts, f"{path}:{node.lineno}: {argument.value!r} is in no catalogue"


def test_every_reason_for_which_a_source_is_skipped_has_words():
    code = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "load").rglob("*.py"))
    assert set(re.findall(r'SourceError\(\s*"(\w+)"', code)) <= set(SKIPPED), (
        "add it to SKIPPED in render/words/terms.py"
    )
