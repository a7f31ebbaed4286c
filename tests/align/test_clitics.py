"""Particles glued to a name: cut where the rest is a name of its own, kept where they belong to it."""

from __future__ import annotations

import pytest

from newsdiff.align.actors.resolve import resolve
from tests.documents import build_document

ENGLISH = ("Voltara denied it. Walid Haddad spoke.", {"organization": ["Voltara"], "person": ["Walid Haddad"]})


@pytest.mark.parametrize(
    ("text", "organizations", "people", "names"),
    [
        ("نفت «فولتارا» ذلك. وقال متحدث لفولتارا إن الأمر انتهى.", ["فولتارا", "لفولتارا"], [], {"فولتارا"}),
        ("قال متحدث لفولتارا إن الأمر انتهى.", ["لفولتارا"], [], {"لفولتارا"}),
        ("وتحدث وليد حداد. ثم وليد حداد.", [], ["وليد حداد"], {"وليد حداد"}),
    ],
)
def test_a_particle_is_cut_where_the_rest_stands_alone_as_well(text, organizations, people, names):
    arabic = build_document(text, "ar", {"organization": organizations, "person": people}, "ar")
    actors = resolve((arabic, build_document(*ENGLISH[:1], "en", ENGLISH[1], "en")))
    assert {mention.surface for actor in actors for mention in actor.in_article("ar")} == names
