"""Surnames that begin with a small word: made whole where an engine cut them, and found alone."""

from __future__ import annotations

import pytest

from newsdiff.annotate.surnames import with_whole_surnames
from newsdiff.lang.pack import load_pack
from newsdiff.model import Entity


def found(text: str, *named: tuple[str, str]) -> list[Entity]:
    return [Entity(kind, text.index(name), text.index(name) + len(name), name, 0.9) for kind, name in named]


@pytest.mark.parametrize(
    ("code", "text", "named", "whole"),
    [
        ("nl", "Marieke van der Velde zwijgt.", [("person", "Marieke van der")], ["Marieke van der Velde"]),
        ("nl", "Ruud ten Brink zwijgt.", [("person", "Ruud"), ("place", "Brink")], ["Ruud ten Brink"]),
        ("nl", "Sjoerd van 't Hof zwijgt.", [("person", "Sjoerd van")], ["Sjoerd van 't Hof"]),
        ("nl", "Lotte van Dijk zwijgt.", [("person", "Lotte van Dijk")], ["Lotte van Dijk"]),
        ("nl", "Hans de Graaf zwijgt.", [("person", "Hans de")], ["Hans de Graaf"]),
        ("nl", "Gisteren noemde Smit de Russen moe.", [("person", "Smit")], ["Smit"]),
        ("nl", "Sjoerd van Novatec zwijgt.", [("person", "Sjoerd"), ("organization", "Novatec")], ["Sjoerd", "Novatec"]),
        ("nl", "Jan Smit van Novatec zwijgt.", [("person", "Jan Smit")], ["Jan Smit"]),
        ("nl", "Sjoerd van der post zwijgt.", [("person", "Sjoerd")], ["Sjoerd"]),
        ("nl", "Novatec van der Velde zwijgt.", [("organization", "Novatec")], ["Novatec"]),
        ("nl", "Anne van den Berg kwam. Toen ging Van den Berg.", [("person", "Anne van den Berg")], ["Anne van den Berg", "Van den Berg"]),
        ("nl", "Anne van den Berg kwam. De Van den Berg-zaak loopt.", [("person", "Anne van den Berg")], ["Anne van den Berg", "Van den Berg"]),
        ("nl", "Anne Smit kwam. Toen viel Van den Berg.", [("person", "Anne Smit")], ["Anne Smit"]),
        ("de", "Merkel von Anfang an.", [("person", "Merkel")], ["Merkel"]),
        ("en", "Ruud van der Velde left.", [("person", "Ruud")], ["Ruud"]),
    ],
)  # fmt: skip
def test_surnames_are_made_whole(code, text, named, whole):
    entities = with_whole_surnames(text, found(text, *named), load_pack(code))
    assert [entity.surface for entity in entities] == whole
    assert all(text[entity.start : entity.end] == entity.surface for entity in entities)


def test_a_surname_alone_takes_the_place_of_what_was_found_in_it():
    text = "Anne van den Berg kwam. Toen ging Van den Berg."
    berg = Entity("place", text.rindex("Berg"), len(text) - 1, "Berg", 0.9)
    entities = with_whole_surnames(text, [*found(text, ("person", "Anne van den Berg")), berg], load_pack("nl"))
    assert [(entity.kind, entity.surface) for entity in entities] == [("person", "Anne van den Berg"), ("person", "Van den Berg")]  # fmt: skip


def test_of_many_surnames_each_is_found_alone_once():
    names = [f"{first}{second}berg" for first in "BDFGHKLMNPRSTVWZ" for second in "aeiou"]
    text = " ".join(f"Anne van der {name} kwam. Toen ging Van der {name}." for name in names)
    at, engine = 0, []
    while (at := text.find("Anne", at)) >= 0:
        engine.append(Entity("person", at, at + 4, "Anne", 0.9))
        at += 4
    entities = with_whole_surnames(text, engine, load_pack("nl"))
    told = [surname for name in names for surname in (f"Anne van der {name}", f"Van der {name}")]
    assert [entity.surface for entity in entities] == told
