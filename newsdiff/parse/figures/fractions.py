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
from newsdiff.parse.figures.parts import read_divided, read_named_part, read_own_part, read_part, split_numerator
from newsdiff.parse.figures.ratios import Share, is_year, read_every, read_named_ratio, read_ratio
from newsdiff.parse.figures.reading import Number, Reading

_LARGEST_NUMERATOR = 1000
_LARGEST_DENOMINATOR = 10
_TENTH = Fraction(1, 10)
_TEN, _HUNDRED = 10, 100


def read_fraction(reading: Reading, start: int) -> Number | None:
    """The share that begins at word ``start``, times the scale behind it if there is one; None where there is none."""
    if reading.vocabulary.whole_words.match(reading.words, start) is not None:
        return None
    number = _whole_number(reading, start)
    named = _named_share(reading, start, number)
    if named is not None:
        return named
    part = _share(reading, start, number)
    if part is None:
        return None
    share, end, sure = part
    if _names_something_else(reading, end):
        return None
    if share >= 1:
        return Number(share, share * _TENTH, start, end) if end > start + 1 else None
    if reading.folded(start - 1) in reading.vocabulary.ordinals:
        return None
    scaled = _scale(reading, share, end)
    if scaled is not None:
        value, step, behind, about = scaled
        return Number(value, step, start, behind, scaled=True, coefficient=share, about=about)
    if not sure and not has_whole(reading, end):
        return Number(share, share * _TENTH, start, end, share=True, article=True)
    ratio = read_ratio(reading, number) if number is not None and not reading.alone(start, end) else None
    told = reading.vocabulary.words.wholes_lead or (ratio is not None and ratio[1] == end)
    return Number(share, share * _TENTH, start, end, share=True, whole=told)


def _named_share(reading: Reading, start: int, number: Number | None) -> Number | None:
    """A share that its form makes sure: "五分之三", "un italiano su tre", "jeder Fünfte"."""
    if number is None:
        named = read_every(reading, start)
    else:
        parts = _parts_of(reading, number) or _tenths(reading, number)
        if parts is not None:
            return parts
        named = read_named_ratio(reading, number)
    return Number(named[0], named[0] * _TENTH, start, named[1], share=True, whole=True) if named is not None else None


def _parts_of(reading: Reading, whole: Number) -> Number | None:
    """Read "五分之三", "百分之五": so many of the parts that a number before them names."""
    link = reading.vocabulary.reversed_division_words.match(reading.words, whole.end)
    parts = read_number(reading, link[1]) if link is not None else None
    if parts is None or not whole.value or parts.value >= whole.value:
        return None
    share = parts.value / whole.value
    step = parts.step / whole.value if whole.value >= _HUNDRED else share * _TENTH
    return Number(share, step, whole.start, parts.end, share=True, whole=True)


def _tenths(reading: Reading, number: Number) -> Number | None:
    """Read "3割", "七成", "2割5分", "七成五": tenths of a whole, and the hundredths behind them."""
    table, words = reading.vocabulary, reading.words
    tenths = table.tenths.match(words, number.end)
    if tenths is None or not 0 < number.value <= _TEN or table.no_tenths.match(words, number.end) is not None:
        return None
    more = read_number(reading, tenths[1], join=False)
    end = more.end if more is not None else tenths[1]
    if more is not None and table.hundredths:
        named = table.hundredths.match(words, end)
        more, end = (more, named[1]) if named is not None else (None, tenths[1])
    if more is None or not 0 < more.value < _TEN:
        return Number(number.value / _TEN, _TENTH, number.start, tenths[1], share=True, whole=True)
    share = number.value / _TEN + more.value / _HUNDRED
    return Number(share, Fraction(1, _HUNDRED), number.start, end, share=True, whole=True)


def _names_something_else(reading: Reading, end: int) -> bool:
    """Whether a part only begins a longer name: "one fifth-grader", "due ottavi di finale"."""
    hyphen = reading.folded(end) == "-" and reading.glued(end) and reading.glued(end + 1)
    if hyphen and is_content(reading, end + 1):
        return reading.vocabulary.percent.match(reading.words, end + 1) is None
    return reading.vocabulary.no_wholes.match(reading.words, end) is not None


def has_whole(reading: Reading, end: int) -> bool:
    """Whether a whole follows: "of voters", "der Wähler", or the noun itself where the language adds no link."""
    table = reading.vocabulary
    link = table.whole_links.match(reading.words, end)
    if link is not None:
        return reading.kind(link[1]) in ("word", "digits")
    return table.words.bare_fractions and reading.kind(end) == "word" and reading.folded(end) not in table.stops


def _share(reading: Reading, start: int, number: Number | None) -> Share | None:
    """Value, end, and whether it is sure to be a share: its numerator is written out."""
    table = reading.vocabulary
    if reading.kind(start) == "digits":
        slash = _slash(reading, start)
        if slash is not None:
            return slash
    own = read_own_part(reading, start) or read_named_part(reading, start)
    if own is not None:
        return *own, True
    if number is not None:
        share = _parts(reading, number) or _quotient(reading, number) or read_ratio(reading, number)
        if share is not None:
            return share
    opened = _opened_part(reading, start, None)
    if opened is not None:
        return opened
    at = start + 1 if reading.folded(start) in table.articles else start
    part = table.lone_fractions.match(reading.words, at)
    if part is None and at > start:
        part = read_part(reading, at)
        part = None if part is not None and _is_rank(reading, part[1]) else part
    return (*part, False) if part is not None else None


def _whole_number(reading: Reading, start: int) -> Number | None:
    """The number that may count parts, where one begins at word ``start``."""
    named = reading.vocabulary.numbers.match(reading.words, start) is not None
    if not named and reading.kind(start) != "digits" and reading.compound(start) is None:
        return None
    number = read_number(reading, start)
    return number if number is not None and number.value.denominator == 1 else None


def _parts(reading: Reading, number: Number) -> Share | None:
    """Read "three quarters", "one hundred thirty-fifths": so many parts."""
    table, value, at = reading.vocabulary, number.value, number.end
    if value >= _LARGEST_NUMERATOR:
        return None
    hyphen = reading.folded(at) == "-" and (reading.glued(at) or reading.alone(number.start, at + 2))
    split = split_numerator(reading, at, value) if hyphen else None
    if split is not None:
        return split[0] * split[1][0], split[1][1], True
    if hyphen and value >= 20:
        return None
    at = at + 1 if hyphen else at
    part = read_part(reading, at)
    if part is not None:
        counted = value > 1 or reading.folded(number.start) not in table.articles
        one_of_many = value > 1 and table.joined_parts and reading.folded(part[1] - 1) in table.single_parts
        every = value == 1 or one_of_many or table.words.ranked_parts == "all"
        ranked = not hyphen and every and _is_rank(reading, part[1])
        return None if ranked else (value * part[0], part[1], counted)
    part = table.lone_fractions.match(reading.words, at)
    part = part or table.alone_fractions.match(reading.words, at)
    if part is None:
        return None
    usual = value * part[0] < 1 and table.alone_fractions.match(reading.words, at) is None
    if not usual and not reading.alone(number.start, part[1]):
        return None
    return value * part[0], part[1], value > 1 or reading.folded(number.start) not in table.articles


def _is_rank(reading: Reading, end: int) -> bool:
    """Whether what looks like a part is an ordinal before its noun: "a third day", "due terzi posti"."""
    table = reading.vocabulary
    if not table.words.ranked_parts:
        return False
    return is_content(reading, end) or table.currencies.match(reading.words, end) is not None


def _quotient(reading: Reading, number: Number) -> Share | None:
    """Read "तीन बटा पांच", "तेईस का पाँचवाँ भाग"; "2000 over 3" only where nothing else is said."""
    table = reading.vocabulary
    divided = read_divided(reading, number.value, number.end) if not is_year(number) else None
    if divided is not None:
        return *divided, True
    opened = _opened_part(reading, number.end, number)
    if opened is not None:
        return opened
    sure = table.division_words.match(reading.words, number.end)
    link = sure or table.division_links.match(reading.words, number.end)
    whole = read_number(reading, link[1]) if link is not None else None
    if whole is None or not whole.value or whole.value.denominator != 1:
        return None
    if sure is None and not reading.alone(number.start, whole.end):
        return None
    return number.value / whole.value, whole.end, True


def _opened_part(reading: Reading, at: int, number: Number | None) -> Share | None:
    """Read "جزء من مئة" and "ثلاثة أجزاء من مليون"; without a number only of a power of ten, as "part of" says less."""
    link = reading.vocabulary.part_openers.match(reading.words, at)
    whole = read_number(reading, link[1]) if link is not None else None
    if whole is None or whole.value.denominator != 1 or (number is not None and number.value >= whole.value):
        return None
    if number is None and (whole.value < _HUNDRED or str(whole.value).strip("0") != "1"):
        return None
    if read_measure(reading, whole).kind != "plain" or is_content(reading, whole.end):
        return None
    return (number.value if number is not None else 1) / whole.value, whole.end, True


def _slash(reading: Reading, start: int) -> Share | None:
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


def _scale(reading: Reading, share: Fraction, end: int) -> tuple[Fraction, Fraction, int, bool] | None:
    """The share of the scale behind it, its step and end, and whether the scale is vague: "medio centenar"."""
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
            return total, step, at, entries is table.about_collectives
    return None
