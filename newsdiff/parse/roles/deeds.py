"""Verbs that tell an office: "heads", "led", "founded", "leitete", "dirigía", "أسس".

What belongs here: where such verbs stand among the words of a sentence. Whose they are is for ``clauses``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Token
from newsdiff.parse.roles.lexicon import normal

DeedKind = Literal["heads", "headed", "at_head", "founded"]
KINDS: tuple[DeedKind, ...] = ("heads", "headed", "at_head", "founded")
SHORTEST_STEM = 2
_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb at words ``start`` to ``end`` (exclusive).

    ``joined``: a conjunction is glued to it; ``has_it``: a pronoun for what it has.
    """

    start: int
    end: int
    kind: DeedKind
    joined: bool = False
    has_it: bool = False


def find_deeds(words: Sequence[Token], pack: LanguagePack) -> tuple[Deed, ...]:
    """The verbs of an office, in the order of the text, the longest first where several begin at one word."""
    phrases = _phrases(pack)
    folded = [normal(word.surface) for word in words]
    deeds: list[Deed] = []
    for at in range(len(folded)):
        if deeds and at < deeds[-1].end:
            continue
        for form, joined, has_it in _forms(folded[at], pack):
            fitting = (
                Deed(at, at + len(parts), kind, joined, has_it)
                for parts, kind in phrases.get(form, ())
                if (not has_it or len(parts) == 1) and tuple(folded[at + 1 : at + len(parts)]) == parts[1:]
            )
            deed = next(fitting, None)
            if deed is not None:
                deeds.append(deed)
                break
    return tuple(deeds)


def _forms(word: str, pack: LanguagePack) -> Iterator[tuple[str, bool, bool]]:
    """A word as it stands, and without what Arabic glues to it: whether a conjunction, whether a pronoun was."""
    for conjunction in ("", *(pack.speech.cue_prefixes if pack.people.its_endings else ())):
        if word.startswith(conjunction):
            bare = word[len(conjunction) :]
            yield bare, bool(conjunction), False
            for ending in pack.people.its_endings:
                if bare.endswith(ending) and len(bare) - len(ending) >= SHORTEST_STEM:
                    yield bare[: -len(ending)], bool(conjunction), True


@cache
def _phrases(pack: LanguagePack) -> Mapping[str, Sequence[tuple[_Phrase, DeedKind]]]:
    """The listed verbs as words, by their first one, the longest first."""
    found: defaultdict[str, list[tuple[_Phrase, DeedKind]]] = defaultdict(list)
    for kind in KINDS:
        for phrase in getattr(pack.people, kind):
            parts = tuple(map(normal, phrase.split()))
            found[parts[0]].append((parts, kind))
    return {first: sorted(entries, key=lambda entry: -len(entry[0])) for first, entries in found.items()}
