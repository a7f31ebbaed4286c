"""Places of the world that an engine did not see, or took for one thing: "Argentina", "Lizbony do Warszawy".

What belongs here: countries, and cities, regions and waters that the tables know (``territories``), in any case, also where an
engine was not sure of a person or an organization. A word at the head of a sentence that it did not see is left to it, for its
capital says nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import chain

from newsdiff.lang.marks import is_unspaced
from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Document, Entity, Sentence, Token
from newsdiff.parse.names.declension import nominatives
from newsdiff.parse.names.located import is_located
from newsdiff.parse.names.romanize import fold
from newsdiff.parse.names.territories import is_great, place_of

SURE = 0.84
"""How many of the names found in the labelled texts are places there (docs/figures.md)."""
DOUBTED = 0.85
"""How sure an engine has to be of a person or an organization that bears the name of a known place. Of 220 that it was less
sure of in the labelled texts, 178 are places (docs/figures.md)."""
LONGEST = 4
_LETTERS = 3
_STROKE = "/"


def with_known_places(document: Document) -> Document:
    """The document with the places that no entity covers, or an unsure one, and with two for one that says from where to where."""
    names = {word for entity in document.entities if entity.kind == "person" for word in _words_of_full(entity)}
    seen = (_doubted(entity, document, names) for entity in document.entities)
    entities = tuple(chain.from_iterable(_parted(entity, document) for entity in seen))
    starts, ends = [entity.start for entity in entities], [entity.end for entity in entities]
    found = [
        place
        for sentence in document.sentences
        for place in _places(document, sentence)
        if bisect_left(starts, place.end) == bisect_left(ends, place.start + 1)
    ]
    return replace(document, entities=tuple(sorted((*entities, *found), key=lambda entity: (entity.start, entity.end))))


def _words_of_full(person: Entity) -> Sequence[str]:
    words = person.surface.split()
    return words if len(words) > 1 else ()


def _doubted(entity: Entity, document: Document, names: Container[str]) -> Entity:
    """The entity, as a place where it bears the name of one, and an engine is not sure that it is something else.

    ``names`` are the words of the full names of the article: one of them alone may be that person's.
    """
    if entity.kind == "place" or entity.score >= DOUBTED or entity.surface in names:
        return entity
    pack = load_pack(document.language)
    known = place_of((entity.surface, *nominatives(entity.surface, pack)), pack.code)
    return replace(entity, kind="place", score=SURE) if known else entity


def _places(document: Document, sentence: Sentence) -> Iterator[Entity]:
    pack = load_pack(sentence.language)
    tokens = _tokens(document, sentence)
    at = 0
    while at < len(tokens):
        length, code = next(_known_from(document, tokens, at, pack), (1, None))
        start, end = tokens[at].start, tokens[at + length - 1].end
        if code is not None and (is_great(code) or is_located(document, start, end)):
            yield Entity("place", start, end, document.text[start:end], SURE)
        at += length


def _tokens(document: Document, sentence: Sentence) -> Sequence[Token]:
    first = bisect_left(document.tokens, sentence.start, key=lambda token: token.start)
    last = bisect_left(document.tokens, sentence.end, key=lambda token: token.start)
    return document.tokens[first:last]


def _known_from(
    document: Document, tokens: Sequence[Token], at: int, pack: LanguagePack
) -> Iterator[tuple[int, str | None]]:
    """How many words from a place on are the name of one that is known, and its code; the longest name first."""
    first = tokens[at].surface
    if len(first) < _LETTERS or first.islower() or is_unspaced(first) or _joins(tokens, at):
        return
    cased = first.lower() != first.upper()
    for length in range(min(LONGEST, len(tokens) - at), 0, -1):
        name = document.text[tokens[at].start : tokens[at + length - 1].end]
        opens = length == 1 and cased and (at == 0 or first.isupper())
        if opens or not name[-1].isalpha() or fold(name) in _common(pack):
            continue
        code = place_of((name, *nominatives(name, pack)), pack.code)
        if code is not None and not _joins(tokens, at + length):
            yield length, code


def _joins(tokens: Sequence[Token], at: int) -> bool:
    """Whether no space parts a token from the one before, but a hyphen: it is a part of a word."""
    return 0 < at < len(tokens) and "-" in (tokens[at].surface, tokens[at - 1].surface)


def _parted(entity: Entity, document: Document) -> Iterator[Entity]:
    """Two places for one entity that is none, but two places and a small word between, or a stroke: "Prag/Linz"."""
    pack = load_pack(document.language)
    parts = _ends_of(entity, pack)
    known = [bool(place_of((part, *nominatives(part, pack)), pack.code)) for part in parts]
    if not known or not (all(known) or (any(known) and _STROKE in entity.surface)):
        yield entity
        return
    front, behind = parts
    yield Entity("place", entity.start, entity.start + len(front), front, SURE)
    yield Entity("place", entity.end - len(behind), entity.end, behind, SURE)


def _ends_of(entity: Entity, pack: LanguagePack) -> Sequence[str]:
    """What stands in front of a stroke, or of the only small word in a person or an organization, and behind it; none without."""
    parts = entity.surface.split(_STROKE)
    if len(parts) > 1:
        return parts if len(parts) == 2 and all(parts) else ()
    words = entity.surface.split(" ")
    small = [at for at, word in enumerate(words) if word.islower()]
    if entity.kind == "place" or len(small) != 1 or not 0 < small[0] < len(words) - 1:
        return ()
    if not pack.people.bare_genitives and fold(words[small[0]]) in _folded(pack.people.of):
        return ()
    return " ".join(words[: small[0]]), " ".join(words[small[0] + 1 :])


@cache
def _common(pack: LanguagePack) -> frozenset[str]:
    return frozenset(map(fold, (*pack.prose.function_words, *pack.people.generic)))


@cache
def _folded(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(fold, words))
