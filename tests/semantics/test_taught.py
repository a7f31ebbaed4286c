"""The encoder taught Hindi: as torch computed it, near its translations, robust to spelling and noise."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from newsdiff.semantics import embed
from newsdiff.semantics.taught import Words, encode_items, load_words, read_items

RECORDED = Path(__file__).parent / "recorded_hindi.tsv"

TRANSLATIONS = [
    ("मरम्मत के लिए पुल बंद कर दिया गया है।", "The bridge has been closed for repairs.", "Die Brücke ist wegen Reparaturen gesperrt."),
    ("मंत्री ने इस्तीफा दे दिया।", "The minister has resigned.", "Der Minister ist zurückgetreten."),
    ("दोनों खिलाड़ी मैच में घायल हो गए।", "Both players were injured in the match.", "Beide Spieler wurden im Spiel verletzt."),
    ("कंपनी ने रिकॉर्ड मुनाफा कमाया।", "The company made a record profit.", "Das Unternehmen machte einen Rekordgewinn."),
    ("भारी बारिश से सड़कें डूब गईं।", "Heavy rain flooded the roads.", "Starker Regen überschwemmte die Straßen."),
    ("वैक्सीन की पहली खुराक", "the first dose of the vaccine", "die erste Dosis des Impfstoffs"),
    ("सीनियर इंजीनियर्स", "senior engineers", "leitende Ingenieure"),
    ("दमकलकर्मियों", "firefighters", "Feuerwehrleute"),
    ("वोटों की गिनती", "vote counting", "Stimmenauszählung"),
    ("शहर की आबादी", "population of the city", "Einwohner der Stadt"),
]  # fmt: skip


@pytest.mark.parametrize("line", RECORDED.read_text(encoding="utf-8").splitlines(), ids=lambda line: str(len(line)))
def test_rows_are_those_of_torch(line: str) -> None:
    text, numbers = line.split("\t")
    expected = np.array([float(number) for number in numbers.split()])
    row = embed([text], language="hi")[0]
    assert np.abs(row[: len(expected)] - expected).max() < 0.01


@pytest.mark.parametrize(("column", "language"), [(1, "en"), (2, "de")])
def test_translations_are_nearest(column: int, language: str) -> None:
    hindi = embed([row[0] for row in TRANSLATIONS], language="hi")
    others = embed([row[column] for row in TRANSLATIONS], language=language)
    assert (hindi @ others.T).argmax(axis=1).tolist() == list(range(len(TRANSLATIONS)))


def test_company_changes_no_more_than_rounding() -> None:
    texts = [row[0] for row in TRANSLATIONS]
    alone = np.concatenate([embed([text], language="hi") for text in texts])
    assert np.abs(embed(texts, language="hi") - alone).max() < 1e-5


@pytest.mark.parametrize(
    ("one", "other"),
    [("हिन्दी ज़िला", "हिंदी जिला"), ("पाँच लोग।", "पांच लोग."), ("१५ घर", "15 घर"), ("पुल  टूटा", "पुल टूटा")],
)
def test_spellings_that_are_one_give_one_row(one: str, other: str) -> None:
    assert embed([one], language="hi") == pytest.approx(embed([other], language="hi"), abs=1e-5)


def test_latin_words_count_in_hindi_sentences() -> None:
    rows = embed(["Siemens ने मुनाफा कमाया", "Volvo ने मुनाफा कमाया", "Volvo made a profit"], languages=["hi", "hi", "en"])
    assert rows[1] @ rows[2] > rows[0] @ rows[2] + 0.1


def test_articles_of_two_languages_take_two_models() -> None:
    rows = embed(["पुल बंद है।", "The bridge is closed.", "पुल बंद है।"], languages=["hi", "en", None])
    assert rows[0] == pytest.approx(rows[2])
    assert rows[0] @ rows[1] > 0.5


@pytest.mark.parametrize("text", ["क" * 10_000, "ऀ", "\ud800 क", "क \x00 ख", "॥॥ 5", "ॐ"])
def test_odd_texts_are_no_errors(text: str) -> None:
    assert np.isfinite(embed([text], language="hi")).all()


def test_model_file_holds_what_is_read() -> None:
    words = load_words("hindi")
    assert isinstance(words, Words)
    assert words.vectors(["पुल", "unheard"]).shape == (2, 512)
    assert words.vectors([]).shape == (0, 512)


def test_items_are_marks_pieces_and_words() -> None:
    begin, *items, end = read_items("Volvo की बस")
    assert [item for item in items if isinstance(item, str)] == ["की", "बस"]
    assert all(isinstance(item, int) for item in (begin, end, items[0]))
    assert encode_items([[begin, *items, end]], load_words("hindi")).shape == (1, 512)
