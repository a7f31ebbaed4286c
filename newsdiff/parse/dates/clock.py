"""Times of day: "4:12 a.m.", "um 17.30 Uhr", "alle ore 9", "सुबह 4:12 बजे", "الساعة 19:30".

What belongs here: whether an hour with its minutes is a time of day, and which. Scores, ratios, verses and durations look
the same: without a word that says so, it is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdiff.lang.calendar import DayPart
from newsdiff.lang.pack import LanguagePack
from newsdiff.model.span import Span
from newsdiff.model.values import DateValue
from newsdiff.parse.dates.clock_words import ClockWords, clock_words, in_day, key, plain_spaces
from newsdiff.parse.dates.hours import find_hours

_REACH = 60
_NOON, _MIDNIGHT, _HOUR, _DAY = 12, 24, 60, 24 * 60
_QUARTER = 15


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time of day: its span in the text and its value."""

    span: Span
    value: DateValue


@dataclass(frozen=True, slots=True)
class _Match:
    """The three parts of a possible time; every group is None where nothing of the kind is written."""

    hour: re.Match[str]
    before: re.Match[str]
    after: re.Match[str]

    def said(self, name: str) -> str | None:
        """What is written in a group before or after the hour, as the tables know it."""
        written = self.after.groupdict().get(name) or self.before.groupdict().get(name)
        return key(written) if written else None

    @property
    def minute(self) -> str | None:
        return self.hour["minute"] or self.after["minute"] or self.after["more"]


def find_times(text: str, pack: LanguagePack) -> tuple[FoundTime, ...]:
    """Find the times of day of ``text``, in order and not overlapping. Takes time linear in the length of the text."""
    words = clock_words(pack)
    text = plain_spaces(text)
    ends = [FoundTime(span, value) for span, value in find_hours(text, pack)]
    found: list[FoundTime] = []
    for hour in words.hour.finditer(text):
        if found and hour.start() < found[-1].span.end:
            continue
        window = text[max(0, hour.start() - _REACH) : hour.start()]
        before = words.before.search(window)
        after = words.after.match(text, hour.end())
        if before is None or after is None or words.range_before.search(window):
            continue
        match = _Match(hour, before, after)
        if words.range_after.match(text, after.end()) or not _is_time(match, text, words):
            continue
        value = _value(match, words)
        start = hour.start() - len(window) + _first(before)
        if value is not None and (not found or start >= found[-1].span.end):
            found.append(FoundTime(Span(start, after.end()), value))
    alone = (time for time in found if not any(time.span.overlaps(end.span) for end in ends))
    return tuple(sorted((*ends, *alone), key=lambda time: time.span))


def _first(before: re.Match[str]) -> int:
    """Where the words begin that belong to the time itself: not a preposition, and nothing in front of one."""
    begin = len(before.string)
    for name in ("shift", "clock", "part"):
        if before[name] and not (name == "part" and before["at"]):
            begin = min(begin, before.start(name))
    return begin


def _is_time(match: _Match, text: str, words: ClockWords) -> bool:
    """Whether the words around the hour say that it is one."""
    if _continues(match, text, words):
        return False
    part = words.parts.get(match.said("part") or "")
    counted = words.counted.match(text, match.after.end()) is not None
    zone = match.after["zone"] or match.after["zone_behind"]
    if match.hour["mark"] == "":
        return bool(zone) and len(match.hour["hour"]) == len(match.hour["minute"])
    mark = match.after["mark"]
    if (
        match.after["clock"]
        or (mark and key(mark) in words.clock_after)
        or (part in ("am", "pm") and not match.hour["word"])
    ):
        return True
    if match.said("clock"):
        return part is not None or not counted
    if match.hour["word"]:
        return bool(match.before["at"] and (match.said("shift") or part))
    if match.minute and (zone or (part and match.hour["mark"] == ":")):
        return True
    return bool(match.before["at"]) and not counted and _is_clock_figure(match, part, words)


def _is_clock_figure(match: _Match, part: DayPart | None, words: ClockWords) -> bool:
    """Whether a figure behind a preposition of time is a time: with minutes, a part of the day or a word for hours."""
    if part or match.after["unit"] or match.after["mark"] or match.said("shift"):
        return True
    return match.hour["mark"] == ":" or (match.hour["mark"] == "." and words.dotted)


def _continues(match: _Match, text: str, words: ClockWords) -> bool:
    """Whether a figure behind "17 Uhr" may count something ("um 17 Uhr 30 Menschen"), so that nothing is certain."""
    mark = match.after["mark"]
    if mark is None or match.after["minutes"] or key(mark) not in words.clock_after:
        return False
    return words.closed.match(text, match.after.end()) is None


def _value(match: _Match, words: ClockWords) -> DateValue | None:
    written, minute = match.hour["hour"], int(match.minute or 0)
    hour = int(written) if written else words.hours[key(match.hour["word"])]
    if hour > _MIDNIGHT or minute >= _HOUR or (hour == _MIDNIGHT and minute):
        return None
    shift = match.said("shift")
    part = words.parts.get(match.said("part") or "")
    if part == "pm" and hour == 0:
        return None
    fixed = in_day(hour, part)
    padded = bool(written and len(written) == 2 and written[0] in "0٠०")
    known = fixed is not None or padded or (words.whole_day and match.minute is not None)
    total = ((hour if fixed is None else fixed) * _HOUR + minute + words.shifts.get(shift or "", 0)) % _DAY
    step = 1 if match.minute else _QUARTER if shift else _HOUR
    zone = match.after["zone"] or match.after["zone_behind"]
    return DateValue(
        None,
        None,
        "time",
        time=f"{total // _HOUR:02}:{total % _HOUR:02}",
        time_step=step,
        half_known=known,
        zone=key(zone) if zone else None,
    )
