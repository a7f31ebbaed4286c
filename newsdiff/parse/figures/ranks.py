"""Ranks: the place in a row that digits name, "the 42nd president", "in der 29. Minute", "14º minuto", "الدقيقة 65".

What belongs here: when ordinal digits are worth comparing. Ordinals in words are too common ("the second half") and low
ones in digits, too; those that belong to a name ("18th District", "5th Avenue") count nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.parse.figures.counted import read_counted
from newsdiff.parse.figures.digits import read_digits
from newsdiff.parse.figures.labels import is_dotted_ordinal
from newsdiff.parse.figures.reading import Reading

_LOWEST, _HIGHEST = 10, 999
_MINUTE_MARKS = frozenset("'′")


@dataclass(frozen=True, slots=True)
class Rank:
    """A place in a row, over the words ``start`` to ``end``; ``noun`` are the words of what stands in that row, if any."""

    start: int
    end: int
    place: int
    noun: tuple[int, int] | None = None


def read_rank(reading: Reading, start: int) -> Rank | None:
    """The rank whose digits are word ``start``, None where they are none."""
    if reading.kind(start) != "digits" or reading.glued(start):
        return None
    digits = read_digits(reading.words[start].surface, reading.decimal)
    if digits is None or digits.marked or not 0 < digits.value <= _HIGHEST:
        return None
    place = int(digits.value)
    before = reading.vocabulary.rank_nouns.match_back(reading.words, start)
    if before is not None and not _goes_on(reading, start + 1):
        return Rank(before[1], start + 1, place, (before[1], start))
    if _is_marked_minute(reading, start):
        return Rank(start, start + 2, place)
    if _hangs_on_digits(reading, start):
        return Rank(start, start + 3, place, (start + 2, start + 3))
    behind = _ordinal_end(reading, start)
    if behind is None:
        return None
    shared = _shared_noun(reading, behind)
    return Rank(start, behind, place, shared) if shared is not None else _with_noun(reading, start, behind, place)


def _with_noun(reading: Reading, start: int, behind: int, place: int) -> Rank | None:
    """The rank of ordinal digits, with the noun that begins at word ``behind``; None where they are no rank."""
    noun = read_counted(reading, behind, linked=False)
    if noun is None or reading.vocabulary.label_ends.match(reading.words, behind) is not None:
        return None
    unit = reading.vocabulary.units.match(reading.words, noun[0])
    if reading.folded(start + 1) == "-" and unit is not None and unit[0] == "year":
        return None
    timed = reading.vocabulary.rank_nouns.match(reading.words, noun[0]) is not None
    if _is_name(reading, noun) or not (timed or place >= _LOWEST):
        return None
    return Rank(start, noun[1], place, (noun[0], noun[0] + 1) if timed else noun)


def _shared_noun(reading: Reading, behind: int) -> tuple[int, int] | None:
    """The noun that an ordinal shares with the next one, "the 12th and 31st minutes", if both are minutes or the like."""
    if reading.folded(behind) not in reading.vocabulary.joiners or reading.kind(behind + 1) != "digits":
        return None
    end = _ordinal_end(reading, behind + 1)
    noun = reading.vocabulary.rank_nouns.match(reading.words, end) if end is not None else None
    return (end, end + 1) if end is not None and noun is not None else None


def _is_marked_minute(reading: Reading, start: int) -> bool:
    """Whether a minute mark makes the digits the minute of a match, behind a word that only such a one has ("al 67'")."""
    mark = start + 1
    if reading.folded(mark) not in _MINUTE_MARKS or not reading.glued(mark):
        return False
    if reading.glued(mark + 1) and (reading.kind(mark + 1) != "mark" or reading.folded(mark + 1) in _MINUTE_MARKS):
        return False
    return reading.vocabulary.minute_openers.match_back(reading.words, start) is not None


def _hangs_on_digits(reading: Reading, start: int) -> bool:
    """Whether a noun hangs on the digits by a hyphen that makes them an ordinal: "50-летие" is the 50th anniversary."""
    hyphen = reading.folded(start + 1) == "-" and reading.glued(start + 1) and reading.glued(start + 2)
    return hyphen and reading.vocabulary.rank_tails.match(reading.words, start + 2) is not None


def _goes_on(reading: Reading, end: int) -> bool:
    """Whether the digits are part of something longer: "minuto 13:10", "minute 90+4"."""
    return reading.glued(end) and (reading.kind(end + 1) == "digits" or reading.kind(end) == "word")


def _ordinal_end(reading: Reading, start: int) -> int | None:
    """The place behind what makes the digits an ordinal; a full stop does so behind a determiner, or before a minute."""
    mark, table = start + 1, reading.vocabulary
    if not reading.glued(mark):
        return mark if table.ranked_nouns.match(reading.words, mark) is not None else None
    if reading.folded(mark) in ("-", ".") and reading.glued(mark + 1) and reading.kind(mark + 1) == "word":
        return mark + 2 if reading.folded(mark + 1) in table.ordinal_endings else None
    if reading.folded(mark) == "." and table.rank_nouns.match(reading.words, mark + 1) is not None:
        return mark + 1
    if reading.folded(mark) not in table.ordinal_endings:
        return None
    if reading.folded(mark) == "." and not is_dotted_ordinal(reading, start, mark):
        return None
    return mark + 1


def _is_name(reading: Reading, noun: tuple[int, int]) -> bool:
    """Whether the noun is written as a name is: "18th District"; not known where all nouns have capitals."""
    return not reading.vocabulary.words.nouns_capitalised and reading.words[noun[1] - 1].surface[0].isupper()
