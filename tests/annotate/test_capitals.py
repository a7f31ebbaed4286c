"""What capitals show to be no part of a name, in languages that the tagger was not taught."""

from __future__ import annotations

import pytest

from newsdiff.annotate.capitals import with_capitals
from newsdiff.lang.pack import load_pack
from newsdiff.model import Entity


@pytest.mark.parametrize(
    ("text", "found", "kept"),
    [
        ("diyen Feldt sustu", "diyen Feldt", "Feldt"),
        ("Novatec'in net kârı düştü", "Novatec'in net", "Novatec"),
        ("mart ayında geldi", "mart ayında", None),
        ("Kazada en az 14 kişi öldü", "az", None),
        ("TAVİRA - Tavira'nın kuzeyinde", "TAVİRA - Tavira", "Tavira"),
        ("Norvale Teknik Direktörü Eva Lippens sustu", "Norvale Teknik", "Norvale"),
        ("Teknik Direktör Eva Lippens sustu", "Eva Lippens", "Eva Lippens"),
        ("Nasır bin Tavira sustu", "Nasır bin Tavira", "Nasır bin Tavira"),
        ("bin Tavira sustu", "bin Tavira", "bin Tavira"),
        ("Novatec Genel Kurulu toplandı", "Novatec Genel Kurulu", "Novatec Genel Kurulu"),
        ("田中氏", "田中", "田中"),
    ],
)
def test_small_words_dashes_and_offices_are_cut_off(text, found, kept):
    start = text.index(found)
    entity = Entity("person", start, start + len(found), found, 0.9)
    cut = list(with_capitals(text, [entity], load_pack("tr")))
    assert [one.surface for one in cut] == ([kept] if kept else [])
    assert all(text[one.start : one.end] == one.surface for one in cut)
