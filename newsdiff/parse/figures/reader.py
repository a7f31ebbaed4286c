"""Figures of an article: quantities, money and percentages, with what they count and how they are bounded.

What belongs here: putting number, measure, bound, range and counted noun together into one value, and the order in
which a text is read. Each of those parts has a file of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from newsdiff.lang.pack import LanguagePack
from newsdiff.model.span import Span
from newsdiff.model.values import Bound, Quantity
from newsdiff.parse.figures import labels
from newsdiff.parse.figures.allowed import tell_allowed
from newsdiff.parse.figures.amounts import read_amount
from newsdiff.parse.figures.bounds import bound_after, bound_before, ends_change, interval, range_link
from newsdiff.parse.figures.concepts import name_counted
from newsdiff.parse.figures.differences import is_change, is_step
from newsdiff.parse.figures.digits import decimal_mark
from newsdiff.parse.figures.fates import tell_fates
from newsdiff.parse.figures.found import FigureKind, FoundFigure
from newsdiff.parse.figures.lasting import name_durations
from newsdiff.parse.figures.lending import share_nouns
from newsdiff.parse.figures.listed import share_units
from newsdiff.parse.figures.nouns import noun_of
from newsdiff.parse.figures.partitives import share_with_parts
from newsdiff.parse.figures.points import part_points
from newsdiff.parse.figures.ranges import is_result, join_amounts, lend_scale, read_range_end
from newsdiff.parse.figures.ranks import Rank, read_rank
from newsdiff.parse.figures.reading import Amount, MeasureKind, Reading
from newsdiff.parse.figures.records import Record, read_record
from newsdiff.parse.figures.refusals import Candidate, is_refused
from newsdiff.parse.figures.scores import Score, half_time_end, read_score
from newsdiff.parse.figures.senses import tell_senses
from newsdiff.parse.figures.stopwatch import CLOCK, PlayTime, read_play_time
from newsdiff.parse.figures.tallies import Tally, read_tally
from newsdiff.parse.figures.vocabulary import vocabulary
from newsdiff.parse.figures.worded_scores import read_worded_score
from newsdiff.parse.figures.words import Word, split_words
from newsdiff.parse.syntax import Tree, dictionary_form

_KINDS: dict[MeasureKind, FigureKind] = {
    "plain": "quantity",
    "unit": "quantity",
    "money": "money",
    "percent": "percent",
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@\S+|\b\w{2,40}\.(?:com|org|net|html?|pdf)\b\S*")


def find_figures(
    text: str, pack: LanguagePack, blocked: Sequence[Span] = (), tree: Tree | None = None
) -> tuple[FoundFigure, ...]:
    """All figures of a sentence or an article, in order and not overlapping; none where ``blocked`` (dates) stands.

    ``tree`` is that of the text, where an engine has parsed it.
    """
    table, blocked = vocabulary(pack), sorted(blocked)
    words = part_points(split_words(text, table.known, table.kept, table.proclitics), table)
    if blocked or "." in text:
        words = _block(words, [*blocked, *(Span(*match.span()) for match in _ADDRESS.finditer(text))])
    decimal = decimal_mark((word.surface for word in words if word.kind == "digits"), table.words.decimal)
    reading = Reading(text, words, table, decimal, tree)
    found: list[FoundFigure] = []
    at = free = 0
    while at < len(words):
        figure, at = _read(reading, at, free)
        if figure is None or any(figure.span.overlaps(span) for span in _near(blocked, figure.span)):
            continue
        found.append(figure)
        while at < len(words) and words[at].start < figure.span.end:
            at += 1
        free = at
    shared = tell_allowed(reading, share_nouns(text, share_units(text, found, table), table))
    told = share_with_parts(reading, tell_fates(reading, shared))
    return tell_senses(reading, name_durations(reading, told))


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


def _read(reading: Reading, at: int, free: int) -> tuple[FoundFigure | None, int]:
    """The figure that begins at word ``at``, if any, and the word to go on from; words before ``free`` are another's."""
    told = _read_in_words(reading, at)
    if told is not None:
        return told
    if reading.kind(at) == "digits":
        before_end = half_time_end(reading, at)
        if before_end is not None:
            return None, before_end
        placed = _read_placed(reading, at, free)
        if placed is not None:
            return placed
        end = labels.chain_end(reading, at)
        if end is not None:
            return None, end
    first = read_amount(reading, at)
    if first is None:
        return None, at + 1
    amount = lend_scale(reading, first)
    link = range_link(reading, first.start, first.end)
    if link is not None and labels.chain_end(reading, link) is None:
        second = read_range_end(reading, link, first)
        changed = second is None or ends_change(reading, second.end) or is_step(reading, first, second)
        joined = join_amounts(first, second) if second is not None and not changed else None
        if joined is None:
            if second is not None and is_result(reading, first, second):
                return None, second.end
        else:
            amount = joined
    return _complete(reading, amount), amount.end


def _read_in_words(reading: Reading, at: int) -> tuple[FoundFigure, int] | None:
    """A record or a score told in words, and the word behind it."""
    tally = read_tally(reading, at)
    if tally is not None:
        return _told(reading, tally), tally.end
    score = read_worded_score(reading, at)
    return (_result(reading, score), score.end) if score is not None else None


def _read_placed(reading: Reading, at: int, free: int) -> tuple[FoundFigure, int] | None:
    """A figure that tells how a match stands or ended, or a place in a row, and the word behind it."""
    time = read_play_time(reading, at)
    if time is not None:
        return _timed(reading, time), time.end
    score = read_score(reading, at)
    if score is not None:
        return _result(reading, score), score.end
    record = read_record(reading, at)
    if record is not None:
        return _recorded(reading, record), record.end
    rank = read_rank(reading, at)
    return (_ranked(reading, rank), rank.end) if rank is not None and rank.start >= free else None


def _result(reading: Reading, score: Score) -> FoundFigure:
    """A score as an interval from the fewer points to the more, whichever side is named first."""
    low, high = sorted((float(score.first), float(score.second)))
    span = Span(reading.words[score.start].start, reading.words[score.end - 1].end)
    return FoundFigure("score", span, Quantity(low, high, "range" if low < high else "exact", unit="score"))


def _recorded(reading: Reading, record: Record) -> FoundFigure:
    """A record as a score whose numbers are all kept."""
    low, high = sorted(map(float, record.counts[:2]))
    points = tuple(map(float, record.counts)) if len(record.counts) > 2 else ()
    value = Quantity(low, high, "range" if low < high else "exact", unit="score", points=points)
    return FoundFigure("score", reading.span(record.start, record.end), value)


def _told(reading: Reading, tally: Tally) -> FoundFigure:
    """A tally as a record of which it is known what each number counts."""
    low, high = sorted(map(float, tally.counts[:2]))
    points = tuple(map(float, tally.counts))
    value = Quantity(low, high, "range" if low < high else "exact", unit="score", points=points, named=True)
    return FoundFigure("score", reading.span(tally.start, tally.end), value)


def _timed(reading: Reading, time: PlayTime) -> FoundFigure:
    """A time on the clock of a match, in seconds."""
    value = Quantity(float(time.seconds), float(time.seconds), unit=CLOCK)
    return FoundFigure("quantity", reading.span(time.start, time.end), value)


def _ranked(reading: Reading, rank: Rank) -> FoundFigure:
    """A rank as a quantity of its own unit, so that it is compared with ranks alone."""
    words = reading.words
    of = reading.text[words[rank.noun[0]].start : words[rank.noun[1] - 1].end] if rank.noun is not None else None
    span = Span(words[rank.start].start, words[rank.end - 1].end)
    return FoundFigure("quantity", span, Quantity(float(rank.place), float(rank.place), unit="rank", of=of))


def _complete(reading: Reading, amount: Amount) -> FoundFigure | None:
    after = bound_after(reading, amount.end, timed=_is_time(reading, amount))
    end = after[1] if after is not None else amount.end
    lone_age = amount.kind == "plain" and labels.is_lone_age(reading, amount.number)
    noun = None if lone_age else noun_of(reading, amount, end)
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
    measured = amount.kind != "plain" or (amount.number.scaled and noun is None)
    before = bound_before(reading, amount.start, measured=measured)
    bound: Bound = before[0] if before is not None else after[0] if after is not None else "exact"
    if bound == "exact" and amount.about:
        bound = "about"
    bounded = before is not None or after is not None
    if is_refused(reading, Candidate(amount, noun, bounded=bounded)):
        return None
    start = reading.words[amount.start].start
    last = noun[1] if noun is not None and amount.kind in ("plain", "percent", "unit") else amount.end
    span = Span(start, reading.words[last - 1].end)
    return FoundFigure(_KINDS[amount.kind], span, _value(reading, amount, bound, noun))


def _is_time(reading: Reading, amount: Amount) -> bool:
    factor = reading.vocabulary.words.unit_factors.get(amount.unit or "")
    return factor is not None and factor.dimension == "time"


def _value(reading: Reading, amount: Amount, bound: Bound, noun: tuple[int, int] | None) -> Quantity:
    counted = reading.span(*noun) if noun is not None else None
    low, high = (amount.low, amount.high) if amount.high is not None else interval(amount.low, bound)
    factor = reading.vocabulary.words.unit_factors.get(amount.unit or "")
    return Quantity(
        low=_plain(low),
        high=_plain(high),
        bound="range" if amount.high is not None else bound,
        unit=amount.unit or amount.measured,
        of=reading.text[counted.start : counted.end] if counted is not None else None,
        lemma=dictionary_form(reading.tree, counted) if reading.tree is not None and counted is not None else None,
        concept=name_counted(reading, noun) if noun is not None else None,
        currency=amount.currency,
        step=float(amount.step),
        dimension=factor.dimension if factor is not None else None,
        si=factor.si if factor is not None else None,
        difference=is_change(reading, amount, noun),
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
