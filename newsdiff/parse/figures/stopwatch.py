"""Minutes and seconds on the clock of a match: "at 2:13 of the second round", "minuto 13:10", "nach 13:10 Minuten".

What belongs here: when two numbers about a colon are such a time. Times of day, results and verses look the same: without a
word for minutes beside it or for a part of a match near it, it is none.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.parse.figures.counted import is_content
from newsdiff.parse.figures.digits import plain_digits
from newsdiff.parse.figures.reading import Reading

CLOCK = "match_clock"
"""The unit of a time on the clock of a match, in seconds, so that it is compared with its like alone."""
_MINUTE = 60
_LONGEST = 130
_BEHIND = 6
_SENTENCE = 30
_ENDS = frozenset(".;!?।؟")
_BREAKS_OFF = frozenset("-/:.,")


@dataclass(frozen=True, slots=True)
class PlayTime:
    """So many seconds on the clock of a match, over the words ``start`` to ``end``."""

    start: int
    end: int
    seconds: int


def read_play_time(reading: Reading, start: int) -> PlayTime | None:
    """The time on the clock of a match that begins at word ``start``, None where none is sure to."""
    end = start + 3
    if reading.folded(start + 1) != ":" or not (reading.glued(start + 1) and reading.glued(start + 2)):
        return None
    seconds = _seconds(reading, start)
    if seconds is None or _is_part_of_a_sign(reading, start, end):
        return None
    if _beside_minutes(reading, start, end) or in_part_of_match(reading, end) or _told_by_sentence(reading, start, end):
        return PlayTime(start, end, seconds)
    return None


def _seconds(reading: Reading, start: int) -> int | None:
    if reading.kind(start) != "digits" or reading.kind(start + 2) != "digits":
        return None
    minutes, seconds = (plain_digits(reading.words[at].surface) for at in (start, start + 2))
    if not (minutes.isdigit() and seconds.isdigit() and len(seconds) == 2 and len(minutes) <= 3):
        return None
    if int(minutes) > _LONGEST or int(seconds) >= _MINUTE:
        return None
    return int(minutes) * _MINUTE + int(seconds)


def _is_part_of_a_sign(reading: Reading, start: int, end: int) -> bool:
    """Whether more digits or letters are glued to it: "2:05:30", "ISO13:10"."""
    if reading.glued(start):
        before = reading.words[start - 1]
        glued_word = before.kind == "word" and before.folded not in reading.vocabulary.proclitics
        if glued_word or before.kind == "digits" or before.folded in _BREAKS_OFF:
            return True
    if not reading.glued(end):
        return False
    return reading.kind(end) in ("word", "digits") or (
        reading.folded(end) in _BREAKS_OFF and reading.kind(end + 1) == "digits" and reading.glued(end + 1)
    )


def _beside_minutes(reading: Reading, start: int, end: int) -> bool:
    """Whether a word for minutes stands behind, or one for the minute of a match on either side."""
    table = reading.vocabulary
    unit = table.units.match(reading.words, end) or table.unit_symbols.match(reading.words, end, folding=False)
    ranked = table.rank_nouns.match_back(reading.words, start) or table.rank_nouns.match(reading.words, end)
    return (unit is not None and unit[0] == "minute") or ranked is not None


def in_part_of_match(reading: Reading, end: int) -> bool:
    """Whether what follows names the part of a match, behind a link: "of the second round", "der zweiten Runde"."""
    table = reading.vocabulary
    first = table.play_links.match(reading.words, end)
    if first is None:
        return False
    at, words = first[1], 0
    while at < end + _BEHIND and reading.kind(at) == "word":
        if table.play_words.match(reading.words, at) is not None:
            return True
        words += is_content(reading, at)
        if words > 1:
            return False
        at += 1
    return False


def _told_by_sentence(reading: Reading, start: int, end: int) -> bool:
    """Whether the sentence speaks of a match, where the word beside it is one that no time of day has ("on 13:10")."""
    table = reading.vocabulary
    opened = table.play_openers.match_back(reading.words, start) is not None
    if not opened and table.play_closers.match(reading.words, end) is None:
        return False
    around = (*_reach(reading, start - 1, -1), *_reach(reading, end, 1))
    if any(table.play_starts.match(reading.words, at) is not None for at in around):
        return False
    return any(
        words.match(reading.words, at) is not None for words in (table.play_words, table.score_words) for at in around
    )


def _reach(reading: Reading, begin: int, step: int) -> list[int]:
    """The places from ``begin`` to the end of the sentence, so many at most."""
    places: list[int] = []
    for at in range(begin, begin + step * _SENTENCE, step):
        if reading.kind(at) == "break" and not 0 <= at < len(reading.words):
            break
        if reading.folded(at) in _ENDS and not reading.glued(at + 1):
            break
        places.append(at)
    return places
