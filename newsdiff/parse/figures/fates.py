"""What befell the people whom a figure counts: "12 people were injured", "of the 240 passengers, nine died".

What belongs here: which figure such words tell of, and where they tell of none: across clauses, or where they are denied.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsdiff.parse.figures.concepts import find_names, match_name
from newsdiff.parse.figures.found import FoundFigure
from newsdiff.parse.figures.lending import is_whole_of
from newsdiff.parse.figures.reading import Reading

_FARTHEST = 8
"""How many words away what befell those whom a figure counts no longer is theirs."""
_FARTHEST_BARE = 5
"""The same of a figure that does not say whom it counts."""
_MARK = 2
"""As how many words a mark between the two counts."""
_COMMA = 4
"""The same of a comma behind what befell: "one man died, twelve others were hurt"."""
_DENIED_WITHIN = 3
"""How many words before the figure and what befell may deny it: "none of the 12 was injured"."""
_OTHERS_WITHIN = 3
"""How many words before what befell people may tell that it befell others: "the funeral of the dead firefighter"."""
_COMMAS = frozenset(",،")
_WALLS = frozenset(".;!?।؛()")


@dataclass(frozen=True, slots=True)
class _Counted:
    """A figure with its bound over the words ``start`` to ``end``, and how far from it may stand what befell whom it counts, if that is open.

    ``people`` where it says what sort of people it counts: what befell them is told of them, and of no figure farther away.
    """

    start: int
    end: int
    reach: int
    people: bool


def tell_fates(reading: Reading, found: Sequence[FoundFigure]) -> tuple[FoundFigure, ...]:
    """The figures of a text, in order; those that count people, or do not say what, under the name of what befell them.

    What befell people is told of the nearest such figure, of one alone, and never beyond another figure, but of three in
    "three of the 12 people were injured". Right between two figures it is of the second, if something else befell the first
    before ("أوقف ٦٣ شخصا وأصيب ٢٧").
    """
    figures = [_count(reading, figure) for figure in found]
    near = list(_near(reading, figures))
    led = {at for _, gap, _, at, _ in near if gap == at}
    told: dict[int, str] = {}
    spent: set[tuple[int, str]] = set()
    for _, gap, name, nearest, shared in sorted(near):
        passed_on = shared and gap > nearest and nearest in led
        at = _part_of(reading, found, nearest) if gap > nearest else nearest
        if figures[at].reach and at not in told and (gap, name) not in spent and not passed_on:
            told[at] = name
            spent.add((gap, name))
    return tuple(_call(reading, figure, told[at]) if at in told else figure for at, figure in enumerate(found))


def _call(reading: Reading, figure: FoundFigure, fate: str) -> FoundFigure:
    """A figure under the name of what befell whom it counts: "entlassen" means one thing of workers, another of patients."""
    otherwise = reading.vocabulary.words.fates_otherwise.get(figure.value.concept or "", {})
    return replace(figure, value=replace(figure.value, concept=otherwise.get(fate, fate)))


def _part_of(reading: Reading, found: Sequence[FoundFigure], at: int) -> int:
    """The figure that stands for a part of what another one counts, right before that; the other itself where there is none."""
    joined = at > 0 and is_whole_of(reading.text, found[at - 1], found[at], reading.vocabulary)
    return at - 1 if joined else at


def tells_fate(reading: Reading, at: int) -> bool:
    """Whether the word at a place tells by itself what befell people: "وأصيب", "and were hurt"."""
    return any(find_names(reading, reading.vocabulary.fates, at, at + 1))


def begins_fate(reading: Reading, at: int) -> bool:
    """Whether words that tell what befell people begin at a place: "odniosło obrażenia", "were hurt"."""
    return match_name(reading, reading.vocabulary.fates, at) is not None


def _count(reading: Reading, figure: FoundFigure) -> _Counted:
    value = figure.value
    bare = figure.kind == "quantity" and value.of is None and value.unit is None and value.concept is None
    words = reading.vocabulary.words
    reach = _FARTHEST if value.concept in words.called_by_fates else _FARTHEST_BARE if bare else 0
    start = reading.word_at(figure.span.start)
    bound = reading.vocabulary.bounds_before.match_back(reading.words, start)
    people = not reach and value.concept in words.kinds_of_people
    return _Counted(start if bound is None else bound[1], reading.word_at(figure.span.end), reach, people)


def _near(reading: Reading, figures: Sequence[_Counted]) -> Iterator[tuple[int, int, str, int, bool]]:
    """How many words what befell people is away from a figure; after how many figures it stands; its name; the figure.

    And whether it is as near to another figure.
    """
    for name, start, end in find_names(reading, reading.vocabulary.fates, 0, len(reading.words)):
        gap = bisect_right(figures, start, key=lambda figure: figure.end)
        beside = [at for at in (gap - 1, gap) if 0 <= at < len(figures)]
        if any(figures[at].start < end and start < figures[at].end and not figures[at].reach for at in beside):
            continue
        aways = {at: _distance(reading, figures[at], start, end) for at in beside}
        aways = {at: away for at, away in aways.items() if figures[at].reach or figures[at].people}
        known = [away for away in aways.values() if away is not None]
        taken = min((away for at, away in aways.items() if away is not None and figures[at].people), default=_FARTHEST)
        for at, away in aways.items():
            if (
                away is None
                or away > taken
                or away >= figures[at].reach
                or _is_denied(reading, figures[at], start, end)
                or _befell_others(reading, figures[at], start, end)
            ):
                continue
            yield away, gap, name, at, known.count(away) > 1


def _distance(reading: Reading, figure: _Counted, start: int, end: int) -> int | None:
    """How many words lie between a figure and the words ``start`` to ``end``; None where another sentence or clause begins.

    So, too, where "and" leads from what befell to the figure: "one man died and twelve were hurt".
    """
    between = _between(figure, start, end)
    if len(between) >= _FARTHEST or any(_parts(reading, figure, between, at) for at in between):
        return None
    joiners = reading.vocabulary.joiners - reading.vocabulary.change_openers
    if end <= figure.start and any(reading.folded(at) in joiners for at in between):
        return None
    comma = _COMMA if end <= figure.start else _MARK
    return sum(_weight(reading, at, comma) for at in between)


def _weight(reading: Reading, at: int, comma: int) -> int:
    """As how many words the word or mark at a place counts, where a comma counts as so many."""
    if reading.folded(at) in _COMMAS:
        return comma
    return _MARK if reading.kind(at) == "mark" else 1


def _between(figure: _Counted, start: int, end: int) -> range:
    return range(figure.end, start) if figure.end <= start else range(end, figure.start)


def _parts(reading: Reading, figure: _Counted, between: range, at: int) -> bool:
    """Whether a sentence ends at a word, or a clause about others begins: "500 people protested after a man was killed".

    A clause right behind whom the figure counts is about them ("12 people who died"), and "as" may belong to what befell them
    ("listed as missing").
    """
    if reading.kind(at) == "break" or reading.folded(at) in _WALLS:
        return True
    if reading.folded(at) not in reading.vocabulary.clause_openers:
        return False
    first = next(place for place in between if reading.kind(place) == "word")
    return between.start != figure.end or at not in (first, between[-1])


def _befell_others(reading: Reading, figure: _Counted, start: int, end: int) -> bool:
    """Whether words between the two tell that those it befell are others: "400 people came to the funeral of the dead man".

    Or words shortly before it, unless the figure stands right behind ("a bomb at a funeral killed 12 people"), and shortly
    behind it where heads come last ("ölen itfaiyecinin cenazesine").
    """
    first = start
    if end < figure.start:
        while first > max(0, start - _OTHERS_WITHIN) and reading.kind(first - 1) == "word":
            first -= 1
    last = end
    while reading.vocabulary.words.heads_last and last < end + _OTHERS_WITHIN and reading.kind(last) == "word":
        last += 1
    places = (*range(first, start), *_between(figure, start, end), *range(end, last))
    return any(reading.vocabulary.fates_of_others.match(reading.words, at) is not None for at in places)


def _is_denied(reading: Reading, figure: _Counted, start: int, end: int) -> bool:
    """Whether a negation stands between the two, shortly before both in their clause, or right behind what befell."""
    first = min(start, figure.start)
    before, words = first, 0
    while before > 0 and words < _DENIED_WITHIN and _goes_on(reading, before - 1):
        before -= 1
        words += reading.kind(before) == "word"
    places = (*range(before, first), *_between(figure, start, end), end)
    if any(_denies(reading, at) for at in places):
        return True
    said = {reading.folded(at) for at in (before - 1, *places)}
    return bool(said & reading.vocabulary.negating_nouns and said & reading.vocabulary.negation_helpers)


def _goes_on(reading: Reading, at: int) -> bool:
    return reading.kind(at) == "word" or reading.folded(at) == "'"


def _denies(reading: Reading, at: int) -> bool:
    """Whether a word at a place denies by itself; a noun does beside a helper alone ("personne n'a été blessé")."""
    table = reading.vocabulary
    return reading.folded(at) in table.negators and table.seeming_negations.match(reading.words, at) is None
