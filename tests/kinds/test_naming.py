from __future__ import annotations

import pytest

import newsdiff
from newsdiff.kinds.naming import compare_names
from newsdiff.model import Article, Name

# Two spellings of one actor, whether a language of the two articles has cases, and how they stand to each other.
SPELLINGS = [
    ("Katia Lindrow", "Lindrow", False, "equal"),
    ("Katia Lindrow", "Katja Lindrow", False, "compatible"),
    ("Katia Lindrow", "Katii Lindrow", True, "equal"),
    ("Katia Lindrow", "Katii Lindrow", False, "compatible"),
    ("Valmora", "Valmorze", True, "equal"),
    ("Marek Solny", "Marka Solnego", True, "equal"),
    ("Marek Solny", "Marka Zarecki", True, "compatible"),
    ("Anna Solny", "Ala Solny", True, "compatible"),
    ("Novara Wielka", "Novara", True, "equal"),
    ("Novara Wielka", "Novarze Małej", True, "compatible"),
    ("Rzeki", "Rzeszów", True, "compatible"),
    ("Valmora", "Вальморе", False, "equal"),
    ("Bolsa de Arvenne", "Bourse d'Arvenne", False, "equal"),
    ("Bourse d'Arvenne", "Arvenne", False, "equal"),
    ("O'Brien", "Brien", False, "equal"),
    ("Riva University", "Università di Riva", False, "equal"),
    ("Bolsa de Riva", "Borsa di Tavira", False, "compatible"),
    ("University of Riva", "Riva Bank", False, "compatible"),
    ("University of Riva and Tavira", "Università di Riva", False, "compatible"),
    ("University", "Università", False, "compatible"),
]


@pytest.mark.parametrize(("ours", "theirs", "inflected", "relation"), SPELLINGS)
def test_spellings(ours, theirs, inflected, relation):
    one, other = Name(ours, (ours,)), Name(ours, (theirs,), inflected=inflected)
    assert compare_names(one, other).relation == compare_names(other, one).relation == relation


@pytest.mark.parametrize(
    ("ours", "theirs", "relation"), [("DE", "DE", "equal"), ("DE", "AT", "compatible"), (None, None, "compatible")]
)
def test_a_place_that_goes_by_two_names(ours, theirs, relation):
    one, other = Name("Germany", ("Germany",), place=ours), Name("Germany", ("Deutschland",), place=theirs)
    assert compare_names(one, other).relation == relation


def test_a_place_in_two_languages_is_named_by_both():
    report = newsdiff.compare(
        [
            Article("de", "Das Werk in Warschau bleibt offen, das in Genf schließt.", language="de"),
            Article("en", "The plant in Warsaw stays open, the one in Geneva closes.", language="en"),
            Article("ru", "Завод в Варшаве останется открытым, а завод в Женеве закроют.", language="ru"),
            Article("pl", "Zakład w Warszawie pozostanie otwarty, a ten w Genewie zostanie zamknięty.", language="pl"),
        ]
    )
    places = {found.label: found for found in report.findings if found.kind == "place"}
    assert {places[name].verdict for name in ("Warsaw", "Geneva")} == {"agreement"}
    assert places["Warsaw"].reason.code == "same_place"
    assert {len(places[name].positions) for name in ("Warsaw", "Geneva")} == {4}


def test_a_country_in_another_case_is_the_country():
    report = newsdiff.compare(
        [
            Article("en", "The company will cut jobs in Europe, it said on Monday.", language="en"),
            Article("ru", "Компания сократит рабочие места в Европе, сообщила она в понедельник.", language="ru"),
        ]
    )
    (place,) = (found for found in report.findings if found.kind == "place")
    assert (place.label, place.verdict, len(place.positions)) == ("Europe", "agreement", 2)
