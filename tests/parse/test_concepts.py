"""What figures count under one name for all languages: the table of cases, and that the lists of the packs fit each other."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest
import yaml

from newsdiff.lang.pack import languages, load_pack
from newsdiff.parse.figures import find_figures
from newsdiff.parse.figures.concepts import PEOPLE
from newsdiff.parse.figures.reading import Reading
from newsdiff.parse.figures.words import fold

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "concepts.yaml").read_text(encoding="utf-8"))
ROWS = [(code, text, names) for code, rows in CASES.items() for text, names in rows]


@pytest.mark.parametrize(("code", "text", "names"), ROWS)
def test_what_figures_count_has_one_name_in_all_languages(code: str, text: str, names: list[str | None]) -> None:
    assert [figure.value.concept for figure in find_figures(text, load_pack(code))] == names


@pytest.mark.parametrize("code", languages())
def test_a_pack_names_what_the_others_name(code: str) -> None:
    words = load_pack(code).figures
    assert words.counted.keys() == load_pack("en").figures.counted.keys()
    assert words.fates.keys() == load_pack("en").figures.fates.keys()
    assert set(words.fate_names) <= words.counted.keys() - {PEOPLE}
    assert set(words.called_by_fates) <= set(words.kinds_of_people)
    assert words.lasting.keys() == load_pack("en").figures.lasting.keys()
    assert {PEOPLE} < set(words.kinds_of_people) <= words.counted.keys()


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("section", ["counted", "fates", "lasting"])
def test_a_word_has_one_name(code: str, section: str) -> None:
    names = defaultdict(set)
    for name, spellings in getattr(load_pack(code).figures, section).items():
        for spelling in spellings:
            names[fold(spelling)].add(name)
    assert {word: sorted(found) for word, found in names.items() if len(found) > 1} == {}


def test_work_grows_in_step_with_the_words_that_tell_what_befell_people(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = 0
    look = Reading.kind

    def count(reading: Reading, at: int) -> str:
        nonlocal looked_at
        looked_at += 1
        return look(reading, at)

    monkeypatch.setattr(Reading, "kind", count)
    work = []
    for times in (200, 400):
        looked_at = 0
        find_figures(f"12 people {'killed ' * times}13 people", load_pack("en"))
        work.append(looked_at)
    assert 0 < work[1] <= 2 * work[0]
