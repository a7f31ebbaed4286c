"""What reading figures works on: the words of a text with their vocabulary, and the number phrase read from them.

What belongs here: the dataclasses that all parts of the figure reader share.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from newsdiff.model.span import Span
from newsdiff.parse.figures.digits import Digits
from newsdiff.parse.figures.vocabulary import Vocabulary
from newsdiff.parse.figures.words import Word
from newsdiff.parse.syntax import Tree

MeasureKind = Literal["plain", "percent", "money", "unit"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number phrase over the words ``start`` to ``end``.

    ``digits`` where it begins with a digit string, ``bare`` where it is one word without a scale, ``scaled`` where a
    scale word or collective stands in it, ``coefficient`` the part in front of the scale, ``about`` where the word
    itself is vague ("una trentina"), ``share`` where it is a share of a whole ("two thirds"), ``whole`` where it is sure to
    be one by its form ("un italiano su tre", "one in five").
    """

    value: Fraction
    step: Fraction
    start: int
    end: int
    digits: Digits | None = None
    bare: bool = False
    scaled: bool = False
    coefficient: Fraction = Fraction(0)
    about: bool = False
    share: bool = False
    article: bool = False
    whole: bool = False


@dataclass(slots=True)
class Reading:
    """The words of a text and what reading numbers from them needs; ``tree`` where an engine has parsed it."""

    text: str
    words: Sequence[Word]
    vocabulary: Vocabulary
    decimal: str
    tree: Tree | None = None
    compound_cache: dict[str, tuple[Fraction, Fraction] | None] = field(default_factory=dict)
    part_cache: dict[str, Fraction | None] = field(default_factory=dict)
    named_cache: dict[str, bool] = field(default_factory=dict)

    def folded(self, at: int) -> str:
        """The folded word at a place, empty outside the text."""
        return self.words[at].folded if 0 <= at < len(self.words) else ""

    def kind(self, at: int) -> str:
        """The kind of the word at a place, ``break`` outside the text."""
        return self.words[at].kind if 0 <= at < len(self.words) else "break"

    def glued(self, at: int) -> bool:
        """Whether nothing stands between the word at ``at`` and the one before it, in scripts that write spaces."""
        if not 0 < at < len(self.words) or self.words[at].start != self.words[at - 1].end:
            return False
        return not (self.words[at].unspaced or self.words[at - 1].unspaced)

    def span(self, first: int, last: int) -> Span:
        """The place in the text of the words from ``first`` up to ``last`` (exclusive)."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def word_at(self, place: int) -> int:
        """The first word that begins at a place of the text or behind it."""
        return bisect_left(self.words, place, key=lambda word: word.start)

    def compound(self, at: int) -> tuple[Fraction, Fraction] | None:
        """Value and step of a number word that is written together with others."""
        reader, word = self.vocabulary.compounds, self.folded(at)
        if reader is None or self.kind(at) != "word":
            return None
        if word not in self.compound_cache:
            self.compound_cache[word] = reader.read(word)
        return self.compound_cache[word]

    def part(self, at: int) -> Fraction | None:
        """How many parts the one word at a place makes of a whole: 20 for "Zwanzigstel", "ventesimo", "बीसवां"."""
        word = self.folded(at)
        if self.kind(at) != "word" or not word.endswith(self.vocabulary.part_endings):
            return self.vocabulary.ordinal_parts.get(word)
        if word not in self.part_cache:
            self.part_cache[word] = _part_named(word, self.vocabulary)
        return self.part_cache[word]

    def alone(self, start: int, end: int) -> bool:
        """Whether the words from ``start`` up to ``end`` are all that is said, but for a mark behind them."""
        rest = len(self.words) - end
        return start == 0 and (rest == 0 or (rest == 1 and self.kind(end) in ("mark", "break")))


@dataclass(frozen=True, slots=True)
class Measure:
    """What stands behind a number, up to word ``end``; ``factor`` is what it multiplies the number by."""

    kind: MeasureKind
    end: int
    unit: str | None = None
    currency: str | None = None
    factor: Fraction = Fraction(1)
    age: bool = False


@dataclass(frozen=True, slots=True)
class Amount:
    """A number and what it measures, over the words ``start`` to ``end``; ``high`` only for a range."""

    start: int
    end: int
    number: Number
    kind: MeasureKind
    low: Fraction
    step: Fraction
    high: Fraction | None = None
    unit: str | None = None
    currency: str | None = None
    about: bool = False
    age: bool = False
    signed: bool = False
    measured: str | None = None


def _part_named(word: str, vocabulary: Vocabulary) -> Fraction | None:
    """The number in a folded word that names a part by an ending: "vent" and "esimo", "zwanzig" and "stel"."""
    for ending in vocabulary.part_endings:
        stem = word.removesuffix(ending)
        for vowel in ("", *vocabulary.words.part_vowels) if stem != word else ():
            value = vocabulary.single_numbers.get(stem + vowel)
            if value is None and vocabulary.compounds is not None:
                compound = vocabulary.compounds.read(stem + vowel)
                value = compound[0] if compound is not None else None
            if value is not None and value.denominator == 1:
                return value
    return vocabulary.ordinal_parts.get(word)


def places_behind(reading: Reading, number: Number, at: int) -> list[int]:
    """Where a currency or unit may begin: right behind the number, and behind "of" after a scale word or share."""
    places = [at]
    linked = number.scaled or number.share or (number.digits is not None and 0 < number.value < 1)
    if linked and reading.folded(at) in reading.vocabulary.linkers:
        after = at + 1
        if reading.folded(after) == "'":
            after += 1
        if reading.folded(after) in reading.vocabulary.articles:
            places.append(after + 1)
        places.append(after)
    elif number.share and reading.folded(at) in reading.vocabulary.articles:
        places.append(at + 1)
    return places
