"""Two amounts as one range, and what its ends lend each other: "20 to 30 million euros".

What belongs here: when two amounts make a range and when they are a result or a change. The words that link the two are
in ``bounds``.
"""

from __future__ import annotations

from dataclasses import replace

from newsdiff.parse.figures.amounts import read_amount, with_currency
from newsdiff.parse.figures.counted import read_counted
from newsdiff.parse.figures.money import money_scale
from newsdiff.parse.figures.numbers import read_number
from newsdiff.parse.figures.reading import Amount, Reading

_WIDEST = 1000
_WIDEST_CHANGE = 20
"""How many times the one figure of a change may be the other, and share its scale."""
"""How many times the first end of a range the second may be: "10 billion or 10 trillion" is none."""


def read_range_end(reading: Reading, start: int, first: Amount) -> Amount | None:
    """The amount at the other end of a range, in the currency of the first where only a scale letter follows."""
    number = read_number(reading, start) if first.kind == "money" and reading.kind(start) == "digits" else None
    if number is not None and money_scale(reading, number.end) is not None:
        amount = with_currency(reading, start, number, first.currency or "", negative=False)
        return amount and replace(amount, currency=first.currency)
    return read_amount(reading, start)


def join_amounts(first: Amount, second: Amount) -> Amount | None:
    """The range from one amount to another; the first takes scale, unit and currency from the second where it has none.

    None where the two do not make a range: the second is not larger, or they measure different things.
    """
    if second.number.share or first.number.share or second.high is not None:
        return None
    low, step, kind = first.low, first.step, first.kind
    number = second.number
    bare = not first.number.scaled and (kind == "plain" or (kind == "money" and second.kind in ("plain", "money")))
    if bare and number.scaled and number.coefficient and low < number.coefficient:
        low, step = (
            low * second.low / number.coefficient,
            min(first.step * second.low / number.coefficient, second.step),
        )
    if kind == "plain" and second.kind != "plain":
        kind = second.kind
    same = (
        kind == second.kind
        and (first.unit in (None, second.unit) or second.kind == "plain")
        and (first.currency is None or second.currency in (None, first.currency))
    )
    lends = second.kind == "plain" and first.kind == "money"
    if not (same or lends) or low >= second.low or (low > 0 and second.low >= low * _WIDEST):
        return None
    return replace(
        second,
        start=first.start,
        number=replace(number, start=first.number.start),
        kind=first.kind if lends else kind,
        low=low,
        high=second.low,
        step=min(step, second.step),
        unit=second.unit or first.unit,
        currency=second.currency or first.currency,
        about=first.about or second.about,
    )


def lend_scale(reading: Reading, first: Amount) -> Amount:
    """The first of two amounts of a change, which takes scale and unit from the second: "from 41 to 64 million euros", "2.4 से घटकर 2.1 फीसदी"."""
    table = reading.vocabulary
    links = table.changes.get(reading.folded(first.start - 1), table.change_links)
    if first.kind != "plain" or first.number.scaled or first.high is not None:
        return first
    link = links.match(reading.words, first.end)
    second = read_amount(reading, link[1]) if link is not None else None
    if second is None or (second.kind == "plain" and not second.number.scaled):
        return first
    told = (second.number.scaled and second.number.coefficient) or second.low
    if not 0 < told / _WIDEST_CHANGE <= first.low <= told * _WIDEST_CHANGE:
        return first
    scale = second.low / told
    return replace(
        first,
        kind=second.kind,
        low=first.low * scale,
        step=first.step * scale,
        unit=second.unit,
        currency=second.currency,
    )


def is_result(reading: Reading, first: Amount, second: Amount) -> bool:
    """Whether two amounts are the result of a match, "by 31 to 27": the larger one first, nothing counted."""
    bare = all(
        amount.kind == "plain" and not amount.number.scaled and amount.number.digits for amount in (first, second)
    )
    if not bare or first.low <= second.low or reading.folded(first.start - 1) in reading.vocabulary.change_openers:
        return False
    return read_counted(reading, second.end, linked=False) is None
