from __future__ import annotations

import sys

import pytest

from newsdiff.errors import SourceError
from newsdiff.load import pdf
from newsdiff.model import Article, Skipped
from tests.load import files
from tests.load.files import column, text_at

pytest.importorskip("pdfminer", reason="reading PDF needs the extra newsdiff[pdf]")

STORY = ["The bridge over the Lorn was opened on Monday.", "It cost 68 million euros, and 4,000 people came to see it."]


def read(*pages, **options):
    (article,) = pdf.read("a.pdf", files.pdf(*pages, **options))
    assert isinstance(article, Article)
    return article


def test_lines_become_paragraphs():
    lines = ["The bridge over the river Lorn was", "opened on Monday by the mayor."]
    more = ["It cost 68 million euros, which is", "twice what was planned."]
    article = read(column(lines) + column(more, top=700))
    assert article.text == f"{' '.join(lines)}\n\n{' '.join(more)}"


def test_a_paragraph_begins_at_an_indent_and_after_a_short_last_line():
    lines = ["The bridge over the river Lorn has been", "open since Monday.", "It cost 68 million euros, which is more"]
    assert read(column(lines)).text.split("\n\n") == [f"{lines[0]} {lines[1]}", lines[2]]
    page = [*column(["The bridge over the Lorn, which is open,", "cost 68 million euros, the mayor said so."])]
    page += [text_at(84, 732, "It was planned for half of that sum."), text_at(72, 718, "Nobody knows why.")]
    assert len(read(page).text.split("\n\n")) == 2


def test_a_headline_stands_alone_and_a_paragraph_runs_on_over_columns_and_pages():
    first = [text_at(72, 780, "Bridge open", size=24), *column(["The bridge over the river Lorn was"], top=740)]
    second = column(["opened on Monday by the mayor and"], left=320, top=740)
    third = column(["some thousand others."])
    assert read(first + second, third).text == (
        "Bridge open\n\nThe bridge over the river Lorn was opened on Monday by the mayor and some thousand others."
    )


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["The mayor opened the bri-", "dge on Monday."], "The mayor opened the bridge on Monday."),
        (["A well-known man and a well-", "known woman came."], "A well-known man and a well-known woman came."),
        (["Rovers-", "Trainer Kell sprach."], "Rovers-Trainer Kell sprach."),
        (["In the years 2020-", "2024 it was closed."], "In the years 2020-2024 it was closed."),
        (["Es gab auf der neuen Brücke Geh-", "und Radwege, sagte sie."], "Es gab auf der neuen Brücke Geh- und Radwege, sagte sie."),
        (["It cost 68 mil\u00ad", "lion euros."], "It cost 68 million euros."),
        (["It cost much –", "too much."], "It cost much – too much."),
    ],
)  # fmt: skip
def test_words_that_were_parted_are_joined(lines, text):
    assert read(column(lines)).text == text


def test_a_pause_between_letters_is_a_blank_only_where_no_blanks_are_drawn():
    assert read([text_at(72, 700, "The"), text_at(92, 700, "bridge")]).text == "The bridge"
    assert read([text_at(72, 700, "The bri"), text_at(112, 700, "dge is open")]).text == "The bridge is open"


def test_what_repeats_on_the_pages_is_left_out():
    pages = [
        [text_at(72, 815, f"The Daily Lorn, page {n}"), *column([*STORY, f"Part {n} of it."]), text_at(290, 30, str(n))]
        for n in (1, 2, 3)
    ]
    text = read(*pages).text
    assert "Daily" not in text
    assert text.count("68 million") == 3
    assert [line for line in text.split("\n") if line.strip().isdigit()] == []


def test_what_stands_in_the_margin_is_left_out_and_what_ends_a_text_is_not():
    foot = text_at(72, 15, "https://example.org/bridge", size=8)
    text = read(
        [*column([*STORY, "The shares of Lorn Steel fell by", "11 percent, those of Ashwell by", "14"]), foot]
    ).text
    assert text.endswith("Ashwell by 14")
    assert "example" not in text


def test_a_number_alone_amid_a_page_stays():
    page = [*column([*STORY, *STORY]), text_at(72, 600, "14"), *column([*STORY, *STORY], top=500)]
    assert "14" in read(page).text.split()


def test_right_to_left_is_read_in_its_order():
    line = "افتتح الجسر (الجديد) يوم 18 مارس 2024 بكلفة 11.5 مليون يورو في Lorn City أمس"
    drawn = "".join(reversed(line)).translate(str.maketrans("()", ")("))
    for ltr in ("18", "2024", "11.5", "Lorn City"):
        drawn = drawn.replace(ltr[::-1], ltr)
    assert read([text_at(72, 700, drawn)]).text == line


def test_a_line_without_letters_runs_as_the_one_before_it():
    assert read([text_at(72, 700, "ﺪﻳﺪﺠﻟا ﺮﺴﺠﻟا"), text_at(72, 686, ".9")]).text == "الجسر الجديد 9."


def test_the_text_that_the_file_gives_for_its_glyphs_is_taken():
    assert read([text_at(72, 700, "xy", said="पुल"), text_at(90, 700, "z", said="खुला")]).text == "पुल खुला"


def test_a_title_is_taken_where_the_text_bears_it_out():
    page = [text_at(72, 780, "Bridge open at last", size=24), *column(STORY, top=740)]
    assert read(page, title="Bridge open at last").title == "Bridge open at last"
    assert read(page, title="Microsoft Word - bridge_final2.doc").title is None


def test_pages_that_are_pictures_are_named():
    article, skipped = pdf.read("a.pdf", files.pdf(column(STORY), [], column(["And so on."])))
    assert isinstance(article, Article)
    assert isinstance(skipped, Skipped)
    assert (skipped.reason.code, skipped.reason.text[:7]) == ("pages_without_text", "page 2:")


REFUSED = {
    "scanned": (files.pdf([], []), "no_text", "OCR"),
    "blank": (files.pdf([text_at(72, 700, "– –")]), "no_text", "no text on its pages"),
    "locked": (files.pdf(column(STORY), encrypt=files.LOCKED), "encrypted", "password"),
    "letters unknown": (files.pdf(column(STORY), known=False), "unreadable_encoding", "which ones"),
    "signs apart": (files.pdf(column(["प ुल ख ुला ह ै"])), "unreadable_encoding", "which ones"),
    "cut off": (files.pdf(column(STORY))[:400], "damaged", "damaged"),
    "no PDF": (b"Only text.", "damaged", "no PDF"),
    "empty": (b"", "empty", "empty"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_told(name):
    data, code, words = REFUSED[name]
    with pytest.raises(SourceError) as error:
        pdf.read("a.pdf", data)
    assert error.value.code == code
    assert words in str(error.value)


def test_what_unpacks_to_too_much_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "_MOST_UNPACKED", 500)
    with pytest.raises(SourceError, match="unpacked") as error:
        pdf.read("a.pdf", files.pdf(column(STORY * 20)))
    assert error.value.code == "too_large"


def test_without_its_package_the_mend_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "newsdiff.load.pdf.reader", None)
    monkeypatch.delattr(pdf, "reader", raising=False)
    with pytest.raises(SourceError) as error:
        pdf.read("a.pdf", files.pdf(column(STORY)))
    assert (error.value.code, str(error.value).count("\n")) == ("missing_extra", 0)
    assert "pip install 'newsdiff[pdf]'" in str(error.value)
