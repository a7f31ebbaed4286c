"""The words of times of day of one language, compiled once into the expressions that read them.

What belongs here: how a time of day may be written, as expressions that stand around its hour. What a match means is
in ``clock``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from newsdiff.lang.calendar import CalendarWords, DayPart
from newsdiff.lang.pack import LanguagePack
from newsdiff.parse.dates.calendar import fold, mark_characters

_SPACE = "[ \u00a0\u202f\u2009]"
_LAST_HOUR = 12
_BEYOND_MARKS = 0x1000
"""Combining marks from here on belong to scripts in which no hour is written with the words of a pack."""


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
            rf"(?!\d|[.,:/٫٬–-]\d)|(?P<word>{_any(hours)})",
            re.IGNORECASE,
        ),
        before=_before(words),
        after=_after(words),
        range_before=re.compile(
            rf"(?:[-–—/]|(?:\d{_SPACE}?|{_any(hours)}{_SPACE}){_any(words.joins, opened=False)}){_SPACE}?\Z",
            re.IGNORECASE,
        ),
        range_after=re.compile(rf"{_SPACE}?[-–—/]{_SPACE}?\d"),
        counted=re.compile(rf"{_SPACE}?(?:[%$€£₹°]|{_any((*words.counted, *words.clock_not))})", re.IGNORECASE),
        closed=re.compile(rf"{_SPACE}*(?:[^\w\s]|$)", re.MULTILINE),
        hours={key(word): hour for word, hour in hours.items()},
        shifts={key(word): minutes for word, minutes in {**words.clock_shifts, **words.clock_shifts_after}.items()},
        parts={key(word): part for word, part in words.day_parts.items()},
        clock_after=frozenset(map(key, words.clock_after)),
        dotted=words.clock_dotted,
        whole_day=words.clock_whole_day,
    )


def _before(words: CalendarWords) -> re.Pattern[str]:
    clitics = "".join(map(re.escape, words.proclitics))
    announced = (f"[{clitics}]?" if clitics else "") + _any(words.clock_before, opened=False)
    about = rf"(?:{_any(words.clock_about)}{_SPACE}+)?"
    return re.compile(
        rf"(?:(?P<part>{_any(words.day_parts)}){_SPACE}+)?{about}(?:(?P<at>{_any(words.clock_at)}){_SPACE}*)?{about}"
        rf"(?:(?<!\w)(?P<clock>{announced}){_SPACE}+)?{about}(?:(?P<shift>{_any(words.clock_shifts)}){_SPACE}+)?\Z",
        re.IGNORECASE,
    )


def _after(words: CalendarWords) -> re.Pattern[str]:
    minutes = _any(words.clock_minutes)
    zone = f"(?:{_zones(words.clock_zones)})"
    return re.compile(
        rf"(?:{_SPACE}?(?P<mark>{_any(words.clock_marks, opened=False, closed=False)}){_SPACE}?(?P<minute>\d{{1,2}})(?!\d)"
        rf"(?:{_SPACE}(?P<minutes>{minutes}))?)?"
        rf"(?:{_SPACE}{_any(words.clock_and, closed=False)}{_SPACE}?(?P<more>\d{{1,2}}){_SPACE}{minutes})?"
        rf"(?:(?!{_SPACE}{zone}){_SPACE}?(?:(?P<clock>{_any(words.clock_after, opened=False)})|(?P<unit>{_any(words.clock_units, opened=False)})))?"
        rf"(?:{_SPACE}(?P<shift>{_any(words.clock_shifts_after)}))?"
        rf"(?:{_SPACE}?(?P<part>{_any(words.day_parts, opened=False)}))?"
        rf"(?:{_SPACE}(?P<zone>{zone})|(?={_SPACE}?\((?P<zone_behind>{zone})\)))?",
        re.IGNORECASE,
    )


def _zones(zones: Iterable[str]) -> str:
    """Abbreviations of time zones are read in capitals alone ("EST" is no "est")."""
    listed = sorted(zones, key=len, reverse=True)
    short = _any([zone for zone in listed if zone.isupper()])
    return f"(?-i:{short})|{_any([zone for zone in listed if not zone.isupper()])}"


def _any(phrases: Iterable[str], *, opened: bool = True, closed: bool = True) -> str:
    """One of the phrases, the longest first; ``opened`` and ``closed`` where no letter or digit may touch its ends."""
    listed = sorted(phrases, key=len, reverse=True)
    if not listed:
        return "(?!)"
    joined = "|".join(f"{_SPACE}".join(map(re.escape, phrase.split())) for phrase in listed)
    begin, end = f"(?<![{_letters()}])" if opened else "", f"(?![{_letters()}])" if closed else ""
    return f"{begin}(?:{joined}){end}"


@cache
def _letters() -> str:
    """What belongs to a word, for a character class: letters, digits, and all combining marks as ranges."""
    codes = [code for code in sorted(map(ord, mark_characters())) if code < _BEYOND_MARKS]
    starts = [code for at, code in enumerate(codes) if not at or codes[at - 1] != code - 1]
    ends = [code for at, code in enumerate(codes) if at == len(codes) - 1 or codes[at + 1] != code + 1]
    return "\\w" + "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))
