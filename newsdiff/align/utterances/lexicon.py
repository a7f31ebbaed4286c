"""The words of a language that have an opposite, and how they are found in a clause.

What belongs here: compiling what a pack lists, and matching it, longest phrase first. What a match means is for ``opposites``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsdiff.align.utterances.words import Word, fold, words_in
from newsdiff.lang import load_pack
from newsdiff.lang.marks import is_unspaced
from newsdiff.model import Span

_NEITHER = "neither"
"""The name under which a pack lists the phrases whose words take no side ("more or less")."""
_STEM = "*"

Told = tuple[str, int, int, Span]
"""A name that a clause tells, with the places of its first word and behind its last, and where it stands in the text."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a language that have an opposite: phrases and stems by their first word, texts where no spaces part words."""

    phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
    stems: Mapping[str, str]
    unspaced: Sequence[tuple[str, str]]
    doubts: Sequence[tuple[str, ...]]
    unspaced_doubts: Sequence[str]
    prefixes: Sequence[str]
    concord: bool
    longest_stem: int

    def find(self, words: Sequence[Word]) -> Iterator[Told]:
        """Every name that words tell."""
        at = 0
        while at < len(words):
            name, size = self._match(words, at)
            if name is not None and name != _NEITHER:
                yield name, at, at + size, Span(words[at].span.start, words[at + size - 1].span.end)
            at += size

    def find_unspaced(self, source: str, part: Span) -> Iterator[Told]:
        """The same in a script without spaces, where places are all 0."""
        at = part.start
        while at < part.end:
            match = next((both for both in self.unspaced if source.startswith(both[0], at, part.end)), None)
            size = len(match[0]) if match else 1
            if match is not None and match[1] != _NEITHER:
                yield match[1], 0, 0, Span(at, at + size)
            at += size

    def leaves_open(self, words: Sequence[Word], clause: str, found: Sequence[Told]) -> bool:
        """Whether a clause says "if", "instead of" or the like, but as a part of what was found ("without danger")."""
        if self.unspaced:
            return any(doubt in clause for doubt in self.unspaced_doubts)
        folded = [word.folded for word in words]
        taken = {at for _, start, end, _ in found for at in range(start, end)}
        return any(
            tuple(folded[at : at + len(doubt)]) == doubt
            for doubt in self.doubts
            for at in range(len(folded) - len(doubt) + 1)
            if at not in taken
        )

    def _match(self, words: Sequence[Word], at: int) -> tuple[str | None, int]:
        for folded in self._readings(words[at].folded):
            for phrase, name in self.phrases.get(folded, ()):
                if tuple(word.folded for word in words[at + 1 : at + len(phrase)]) == phrase[1:]:
                    return name, len(phrase)
            for size in range(min(len(folded), self.longest_stem), 2, -1):
                if folded[:size] in self.stems:
                    return self.stems[folded[:size]], 1
        return None, 1

    def _readings(self, folded: str) -> Iterator[str]:
        yield folded
        for prefix in self.prefixes:
            if folded.startswith(prefix) and len(folded) > len(prefix) + 2:
                yield folded[len(prefix) :]


@cache
def load_lexicon(language: str) -> Lexicon:
    """The words of a language that have an opposite; none where its pack names none."""
    pack = load_pack(language)
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    stems: dict[str, str] = {}
    unspaced: list[tuple[str, str]] = []
    for name, spellings in pack.speech.opposites.items():
        for spelling in spellings:
            if is_unspaced(spelling):
                unspaced.append((spelling, name))
            elif spelling.endswith(_STEM):
                stems[fold(spelling.removesuffix(_STEM))] = name
            else:
                words = _folded(spelling)
                phrases.setdefault(words[0], []).append((words, name))
    return Lexicon(
        {first: sorted(found, key=lambda both: -len(both[0])) for first, found in phrases.items()},
        stems,
        sorted(unspaced, key=lambda both: -len(both[0])),
        [_folded(doubt) for doubt in pack.speech.opposite_doubts if not is_unspaced(doubt)],
        [doubt for doubt in pack.speech.opposite_doubts if is_unspaced(doubt)],
        tuple(map(fold, pack.figures.proclitics)),
        pack.speech.negative_concord,
        max(map(len, stems), default=0),
    )


def _folded(phrase: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words_in(phrase, Span(0, len(phrase))))
