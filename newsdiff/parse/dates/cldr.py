"""The calendar of a language as CLDR knows it: names of months, weekdays and quarters, and the order of dates.

What belongs here: what Babel is asked. A language that CLDR does not know has no names, and writes the day first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Literal, NamedTuple

from babel import Locale, UnknownLocaleError

Order = Literal["dmy", "mdy", "ymd"]
_WIDTHS = ("wide", "abbreviated")
_USES = ("format", "stand-alone")


class CalendarName(NamedTuple):
    """A name of a month (1 to 12), a weekday (1 is Monday) or a quarter; ``short`` where it is abbreviated."""

    kind: Literal["month", "weekday", "quarter"]
    number: int
    name: str
    short: bool


@cache
def _locale(code: str) -> Locale | None:
    try:
        return Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None


def calendar_names(code: str) -> Iterator[CalendarName]:
    """All names of the locale ``code`` ("ar", "ar-LB"), whole ones first."""
    locale = _locale(code)
    if locale is None:
        return
    for width in _WIDTHS:
        for use in _USES:
            for number, name in locale.months[use][width].items():
                yield CalendarName("month", number, name, width != "wide")
            for number, name in locale.days[use][width].items():
                yield CalendarName("weekday", number + 1, name, width != "wide")
    for number, name in locale.quarters["format"]["wide"].items():
        yield CalendarName("quarter", number, name, short=False)


def inflected_months(code: str) -> Mapping[int, tuple[str, str]]:
    """The months whose name alone is another than inside a date, with both names ("марта", "март")."""
    locale = _locale(code)
    if locale is None:
        return {}
    inside, alone = (locale.months[use]["wide"] for use in _USES)
    return {number: (name, alone[number]) for number, name in inside.items() if name != alone[number]}


def numeric_order(code: str) -> Order:
    """The order of day, month and year in dates in figures."""
    locale = _locale(code)
    letters = str(locale.date_formats["short"].pattern).lower() if locale is not None else ""
    order = "".join(dict.fromkeys(letter for letter in letters if letter in "dmy"))
    return "mdy" if order == "mdy" else "ymd" if order == "ymd" else "dmy"


def linking_words(code: str) -> frozenset[str]:
    """The words that stand between the parts of a written date ("de")."""
    locale = _locale(code)
    pattern = str(locale.date_formats["long"].pattern) if locale is not None else ""
    return frozenset(re.findall(r"'(\w+)'", pattern))
