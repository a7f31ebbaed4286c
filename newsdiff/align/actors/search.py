"""One article made ready for looking names up in it.

What belongs here: which words of the article sound like the words of the names, and which mean the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdiff.align.actors.units import Unit
from newsdiff.parse.names.batch import translate, word_matrix
from newsdiff.parse.names.forms import Word

if TYPE_CHECKING:
    from newsdiff.parse.names.batch import Scores

WEAKEST_WORD = 0.5


@dataclass(frozen=True, slots=True)
class Search:
    """The words of an article, in order, and their scores against the words that are sought.

    ``heard``: for each word sought the places of units that sound like it; ``meant``: those that mean the same, too.
    """

    units: tuple[Unit, ...]
    at_place: dict[int, int]
    heard: dict[Word, tuple[int, ...]]
    meant: dict[Word, tuple[int, ...]]
    _numbers: tuple[int, ...]
    _rows: dict[Word, int]
    _sounds: Scores
    _scores: Scores

    def sound(self, word: Word, at: int) -> float:
        """How alike the word and a unit sound, 0 to 1."""
        return float(self._sounds[self._rows[word], self._numbers[at]])

    def score(self, word: Word, at: int) -> float:
        """How like the word the unit is, by its sounds or its meaning, 0 to 1."""
        return float(self._scores[self._rows[word], self._numbers[at]])


def prepare_search(units: Sequence[Unit], words: Iterable[Word]) -> Search:
    """Compare every distinct word that is sought with every distinct word of the article, once."""
    rows: dict[Word, int] = {}
    for word in words:
        rows.setdefault(word, len(rows))
    columns: dict[Word, int] = {}
    numbers = tuple(columns.setdefault(unit.word, len(columns)) for unit in units)
    by_column: dict[int, list[int]] = {}
    for at, number in enumerate(numbers):
        by_column.setdefault(number, []).append(at)
    sounds = word_matrix(list(rows), list(columns))
    scores = translate(list(rows), list(columns), sounds)
    near = [
        tuple(sorted(at for number in row.nonzero()[0].tolist() for at in by_column[number]))
        for row in scores >= WEAKEST_WORD
    ]
    at_place: dict[int, int] = {}
    for at, unit in enumerate(units):
        at_place.setdefault(unit.place, at)
    return Search(
        tuple(units),
        at_place,
        {
            word: tuple(at for at in near[row] if not units[at].common and sounds[row, numbers[at]] >= WEAKEST_WORD)
            for word, row in rows.items()
        },
        {word: near[row] for word, row in rows.items()},
        numbers,
        rows,
        sounds,
        scores,
    )
