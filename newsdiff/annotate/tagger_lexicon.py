"""Words that the tagger knows from lists: common nouns of languages that write them with a capital, names.

What belongs here: asking whether a word is in a list. The lists ship as Bloom filters (Bloom 1970), a few bits a word:
a word of a list is always found, one of four hundred others is taken for one. ``training/tagger/lexicon.py`` makes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files

PROBES = 5
BITS_A_WORD = 14
_DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class WordSet:
    """A set of words as bits; ``bits`` hold eight a byte."""

    bits: bytes

    @classmethod
    def of(cls, words: Iterable[str]) -> WordSet:
        """Return the set of some words."""
        distinct = sorted(set(words))
        bits = bytearray(len(distinct) * BITS_A_WORD // 8 + 1)
        for word in distinct:
            number = number_of(word)
            for _ in range(PROBES):
                number, place = divmod(number, len(bits) * 8)
                bits[place >> 3] |= 1 << (place & 7)
        return cls(bytes(bits))

    def __contains__(self, word: str) -> bool:
        """Tell whether a word is in the set; of those that are not, one in four hundred is said to be."""
        return self.has(number_of(word))

    def has(self, number: int) -> bool:
        """Tell whether the word of a number is in the set: for a word that several sets are asked for."""
        bits, size = self.bits, len(self.bits) * 8
        for _ in range(PROBES):
            number, place = divmod(number, size)
            if not bits[place >> 3] >> (place & 7) & 1:
                return False
        return True


def number_of(word: str) -> int:
    """Return the number that a word is looked up by, of 128 bits."""
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=_DIGEST_BYTES).digest(), "little")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What is known of words: forms of common nouns as they are written; all else in small letters.

    ``persons`` are given names and surnames, ``places`` and ``organizations`` what one word names, ``organized`` words
    that many names of organizations have ("bank", "ministero").
    """

    nouns: WordSet
    persons: WordSet
    frequent_persons: WordSet
    places: WordSet
    organizations: WordSet
    organized: WordSet


@cache
def load_lexicon() -> Lexicon:
    """Load the shipped lists, once."""
    import numpy as np

    with np.load(str(files("newsdiff") / "models" / "lexicon.npz"), allow_pickle=False) as shipped:
        return Lexicon(*(WordSet(shipped[name].tobytes()) for name in Lexicon.__slots__))
