"""What one article puts at another place than two others is a discrepancy; one place by two names, or two matters, are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

import newsdiff
from newsdiff.model import Article, Report
from newsdiff.render.view import make_view

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "whereabouts.yaml").read_text(encoding="utf-8"))
SENTENCES = (
    "Fire tore through a hotel on the lake on Sunday night.",
    "The roof came down at about three in the morning, the fire brigade said.",
    "The 23 injured were taken to the hospital in Halvik.",
    "Most of the guests had been asleep when the alarm went off.",
    "Lena Torp, who leads the investigation, spoke of a stroke of bad luck.",
    "The owner promised to pay back what the guests had spent.",
    "The hotel was opened in 1974 and has 112 rooms.",
    "It was fully booked because of a wedding.",
)


def compare(articles: dict[str, str]) -> Report:
    return newsdiff.compare([Article(name, text, language=name[:2]) for name, text in articles.items()])


@pytest.mark.parametrize("case", CASES, ids=[case["what"] for case in CASES])
def test_whereabouts(case: dict[str, Any]) -> None:
    report = compare(case["articles"])
    names = {article.id: article.source for article in report.articles}
    found = [finding for finding in report.findings if finding.reason.code == "other_place"]
    if case["elsewhere"] == "none":
        assert found == []
        return
    (finding,) = found
    assert (finding.kind, finding.verdict) == ("place", "discrepancy")
    shown = {names[position.article]: position.shown for position in finding.positions}
    assert shown.pop(case["elsewhere"]["article"]) == case["elsewhere"]["place"]
    assert len(shown) >= 2
    assert set(shown.values()) == set(case["elsewhere"]["others"].split(" / "))
    assert f"“{case['elsewhere']['article']}”" in finding.reason.text


@pytest.mark.parametrize(("moved", "found"), [(False, 1), (True, 0)], ids=["apart", "a copy of the others"])
def test_copies_are_one_witness(moved: bool, found: int) -> None:
    """Two copies are no two witnesses, whatever the third article says."""
    text = " ".join(SENTENCES)
    other = "A hotel burnt down by the lake. Those injured, 23 in all, were brought to the hospital in Halvik by boat."
    report = compare({
        "en-1": text,
        "en-2": text if moved else other,
        "en-3": "On Sunday a hotel burnt. In Dornano the hospital took in the 23 injured people who were brought there.",
    })  # fmt: skip
    assert sum(finding.reason.code == "other_place" for finding in report.findings) == found


def test_a_place_in_other_letters_is_no_other_place() -> None:
    """The picture of who says what marks the article alone that stands alone, in whatever letters the others write."""
    case = next(case for case in CASES if case["what"].startswith("a stolen van"))
    hindi = "मंगलवार को चार लोगों ने संग्रहालय लूटा। जिस सफेद वैन में वे भागे वह पोर्टेसा गांव में मिली।"
    report = compare({**case["articles"], "hi": hindi})
    (row,) = (row for row in make_view(report).rows if row.finding.reason.code == "other_place")
    assert {report.articles[int(article[1:]) - 1].source for article in row.apart} == {"ar"}


def test_a_list_that_says_the_same_of_many_places_contradicts_nothing() -> None:
    lists = (
        "Karvel Torvalle Munlin Dravik Selhal Pelgra Brenova Novatal",
        "Lindor Brenova Pelgra Selhal Dravik Halgrav Orvik Munlin",
        "Halvik Orvik Sorbren Novatal Torvalle Fenmark Karvel Grasund",
    )
    openings = ("A storm hit the coast on Sunday.", "The sea rose by a metre on Sunday.", "Sunday was a black day.")
    articles = {
        f"en-{number}": " ".join(
            (opening, *(f"The injured were taken to the hospital in {place}." for place in places.split()))
        )
        for number, (opening, places) in enumerate(zip(openings, lists, strict=True), 1)
    }  # fmt: skip
    assert not [finding for finding in compare(articles).findings if finding.reason.code == "other_place"]


def test_where_another_person_is_from_is_no_other_place() -> None:
    """Two articles of this event quote a nurse from Setúbal, one gives her words to a teacher from Łódź."""
    report = newsdiff.compare([Path(__file__).parents[1] / "events" / "flight"])
    assert not [finding.label for finding in report.findings if finding.reason.code == "other_place"]
