"""Number phrases: digits, number words and scale words read as one value.

What belongs here: which words go into a number, in which order. How they add up is ``arithmetic``, shares of a whole
are ``fractions``; what the number counts or measures is no concern here.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from fractions import Fraction

from newsdiff.parse.figures.arithmetic import Sum
from newsdiff.parse.figures.counted import has_head, is_content
from newsdiff.parse.figures.digits import Digits, read_digits
from newsdiff.parse.figures.powers import read_power
from newsdiff.parse.figures.reading import Number, Reading
from newsdiff.parse.figures.shares import read_share_word, small_share
from newsdiff.parse.figures.spoken import read_spoken_decimals

_MOST_PARTS = 24
_HALF = Fraction(1, 2)
_THOUSAND = 1000
_TENS = range(20, 100, 10)


def read_number(reading: Reading, start: int, *, join: bool = True) -> Number | None:
    """The longest number phrase that begins at word ``start``; ``join`` where "and" may stand inside it."""
    power = read_power(reading, start) if reading.kind(start) == "digits" else None
    if power is not None:
        return power
    words = reading.vocabulary.words
    total = Sum(ones_first=words.ones_first, tens_join=words.tens_join)
    at, parts, scaled, about = start, 0, False, False
    digits: Digits | None = None
    coefficient = Fraction(0)
    offset = reading.vocabulary.offsets.match(reading.words, at)
    if offset is not None:
        at = offset[1]
    article = _article(reading, at)
    if article:
        total.add(Fraction(1))
        at += 1
    while parts < _MOST_PARTS:
        parts += 1
        step = _take(reading, total, at, offset[0] if offset else None)
        if step is None and join:
            step = _take_joined(reading, total, at)
        if step is None:
            break
        at, offset = step.end, None
        scaled, about = scaled or step.scaled, about or step.about
        digits = digits or step.digits
        if not coefficient and not total.multiplied:
            coefficient = total.value
    spoken = read_spoken_decimals(reading, total, at) if scaled is False and digits is None else None
    if spoken is not None:
        return Number(spoken[0], spoken[1], start, spoken[2])
    if total.empty or (article and at == start + 1) or offset is not None:
        return None
    bare = at == start + 1 and not scaled
    return Number(total.value, total.step, start, at, digits, bare, scaled, coefficient, about, article=article)


@dataclass(frozen=True, slots=True)
class _Step:
    end: int
    scaled: bool = False
    about: bool = False
    digits: Digits | None = None


def _article(reading: Reading, at: int) -> bool:
    """Whether an article stands for one: "a million", "una trentina", "ein Dutzend"."""
    if reading.folded(at) not in reading.vocabulary.articles:
        return False
    table = reading.vocabulary
    return any(
        entries.match(reading.words, at + 1) is not None
        for entries in (table.multipliers, table.collectives, table.about_collectives)
    )


def _take(reading: Reading, total: Sum, at: int, offset: Fraction | None) -> _Step | None:
    table, kind = reading.vocabulary, reading.kind(at)
    if kind == "digits":
        return _take_digits(reading, total, at)
    if kind == "vulgar":
        return _take_vulgar(reading, total, at)
    if kind != "word":
        return _take_hyphened(reading, total, at)
    if not total.empty and reading.glued(at) and reading.kind(at - 1) == "digits":
        glued = table.glued.match(reading.words, at, folding=False)
        if glued is None and is_content(reading, at + 1) and has_head(reading, (at + 1, at + 2)):
            glued = table.plural_scales.match(reading.words, at, folding=False)
        if glued is not None and total.multiply(glued[0]):
            return _Step(glued[1], scaled=True)
    return _take_scale(reading, total, at, offset) or _take_word(reading, total, at, offset or Fraction(0))


def _take_scale(reading: Reading, total: Sum, at: int, offset: Fraction | None) -> _Step | None:
    """A scale word, unless a longer number word begins with it."""
    table = reading.vocabulary
    multiplier = table.multipliers.match(reading.words, at)
    number = table.numbers.match(reading.words, at)
    if multiplier is None or (number is not None and number[1] > multiplier[1]):
        return None
    alone = number is not None and number[0] == multiplier[0]
    if total.empty and offset is not None:
        total.add(1 + offset)
    if not total.multiply(multiplier[0], alone=alone):
        return None
    return _Step(multiplier[1], scaled=multiplier[0] >= _THOUSAND or not alone)


def _take_word(reading: Reading, total: Sum, at: int, offset: Fraction) -> _Step | None:
    """A number word, a collective, or a number that is written as one word."""
    table = reading.vocabulary
    number = table.numbers.match(reading.words, at)
    if number is not None and total.add(number[0] + offset):
        return _Step(number[1])
    for entries, about in ((table.collectives, False), (table.about_collectives, True)):
        collective = entries.match(reading.words, at)
        if collective is not None and not total.empty:
            return _Step(collective[1], scaled=True, about=about) if total.multiply(collective[0]) else None
    compound = reading.compound(at)
    if compound is not None and total.add(compound[0] + offset):
        total.part_step = compound[1]
        return _Step(at + 1, scaled=compound[0] >= _THOUSAND**2)
    return None


def _take_digits(reading: Reading, total: Sum, at: int) -> _Step | None:
    digits = read_digits(reading.words[at].surface, reading.decimal)
    if digits is None:
        return None
    if total.written and not reading.glued(at) and small_share(reading, at) is not None:
        share = small_share(reading, at)
        return _Step(at + 3) if share is not None and total.add_fraction(share) else None
    if total.terms and digits.whole and not digits.marked and total.add_below_hundred(digits.value):
        return _Step(at + 1)
    if not total.empty:
        follows = reading.vocabulary.multipliers.match(reading.words, at + 1)
        smaller = follows is not None and total.scale is not None and follows[0] < total.scale
        if not smaller and digits.marked:
            return None
        if not smaller and (total.scale is None or total.group is not None):
            return None
    if not total.add_digits(digits.value, digits.step):
        return None
    return _Step(at + 1, digits=digits)


def _take_vulgar(reading: Reading, total: Sum, at: int) -> _Step | None:
    share = Fraction(unicodedata.numeric(reading.words[at].surface)).limit_denominator(10)
    if total.empty:
        return _Step(at + 1) if total.add(share) else None
    return _Step(at + 1) if total.add_fraction(share) else None


def _take_hyphened(reading: Reading, total: Sum, at: int) -> _Step | None:
    """A hyphen inside a number word: "twenty-seven", "cinquante-quatre"; with spaces only where nothing else is said."""
    if reading.folded(at) != "-" or total.empty or total.written:
        return None
    pair = total.value in _TENS and reading.alone(at - 1, at + 2)
    if not (pair or (reading.glued(at) and reading.glued(at + 1))) or reading.kind(at + 1) != "word":
        return None
    number = reading.vocabulary.numbers.match(reading.words, at + 1)
    multiplier = reading.vocabulary.multipliers.match(reading.words, at + 1)
    if number is None and multiplier is None:
        return None
    return _take(reading, total, at + 1, None)


def _take_joined(reading: Reading, total: Sum, at: int) -> _Step | None:
    """What "and" adds: a smaller part ("hundred and five"), or a share of the scale ("un milione e mezzo")."""
    if total.empty or reading.folded(at) not in reading.vocabulary.joiners:
        return None
    behind = at + 1
    share = read_share_word(reading, behind)
    if share is not None and total.group is not None and reading.kind(at - 1) == "digits" and share[0] != _HALF:
        share = None
    table = reading.vocabulary
    scale = table.multipliers.match(reading.words, share[1]) if share is not None else None
    if share is not None and scale is not None and total.group is None:
        return _Step(scale[1], scaled=True) if total.add_share_of(share[0], scale[0]) else None
    if share is not None and total.add_fraction(share[0]):
        return _Step(share[1])
    if reading.kind(behind) == "digits":
        return _join_digits(reading, total, behind)
    if total.written:
        return None
    number = table.numbers.match(reading.words, behind)
    dozens = table.collectives.match(reading.words, number[1]) if number is not None else None
    if number is not None and dozens is not None:
        return _Step(dozens[1], scaled=True) if total.add(number[0] * dozens[0], joined=True) else None
    if number is not None:
        return _Step(number[1]) if _fits_joined(reading, total, number) else None
    compound = reading.compound(behind)
    if compound is not None and total.add(compound[0], joined=True):
        return _Step(behind + 1)
    return None


def _join_digits(reading: Reading, total: Sum, at: int) -> _Step | None:
    """Digits behind "and": a small share ("2 e 1/4"), ones and tens ("3 hundred and 21"), or a smaller scale."""
    part = small_share(reading, at) if total.written and reading.kind(at - 2) == "digits" else None
    if part is not None and total.add_fraction(part):
        return _Step(at + 3)
    digits = read_digits(reading.words[at].surface, reading.decimal)
    follows = reading.vocabulary.multipliers.match(reading.words, at + 1)
    if follows is None and digits is not None and digits.whole and total.add_below_hundred(digits.value):
        return _Step(at + 1)
    if digits is None or follows is None or total.group is not None or total.scale is None:
        return None
    if follows[0] >= total.scale or not total.add_digits(digits.value, digits.step):
        return None
    return _Step(at + 1, digits=digits)


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
