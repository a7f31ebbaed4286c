"""Actors over articles: what must merge and what must not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsdiff.align.actors.resolve import resolve
from newsdiff.model import Document
from newsdiff.model.actor import Actor
from tests.documents import build_document

CASES = Path(__file__).parent.parent / "cases" / "actors"
KINDS = {"persons": "person", "organizations": "organization", "places": "place"}


def cases() -> list[dict[str, Any]]:
    return [case for path in sorted(CASES.glob("*.yaml")) for case in yaml.safe_load(path.read_text(encoding="utf-8"))]


def read_documents(case: dict[str, Any]) -> dict[str, Document]:
    return {
        name: build_document(
            article["text"], article["language"], {kind: article.get(key, []) for key, kind in KINDS.items()}, name
        )
        for name, article in case["articles"].items()
    }


def holds(actor: Actor, place: str, documents: dict[str, Document]) -> bool:
    """Whether the actor has a mention in the first stretch of the article that reads so."""
    article, surface = place.split(":")
    start = documents[article].text.index(surface)
    return any(
        mention.span.start < start + len(surface) and start < mention.span.end
        for mention in actor.in_article(article)
        if mention.span.start >= start or mention.span.end >= start + 1
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_cases(case: dict[str, Any]) -> None:
    documents = read_documents(case)
    actors = resolve(tuple(documents.values()), case.get("aliases", {}))
    for group in case.get("together", []):
        assert any(all(holds(actor, place, documents) for place in group) for actor in actors), (group, actors)
    for one, two in case.get("apart", []):
        both = [actor for actor in actors if holds(actor, one, documents) and holds(actor, two, documents)]
        assert not both, (one, two, both)
    for place in case.get("nowhere", []):
        assert not [actor for actor in actors if holds(actor, place, documents)], place
    assert set(case.get("names", [])) <= {actor.name for actor in actors}
    for place, kind in case.get("kinds", {}).items():
        assert {actor.kind for actor in actors if holds(actor, place, documents)} == {kind}, place


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_the_order_of_articles_plays_no_part(case: dict[str, Any]) -> None:
    documents = list(read_documents(case).values())
    assert resolve(documents, case.get("aliases", {})) == resolve(documents[::-1], case.get("aliases", {}))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["title"])
def test_mentions_are_spans_of_their_articles(case: dict[str, Any]) -> None:
    documents = read_documents(case)
    for actor in resolve(tuple(documents.values()), case.get("aliases", {})):
        assert actor.mentions == tuple(sorted(actor.mentions, key=lambda mention: (mention.article, mention.span)))
        for mention in actor.mentions:
            assert documents[mention.article].text[mention.span.start : mention.span.end] == mention.surface
            assert mention.kind == actor.kind


def test_roles_carry_the_one_name_of_the_organization() -> None:
    english = build_document(
        "Novatec is large. Jane Halloran, director of Novatec, spoke.",
        "en",
        {"person": ["Jane Halloran"], "organization": ["Novatec"]},
    )
    arabic = build_document(
        "وقالت مديرة نوفاتك جين هالوران إنها راضية.",
        "ar",
        {"person": ["جين هالوران"], "organization": ["نوفاتك"]},
        "a2",
    )
    person = next(actor for actor in resolve((english, arabic)) if actor.kind == "person")
    assert {role.organization for _, roles in person.roles for role in roles} == {"Novatec"}
    assert [article for article, _ in person.roles] == ["a1", "a2"]


@pytest.mark.parametrize(
    ("text", "organization"),
    [
        ("Novatec is large.\nThe chief executive, Jane Halloran, spoke.", "Novatec"),
        ("Novatec sued Tavira.\nThe chief executive, Jane Halloran, spoke.", None),
        ("Novatec is large.\nThe mayor, Jane Halloran, spoke.", None),
        (
            "Tavira’s chief executive, Jane Halloran, sued Novatec.\nThe chief financial officer, Jane Halloran, left.",
            "Tavira",
        ),
    ],
    ids=["the only one", "one of two", "no office of a company", "where else the person leads"],
)
def test_where_whoever_leads_a_company_does_so(text: str, organization: str | None) -> None:
    document = build_document(text, "en", {"person": ["Jane Halloran"], "organization": ["Novatec", "Tavira"]})
    person = next(actor for actor in resolve((document,)) if actor.kind == "person")
    assert {role.organization for role in person.roles_in("a1")} == {organization}


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Novatec sued Tavira.\nThe boss, Jane Halloran, spoke.", {"Novatec"}),
        ("Tavira grew.\nThe director, Jane Halloran, spoke.", {None}),
        ("Novatec sued Tavira.\nThe former director, Jane Halloran, spoke.", {None}),
        ("Novatec sued Tavira.\nThe mayor, Jane Halloran, spoke.", {None}),
        ("Novatec sued Tavira.\nJane Halloran, director of Tavira, spoke.", {"Tavira"}),
    ],
    ids=["by another word", "not named here", "another standing", "no such office", "told here"],
)
def test_an_office_is_held_where_the_other_articles_say(text: str, roles: set[str | None]) -> None:
    names = {"person": ["Jane Halloran"], "organization": ["Novatec", "Tavira"]}
    one = build_document("Jane Halloran, chief executive of Novatec, spoke.\nTavira did not.", "en", names)
    other = build_document(text, "en", names, "a2")
    person = next(actor for actor in resolve((one, other)) if actor.kind == "person")
    assert {role.organization for role in person.roles_in("a2")} == roles


@pytest.mark.parametrize(("score", "actors"), [(0.4, 1), (0.8, 2)], ids=["doubted", "sure"])
def test_a_surname_of_which_the_kind_is_in_doubt_is_the_person_s(score: float, actors: int) -> None:
    document = build_document(
        "Jane Halloran spoke first.\nHalloran left early.", "en", {"person": ["Jane Halloran"], "place": ["Halloran"]}
    )
    entities = tuple(replace(entity, score=score) if entity.kind == "place" else entity for entity in document.entities)
    assert len(resolve((replace(document, entities=entities),))) == actors


@pytest.mark.parametrize("score", [0.3, 0.9])
def test_a_name_found_by_its_letters_is_no_surer_than_where_an_engine_saw_it(score: float) -> None:
    seen = build_document("They had all worked for Novatec before.", "en", {"organization": ["Novatec"]}, "en")
    seen = replace(seen, entities=tuple(replace(entity, score=score) for entity in seen.entities))
    (actor,) = resolve((seen, build_document("Alle hatten vorher für Novatec gearbeitet.", "de", {}, "de")))
    (found,) = actor.in_article("de")
    assert 0.5 * score < found.score <= score


def test_nothing_comes_of_nothing() -> None:
    assert resolve(()) == ()
    assert resolve((build_document("", "en", {}),)) == ()
