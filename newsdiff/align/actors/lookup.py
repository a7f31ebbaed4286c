"""Names that one article gives, looked for in the words of another.

What belongs here: finding a known name where no engine saw one. Words are compared by their sounds, so the script plays
no part; the less a name weighs, the more exactly it must be met.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdiff.align.actors.phrases import find_phrase
from newsdiff.align.actors.search import Search, prepare_search
from newsdiff.align.actors.units import Unit
from newsdiff.parse.names.forms import NameForm, Word

SINGLE = ((6, 0.88), (5, 0.92), (4, 0.95), (3, 0.98))
SHORTEST_EXACT = 4
LONGEST_ENDING = 2
SHORTEST_INFLECTED = 5
_CASED = ("Latn", "Cyrl", "Grek")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name to look for, and the number of the actor that bears it; an acronym is met only where it is written as one."""

    actor: int
    form: NameForm
    acronym: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A span of an article that sounds like a wanted name."""

    actor: int
    start: int
    end: int
    score: float
    words: tuple[Word, ...]


def find_names(units: Sequence[Unit], wanted: Sequence[Wanted]) -> list[Hit]:
    """Where the wanted names are met, in order; of hits that overlap the longest, surest and tightest."""
    if not units or not wanted:
        return []
    search = prepare_search(units, (word for name in wanted for word in name.form.words))
    hits: list[Hit] = []
    for name in wanted:
        if len(name.form.words) == 1:
            hits.extend(_single_hits(name, search))
        else:
            hits.extend(Hit(name.actor, *found) for found in find_phrase(name.form.words, search))
    return _without_overlaps(hits)


def _single_hits(name: Wanted, search: Search) -> Iterator[Hit]:
    word = name.form.words[0]
    for at in search.heard[word]:
        unit = search.units[at]
        if name.acronym and not _is_written_like(name.form.text, unit):
            continue
        score = search.sound(word, at)
        if unit.word.script == word.script:
            met = meets_within_script(word, unit)
        else:
            met = _meets_across_scripts(word, unit, score, name.form.weight)
        if met:
            yield Hit(name.actor, unit.start, unit.end, score, (unit.word,))


def _is_written_like(acronym: str, unit: Unit) -> bool:
    """Whether a word is in capitals as an acronym is: "WHO" is not "Who", and "Nato" not the word that opens a sentence."""
    return unit.surface.isupper() or not (acronym.isupper() or unit.opens)


def meets_within_script(word: Word, unit: Unit) -> bool:
    """Tell whether a word of the same script is this name, perhaps with an inflected ending."""
    if word.script in _CASED and not unit.capital:
        return False
    if unit.word.bare == word.bare:
        return True
    longer = len(unit.word.bare) - len(word.bare)
    return (
        word.script in _CASED
        and len(word.bare) >= SHORTEST_INFLECTED
        and 0 < longer <= LONGEST_ENDING
        and unit.word.bare.startswith(word.bare)
    )


def _meets_across_scripts(word: Word, unit: Unit, score: float, weight: int) -> bool:
    """Tell whether a word of another script is this name: the fewer consonants, the more exactly; one sign is none, however it is read."""
    if len(unit.surface) == 1 or (unit.word.script in _CASED and not unit.capital):
        return False
    needed = next((score for least, score in SINGLE if weight >= least), None)
    if needed is None:
        return _sounds_the_same(word, unit.word)
    return score >= needed and _has_its_consonants(word, unit.word)


def _sounds_the_same(word: Word, other: Word) -> bool:
    return any(
        a.vague == b.vague and len(a.vague) >= SHORTEST_EXACT and a.skeleton == b.skeleton
        for a in word.readings
        for b in other.readings
    )


def _has_its_consonants(word: Word, other: Word) -> bool:
    """Tell whether two readings have the same consonants, where there are so few that each of them counts."""
    return any(
        len(a.skeleton) > SHORTEST_EXACT or a.skeleton == b.skeleton or a.broad == b.broad
        for a in word.readings
        for b in other.readings
    )


def _without_overlaps(hits: Sequence[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    for hit in sorted(hits, key=_rank):
        at = bisect_left(kept, hit.start, key=_start)
        free = at == 0 or kept[at - 1].end <= hit.start
        if free and (at == len(kept) or hit.end <= kept[at].start):
            kept.insert(at, hit)
    return kept


def _start(hit: Hit) -> int:
    return hit.start


def _rank(hit: Hit) -> tuple[int, float, int, int, int]:
    return -len(hit.words), -hit.score, hit.end - hit.start, hit.start, hit.actor
