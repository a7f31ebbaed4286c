"""What is counted, under one name in all languages: "personnes" and "लोग" are people, "Tote" and "погибших" the dead.

What belongs here: how the noun that a figure counts is found in the lists of the pack, and which names exclude each other. The
names are the keys of these lists. A noun that no list has is compared by its own words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsdiff.lang.pack import load_pack
from newsdiff.parse.figures.reading import Reading
from newsdiff.parse.figures.words import PhraseTable, part_word

_ALL = "und"
PEOPLE = "people"
"""Of whom it is told by what befell them whether they are the dead, the injured or the arrested."""


def name_counted(reading: Reading, noun: tuple[int, int]) -> str | None:
    """What the words of a counted noun are called in all languages; None where no list has them.

    Of several the head is taken, but for people of whom the noun says more ("injured people").
    """
    table = reading.vocabulary
    names = [name for name, _, _ in find_names(reading, table.counted, *noun)]
    names = names or [name for name, _, _ in find_names(reading, table.fates, *noun)]
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


@cache
def exclude(one: str, other: str) -> bool:
    """Whether nobody can be counted under both names at once: the dead are not the injured, though both may be eleven."""
    fates = load_pack(_ALL).figures.exclusive_fates
    return one != other and one in fates and other in fates


def find_names(reading: Reading, table: PhraseTable[str], start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Every name of the table whose words stand from word ``start`` up to ``end``, with these words."""
    at = start
    while at < end:
        match = match_name(reading, table, at)
        if match is not None and match[1] <= end:
            yield match[0], at, match[1]
            at = match[1]
        else:
            at += 1


def match_name(reading: Reading, table: PhraseTable[str], at: int) -> tuple[str, int] | None:
    """The name of the table whose words begin at a place, and the place behind them."""
    return table.match(reading.words, at) or _match_behind_particle(reading, table, at)


def _match_behind_particle(reading: Reading, table: PhraseTable[str], at: int) -> tuple[str, int] | None:
    """The match of words from the first of which a proclitic is cut: "والجرحى", "and the injured"."""
    if reading.kind(at) != "word":
        return None
    word = reading.words[at]
    for particle in reading.vocabulary.proclitics:
        if word.surface.startswith(particle) and len(word.surface) > len(particle) + 1:
            match = table.match([part_word(word, len(particle))[1], *reading.words[at + 1 : at + table.longest]], 0)
            if match is not None:
                return match[0], at + match[1]
    return None
