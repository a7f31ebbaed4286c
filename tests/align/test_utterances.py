"""How quotations of one utterance stand to each other: a table, and what always holds."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.align import align
from newsdiff.align.utterances.utterance import parts_of
from newsdiff.align.utterances.words import differing, fold, words_in
from newsdiff.judge import judge
from newsdiff.model import Span
from tests.documents import build_document

ROWS = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "comparisons" / "quotations.yaml").read_text(encoding="utf-8")
)


def shared_quotations(row):
    documents = [
        build_document(text, key[:2], {"person": row["people"]}, article=key) for key, text in row["articles"].items()
    ]
    findings = judge(align(documents), documents, sure=0.5)
    return [finding for finding in findings if finding.kind == "quote" and len(finding.positions) > 1]


def lacks(finding):
    found: dict[str, dict[str, list[str]]] = {}
    for position in finding.positions:
        for difference in position.differences:
            for article in difference.missing_in:
                found.setdefault(position.article, {}).setdefault(article, []).append(difference.evidence.surface)
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['reason']}-{'-'.join(row['articles'])}")
def test_weighs_quotations_as_a_reader_does(row):
    (finding,) = shared_quotations(row)
    assert [position.article for position in finding.positions] == list(row["articles"])
    assert (finding.verdict, finding.reason.code) == (row["verdict"], row["reason"]), finding
    assert lacks(finding) == row.get("lacks", {})
    for article, form in row.get("forms", {}).items():
        (position,) = (position for position in finding.positions if position.article == article)
        assert position.value.form == form
    for position in finding.positions:
        text = row["articles"][position.article]
        for difference in position.differences:
            span = difference.evidence.span
            assert text[span.start : span.end] == difference.evidence.surface


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['reason']}-{'-'.join(row['articles'])}")
def test_the_order_of_the_articles_changes_nothing(row):
    (finding,) = shared_quotations(row)
    (back,) = shared_quotations({**row, "articles": dict(reversed(row["articles"].items()))})
    assert (finding.verdict, finding.reason.code) == (back.verdict, back.reason.code)
    assert lacks(finding) == lacks(back)


def test_a_third_of_the_rows_are_no_difference():
    assert sum(row["verdict"] == "agreement" for row in ROWS) * 3 >= len(ROWS)


sentences = st.lists(
    st.sampled_from(
        ["We rest. ", "the boats, ", "and then – ", "نعم، ", "नाव है। ", "l’acqua ", "... ", "No! ", "3,5 "]
    ),
    max_size=30,
).map("".join)


@given(sentences)
def test_parts_are_in_order_and_hold_all_words(text):
    parts = parts_of(text, Span(0, len(text)))
    assert all(one.end <= other.start for one, other in pairwise(parts))
    inside = [word.span for part in parts for word in words_in(text, part)]
    assert inside == [word.span for word in words_in(text, Span(0, len(text)))]


@given(sentences, sentences)
def test_what_differs_lies_in_its_own_text(one, other):
    left, right = ([(word.span, word.folded) for word in words_in(text, Span(0, len(text)))] for text in (one, other))
    found = differing(left, right)
    assert all(0 <= stretch.span.start < stretch.span.end <= len(one) for stretch in found.one)
    assert all(0 <= stretch.span.start < stretch.span.end <= len(other) for stretch in found.other)
    alike = [key for _, key in left] == [key for _, key in right]
    assert alike == (not found.one and not found.other)


@pytest.mark.parametrize(
    ("one", "other"), [("Café", "cafe"), ("don’t", "DON'T"), ("Straße", "strasse"), ("ज़मीन", "जमीन")]
)
def test_words_are_folded_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("की", "का"), ("ich", "nicht"), ("كان", "كانت")])
def test_other_words_stay_other_words(one, other):
    assert fold(one) != fold(other)
