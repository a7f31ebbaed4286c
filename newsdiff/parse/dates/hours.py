"""Spans of hours, both ends times of day: "9 bis 17 Uhr", "dalle 9 alle 17", "open from 9 to 5", "सुबह 9 से शाम 5 बजे".

What belongs here: when two bare hours with a word or a dash between them are such a span. Counts and scores look the same:
without a word of the clock behind, a pair of words that only hours have, or one for opening hours, they are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from newsdiff.lang.calendar import DayPart
from newsdiff.lang.pack import LanguagePack
from newsdiff.model.span import Span
from newsdiff.model.values import DateValue
from newsdiff.parse.dates.clock_words import any_of, in_day, key

_REACH = 60
_HOUR, _NOON, _LAST = 60, 12, 24
_GAP = re.compile(r"(?<=\d)\D+(?=\d)")
_NUMBER = r"(?P<hour{0}>[0-9٠-٩०-९]{{1,2}})(?:[:.](?P<minute{0}>[0-9٠-٩०-९]{{2}}))?(?!\d|[.,:/٫٬]\d)"


@dataclass(frozen=True, slots=True)
class _HourWords:
    """The span itself, matched from its first figure; what may stand in front of it, and what shows that it stands alone."""

    span: re.Pattern[str]
    before: re.Pattern[str]
    opened: re.Pattern[str]
    closed: re.Pattern[str]
    parts: dict[str, DayPart]


def find_hours(text: str, pack: LanguagePack) -> tuple[tuple[Span, DateValue], ...]:
    """Both ends of every span of hours, in order; ``text`` has plain spaces. Takes time linear in its length."""
    if not _are_joined(text, pack):
        return ()
    words = _hour_words(pack)
    found: list[tuple[Span, DateValue]] = []
    for match in words.span.finditer(text):
        window = text[max(0, match.start() - _REACH) : match.start()]
        before = words.before.search(window)
        if before is None or not _is_sure(match, before, window, text, words):
            continue
        named = [before.start(name) for name in ("clock", "part") if before[name]]
        start = match.start() - len(window) + min(named, default=len(window))
        ends = _values(match, before["part"], words)
        if ends is not None:
            second = min(match.start(name) for name in ("hour2", "part2", "clock2") if match[name])
            found += [(Span(start, match.end("first")), ends[0]), (Span(second, match.end("second")), ends[1])]
    return tuple(found)


def _are_joined(text: str, pack: LanguagePack) -> bool:
    """Whether a dash or a word joins two figures: else there is no span, and its expression need not be compiled."""
    gaps = [gap.lower() for gap in _GAP.findall(text)]
    return any(link in gap for gap in gaps for link in _links(pack))


@cache
def _links(pack: LanguagePack) -> tuple[str, ...]:
    words = pack.calendar
    return ("-", "–", *(f" {link.lower()} " for link in (*words.hours_until, *words.hours_to)))


def _is_sure(match: re.Match[str], before: re.Match[str], window: str, text: str, words: _HourWords) -> bool:
    """Whether something says that the figures are hours: the clock behind, their prepositions, or opening hours."""
    if match["after2"]:
        return re.match(r" ?\d", text[match.end() :][:2]) is None
    part = match["day_part2"]
    if part and words.parts[key(part)] in ("am", "pm"):
        return True
    alone = part is not None or words.closed.match(text, match.end()) is not None
    if not (before["start"] and alone):
        return False
    return match["sure"] is not None or words.opened.search(window) is not None


def _values(match: re.Match[str], part: str | None, words: _HourWords) -> tuple[DateValue, DateValue] | None:
    hours = int(match["hour1"]), int(match["hour2"])
    latest = max(int(match["minute1"] or 0), int(match["minute2"] or 0))
    if max(hours) > _LAST or latest >= _HOUR or hours[0] == hours[1]:
        return None
    known = max(hours) > _NOON
    said = part or match["day_part1"], match["part2"] or match["day_part2"]
    first, second = (words.parts.get(key(word)) if word else None for word in said)
    return (
        _value(hours[0], match["minute1"], first, known=known),
        _value(hours[1], match["minute2"], second, known=known),
    )


def _value(hour: int, minute: str | None, part: DayPart | None, *, known: bool) -> DateValue:
    """A time of day; ``known`` where the figures of the span show that they are counted to 24."""
    fixed = in_day(hour, part)
    time = f"{(hour if fixed is None else fixed) % _LAST:02}:{int(minute or 0):02}"
    step = 1 if minute else _HOUR
    return DateValue(None, None, "time", time=time, time_step=step, half_known=known or fixed is not None)


@cache
def _hour_words(pack: LanguagePack) -> _HourWords:
    """Compile the words of a pack."""
    words = pack.calendar
    parts, clock = any_of(words.day_parts, opened=False), any_of(words.clock_after, opened=False)
    units = any_of(words.clock_units, opened=False)
    announced = any_of(words.clock_before, opened=False, closed=False)
    start = any_of(words.hours_from, closed=False)
    until, to = (any_of(listed, opened=False, closed=False) for listed in (words.hours_until, words.hours_to))
    first, second = (_NUMBER.format(number) for number in (1, 2))
    return _HourWords(
        span=re.compile(
            rf"(?<![\w.,:/٫٬–\-$€£₹#])(?P<first>{first}(?: ?(?:{clock}|(?P<day_part1>{parts})|{units}))?)"
            rf"(?: ?[-–] ?| (?:(?P<sure>{until})|{to}) )"
            rf"(?P<second>(?:(?P<clock2>{announced}) )?(?:(?P<part2>{any_of(words.day_parts, opened=False, closed=False)}) )?"
            rf"{second}(?: ?(?:(?P<after2>{clock})|(?P<day_part2>{parts})|{units}))?)",
            re.IGNORECASE,
        ),
        before=re.compile(
            rf"(?:(?P<start>{start}) )?(?:(?P<clock>{announced}) )?(?:(?P<part>{any_of(words.day_parts, closed=False)}) )?\Z",
            re.IGNORECASE,
        ),
        opened=re.compile(rf"{any_of(words.hours_words)}[^.;!?।؟]*\Z", re.IGNORECASE),
        closed=re.compile(r" *(?:[^\w\s%°$€£₹.,:/-]|[.,:](?!\d)|$)", re.MULTILINE),
        parts={key(word): part for word, part in words.day_parts.items()},
    )
