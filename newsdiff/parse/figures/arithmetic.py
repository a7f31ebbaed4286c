"""How the parts of a number add up: "three hundred and twenty thousand million", "एक सौ पच्चीस करोड़ पैंतीस लाख".

What belongs here: the arithmetic alone, without words. A number is a sum of terms, each a group below the scale that
multiplies it; parts that do not fit are refused, and the number ends before them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

_HUNDRED = 100
_THOUSAND = 1000
_LARGEST = 10**27


@dataclass(slots=True)
class Sum:
    """A number under construction. Every method returns whether the part fitted."""

    ones_first: bool = False
    tens_join: bool = False
    terms: list[Fraction] = field(default_factory=list)
    group: Fraction | None = None
    scale: Fraction | None = None
    product: Fraction = Fraction(1)
    part_step: Fraction = Fraction(1)
    written: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing has been taken yet."""
        return not self.terms and self.group is None

    @property
    def value(self) -> Fraction:
        """What the parts taken so far make."""
        return sum(self.terms, Fraction(0)) + (self.group or 0)

    @property
    def step(self) -> Fraction:
        """The worth of the last digit that was written."""
        return self.part_step * self.product

    @property
    def multiplied(self) -> bool:
        """Whether the last part taken was a scale."""
        return self.product > 1

    def add(self, value: Fraction, *, joined: bool = False) -> bool:
        """A number word; ``joined`` where a word for "and" stands in front of it."""
        if self.group is None:
            if self.terms and value >= (self.scale or 0):
                return False
            self._begin(value, Fraction(1))
            return True
        if self.written or value == 0 or value.denominator != 1 or self.group.denominator != 1:
            return False
        room = 10 ** len(str(value.numerator))
        fits = self.group > value and self.group % room == 0
        if self.ones_first and joined and 0 < self.group % _HUNDRED < 10 and 20 <= value < _HUNDRED and value % 10 == 0:
            fits = True
        elif fits and joined and not self.tens_join:
            fits = self.group % _HUNDRED == 0
        if not fits or (value >= _HUNDRED * 10 and self.group < value):
            return False
        self.group += value
        self.product, self.part_step = Fraction(1), Fraction(1)
        return True

    def add_digits(self, value: Fraction, step: Fraction) -> bool:
        """A digit string: at the start, or a smaller one behind a scale."""
        if self.group is not None or (self.terms and (value >= (self.scale or 0) or value.denominator != 1)):
            return False
        self._begin(value, step)
        self.written = True
        return True

    def add_below_hundred(self, value: Fraction) -> bool:
        """A digit string behind "and" and a word for a hundred: "3 hundred and 21"."""
        if self.product != _HUNDRED or self.group is None or not 0 < value < _HUNDRED or value.denominator != 1:
            return False
        self.group += value
        self.product, self.part_step, self.written = Fraction(1), Fraction(1), True
        return True

    def add_fraction(self, share: Fraction) -> bool:
        """A share of the last scale, or of one: "and a half"."""
        if self.empty:
            return False
        if self.group is not None:
            unit = Fraction(1) if self.product == _HUNDRED else self.product
            self.group += share * unit
        else:
            unit = self.scale or Fraction(1)
            self.terms[-1] += share * unit
        self.product, self.part_step = Fraction(1), unit / (10 if share == Fraction(1, 2) else _HUNDRED)
        return True

    def add_share_of(self, share: Fraction, scale: Fraction) -> bool:
        """A share of a smaller scale than the last: "one billion and a half million"."""
        if self.group is not None or self.scale is None or not _THOUSAND <= scale < self.scale:
            return False
        self.terms.append(share * scale)
        self.scale, self.product, self.part_step = scale, scale, Fraction(1, 10)
        return True

    def multiply(self, scale: Fraction, *, alone: bool = True) -> bool:
        """A scale word; ``alone`` where it may stand without a number in front ("hundred", "लाख")."""
        if self.group is None and not self.terms:
            if not alone:
                return False
            self._begin(Fraction(1), Fraction(1))
        if self.value * scale > _LARGEST:
            return False
        if scale < _THOUSAND:
            if self.group is None or self.group >= scale * _HUNDRED:
                return False
            above = scale * 10
            high, low = divmod(self.group, above) if self.group.denominator == 1 else (Fraction(0), self.group)
            self.group = high * above + low * scale if low else self.group * scale
        elif self.group is None:
            if self.scale is not None and scale < self.scale:
                return False
            self.terms[-1] *= scale
        else:
            while self.terms and self.terms[-1] < scale:
                self.group += self.terms.pop()
            self.terms.append(self.group * scale)
            self.group = None
        if scale >= _THOUSAND:
            self.scale = scale
        self.product *= scale
        self.written = False
        return True

    def _begin(self, value: Fraction, step: Fraction) -> None:
        self.group, self.written = value, False
        self.product, self.part_step = Fraction(1), step
