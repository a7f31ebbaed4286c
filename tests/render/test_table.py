from __future__ import annotations

import re
from dataclasses import replace

import pytest
from rich.cells import cell_len

from newsdiff.model import Name
from newsdiff.render import render
from tests.render.reports import finding, hostile_report, position, report

COLOR = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")


@pytest.mark.parametrize("width", [60, 80, 100, 160])
@pytest.mark.parametrize("languages", ["de en", "ar de en hi it", "ar de en fr hi it"])
@pytest.mark.parametrize("evidence", [False, True])
def test_no_line_is_wider_than_the_terminal_and_nothing_is_cut(width, languages, evidence):
    made = report(languages)
    text = render(made, "table", width=width, evidence=evidence)
    assert max(map(cell_len, text.splitlines())) <= width
    together = re.sub(r"\s+", "", text)
    for found in made.findings:
        for said in found.positions:
            if evidence or len(said.shown) < 20:
                assert re.sub(r"\s+", "", said.shown) in together
    assert "…" not in text or evidence


def test_a_pipe_gets_plain_text_and_whole_lines():
    text = render(report(), "table")
    assert "\x1b" not in text
    assert "    ar:        Lena Hart: “افتُتح الجسر الجديد في ريفا.”\n" in text
    assert all(line == line.rstrip() for line in text.splitlines())


def test_colour_changes_nothing_but_colour():
    for width in (80, None):
        coloured = render(report(), "table", width=width, color=True)
        assert COLOR.search(coloured)
        stripped = "\n".join(line.rstrip() for line in COLOR.sub("", coloured).splitlines())
        assert stripped + "\n" == render(report(), "table", width=width)


def test_few_articles_stand_in_columns():
    text = render(report("de en"), "table", width=80)
    assert re.search(r"\n +de +en\n≈ variation  Lena Hart .* –\n +\(60% sure\)", text)


def test_many_articles_are_stacked():
    text = render(report(), "table", width=80)
    assert (
        "Discrepancies\n"
        "  ✗ discrepancy  Money: cost of the bridge  (87% sure)\n"
        "    why money-1 is so\n"
        "    ar, en, it:  €5,000,000\n"
        "        news/ar.txt:2  وقالت رئيسة البلدية لينا هارت إن التكلفة بلغت خمسة ملايين\n"
        "                       يورو.\n"
        "    de:          ≈€5,000,000\n"
    ) in text
    assert "✓ agreement  Lena Hart  (ar, de, en, hi, it)\n" in text
    assert "    – silent:  it\n" in text


def test_native_scripts_end_their_lines():
    for width in (80, 160, None):
        for line in render(report(), "table", width=width, evidence=True).splitlines():
            native = re.search(r"[\u0600-\u06ff\u0900-\u097f].*", line)
            assert native is None or "  " not in native.group()


def test_a_single_claim_is_one_line():
    assert "Only one article says\n  Figures\n    • en  people at the opening: 1,200 people\n" in render(
        report(), "table", width=80
    )


def test_evidence_tells_file_and_line():
    text = render(report(), "table", width=160, evidence=True)
    assert "        news/en.txt:2  It cost 5 million euros, mayor Lena Hart said. 1,200 people came.\n" in text


def test_file_and_line_are_links_on_a_terminal_alone():
    link = "\x1b]8;"
    assert re.search(
        r"\x1b\]8;[^;]*;file:///\S*/news/en\.txt#2\x1b", render(report(), "table", width=160, color=True, evidence=True)
    )
    assert link not in render(report(), "table", color=True, evidence=True)
    assert link not in render(report(), "table", width=160, evidence=True)


def test_names_of_one_article_alone_run_on():
    made = report()
    article = made.articles[2]
    alone = [
        finding(f"place-{at}", "single_source", name, [position(article, name, Name(name), name)], [article], sure)
        for at, (name, sure) in enumerate([("Riva", 0.95), ("bridge", 0.4)])
    ]
    text = render(replace(made, findings=tuple(alone)), "table", width=80)
    assert "  Places\n    • en  Riva; bridge (40% sure)\n" in text


def test_what_was_not_read_is_told():
    assert render(report(), "table", width=80).endswith("Not read\n  broken.txt: the file is empty\n")


def test_markup_is_text():
    text = render(hostile_report(), "table", color=True)
    assert "[red]red[/red] [link=https://example.org]x[/link]" in text
    assert set(re.findall(r"\x1b.", text)) == {"\x1b["}
    assert not re.search(r"\x1b\[[0-9;]*[^0-9;m]", text)
