"""The normalised values that claims carry, and how each looks in the report.

``to_dict`` is the report's contract. What only comparing needs (how exactly a figure was written, say) is kept
beside it and left out of the contract.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

Bound = Literal["exact", "about", "more_than", "at_least", "less_than", "at_most", "range"]
Standing = Literal["current", "former", "unknown"]
PARTS_OF_MONTH = frozenset({(1, 10), (11, 20), (21, 31), (1, 15), (16, 31)})
"""The first and the last day of the parts of a month that have names: early, mid-, late, first half, second half."""
_LONGEST_MONTH = 31
Form = Literal["direct", "indirect", "block"]


class Value(Protocol):
    """What every claim carries: something that the report can hold."""

    def to_dict(self) -> dict[str, Any]:
        """The value as the report's contract writes it."""


def plain(number: float | None) -> int | float | None:
    """A whole float as an int, so that the report reads 200000 and not 200000.0."""
    return int(number) if number is not None and number.is_integer() else number


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure: an interval, how it is bounded, its unit and what is counted.

    ``difference`` where it is told by how much something changed or differs ("60 cents less than last year"), not how much it is.

    Percentages carry the unit ``percent`` or ``percentage_point``. ``step`` is the worth of the last digit that was
    written (100,000 for "1.2 million", 1 for "1,234,567"); it tells how exact the writing is. ``si`` is the factor
    that turns ``low`` and ``high`` into SI units, ``dimension`` the dimension in words ("length"), both None where
    the figure has no physical unit. ``lemma`` is ``of`` in the forms of a dictionary, where the engine knows them; ``concept``
    is the name that what is counted has in all languages, where the packs know it ("dead" for "83 people were killed"). ``points``
    are the numbers of a record as they are written, where they are more than two; ``named`` where the text says in words which
    are the wins, the losses and the draws, and they stand in this order. ``part`` where the figure counts some of those that the
    figure before it counts ("12 of them"); ``allowed`` where it is a limit, not what was measured.
    ``sense`` is ``up``, ``down``, ``in_favour`` or ``opposed`` where the words around a share tell so, ``profit`` or ``loss``
    where those around a sum do.
    """

    low: float | None
    high: float | None
    bound: Bound = "exact"
    unit: str | None = None
    of: str | None = None
    currency: str | None = None
    step: float = 1.0
    dimension: str | None = None
    si: float | None = None
    lemma: str | None = field(default=None, compare=False)
    concept: str | None = field(default=None, compare=False)
    difference: bool = field(default=False, compare=False)
    points: tuple[float, ...] = ()
    named: bool = False
    part: bool = field(default=False, compare=False)
    allowed: bool = field(default=False, compare=False)
    sense: str | None = field(default=None, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """``low``, ``high``, ``bound``, ``unit``, ``of``, and ``currency`` for money."""
        out: dict[str, Any] = {
            "low": plain(self.low),
            "high": plain(self.high),
            "bound": self.bound,
            "unit": self.unit,
            "of": self.of,
        }
        if self.currency is not None:
            out["currency"] = self.currency
        return out


@dataclass(frozen=True, slots=True)
class DateValue:
    """A span of days, both ends inclusive, a day of the year whose year is not said, or a time of any day.

    ``granularity`` is one of day, month, year, decade, century, quarter, season, part_of_month, part_of_year, span, time,
    weekday.
    ``start`` and ``end`` are None where the text alone does not fix the days ("18 January" without a year);
    ``recurring`` then holds what is known as ``--MM-DD`` or ``--MM``, the way ISO 8601:2000 writes it, and
    ``month_days`` the first and the last day of a part of that month ("early June", "12 to 15 May"). A
    day that no month has ("31 June") is written so, too. A day of any week ("on Tuesday") is ``-W-2``, as ISO writes it.

    ``weekday`` is the day of the week (1 is Monday) of a day without a year, where the articles tell it.

    ``time`` is a time of day as ``HH:MM`` on a clock of 24 hours, in whatever time zone. Beside it stands how it is
    written: ``time_step`` is the worth of its last part in minutes (60 for "5 p.m."), ``half_known`` false where only a
    clock of 12 hours is read, and ``zone`` the time zone that is named with it.
    """

    start: dt.date | None
    end: dt.date | None
    granularity: str
    relative: bool = False
    recurring: str | None = None
    time: str | None = None
    time_step: int = 1
    half_known: bool = True
    zone: str | None = None
    month_days: tuple[int, int] | None = None
    weekday: int | None = None

    def without_year(self) -> DateValue | None:
        """The season, quarter, half or part of a month that the days are, of any year; None where they are none of these."""
        if self.start is None or self.end is None:
            return None
        last = monthrange(self.end.year, self.end.month)[1]
        half = self.granularity == "part_of_year" and (self.start.month, self.end.month) in ((1, 6), (7, 12))
        part = (self.start.day, _LONGEST_MONTH if self.end.day == last else self.end.day)
        days = part if self.granularity == "part_of_month" else None
        if not half and self.granularity not in ("season", "quarter") and days not in PARTS_OF_MONTH:
            return None
        return DateValue(None, None, self.granularity, recurring=f"--{self.start.month:02}", month_days=days)

    @property
    def years(self) -> str:
        """The year of the days, or the two of a winter: ``2030``, ``2029/30``. Only of days that are known."""
        first, last = (0 if day is None else day.year for day in (self.start, self.end))
        return f"{(first + last) // 2}" if (last - first) % 2 == 0 else f"{first}/{last % 100:02}"

    def to_dict(self) -> dict[str, Any]:
        """``from`` and ``to`` (ISO days or null), ``granularity``, ``relative``, ``recurring`` and ``time`` where known."""
        out: dict[str, Any] = {
            "from": self.start.isoformat() if self.start else None,
            "to": self.end.isoformat() if self.end else None,
            "granularity": self.granularity,
            "relative": self.relative,
        }
        if self.recurring is not None:
            out["recurring"] = self.recurring
        if self.time is not None:
            out["time"] = self.time
        return out


@dataclass(frozen=True, slots=True)
class Role:
    """What a person is or was: a title, an organisation, and whether it still holds.

    What is no part of it: ``stated`` tells that the text itself says that a current role is held at present, and of a former
    one in which year, long past, it ended; ``exact`` that its words name this office and no other, as "finance chief" does and "boss" does not. ``written`` are these words in the
    form of a dictionary, as far as that is known, and None where nothing but a verb tells of the role. ``partial`` tells
    that it is the office of a part of the organisation ("head of safety"), ``disputed`` that one article stands against two or
    more on whether it still holds.
    """

    title: str | None
    organization: str | None
    standing: Standing = "unknown"
    stated: bool = field(default=False, compare=False)
    exact: bool = field(default=False, compare=False)
    written: str | None = field(default=None, compare=False)
    partial: bool = field(default=False, compare=False)
    disputed: bool = field(default=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """``title``, ``organization``, ``standing``."""
        return {"title": self.title, "organization": self.organization, "standing": self.standing}


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation or place: the name, the ways it is spelled, and a person's roles.

    ``place`` is the code of a place that goes by a name of its own in every language, None where that is not known;
    ``inflected`` tells that the language of the article gives names endings of case.
    """

    name: str
    variants: tuple[str, ...] = ()
    roles: tuple[Role, ...] | None = None
    place: str | None = field(default=None, compare=False)
    inflected: bool = field(default=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """``name``, ``variants``, and ``roles`` for a person."""
        out: dict[str, Any] = {"name": self.name, "variants": list(self.variants)}
        if self.roles is not None:
            out["roles"] = [role.to_dict() for role in self.roles]
        return out


@dataclass(frozen=True, slots=True)
class Quotation:
    """What was said, by whom (None where the text does not tell), and in which form.

    ``attributed`` tells that a person is named as the speaker beside the words themselves: a speaker who has to be inferred
    from a pronoun, or an organisation, is no ground for a contradiction. ``denied`` tells that the words around it deny it.
    """

    speaker: str | None
    text: str
    form: Form = "direct"
    attributed: bool = False
    denied: bool = False

    def to_dict(self) -> dict[str, Any]:
        """``speaker``, ``text``, ``form``."""
        return {"speaker": self.speaker, "text": self.text, "form": self.form}
