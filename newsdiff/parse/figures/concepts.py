"""What is counted, under one name in all languages: "personnes" and "लोग" are people, "Tote" and "погибших" the dead.

What belongs here: how the noun that a figure counts, or what is said to have befallen the people whom it counts, is found in
the lists of the pack. The names are the keys of these lists. A noun that no list has is compared by its own words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from newsdiff.lang.pack import load_pack
from newsdiff.parse.figures.found import FoundFigure
from newsdiff.parse.figures.reading import Reading
from newsdiff.parse.figures.words import PhraseTable, part_word

_ALL = "und"
PEOPLE = "people"
"""Of whom it is told by what befell them whether they are the dead, the injured or the arrested."""
_FARTHEST = 8
"""How many words away what befell those whom a figure counts no longer is theirs."""
_FARTHEST_BARE = 5
"""The same of a figure that does not say whom it counts."""
_MARK = 2
"""As how many words a mark between the two counts."""
_WALLS = frozenset(".;!?।؛()")


def name_counted(reading: Reading, noun: tuple[int, int]) -> str | None:
    """What the words of a counted noun are called in all languages; None where no list has them.

    Of several the head is taken, but for people of whom the noun says more ("injured people").
    """
    table = reading.vocabulary
    names = [name for name, _, _ in _found(reading, table.counted, *noun)]
    names = names or [name for name, _, _ in _found(reading, table.fates, *noun)]
    telling = [name for name in names if name != PEOPLE] or names
    if not telling:
        return None
    return telling[-1] if reading.vocabulary.words.heads_last else telling[0]


@cache
def tell_apart(one: str, other: str) -> bool:
    """Whether figures under two names count two things: soldiers and tanks, the dead and the injured; soldiers may be the dead."""
    words = load_pack(_ALL).figures
    mixed = any(
        kind in words.kinds_of_people and fate in words.fate_names for kind, fate in ((one, other), (other, one))
    )
    return one != other and not mixed and PEOPLE not in (one, other)


@dataclass(frozen=True, slots=True)
class _Counted:
    """A figure over the words ``start`` to ``end``, and how far from it may stand what befell whom it counts, if that is open."""

    start: int
    end: int
    reach: int


def tell_fates(reading: Reading, found: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """The figures of a text, in order; those that count people, or do not say what, under the name of what befell them.

    What befell people is told of the nearest such figure, of one alone, and never beyond another figure.
    """
    figures = [_count(reading, figure) for figure in found]
    told: dict[int, str] = {}
    spent: set[tuple[int, str]] = set()
    for _, gap, name, at in sorted(_near(reading, figures)):
        if at not in told and (gap, name) not in spent:
            told[at] = name
            spent.add((gap, name))
    return tuple(
        replace(figure, value=replace(figure.value, concept=told[at])) if at in told else figure
        for at, figure in enumerate(found)
    )


def tells_fate(reading: Reading, at: int) -> bool:
    """Whether the word at a place tells by itself what befell people: "وأصيب", "and were hurt"."""
    return any(_found(reading, reading.vocabulary.fates, at, at + 1))


def _count(reading: Reading, figure: FoundFigure) -> _Counted:
    value = figure.value
    bare = figure.kind == "quantity" and value.of is None and value.unit is None and value.concept is None
    reach = _FARTHEST if value.concept == PEOPLE else _FARTHEST_BARE if bare else 0
    return _Counted(_word_at(reading, figure.span.start), _word_at(reading, figure.span.end), reach)


def _word_at(reading: Reading, place: int) -> int:
    """The first word that begins at a place of the text or behind it."""
    return bisect_left(reading.words, place, key=lambda word: word.start)


def _near(reading: Reading, figures: Sequence[_Counted]) -> Iterator[tuple[int, int, str, int]]:
    """How many words what befell people is away from a figure; after how many figures it stands; its name; the figure."""
    for name, start, end in _found(reading, reading.vocabulary.fates, 0, len(reading.words)):
        gap = bisect_left(figures, start, key=lambda figure: figure.end)
        beside = [at for at in (gap - 1, gap) if 0 <= at < len(figures)]
        if any(figures[at].start < end and start < figures[at].end and not figures[at].reach for at in beside):
            continue
        for at in beside:
            away = _distance(reading, figures[at], start, end)
            if away is not None and away < figures[at].reach:
                yield away, gap, name, at


def _distance(reading: Reading, figure: _Counted, start: int, end: int) -> int | None:
    """How many words lie between a figure and the words ``start`` to ``end``; None where a sentence ends between them."""
    between = range(figure.end, start) if figure.end <= start else range(end, figure.start)
    if any(reading.kind(at) == "break" or reading.folded(at) in _WALLS for at in between):
        return None
    return sum(_MARK if reading.kind(at) == "mark" else 1 for at in between)


def _found(reading: Reading, table: PhraseTable[str], start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Every name of the table whose words stand from word ``start`` up to ``end``, with these words."""
    at = start
    while at < end:
        match = table.match(reading.words, at) or _match_behind_particle(reading, table, at)
        if match is not None and match[1] <= end:
            yield match[0], at, match[1]
            at = match[1]
        else:
            at += 1


def _match_behind_particle(reading: Reading, table: PhraseTable[str], at: int) -> tuple[str, int] | None:
    """The match of a word from which a proclitic is cut: "والجرحى", "and the injured"."""
    if reading.kind(at) != "word":
        return None
    word = reading.words[at]
    for particle in reading.vocabulary.proclitics:
        if word.surface.startswith(particle) and len(word.surface) > len(particle) + 1:
            match = table.match([part_word(word, len(particle))[1]], 0)
            if match is not None:
                return match[0], at + 1
    return None
