"""Digits that count nothing: years, scores, times, versions, house and page numbers, names of models, list numbers.

What belongs here: the reasons to refuse a number, by its shape and by the words around it.
"""

from __future__ import annotations

from fractions import Fraction

from newsdiff.parse.figures.counted import is_content
from newsdiff.parse.figures.fates import begins_fate, tells_fate
from newsdiff.parse.figures.reading import Number, Reading

_CHAIN_MARKS = frozenset("-/.:·&")
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_FIRST_OLD_YEAR = 1000
_LONGEST_AGE = 115
_LAST_CHILD = 13
_FEW = 20
_HOURS = 24
_THOUSAND = 1000
_LARGEST_DOTTED = 200
_LATIN_LIMIT = "\u0590"


def chain_end(reading: Reading, at: int) -> int | None:
    """The end of a chain of digit strings that is no figure: a score, a time, a date, a telephone number."""
    end, links, marks = at, 0, set()
    while (
        reading.kind(end) == "digits" and reading.folded(end + 1) in _CHAIN_MARKS and reading.kind(end + 2) == "digits"
    ):
        if not (reading.glued(end + 1) and reading.glued(end + 2)):
            break
        marks.add(reading.folded(end + 1))
        end, links = end + 2, links + 1
    if not links:
        return at + 3 if _is_spaced_score(reading, at) else None
    if links == 1 and "/" in marks and _is_small_fraction(reading, at):
        return None
    if links > 1 or marks & {":", "/", "&"} or ("-" in marks and reading.words[end].surface[0] == "0"):
        return end + 1
    return end + 1 if "-" in marks and _is_score(reading, at, end) else None


def _is_spaced_score(reading: Reading, at: int) -> bool:
    """Whether "38 - 17" stands here: two bare numbers about a hyphen, the larger one first."""
    if reading.folded(at + 1) != "-" or reading.kind(at + 2) != "digits" or reading.kind(at) != "digits":
        return False
    left, right = reading.words[at].surface, reading.words[at + 2].surface
    short = left.isdigit() and right.isdigit() and len(left) <= 3 and len(right) <= 3
    return short and int(left) >= int(right) and reading.kind(at + 3) in ("word", "break")


def _is_small_fraction(reading: Reading, at: int) -> bool:
    over, under = reading.words[at].surface, reading.words[at + 2].surface
    return over.isdigit() and under.isdigit() and 0 < int(over) < int(under) <= 10


def _is_score(reading: Reading, first: int, last: int) -> bool:
    """Whether a pair is no range: the larger one first. A score that is sure to be one is read by ``scores``."""
    left, right = reading.words[first].surface, reading.words[last].surface
    if not (left.isdigit() and right.isdigit() and len(left) <= 3 and len(right) <= 3):
        return False
    return int(left) >= int(right) or int(left) == 0


def is_glued(reading: Reading, number: Number, *, measured: bool) -> bool:
    """Whether digits are part of a name or a longer sign: "E5", "GPT-4", "3D", "21st", "#5", "24/7".

    What is glued behind a ``measured`` number is its unit.
    """
    start, end = number.start, number.end
    table = reading.vocabulary
    if reading.glued(start):
        before = reading.words[start - 1]
        if before.kind == "word" and before.folded not in table.proclitics:
            return True
        if before.surface in "/_@#\\=&+:" and not (before.surface == "+" and number.value < 1000):
            return True
        if before.folded in "-." and reading.glued(start - 1) and reading.kind(start - 2) in ("word", "digits"):
            return True
    if not measured and reading.glued(end) and number.end == start + 1:
        after = reading.words[end]
        if after.kind == "word":
            return after.surface[0] < _LATIN_LIMIT or after.folded in table.ordinal_endings
        if after.folded == "-" and reading.folded(end + 1) in table.ordinal_endings:
            return True
        if after.surface in "/_@:=" and reading.glued(end + 1):
            return True
        if after.surface in "ºª°":
            return True
    return False


def is_label(reading: Reading, number: Number, *, counted: bool, people: bool = False) -> bool:
    """Whether the words around make a number the name of something: "number 9", "§ 5", "page 12", "alle 16".

    ``people`` where it counts people: a noun in front numbers none of these, unless the language puts nouns before nouns
    ("Flight 12 passengers", but "В больнице 14 человек").
    """
    table, start, end = reading.vocabulary, number.start, number.end
    if number.digits is not None and number.digits.marked and table.clock_before.match_back(reading.words, start):
        return number.value < _HOURS and number.digits.step == Fraction(1, 100) and not counted
    if number.scaled:
        return False
    if number.digits is not None and number.digits.marked:
        return not counted and table.labels.match_back(reading.words, start) is not None
    label = table.labels.match_back(reading.words, start)
    apart = counted and table.words.nouns_capitalised and number.value >= _FEW and reading.kind(start - 1) == "word"
    apart = apart or (people and not table.words.heads_last and reading.kind(start - 1) == "word")
    if (label is not None or _follows_label(reading, start)) and not apart:
        return True
    if table.clock_before.match_back(reading.words, start) and not counted and number.value <= _HOURS:
        return True
    if _ends_label(reading, end) or (number.value > 1 and table.ranked_nouns.match(reading.words, end) is not None):
        return True
    dotted = number.value < _LARGEST_DOTTED and is_dotted_ordinal(reading, start, end)
    return number.digits is not None and (_is_marked_off(reading, number) or dotted)


def _follows_label(reading: Reading, start: int) -> bool:
    """Whether "and" links a number to one that a word makes a name: the 18 of "between kilometres 12 and 18"."""
    if reading.folded(start - 1) not in reading.vocabulary.joiners or reading.kind(start - 2) != "digits":
        return False
    return reading.vocabulary.labels.match_back(reading.words, start - 2) is not None


def _is_marked_off(reading: Reading, number: Number) -> bool:
    """Whether digits stand alone in brackets or open a line as the number of a list: "[12]", "1.", "2)"."""
    start, end = number.start, number.end
    if number.value >= _THOUSAND:
        return False
    if reading.folded(start - 1) + reading.folded(end) in ("[]", "()"):
        return True
    opens_line = reading.kind(start - 1) == "break" and reading.kind(end + 1) != "break"
    return opens_line and reading.folded(end) in (".", ")") and reading.glued(end)


def _ends_label(reading: Reading, end: int) -> bool:
    """Whether a street or the like follows, with or without its name: "10 Downing Street"."""
    for at in range(end, end + 3):
        if reading.vocabulary.label_ends.match(reading.words, at) is not None:
            return True
        if reading.kind(at) != "word" or not reading.words[at].surface[0].isupper():
            return False
    return False


def is_time(reading: Reading, end: int) -> bool:
    """Whether words such as "p.m." or "Uhr" stand behind a number, or hang on it ("die 20-Uhr-Nachrichten")."""
    if reading.folded(end) == "-" and reading.glued(end) and reading.glued(end + 1):
        end += 1
    return reading.vocabulary.clock_after.match(reading.words, end) is not None


def is_dotted_ordinal(reading: Reading, start: int, end: int) -> bool:
    """Whether a full stop at word ``end`` makes the digits at word ``start`` an ordinal: "am 18. Spieltag", "25. rocznica".

    A determiner stands in front, or, where nouns have no capitals, a small letter behind shows that no sentence begins.
    """
    table, behind = reading.vocabulary, end + 1
    if "." not in table.ordinal_endings or reading.folded(end) != "." or reading.kind(behind) != "word":
        return False
    goes_on = not table.words.nouns_capitalised and reading.words[behind].surface[0].islower()
    return reading.folded(start - 1) in table.definite or (goes_on and not reading.glued(behind))


def is_year(reading: Reading, number: Number, *, bounded: bool, counted: bool) -> bool:
    """Whether bare digits are a year: 1900 to 2099 unless something is clearly counted, earlier ones behind "in".

    "Up to 2000 people" are people, though "to 2000" alone would be a year.
    """
    digits = number.digits
    if digits is None or digits.marked or number.scaled or number.value.denominator != 1:
        return False
    value = int(number.value)
    dated = reading.vocabulary.year_before.match_back(reading.words, number.start) is not None
    if _FIRST_YEAR <= value <= _LAST_YEAR:
        if not counted or dated or reading.folded(number.start - 1) in reading.vocabulary.definite:
            return not (bounded and counted and (not dated or value % 100 == 0))
        return not bounded and value % 50 != 0
    if counted or bounded or not _FIRST_OLD_YEAR <= value < _FIRST_YEAR:
        return False
    told = _is_counting(reading, number.start) or begins_fate(reading, number.end) or _is_part(reading, number.end)
    return dated or not told


def _is_part(reading: Reading, end: int) -> bool:
    """Whether it is said out of how many: "1500 من أصل 20 ألف"."""
    link = reading.vocabulary.whole_links.match(reading.words, end)
    return link is not None and reading.kind(link[1]) == "digits"


def is_calendar_year(number: Number) -> bool:
    """Whether digits in front of a word for "year" are one, not so many: "1987 roku"."""
    bare = number.digits is not None and not number.digits.marked and not number.scaled
    return bare and _FIRST_YEAR <= number.value <= _LAST_YEAR and number.value % 100 != 0


def is_model_name(reading: Reading, number: Number, *, counted: bool) -> bool:
    """Whether a whole number only tells one bearer of a name from another: "Meridian 300", "Boeing 737"."""
    digits = number.digits
    if digits is None or digits.marked or number.scaled or not digits.whole or reading.glued(number.start):
        return False
    start = number.start
    if reading.vocabulary.allowed_before.match_back(reading.words, start) is not None:
        return False
    if reading.kind(start - 1) != "word" or reading.folded(start - 1) in reading.vocabulary.definite:
        return False
    before = reading.words[start - 1]
    if not before.surface[0].isupper():
        cased = before.surface[0] < _LATIN_LIMIT
        if cased:
            return any(letter.isupper() for letter in before.surface)
        named_behind = reading.vocabulary.counted.match(reading.words, number.end) is not None
        told = counted or named_behind or _is_counting(reading, start) or _is_part(reading, number.end)
        named = not told and is_content(reading, start - 1)
        return named and not _is_listed(reading, number.end)
    if not is_content(reading, start - 1) or reading.kind(start - 2) == "break":
        return False
    if not counted:
        return not _is_counting(reading, start)
    if number.value < 10:
        return True
    named = (
        reading.folded(start - 2) in reading.vocabulary.articles
        or reading.folded(start - 2) in reading.vocabulary.definite
    )
    return named and not reading.vocabulary.words.nouns_capitalised


def _is_listed(reading: Reading, end: int) -> bool:
    """Whether the next number of a list follows: "33 and 34"."""
    return reading.folded(end) in (*reading.vocabulary.joiners, ",", "،") and reading.kind(end + 1) == "digits"


def _is_counting(reading: Reading, start: int) -> bool:
    """Whether a word such as "number of", "toll" or "total" stands shortly before, or right before what befell people."""
    table = reading.vocabulary
    if tells_fate(reading, start - 1):
        return True
    for place in range(start - 1, max(-1, start - 7), -1):
        if reading.kind(place) == "break" or reading.folded(place) in ".;!?।":
            return False
        if table.count_words.match(reading.words, place) is not None or table.measures.match(reading.words, place):
            return True
    return False


def is_lone_age(reading: Reading, number: Number) -> bool:
    """Whether digits are an age by their place alone: "Hoeveld, 57, the founder", "Hoeveld (57)"."""
    digits, start, end = number.digits, number.start, number.end
    if digits is None or digits.marked or number.scaled or not 1 <= number.value <= _LONGEST_AGE:
        return False
    if reading.vocabulary.ages_before.match_back(reading.words, start) is not None:
        return True
    name = reading.words[start - 2].surface if reading.kind(start - 2) == "word" else ""
    if not is_content(reading, start - 2) or reading.kind(start - 1) != "mark":
        return False
    marks = reading.folded(start - 1) + reading.folded(end)
    if marks[:1] == "," and number.value > _LAST_CHILD and reading.folded(end) in reading.vocabulary.agents:
        return True
    if marks == ",,":
        return name[:1].isupper() or number.value >= _FEW
    return marks == "()" and number.value > _LAST_CHILD and name[:1].isupper()
