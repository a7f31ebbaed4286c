"""The orders in which pieces make a date.

What belongs here: one line a kind of date, as a regular expression over the letters of the pieces (``date_pieces`` has
the alphabet). Every pattern is bounded in length, so that reading is linear. Named groups name the pieces that count; a
figure at the end of a name tells apart two places of one thing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_O = "[ot]{0,3}"
_W = rf"(?:(?P<weekday>[Ww])[.,]{{0,2}}{_O})?"
_DAY = r"(?P<day>[DOK])\.?g?"
_MONTH = r"(?P<month>[Mm])(?:[/(]?(?P<month2>M)\)?)?"
_YEAR = rf"[,.]?{_O}[yU]?{_O}(?P<year>Y)"
_WHICH_YEAR = r"(?:(?P<which_year>L)(?P<unit>U)|(?P<unit2>U)(?P<which_year2>L))"
_TAIL = rf"(?:{_YEAR}|,?{_O}{_WHICH_YEAR})?"
_PART = r"(?P<part>P)[ot-]{0,3}"
_NTH = r"(?P<nth>[OD])\.?"
_HALF = r"(?P<half>[HP])"
_OF_YEAR = rf"(?:{_YEAR}|,?{_O}{_WHICH_YEAR}|{_O}(?:(?P<unit3>U)|y))"
_WHICH_UNIT = r"(?:(?P<which>L)(?P<unit>U)|(?P<unit2>U)(?P<which2>L))"
_COUNTED = r"(?:(?P<most>[KDn])(?P<most_unit>U)[,xo]{0,2})?(?:(?P<more>[KDn])(?P<more_unit>U)[,xo]{0,2})?(?P<count>[KDn])(?P<unit>U)"

# Shape, condition, pattern; the first that matches and whose condition holds wins. Conditions, see ``date_readings``:
# md: the language puts the month first; follows: "last" may follow its noun; alone: a month needs words around it;
# bare: so does a year; noun, years_of: so does a decade; single: a weekday is not part of a name; before, after: a word for "ago" there;
# first: a word that is "first" as well as "ago"; tense: the verb tells the side; half_year: a half of
# nothing but a year; whole_first: the language may put the whole right before its part; none: a day that no month has (``impossible``); signs: digits are made years, months and days by signs.
_PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("full", "", rf"{_W}(?P<full>N)"),
    ("months", "", rf"{_MONTH}-(?P<until_month>[Mm])(?![DO]){_TAIL}"),
    ("days", "", rf"{_W}(?:(?P<range>E)|(?P<day>D)\.?-(?P<until_day>D))\.?o?{_MONTH}{_TAIL}"),
    ("nth_weekday", "", rf"(?P<nth>O)(?P<weekday>W)(?:{_O}|x){_MONTH}{_TAIL}"),
    ("nth_weekday", "", rf"(?P<nth>O)(?P<weekday>W){_O}{_WHICH_UNIT}"),
    ("nth_weekday", "", r"(?P<nth>O)(?P<weekday>W)"),
    ("nth_weekday", "", rf"(?P<nth>L)(?P<weekday>W)o{_O}{_MONTH}{_TAIL}"),
    ("nth_weekday", "", rf"{_WHICH_UNIT}o(?P<nth>O)(?P<weekday>W)"),
    ("nth_weekday", "", rf"{_MONTH}(?:{_YEAR})?o(?P<nth>O)(?P<weekday>W)"),
    ("nth_weekday", "first", rf"{_WHICH_UNIT}o(?P<first>x)(?P<weekday>W)"),
    ("nth_weekday", "first", rf"{_MONTH}(?:{_YEAR})?o(?P<first>x)(?P<weekday>W)"),
    ("nth_weekday", "first", r"Uo(?P<first>x)(?P<weekday>W)"),
    ("day", "", rf"(?P<which>L){_W}{_DAY}{_O}{_MONTH}(?!,?{_O}[yU]?{_O}Y)"),
    ("day", "follows", rf"{_W}{_DAY}{_O}{_MONTH}(?P<which>L)(?!U)"),
    ("day", "whole_first", rf"{_DAY}{_O}{_MONTH}{_TAIL}(?P<weekday>W)"),
    ("day", "", rf"{_W}{_DAY}{_O}{_MONTH}{_TAIL}"),
    ("day", "none", rf"{_W}(?P<day>n)\.?{_O}{_MONTH}{_TAIL}"),
    ("day", "", rf"{_DAY}[-/]{_MONTH}[-/](?P<year>Y)"),
    ("day", "", rf"(?P<year>Y)[-/]{_MONTH}[-/](?P<day>D)"),
    ("day", "", rf"(?P<which_year>L)(?P<unit>U)o?{_DAY}{_O}{_MONTH}"),
    ("day", "signs", rf"(?:(?P<year>Y)o?|{_WHICH_YEAR}o?)?(?P<month>M)(?P<day>D)"),
    ("month", "signs", rf"(?:(?P<year>Y)o?|{_WHICH_YEAR}o?)?(?P<month>M)(?:(?P<part>P))?"),
    ("days", "md", rf"{_W}{_MONTH}(?:(?P<range>E)|(?P<day>D)-(?P<until_day>D)){_TAIL}"),
    ("day", "md", rf"{_W}{_MONTH}t?{_DAY}{_TAIL}"),
    ("day", "md none", rf"{_W}{_MONTH}t?(?P<day>n){_TAIL}"),
    ("day", "", rf"{_W}{_MONTH},?t?{_DAY},(?P<year>Y)"),
    ("day", "", rf"{_W}{_MONTH}o(?P<day>[DOK])g{_TAIL}"),
    ("day", "", rf"{_W}(?P<day_month>j)"),
    ("month_day", "", rf"{_DAY}{_O}{_WHICH_UNIT}"),
    ("month_day", "", rf"{_WHICH_UNIT}o(?P<day>[DOK])g?"),
    ("month_day", "signs", rf"{_WHICH_UNIT}(?P<day>D)"),
    ("half_month", "", rf"{_NTH}{_HALF}{_O}{_MONTH}{_TAIL}"),
    ("month", "", rf"{_PART}{_MONTH}{_TAIL}"),
    ("month", "", rf"{_MONTH}(?:{_YEAR})?o(?P<part>P)"),
    ("month", "", rf"(?P<which>L){_MONTH}"),
    ("month", "follows", rf"{_MONTH}(?P<which>L)"),
    ("month", "", rf"{_MONTH}{_YEAR}"),
    ("month", "", rf"(?P<year>Y)o{_MONTH}"),
    ("month", "whole_first", rf"(?P<year>Y){_MONTH}"),
    ("month", "whole_first", rf"{_MONTH}(?:{_YEAR})?(?P<part>P)"),
    ("year", "whole_first", r"(?P<year>Y)(?P<part>P)"),
    ("month", "", rf"{_MONTH},?{_O}{_WHICH_YEAR}"),
    ("month", "", rf"(?P<which_year>L)(?P<unit>U)o?{_MONTH}(?:o(?P<part>P))?"),
    ("month", "alone", r"(?P<month>M)(?:[/(](?P<month2>M)\)?)?"),
    ("season", "", rf"(?:{_PART})?(?P<season>S)(?:{_YEAR}|{_O}(?P<years>Z))"),
    ("season", "", r"(?P<which>L)(?P<season>S)"),
    ("season", "follows", r"(?P<season>S)(?P<which>L)"),
    ("quarter", "", rf"(?P<year>Y)o(?:{_NTH}Q|(?P<nth2>q))"),
    ("half", "", rf"(?:(?P<year>Y)|{_WHICH_YEAR})o{_NTH}H"),
    ("quarter", "", rf"(?:{_NTH}-?Q|Q(?P<nth2>O)|(?P<nth3>q)|(?P<roman>[Xxt])Q){_TAIL}"),
    ("half", "", rf"(?:{_NTH}{_HALF}|H(?P<nth2>O)|(?P<nth3>h)|(?P<roman>[Xxt])H){_OF_YEAR}"),
    ("half", "half_year", r"(?:(?P<nth>[OD])\.?(?P<half>H)|(?P<half2>H)(?P<nth2>O))"),
    (
        "first_months",
        "",
        rf"(?:(?P<nth>O)(?P<count>[KDn])|(?P<count2>K)(?P<nth2>O)|(?P<counted>U)(?P<count3>K)(?P<nth3>O))(?P<counted2>U)?{_OF_YEAR}",
    ),
    ("first_months", "first", rf"(?:(?P<year>Y)|{_WHICH_YEAR})o(?P<first>x)(?P<count>[KDn])(?P<counted>U)"),
    ("decade", "whole_first", r"(?P<tens>C)(?P<years_of>[bU])?(?P<part>P)"),
    (
        "decade",
        "",
        rf"(?:{_PART})?(?:(?P<decade>c)|(?P<decade2>f)V[OL]|(?P<tens>C)(?P<years_of>[bU])?|(?P<year>Y)o?b)(?:o(?P<part2>P))?",
    ),
    ("decade", "", r"(?P<tens>[nD])o?(?P<years_of>b)"),
    ("decade", "years_of", r"(?P<tens>[nD])\.(?P<years_of>[bU])"),
    ("decade", "noun", rf"(?:{_PART})?(?P<noun>[XxU])o?_?(?P<tens>[nDCY])"),
    ("century", "", rf"(?:{_PART})?(?:{_NTH}[t-]?V|V(?P<nth2>O)|(?P<roman>[Xx])V|V(?P<roman2>[Xx]))(?:o(?P<part2>P))?"),
    ("year", "", rf"{_PART}[yU]?{_O}(?P<year>Y)"),
    ("year", "", r"(?P<year>Y)o(?P<part>P)"),
    ("part_of_month", "", rf"{_PART}{_WHICH_UNIT}"),
    ("part_of_month", "", r"(?P<which>L)(?P<unit>U)o(?P<part>P)"),
    ("year", "", rf"{_PART}{_WHICH_YEAR}"),
    ("year", "", rf"{_PART}(?P<unit>U)"),
    ("year", "", r"(?P<which_year>L)(?P<unit>U)o(?P<part>P)"),
    ("years", "", r"(?P<years>Z)|(?P<from>Y)-(?P<year>Y)"),
    ("year", "bare", r"(?P<year>Y)"),
    ("ago", "before", rf"(?P<ago>[xXo]){_COUNTED}"),
    ("ago", "before", r"(?P<ago>[xXo])(?P<unit>U)"),
    ("ago", "after", rf"{_COUNTED}(?P<ago>[xXo])"),
    ("ago", "after", r"(?P<one>U)(?P<ago>[xXo])"),
    ("offset", "", r"(?P<count>[KDn])(?P<unit>U)(?P<link>x)(?P<days>R)"),
    ("week_day", "", r"(?P<which>L)(?P<unit>U),?t?(?P<weekday>W)"),
    ("week_day", "", rf"(?P<weekday>W),?{_O}(?P<which>L)(?P<unit>U)"),
    ("week_day", "follows", r"(?P<unit>U)(?P<which>L),?(?P<weekday>W)"),
    ("week_day", "follows", rf"(?P<weekday>W),?{_O}(?P<unit>U)(?P<which>L)"),
    ("which", "", r"(?P<which>L)(?P<unit>U)"),
    ("which", "follows", r"(?P<unit>U)(?P<which>L)"),
    ("weekday_day", "", rf"(?P<weekday>W),?t?{_DAY}"),
    ("weekday_day", "", r"(?P<day>[DOK])g(?P<weekday>W)"),
    ("weekday", "", r"(?P<which>L)(?P<weekday>W)"),
    ("weekday", "follows", r"(?P<weekday>W)(?P<which>L)"),
    ("days_from_now", "", r"(?P<days>R),?(?P<weekday>W)(?![.,]{0,2}[ot]{0,3}[DON])"),
    ("weekday", "single", r"(?P<weekday>W)"),
    ("offset", "", r"(?P<days>R)x(?P<count>[KDn])(?P<unit>U)(?P<link>[xO])"),
    ("days_from_now", "", r"(?P<days>R)"),
    ("offset", "tense", r"(?P<days>r)x(?P<count>[KDn])(?P<unit>U)(?P<link>[xO])"),
    ("days_from_now", "tense", r"(?P<days>r)"),
)
STARTS = frozenset("jNEDOMmWwPSQHhVqcfCLUYZRrKnxXo")


class Pattern(NamedTuple):
    """A kind of date: the shape of its reading, the condition it stands under, and the order of its pieces."""

    shape: str
    condition: str
    order: re.Pattern[str]


@cache
def patterns() -> tuple[Pattern, ...]:
    """All patterns, compiled, in the order in which they are tried."""
    return tuple(Pattern(shape, condition, re.compile(order)) for shape, condition, order in _PATTERNS)
