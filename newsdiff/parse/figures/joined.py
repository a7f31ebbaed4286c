"""What "and" adds to a number: "hundred and five", "un milione e mezzo", "12 ألفا و500".

What belongs here: whether the words behind "and" are a part of the number before it, or another one. How the parts add up is
``arithmetic``.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from newsdiff.parse.figures.arithmetic import Sum
from newsdiff.parse.figures.digits import Digits, read_digits
from newsdiff.parse.figures.reading import Reading
from newsdiff.parse.figures.shares import read_share_word, small_share

_HALF = Fraction(1, 2)
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """What was taken: up to word ``end``; whether a scale, or a vague word, stood in it; the digits it was written in."""

    end: int
    scaled: bool = False
    about: bool = False
    digits: Digits | None = None


def take_joined(reading: Reading, total: Sum, at: int) -> Step | None:
    """What "and" adds: a smaller part ("hundred and five"), or a share of the scale ("un milione e mezzo")."""
    if total.empty or reading.folded(at) not in reading.vocabulary.joiners:
        return None
    behind = at + 1
    share = read_share_word(reading, behind)
    if share is not None and total.group is not None and reading.kind(at - 1) == "digits" and share[0] != _HALF:
        share = None
    table = reading.vocabulary
    scale = table.multipliers.match(reading.words, share[1]) if share is not None else None
    if share is not None and scale is not None and total.group is None and scale[0] != total.scale:
        return Step(scale[1], scaled=True) if total.add_share_of(share[0], scale[0]) else None
    if share is not None and total.add_fraction(share[0]):
        return Step(_behind_same_scale(reading, total, share[1]))
    if reading.kind(behind) == "digits":
        return _join_digits(reading, total, behind)
    if total.written:
        return None
    number = table.numbers.match(reading.words, behind)
    dozens = table.collectives.match(reading.words, number[1]) if number is not None else None
    if number is not None and dozens is not None:
        return Step(dozens[1], scaled=True) if total.add(number[0] * dozens[0], joined=True) else None
    if number is not None:
        return Step(number[1]) if _fits_joined(reading, total, number) else None
    compound = reading.compound(behind)
    if compound is not None and total.add(compound[0], joined=True):
        return Step(behind + 1)
    return None


def _behind_same_scale(reading: Reading, total: Sum, at: int) -> int:
    """The place behind the scale that a share of it names again, mostly with its article: "مليون ونصف المليون"."""
    table = reading.vocabulary
    again = table.multipliers.match(reading.words, at + 1 if reading.folded(at) in table.definite else at)
    return again[1] if again is not None and again[0] == total.scale else at


def _join_digits(reading: Reading, total: Sum, at: int) -> Step | None:
    """Digits behind "and": a small share ("2 e 1/4"), ones and tens ("3 hundred and 21"), or a smaller scale.

    Hundreds behind a thousand only where "and" is written together with them, "12 ألفا و500": "10 thousand and 500 jobs" are two.
    """
    part = small_share(reading, at) if total.written and reading.kind(at - 2) == "digits" else None
    if part is not None and total.add_fraction(part):
        return Step(at + 3)
    digits = read_digits(reading.words[at].surface, reading.decimal)
    follows = reading.vocabulary.multipliers.match(reading.words, at + 1)
    if follows is None and digits is not None and digits.whole and total.add_below_hundred(digits.value):
        return Step(at + 1)
    hundreds = digits is not None and digits.whole and total.scale == _THOUSAND and reading.glued(at)
    if follows is None and digits is not None and hundreds and total.add_digits(digits.value, digits.step):
        return Step(at + 1, digits=digits)
    if digits is None or follows is None or total.group is not None or total.scale is None:
        return None
    if follows[0] >= total.scale or not total.add_digits(digits.value, digits.step):
        return None
    return Step(at + 1, digits=digits)


def _fits_joined(reading: Reading, total: Sum, number: tuple[Fraction, int]) -> bool:
    """Whether a number behind "and" belongs to the one before: not where a scale of its own makes it as large."""
    scale = reading.vocabulary.multipliers.match(reading.words, number[1])
    if scale is not None and scale[0] >= 100 and not _may_scale(total, scale[0]):
        return False
    return total.add(number[0], joined=True)


def _may_scale(total: Sum, scale: Fraction) -> bool:
    """Tell a part from a new number: "hundred and twenty thousand" goes on, "two hundred and two hundred" does not."""
    if total.group is None:
        return total.scale is not None and scale < total.scale
    return scale > total.group
