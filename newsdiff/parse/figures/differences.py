"""By how much something changed or differs: "60 cents less than last year", "um 60 Cent", "three fewer than".

What belongs here: the words beside an amount that make it a difference. Of what is counted a difference is no figure; a sum
and a measure are, but none that is held against a level.
"""

from __future__ import annotations

from newsdiff.parse.figures.reading import Amount, Reading


def is_difference(reading: Reading, amount: Amount, noun: tuple[int, int] | None) -> bool:
    """Whether words around an amount compare it: "trois de moins", "300 people fewer than", "أقل بثلاثة"."""
    table = reading.vocabulary
    ends = (amount.end,) if noun is None else (amount.end, *range(noun[0], noun[1] + 1))
    behind = any(table.differences.match(reading.words, end) is not None for end in ends)
    return behind or table.differences_before.match_back(reading.words, amount.start) is not None


def is_change(reading: Reading, amount: Amount, noun: tuple[int, int] | None) -> bool:
    """Whether a sum or a measure tells by how much something differs or changed: "60 cents less than", "fell by $3".

    Never a span of time ("up two years later") nor a share, which is one of a change as often as not.
    """
    if amount.kind not in ("money", "unit") or amount.age:
        return False
    table = reading.vocabulary
    factor = table.words.unit_factors.get(amount.unit or "")
    if factor is not None and factor.dimension == "time":
        return False
    behind = table.changes_behind.match(reading.words, amount.end) is not None
    return behind or is_difference(reading, amount, noun) or follows_change(reading, amount)


def follows_change(reading: Reading, amount: Amount) -> bool:
    """Whether a sum of money stands right behind words that tell a change: of "fell $3 to $12" the first."""
    before = reading.vocabulary.changes_before.match_back(reading.words, amount.start)
    return amount.kind == "money" and before is not None


def is_step(reading: Reading, first: Amount, second: Amount) -> bool:
    """Whether of two sums the first tells a change and the second what it led to: "fell 3p to 212p", not "rose $3 to 5 million"."""
    return follows_change(reading, first) and second.kind == "money"
