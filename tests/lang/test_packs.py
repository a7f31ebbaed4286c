from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest
import yaml

from newsdiff import schema
from newsdiff.errors import SettingsError
from newsdiff.lang.boilerplate import is_boilerplate
from newsdiff.lang.pack import PACKS, LanguagePack, has_words, languages, load_pack
from newsdiff.lang.prose import ProseWords

BASE = PACKS / "base.yaml"
SECTIONS = [field.name for field in fields(LanguagePack) if field.name not in {"code", "name", "script"}]
BOILERPLATE = yaml.safe_load((Path(__file__).parent.parent / "cases" / "boilerplate.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("code", languages())
def test_pack_loads(code):
    pack = load_pack(code)
    assert (pack.code, len(pack.script)) == (code, 4)
    assert pack.prose.function_words
    assert pack.prose.negations


def test_language_without_a_pack_gets_the_base():
    assert load_pack("xx").prose == load_pack("und").prose
    assert load_pack("xx").prose.strong_ends == load_pack("en").prose.strong_ends


@pytest.mark.parametrize("section", SECTIONS)
def test_every_key_is_explained_in_the_base(section):
    lines = BASE.read_text(encoding="utf-8").split("\n")
    start = lines.index(f"{section}:")
    explained = False
    found = set()
    for line in lines[start + 1 :]:
        key = re.match(r"  (\w+):", line)
        if line and not line.startswith(" "):
            break
        if key:
            assert explained, f"{section}.{key[1]} has no comment above it in base.yaml"
            found.add(key[1])
        explained = line.startswith("  #") or (explained and bool(line.strip()))
    assert found == {field.name for field in fields(type(getattr(load_pack("und"), section)))}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("prose:\n  function_word: [a]\n", "2: prose.function_word: no such key (did you mean function_words?)"),
        ("prose:\n  function_words: the\n", "2: prose.function_words: expected a list such as [the]"),
        ("prose:\n  ordinal_stop: perhaps\n", "2: prose.ordinal_stop: expected true or false, got 'perhaps'"),
        ("prose:\n  initials: [{a: b}]\n", "2: prose.initials[0]: expected text, got a mapping"),
        ("code: xx\nprose: [\n", "is not valid YAML"),
    ],
)
def test_errors_name_file_line_and_key(tmp_path, text, complaint):
    pack = tmp_path / "xx.yaml"
    pack.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=re.escape(str(pack))) as caught:
        schema.read([BASE, pack], LanguagePack)
    assert complaint in str(caught.value)


@pytest.mark.parametrize("code", [*languages(), "und"])
class TestProse:
    def test_no_entry_stands_twice_in_a_file(self, code):
        path = BASE if code == "und" else PACKS / f"{code}.yaml"
        section = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["prose"]
        for key, entries in section.items():
            assert len(entries) == len(set(entries)), f"{key}: {sorted({e for e in entries if entries.count(e) > 1})}"

    def test_abbreviations_are_of_one_kind_and_end_in_a_full_stop(self, code):
        prose = load_pack(code).prose
        kinds = [set(prose.abbreviations), set(prose.number_abbreviations), set(prose.closing_abbreviations)]
        for entry in set().union(*kinds):
            assert entry.endswith(".")
            assert not re.search(r"\s", entry)
            assert sum(entry in kind for kind in kinds) == 1, entry

    def test_marks_are_single_characters(self, code):
        prose = load_pack(code).prose
        assert {len(mark) for mark in (*prose.strong_ends, *prose.weak_ends, *prose.closing_marks)} == {1}

    def test_function_words_are_single_small_words(self, code):
        prose: ProseWords = load_pack(code).prose
        for word in prose.function_words:
            assert word == word.lower()
            assert " " not in word

    def test_function_words_are_no_demonyms(self, code):
        prose = load_pack(code).prose
        assert not set(prose.function_words) & {word.lower() for word in prose.demonyms}


def test_no_pack_is_shadowed_by_the_list_of_languages_without_one():
    assert not set(languages()) & set(load_pack("und").prose.function_words_elsewhere)


@pytest.mark.parametrize("case", BOILERPLATE, ids=lambda case: f"{case['language']}-{case['line'][:25]}")
def test_boilerplate(case):
    assert is_boilerplate(case["line"], case["language"]) is case["boilerplate"]


def test_words_are_known_of_languages_with_a_pack_alone():
    assert {code for code in (*languages(), "fi", "sv", "und") if has_words(code)} == set(languages())


@pytest.mark.parametrize("section", SECTIONS)
def test_what_the_packs_tell_is_read(section):
    package = PACKS.parent.parent
    own = {package / "lang" / f"{section}.py"}
    code = "\n".join(file.read_text(encoding="utf-8") for file in sorted({*package.rglob("*.py")} - own))
    read = set(re.findall(r"(?:\.|\")(\w+)\b", code))
    assert {field.name for field in fields(type(getattr(load_pack("und"), section)))} <= read
