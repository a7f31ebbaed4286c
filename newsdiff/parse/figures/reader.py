"""Figures of an article: quantities, money and percentages, with what they count and how they are bounded.

What belongs here: putting number, measure, bound, range and counted noun together into one value, and the order in
which a text is read. Each of those parts has a file of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from newsdiff.lang.pack import LanguagePack
from newsdiff.model.span import Span
from newsdiff.model.values import Bound, Quantity
from newsdiff.parse.figures import labels
from newsdiff.parse.figures.amounts import Amount, join_amounts, read_amount, read_range_end
from newsdiff.parse.figures.bounds import bound_after, bound_before, interval, range_link
from newsdiff.parse.figures.counted import is_content, read_counted
from newsdiff.parse.figures.digits import decimal_mark
from newsdiff.parse.figures.reading import MeasureKind, Reading
from newsdiff.parse.figures.refusals import Candidate, is_refused
from newsdiff.parse.figures.vocabulary import vocabulary
from newsdiff.parse.figures.words import Word, fold, split_words

FigureKind = Literal["quantity", "money", "percent"]
_KINDS: dict[MeasureKind, FigureKind] = {
    "plain": "quantity",
    "unit": "quantity",
    "money": "money",
    "percent": "percent",
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S+|\b\w{2,40}\.(?:com|org|net|html?|pdf)\b\S*")


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure of a text: its kind, its place and its value."""

    kind: FigureKind
    span: Span
    value: Quantity


def find_figures(text: str, pack: LanguagePack, blocked: Sequence[Span] = ()) -> tuple[FoundFigure, ...]:
    """All figures of a sentence or an article, in order and not overlapping; none where ``blocked`` (dates) stands."""
    table, blocked = vocabulary(pack), sorted(blocked)
    words = split_words(text, table.known, table.kept, table.proclitics)
    if blocked or "." in text:
        words = _block(words, [*blocked, *(Span(*match.span()) for match in _ADDRESS.finditer(text))])
    decimal = decimal_mark((word.surface for word in words if word.kind == "digits"), table.words.decimal)
    reading = Reading(text, words, table, decimal)
    found: list[FoundFigure] = []
    at = 0
    while at < len(words):
        figure, at = _read(reading, at)
        if figure is None or any(figure.span.overlaps(span) for span in _near(blocked, figure.span)):
            continue
        found.append(figure)
        while at < len(words) and words[at].start < figure.span.end:
            at += 1
    return _share_units(text, found, table.joiners)


def _share_units(text: str, found: list[FoundFigure], joiners: frozenset[str]) -> tuple[FoundFigure, ...]:
    """Give the unit of "33, 34 and 39 years" to the bare numbers that are listed before it."""
    chained = False
    for at in range(len(found) - 2, -1, -1):
        figure, after = found[at], found[at + 1]
        between = fold(text[figure.span.end : after.span.start]).strip()
        linked = between in joiners or (chained and between == ",")
        bare = figure.value.unit is None and figure.value.of is None and figure.kind == "quantity"
        chained = linked and bare and after.kind == "quantity" and after.value.unit is not None
        if chained:
            unit, dimension, si = after.value.unit, after.value.dimension, after.value.si
            found[at] = replace(figure, value=replace(figure.value, unit=unit, dimension=dimension, si=si))
    return tuple(found)


def _near(blocked: Sequence[Span], span: Span) -> Sequence[Span]:
    """The blocked spans that may reach into a span, found by halving where they are many."""
    first = bisect_left(blocked, span.start, key=lambda entry: entry.end)
    last = bisect_left(blocked, span.end, key=lambda entry: entry.start)
    return blocked[first:last]


def _block(words: list[Word], spans: Sequence[Span]) -> list[Word]:
    """Words inside blocked spans become breaks: no phrase may hold or cross them."""
    if not spans:
        return words
    ordered = sorted(spans)
    kept: list[Word] = []
    at = 0
    for word in words:
        while at < len(ordered) and ordered[at].end <= word.start:
            at += 1
        hidden = at < len(ordered) and ordered[at].start < word.end
        kept.append(Word("break", word.start, word.end, word.surface, "\n") if hidden else word)
    return kept


def _read(reading: Reading, at: int) -> tuple[FoundFigure | None, int]:
    """The figure that begins at word ``at``, if any, and the word to go on from."""
    end = labels.chain_end(reading, at) if reading.kind(at) == "digits" else None
    if end is not None:
        return None, end
    first = read_amount(reading, at)
    if first is None:
        return None, at + 1
    amount = first
    link = range_link(reading, first.start, first.end)
    if link is not None and labels.chain_end(reading, link) is None:
        second = read_range_end(reading, link, first)
        joined = join_amounts(first, second) if second is not None else None
        if joined is None:
            if second is not None and _is_result(reading, first, second):
                return None, second.end
        else:
            amount = joined
    return _complete(reading, amount), amount.end


def _is_result(reading: Reading, first: Amount, second: Amount) -> bool:
    """Whether two amounts are the result of a match, "by 31 to 27": the larger one first, nothing counted."""
    bare = all(
        amount.kind == "plain" and not amount.number.scaled and amount.number.digits for amount in (first, second)
    )
    if not bare or first.low <= second.low or reading.folded(first.start - 1) in reading.vocabulary.change_openers:
        return False
    return read_counted(reading, second.end, linked=False) is None


def _complete(reading: Reading, amount: Amount) -> FoundFigure | None:
    before = bound_before(reading, amount.start, measured=amount.kind != "plain")
    after = bound_after(reading, amount.end, timed=_is_time(reading, amount))
    end = after[1] if after is not None else amount.end
    lone_age = amount.kind == "plain" and labels.is_lone_age(reading, amount.number)
    noun = None if lone_age else _noun(reading, amount, end)
    if lone_age:
        amount = replace(amount, unit="year", kind="unit", age=True)
    elif noun is not None and amount.kind == "plain":
        if amount.measured is not None:
            noun = None
        else:
            amount = _with_attribute(reading, amount, noun)
    if amount.kind == "unit" and noun is not None and amount.end == noun[1]:
        noun = None
    if noun is not None and after is None:
        after = bound_after(reading, noun[1], timed=_is_time(reading, amount))
    bound: Bound = before[0] if before is not None else after[0] if after is not None else "exact"
    if bound == "exact" and amount.about:
        bound = "about"
    bounded = before is not None or after is not None
    if is_refused(reading, Candidate(amount, noun, bounded=bounded)):
        return None
    start = reading.words[amount.start].start
    last = noun[1] if noun is not None and amount.kind in ("plain", "percent", "unit") else amount.end
    span = Span(start, reading.words[last - 1].end)
    of = reading.text[reading.words[noun[0]].start : reading.words[noun[1] - 1].end] if noun is not None else None
    if of is None:
        of = amount.measured
    return FoundFigure(_KINDS[amount.kind], span, _value(reading, amount, bound, of))


def _is_time(reading: Reading, amount: Amount) -> bool:
    factor = reading.vocabulary.words.unit_factors.get(amount.unit or "")
    return factor is not None and factor.dimension == "time"


def _value(reading: Reading, amount: Amount, bound: Bound, of: str | None) -> Quantity:
    low, high = (amount.low, amount.high) if amount.high is not None else interval(amount.low, bound)
    factor = reading.vocabulary.words.unit_factors.get(amount.unit or "")
    return Quantity(
        low=_plain(low),
        high=_plain(high),
        bound="range" if amount.high is not None else bound,
        unit=amount.unit,
        of=of,
        currency=amount.currency,
        step=float(amount.step),
        dimension=factor.dimension if factor is not None else None,
        si=factor.si if factor is not None else None,
    )


def _with_attribute(reading: Reading, amount: Amount, noun: tuple[int, int]) -> Amount:
    """A unit with an attribute in front: "11,4 gelaufene Kilometer"."""
    unit = reading.vocabulary.units.match(reading.words, noun[1] - 1)
    words = reading.vocabulary.words
    if unit is None or noun[1] - noun[0] < 2 or unit[1] != noun[1]:
        return amount
    if not (words.nouns_capitalised or words.head_endings):
        return amount
    return replace(amount, kind="unit", unit=unit[0], end=noun[1])


def _plain(value: Fraction | None) -> float | None:
    return None if value is None else float(value)


def _noun(reading: Reading, amount: Amount, end: int) -> tuple[int, int] | None:
    """The counted noun, where a figure of this kind can have one."""
    if amount.kind == "money" or amount.age:
        return None
    if amount.kind == "plain":
        definite = reading.folded(amount.start - 1) in reading.vocabulary.proclitics and amount.number.digits is None
        if definite and reading.folded(amount.start - 1) in reading.vocabulary.definite and reading.glued(amount.start):
            return None
        return read_counted(reading, end, linked=amount.number.scaled)
    table = reading.vocabulary
    link = table.whole_links.match(reading.words, end)
    if link is not None:
        behind = link[1]
        while reading.folded(behind) in table.definite or reading.folded(behind) == "'":
            behind += 1
        return read_counted(reading, behind, linked=False)
    if amount.number.share and is_content(reading, end):
        return read_counted(reading, end, linked=False)
    percent = amount.kind == "percent"
    if (
        table.words.nouns_capitalised
        and not percent
        and not (reading.kind(end) == "word" and reading.words[end].surface[0].isupper())
    ):
        return None
    if table.words.nouns_capitalised or (percent and table.words.bare_fractions):
        return read_counted(reading, end, linked=False)
    return None
