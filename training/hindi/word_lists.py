"""Our own word lists: newspaper Hindi with its English, in the .tsv files of the folder glossary/.

A line is ``form|form<TAB>meaning; meaning``; sentences.tsv holds whole sentences of our own invention. Verbs stand in tables with a header (verbs_*.tsv), one line a verb; the
table of patterns of the same name says what becomes of each: ``{noun} किया<TAB>{past}``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.hindi.pairs import Pair

FOLDER = Path(__file__).parent / "glossary"
SOURCE = "glossary"
VERBS = "glossary-verbs"
SENTENCES = "glossary-sentences"


def read_glossary(folder: Path = FOLDER) -> list[Pair]:
    """Return a pair a form, verbs in all their patterns, in the order of the file names."""
    pairs: list[Pair] = []
    for path in sorted(folder.glob("*.tsv")):
        if path.name.startswith("verbs_"):
            pairs += _inflect(path, folder / path.name.replace("verbs_", "patterns_"))
        elif not path.name.startswith("patterns_"):
            source = SENTENCES if path.stem == "sentences" else SOURCE
            pairs += [pair for forms, meanings in _rows(path) for pair in _spell_out(forms, meanings, source)]
    return pairs


def _rows(path: Path) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line]


def _spell_out(forms: str, meanings: str, source: str) -> Iterator[Pair]:
    for form in forms.split("|"):
        yield Pair(source, form, tuple(meanings.split("; ")))


def _inflect(verbs: Path, patterns: Path) -> Iterator[Pair]:
    names, *rows = _rows(verbs)
    for row in rows:
        verb = dict(zip(names, row, strict=True))
        for first in verb[names[0]].split("|"):
            fields = {**verb, names[0]: first}
            for forms, meanings in _rows(patterns):
                yield from _spell_out(forms.format(**fields), meanings.format(**fields), VERBS)
