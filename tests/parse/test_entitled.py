"""Titles of works: a name inside one is dropped where an engine is unsure of it, and nothing else is."""

from __future__ import annotations

import pytest

from newsdiff.model import Article, Document, Entity
from newsdiff.parse.names.entitled import without_entitled

CASES = [
    ("She won with “The Salt Road to Harrow” in May.", "Salt Road", "organization", 0.5, False),
    ("La regista della «Via del sale» è morta.", "Via", "organization", 0.6, False),
    ("Für „Ein Haus für Clara“ bekam sie den Preis.", "Clara", "person", 0.8, False),
    ("फिल्म 'द सॉल्ट रोड' चली।", "सॉल्ट रोड", "organization", 0.5, False),
    ("The firm “Salt Road” is bankrupt.", "Salt Road", "organization", 0.5, True),
    ("She won with “The Salt Road to Harrow” in May.", "Salt Road", "organization", 0.9, True),
    ("She won with “A House for Clara” in May.", "She", "person", 0.5, True),
    ("She said: “Clara must go now”.", "Clara", "person", 0.8, True),
    ("“Clara must go now!” she said.", "Clara", "person", 0.8, True),
    ("“Clara has been told to go home by all of us”, she said.", "Clara", "person", 0.8, True),
    ("He spoke of “a disgrace for Harrow”.", "Harrow", "place", 0.8, True),
    ("She won with Clara in May.", "Clara", "person", 0.5, True),
]


@pytest.mark.parametrize(("text", "name", "kind", "score", "kept"), CASES, ids=[f"{c[0]} {c[3]}" for c in CASES])
def test_names_in_titles(text: str, name: str, kind: str, score: float, kept: bool) -> None:
    start = text.index(name)
    entity = Entity(kind, start, start + len(name), name, score)
    document = Document(Article("a.txt", text, id="a", language="en"), (), (), (entity,), "embedded")
    assert without_entitled(document).entities == ((entity,) if kept else ())
