"""What readers make of the trees of sentences, in every language that has cases, beside what the order of words gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.kinds.figures import read_figures
from newsdiff.model import Document, Span
from newsdiff.parse.quotations import find_quotations
from newsdiff.parse.roles import find_roles
from newsdiff.parse.syntax import dictionary_form, tree_in
from tests.documents import build_parsed

CASES = Path(__file__).parents[1] / "cases" / "syntax"
ROWS = [
    {**row, "language": path.stem, "id": f"{path.stem}-{number}"}
    for path in sorted(CASES.glob("*.yaml"))
    for number, row in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]


def parsed(row: dict[str, Any]) -> Document:
    names = {"person": row.get("people", ()), "organization": row.get("organizations", ())}
    return build_parsed(row["tree"], row["language"], {**names, "place": row.get("places", ())})


def read(document: Document, row: dict[str, Any]) -> Any:
    """What the row asks for: what is counted, the roles of a person, or who speaks."""
    if row["read"] == "counted":
        return [figure.value.of for figure in read_figures(document) if figure.kind == "quantity"]
    if row["read"] == "speakers":
        spans = [quotation.speaker for quotation in find_quotations(document)]
        return [span and document.text[span.start : span.end] for span in spans]
    start = document.text.index(row["read"])
    roles = find_roles(document, Span(start, start + len(row["read"])))
    return [" @ ".join(part for part in (role.title, role.organization) if part) for role in roles]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_cases(row: dict[str, Any]) -> None:
    document = parsed(row)
    assert read(document, row) == row["found"]
    assert read(replace(document, words=()), row) == row.get("by_order", row["found"])
    if "lemmas" in row:
        assert [figure.value.lemma for figure in read_figures(document)] == row["lemmas"]


def test_every_reader_is_bettered_in_every_language() -> None:
    def reader(row: dict[str, Any]) -> str:
        return row["read"] if row["read"] in ("counted", "speakers") else "roles"

    mended = {(row["language"], reader(row)) for row in ROWS if "by_order" in row}
    assert mended == {
        (code, kind) for code in ("ar", "de", "en", "es", "fr", "hi", "it") for kind in ("counted", "roles", "speakers")
    }


FORMS = (
    "Mara",
    "Velmora",
    "director",
    "of",
    "said",
    "that",
    "200",
    "3",
    "million",
    "guards",
    "old",
    ",",
    "“",
    "”",
    "she",
)
TAGS = ("NOUN", "PROPN", "VERB", "NUM", "ADJ", "PRON", "AUX", "")
RELATIONS = (
    "nsubj", "nsubj:pass", "obl:agent", "obj", "obl", "nmod", "nummod", "compound", "amod", "appos", "flat", "cop",
    "conj", "acl:relcl", "advcl", "case", "root", "",
)  # fmt: skip
ROW = st.tuples(st.sampled_from(FORMS), st.sampled_from(TAGS), st.integers(0, 14), st.sampled_from(RELATIONS))


@given(st.lists(ROW, min_size=1, max_size=14))
def test_no_tree_is_too_strange(rows: list[tuple[str, str, int, str]]) -> None:
    lines = [
        f"{form} {form.lower()} {tag or '_'} {head if head <= len(rows) else 0} {relation or '_'}"
        for form, tag, head, relation in rows
    ]
    document = build_parsed("\n".join(lines), "en", {"person": ["Mara"], "organization": ["Velmora"]})
    for figure in read_figures(document):
        of = figure.value.of
        assert of is None or of in document.text[figure.span.start :]
    for entity in document.entities:
        find_roles(document, entity.span)
    for quotation in find_quotations(document):
        assert quotation.speaker is None or quotation.speaker.end <= len(document.text)


def test_a_tree_of_a_part_has_no_heads_outside() -> None:
    document = build_parsed("Mara Mara PROPN 2 nsubj\nleft leave VERB 0 root\nOslo Oslo PROPN 2 obj", "en", {})
    tree = tree_in(document.words, Span(0, 9), origin=0)
    assert tree is not None
    assert [word.head for word in tree.words] == [1, None]
    assert tree_in(document.words, Span(0, 4)) is None
    assert tree_in((), Span(0, 9)) is None
    moved = tree_in(document.words, Span(5, 14), origin=5)
    assert moved is not None
    assert [(word.start, word.end, word.head) for word in moved.words] == [(0, 4, None), (5, 9, 0)]


def test_words_of_one_token_share_its_place() -> None:
    document = build_parsed("della di ADP 3 case\n= il DET 3 det\nsede sede NOUN 0 root", "it", {})
    assert document.text == "della sede"
    assert [(word.start, word.end) for word in document.words] == [(0, 5), (0, 5), (6, 10)]
    tree = tree_in(document.words, Span(0, 10))
    assert tree is not None
    assert (tree.top(Span(0, 5)), tree.top(Span(0, 10))) == (None, 2)
    assert (dictionary_form(tree, Span(0, 10)), dictionary_form(tree, Span(6, 6))) == ("di il sede", None)
