"""What capitals show to be no part of a name."""

from __future__ import annotations

import pytest

from newsdiff.annotate.capitals import with_capitals, without_small_words
from newsdiff.lang.pack import load_pack
from newsdiff.model import Entity, Sentence


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


@pytest.mark.parametrize(
    ("language", "kind", "text", "found", "kept"),
    [
        ("pt", "person", "O cardeal Mário Tavira calou-se.", "cardeal Mário Tavira", "Mário Tavira"),
        ("es", "person", "Su hijo Julio Tavira calla.", "Julio Tavira calla", "Julio Tavira"),
        ("pl", "person", "Wtedy opat z Tawiry milczał.", "opat", None),
        ("de", "person", "Gestern schwieg von Halling.", "von Halling", "von Halling"),
        ("de", "organization", "Das meldete dpa am Montag.", "dpa", "dpa"),
        ("fr", "organization", "Le Conseil fédéral se tait.", "Conseil fédéral", "Conseil fédéral"),
        ("pt", "place", "A cidade fica na margem de Tavira.", "margem", None),
        ("fr", "place", "On voit le mont Tavira.", "mont Tavira", "mont Tavira"),
        ("en", "place", "i moved from tavira to mill brook", "tavira", "tavira"),
        ("en", "place", "My dad lives in tavira now.", "tavira", "tavira"),
        ("en", "person", "then halloran left", "halloran", "halloran"),
        ("ar", "person", "قال سامي حداد ذلك لشبكة CNN", "سامي حداد", "سامي حداد"),
    ],
)
def test_words_in_small_letters_are_no_name_where_others_have_capitals(language, kind, text, found, kept):
    start = text.index(found)
    entity = Entity(kind, start, start + len(found), found, 0.9)
    cut = list(without_small_words(text, [entity], Sentence(0, len(text), language), load_pack(language)))
    assert [one.surface for one in cut] == ([kept] if kept else [])
