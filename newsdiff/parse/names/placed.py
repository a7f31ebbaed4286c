"""Places that the engine missed, told by words in front that only the name of a place follows: "the village of Tavira".

What belongs here: names that no entity covers yet. What is named by an entity already is for ``mended``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from newsdiff.lang.pack import load_pack
from newsdiff.model import Document, Entity, Sentence

SURE = 0.6
LONGEST = 3
_POSSESSIVE = re.compile(r"['’]s?$")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


def with_places(document: Document) -> Document:
    """The document with a place for every name in capitals behind words for a kind of place that no entity covers."""
    ends = [entity.end for entity in document.entities]
    found = [
        place
        for sentence in document.sentences
        for place in _places(document, sentence)
        if _is_free(document, place, ends)
    ]
    if not found:
        return document
    entities = sorted((*document.entities, *found), key=lambda entity: (entity.start, entity.end))
    return replace(document, entities=tuple(entities))


def _places(document: Document, sentence: Sentence) -> Iterator[Entity]:
    leads = _leads(load_pack(sentence.language).people.place_leads)
    if leads is None:
        return
    for lead in leads.finditer(document.text, sentence.start, sentence.end):
        end = _end_of_name(document.text, lead.end(), sentence.end)
        if end is not None:
            yield Entity("place", lead.end(), end, document.text[lead.end() : end], SURE)


def _end_of_name(text: str, start: int, limit: int) -> int | None:
    """Where the words in capitals end that begin at a place; None where the first has none, or there are too many."""
    end = None
    at = start
    for _ in range(LONGEST + 1):
        word = _WORD.match(text, at, limit)
        if word is None or not word[0][0].isupper():
            return end
        end = word.start() + len(_POSSESSIVE.sub("", word[0]))
        if end != word.end() or text[end : end + 1] != " ":
            return end
        at = end + 1
    return None


def _is_free(document: Document, place: Entity, ends: list[int]) -> bool:
    after = bisect_left(ends, place.start + 1)
    return after == len(ends) or document.entities[after].start >= place.end


@cache
def _leads(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Words in front of a place's name, in small letters as the pack has them, with the space behind all but "d’"."""
    if not words:
        return None
    forms = (re.escape(word) if word.endswith(("'", "’")) else f"{re.escape(word)} " for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})")
