"""Organizations of the world that are seen by their names, and words that are none."""

from __future__ import annotations

import pytest

from newsdiff.annotate.worldwide import SCORE, with_organizations
from newsdiff.lang.pack import load_pack
from newsdiff.model import Entity, Sentence


def _read(language, text, *tagged):
    entities = []
    for kind, surface in tagged:
        start = text.index(surface)
        entities.append(Entity(kind, start, start + len(surface), surface, 0.6))
    return list(with_organizations(text, entities, Sentence(0, len(text), language), load_pack(language)))


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Die WHO warnt die Weltbank und das UN-Büro.", ["WHO", "Weltbank"]),
        ("it", "La Nato e l'Onu, secondo l’organizzazione mondiale della sanità, tacciono.", ["Nato", "Onu"]),
        ("it", "Nato nel 1921, il vecchio ospedale chiude.", []),
        ("en", "WHO PAYS FOR IT", []),
        ("en", "Who pays for it, the who asked.", []),
        ("fr", "Un accord avec l'OTAN et un refus de l'Onu.", ["OTAN", "Onu"]),
        ("ar", "قالت الأمم المتحدة وحلف شمال الأطلسي إن الاتفاق قائم", ["الأمم المتحدة", "حلف شمال الأطلسي"]),
        ("hi", "संयुक्त राष्ट्र और नाटो ने कहा", ["संयुक्त राष्ट्र", "नाटो"]),
        ("zh", "联合国安理会和世卫组织周一表示", ["联合国安理会", "世卫组织"]),
        ("ja", "国連と北大西洋条約機構は月曜日に述べた", ["国連", "北大西洋条約機構"]),
        ("ru", "ООН и Европейская комиссия молчат.", ["ООН", "Европейская комиссия"]),
        ("und", "WHO UN", []),
    ],
)
def test_names_are_seen_where_the_tagger_saw_none(language, text, names):
    found = _read(language, text)
    assert [entity.surface for entity in found] == names
    assert {(entity.kind, entity.score) for entity in found} <= {("organization", SCORE)}
    assert all(text[entity.start : entity.end] == entity.surface for entity in found)


@pytest.mark.parametrize(
    ("language", "text", "tagged", "left"),
    [
        ("de", "Er sprach mit der Uno.", ("person", "Uno"), [("organization", "Uno")]),
        (
            "fr",
            "Ils rencontrent à Genève l'OMS.",
            ("organization", "Genève l'OMS"),
            [("organization", "Genève"), ("organization", "OMS")],
        ),
        (
            "en",
            "Then Halina Wodzka NATO spoke.",
            ("person", "Halina Wodzka NATO"),
            [("person", "Halina Wodzka"), ("organization", "NATO")],
        ),
        ("pt", "A Cruz Vermelha Portuguesa ajuda.", ("organization", "Cruz Vermelha Portuguesa"), None),
        ("it", "Il Comitato Onu si riunisce.", ("organization", "Comitato Onu"), None),
        ("it", "Parla di Norvale.", ("place", "Norvale"), None),
    ],
)
def test_what_the_tagger_saw_gives_way_unless_it_is_more(language, text, tagged, left):
    assert [(entity.kind, entity.surface) for entity in _read(language, text, tagged)] == (left or [tagged])
