"""Roles around names: what is read, and what must not be read into the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from newsdiff.lang.pack import languages, load_pack
from newsdiff.model import Role, Span
from newsdiff.parse.roles import find_roles
from tests.documents import build_document

CASES = Path(__file__).parent.parent / "cases" / "roles"


def cases() -> list[dict[str, Any]]:
    return [case for path in sorted(CASES.glob("*.yaml")) for case in yaml.safe_load(path.read_text(encoding="utf-8"))]


def read_role(line: str) -> Role:
    title, organization, standing = (part.strip() for part in line.split("|"))
    return Role(title, organization or None, standing)  # type: ignore[arg-type]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["text"][:60])
def test_cases(case: dict[str, Any]) -> None:
    names = {"person": [case["person"], *case.get("people", [])], "organization": case.get("organizations", [])}
    document = build_document(case["text"], case["language"], names)
    document = replace(document, article=replace(document.article, published=case.get("published")))
    start = case["text"].index(case["person"])
    found = find_roles(document, Span(start, start + len(case["person"])))
    assert set(found) == {read_role(line) for line in case["roles"]}


PRESENT = yaml.safe_load((CASES.parent / "present_roles.yaml").read_text(encoding="utf-8"))
WORDS = yaml.safe_load((CASES.parent / "role_words.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", PRESENT, ids=lambda case: case["text"][:60])
def test_what_is_said_to_be_so_at_present(case: dict[str, Any]) -> None:
    document = build_document(case["text"], case["language"], {"person": [case["person"]]})
    start = case["text"].index(case["person"])
    (role,) = find_roles(document, Span(start, start + len(case["person"])))
    assert role.standing == "current"
    assert role.stated is case["stated"]


@pytest.mark.parametrize("case", WORDS, ids=lambda case: case["text"][:60])
def test_the_words_of_a_role(case: dict[str, Any]) -> None:
    document = build_document(case["text"], case["language"], {"person": [case["person"]], "organization": ["Novatec"]})
    start = case["text"].index(case["person"])
    (role,) = find_roles(document, Span(start, start + len(case["person"])))
    assert (role.written, role.exact) == (case["written"], case["exact"])


def test_a_mention_outside_all_sentences_has_no_role() -> None:
    document = build_document("Jane Halloran, director.", "en", {"person": ["Jane Halloran"]})
    assert find_roles(document, Span(500, 510)) == ()


def test_long_rows_of_small_words_are_read() -> None:
    text = "Jan Halling leads the company Novatec " + "at " * 1500 + "1998."
    document = build_document(text, "en", {"person": ["Jan Halling"], "organization": ["Novatec"]})
    assert find_roles(document, Span(0, len("Jan Halling"))) == ()


def test_only_the_predecessor_of_who_holds_an_office_by_the_words_around_the_name_held_it() -> None:
    text = "Ada Moss is director of Novatec. Her predecessor, Jane Halloran, resigned. Her predecessor, Ruth Ellis, resigned."
    document = build_document(
        text, "en", {"person": ["Ada Moss", "Jane Halloran", "Ruth Ellis"], "organization": ["Novatec"]}
    )
    first, second = (Span(text.index(name), text.index(name) + len(name)) for name in ("Jane Halloran", "Ruth Ellis"))
    assert find_roles(document, first) == (Role("director", "Novatec", "former"),)
    assert find_roles(document, second) == ()


@pytest.mark.parametrize("code", languages())
def test_roles_that_exclude_each_other_are_known(code: str) -> None:
    people = load_pack(code).people
    assert {title for group in people.exclusive_roles for title in group} <= set(people.roles)
    assert set(people.loose_roles) <= {noun for nouns in people.roles.values() for noun in nouns}


@pytest.mark.parametrize("code", languages())
def test_every_language_knows_the_offices(code: str) -> None:
    roles = load_pack(code).people.roles
    known = [title for title, nouns in roles.items() if nouns]
    assert len(known) >= 100
    assert set(load_pack(code).people.company_roles) <= set(load_pack("en").people.roles)
