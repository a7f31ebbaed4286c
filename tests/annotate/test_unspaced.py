"""Names in scripts without spaces: who is told by the word behind, and what of a tagger's finds is left out."""

from __future__ import annotations

import pytest

from newsdiff.annotate.unspaced import likely_names, persons_before_titles, with_told_persons
from newsdiff.lang.pack import load_pack
from newsdiff.model import Entity


def entity(text: str, kind: str, surface: str) -> Entity:
    start = text.index(surface)
    return Entity(kind, start, start + len(surface), surface, 0.9)


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("市は山田花子氏を招いた。", ["山田花子"]),
        ("教師の山田花子さんが見つけた。", ["山田花子"]),
        ("警察は佐久間容疑者を逮捕した。", ["佐久間"]),
        ("マリア・ロッシ監督が辞任した。", ["マリア・ロッシ"]),
        ("ロッシ首相(51)は欠席した。", ["ロッシ"]),
        ("井上健太社長（58）は謝罪した。", ["井上健太"]),
        ("イタリア首相は欠席した。", []),
        ("サッカー選手が集まった。", []),
        ("井上社長は謝罪した。", []),
        ("患者さんが増えた。", []),
        ("男性被告は黙秘した。", []),
        ("皆さんに感謝する。", []),
        ("マリア・ロッシは去った。", []),
    ],
)
def test_a_word_behind_a_name_tells_a_person(text, persons):
    assert [found.surface for found in persons_before_titles(text, load_pack("ja"))] == persons


def test_a_language_without_such_words_has_no_such_persons():
    assert persons_before_titles("山田花子氏", load_pack("zh")) == []


@pytest.mark.parametrize(
    ("code", "text", "kind", "surface", "kept"),
    [
        ("zh", "海岸警卫队出动。", "organization", "海岸警卫队", True),
        ("zh", "九家工厂中有三家关闭。", "organization", "九家工厂中", False),
        ("zh", "反对党绿色联盟获胜。", "organization", "党绿色联盟", False),
        ("zh", "林晓梅说。", "person", "林晓梅", True),
        ("ja", "港南FCが勝った。", "organization", "港南FC", True),
        ("ja", "野党が反発した。", "organization", "野党", False),
        ("ja", "船が沈んだ。", "person", "沈ん", False),
        ("ja", "ローバーズが勝った。", "person", "ローバーズ", False),
        ("ko", "김민수 씨가 말했다.", "person", "김민수", True),
    ],
)
def test_unlikely_names_are_left_out(code, text, kind, surface, kept):
    found = entity(text, kind, surface)
    assert list(likely_names(text, [found], load_pack(code), [])) == [found] * kept


def test_a_person_told_replaces_what_touches_it_and_carries_its_parts():
    text = "マリア・ロッシ監督は去った。ロッシは黙った。"
    wrong, later = entity(text, "organization", "マリア・ロッシ監督"), Entity("person", 14, 17, "ロッシ", 0.9)
    assert text[14:17] == "ロッシ"
    found = with_told_persons(text, [wrong, later], load_pack("ja"))
    assert [(name.kind, name.surface) for name in found] == [("person", "マリア・ロッシ"), ("person", "ロッシ")]
