"""Names that an apposition tells to be organizations: "Novatec, a German software company"."""

from __future__ import annotations

import dataclasses

import pytest

from newsdiff.annotate import annotate
from newsdiff.model import Article, Entity
from newsdiff.parse.names.organizations import find_organizations

CASES = [
    ("en", "Fair Seas, a rights organisation, sued.", "Fair Seas", "organization", True),
    ("en", "Novatec, a German software company, grew.", "Novatec", "place", True),
    ("en", "Novatec, the Paris-based software start-up, grew.", "Novatec", "place", True),
    ("en", "Novatec, a software company in the north, grew.", "Novatec", "person", True),
    ("en", "Jane Halloran, a company director, left.", "Jane Halloran", "person", False),
    ("en", "Jane Halloran, a union official, left.", "Jane Halloran", "person", False),
    ("en", "Halloran, who runs a software company, left.", "Halloran", "person", False),
    ("en", "In Tavira, the company said nothing.", "Tavira", "place", False),
    ("en", "In Tavira, a company in the north said nothing.", "Tavira", "place", False),
    ("en", "Unlike Halloran, the company wants peace.", "Halloran", "person", False),
    ("it", "Novarek, un'azienda farmaceutica di Basilea, cresce.", "Novarek", "place", True),
    ("it", "A Tavira, una società ha annunciato tagli.", "Tavira", "place", False),
    ("fr", "Novarek, une entreprise pharmaceutique de Bâle, grandit.", "Novarek", "person", True),
    ("es", "Novarek, una empresa farmacéutica de Basilea, crece.", "Novarek", "person", True),
]


@pytest.mark.parametrize(("language", "text", "name", "kind", "sure"), CASES, ids=[case[1] for case in CASES])
def test_names_before_an_apposition(language: str, text: str, name: str, kind: str, sure: bool) -> None:
    document = annotate(Article("a.txt", text, id="a", language=language), engine="embedded")
    start = text.index(name)
    entity = Entity(kind, start, start + len(name), name, 0.5)
    found = find_organizations(dataclasses.replace(document, entities=(entity,)))
    assert {text[span.start : span.end] for span in found.sure} == ({name} if sure else set())
