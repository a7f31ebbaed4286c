"""Why an amount is no figure: each reason a small function, all of them in one table.

What belongs here: what the number, its noun and its bound together say against it. Reasons that lie in the digits and
the words around them alone are in ``labels``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from newsdiff.lang.marks import is_ideograph
from newsdiff.parse.figures import labels
from newsdiff.parse.figures.concepts import name_counted
from newsdiff.parse.figures.counted import begins_counted, has_head, is_content
from newsdiff.parse.figures.differences import is_difference
from newsdiff.parse.figures.fates import begins_fate
from newsdiff.parse.figures.reading import Amount, Reading
from newsdiff.parse.figures.signs import is_part_of_sign
from newsdiff.parse.figures.stopwatch import in_part_of_match
from newsdiff.parse.figures.unspaced import is_part_of_word

_CENT = "cent"
_OFTEN = 10
_LAST_HOUR = 24
_NEAR = 8
_POWER = "^"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An amount that may be a figure, the words of its counted noun, and whether a word bounds it."""

    amount: Amount
    noun: tuple[int, int] | None
    bounded: bool

    @property
    def counted(self) -> bool:
        """Whether something is counted."""
        return self.noun is not None

    @property
    def open(self) -> bool:
        """Whether neither unit, range nor scale word makes a plain number sure to be a figure."""
        return self.amount.kind == "plain" and self.amount.high is None and not self.amount.number.scaled


def is_refused(reading: Reading, candidate: Candidate) -> bool:
    """Whether any reason speaks against a figure."""
    return any(refuse(reading, candidate) for refuse in _REFUSALS)


def _is_part_of_a_sign(reading: Reading, candidate: Candidate) -> bool:
    amount = candidate.amount
    measured = amount.end > amount.number.end
    if amount.kind == "money":
        return False
    in_sign = amount.number.digits is not None and is_part_of_sign(reading, amount.number.start, amount.number.end)
    return in_sign or labels.is_glued(reading, amount.number, measured=measured)


def _is_in_a_tower(reading: Reading, candidate: Candidate) -> bool:
    """Say no to the parts of "10^10^10" and of "2^n": a sign for a power that is not read with the number stands beside it."""
    amount = candidate.amount
    before, behind = {amount.start, amount.number.start}, {amount.end, amount.number.end}
    return _POWER in {reading.folded(start - 1) for start in before} | {reading.folded(end) for end in behind}


def _is_vague(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "tens of thousands", not to "some 120" where the language has one word for "several" and "some"."""
    number = candidate.amount.number
    if number.digits is not None and reading.folded(number.start - 1) in reading.vocabulary.some_words:
        return False
    return reading.vocabulary.vague.match_back(reading.words, candidate.amount.start) is not None


def _is_plural(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "тысячи людей": a number word that is the plural as well, where no bound shows that it is one."""
    number = candidate.amount.number
    plural = reading.folded(number.start) in reading.vocabulary.bounded_numbers
    return plural and not candidate.bounded and candidate.amount.high is None


def _is_minute_of_match(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "12 minutes of the second half": when something happened in a match, not how long it took."""
    timed = candidate.amount.kind == "unit" and candidate.amount.unit in ("minute", "second")
    return timed and in_part_of_match(reading, candidate.amount.end)


def _is_clock(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "9.00 y 12.00 horas": hours written as a time of day, where decimals have a comma."""
    if candidate.amount.unit != "hour" or reading.decimal == ".":
        return False
    written = reading.words[candidate.amount.number.start].surface
    hour, _, minutes = written.partition(".")
    return len(minutes) == 2 and minutes.isdigit() and hour.isdigit()


def _is_factor(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "three times", "six consecutive times", and to "divisé par deux"."""
    if candidate.amount.age:
        return False
    if candidate.open and reading.vocabulary.divisors.match_back(reading.words, candidate.amount.start) is not None:
        return True
    times = reading.vocabulary.multiplicatives
    factor = times.match(reading.words, candidate.amount.end)
    if factor is not None:
        return not _counts_occasions(reading, candidate, factor[1])
    return candidate.noun is not None and times.match(reading.words, candidate.noun[1] - 1) is not None


def _counts_occasions(reading: Reading, candidate: Candidate, end: int) -> bool:
    """Whether "times" counts how often: high digits before it, and behind it no word that compares ("17 times", not "12 times as")."""
    number = candidate.amount.number
    often = number.digits is not None and number.digits.whole and not number.scaled and number.value >= _OFTEN
    named = reading.vocabulary.occasions.match(reading.words, candidate.amount.end) is not None
    return often and named and reading.folded(end) not in reading.vocabulary.compared_after


def _is_time(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "8 Uhr", "8時", not to "950亿日元", whose unit only begins like a word of the clock."""
    amount = candidate.amount
    clock = reading.vocabulary.clock_after.match(reading.words, amount.number.end)
    return labels.is_time(reading, amount.number.end) and (clock is None or amount.end <= clock[1])


def _is_part_of_a_word(reading: Reading, candidate: Candidate) -> bool:
    return is_part_of_word(reading, candidate.amount)


def _is_ordinal(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "twenty-fifth", "двадцать пятый", and to a ten that only ends an ordinal of two words."""
    table, end = reading.vocabulary, candidate.amount.number.end
    ends_ordinal = table.words.ones_first and candidate.amount.number.value == 10
    if ends_ordinal and reading.folded(candidate.amount.start - 1) in table.ordinals:
        return True
    if candidate.amount.number.digits is None and reading.folded(end) in table.ordinal_ones:
        return candidate.amount.number.value % 10 == 0
    if reading.folded(end) != "-" or not (reading.glued(end) and reading.glued(end + 1)):
        return False
    return reading.folded(end + 1) in table.ordinals or table.fractions.match(reading.words, end + 1) is not None


def _is_article(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "ein Tag", "one of them", "nemmeno un centesimo", "not one cent": a one that counts nothing."""
    amount, table = candidate.amount, reading.vocabulary
    if not (amount.number.value == amount.low == 1 and amount.number.bare and amount.number.digits is None):
        return False
    article = reading.folded(amount.number.start) in table.articles
    if amount.unit == _CENT and reading.folded(amount.number.start - 1) in table.negators:
        return True
    if amount.kind == "unit" or amount.unit == _CENT:
        return article and not candidate.bounded and not candidate.counted
    if not candidate.open or amount.signed:
        return False
    return article or not (candidate.bounded and candidate.counted)


def _is_label(reading: Reading, candidate: Candidate) -> bool:
    plain = candidate.amount.kind == "plain"
    name = name_counted(reading, candidate.noun) if plain and candidate.noun is not None else None
    people = name in reading.vocabulary.words.kinds_of_people
    return plain and labels.is_label(reading, candidate.amount.number, counted=candidate.counted, people=people)


def _is_year(reading: Reading, candidate: Candidate) -> bool:
    number = candidate.amount.number
    if candidate.amount.unit == "year" and candidate.amount.kind == "unit":
        return labels.is_calendar_year(number)
    return candidate.open and labels.is_year(
        reading, number, bounded=candidate.bounded, counted=_counts_noun(reading, candidate)
    )


def _counts_noun(reading: Reading, candidate: Candidate) -> bool:
    """Whether what is counted looks like a noun, too, where nouns can be told by their endings; one with a name is one."""
    noun = candidate.noun
    return noun is not None and (has_head(reading, noun) or name_counted(reading, noun) is not None)


def _is_model_name(reading: Reading, candidate: Candidate) -> bool:
    if not candidate.open or candidate.bounded or candidate.amount.signed:
        return False
    return labels.is_model_name(reading, candidate.amount.number, counted=_counts_noun(reading, candidate))


def _is_pronoun(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "the two", "die drei", and to number words that are other words too, where nothing is counted."""
    number, table = candidate.amount.number, reading.vocabulary
    if not candidate.open or number.digits is not None or candidate.amount.signed:
        return False
    definite = reading.folded(number.start - 1) in table.definite
    if number.bare and reading.folded(number.start) in table.measured_numbers:
        return True
    if number.bare and reading.folded(number.start) in table.homographs:
        told = any(begins_fate(reading, at) for at in (number.end, number.end + 1))
        nameless = not (candidate.counted or told) or _is_unnamed(reading, candidate)
        if _ends_name(reading, number.start):
            return True
        cut = candidate.noun is not None and not begins_counted(reading, candidate.noun[0])
        return cut or (definite and not _counts_noun(reading, candidate)) or nameless
    return definite and not candidate.counted and not candidate.bounded


def _ends_name(reading: Reading, at: int) -> bool:
    """Whether a number word right behind an ideograph belongs to a name: "健二社長", Kenji the president."""
    behind = at > 0 and is_ideograph(reading.words[at - 1].surface[-1])
    return behind and reading.vocabulary.words.homographs_end_names


def _is_figureless(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "十分" (very): number words that with what follows mean something else, but not to the longer "十分钟"."""
    amount = candidate.amount
    phrase = reading.vocabulary.figureless.match(reading.words, amount.number.start)
    return phrase is not None and amount.end <= phrase[1]


def _is_unnamed(reading: Reading, candidate: Candidate) -> bool:
    """Whether nothing shows that the signs behind a number are a noun, where no spaces part words: "十指关", ten fingers."""
    noun = candidate.noun
    return noun is not None and reading.words[noun[0]].unspaced and name_counted(reading, noun) is None


def _is_proper(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "nell'Ottocento": a number word with a capital inside a sentence, where only names have one."""
    number, table = candidate.amount.number, reading.vocabulary
    if (
        not candidate.open
        or _counts_noun(reading, candidate)
        or number.digits is not None
        or table.words.nouns_capitalised
    ):
        return False
    before = reading.words[number.start - 1].surface if number.start else ""
    return reading.words[number.start].surface[0].isupper() and (before[:1].islower() or before in ("'", "’"))


def _is_difference(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "trois de moins", "three fewer than": how many more or fewer, not how many."""
    return candidate.open and is_difference(reading, candidate.amount, candidate.noun)


def _is_opening_hour(reading: Reading, candidate: Candidate) -> bool:
    """Say no to the bare hours of "open from 9 to 5", "dalle 9 alle 17" behind a word that speaks of opening hours."""
    amount, table = candidate.amount, reading.vocabulary
    if candidate.counted or amount.kind == "money" or amount.unit not in (None, "hour") or amount.number.scaled:
        return False
    hours = (amount.low, amount.low if amount.high is None else amount.high)
    if any(not 0 <= hour <= _LAST_HOUR or hour.denominator != 1 for hour in hours):
        return False
    words = reading.words
    linked = any(links.match(words, amount.end) for links in (table.range_links, table.range_closers)) or any(
        links.match_back(words, amount.start) for links in (table.range_links, table.range_closers)
    )
    opened = any(reading.folded(at) in table.change_openers for at in (amount.start - 1, amount.start - 3))
    if (not linked and amount.high is None) or (amount.unit is not None and not opened):
        return False
    return any(table.opening_words.match(words, at) for at in range(max(0, amount.start - _NEAR), amount.start))


def _is_title(reading: Reading, candidate: Candidate) -> bool:
    """Say no to "60 Minutes", the programme: a span of time with a capital among words that have none."""
    amount, table = candidate.amount, reading.vocabulary
    if amount.kind != "unit" or amount.number.digits is None or table.words.nouns_capitalised:
        return False
    factor = table.words.unit_factors.get(amount.unit or "")
    unit = reading.words[amount.number.end].surface if reading.kind(amount.number.end) == "word" else ""
    if factor is None or factor.dimension != "time" or not (unit[0:1].isupper() and unit[1:].islower()):
        return False
    around = (*range(max(0, amount.start - _NEAR), amount.start), *range(amount.end, amount.end + _NEAR))
    return any(is_content(reading, at) and reading.words[at].surface.islower() for at in around)


_REFUSALS: tuple[Callable[[Reading, Candidate], bool], ...] = (
    _is_part_of_a_sign,
    _is_in_a_tower,
    _is_vague,
    _is_plural,
    _is_minute_of_match,
    _is_clock,
    _is_factor,
    _is_time,
    _is_part_of_a_word,
    _is_ordinal,
    _is_article,
    _is_label,
    _is_year,
    _is_model_name,
    _is_pronoun,
    _is_figureless,
    _is_proper,
    _is_difference,
    _is_opening_hour,
    _is_title,
)
