"""Names of several words, looked for in an article.

What belongs here: finding their words side by side. In the order of the name; in any order where the name is one that is
translated ("Ryder Cup", "كأس رايدر"); and where the article glues a neighbour to the name's first or last word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from newsdiff.align.actors.search import Search
from newsdiff.lang.pack import load_pack
from newsdiff.parse.names.forms import Word, has_definite_article, is_particle, make_word
from newsdiff.parse.names.similarity import compare_words, weigh

ACROSS_SCRIPTS = 0.80
WITHIN_SCRIPT = 0.92
SURE_OF_ARTICLE = 0.89
MOST_REORDERED = 4
GLUED = 0.88
BESIDE_GLUED = 0.88
SHORTEST_GLUED = 3
_CASED = ("Latn", "Cyrl", "Grek")

Found = tuple[int, int, float, tuple[Word, ...]]
"""Start and end in the article, score, and the words that were met."""


def find_phrase(words: tuple[Word, ...], search: Search) -> Iterator[Found]:
    """Where the words of a name stand side by side but for particles."""
    if any(word.meanings for word in words) and len(words) <= MOST_REORDERED:
        for order in permutations(words):
            yield from _in_order(order, search, search.meant)
    else:
        yield from _in_order(words, search, search.heard)
    yield from _glued_in_front(words, search)
    yield from _glued_behind(words, search)


def _in_order(words: Sequence[Word], search: Search, near: dict[Word, tuple[int, ...]]) -> Iterator[Found]:
    following = [_by_place(search, near[word]) for word in words[1:]]
    for first in near[words[0]]:
        path = [first, *_follow(words[1:], following, first, search)]
        if len(path) == len(words) and _is_met(words, path, search):
            yield _found(words, path, search)


def _by_place(search: Search, places: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for at in places:
        found.setdefault(search.units[at].place, []).append(at)
    return found


def _follow(words: Sequence[Word], following: Sequence[dict[int, list[int]]], at: int, search: Search) -> Iterator[int]:
    """The units of the next words, each beside the one before it; ends where one is missing."""
    for word, places in zip(words, following, strict=True):
        options = _next(search, at, places)
        if not options:
            return
        at = max(options, key=lambda option: search.score(word, option))
        yield at


def _next(search: Search, at: int, following: dict[int, list[int]]) -> list[int]:
    """The units of the next word, or of the one after a particle."""
    place = search.units[at].place + 1
    if place in following:
        return following[place]
    between = search.at_place.get(place)
    if between is not None and is_particle(search.units[between].word.bare):
        return following.get(place + 1, [])
    return []


def _is_met(words: Sequence[Word], path: Sequence[int], search: Search) -> bool:
    """Tell whether the units of the path are these words, surely enough."""
    met = [search.score(word, at) for word, at in zip(words, path, strict=True)]
    units = [search.units[at] for at in path]
    if all(unit.word.script in _CASED for unit in units) and not any(unit.capital for unit in units):
        return False
    if any(
        has_definite_article(unit.word)
        and not word.bare.startswith(load_pack("und").people.name_articles)
        and score < SURE_OF_ARTICLE
        for unit, word, score in zip(units, words, met, strict=True)
    ):
        return False
    within = all(unit.word.script == word.script for unit, word in zip(units, words, strict=True))
    return _weigh(met) >= (WITHIN_SCRIPT if within else ACROSS_SCRIPTS)


def _weigh(met: list[float]) -> float:
    return weigh(met, tuple(range(len(met))), len(met))


def _found(words: Sequence[Word], path: Sequence[int], search: Search) -> Found:
    units = [search.units[at] for at in path]
    score = _weigh([search.score(word, at) for word, at in zip(words, path, strict=True)])
    return (
        min(unit.start for unit in units),
        max(unit.end for unit in units),
        score,
        tuple(unit.word for unit in units),
    )


def _glued_in_front(words: tuple[Word, ...], search: Search) -> Iterator[Found]:
    """The first word at the end of a longer one: "أمامجين هالوران"."""
    following = [_by_place(search, search.heard[word]) for word in words[2:]]
    for second in search.heard[words[1]]:
        at = search.at_place.get(search.units[second].place - 1)
        path = [second, *_follow(words[2:], following, second, search)]
        if at is None or len(path) < len(words) - 1 or not _is_sure(words[1:], path, search):
            continue
        unit = search.units[at]
        options = [unit.surface[skip:] for skip in range(1, len(unit.surface) - SHORTEST_GLUED + 1)]
        part = _best_part(words[0], options, unit.word)
        if part is not None:
            _, end, score, met = _found(words[1:], path, search)
            yield unit.end - len(part), end, score, (make_word(part), *met)


def _glued_behind(words: tuple[Word, ...], search: Search) -> Iterator[Found]:
    """The last word at the beginning of a longer one: "جين هالورانأمام"."""
    following = [_by_place(search, search.heard[word]) for word in words[1:-1]]
    for first in search.heard[words[0]]:
        path = [first, *_follow(words[1:-1], following, first, search)]
        at = search.at_place.get(search.units[path[-1]].place + 1)
        if at is None or len(path) < len(words) - 1 or not _is_sure(words[:-1], path, search):
            continue
        unit = search.units[at]
        options = [unit.surface[:length] for length in range(SHORTEST_GLUED, len(unit.surface))]
        part = _best_part(words[-1], options, unit.word)
        if part is not None:
            start, _, score, met = _found(words[:-1], path, search)
            yield start, unit.start + len(part), score, (*met, make_word(part))


def _is_sure(words: Sequence[Word], path: Sequence[int], search: Search) -> bool:
    return all(search.sound(word, at) >= BESIDE_GLUED for word, at in zip(words, path, strict=True))


def _best_part(word: Word, options: Sequence[str], whole: Word) -> str | None:
    """The part of a longer word that is the word that is sought; None in scripts whose capitals part words anyway."""
    if whole.script in _CASED:
        return None
    scored = [(compare_words(word, make_word(option)), len(option), option) for option in options]
    best = max(scored, default=(0.0, 0, ""))
    return best[2] if best[0] >= GLUED and best[0] > compare_words(word, whole) else None
