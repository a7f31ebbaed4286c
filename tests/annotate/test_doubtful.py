"""Which persons of an article are likelier none."""

from __future__ import annotations

import pytest

from newsdiff.annotate.doubtful import without_doubtful_persons
from newsdiff.lang.pack import load_pack
from newsdiff.model import Entity


def entities(*rows: tuple[str, str, float]) -> list[Entity]:
    return [
        Entity(kind, 40 * number, 40 * number + len(surface), surface, score)
        for number, (kind, surface, score) in enumerate(rows)
    ]


def is_kept(language, text, found):
    """Whether the only person of a text, of whom the tagger is sure enough, stays one."""
    start = text.index(found)
    person = Entity("person", start, start + len(found), found, 0.8)
    return list(without_doubtful_persons(text, [person], load_pack(language))) == [person]


@pytest.mark.parametrize(
    ("found", "kept"),
    [
        pytest.param([("person", "Solander", 0.4)], [], id="one word, likelier wrong"),
        pytest.param([("person", "Solander", 0.5)], ["Solander"], id="as likely right as wrong"),
        pytest.param([("person", "Ada Moss", 0.3)], ["Ada Moss"], id="two words"),
        pytest.param(
            [("person", "Moss", 0.2), ("person", "Ada Moss", 0.3)], ["Moss", "Ada Moss"], id="a full name has the word"
        ),
        pytest.param(
            [("person", "Leeds", 0.4), ("organization", "Leeds Rovers", 0.9)],
            ["Leeds Rovers"],
            id="a club with the word is no full name",
        ),
        pytest.param([("organization", "Norlux", 0.3)], ["Norlux"], id="no person"),
        pytest.param([("place", "Leeds", 0.3)], ["Leeds"], id="a place"),
        pytest.param([], [], id="nothing"),
    ],
)
def test_a_person_of_one_word_that_is_likelier_wrong_needs_a_full_name(found, kept):
    assert [entity.surface for entity in without_doubtful_persons("", entities(*found), load_pack("en"))] == kept


@pytest.mark.parametrize(
    ("language", "text", "found", "kept"),
    [
        ("nl", "De brand begon in de Taviramolen.", "Taviramolen", False),
        ("nl", "Hij won de Jan Blok Trofee.", "Jan Blok Trofee", False),
        ("nl", "Het wetsvoorstel komt van de Blok-regering.", "Blok", True),
        ("nl", "Daar zweeg Jan Blok.", "Jan Blok", True),
        ("nl", "De Blok zweeg.", "Blok", True),
        ("fr", "Il a traversé l’Orvelle à pied.", "Orvelle", False),
        ("fr", "Il a salué Orvelle hier.", "Orvelle", True),
        ("es", "Volvieron por el Tavira.", "Tavira", False),
        ("it", "Ha parlato la Brandi.", "Brandi", True),
        ("pt", "Falou o Tavira.", "Tavira", True),
        ("de", "Da schwieg der Halling.", "Halling", True),
    ],
)
def test_what_stands_behind_an_article_for_things_is_no_person(language, text, found, kept):
    assert is_kept(language, text, found) == kept


def test_a_surname_that_the_article_tells_in_full_stays_behind_an_article():
    text = "Jan Blok zweeg. Dat was de Blok van vroeger."
    persons = [Entity("person", 0, 8, "Jan Blok", 0.9), Entity("person", 27, 31, "Blok", 0.8)]
    assert list(without_doubtful_persons(text, persons, load_pack("nl"))) == persons


@pytest.mark.parametrize(
    ("language", "text", "found", "kept"),
    [
        ("en", "She had Moss's disease.", "Moss", False),
        ("en", "She won the Moss Prize.", "Moss", False),
        ("en", "Moss won the prize.", "Moss", True),
        ("de", "Er litt an der Moss-Krankheit.", "Moss", False),
        ("it", "Soffriva del morbo di Moss.", "Moss", False),
        ("es", "Ganó el premio Moss.", "Moss", False),
        ("fr", "Il souffre de la maladie de Moss.", "Moss", False),
        ("pl", "Cierpiała na chorobę Mossa.", "Mossa", False),
        ("ru", "Он болел болезнью Мосса.", "Мосса", False),
        ("ar", "كانت تعاني من مرض موس", "موس", False),
        ("hi", "वह मॉस रोग से पीड़ित थीं।", "मॉस", False),
    ],
)
def test_whose_name_an_illness_or_a_prize_bears_is_no_person(language, text, found, kept):
    assert is_kept(language, text, found) == kept


def test_a_name_that_an_illness_bears_once_is_no_person_elsewhere_but_with_a_full_name():
    text = "She had Moss disease. Moss is rare."
    persons = [Entity("person", 8, 12, "Moss", 0.8), Entity("person", 22, 26, "Moss", 0.8)]
    assert list(without_doubtful_persons(text, persons, load_pack("en"))) == []
    full = Entity("person", 36, 44, "Ada Moss", 0.9)
    assert list(without_doubtful_persons(text + " Ada Moss", [*persons, full], load_pack("en"))) == [*persons, full]
