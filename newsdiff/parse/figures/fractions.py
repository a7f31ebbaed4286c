"""Shares: "half a million", "three quarters of an hour", "a quarter of voters", "two thirds", "3/4".

What belongs here: reading a share and what it is a share of. A share of a scale is a plain number, a share of anything
else is a share of a whole, which the caller turns into a percentage.
"""

from __future__ import annotations

from fractions import Fraction

from newsdiff.parse.figures.counted import is_content
from newsdiff.parse.figures.digits import read_digits
from newsdiff.parse.figures.measures import read_measure
from newsdiff.parse.figures.numbers import read_number
from newsdiff.parse.figures.reading import Number, Reading
from newsdiff.parse.figures.words import PhraseTable

_LARGEST_NUMERATOR = 1000
_LARGEST_DENOMINATOR = 10
_TENTH = Fraction(1, 10)
_ROUND = frozenset({12, 15, *range(20, 100, 10), 25, 75})
_HUNDRED = 100
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


def read_fraction(reading: Reading, start: int) -> Number | None:
    """The share that begins at word ``start``, times the scale behind it if there is one; None where there is none."""
    part = _share(reading, start)
    if part is None:
        return None
    share, end, sure = part
    if share >= 1:
        return Number(share, share * _TENTH, start, end) if end > start + 1 else None
    if reading.folded(start - 1) in reading.vocabulary.ordinals:
        return None
    scaled = _scale(reading, share, end)
    if scaled is not None:
        value, step, behind = scaled
        return Number(value, step, start, behind, scaled=True, coefficient=share)
    if not sure and not has_whole(reading, end):
        return Number(share, share * _TENTH, start, end, share=True, article=True)
    return Number(share, share * _TENTH, start, end, share=True)


def has_whole(reading: Reading, end: int) -> bool:
    """Whether a whole follows: "of voters", "der Wähler", or the noun itself where the language adds no link."""
    table = reading.vocabulary
    link = table.whole_links.match(reading.words, end)
    if link is not None:
        return reading.kind(link[1]) in ("word", "digits")
    return table.words.bare_fractions and reading.kind(end) == "word" and reading.folded(end) not in table.stops


def _share(reading: Reading, start: int) -> tuple[Fraction, int, bool] | None:
    """Value, end, and whether it is sure to be a share: its numerator is written out."""
    table = reading.vocabulary
    if reading.kind(start) == "digits":
        slash = _slash(reading, start)
        if slash is not None:
            return slash
    at = start
    numerator = Fraction(1)
    sure = False
    number = _numerator(reading, start)
    if number is not None:
        hyphen = reading.folded(number.end) == "-" and reading.glued(number.end)
        at = number.end + 1 if hyphen else number.end
        part = table.fractions.match(reading.words, at) or table.lone_fractions.match(reading.words, at)
        lone = part is not None and table.fractions.match(reading.words, at) is None
        if part is not None and not (hyphen and number.value >= 20) and not (lone and number.value * part[0] >= 1):
            return number.value * part[0], part[1], number.value > 1 or reading.folded(start) not in table.articles
        ratio = _ratio(reading, number)
        if ratio is not None:
            return ratio
    at = start + 1 if reading.folded(start) in table.articles else start
    tables: tuple[PhraseTable[Fraction], ...] = (table.lone_fractions,)
    if at > start:
        tables = (table.lone_fractions, table.fractions)
    for entries in tables:
        part = entries.match(reading.words, at)
        if part is not None:
            return numerator * part[0], part[1], sure
    return None


def _numerator(reading: Reading, start: int) -> Number | None:
    table = reading.vocabulary
    if table.numbers.match(reading.words, start) is None and reading.kind(start) != "digits":
        return None
    number = read_number(reading, start)
    if number is None or number.value >= _LARGEST_NUMERATOR:
        return None
    return number if number.value.denominator == 1 else None


def _slash(reading: Reading, start: int) -> tuple[Fraction, int, bool] | None:
    """A fraction in digits, "3/4": only a small one, with nothing else glued to it."""
    if reading.folded(start + 1) != "/" or not (reading.glued(start + 1) and reading.glued(start + 2)):
        return None
    if reading.kind(start + 2) != "digits" or (reading.glued(start + 3) and reading.kind(start + 3) != "mark"):
        return None
    if reading.folded(start + 3) == "/" or (reading.folded(start - 1) == "/"):
        return None
    over = read_digits(reading.words[start].surface, "")
    under = read_digits(reading.words[start + 2].surface, "")
    if over is None or under is None or not 0 < over.value < under.value <= _LARGEST_DENOMINATOR:
        return None
    return over.value / under.value, start + 3, True


def _ratio(reading: Reading, number: Number) -> tuple[Fraction, int, bool] | None:
    """Read "one in five", "one man in 20": a small number out of a round or small one ("a survey of 20,000" is none)."""
    link = reading.vocabulary.ratio_links.match(reading.words, number.end)
    named = link is None
    if link is None and number.value == 1 and number.digits is None and is_content(reading, number.end):
        link = reading.vocabulary.ratio_links.match(reading.words, number.end + 1)
    if link is None or number.scaled or number.value >= 10:
        return None
    whole = read_number(reading, link[1], join=True)
    if whole is None or whole.value.denominator != 1 or whole.value <= number.value:
        return None
    if whole.value > _LARGEST_DENOMINATOR and (not _is_round(whole) or (named and whole.value > _HUNDRED)):
        return None
    if read_measure(reading, whole).kind != "plain":
        return None
    return number.value / whole.value, whole.end, True


def _is_round(whole: Number) -> bool:
    """Whether a denominator is one that people say: 12, 15, 25, and what has two digits that count at most; no year is."""
    value = int(whole.value)
    if value in _ROUND:
        return True
    return value >= _HUNDRED and value % 10 ** (len(str(value)) - 2) == 0 and not _FIRST_YEAR <= value <= _LAST_YEAR


def _scale(reading: Reading, share: Fraction, end: int) -> tuple[Fraction, Fraction, int] | None:
    table = reading.vocabulary
    behind = end
    if reading.folded(behind) in table.linkers:
        behind += 1
    if reading.folded(behind) in table.articles:
        behind += 1
    for entries in (table.multipliers, table.collectives, table.about_collectives):
        scale = entries.match(reading.words, behind)
        if scale is not None:
            total, step, at = share * scale[0], scale[0] * _TENTH, scale[1]
            while (more := table.multipliers.match(reading.words, at)) is not None and more[0] >= scale[0]:
                if at - end > 6:
                    break
                total, step, at = total * more[0], step * more[0], more[1]
            return total, step, at
    return None
