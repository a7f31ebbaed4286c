"""Which names that stand alone in quotation marks are taken for what an engine takes them for."""

from __future__ import annotations

import pytest

from newsdiff.annotate.quoted import without_quoted
from newsdiff.lang.pack import load_pack
from newsdiff.model import Entity


@pytest.mark.parametrize(
    ("language", "kind", "score", "text", "found", "kept"),
    [
        ("fr", "organization", 0.6, "Le film « Novatec » sort lundi.", "Novatec", False),
        ("fr", "organization", 0.8, "La société « Novatec » ferme lundi.", "Novatec", True),
        ("es", "person", 0.8, 'La novela "Halina" gana el premio.', "Halina", False),
        ("es", "person", 0.95, 'Pedro Tavira, "Halina", calla.', "Halina", True),
        ("de", "organization", 0.6, "Das meldet die „Tavirer Zeitung“.", "Tavirer Zeitung", True),
        ("de", "person", 0.6, "Er las „Halina“ in einer Nacht.", "Halina", False),
        ("ru", "organization", 0.4, "Завод «Новатек» закрыли.", "Новатек", True),
        ("ja", "organization", 0.4, "「ノバテック」は閉鎖した。", "ノバテック", True),
        ("fr", "place", 0.3, "Le « Tavira » a coulé.", "Tavira", True),
        ("en", "organization", 0.6, 'He said "Novatec closes".', "Novatec", True),
        ("en", "organization", 0.6, 'It said "we pay Novatec"', "Novatec", True),
        ("en", "organization", 0.6, "Novatec", "Novatec", True),
    ],
)
def test_an_unsure_name_that_fills_quotation_marks_is_none(language, kind, score, text, found, kept):
    start = text.index(found)
    entity = Entity(kind, start, start + len(found), found, score)
    assert list(without_quoted(text, [entity], load_pack(language))) == ([entity] if kept else [])
