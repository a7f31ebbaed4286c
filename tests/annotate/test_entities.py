"""What of an engine's entities is kept, article by article."""

from __future__ import annotations

import pytest

from newsdiff.annotate.entities import clean_entity
from newsdiff.lang.pack import load_pack
from newsdiff.model import Entity


@pytest.mark.parametrize(
    ("code", "text", "taken", "name"),
    [
        ("nl", "Minister van Binnenlandse Zaken Jan Blok zwijgt.", "Binnenlandse Zaken Jan Blok", "Jan Blok"),
        ("nl", "De minister van Buitenlandse Zaken zwijgt.", "Buitenlandse Zaken", None),
        ("nl", "De heer van Zaken zwijgt.", "Zaken", "Zaken"),
        ("nl", "De minister\nvan Financiën Jan Blok", "Financiën Jan Blok", "Financiën Jan Blok"),
        ("it", "Il ministro degli Esteri Carlo Brandi tace.", "Esteri Carlo Brandi", "Carlo Brandi"),
        ("it", "Carlo Esteri tace.", "Carlo Esteri", "Carlo Esteri"),
    ],
)
def test_an_office_that_reaches_into_a_person_is_no_part_of_the_name(code, text, taken, name):
    found = clean_entity(
        text, Entity("person", text.index(taken), text.index(taken) + len(taken), taken, 0.9), load_pack(code)
    )
    assert (found and found.surface) == name


@pytest.mark.parametrize(
    ("code", "text", "taken", "name"),
    [
        ("de", "Unter Karl V. zerfiel das Reich.", "Karl V.", "Karl V."),
        ("de", "Johannes Paul II., der Papst", "Johannes Paul II.", "Johannes Paul II."),
        ("de", "So hielt es auch Karl V. Danach zerfiel das Reich.", "Karl V.", "Karl V"),
        ("de", "Das tat Jan Blok. und ging", "Jan Blok.", "Jan Blok"),
        ("de", "V. ging", "V.", "V"),
        ("en", "Under Charles V. the empire fell.", "Charles V.", "Charles V"),
    ],
)
def test_the_stop_of_a_rulers_number_is_part_of_the_name_where_ordinals_have_one(code, text, taken, name):
    start = text.index(taken)
    found = clean_entity(text, Entity("person", start, start + len(taken), taken, 0.9), load_pack(code))
    assert found is not None
    assert found.surface == name


@pytest.mark.parametrize(
    ("code", "taken", "named"),
    [
        ("en", "GPS", False),
        ("en", "SUVs", False),
        ("de", "BIP", False),
        ("it", "Iva", False),
        ("fr", "ONG", False),
        ("ru", "ВВП", False),
        ("hi", "एटीएम", False),
        ("es", "CCTV", False),
        ("en", "FBI", True),
        ("en", "GPS Novatec", True),
        ("en", "Icu", True),
        ("und", "QR", False),
    ],
)
def test_an_abbreviation_of_a_thing_is_no_name(code, taken, named):
    found = clean_entity(taken, Entity("organization", 0, len(taken), taken, 0.9), load_pack(code))
    assert (found is not None) is named
