from __future__ import annotations

import json
from dataclasses import dataclass, field, fields

import pytest

from newsdiff.lang import compiled
from newsdiff.lang.pack import LanguagePack, languages, load_pack, read_packs


@dataclass(frozen=True)
class Part:
    size: float | None = None


@dataclass(frozen=True)
class Whole:
    name: str
    words: tuple[str, ...] = ("a",)
    parts: dict[str, Part] = field(default_factory=dict)
    pairs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    inner: Whole | None = None
    sure: bool = False


WHOLE = Whole("é", (), {"x": Part(1.5), "y": Part()}, {"one": ("b", "c")}, Whole("inner", sure=True))


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_args, **_options: tmp_path / "cache")
    (tmp_path / "a.yaml").write_text("a")
    return tmp_path


def find(folder, read, name="one"):
    return compiled.keep(read, folder.glob("*.yaml"), (Whole, Part))(name)


def never():
    raise AssertionError("read again")


def test_an_entry_is_read_once_and_comes_back_as_it_was(folder):
    assert find(folder, lambda: {"one": WHOLE}) == WHOLE
    assert find(folder, never) == WHOLE


def test_a_change_is_read_anew_and_old_files_go(folder):
    for text in "bcdefgh":
        (folder / "a.yaml").write_text(text)
        assert find(folder, lambda text=text: {"one": Whole(text)}) == Whole(text)
    assert len(list((folder / "cache" / "packs").iterdir())) == 4


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff"])
def test_a_damaged_file_is_not_there(folder, damage):
    find(folder, lambda: {"one": WHOLE})
    (kept,) = (folder / "cache" / "packs").iterdir()
    kept.write_bytes(damage)
    assert find(folder, lambda: {"one": Whole("new")}) == Whole("new")


def test_where_nothing_can_be_written_everything_is_read(folder):
    (folder / "cache").write_text("a file, not a folder")
    assert find(folder, lambda: {"one": WHOLE}) == WHOLE


def test_what_is_usual_is_left_out(folder):
    find(folder, lambda: {"one": Whole("x")})
    (kept,) = (folder / "cache" / "packs").iterdir()
    assert json.loads(kept.read_bytes()) == {"one": {"@": "Whole", "name": "x"}}


def test_packs_are_what_the_yaml_says():
    read = read_packs()
    for code in languages():
        for part in fields(LanguagePack):
            assert getattr(load_pack(code), part.name) == getattr(read[code], part.name)
