"""Shares that end a number: the "mezzo" of "un milione e mezzo", the "2/3" of "220 2/3".

What belongs here: shares inside a longer number. Shares that stand for themselves are ``fractions``.
"""

from __future__ import annotations

from fractions import Fraction

from newsdiff.parse.figures.reading import Reading


def small_share(reading: Reading, at: int) -> Fraction | None:
    """The "2/3" of "220 2/3"."""
    if reading.folded(at + 1) != "/" or reading.kind(at + 2) != "digits":
        return None
    over, under = reading.words[at].surface, reading.words[at + 2].surface
    if not (over.isdigit() and under.isdigit() and len(over) == len(under) == 1 and 0 < int(over) < int(under)):
        return None
    return Fraction(int(over), int(under))


def read_share_word(reading: Reading, at: int) -> tuple[Fraction, int] | None:
    """A share as it stands behind "and": "a half", "mezzo", "three quarters", "ein Viertel"."""
    table = reading.vocabulary
    vowelled = table.vowelled_parts.match(reading.words, at, folding=False)
    if vowelled is not None:
        return vowelled
    if reading.folded(at) in table.articles:
        return table.lone_fractions.match(reading.words, at + 1) or table.fractions.match(reading.words, at + 1)
    lone = table.lone_fractions.match(reading.words, at)
    if lone is not None:
        return lone
    number = table.numbers.match(reading.words, at)
    if number is not None and number[0] < 20:
        behind = number[1] + 1 if reading.folded(number[1]) == "-" else number[1]
        part = table.fractions.match(reading.words, behind) or table.lone_fractions.match(reading.words, behind)
        if part is not None and number[0] * part[0] < 1:
            return number[0] * part[0], part[1]
        over = table.division_words.match(reading.words, number[1])
        under = table.numbers.match(reading.words, over[1]) if over is not None else None
        if under is not None and number[0] < under[0]:
            return number[0] / under[0], under[1]
    return None
