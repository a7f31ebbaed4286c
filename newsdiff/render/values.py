"""Values in short form in the language of the report: numbers, units and dates as CLDR writes them.

What belongs here: every language but English, whose short form stands in the report itself (``Position.shown``).
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange

from newsdiff.model import DateValue, Name, Position, Quantity, Quotation, Role
from newsdiff.render.words import Words
from newsdiff.render.words.terms import BOUNDS, PARTS_OF_MONTH, SEASONS, UNITS

_ZEROS = re.compile("0+")
_SHORTEST_SCALED = 5
"""Zeros of the smallest number that is written with a word: 4 lakh, 68 million, but 4,000."""
_CATEGORIES = ("length", "area", "volume", "mass", "speed", "temperature", "power", "energy", "digital", "frequency")
_MORE_CATEGORIES = ("electric", "duration", "angle")


def show(position: Position, words: Words) -> str:
    """The value of a position in short form."""
    value = position.alike or position.value
    if words.is_english:
        return position.shown
    if isinstance(value, Quantity):
        return _figure(value, words)
    if isinstance(value, DateValue):
        return _date(value, words) or position.shown
    if isinstance(value, Name):
        return _name(value, words)
    if isinstance(value, Quotation):
        return _quotation(value, words)
    return position.shown


def _figure(value: Quantity, words: Words) -> str:
    low, high = value.low, value.high
    if value.points or value.unit in ("match_clock", "score", "designation"):
        return _uncounted(value, words)
    first = low if low is not None else high or 0.0
    number = _number(first, words)
    if low is not None and high is not None and low != high:
        number = f"{number}–{_number(high, words)}"
    if value.unit == "percent":
        number = words.say("{number} %", number=number)
    elif value.unit == "percentage_point":
        # A fraction takes the form of most numbers.
        count = int(first) if first.is_integer() else 100
        number = words.say_number("{number} point", "{number} points", count, number=number)
    elif value.unit == "rank":
        number = words.say("no. {rank}", rank=number)
    elif value.currency:
        number = f"{number} {_cents(words)} {value.currency}" if value.unit == "cent" else f"{number} {value.currency}"
    elif value.unit:
        number = _with_unit(number, high or first, value.unit, words)
    number = words.say(BOUNDS[value.bound], number=number) if value.bound in BOUNDS else number
    counts = value.of and value.unit not in ("percent", "percentage_point") and not value.currency
    return f"{number} {value.of}" if counts else number


def _uncounted(value: Quantity, words: Words) -> str:
    """A number that counts nothing: a score or a record, a time on a clock, what is in the name of a flight."""
    if value.points:
        return "–".join(_number(number, words) for number in value.points)
    if value.unit == "match_clock":
        return "{:.0f}:{:02.0f}".format(*divmod(value.low or 0.0, 60))
    if value.unit == "designation":
        return f"{value.of} {value.low or 0.0:.0f}"
    return f"{_number(value.high or 0.0, words)}–{_number(value.low or 0.0, words)}"


def _cents(words: Words) -> str:
    name = UNITS["cent"]
    return words.say_as("unit", name)


def _number(number: float, words: Words) -> str:
    """A number in Western digits, with the word of the language for its size where that leaves nothing out."""
    from babel.numbers import format_decimal

    patterns = words.locale.compact_decimal_formats["long"]
    size = max((int(size) for size in patterns["other"] if int(size) <= abs(number)), default=0)
    scale = _scale(str(patterns["other"][str(size)].pattern), size) if size else 0
    short = round(number / scale, 2) if scale >= 10**_SHORTEST_SCALED else 0.0
    if not short or abs(short * scale - number) > 1e-9 * scale:
        return str(format_decimal(number, locale=words.locale, decimal_quantization=False))
    exact: float = int(short) if short.is_integer() else short
    forms = patterns.get(words.locale.plural_form(exact), patterns["other"])
    pattern = str(forms.get(str(size), patterns["other"][str(size)]).pattern)
    return _ZEROS.sub(str(format_decimal(exact, locale=words.locale)), pattern).replace("'", "")


def _scale(pattern: str, size: int) -> int:
    """The worth of the word in a pattern of CLDR: 1,000,000 of ``00 million``, which is for 10,000,000 and more."""
    digits = pattern.count("0")
    return size // 10 ** (digits - 1) if digits else 0


def _with_unit(number: str, amount: float, unit: str, words: Words) -> str:
    """A number, written already, with its unit in the form that the number asks for."""
    from babel.numbers import format_decimal
    from babel.units import UnknownUnitError, format_unit

    name = unit.replace("_", "-")
    bare = str(format_decimal(amount, locale=words.locale))
    for category in (*_CATEGORIES, *_MORE_CATEGORIES):
        identifier = f"{category}-{name}"
        for length in ("long", "short"):
            try:
                shown = str(format_unit(amount, identifier, length, locale=words.locale))
            except UnknownUnitError:
                break
            if identifier not in shown:
                return shown.replace(bare, number, 1)
    said = words.say_as("unit", UNITS[unit]) if unit in UNITS else unit.replace("_", " ")
    return f"{number} {said}"


def _date(value: DateValue, words: Words) -> str:
    """A date as precise as it is told; nothing where it is only a season or the like."""
    from babel.dates import format_skeleton

    if value.time is not None:
        return value.time
    if value.start is None or value.end is None:
        return _recurring(value, words)
    if value.granularity == "year":
        return str(value.start.year)
    if value.granularity == "decade":
        return words.say("{year}s", year=str(value.start.year))
    if value.granularity == "month":
        return str(format_skeleton("yMMMM", value.start, locale=words.locale))
    part = value.without_year()
    if part is not None:
        return words.say("{part} {year}", part=_recurring(part, words), year=value.years)
    if value.start == value.end:
        return words.day(value.start)
    return f"{words.day(value.start)} – {words.day(value.end)}"


def _recurring(value: DateValue, words: Words) -> str:
    from babel.dates import format_skeleton

    if value.granularity == "weekday" and value.weekday is not None:
        return str(words.locale.days["stand-alone"]["wide"][value.weekday - 1])
    month, _, day = (value.recurring or "").removeprefix("--").partition("-")
    if not month.isdigit():
        return ""
    if day and int(day) > monthrange(2000, int(month))[1]:
        return f"{int(day)} {words.locale.months['format']['wide'][int(month)]}"
    if day:
        days = [dt.date(2000, int(month), number) for number in dict.fromkeys(value.month_days or (int(day),))]
        return " – ".join(str(format_skeleton("MMMMd", each, locale=words.locale)) for each in days)
    if value.granularity == "quarter":
        return str(words.locale.quarters["stand-alone"]["wide"][(int(month) + 2) // 3])
    if value.granularity == "season":
        return words.say_as("season", SEASONS[int(month)])
    if value.granularity == "part_of_year":
        return words.say("first half of the year") if month == "01" else words.say("second half of the year")
    name = str(words.locale.months["stand-alone"]["wide"][int(month)])
    if value.granularity != "part_of_month":
        return name
    return words.say(PARTS_OF_MONTH.get(value.month_days, PARTS_OF_MONTH[None]), month=name)


def _name(name: Name, words: Words) -> str:
    """The spelling, and the first role whose standing or organisation is known."""
    shown = name.variants[0] if name.variants else name.name
    role = next((role for role in name.roles or () if role.standing != "unknown" or role.organization), None)
    return f"{shown} ({_role(role, words)})" if role else shown


def _role(role: Role, words: Words) -> str:
    said = words.listed([part for part in (role.title, role.organization) if part])
    return words.say("formerly {role}", role=said) if role.standing == "former" else said


def _quotation(value: Quotation, words: Words) -> str:
    said = value.text if value.form == "indirect" else words.say("“{words}”", words=value.text)
    said = words.say("{words} (denied)", words=said) if value.denied else said
    return words.say("{speaker}: {words}", speaker=value.speaker, words=said) if value.speaker else said
