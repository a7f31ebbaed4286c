"""Numbers that are part of a word in scripts without spaces: "周三" (Wednesday), "第12分钟", "6时40分", "10余万", "0対2".

What belongs here: why such a number is no figure by what touches it, where no space shows the end of a word.
"""

from __future__ import annotations

from newsdiff.parse.figures.reading import Amount, Number, Reading


def is_part_of_word(reading: Reading, amount: Amount) -> bool:
    """Whether the number of an amount only names a day, a time, a rank, the side of a score, or the begin of a scale."""
    number = amount.number
    return (
        _is_weekday(reading, number)
        or _is_minute(reading, number)
        or _is_cut_from_scale(reading, number)
        or _is_side_of_score(reading, number)
        or (amount.kind == "unit" and _is_rank(reading, number))
    )


def _is_minute(reading: Reading, number: Number) -> bool:
    """Say yes to the 40 of "6时40分", which may be points elsewhere."""
    words, table = reading.words, reading.vocabulary
    hour = table.clock_marks.match_back(words, number.start)
    minutes = table.clock_minutes.match(words, number.end)
    return hour is not None and minutes is not None and reading.kind(hour[1] - 1) == "digits"


def _is_weekday(reading: Reading, number: Number) -> bool:
    """Say yes to the three of "周三" (Wednesday), where days of the week are counted."""
    day = reading.vocabulary.weekdays.match_back(reading.words, number.end) if number.digits is None else None
    return day is not None and day[1] < number.start


def _is_cut_from_scale(reading: Reading, number: Number) -> bool:
    """Say yes to the ten of "10余万": a word for a bound parts it from the scale word that it belongs to."""
    table = reading.vocabulary
    bound = table.bounds_after.match(reading.words, number.end)
    if bound is None or number.scaled or not reading.words[number.end].unspaced:
        return False
    return table.multipliers.match(reading.words, bound[1]) is not None


def _is_side_of_score(reading: Reading, number: Number) -> bool:
    """Say yes to both numbers of "0対2", whichever way the match went, where the link is glued to them."""
    words, links = reading.words, reading.vocabulary.score_links
    behind, before = links.match(words, number.end), links.match_back(words, number.start)
    follows = behind is not None and words[number.end].unspaced and reading.kind(behind[1]) == "digits"
    return follows or (before is not None and words[before[1]].unspaced and reading.kind(before[1] - 1) == "digits")


def _is_rank(reading: Reading, number: Number) -> bool:
    """Whether "第" or "目" makes a number a rank where words are parted by nothing, though a unit seems to follow: "第12分钟", "3度目"."""
    words, table = reading.words, reading.vocabulary
    first = reading.kind(number.start - 1) == "word" and words[number.start - 1].unspaced
    last = reading.kind(number.end) == "word" and words[number.end].unspaced
    return (first and table.labels.match_back(words, number.start) is not None) or (
        last and table.label_ends.match(words, number.end) is not None
    )
