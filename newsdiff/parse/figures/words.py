"""Text to the words that figures are read from, and phrases found among them.

What belongs here: where a word or a digit string begins and ends, its folded form (spelling variants that mean nothing
are folded away), and the lookup of phrases of several words. Nothing here knows a language.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from newsdiff.lang.marks import IDEOGRAPHS, is_unspaced

Kind = Literal["digits", "vulgar", "word", "break", "mark"]
T = TypeVar("T")

_INDIC = "".join(f"{chr(block + 1)}-{chr(block + 0x63)}" for block in range(0x900, 0xE00, 0x80))
_MARKS = rf"\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed{_INDIC}\u0e01-\u0e4e"
_VULGAR = "¼-¾⅐-⅞"
_RAISED = "²³¹⁰⁴-⁹"
_LETTER = rf"(?:(?![{IDEOGRAPHS}{_VULGAR}{_RAISED}])[^\W\d_])"
_HARD_SIGN = "(?<=[\u0400-\u04ff])['’](?=[\u0400-\u04ff])"
"""The apostrophe that is a letter between two of Cyrillic: "сім’я", "п'ять"."""
_BIDI = "[\u200e\u200f\u202a-\u202e]"
_TOKEN = re.compile(
    r"(?P<digits>\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}(?!\d))+(?:[.,٫]\d+)?"
    rf"|(?:(?<![\w.])\.)?\d+(?:{_BIDI}{{0,2}}[.,،٫٬'’]{_BIDI}{{0,2}}\d+)*)"
    rf"|(?P<vulgar>[{_VULGAR}])"
    rf"|(?P<word>[{IDEOGRAPHS}]|{_LETTER}(?:{_LETTER}|[{_MARKS}\u200c\u200d]|{_HARD_SIGN})*)"
    r"|(?P<break>\n)|(?P<mark>[^\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])"
)
_WIDER = 0xFEE0
"""How far behind its ASCII form a full-width mark stands."""
_FOLDS = {
    **dict.fromkeys([*range(0x064B, 0x0653), 0x0670, 0x0640, 0x093C, 0x200C, 0x200D, 0x0307], None),
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    ord("ى"): "ي",
    ord("ی"): "ي",
    ord("ک"): "ك",
    ord("ँ"): "ं",
    **{0x0958 + at: letter for at, letter in enumerate("कखगजडढफय")},
    **dict.fromkeys(map(ord, "’ʼ"), "'"),
    ord("ё"): "е",
    **dict.fromkeys(map(ord, "‐‑–−"), "-"),
    **{ord(wide): chr(ord(wide) - _WIDER) for wide in "（），：；！？％－／～"},
    ord("。"): ".",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a digit string, a vulgar fraction, a mark or the end of a line, with its place in the text."""

    kind: Kind
    start: int
    end: int
    surface: str
    folded: str

    @property
    def unspaced(self) -> bool:
        """Whether its script parts words by nothing."""
        return is_unspaced(self.surface)


def fold(text: str) -> str:
    """One spelling for what is spelled in many ways: case (the dot of "İ" too), vowel signs and seats of Arabic, nukta and nasals of Hindi."""
    return text.casefold().translate(_FOLDS)


def split_words(
    text: str, known: Container[str] = (), kept: Container[str] = (), proclitics: Sequence[str] = ()
) -> list[Word]:
    """All words and marks of a text, in order.

    A proclitic is cut off where what it stands on is a ``known`` word, unless the whole is one or is to be ``kept``.
    """
    words: list[Word] = []
    for match in _TOKEN.finditer(text):
        surface = match.group()
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        word = Word(kind, match.start(), match.end(), surface, fold(surface) if kind in ("word", "mark") else surface)
        if proclitics and kind == "word" and word.folded not in known and word.folded not in kept:
            words.extend(_cut(word, known, proclitics))
        else:
            words.append(word)
    return words


def _cut(word: Word, known: Container[str], proclitics: Sequence[str]) -> tuple[Word, ...]:
    for prefix in proclitics:
        size = len(prefix)
        if len(word.surface) > size + 1 and word.surface.startswith(prefix) and fold(word.surface[size:]) in known:
            return part_word(word, size)
    return (word,)


def part_word(word: Word, size: int) -> tuple[Word, Word]:
    """A word as two, of which the first has ``size`` letters."""
    middle, head, tail = word.start + size, word.surface[:size], word.surface[size:]
    return Word("word", word.start, middle, head, fold(head)), Word("word", middle, word.end, tail, fold(tail))


class PhraseTable(Generic[T]):
    """Phrases, each with a value, found forwards from or backwards to a place among words. Longest phrase first.

    ``firsts`` are the words that phrases begin with, ``words`` all words of phrases; stems are in neither. ``longest`` is the
    number of words of the longest phrase.
    """

    __slots__ = ("_exact", "_longest_stem", "_stems", "firsts", "longest", "words")

    def __init__(self, phrases: Mapping[T, Iterable[str]], *, folding: bool = True) -> None:
        """Take the spellings of each value, folded for lookup unless ``folding`` is off."""
        self._exact: dict[tuple[str, ...], T] = {}
        self._stems: dict[str, T] = {}
        for value, spellings in phrases.items():
            for spelling in spellings:
                parts = tuple(part.folded if folding else part.surface for part in split_words(spelling))
                if len(parts) == 2 and parts[1] == "*":
                    self._stems.setdefault(parts[0], value)
                else:
                    self._exact[parts] = value
        self.longest = max(map(len, self._exact), default=0)
        self._longest_stem = max(map(len, self._stems), default=0)
        self.firsts = frozenset(parts[0] for parts in self._exact)
        self.words = frozenset(part for parts in self._exact for part in parts)

    def __bool__(self) -> bool:
        return bool(self._exact or self._stems)

    def match(self, words: Sequence[Word], at: int, *, folding: bool = True) -> tuple[T, int] | None:
        """The value of the longest phrase that begins at word ``at``, and the place behind it."""
        if at >= len(words):
            return None
        first = words[at].folded if folding else words[at].surface
        if first in self.firsts:
            parts = [word.folded if folding else word.surface for word in words[at : at + self.longest]]
            for size in range(len(parts), 0, -1):
                value = self._exact.get(tuple(parts[:size]))
                if value is not None:
                    return value, at + size
        stem = self._stem(first) if self._stems and words[at].kind == "word" else None
        return None if stem is None else (stem, at + 1)

    def match_back(self, words: Sequence[Word], end: int) -> tuple[T, int] | None:
        """The value of the longest phrase that ends before word ``end``, and the place where it begins."""
        parts = [word.folded for word in words[max(0, end - self.longest) : max(0, end)]]
        for skip in range(len(parts)):
            value = self._exact.get(tuple(parts[skip:]))
            if value is not None:
                return value, end - len(parts) + skip
        stem = self._stem(parts[-1]) if self._stems and parts else None
        return None if stem is None else (stem, end - 1)

    def _stem(self, word: str) -> T | None:
        for size in range(min(len(word), self._longest_stem), 1, -1):
            value = self._stems.get(word[:size])
            if value is not None:
                return value
        return None
