"""An amount: a number with the currency, unit or percent sign it is written with.

What belongs here: sign, currency in front, number, and what stands behind, as one. Two of them as a range are ``ranges``.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from newsdiff.parse.figures.bounds import opens_range
from newsdiff.parse.figures.counted import is_content
from newsdiff.parse.figures.fractions import has_whole, read_fraction
from newsdiff.parse.figures.measures import halves_points, measured_by_noun, read_dual, read_measure
from newsdiff.parse.figures.money import currency_before, is_open_dollar, money_scale
from newsdiff.parse.figures.numbers import read_number
from newsdiff.parse.figures.reading import Amount, Measure, Number, Reading
from newsdiff.parse.figures.smaller_parts import with_smaller_part

_HIGHEST_MEASURED = 12
"""What words such as "magnitude" measure is never more than that; "a force of 500" counts people."""


def read_amount(reading: Reading, start: int) -> Amount | None:
    """The amount that begins at word ``start``, None where no number does."""
    if not _may_begin(reading, start) or _is_in_name(reading, start):
        return None
    if start == 0 and reading.folded(0) == "-" and reading.kind(1) == "digits" and not reading.glued(1):
        return _signed_apart(reading)
    at, negative = start, False
    if reading.kind(at) in ("break", "digits"):
        pass
    elif (sign := _sign(reading, at)) is not None:
        at, negative = sign, True
    currency = currency_before(reading, at) if reading.kind(at) in ("mark", "word") else None
    if currency is not None:
        at = currency[1]
    in_words = _in_words(reading, at)
    if in_words is not None:
        return in_words
    number = _number(reading, at) or _one_and_more(reading, at)
    if number is None:
        return None
    figures = _digit_word(reading, number)
    if figures is not None:
        return replace(figures, start=start)
    if currency is not None:
        return with_currency(reading, start, number, currency[0], negative=negative)
    measure = read_measure(reading, number)
    amount = _measured(reading, number, measure, negative=negative, start=start)
    return with_smaller_part(reading, amount) if amount is not None else None


def _in_words(reading: Reading, at: int) -> Amount | None:
    """An amount whose words name no number by itself: "nine-figure", "ساعتين" (two hours)."""
    phrase = reading.vocabulary.digit_phrases.match(reading.words, at)
    if phrase is not None:
        return _of_digits(Number(phrase[0], Fraction(1), at, phrase[1]), phrase[1])
    span = reading.vocabulary.span_words.match(reading.words, at)
    if span is not None:
        (value, measure), end = span
        return Amount(at, end, Number(value, Fraction(1), at, end), "unit", value, Fraction(1), unit=measure)
    two = read_dual(reading, at)
    unit = reading.vocabulary.dual_units.match(reading.words, at)
    if two is None or unit is None:
        return None
    return with_smaller_part(reading, Amount(at, two.end, two, "unit", two.value, two.step, unit=unit[0]))


def _may_begin(reading: Reading, at: int) -> bool:
    """A quick no for the many words that no amount begins with."""
    kind, word = reading.kind(at), reading.folded(at)
    if kind in ("digits", "vulgar") or word in reading.vocabulary.starters:
        return True
    if kind != "word":
        return False
    code = reading.kind(at + 1) != "word" and reading.words[at].surface.isupper()
    table = reading.vocabulary
    stem = any(phrases.match(reading.words, at) is not None for phrases in (table.digit_phrases, table.span_words))
    return code or stem or reading.compound(at) is not None or reading.part(at) is not None


def _is_in_name(reading: Reading, at: int) -> bool:
    """Whether a number word is the particle of a name: "Nasır bin Tavira", but "Tavira'da bin kişi"."""
    if reading.folded(at) not in reading.vocabulary.name_particles or reading.kind(at - 1) != "word":
        return False
    beside = (reading.words[at - 1].surface, reading.words[at + 1].surface if reading.kind(at + 1) == "word" else "")
    return reading.words[at].surface.islower() and all(word[:1].isupper() for word in beside)


def _sign(reading: Reading, at: int) -> int | None:
    minus = reading.vocabulary.minus.match(reading.words, at)
    if minus is not None:
        bounds = reading.vocabulary.bounds_before.match_back(reading.words, minus[1])
        return minus[1] if bounds is None or bounds[1] == at else None
    if (
        reading.folded(at) == "-"
        and reading.kind(at + 1) == "digits"
        and reading.glued(at + 1)
        and not reading.glued(at)
    ):
        return at + 1
    return None


def _signed_apart(reading: Reading) -> Amount | None:
    """A negative amount whose sign stands apart, "- 1 4/5": only where nothing else is said, or it is a dash."""
    amount = read_amount(reading, 1)
    if amount is None or amount.end != len(reading.words):
        return None
    return replace(amount, start=0, low=-amount.low, signed=True)


def _one_and_more(reading: Reading, at: int) -> Number | None:
    """An article that stands for one: "an hour and a half", "less than an hour"."""
    if reading.folded(at) not in reading.vocabulary.articles:
        return None
    one = Number(Fraction(1), Fraction(1), at, at + 1, bare=True)
    measure = read_measure(reading, one)
    bounded = measure.kind == "unit" and reading.vocabulary.bounds_before.match_back(reading.words, at) is not None
    return one if measure.factor > 1 or bounded else None


def _number(reading: Reading, at: int) -> Number | None:
    share = read_fraction(reading, at)
    if share is not None and (
        share.scaled
        or not share.article
        or reading.alone(share.start, share.end)
        or has_whole(reading, share.end)
        or read_measure(reading, share).kind != "plain"
    ):
        return replace(share, article=False)
    return read_number(reading, at, join=not opens_range(reading, at))


def _digit_word(reading: Reading, number: Number) -> Amount | None:
    """Read "nine-figure": all numbers of so many digits."""
    at = number.end + 1 if reading.folded(number.end) == "-" else number.end
    word = reading.vocabulary.digit_words.match(reading.words, at)
    if word is None or number.scaled or number.value.denominator != 1 or not 3 < number.value < 15:
        return None
    return _of_digits(number, word[1])


def _of_digits(number: Number, end: int) -> Amount:
    low = Fraction(10 ** (int(number.value) - 1))
    return Amount(number.start, end, number, "plain", low, low, low * 10 - Fraction(1, 100))


def with_currency(reading: Reading, start: int, number: Number, currency: str, *, negative: bool) -> Amount | None:
    """The amount that begins at word ``start`` with a currency in front of its number, None where it is no money."""
    if number.share or not (number.digits or number.scaled):
        return None
    value, step, end = number.value, number.step, number.end
    scale = money_scale(reading, end)
    if scale is not None:
        value, step, end = value * scale[0], step * scale[0], scale[1]
        number = replace(number, value=value, step=step, end=end, scaled=True, coefficient=number.coefficient)
    elif reading.glued(end) and reading.kind(end) == "word" and reading.folded(end) not in reading.vocabulary.known:
        return None
    behind = read_measure(reading, number)
    if behind.kind == "money" and behind.currency is not None and not _names_other(behind.currency, currency):
        end, currency = behind.end, behind.currency
    amount = Amount(start, end, number, "money", -value if negative else value, step, currency=currency)
    plain = currency == "USD" and reading.folded(number.start - 1) == "$" and reading.kind(number.start - 2) != "word"
    if plain and is_open_dollar(reading, start):
        return replace(amount, currency=None, unit="dollar")
    return amount


def _names_other(behind: str, before: str) -> bool:
    return before not in {behind, "USD"}


def _measured(reading: Reading, number: Number, measure: Measure, *, negative: bool, start: int) -> Amount | None:
    in_cents = measure.kind == "money" and measure.factor < 1
    factor = Fraction(1) if in_cents else measure.factor
    value, step = number.value * factor, number.step * min(factor, Fraction(1))
    kind, unit = measure.kind, "cent" if in_cents else measure.unit
    if number.share and (number.whole or (kind == "percent" and measure.end == number.end)):
        kind, unit, value, step = "percent", "percent", value * 100, step * 100
    elif number.share and kind == "plain":
        if halves_points(reading, number):
            return None
        if not has_whole(reading, number.end):
            if number.article:
                return None
            if not is_content(reading, number.end) or number.digits is not None:
                return _plain(number, start, -value if negative else value, step)
        kind, unit, value, step = "percent", "percent", value * 100, step * 100
    if measure.kind == "money" and measure.factor > 1:
        step = number.step * measure.factor
    unit = _by_the_hour(reading, start, unit) if kind == "unit" else unit
    measured = None
    if (kind == "plain" or unit == "degree") and not number.share and number.value <= _HIGHEST_MEASURED:
        before = reading.vocabulary.measures.match_back(reading.words, start) or measured_by_noun(reading, number)
        measured = before[0] if before is not None else None
        unit = measured if kind == "unit" and measured is not None else unit
    return Amount(
        start,
        measure.end,
        number,
        kind,
        -value if negative else value,
        step,
        unit=unit,
        currency=measure.currency,
        about=number.about,
        age=measure.age,
        signed=negative,
        measured=measured,
    )


def _by_the_hour(reading: Reading, start: int, unit: str | None) -> str | None:
    """The unit of a length, or of a speed where a word in front, a bound between them allowed, makes it one: "saatte yaklaşık 90 kilometre"."""
    table, speed = reading.vocabulary, f"{unit}_per_hour"
    if not table.speeds_before or speed not in table.words.unit_factors:
        return unit
    bound = table.bounds_before.match_back(reading.words, start)
    told = table.speeds_before.match_back(reading.words, start if bound is None else bound[1])
    return unit if told is None else speed


def _plain(number: Number, start: int, value: Fraction, step: Fraction) -> Amount:
    return Amount(start, number.end, number, "plain", value, step)
