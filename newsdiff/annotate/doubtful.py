"""Persons of an article that are likelier none, by all that the article says.

What belongs here: what needs the whole article or the words around a name. What a name itself shows is for ``entities``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Entity

_WORD = re.compile(r"[^\s\d_.,;:!?\"“”„‟«»‹›()\[\]{}/|]+")
_LAST_WORD = re.compile(r"(?<!\w)\w+(?:[’']|[ \u00a0])$")
_WORD_BEFORE = re.compile(r"(?<!\S)([^\s.,;:!?]+)(?: (?:de|di))?[ \u00a0]$")
_WORD_BEHIND = re.compile(r"(?:['’]s)?[ \u00a0-]([^\s.,;:!?]+)")
_REACH = 30
_LONGEST_ARTICLE = 5
_EVEN = 0.5


def without_doubtful_persons(text: str, entities: Sequence[Entity], pack: LanguagePack) -> Iterator[Entity]:
    """Yield the entities of an article but for persons of one word that no full name has and that are likelier wrong.

    A product, a firm or a verb that begins a sentence looks like a surname; whoever matters is named in full somewhere,
    or stands where the engine is sure. ``score`` is a probability, so one below a half is more often wrong than right.
    Nor is a person whose name an illness or a prize bears ("Parkinson's disease") and who is not named in full, and what stands
    behind an article that the language gives to things alone.
    """
    names = [tuple(_WORD.findall(entity.surface)) if entity.kind == "person" else () for entity in entities]
    full = {word for words in names if len(words) > 1 for word in words}
    borne = {
        words
        for entity, words in zip(entities, names, strict=True)
        if len(words) == 1 and _names_thing(text, entity, pack)
    }
    for entity, words in zip(entities, names, strict=True):
        told = len(words) == 1 and words[0] in full
        doubtful = _is_unsure(entity, words) or words in borne or _is_thing(text, entity, pack)
        if entity.kind != "person" or told or not doubtful:
            yield entity


def _is_unsure(person: Entity, words: tuple[str, ...]) -> bool:
    return len(words) == 1 and person.score < _EVEN


def _is_thing(text: str, person: Entity, pack: LanguagePack) -> bool:
    """Whether an article stands in front that no person takes, unless the name only begins a word ("de Trump-regering")."""
    before = _LAST_WORD.search(text, max(0, person.start - _LONGEST_ARTICLE - 1), person.start)
    if before is None or text[person.end : person.end + 1] == "-":
        return False
    return before[0].rstrip(" \u00a0").replace("’", "'") in pack.people.impersonal_articles


def _names_thing(text: str, person: Entity, pack: LanguagePack) -> bool:
    """Whether a noun for what is called after persons stands beside a name: "Parkinson's disease", "premio Nobel"."""
    nouns = pack.people.eponymous
    before = _WORD_BEFORE.search(text, max(0, person.start - _REACH), person.start) if nouns else None
    behind = _WORD_BEHIND.match(text, person.end) if nouns else None
    return any(match is not None and match[1].lower() in nouns for match in (before, behind))
