"""The names of parts: "thirds", "twenty-firsts", "Zwanzigstel", "ventunesimi", "पाँचवाँ हिस्सा", "خُمس".

What belongs here: what one part is of a whole, by the word or words that name it. How many parts there are, and of what,
is said in ``fractions``.
"""

from __future__ import annotations

from fractions import Fraction

from newsdiff.parse.figures.counted import is_content
from newsdiff.parse.figures.numbers import read_number
from newsdiff.parse.figures.reading import Reading

_TENS = range(20, 100, 10)
_FEWEST_PARTS = 4
Part = tuple[Fraction, int]


def read_part(reading: Reading, at: int) -> Part | None:
    """The part named at word ``at``, and the place behind it: one word, or tens and ones ("twenty-fifth")."""
    return (
        reading.vocabulary.fractions.match(reading.words, at) or _tens_and_ones(reading, at) or _one_word(reading, at)
    )


def _tens_and_ones(reading: Reading, at: int) -> Part | None:
    """Read "twenty-fifths", "twenty firsts": tens, and an ordinal that alone may name a part of its own."""
    table = reading.vocabulary
    tens = table.numbers.match(reading.words, at) if table.joined_parts else None
    if tens is None or tens[0] not in _TENS:
        return None
    hyphen = reading.folded(tens[1]) == "-" and reading.glued(tens[1]) and reading.glued(tens[1] + 1)
    behind = tens[1] + 1 if hyphen else tens[1]
    ones = table.joined_parts.match(reading.words, behind)
    if ones is None and hyphen:
        ones = table.fractions.match(reading.words, behind)
    if ones is None or 1 / ones[0] >= _TENS.step:
        return None
    return 1 / (tens[0] + 1 / ones[0]), ones[1]


def _one_word(reading: Reading, at: int) -> Part | None:
    """Read "venticinquesimi", "Zwanzigstel"; none where something else is called so: "un ventunesimo posto"."""
    parts = reading.part(at)
    if parts is None or reading.vocabulary.part_nouns or parts <= _FEWEST_PARTS or _is_coin(reading, at):
        return None
    return 1 / parts, at + 1


def _is_coin(reading: Reading, at: int) -> bool:
    """Whether a word for a hundredth means one of a currency ("12 centesimi"), as no unit follows it."""
    table = reading.vocabulary
    if table.subunits.match(reading.words, at) is None:
        return False
    return reading.folded(at + 1) not in table.linkers or table.units.match(reading.words, at + 2) is None


def split_numerator(reading: Reading, end: int, value: Fraction) -> tuple[Fraction, Part] | None:
    """The numerator and part of "one hundred thirty-fifths", whose hyphen binds the tens to the part.

    ``end`` is where the number ends that was read up to the hyphen, ``value`` what it is worth.
    """
    part = _tens_and_ones(reading, end - 1)
    tens = reading.vocabulary.numbers.match(reading.words, end - 1)
    if (
        part is None
        or tens is None
        or value <= tens[0]
        or reading.folded(part[1] - 1) in reading.vocabulary.single_parts
    ):
        return None
    return value - tens[0], part


def read_own_part(reading: Reading, at: int) -> Part | None:
    """A part that is sure to be one by itself: by its vowel signs ("خُمس"), by its words ("jedna trzecia"), or by the noun behind it ("خمس السكان")."""
    table = reading.vocabulary
    vowelled = table.vowelled_parts.match(reading.words, at, folding=False)
    if vowelled is not None:
        return vowelled
    phrase = table.part_phrases.match(reading.words, at)
    if phrase is not None:
        sure = reading.folded(at) not in table.definite or table.plural_wholes.match(reading.words, phrase[1])
        return phrase if sure else None
    part = table.definite_parts.match(reading.words, at)
    before = reading.folded(at - 1)
    ordinal = before in table.ordinals or (reading.glued(at) and before in table.definite)
    if part is None or ordinal or not is_content(reading, part[1]) or table.multipliers.match(reading.words, part[1]):
        return None
    noun = reading.folded(part[1])
    prefix = table.words.definite_prefix
    several = noun.endswith(table.words.definite_plurals)
    return part if noun.startswith(prefix) and len(noun) > len(prefix) + 2 and not several else None


def read_named_part(reading: Reading, at: int) -> Part | None:
    """A part with a noun for "part" behind its whole: "(आबादी का) पाँचवाँ हिस्सा"."""
    table, parts = reading.vocabulary, reading.part(at)
    if parts is None or parts < _FEWEST_PARTS or reading.folded(at - 1) not in table.part_links:
        return None
    return (1 / parts, at + 1) if table.part_nouns.match(reading.words, at + 1) is not None else None


def read_divided(reading: Reading, value: Fraction, at: int) -> Part | None:
    """A number in so many parts, "(तेईस) का पाँचवाँ भाग": what stands at word ``at`` links it to an ordinal."""
    table = reading.vocabulary
    if reading.folded(at) not in table.part_links:
        return None
    parts, end = _ordinal(reading, at + 1)
    if parts < 3:
        return None
    noun = table.part_nouns.match(reading.words, end)
    if noun is None and is_content(reading, end):
        return None
    return value / parts, noun[1] if noun is not None else end


def _ordinal(reading: Reading, at: int) -> tuple[Fraction, int]:
    """The number of an ordinal of one or more words ("एक सौ पांचवां"), zero where none stands at word ``at``."""
    parts = reading.part(at)
    if parts is not None:
        return parts, at + 1
    number = read_number(reading, at)
    last = reading.part(number.end) if number is not None else None
    if number is None or last is None or number.digits is not None:
        return Fraction(0), at
    whole = number.value + last if number.value > last else number.value * last
    return whole, number.end + 1
