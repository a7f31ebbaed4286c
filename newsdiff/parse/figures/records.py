"""Records: the wins, losses and draws of a season or career, "13-21-3", "18-7".

What belongs here: when two or three numbers with hyphens between them are a record. Dates, formations, house and telephone numbers
look the same: without a word that speaks of a record or a season in the sentence, they are none.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.parse.figures.digits import plain_digits
from newsdiff.parse.figures.reading import Reading

_SENTENCE = 30
_MOST = 199
_PLAYERS = 10
_LAST_MONTH, _LAST_DAY = 12, 31
_THREE = 3
_ENDS = frozenset(".;!?।؟")
_BREAKS_OFF = frozenset("-/:.,")


@dataclass(frozen=True, slots=True)
class Record:
    """How many matches ended in each way, in the order in which they are written, over the words ``start`` to ``end``."""

    start: int
    end: int
    counts: tuple[int, ...]


def read_record(reading: Reading, start: int) -> Record | None:
    """The record that begins at word ``start``, None where none is sure to."""
    if reading.glued(start) and (reading.kind(start - 1) == "word" or reading.folded(start - 1) in _BREAKS_OFF):
        return None
    if _is_label(reading, start):
        return None
    written: list[str] = []
    at = start
    while len(written) <= _THREE and reading.kind(at) == "digits":
        written.append(plain_digits(reading.words[at].surface))
        joined = reading.folded(at + 1) == "-" and reading.glued(at + 1) and reading.glued(at + 2)
        if not joined:
            break
        at += 2
    end = at + 1
    if reading.glued(end) and (reading.kind(end) in ("word", "digits") or _goes_on(reading, end)):
        return None
    if not _may_be_record(written) or not _is_told(reading, start, end):
        return None
    return Record(start, end, tuple(map(int, written)))


def _is_label(reading: Reading, start: int) -> bool:
    """Whether the word in front makes the numbers a name ("section 12-4", "Talstr. 18-7"), and is none for a season."""
    table = reading.vocabulary
    if table.record_words.match_back(reading.words, start) is not None:
        return False
    return reading.folded(start - 1) == "." or table.labels.match_back(reading.words, start) is not None


def _goes_on(reading: Reading, end: int) -> bool:
    return reading.folded(end) in _BREAKS_OFF and reading.kind(end + 1) != "break" and reading.glued(end + 1)


def _may_be_record(written: list[str]) -> bool:
    """Whether the numbers are neither a date nor a span of years, nor ten players, nor, of two, a range."""
    if len(written) not in (2, _THREE) or not all(number.isdigit() and len(number) <= _THREE for number in written):
        return False
    counts = [int(number) for number in written]
    if max(counts) > _MOST or any(number != str(count) for number, count in zip(written, counts, strict=True)):
        return False
    if len(counts) == 2:
        return counts[0] > counts[1]
    dated = len(written[-1]) > 1 and min(counts[:2]) <= _LAST_MONTH and max(counts[:2]) <= _LAST_DAY
    return sum(counts) != _PLAYERS and not dated


def _is_told(reading: Reading, start: int, end: int) -> bool:
    """Whether a word such as "record" or "season" stands in the same sentence."""
    table = reading.vocabulary
    for step, begin in ((-1, start - 1), (1, end)):
        for at in range(begin, begin + step * _SENTENCE, step):
            if not 0 <= at < len(reading.words) or (reading.folded(at) in _ENDS and not reading.glued(at + 1)):
                break
            if table.record_words.match(reading.words, at) is not None:
                return True
    return False
