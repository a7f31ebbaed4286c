from __future__ import annotations

import random

import pytest

from newsdiff.align import slot_claims
from newsdiff.align.limits import BEYOND, NAMES, limit_claims, limit_names
from newsdiff.kinds import KINDS, SlotKind
from tests.documents import build_document

TEXT = (
    "Ada Brandt counted 412 boats at Velmora on 3 May 2024, of which 7 percent leaked.\n"
    "Tom Reyl paid $350 for 12 lamps on 4 May 2024, and Ada Brandt paid $90 for 95 ropes.\n"
    "Kai Sund saw 31 gulls.\n"
)
PERSONS = ["Ada Brandt", "Tom Reyl", "Kai Sund"]


@pytest.fixture
def document():
    return build_document(TEXT, "en", {"person": PERSONS})


def figures(claims):
    return [claim.surface for claim in claims if claim.kind in ("quantity", "money")]


def told(notes):
    return {(phrase.message, tuple(value for name, value in phrase.values if name != "source")) for phrase in notes}


def test_the_first_of_the_text_are_kept_family_by_family(document):
    kept, notes = limit_claims(document, slot_claims(document), 3)
    assert sorted(figures(kept)) == ["$350", "12 lamps", "412 boats"]
    assert {claim.surface for claim in kept if claim.kind == "date"} == {"3 May 2024", "4 May 2024"}
    assert told(notes) == {(BEYOND["amount"].message, (3, 6))}
    assert all(phrase.text.startswith("a1.txt: only the first 3 of its 6 figures are") for phrase in notes)


def test_the_order_of_the_claims_plays_no_part(document):
    claims = list(slot_claims(document))
    kept = set(limit_claims(document, claims, 2)[0])
    random.Random(1).shuffle(claims)
    assert set(limit_claims(document, claims, 2)[0]) == kept


def test_nothing_is_told_where_nothing_is_left_out(document):
    claims = slot_claims(document)
    assert limit_claims(document, claims, 6) == (claims, ())
    assert limit_names(document, 3) == (document, ())


def test_of_the_names_the_first_are_kept_with_all_their_mentions(document):
    limited, notes = limit_names(document, 2)
    assert [entity.surface for entity in limited.entities] == ["Ada Brandt", "Tom Reyl", "Ada Brandt"]
    assert told(notes) == {(BEYOND[NAMES].message, (2, 3))}


def test_every_family_has_its_words():
    assert {kind.family for kind in KINDS if isinstance(kind, SlotKind)} | {NAMES} == set(BEYOND)
    assert all("limits.claims" in phrase.message for phrase in BEYOND.values())
