"""Quotations, their form and their speakers, in every language that has cases."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from newsdiff.model import Article, Document, Entity, Sentence
from newsdiff.parse.quotations import find_quotations
from newsdiff.parse.quotations.quote_marks import MARKS, pair_marks, paragraphs

CASES = Path(__file__).parents[1] / "cases" / "quotations"
ROWS = [
    pytest.param(path.stem, row, id=f"{path.stem}-{number}")
    for path in sorted(CASES.glob("*.yaml"))
    for number, row in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), 1)
]
SENTENCE_END = re.compile(r"(?<![A-Z][a-z])(?<!Mrs)[.!?।؟][\"”»“]*\s+(?=[^\Wa-zà-ÿа-я]|[\"“„«»”])")


def sentences(text, language):
    found = []
    for line in re.finditer(r"[^\n]+", text):
        start = line.start()
        for end in [match.end() for match in SENTENCE_END.finditer(text, *line.span())] + [line.end()]:
            stripped = text[start:end].rstrip()
            if stripped:
                found.append(Sentence(start, start + len(stripped), language))
            start = end
    return tuple(found)


def document(text, language, people=(), organizations=()):
    places = sorted(
        (match.start(), -match.end(), kind)
        for kind, names in (("person", people), ("organization", organizations))
        for name in names
        for match in re.finditer(re.escape(name), text)
    )
    entities: list[Entity] = []
    for start, end, kind in places:
        if not entities or start >= entities[-1].end:
            entities.append(Entity(kind, start, -end, text[start:-end], 0.9))
    article = Article("case", text, language=language)
    return Document(article, sentences(text, language), (), tuple(entities), "case")


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_finds_what_a_reader_finds(language, row):
    text = row["text"]
    found = find_quotations(document(text, language, row.get("people", ()), row.get("organizations", ())))
    wanted = row["quotes"]
    shown = [
        (quote.text, quote.form, quote.speaker and text[quote.speaker.start : quote.speaker.end]) for quote in found
    ]
    assert len(found) == len(wanted), shown
    for quote, want in zip(found, wanted, strict=True):
        assert quote.text.startswith(want["starts"]), shown
        assert quote.text.endswith(want["ends"]), shown
        assert quote.form == want.get("form", "direct"), shown
        speaker = None if quote.speaker is None else text[quote.speaker.start : quote.speaker.end]
        assert speaker == want["by"], shown
        assert quote.denied == want.get("denied", False), shown


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "hi", "it"])
def test_a_third_of_the_cases_must_not_fire(language):
    rows = yaml.safe_load((CASES / f"{language}.yaml").read_text(encoding="utf-8"))
    assert len(rows) >= 30
    assert sum(not row["quotes"] for row in rows) * 3 >= len(rows)


pieces = st.sampled_from(
    [
        *MARKS,
        "''",
        "``",
        ",,",
        " ",
        ". ",
        ", ",
        ": ",
        "\n",
        " – ",
        "said ",
        "Nora Feldt ",
        "قال ",
        "कहा ",
        "dass ",
    ]
)
words = st.sampled_from(
    ["Anna ", "went home ", "she said ", "the water rose", "पानी", "الماء ", "X", "2024", "sagte ", "che "]
)
texts = st.lists(st.one_of(pieces, pieces, words), max_size=60).map("".join)


@given(texts, st.sampled_from(["en", "de", "it", "hi", "ar", "fr", "und"]))
@example('"the water rose"sagte the water roseAnna ', "de")
def test_spans_are_in_order_inside_the_text_and_apart(text, language):
    found = find_quotations(document(text, language, ["Nora Feldt", "Anna"]))
    end = 0
    for quote in found:
        assert end <= quote.span.start < quote.span.end <= len(text)
        assert quote.text == text[quote.span.start : quote.span.end]
        end = quote.span.end


@given(st.one_of(st.text(max_size=200), st.text(f"{MARKS}a :：，\n", max_size=60)))
@example("「a」b」c」 d”")
def test_pairs_of_marks_are_in_order_and_apart(text):
    for paragraph in paragraphs(text):
        end = paragraph.start
        for pair in pair_marks(text, paragraph).pairs:
            assert end <= pair.outer.start < pair.inner.start < pair.inner.end < pair.outer.end <= paragraph.end
            end = pair.outer.end


@given(st.text(max_size=300), st.sampled_from(["en", "ar", "xx"]))
def test_any_text_is_read_without_error(text, language):
    assert isinstance(find_quotations(document(text, language)), tuple)


@pytest.mark.parametrize(("count", "speaker"), [(1, "Nora Feldt"), (3, "Nora Feldt"), (4, "Omar Teklu")])
def test_a_first_line_of_many_quotations_is_no_headline(count, speaker):
    words = '"The bridge stays shut all week," said'
    text = f"{words} Omar Teklu. " * count + f"\n{words} Nora Feldt."
    found = find_quotations(document(text, "en", ["Nora Feldt", "Omar Teklu"]))
    told = [text[quote.speaker.start : quote.speaker.end] for quote in found if quote.speaker]
    assert told == [speaker] * count + ["Nora Feldt"]


def test_an_article_that_breaks_off_is_read_without_error():
    assert not find_quotations(document("Am Abend sagte Nora Feldt, dass ", "de", ["Nora Feldt"]))
    assert not find_quotations(document("sagte dass ", "de"))


def test_a_name_glued_to_a_word_is_read_without_error():
    text = '"The water rose," sagte the water roseAnna '
    assert len(find_quotations(document(text, "de", ["Anna"]))) == 1


def test_an_unmatched_mark_never_swallows_what_follows():
    text = 'Nora Feldt said: "We start now.\n' + "The council meets on Friday and the road stays closed. " * 40
    found = find_quotations(document(text, "en", ["Nora Feldt"]))
    assert [quote.text for quote in found] == ["We start now."]


def test_a_quotation_over_lines_gives_a_part_for_each():
    text = '"We start now.\nThen we rest for a week.\nThen we go on," said Nora Feldt.'
    found = find_quotations(document(text, "en", ["Nora Feldt"]))
    assert [quote.text for quote in found] == ["We start now.", "Then we rest for a week.", "Then we go on"]
    assert {quote.speaker and text[quote.speaker.start : quote.speaker.end] for quote in found} == {"Nora Feldt"}
