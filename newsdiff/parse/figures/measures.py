"""What a number measures: per cent or percentage points, money, a physical unit, or nothing.

What belongs here: the signs and words right behind a number; money has a file of its own. Units are named in English;
what one of them is in SI units stands in the base pack, so that no unit library has to be loaded.
"""

from __future__ import annotations

from fractions import Fraction

from newsdiff.parse.figures.money import read_money
from newsdiff.parse.figures.reading import Measure, Number, Reading, places_behind

_SHORTEST_STEM = 3
_HALF, _TWO = Fraction(1, 2), Fraction(2)
_TENTH, _HUNDREDTH = Fraction(1, 10), Fraction(1, 100)


def read_measure(reading: Reading, number: Number) -> Measure:
    """What the words behind a number say it measures."""
    at = number.end
    if reading.folded(at) in ("-", "'") and reading.glued(at) and reading.glued(at + 1):
        at += 1
    return (
        _percent(reading, number, at)
        or read_money(reading, number, at)
        or _unit(reading, number, at)
        or Measure("plain", number.end)
    )


def measured_by_noun(reading: Reading, number: Number) -> tuple[str, int] | None:
    """What the noun behind a number with one decimal tells that it measures: "a 6.4 earthquake"."""
    if number.digits is None or number.digits.step != _TENTH:
        return None
    return reading.vocabulary.measured_nouns.match(reading.words, number.end)


def _percent(reading: Reading, number: Number, at: int) -> Measure | None:
    """Per cent, percentage points or hundredths of one, behind "of" or an article, too, where a share of one is said."""
    table = reading.vocabulary
    for place in places_behind(reading, number, at) if number.share or number.value < 1 else (at,):
        basis = table.basis_points.match(reading.words, place)
        if basis is not None:
            return Measure("percent", basis[1], "percentage_point", factor=_HUNDREDTH)
        points = table.percentage_points.match(reading.words, place)
        if points is not None:
            return Measure("percent", points[1], "percentage_point")
        percent = table.percent.match(reading.words, place)
        if percent is not None:
            return Measure("percent", percent[1], "percent")
    before = table.percent_before.match_back(reading.words, number.start)
    return Measure("percent", number.end, "percent") if before is not None and not number.scaled else None


def halves_points(reading: Reading, number: Number) -> bool:
    """Whether a share is one of a point of any kind, and so none of a whole: "un quarto di punto"."""
    places = places_behind(reading, number, number.end)
    return any(reading.folded(place) in reading.vocabulary.point_words for place in places)


def _unit(reading: Reading, number: Number, at: int) -> Measure | None:
    table = reading.vocabulary
    aged = table.age_words.match(reading.words, at)
    if aged is not None:
        return Measure("unit", aged[1], "year", age=True)
    for place in places_behind(reading, number, at):
        found = _longest_unit(reading, number, place)
        if found is None:
            continue
        unit, end = found
        if reading.folded(place) in table.ordinals and reading.folded(end) == "-" and reading.glued(end):
            continue
        if unit == "second" and table.ordinal_nouns.match(reading.words, end) is not None:
            continue
        age = table.ages_after.match(reading.words, end)
        if age is not None and unit == "year":
            return Measure("unit", age[1], unit, age=True)
        half = _and_half(reading, end)
        if half is not None and number.value and not number.share:
            return Measure("unit", half, unit, factor=1 + _HALF / number.value)
        return Measure("unit", end, unit)
    return None


def _longest_unit(reading: Reading, number: Number, place: int) -> tuple[str, int] | None:
    """The unit word or symbol at a place, whichever is longer."""
    symbol = reading.vocabulary.unit_symbols.match(reading.words, place, folding=False)
    word = (
        reading.vocabulary.units.match(reading.words, place)
        or _definite_unit(reading, number, place)
        or _compound_unit(reading, place)
    )
    if symbol is None or (word is not None and word[1] >= symbol[1]):
        return word
    return symbol if _is_symbol(reading, number, place, symbol[1]) else None


def _definite_unit(reading: Reading, number: Number, place: int) -> tuple[str, int] | None:
    """The unit with its article glued in front, behind a share: "ثلاثة أرباع الساعة"."""
    prefix, word = reading.vocabulary.words.definite_prefix, reading.folded(place)
    if not (number.share and prefix and word.startswith(prefix)):
        return None
    unit = reading.vocabulary.single_units.get(word.removeprefix(prefix))
    return (unit, place + 1) if unit is not None else None


def _compound_unit(reading: Reading, place: int) -> tuple[str, int] | None:
    """The unit at the end of a compound: "87 Verhandlungstage", "300 Höhenmeter"."""
    table, word = reading.vocabulary, reading.folded(place)
    if not table.unit_endings or reading.kind(place) != "word":
        return None
    if table.no_unit_compounds.match(reading.words, place) is not None:
        return None
    for ending, unit in table.unit_endings.items():
        if word.endswith(ending) and len(word) > len(ending) + _SHORTEST_STEM:
            return unit, place + 1
    return None


def _is_symbol(reading: Reading, number: Number, place: int, end: int) -> bool:
    """Whether a unit symbol stands behind digits, is no function word ("7,1 ha"), decade ("40s") or end of an ordinal ("7-м"), and nothing is glued to its end."""
    if reading.kind(place) == "word":
        symbol = reading.folded(place)
        other = symbol in reading.vocabulary.stops and symbol not in reading.vocabulary.own_symbols
        function_word = other and not reading.glued(place)
        decade = number.digits is not None and number.digits.whole and reading.words[place].surface == "s"
        ordinal = reading.folded(place - 1) == "-" and symbol in reading.vocabulary.ordinal_endings
        if number.digits is None or function_word or decade or ordinal:
            return False
    return not (reading.glued(end) and (reading.kind(end) in ("word", "digits") or reading.folded(end) == "'"))


def read_dual(reading: Reading, at: int) -> Number | None:
    """The number in a unit whose form says two of it, with the half behind it: "ساعتين", "طنين ونصف الطن"."""
    found = reading.vocabulary.dual_units.match(reading.words, at)
    before = reading.folded(at - 1) if reading.glued(at) else ""
    if found is None or before in reading.vocabulary.definite:
        return None
    half = _and_half(reading, found[1])
    return Number(_TWO if half is None else _TWO + _HALF, Fraction(1) if half is None else _TENTH, at, half or found[1])


def _and_half(reading: Reading, at: int) -> int | None:
    """The end of a half that stands behind the unit: "quattro anni e mezzo", "أربع سنوات ونصف السنة"."""
    table = reading.vocabulary
    if reading.folded(at) not in table.joiners:
        return None
    behind = at + 2 if reading.folded(at + 1) in table.articles else at + 1
    half = table.lone_fractions.match(reading.words, behind)
    if half is None or half[0] != _HALF:
        return None
    unit = table.units.match(reading.words, half[1])
    prefix, word = table.words.definite_prefix, reading.folded(half[1])
    if unit is None and prefix and word.removeprefix(prefix) in table.single_units:
        return half[1] + 1
    return unit[1] if unit is not None else half[1]
