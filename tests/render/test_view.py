from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.model import Article, Evidence, Span
from newsdiff.model.short_names import short_names
from newsdiff.model.values import Quantity
from newsdiff.render.places import address_of, direction_of, passage_of
from newsdiff.render.view import make_view
from newsdiff.render.words import load_words
from tests.render.reports import report


def test_headline_and_tally():
    view = make_view(report())
    assert view.headline == "5 articles in 5 languages (Arabic, English, German, Hindi, Italian)"
    assert [words for _, words in view.tally] == [
        "✗ 1 discrepancy",
        "? 0 unclear",
        "≈ 1 variation",
        "✓ 1 agreement",
        "• 1 single-source claim",
    ]
    assert make_view(report("en")).headline == "1 article in 1 language (English)"
    assert make_view(report()).title == "1 discrepancy among 5 articles"
    assert make_view(replace(report(), findings=())).title == "No discrepancy among 5 articles"


def test_discrepancies_of_all_kinds_come_first_then_kinds():
    made = report()
    agreed = replace(made.findings[1], id="money-2", verdict="agreement", confidence=0.99)
    doubtful = replace(made.findings[1], id="money-3", confidence=0.5)
    view = make_view(replace(made, findings=(agreed, doubtful, *made.findings)))
    assert [row.finding.id for row in view.discrepancies] == ["money-1", "money-3"]
    assert [section.title for section in view.sections] == ["Figures", "Money", "Quotations", "People"]
    assert [row.finding.id for row in view.rows] == [
        "money-1", "money-3", "money-2", "quote-1", "person-1", "quantity-1",
    ]  # fmt: skip


@pytest.mark.parametrize(("confidence", "doubt"), [(1.0, ""), (0.9, ""), (0.89, "89% sure"), (0.5, "50% sure")])
def test_what_is_not_sure_says_so(confidence, doubt):
    made = report()
    (row,) = make_view(replace(made, findings=(replace(made.findings[0], confidence=confidence),))).rows
    assert row.doubt == doubt


def test_a_finding_without_a_label_is_called_after_its_kind():
    made = report()
    (row,) = make_view(replace(made, findings=(replace(made.findings[1], label=" \u200e"),))).rows
    assert row.label == "Money"


@pytest.mark.parametrize(
    ("code", "name"), [("ar", "Arabic"), ("und", "unknown language"), (None, "unknown language"), ("x\ny", "x y")]
)
def test_languages_have_names(code, name):
    made = report()
    (column,) = make_view(replace(made, articles=(replace(made.articles[0], language=code),), findings=())).columns
    assert column.language == name


@pytest.mark.parametrize(
    ("text", "direction"), [("", "ltr"), ("Riva 12", "ltr"), ("NATO: افتُتح الجسر الجديد", "rtl"), ("नया पुल", "ltr")]
)
def test_direction_is_that_of_most_letters(text, direction):
    assert direction_of(text) == direction


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("/news/a b#.txt", "file:///news/a%20b%23.txt#1"),
        ("https://example.org/a b\x1b", "https://example.org/a%20b"),
        ("-", None),
    ],
)
def test_words_have_an_address(source, address):
    assert address_of(passage_of(Article(source, "five"), Evidence(Span(0, 4), "five"))) == address


def test_articles_that_say_the_same_are_one_group():
    (row,) = make_view(report()).discrepancies
    assert [(shown, [cell.column.name for cell in cells]) for shown, cells in row.groups] == [
        ("€5,000,000", ["ar", "en", "it"]),
        ("≈€5,000,000", ["de"]),
        ("€6,000,000", ["hi"]),
    ]


def test_equal_figures_are_one_group_whatever_the_words_for_what_they_count():
    (made,) = (row.finding for row in make_view(report()).discrepancies)
    told = {"ar": (2, "pickets"), "de": (2, "Streikposten"), "en": (2, "pickets"), "hi": (3, "pickets")}
    positions = [
        replace(position, value=Quantity(number, number, of=of), shown=f"{number} {of}", alike=None)
        for position, (number, of) in zip(made.positions, told.values(), strict=False)
    ]
    (row,) = make_view(replace(report(), findings=(replace(made, positions=tuple(positions)),))).discrepancies
    assert [(shown, len(cells)) for shown, cells in row.groups] == [("2 pickets / 2 Streikposten", 3), ("3 pickets", 1)]


def test_who_is_silent():
    view = make_view(report())
    rows = {row.finding.id: row for row in view.rows}
    assert [column.name for column in rows["quote-1"].silent] == ["it"]
    assert rows["quote-1"].cells[-1] is None
    assert [column.name for column in rows["quantity-1"].silent] == ["ar", "de", "hi", "it"]


def test_notes_tell_engines_and_dependence():
    made = report()
    assert make_view(made).notes == (
        "Names found by: embedded",
        "Not independent: ar and de (the same text)",
    )
    mixed = replace(made, engine=tuple((a.id, "stanza" if a.id == "a2" else "embedded") for a in made.articles))
    assert make_view(mixed).notes[0] == "Names found by: embedded (ar, en, hi, it), stanza (de)"


@pytest.mark.parametrize(
    ("text", "surface", "line", "around"),
    [
        ("One.\nTwo five three.\nFour.", "five", 2, ("Two ", " three.")),
        ("five", "five", 1, ("", "")),
        ("\n\nfive\n", "five", 3, ("", "")),
        (f"{'word ' * 30}five{' word' * 30}", "five", 1, (f"…{'word ' * 12}", f"{' word' * 12}…")),
        (f"{'x' * 99}five{'y' * 99}", "five", 1, (f"…{'x' * 60}", "…")),
    ],
)
def test_words_stand_in_their_line(text, surface, line, around):
    start = text.index(surface)
    words = passage_of(Article("a.txt", text), Evidence(Span(start, start + len(surface)), surface))
    assert (words.place, words.surface) == (f"a.txt:{line}", surface)
    assert (words.before, words.after) == around


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        (["hi.txt", "it.txt"], ("hi", "it")),
        (["news/hi.txt", "./it.md"], ("hi", "it")),
        (["a/it.txt", "b/it.txt", "hi.txt"], ("a/it", "b/it", "hi")),
        (["x/a/it.txt", "y/a/it.txt"], ("x/a/it", "y/a/it")),
        (["it.txt", "it.md"], ("it.txt", "it.md")),
        (["it.txt", "a/it.txt"], ("it.txt", "a/it")),
        (["-", "it.txt"], ("stdin", "it")),
        (["https://www.example.org/a/b/", "it.txt"], ("example.org", "it")),
        (["https://example.org/a", "https://example.org/b"], ("example.org/…/a", "example.org/…/b")),
        (
            ["https://example.org/a?x", "https://example.org/a?y"],
            ("https://example.org/a?x", "https://example.org/a?y"),
        ),
        (["C:\\news\\it.txt"], ("it",)),
        ([], ()),
    ],
)
def test_short_names(sources, names):
    assert short_names(sources) == names


def test_a_quotation_is_known_by_its_words_in_the_language_of_the_reader():
    quoted = {code: make_view(report(), load_words(code)).rows[1].topic for code in ("en", "de", "hi", "it")}
    assert quoted == {
        "en": "Lena Hart: “The new bridge in Riva has opened.”",
        "de": "Lena Hart: „Die neue Brücke in Riva ist offen.“",
        "hi": "Lena Hart: “रीवा में नया पुल खुल गया।”",
        "it": "Lena Hart: «The new bridge in Riva has opened.»",
    }
    assert make_view(report()).rows[0].topic == "cost of the bridge"


def test_who_says_otherwise_than_most():
    rows = {row.finding.id: row for row in make_view(report()).rows}
    assert rows["money-1"].apart == {"a4"}
    assert rows["quote-1"].apart == set()
    (two,) = [row for row in make_view(report("de hi")).rows if row.finding.id == "money-1"]
    assert two.apart == set()


def test_what_is_likely_no_difference_comes_last():
    made = report()
    doubtful = replace(made.findings[0], id="person-2", verdict="unclear", confidence=0.2)
    likely = replace(made.findings[0], id="person-3", verdict="unclear", confidence=0.7)
    view = make_view(replace(made, findings=(doubtful, likely, made.findings[0])))
    assert [row.finding.id for row in view.rows] == ["person-3", "person-1", "person-2"]
    assert view.rows[0].doubt == "70% likely about the same thing"
