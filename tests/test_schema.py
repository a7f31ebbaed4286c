from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import Annotated, Literal

import pytest

from newsdiff import layers, schema
from newsdiff.errors import SettingsError


@dataclass(frozen=True)
class Inner:
    size: Annotated[int, schema.Within(1, 9)] = 3


@dataclass(frozen=True)
class Settings:
    word: str = "x"
    many: tuple[str, ...] = ()
    table: dict[str, tuple[str, ...]] = field(default_factory=dict)
    choice: Literal["one", "two"] = "one"
    color: Annotated[str, schema.OneOf(("red", "green"))] = "red"
    share: Annotated[float, schema.Within(0, 1)] = 0.5
    day: dt.date | None = None
    flag: bool = False
    inner: Inner = Inner()


def read(tmp_path, *texts, **options):
    paths = []
    for at, text in enumerate(texts):
        paths.append(tmp_path / f"{at}.yaml")
        paths[-1].write_text(text, encoding="utf-8")
    return schema.read(paths, Settings, **options)


def test_every_shape_is_read(tmp_path):
    text = """
word: no
many: [a, 2]
table: {k: [v, w]}
choice: two
color: green
share: 0.25
day: 2026-01-31
flag: yes
inner: {size: 7}
"""
    assert read(tmp_path, text) == Settings(
        "no", ("a", "2"), {"k": ("v", "w")}, "two", "green", 0.25, dt.date(2026, 1, 31), True, Inner(7)
    )


@pytest.mark.parametrize(
    "text", ["", "# nothing\n", "---\n", "word: x\nmany:\ntable:\nday:\ninner:\n", "day: null", "day: ~"]
)
def test_empty_means_empty(tmp_path, text):
    assert read(tmp_path, text) == Settings()


def test_layers_merge(tmp_path):
    low, high = "word: a\nmany: [a]\ntable: {k: [a], l: [b]}\n", "many: [b]\ntable: {k: [c]}\ninner: {size: 4}\n"
    joined = read(tmp_path, low, high)
    assert (joined.word, joined.many, joined.inner.size) == ("a", ("a", "b"), 4)
    assert joined.table == {"k": ("a", "c"), "l": ("b",)}
    replaced = read(tmp_path, low, high, join_lists=False)
    assert (replaced.many, replaced.table) == (("b",), {"k": ("c",), "l": ("b",)})


WRONG = [
    ("word: x\ncolour: red\n", "0.yaml:2: colour: no such key (did you mean color?); allowed here: choice, color"),
    ("inner:\n  siz: 1\n", "0.yaml:2: inner.siz: no such key (did you mean size?)"),
    ("choice: three\n", "0.yaml:1: choice: expected one of one, two, got 'three'"),
    ("color: greem\n", "0.yaml:1: color: expected one of red, green, got 'greem' (did you mean green?)"),
    ("share: 2\n", "0.yaml:1: share: expected 0 to 1, got 2"),
    ("share: nan\n", "0.yaml:1: share: expected 0 to 1, got nan"),
    ("share: much\n", "0.yaml:1: share: expected a number, got 'much'"),
    ("day: soon\n", "0.yaml:1: day: expected a day such as 2026-01-31, got 'soon'"),
    ("flag: perhaps\n", "0.yaml:1: flag: expected true or false, got 'perhaps'"),
    ("many: one\n", "0.yaml:1: many: expected a list such as [one]"),
    ("many: {a: b}\n", "0.yaml:1: many: expected a list"),
    ("word: [a]\n", "0.yaml:1: word: expected text, got a list"),
    ("table: [a]\n", "0.yaml:1: table: expected a mapping, got a list"),
    ("inner: 3\n", "0.yaml:1: inner: expected a mapping of settings, got '3'"),
    ("inner:\n  size: 2.5\n", "0.yaml:2: inner.size: expected a whole number, got '2.5'"),
    ("- a\n", "0.yaml:1: the file: expected a mapping of settings, got a list"),
    ("word: a\nword: b\n", "0.yaml:2: word: stands twice"),
    ("? [a]\n: b\n", "0.yaml:1: a key must be a word"),
    ("word: 'a\n", "0.yaml:2: is not valid YAML"),
    ("word: a\n  b: c\n", "0.yaml:2: is not valid YAML"),
    ("word: a\x01b\n", "is not valid YAML"),
    ("many: &x [*x]\n", "0.yaml:1: many[0]: expected text, got a list"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_wrong_files_are_told_with_file_line_and_key(tmp_path, text, message):
    with pytest.raises(SettingsError) as error:
        read(tmp_path, text)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_unreadable_files(tmp_path):
    for name, data, message in [
        ("gone", None, "cannot be read"),
        ("latin", b"word: caf\xe9", "is not UTF-8 text (byte 9)"),
    ]:
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        with pytest.raises(SettingsError, match=r"cannot be read|is not UTF-8") as error:
            schema.read([path], Settings)
        assert message in str(error.value)


def test_texts_are_a_layer():
    said = {
        ("many",): ("a, b,,", "NAMES"),
        ("table", "k"): (["v"], "--table"),
        ("inner", "size"): ("5", "SIZE"),
        ("day",): ("", "DAY"),
    }
    built = schema.build([layers.from_texts(said)], Settings)
    assert (built.many, built.table, built.inner.size, built.day) == (("a", "b"), {"k": ("v",)}, 5, None)


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (("choice",), "x", "--option: expected one of one, two, got 'x'"),
        (("inner", "size"), "10", "--option: expected 1 to 9, got 10"),
        (("share",), "x", "--option: expected a number, got 'x'"),
    ],
)
def test_a_wrong_text_is_told_with_its_origin(path, text, message):
    with pytest.raises(SettingsError) as error:
        schema.build([layers.from_texts({path: (text, "--option")})], Settings)
    assert str(error.value) == message


def test_a_missing_key_is_told(tmp_path):
    @dataclass(frozen=True)
    class Needs:
        word: str

    path = tmp_path / "a.yaml"
    path.write_text("")
    with pytest.raises(SettingsError, match="the key word is missing"):
        schema.read([path], Needs)
