"""Names in scripts with capitals: what their letters show to be no part of a name.

What belongs here: small words at the ends of a name, what a dash parts, and the beginning of an office that stands behind a
name ("Norvale Teknik" Direktörü); for languages that the tagger was trained on, only what it gets wrong more often than
right. Scripts without spaces have rules of their own in ``unspaced``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from newsdiff.annotate.entities import may_go_on_office, offices
from newsdiff.annotate.tokens import tokenize
from newsdiff.lang.marks import is_unspaced
from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Entity, Sentence

_DASH = re.compile(r"\s[-–—]\s")
_LONGEST_OFFICE = 60


def with_capitals(text: str, entities: Iterable[Entity], pack: LanguagePack) -> Iterator[Entity]:
    """Yield the entities of an article, cut to what may be a name; none without a capital, where the script has them."""
    for entity in entities:
        if is_unspaced(entity.surface[0]) or entity.surface.lower() == entity.surface.upper():
            yield entity
            continue
        start, end = _within(text, entity, pack)
        if start < end:
            yield Entity(entity.kind, start, end, text[start:end], entity.score)


def without_small_words(
    text: str, entities: Iterable[Entity], sentence: Sentence, pack: LanguagePack
) -> Iterator[Entity]:
    """Yield the entities of a sentence, persons cut to their words in capitals; persons and places without any are none.

    A sentence that writes names small stays as it is. So do organizations: news agencies write themselves small ("dpa"),
    and fields follow a head ("Union européenne").
    """
    words = text[sentence.start : sentence.end].split()
    has_capitals = any(map(str.isupper, "".join(words)))
    has_names = any(word[0].isupper() and len(word) > 1 for word in words[1:])
    for entity in entities:
        cased = entity.surface.lower() != entity.surface.upper()
        if entity.kind == "person" and cased and has_capitals:
            start, end = _within(text, entity, pack)
            if start < end:
                yield Entity(entity.kind, start, end, text[start:end], entity.score)
        elif entity.kind != "place" or not has_names or not entity.surface.islower():
            yield entity


def _within(text: str, entity: Entity, pack: LanguagePack) -> tuple[int, int]:
    """Where the name in an entity begins and ends; nothing lies between where there is none."""
    start, end = entity.start, entity.end
    for dash in _DASH.finditer(text, start, end):
        start = dash.end()
    if may_go_on_office(text, end, pack):
        for office in offices(pack).finditer(text, start, min(len(text), end + _LONGEST_OFFICE)):
            if start < office.start() < end < office.end():
                end = office.start()
                break
    words = list(tokenize(text, start, end, (pack.code,)))
    while words and words[0].surface.islower() and words[0].surface not in _particles(pack):
        words.pop(0)
    while words and words[-1].surface.islower():
        words.pop()
    return (words[0].start, words[-1].end) if words else (start, start)


@cache
def _particles(pack: LanguagePack) -> frozenset[str]:
    people = pack.people
    return frozenset((*people.particles, *(word for opening in people.surname_openings for word in opening.split())))
