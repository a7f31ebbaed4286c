"""Persons whom a glued conjunction runs together are apart; a name that begins with its letter, and what is no person, stays whole."""

from __future__ import annotations

import pytest

from newsdiff.annotate.joined import with_joined_apart
from newsdiff.lang.pack import load_pack
from newsdiff.model import Entity


@pytest.mark.parametrize(
    ("language", "kind", "surface", "parts"),
    [
        ("ar", "person", "سمير وأحمد", ["سمير", "وأحمد"]),
        ("ar", "person", "سمير الحلواني وروبرت", ["سمير الحلواني", "وروبرت"]),
        ("ar", "person", "الحلواني والجبالي والكعبي", ["الحلواني", "والجبالي", "والكعبي"]),
        ("ar", "person", "وأحمد الحلواني", ["وأحمد الحلواني"]),
        ("ar", "person", "سمير وليد", ["سمير وليد"]),
        ("ar", "person", "توماس ويلسون", ["توماس ويلسون"]),
        ("ar", "person", "سمير الوالي", ["سمير الوالي"]),
        ("ar", "person", "سام والتون", ["سام والتون"]),
        ("ar", "person", "كورت والدهايم", ["كورت والدهايم"]),
        ("ar", "organization", "وزارة التربية والتعليم", ["وزارة التربية والتعليم"]),
        ("ar", "place", "البوسنة والهرسك", ["البوسنة والهرسك"]),
        ("it", "person", "Ugo e Ada", ["Ugo e Ada"]),
    ],
)
def test_persons_joined_by_a_glued_conjunction_are_apart(language, kind, surface, parts):
    text = f"12 {surface}."
    found = list(with_joined_apart(text, [Entity(kind, 3, 3 + len(surface), surface, 0.8)], load_pack(language)))
    assert [entity.surface for entity in found] == parts
    assert all(text[entity.start : entity.end] == entity.surface for entity in found)
