"""Names that one article gives, looked for in the words of another.

What belongs here: finding a known name where no engine saw one. Words are compared by their sounds, so the script plays
no part; the less a name weighs, the more exactly it must be met.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdiff.align.actors.units import Unit
from newsdiff.parse.names.batch import word_matrix
from newsdiff.parse.names.forms import NameForm, Word, has_definite_article, is_particle
from newsdiff.parse.names.similarity import weigh

FULL_ACROSS_SCRIPTS = 0.80
FULL_WITHIN_SCRIPT = 0.92
WEAKEST_WORD = 0.5
SINGLE = ((6, 0.88), (5, 0.92), (4, 0.95), (3, 0.98))
SHORTEST_EXACT = 4
SURE_OF_ARTICLE = 0.9
LONGEST_ENDING = 2
SHORTEST_INFLECTED = 5
_CASED = ("Latn", "Cyrl", "Grek")
_ARTICLES = ("al", "el", "ال")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name to look for, and the number of the actor that bears it. ``whole`` names may be met word by word alone."""

    actor: int
    form: NameForm


@dataclass(frozen=True, slots=True)
class Hit:
    """A span of an article that sounds like a wanted name."""

    actor: int
    start: int
    end: int
    score: float
    words: tuple[Word, ...]


def find_names(units: Sequence[Unit], wanted: Sequence[Wanted]) -> list[Hit]:
    """Where the wanted names are met, in order; of hits that overlap the longest and surest."""
    if not units or not wanted:
        return []
    known: dict[Word, int] = {}
    of_unit = [known.setdefault(unit.word, len(known)) for unit in units]
    sought: dict[Word, int] = {}
    for word in (word for name in wanted for word in name.form.words):
        sought.setdefault(word, len(sought))
    scores = word_matrix(list(sought), list(known))
    by_word: dict[int, list[int]] = {}
    for at, number in enumerate(of_unit):
        by_word.setdefault(number, []).append(at)
    near = {
        row: sorted(at for number in (scores[row] >= WEAKEST_WORD).nonzero()[0].tolist() for at in by_word[number])
        for row in range(len(sought))
    }
    hits: list[Hit] = []
    for name in wanted:
        rows = [sought[word] for word in name.form.words]
        if len(rows) == 1:
            hits.extend(_single_hits(name, units, near[rows[0]], scores[rows[0]].tolist(), of_unit))
        else:
            hits.extend(_full_hits(name, units, rows, near, scores, of_unit))
    return _without_overlaps(hits)


def _single_hits(
    name: Wanted, units: Sequence[Unit], near: Sequence[int], scores: Sequence[float], of_unit: Sequence[int]
) -> Iterator[Hit]:
    word = name.form.words[0]
    for at in near:
        unit = units[at]
        score = scores[of_unit[at]]
        if unit.word.script == word.script:
            met = meets_within_script(word, unit)
        else:
            met = _meets_across_scripts(word, unit, score, name.form.weight)
        if met:
            yield Hit(name.actor, unit.start, unit.end, score, (unit.word,))


def _full_hits(
    name: Wanted,
    units: Sequence[Unit],
    rows: Sequence[int],
    near: dict[int, list[int]],
    scores: object,
    of_unit: Sequence[int],
) -> Iterator[Hit]:
    """Words in the order of the name, side by side but for particles."""
    words = name.form.words
    by_place: list[dict[int, list[int]]] = []
    for row in rows[1:]:
        following: dict[int, list[int]] = {}
        for at in near[row]:
            following.setdefault(units[at].place, []).append(at)
        by_place.append(following)
    for first in near[rows[0]]:
        path = [first]
        for following in by_place:
            options = _next(units, path[-1], following)
            if not options:
                break
            row = rows[len(path)]
            path.append(max(options, key=lambda at: scores[row, of_unit[at]]))  # type: ignore[index]
        if len(path) < len(rows):
            continue
        met = [float(scores[row, of_unit[at]]) for row, at in zip(rows, path, strict=True)]  # type: ignore[index]
        score = weigh(met, tuple(range(len(rows))), len(rows))
        within = all(units[at].word.script == word.script for at, word in zip(path, words, strict=True))
        common = any(
            has_definite_article(units[at].word) and not word.bare.startswith(_ARTICLES) and one < SURE_OF_ARTICLE
            for at, word, one in zip(path, words, met, strict=True)
        )
        if score >= (FULL_WITHIN_SCRIPT if within else FULL_ACROSS_SCRIPTS) and not common:
            yield Hit(
                name.actor, units[path[0]].start, units[path[-1]].end, score, tuple(units[at].word for at in path)
            )


def _next(units: Sequence[Unit], at: int, following: dict[int, list[int]]) -> list[int]:
    """The units of the next word, or of the one after a particle."""
    place = units[at].place + 1
    if place in following:
        return following[place]
    between = [unit for unit in units[at + 1 : at + 6] if unit.place == place]
    if between and is_particle(between[0].word):
        return following.get(place + 1, [])
    return []


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
    """Tell whether a word of another script is this name: the fewer consonants, the more exactly."""
    if unit.word.script in _CASED and not unit.capital:
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
    for hit in sorted(hits, key=lambda hit: (-len(hit.words), -hit.score, hit.start, hit.actor)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)
