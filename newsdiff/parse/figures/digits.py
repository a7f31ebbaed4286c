"""Digit strings to values: digits of any script, and which of the marks between them is the decimal one.

What belongs here: the separators. A string that says by its shape how it is grouped ("1.187.400", "2,00,000", "4,4") is
read by its shape; one that does not ("1.250") by what the rest of the article does, then by the habit of the language.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

_LONGEST = 24
_HOURS, _MINUTES = 24, 60
_SPACES = " \u00a0\u202f\u2009"
_APOSTROPHES = "'’"


@dataclass(frozen=True, slots=True)
class Digits:
    """The value of a digit string, the worth of its last digit, and whether a mark or space stood in it."""

    value: Fraction
    step: Fraction
    marked: bool
    whole: bool


def plain_digits(raw: str) -> str:
    """The string with digits of every script as 0-9 and the Arabic marks as "." (decimal) and "’" (grouping).

    An Arabic comma groups where another mark stands behind it ("26،013,94"), and is a comma where none does.
    """
    if raw.isascii():
        return raw
    grouping = "،" in raw and any(mark in raw for mark in ",.٫")
    table: dict[int, str | None] = {ord(mark): _plain(mark) for mark in set(raw) if not mark.isascii()}
    return raw.translate(table | {0x066B: "\x1f", 0x066C: "’", 0x060C: "’" if grouping else ","})


def _plain(mark: str) -> str | None:
    """A digit as 0-9, a mark of direction as nothing, any other mark as it is."""
    if mark.isdigit():
        return str(unicodedata.digit(mark))
    return None if unicodedata.category(mark) == "Cf" else mark


def decimal_mark(strings: Iterable[str], habit: str) -> str:
    """The decimal mark of an article: the language's ``habit`` unless its unmistakable figures all say otherwise."""
    seen: Counter[str] = Counter()
    for raw in strings:
        text = plain_digits(raw)
        marks = [mark for mark in text if mark in ".,"]
        if len(marks) == 1 and len(text) <= _LONGEST:
            head, tail = text.split(marks[0])
            if head and len(tail) != 3 and not _is_clock(head, tail):
                seen[marks[0]] += 1
        elif len(marks) == 2 and marks[0] != marks[1]:
            seen[marks[1]] += 1
    if not habit:
        return "." if seen["."] > seen[","] and not seen[","] else "," if seen[","] and not seen["."] else ""
    other = "," if habit == "." else "."
    return other if seen[other] and not seen[habit] else habit


def _is_clock(head: str, tail: str) -> bool:
    """Whether a number may be a time of day, "19.30", and so tells nothing of the decimal mark."""
    return len(tail) == 2 and len(head) <= 2 and int(head) < _HOURS and int(tail) < _MINUTES


def read_digits(raw: str, decimal: str) -> Digits | None:
    """The value of a digit string, None for what is no number (a date, a version, a string of twenty-five digits).

    ``decimal`` is the mark to take as the decimal one where the shape leaves it open; empty means that such a mark
    groups thousands.
    """
    if len(raw) > _LONGEST:
        return None
    text = plain_digits(raw)
    if "\x1f" in text:
        return _decimal(text, "\x1f")
    if text[0] == ".":
        return _decimal("0" + text, ".") if text[1:].isdigit() else None
    marks = [mark for mark in text if not mark.isdigit()]
    if not marks:
        return None if len(text) > 1 and text[0] == "0" else Digits(Fraction(int(text)), Fraction(1), False, True)
    kinds = list(dict.fromkeys(marks))
    if len(kinds) == 2 and marks.count(kinds[1]) == 1 and kinds[1] in ".,":
        return _decimal(text, kinds[1])
    if len(kinds) > 1:
        return None
    mark = kinds[0]
    if mark in _SPACES or mark in _APOSTROPHES or len(marks) > 1:
        return _grouped(text)
    head, tail = text.split(mark)
    may_group = len(tail) == 3 and len(head) <= 3 and head[0] != "0"
    if may_group and (mark != decimal or tail == "000"):
        return _grouped(text)
    return _decimal(text, mark)


def _decimal(text: str, mark: str) -> Digits | None:
    head, tail = text.split(mark)
    whole = _grouped(head) if not head.isdigit() else Digits(Fraction(int(head)), Fraction(1), False, True)
    if whole is None or (len(head) > 1 and head[0] == "0"):
        return None
    step = Fraction(1, 10 ** len(tail))
    return Digits(whole.value + int(tail) * step, step, True, False)


def _grouped(text: str) -> Digits | None:
    parts = "".join(mark if mark.isdigit() else " " for mark in text).split(" ")
    sizes = [len(part) for part in parts]
    thousands = sizes[0] <= 3 and all(size == 3 for size in sizes[1:])
    indian = sizes[0] <= 2 and sizes[-1] == 3 and all(size == 2 for size in sizes[1:-1])
    if not (thousands or indian) or parts[0][0] == "0":
        return None
    return Digits(Fraction(int("".join(parts))), Fraction(1), True, True)
