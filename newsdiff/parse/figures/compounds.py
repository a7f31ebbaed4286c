"""Number words that are written together: "dreihundertfünfzig", "zweieinhalb", "duemilacinquecento", "trentotto".

What belongs here: cutting one word into the number words of the pack. How their values add up is said in ``arithmetic``.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from newsdiff.lang.figures import FigureWords
from newsdiff.parse.figures.arithmetic import Sum
from newsdiff.parse.figures.words import fold

_LONGEST_WORD = 64
_SHORTEST_WORD = 5
_SHORTEST_PART = 3
_LARGEST_SCALE = 10**13
_RARE_SCALE = 1_000_000
_THOUSAND = 1000


@dataclass(frozen=True, slots=True)
class CompoundReader:
    """The parts that compounds are made of: numbers to add, scales to multiply by, endings and joiners."""

    numbers: dict[str, Fraction]
    scales: dict[str, Fraction]
    endings: dict[str, Fraction]
    joiners: frozenset[str]
    ones_first: bool
    longest: int
    beginnings: frozenset[str]

    @classmethod
    def of(cls, words: FigureWords) -> CompoundReader:
        """The parts, out of the word lists of a pack."""

        def table(entries: dict[str, tuple[str, ...]]) -> dict[str, Fraction]:
            folded = ((fold(word), key) for key, spellings in entries.items() for word in spellings)
            return {word: Fraction(key) for word, key in folded if len(word) >= _SHORTEST_PART}

        numbers = {word: value for word, value in table(words.numbers).items() if value < _LARGEST_SCALE}
        scales = {word: value for word, value in table(words.scales).items() if value < _LARGEST_SCALE}
        scales |= {word: value for word, value in numbers.items() if value in (100, _THOUSAND)}
        longest = max(map(len, [*numbers, *scales]), default=0)
        endings = table(words.endings)
        usual = (word for word, value in scales.items() if value < _RARE_SCALE)
        beginnings = frozenset(word[:_SHORTEST_PART] for word in (*numbers, *usual))
        return cls(numbers, scales, endings, frozenset(map(fold, words.joiners)), words.ones_first, longest, beginnings)

    def read(self, word: str) -> tuple[Fraction, Fraction] | None:
        """Value and step of a folded compound, None where it is not made of number words through and through."""
        if not _SHORTEST_WORD <= len(word) <= _LONGEST_WORD or word[:_SHORTEST_PART] not in self.beginnings:
            return None
        parts = self._cut(word)
        if parts is None or len(parts) < 2:
            return None
        total = Sum(ones_first=self.ones_first)
        joined = False
        for part in parts:
            if part in self.joiners and part not in self.numbers:
                joined = True
                continue
            taken = (part in self.scales and total.multiply(self.scales[part])) or (
                part in self.numbers and total.add(self.numbers[part], joined=joined)
            )
            if not taken and part in self.endings:
                taken = total.add_fraction(self.endings[part])
            if not taken:
                return None
            joined = False
        return None if joined else (total.value, total.step)

    def _cut(self, word: str) -> list[str] | None:
        """The cut into the fewest parts, found from the end of the word forwards in steps bounded by its length."""
        best: list[list[str] | None] = [None] * (len(word) + 1)
        best[len(word)] = []
        for start in range(len(word) - 1, -1, -1):
            for end in range(start + 1, min(len(word), start + max(self.longest, 8)) + 1):
                rest = best[end]
                part = word[start:end]
                if rest is None or not self._is_part(part, last=end == len(word), first=start == 0):
                    continue
                present = best[start]
                if present is None or len(rest) + 1 < len(present):
                    best[start] = [part, *rest]
        return best[0]

    def _is_part(self, part: str, *, last: bool, first: bool) -> bool:
        if part in self.numbers or part in self.scales:
            return True
        return (last and part in self.endings) or (not first and not last and part in self.joiners)
