"""The dateline of a report: "SELVARA, March 9 (Wire) -", "Рим, 9 марта.", "रांची, 9 मार्च (भाषा)".

What belongs here: telling from what stands before and behind a day at the start of a line whether it is the day of the report,
not one of the event. Where a place is written, and which signs close the line, is the same in all languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsdiff.model.span import Span
from newsdiff.parse.dates.reader import FoundDate

_LINES = 5
"""Lines with text, from the first on, that may begin with a dateline: behind a title, a second one and a name."""
_LONGEST_PLACE = 40
_MOST_WORDS, _MOST_WORDS_UNCASED = 5, 3
_SHORT = 3
"""Letters of the longest word of a place's name that may be written small: "Rio de Janeiro"."""
_AGENCY = r"(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/)"
_BEFORE = re.compile(
    rf"(?:{_AGENCY}\s*[-–—]?\s*)?(?P<place>[^\W\d_][^\n\d():;!?«»“”„\"]*?)?"
    rf"(?:\s*(?P<agency>{_AGENCY})\s*[,،-]?|\s*[,،]|\s+[-–—])?\s*"
)
_AGENCY_BEHIND = re.compile(rf"\.?\s*(?:[,،]\s*)?{_AGENCY}")
_END = re.compile(r"\s*(?:(?:[.:।]\s*)?[-–—―]+(?=\s)|[.।](?=\s|$)|:(?=\s))")


def find_dateline(text: str, dates: Iterable[FoundDate]) -> FoundDate | None:
    """The day in the dateline of an article, one of its ``dates`` in order; None where it has none."""
    days = [date for date in dates if date.value.granularity == "day" and date.value.time is None]
    for line in _first_lines(text):
        first = next((date for date in days if line.start <= date.span.start < line.end), None)
        if first is not None and _is_dateline(text[line.start : line.end], line.start, first):
            return first
    return None


def _first_lines(text: str) -> Iterator[Span]:
    found = re.finditer(r"^[^\S\n]*(\S[^\n]*)", text, re.MULTILINE)
    for match, _ in zip(found, range(_LINES), strict=False):
        yield Span(match.start(1), match.end(1))


def _is_dateline(line: str, start: int, date: FoundDate) -> bool:
    head, at = line[: date.span.start - start], date.span.end - start
    before = _BEFORE.fullmatch(head) if len(head) <= 2 * _LONGEST_PLACE else None
    if before is None:
        return False
    behind = _AGENCY_BEHIND.match(line, at)
    ended = _END.match(line, behind.end() if behind else at) is not None
    place = before["place"]
    if not place:
        return behind is not None and ended
    parted = place.strip() != head.strip()
    return parted and _may_be_place(place) and (ended or behind is not None or before["agency"] is not None)


def _may_be_place(name: str) -> bool:
    """Whether words may name a place, with at most one that it lies in: "Marlow, Ohio"."""
    words = name.replace(",", " ").split()
    if len(name) > _LONGEST_PLACE or name.count(",") > 1:
        return False
    if all(letter.upper() == letter.lower() for letter in name):
        return len(words) <= _MOST_WORDS_UNCASED
    named = all(word[0].isupper() or len(word) <= _SHORT for word in words)
    return named and words[0][0].isupper() and len(words) <= _MOST_WORDS
