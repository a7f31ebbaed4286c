"""Numbers of flights, articles of law, aircraft: what is set side by side, what contradicts, and what must stay quiet."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from newsdiff import Article, compare, extract
from newsdiff.annotate import annotate
from newsdiff.kinds import designation, quantity
from newsdiff.model import Entity, Finding, Quantity

HELD = "{bearer} {number} of Norvair skidded off the runway in Tann on Tuesday with {people} people on board. Nobody was hurt."
GERMAN = "{bearer} {number} der Norvair rutschte am Dienstag in Tann mit {people} Menschen an Bord von der Landebahn. Verletzt wurde niemand."
ITALIAN = (
    "Il {bearer} {number} della Norvair è uscito di pista martedì a Tann con {people} persone a bordo. Nessun ferito."
)
FLIGHTS = ((HELD, "Flight", "en"), (GERMAN, "Flug", "de"), (ITALIAN, "volo", "it"))


def told(number: int, *, of: str = "Flight", concept: str | None = "flight") -> Quantity:
    return Quantity(float(number), float(number), unit=quantity.DESIGNATION, of=of, concept=concept)


def numbers(*texts: str) -> tuple[Finding, ...]:
    """What is found of such numbers in articles that begin in English, German and Italian, in this order."""
    articles = [
        Article(id=f"a{at}", source=f"{code}{at}.txt", text=text, language=code)
        for at, (text, code) in enumerate(zip(texts, itertools.cycle(["en", "de", "it"])))
    ]
    return tuple(finding for finding in compare(articles).findings if finding.kind == "designation")


def flights(*numbered: int, people: int = 143) -> list[str]:
    return [
        text.format(bearer=bearer, number=number, people=people)
        for (text, bearer, _), number in zip(FLIGHTS, numbered, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "code", "surfaces"),
    [
        ("Flight 412 carried 12 passengers to Porto.", "en", ["Flight 412"]),
        ("Der Flug 412 der Norvair fiel aus.", "de", ["Flug 412"]),
        ("Verurteilt nach Artikel 155 des Strafgesetzbuchs.", "de", ["Artikel 155"]),
        ("In Saal 3 sagten 40 Zeugen aus.", "de", ["Saal 3"]),
        ("На линии 12 рабочих.", "ru", []),
        ("Il volo dura 12 ore.", "it", []),
        ("विमान 150 यात्रियों को ले गया।", "hi", []),
    ],
)
def test_what_counts_something_names_nothing(text: str, code: str, surfaces: list[str]) -> None:
    assert [claim.surface for claim in extract(text, language=code) if claim.kind == "designation"] == surfaces


def test_a_number_that_names_something_is_no_quantity() -> None:
    claims = extract("Der Flug 412 der Norvair fiel nach 12 Stunden aus.", language="de")
    assert [claim.surface for claim in claims if claim.kind == "quantity"] == ["12 Stunden"]


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        (told(412), told(98), True),
        (told(412), told(412, of="Artikel", concept="article"), False),
        (told(206, of="Bellamar", concept=None), told(207, of="बेलामार", concept=None), True),
        (told(206, of="Bellamar", concept=None), told(206, of="Corvand", concept=None), False),
        (told(412), told(412, of="Bellamar", concept=None), False),
        (told(412), Quantity(412.0, 412.0), False),
    ],
)
def test_only_numbers_of_one_sort_are_compared(one: Quantity, other: Quantity, may: bool) -> None:
    assert designation.comparable(one, other) is may
    assert designation.comparable(other, one) is may
    assert not quantity.comparable(one, Quantity(one.low, one.high))


def test_two_numbers_are_one_or_they_are_not() -> None:
    assert designation.compare(told(412), told(412)).relation == "equal"
    near, far = designation.compare(told(412), told(413)), designation.compare(told(412), told(9))
    assert near == far
    assert near.relation == "disjoint"
    assert designation.compare(told(412), told(421)).slip
    assert designation.describe(told(412)) == "Flight 412"


def test_one_flight_number_against_two_is_a_discrepancy() -> None:
    [finding] = numbers(*flights(412, 412, 421))
    assert finding.verdict == "discrepancy"
    told_numbers = [position["value"]["low"] for position in finding.to_dict()["positions"]]
    assert sorted(told_numbers) == [412, 412, 421]


def test_the_same_flight_number_is_an_agreement() -> None:
    [finding] = numbers(*flights(412, 412, 412))
    assert finding.verdict == "agreement"
    assert not finding.silent


def test_who_names_two_flights_is_contradicted_by_no_third() -> None:
    english, german, italian = flights(412, 412, 77)
    findings = numbers(english + " Flight 98 landed in Porto.", german + " Flug 98 landete in Porto.", italian)
    assert "discrepancy" not in {finding.verdict for finding in findings}


@pytest.mark.parametrize(
    ("scores", "found"), [([0.4, 0.3], ["Norvaq 206"]), ([0.7], ["Norvaq 206"]), ([0.4], []), ([], [])]
)
def test_a_name_that_is_sure_of_all_its_mentions_has_its_number_wherever_it_stands(
    scores: list[float], found: list[str]
) -> None:
    """The engine saw the name in other sentences, and missed it beside the number."""
    text = "Norvaq opened. Norvaq was full. Fans stayed up for Norvaq 206 in vain."
    document = annotate(Article("a1", text, language="en"), engine="embedded")
    starts = (0, 15)
    entities = tuple(
        Entity("organization", at, at + 6, "Norvaq", score) for at, score in zip(starts, scores, strict=False)
    )
    told = designation.extract(replace(document, entities=entities))
    assert [claim.surface for claim in told] == found
