"""Whose words a finding is labelled with."""

from __future__ import annotations

import pytest

from newsdiff.align.labels import Reader, label_slot
from newsdiff.kinds import BY_NAME
from tests.documents import build_document

TEXTS = {
    "a1": ("ar", "جاء 4200 زائر إلى ريفا."),
    "a2": ("de", "4200 Besucher kamen."),
    "a3": ("en", "4,200 visitors came."),
}


@pytest.mark.parametrize(
    ("language", "articles", "label"),
    [
        ("en", ["a1", "a2", "a3"], "visitors"),
        ("de", ["a1", "a2", "a3"], "Besucher"),
        ("de", ["a1", "a3"], "visitors"),
        ("hi", ["a1", "a2"], "Besucher (visitors)"),
        ("en", ["a1"], "زائر (visitors)"),
        ("ar", ["a1", "a2"], "زائر"),
        ("ar", ["a2", "a3"], "visitors"),
    ],
)
def test_the_words_are_those_of_the_reader_where_an_article_has_them(language, articles, label):
    documents = {at: build_document(TEXTS[at][1], TEXTS[at][0], {}, at) for at in articles}
    claims = [claim for document in documents.values() for claim in BY_NAME["quantity"].extract(document)]
    assert label_slot(claims, documents, Reader(language)) == label


@pytest.mark.parametrize(
    ("code", "text", "label"),
    [
        ("it", "Sono stati venduti 4200 frullatori.", "frullatori"),
        ("it", "Nel rogo sono morte 83 persone.", "persone (dead)"),
        ("fr", "La ville compte 83 villages.", "villages"),
        ("de", "83 Objekte wurden gestohlen.", "Objekte (objects)"),
        ("es", "Cayeron 83 puentes.", "puentes (bridges)"),
    ],
)
def test_words_that_the_reader_may_not_know_have_their_common_name_beside_them(code, text, label):
    document = build_document(text, code, {})
    claims = BY_NAME["quantity"].extract(document)
    assert label_slot(claims, {document.article.id: document}, Reader("en")) == label


@pytest.mark.parametrize(
    ("language", "shares", "label"),
    [
        ("en", {"a2": 1, "a5": 3}, "visitatori (visitors)"),
        ("en", {"a2": 3, "a5": 3}, "Besucher (visitors)"),
        ("en", {"a1": 9, "a2": 1, "a5": 2}, "visitatori (visitors)"),
        ("de", {"a2": 1, "a5": 9}, "Besucher"),
        ("ar", {"a1": 1, "a5": 9}, "زائر"),
    ],
)
def test_else_they_are_those_of_the_article_that_has_most_to_say(language, shares, label):
    texts = {at: TEXTS[at] for at in ("a1", "a2")} | {"a5": ("it", "Sono venuti 4200 visitatori.")}
    documents = {at: build_document(text, code, {}, at) for at, (code, text) in texts.items()}
    claims = [claim for document in documents.values() for claim in BY_NAME["quantity"].extract(document)]
    assert label_slot(claims, documents, Reader(language, shares)) == label


@pytest.mark.parametrize(
    ("text", "surface", "label"),
    [
        ("The old mill of Orlen reopened in 1961.", "1961", "The old mill of Orlen reopened in […]"),
        (
            "Nobody in all of that large and quiet valley had seen it since 1961.",
            "1961",
            "… quiet valley had seen it since […]",
        ),
        ("The record, set by Ada Brandt in 1961, stands.", "1961", "set by Ada Brandt in […]"),
        ("In 1961 he won 3-2 and left the club for good and all.", "1961", "In […] he won 3-2 …"),
        ("He left, she said, in 1961.", "1961", "He left, she said, in […]"),
        (
            "Nobody saw the 8-1 win over the old rivals of Orlen in 1961.",
            "1961",
            "… old rivals of Orlen in […]",
        ),
        ("Nobody saw that 8-1 win over the rivals in 1961.", "1961", "… 8-1 win over the rivals in […]"),
        ("(1961)", "1961", "[…]"),
        ("In 1961, the old mill of Orlen reopened for good.", "1961", "In […], the old mill …"),
        ("In 1961 she won one of the old cups of the valley.", "1961", "In […] she won one of the old …"),
        (
            "Nobody had seen a thing of the many mills that closed in 1961.",
            "1961",
            "… mills that closed in […]",
        ),
        (
            "He says the mill closed”1961.",
            "1961",
            "He says the mill closed […]",
        ),
        ("They won 3-2 there in 1961.", "1961", "They won 3-2 there in […]"),
        ("They left at 3:40 in 1961.", "1961", "They left at 3:40 in […]"),
        ("Nobody knew that it struck at 3:40 on a day in 1961.", "1961", "… 3:40 on a day in […]"),
    ],
)
def test_a_date_is_labelled_with_its_clause(text, surface, label):
    document = build_document(text, "en", {})
    claims = [claim for claim in BY_NAME["date"].extract(document) if claim.surface == surface]
    assert label_slot(claims[:1], {"a1": document}, Reader()) == label
