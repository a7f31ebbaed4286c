"""Number phrases: digits, number words and scale words read as one value.

What belongs here: which words go into a number, in which order. How they add up is ``arithmetic``, what "and" adds
``joined``, shares of a whole are ``fractions``; what the number counts or measures is no concern here.
"""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from newsdiff.parse.figures.arithmetic import Sum
from newsdiff.parse.figures.counted import has_head, is_content
from newsdiff.parse.figures.digits import Digits, read_digits
from newsdiff.parse.figures.joined import Step, take_joined
from newsdiff.parse.figures.powers import read_power
from newsdiff.parse.figures.reading import Number, Reading
from newsdiff.parse.figures.shares import small_share
from newsdiff.parse.figures.spoken import read_spoken_decimals

_MOST_PARTS = 24
_TWO, _HALF = Fraction(2), Fraction(1, 2)
_HUNDRED, _THOUSAND = 100, 1000
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
            step = take_joined(reading, total, at)
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


def _is_dual(value: Fraction) -> bool:
    """Whether one word tells two of a scale: "مليونان", which a smaller part may follow."""
    scale = int(value / _TWO)
    return scale >= _THOUSAND and str(scale).strip("0") == "1"


def _construct(reading: Reading, at: int) -> tuple[Fraction, int] | None:
    """A number word that means more right in front of what it counts: "ألفا جندي", two thousand, but "ألفا و200"."""
    table = reading.vocabulary
    number = table.construct_numbers.match(reading.words, at) if table.construct_numbers else None
    if number is None:
        return None
    counts = is_content(reading, number[1]) or any(
        entries.match(reading.words, number[1]) is not None for entries in (table.currencies, table.open_currencies)
    )
    return number if counts else None


def _article(reading: Reading, at: int) -> bool:
    """Whether an article stands for one: "a million", "una trentina", "ein Dutzend"."""
    if reading.folded(at) not in reading.vocabulary.articles:
        return False
    table = reading.vocabulary
    return any(
        entries.match(reading.words, at + 1) is not None
        for entries in (table.multipliers, table.collectives, table.about_collectives)
    )


def _take(reading: Reading, total: Sum, at: int, offset: Fraction | None) -> Step | None:
    table, kind = reading.vocabulary, reading.kind(at)
    if kind == "digits":
        return _take_digits(reading, total, at)
    if kind == "vulgar":
        return _take_vulgar(reading, total, at)
    if kind != "word":
        return _take_hyphened(reading, total, at)
    if not total.empty and reading.glued(at) and reading.kind(at - 1) == "digits":
        glued = table.glued.match(reading.words, at, folding=False)
        if glued is None:
            glued = _plural_scale(reading, at)
        if glued is not None and total.multiply(glued[0]):
            return Step(glued[1], scaled=True)
    return _take_scale(reading, total, at, offset) or _take_word(reading, total, at, offset or Fraction(0))


def _plural_scale(reading: Reading, at: int) -> tuple[Fraction, int] | None:
    """A scale letter in front of a noun, or of the other end of a range that has one: "45m doses", "1.5m-2m visitors"."""
    letter = reading.vocabulary.plural_scales.match(reading.words, at, folding=False)
    if letter is None:
        return None
    end = letter[1]
    link = (
        end + 1
        if reading.folded(end) == "-"
        else (reading.vocabulary.range_links.match(reading.words, end) or (0, 0))[1]
    )
    if link and reading.kind(link) == "digits" and reading.glued(link + 1):
        other = reading.vocabulary.plural_scales.match(reading.words, link + 1, folding=False)
        end = other[1] if other is not None else end
    return letter if is_content(reading, end) and has_head(reading, (end, end + 1)) else None


def _take_scale(reading: Reading, total: Sum, at: int, offset: Fraction | None) -> Step | None:
    """A scale word, unless a longer number word begins with it."""
    table = reading.vocabulary
    multiplier = table.multipliers.match(reading.words, at)
    number = table.numbers.match(reading.words, at)
    if multiplier is None or (number is not None and number[1] > multiplier[1]):
        return None
    if total.empty and _construct(reading, at) is not None:
        return None
    if total.written and multiplier[0] == _HUNDRED and table.subunits.match(reading.words, at) is not None:
        return None
    alone = number is not None and number[0] == multiplier[0]
    if total.empty and offset is not None:
        total.add(1 + offset)
    if not total.multiply(multiplier[0], alone=alone):
        return None
    return Step(multiplier[1], scaled=multiplier[0] >= _THOUSAND or not alone)


def _take_word(reading: Reading, total: Sum, at: int, offset: Fraction) -> Step | None:
    """A number word, a collective, or a number that is written as one word."""
    table = reading.vocabulary
    number = (_construct(reading, at) if total.empty else None) or table.numbers.match(reading.words, at)
    if number is not None and not offset and _is_dual(number[0]) and total.add(_TWO):
        return Step(number[1], scaled=True) if total.multiply(number[0] / _TWO) else None
    if number is not None and total.multiplied and _begins_another(reading, total, at):
        return None
    if number is not None and total.add(number[0] + offset):
        return Step(number[1])
    for entries, about in ((table.collectives, False), (table.about_collectives, True)):
        collective = entries.match(reading.words, at)
        if collective is not None and not total.empty:
            return Step(collective[1], scaled=True, about=about) if total.multiply(collective[0]) else None
    compound = reading.compound(at)
    if compound is not None and total.add(compound[0] + offset):
        total.part_step = compound[1]
        return Step(at + 1, scaled=compound[0] >= _THOUSAND**2)
    return None


def _begins_another(reading: Reading, total: Sum, at: int) -> bool:
    """Whether a number word behind a scale is none of the number: an article, or behind decimals ("8,1 milliards un an")."""
    scaled = total.scale is not None and total.scale > _THOUSAND
    return scaled and (total.part_step < 1 or reading.folded(at) in reading.vocabulary.articles)


def _take_digits(reading: Reading, total: Sum, at: int) -> Step | None:
    digits = read_digits(reading.words[at].surface, reading.decimal)
    if digits is None:
        return None
    if total.written and not reading.glued(at) and small_share(reading, at) is not None:
        share = small_share(reading, at)
        return Step(at + 3) if share is not None and total.add_fraction(share) else None
    if total.terms and digits.whole and not digits.marked and total.add_below_hundred(digits.value):
        return Step(at + 1)
    if not total.empty:
        follows = reading.vocabulary.multipliers.match(reading.words, at + 1)
        smaller = follows is not None and total.scale is not None and follows[0] < total.scale
        if not smaller and digits.marked:
            return None
        if not smaller and (total.scale is None or total.group is not None):
            return None
    if not total.add_digits(digits.value, digits.step):
        return None
    return Step(at + 1, digits=digits)


def _take_vulgar(reading: Reading, total: Sum, at: int) -> Step | None:
    share = Fraction(unicodedata.numeric(reading.words[at].surface)).limit_denominator(10)
    if total.empty:
        return Step(at + 1) if total.add(share) else None
    return Step(at + 1) if total.add_fraction(share) else None


def _take_hyphened(reading: Reading, total: Sum, at: int) -> Step | None:
    """A hyphen inside a number: "twenty-seven", "5-million"; with spaces only in words, and where nothing else is said."""
    if reading.folded(at) != "-" or total.empty:
        return None
    half = _hyphened_half(reading, at)
    if half is not None:
        return Step(half) if total.add_fraction(_HALF) else None
    if total.written:
        return _take_scale(reading, total, at + 1, None) if _joins_scale(reading, at) else None
    pair = total.value in _TENS and reading.alone(at - 1, at + 2)
    if not (pair or (reading.glued(at) and reading.glued(at + 1))) or reading.kind(at + 1) != "word":
        return None
    number = reading.vocabulary.numbers.match(reading.words, at + 1)
    multiplier = reading.vocabulary.multipliers.match(reading.words, at + 1)
    if number is None and multiplier is None:
        return None
    return _take(reading, total, at + 1, None)


def _hyphened_half(reading: Reading, at: int) -> int | None:
    """The end of "-and-a-half", whose first hyphen is word ``at``: "a four-and-a-half-year deal"."""
    table, behind = reading.vocabulary, at + 3
    if reading.folded(at + 1) not in table.joiners or reading.folded(at + 2) != "-":
        return None
    if reading.folded(behind) in table.articles and reading.folded(behind + 1) == "-":
        behind += 2
    half = table.lone_fractions.match(reading.words, behind)
    glued = all(reading.glued(place) for place in range(at, behind + 1))
    return half[1] if half is not None and half[0] == _HALF and glued else None


def _joins_scale(reading: Reading, at: int) -> bool:
    """Whether the hyphen at ``at`` hangs a scale word on digits: "a 5-million plan", "das 3,5-Millionen-Projekt"."""
    scale = reading.vocabulary.multipliers.match(reading.words, at + 1)
    glued = reading.glued(at) and reading.glued(at + 1) and reading.kind(at - 1) == "digits"
    return glued and scale is not None and scale[0] >= _THOUSAND
