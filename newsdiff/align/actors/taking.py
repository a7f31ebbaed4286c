"""Giving what a lookup has met to the actors whose names they are, where an engine saw something else or nothing.

What belongs here: whose a span is when a hit and mentions that stand already overlap.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence

from newsdiff.align.actors.lookup import Hit
from newsdiff.align.actors.mentions import NameMention, make_mention
from newsdiff.model import Document
from newsdiff.parse.names.similarity import compare_forms

LOOKUP_TRUST = 0.9
TOLD = 1.5
"""What it weighs that words around a name tell its kind, beside the score of an engine (at most 1)."""
SURE = 0.95
SURE_PHRASE = 0.9
FULL_NAME = 2
LIKE = 0.7
_EDGES = " \t,،;-–—/&"

Owned = tuple[NameMention, int]
"""A mention and the number of the actor that it belongs to."""
Belief = tuple[str, float]
"""The kind that an actor was before any hit, and how sure it is that there is such a name."""


class Taken:
    """The mentions of one article, found by where they stand."""

    def __init__(self, pairs: Iterable[Owned]) -> None:
        """Take the mentions, in any order; they may overlap."""
        self._pairs = sorted(pairs, key=_start)
        self._longest = max((mention.end - mention.start for mention, _ in self._pairs), default=0)

    def over(self, start: int, end: int) -> list[Owned]:
        """Return those that share a letter with a span."""
        first = bisect_left(self._pairs, start - self._longest, key=_start)
        last = bisect_left(self._pairs, end, key=_start)
        return [pair for pair in self._pairs[first:last] if start < pair[0].end]

    def add(self, pair: Owned) -> None:
        """Put one in its place."""
        insort(self._pairs, pair, key=_start)
        self._longest = max(self._longest, pair[0].end - pair[0].start)

    def remove(self, pair: Owned) -> None:
        """Take one out."""
        del self._pairs[self._pairs.index(pair, bisect_left(self._pairs, _start(pair), key=_start))]


def _start(pair: Owned) -> int:
    return pair[0].start


def take_hits(document: Document, place: int, hits: Sequence[Hit], actors: list[list[NameMention]]) -> None:
    """Give each hit to its actor, unless the span is taken by one that is better founded, or the actor lost all that it had."""
    taken = Taken(
        (mention, number) for number, mentions in enumerate(actors) for mention in mentions if mention.article == place
    )
    beliefs = [(kind_of(mentions), _trust(mentions)) for mentions in actors]
    for hit in hits:
        _take(document, place, hit, beliefs[hit.actor], actors, taken)


def _take(
    document: Document, place: int, hit: Hit, belief: Belief, actors: list[list[NameMention]], taken: Taken
) -> None:
    over = taken.over(hit.start, hit.end)
    if len(hit.words) > 1:
        over = [pair for pair in over if not _shrink(pair, hit, document, actors, taken)]
        if any((mention.start, mention.end) == (hit.start, hit.end) for mention, _ in taken.over(hit.start, hit.end)):
            return
    if any(number == hit.actor and mention.end - mention.start >= hit.end - hit.start for mention, number in over):
        return
    if any(number != hit.actor and not _gives_way(actors[number], mention, hit, place) for mention, number in over):
        return
    if not actors[hit.actor]:
        return
    kind, trust = belief
    mention = make_mention(document, place, hit.start, hit.end, kind, hit.score * LOOKUP_TRUST * trust)
    if mention is None:
        return
    for lost, number in over:
        _replace((lost, number), tuple(_rest(lost, hit, document, actors[number])), actors, taken)
    actors[hit.actor].append(mention)
    taken.add((mention, hit.actor))


def _trust(mentions: Sequence[NameMention]) -> float:
    """How sure it is that there is such a name at all: as sure as the best of its mentions, or told by the words around one."""
    return max((1.0 if mention.told else mention.score for mention in mentions), default=0.0)


def _replace(pair: Owned, parts: Sequence[NameMention], actors: list[list[NameMention]], taken: Taken) -> None:
    mention, number = pair
    at = actors[number].index(mention)
    actors[number][at : at + 1] = parts
    taken.remove(pair)
    for part in parts:
        taken.add((part, number))


def _shrink(pair: Owned, hit: Hit, document: Document, actors: list[list[NameMention]], taken: Taken) -> bool:
    """Cut a mention down to the full name inside it, where the engine took a neighbour for a part of the name."""
    mention, number = pair
    if (
        number != hit.actor
        or mention.end - mention.start <= hit.end - hit.start
        or len(mention.form.words) <= len(hit.words)
    ):
        return False
    cut = make_mention(document, mention.article, hit.start, hit.end, mention.kind, mention.score)
    if cut is None:
        return False
    _replace(pair, (cut,), actors, taken)
    return True


def _gives_way(owner: Sequence[NameMention], mention: NameMention, hit: Hit, place: int) -> bool:
    """Tell whether a mention of another actor is really the name that was looked for, or only holds it."""
    if len(hit.words) > 1 and hit.score >= SURE_PHRASE:
        covered = hit.start <= mention.start and mention.end <= hit.end
        if covered and len(mention.form.words) < len(hit.words):
            return True
        if not covered and hit.score >= SURE and len(mention.form.words) > len(hit.words):
            return True
    if any(other.article != place for other in owner):
        return False
    sure = len(hit.words) > 1 or (hit.score >= SURE and len(mention.form.words) > FULL_NAME)
    return sure or hit.end - hit.start >= mention.end - mention.start


def _rest(mention: NameMention, hit: Hit, document: Document, owner: Sequence[NameMention]) -> Iterator[NameMention]:
    """What is left of a mention beside the hit, where an engine took two names for one and its actor bears the rest."""
    for start, end in ((mention.start, hit.start), (hit.end, mention.end)):
        text = document.text[start:end]
        words = text.strip(_EDGES)
        begin = start + text.find(words)
        part = make_mention(document, mention.article, begin, begin + len(words), mention.kind, mention.score)
        if part is not None and any(
            compare_forms(part.form, other.form) >= LIKE for other in owner if other is not mention
        ):
            yield part


def kind_of(mentions: Sequence[NameMention]) -> str:
    """The kind with the highest sum of scores, where what the words around a name tell counts more; a person by default.

    That a name stands where places stand tells it from a person, not from an organization.
    """
    votes: dict[str, float] = {}
    organized = any(mention.kind == "organization" for mention in mentions)
    for mention in mentions:
        told = mention.told and not (organized and mention.kind == "place")
        votes[mention.kind] = votes.get(mention.kind, 0.0) + mention.score + (TOLD if told else 0.0)
    return max(sorted(votes), key=lambda kind: votes[kind]) if votes else "person"
