"""Comparing times of day: on a clock of 24 hours, or of 12 where one of the two does not say which half it means."""

from __future__ import annotations

from newsdiff.kinds.kind import Comparison
from newsdiff.model import DateValue, Reason

_HOUR, _HALF_DAY, _DAY = 60, 720, 1440
_ZONE_STEP = 30


def compare_times(one: DateValue, other: DateValue) -> Comparison:
    """Compare two values with a ``time``; one that is rounded to the hour or quarter holds the minutes around it."""
    around = _DAY if one.half_known and other.half_known else _HALF_DAY
    minutes = _distance(one, other, around)
    if minutes == 0:
        return Comparison("equal", Reason("same_value", "the same time of day"))
    if one.time_step != other.time_step and minutes <= max(one.time_step, other.time_step) // 2:
        return Comparison("compatible", Reason("granularity", "one time is more exact than the other"))
    if one.zone != other.zone and minutes % _ZONE_STEP == 0:
        return Comparison("unknown", Reason("time_zone", "the times may be of two time zones"))
    return Comparison(
        "disjoint",
        Reason("different_value", "the times of day exclude each other"),
        apart=min(1.0, minutes / _HALF_DAY),
        slip=_digits(one, around) == _digits(other, around),
    )


def _distance(one: DateValue, other: DateValue, around: int) -> int:
    """The minutes between two times, the shorter way round a clock of ``around`` minutes."""
    apart = abs(_minutes(one) - _minutes(other)) % around
    return min(apart, around - apart)


def _minutes(value: DateValue) -> int:
    hour, _, minute = (value.time or "00:00").partition(":")
    return int(hour) * _HOUR + int(minute)


def _digits(value: DateValue, around: int) -> list[str]:
    """The digits of a time as a clock of ``around`` minutes shows it, in no order."""
    hour, minute = divmod(_minutes(value) % around, _HOUR)
    return sorted(f"{hour:02}{minute:02}")
