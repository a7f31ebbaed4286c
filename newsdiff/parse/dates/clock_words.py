"""The words of times of day of one language, compiled once into the expressions that read them.

What belongs here: how a time of day may be written, as expressions that stand around its hour. What a match means is
in ``clock``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from unicodedata import category

from newsdiff.lang.calendar import CalendarWords, DayPart
from newsdiff.lang.pack import LanguagePack
from newsdiff.parse.dates.calendar import fold

_LAST_HOUR = 12
_MIDNIGHT = 24
_LAST_AT_NIGHT = 5
_FIRST_AT_NOON = 10
_FIRST_MARK, _BEYOND_MARKS = 0x300, 0x1000
"""Combining marks from here on belong to scripts in which no hour is written with the words of a pack."""
_PLAIN = {code: " " for code in range(0x3001) if chr(code).isspace() and chr(code) not in "\n\r\t\f\v"}


@dataclass(frozen=True, slots=True)
class ClockWords:
    """What stands before, at and after the hour of a time of day; groups of one name mean the same in all of them.

    ``hour`` finds the hour in figures or words with its minutes, ``before`` is matched up to it and ``after`` from its end;
    ``range_before`` and ``range_after`` tell that it is one end of a range, ``counted`` that something is counted.
    """

    hour: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    range_before: re.Pattern[str]
    range_after: re.Pattern[str]
    counted: re.Pattern[str]
    closed: re.Pattern[str]
    hours: dict[str, int]
    shifts: dict[str, int]
    parts: dict[str, DayPart]
    clock_after: frozenset[str]
    dotted: bool
    whole_day: bool


def plain_spaces(text: str) -> str:
    """The text with every space as the expressions know it, whatever its width; offsets stay."""
    return text.translate(_PLAIN)


def key(text: str) -> str:
    """A phrase as the tables of ``ClockWords`` know it."""
    return " ".join(map(fold, text.split()))


@cache
def clock_words(pack: LanguagePack) -> ClockWords:
    """Compile the words of a pack."""
    words = pack.calendar
    hours = {word: hour for word, hour in {**words.numbers, **words.clock_hours}.items() if 1 <= hour <= _LAST_HOUR}
    return ClockWords(
        hour=re.compile(
            r"(?<![\w.,:/٫٬–\-$€£₹#])(?P<hour>[0-9٠-٩०-९]{1,2})(?:(?P<mark>[:.]?)(?P<minute>[0-9٠-٩०-९]{2}))?"
            rf"(?!\d|[.,:/٫٬–-]\d)|(?P<word>{any_of(hours)})",
            re.IGNORECASE,
        ),
        before=_before(words),
        after=_after(words),
        range_before=re.compile(
            rf"(?:[-–—/]|(?:\d ?|{any_of(hours, closed=False)} ){any_of(words.joins, opened=False)}) ?\Z",
            re.IGNORECASE,
        ),
        range_after=re.compile(r" ?[-–—/] ?\d"),
        counted=re.compile(rf" ?(?:[%$€£₹°]|{any_of((*words.counted, *words.clock_not))})", re.IGNORECASE),
        closed=re.compile(r" *(?:[^\w\s]|$)", re.MULTILINE),
        hours={key(word): hour for word, hour in hours.items()},
        shifts={key(word): minutes for word, minutes in {**words.clock_shifts, **words.clock_shifts_after}.items()},
        parts={key(word): part for word, part in words.day_parts.items()},
        clock_after=frozenset(map(key, words.clock_after)),
        dotted=words.clock_dotted,
        whole_day=words.clock_whole_day,
    )


def _before(words: CalendarWords) -> re.Pattern[str]:
    clitics = "".join(map(re.escape, words.proclitics))
    announced = (f"[{clitics}]?" if clitics else "") + any_of(words.clock_before, opened=False, closed=False)
    about = rf"(?:{any_of(words.clock_about, closed=False)} +)?"
    return re.compile(
        rf"(?:(?P<part>{any_of(words.day_parts, closed=False)}) +)?{about}(?:(?P<at>{any_of(words.clock_at)}) *)?{about}"
        rf"(?:(?<!\w)(?P<clock>{announced}) +)?{about}(?:(?P<shift>{any_of(words.clock_shifts, closed=False)}) +)?\Z",
        re.IGNORECASE,
    )


def _after(words: CalendarWords) -> re.Pattern[str]:
    minutes = any_of(words.clock_minutes, opened=False)
    zone = _zones(words.clock_zones)
    return re.compile(
        rf"(?: ?(?P<mark>{any_of(words.clock_marks, opened=False, closed=False)}) ?(?P<minute>\d{{1,2}})(?!\d)"
        rf"(?: (?P<minutes>{minutes}))?)?"
        rf"(?: {any_of(words.clock_and, opened=False, closed=False)} ?(?P<more>\d{{1,2}}) {minutes})?"
        rf"(?:(?! {zone}) ?(?:(?P<clock>{any_of(words.clock_after, opened=False)})|(?P<unit>{any_of(words.clock_units, opened=False)})))?"
        rf"(?: (?P<shift>{any_of(words.clock_shifts_after, opened=False)}))?"
        rf"(?: ?(?P<part>{any_of(words.day_parts, opened=False)}))?"
        rf"(?: (?P<zone>{zone})|(?= ?\((?P<zone_behind>{zone})\)))?",
        re.IGNORECASE,
    )


def _zones(zones: Iterable[str]) -> str:
    """Abbreviations of time zones are read in capitals alone ("EST" is no "est")."""
    short, long = ([zone for zone in zones if zone.isupper() is upper] for upper in (True, False))
    names = (any_of(listed, opened=False, closed=False) for listed in (short, long))
    return "(?:(?-i:{})|{})".format(*names) + _end()


def any_of(phrases: Iterable[str], *, opened: bool = True, closed: bool = True) -> str:
    """One of the phrases, the longest first; ``opened`` and ``closed`` where no letter or digit may touch its ends.

    Neither is needed where a space is wanted there, and each takes time to compile.
    """
    listed = sorted(phrases, key=len, reverse=True)
    if not listed:
        return "(?!)"
    joined = "|".join(" ".join(map(re.escape, phrase.split())) for phrase in listed)
    return f"{_begin() if opened else ''}(?:{joined}){_end() if closed else ''}"


def _begin() -> str:
    return f"(?-i:(?<![{_letters()}]))"


def _end() -> str:
    return f"(?-i:(?![{_letters()}]))"


@cache
def _letters() -> str:
    """What belongs to a word, for a character class: letters, digits, and ranges that hold all combining marks.

    A range goes on over letters and over what is no character, so that there are few: each takes time to compile.
    """
    runs = groupby(
        map(chr, range(_FIRST_MARK, _BEYOND_MARKS)), lambda char: category(char)[0] in "LMN" or category(char) == "Cn"
    )
    ranges = ["".join(run) for of_words, run in runs if of_words]
    return "\\w" + "".join(f"{run[0]}-{run[-1]}" for run in ranges if any(category(char)[0] == "M" for char in run))


def in_day(hour: int, part: DayPart | None) -> int | None:
    """The hour from 0 to 23 that an hour (0 to 24) of a part of the day is; None where either half may be meant."""
    if hour in (0, _MIDNIGHT):
        return 0
    if hour > _LAST_HOUR:
        return hour
    twelve = {"am": 0, "pm": _LAST_HOUR, "noon": _LAST_HOUR, "afternoon": _LAST_HOUR, "night": 0}
    if hour == _LAST_HOUR:
        return twelve.get(part or "")
    if part == "night":
        return hour if hour <= _LAST_AT_NIGHT else hour + _LAST_HOUR
    if part == "noon":
        return hour if hour >= _FIRST_AT_NOON else hour + _LAST_HOUR
    if part in ("am", "morning"):
        return hour
    return hour + _LAST_HOUR if part is not None else None
