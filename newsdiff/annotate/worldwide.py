"""Organizations of the world, by the names that every language has for them (``newsdiff.lang.organizations``).

What belongs here: seeing them where the tagger saw nothing, something else or too much. No name is what may as well be a
word: "Nato" where a sentence begins, "WHO" in a headline of capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsdiff.annotate.entities import begins_sentence
from newsdiff.lang.marks import is_unspaced
from newsdiff.lang.organizations import all_forms, is_acronym
from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Entity, Sentence

SCORE = 0.87
"""How sure it is that such a name is an organization: the share of those in the labelled texts that are (docs/figures.md)."""
_NEVER = "(?!)"


def with_organizations(
    text: str, entities: Sequence[Entity], sentence: Sentence, pack: LanguagePack
) -> Iterator[Entity]:
    """Yield the entities of a sentence, in order, and the organizations that the table names.

    A longer entity that holds such a name stays ("Cruz Vermelha Portuguesa"); a person or a place loses it from its end.
    """
    found = [
        organization
        for organization in _find(text, sentence, pack)
        if not any(_holds(text, entity, organization, pack) for entity in entities)
    ]
    kept = (_beside(text, entity, found) for entity in entities)
    yield from sorted([*filter(None, kept), *found], key=lambda entity: (entity.start, entity.end))


def _find(text: str, sentence: Sentence, pack: LanguagePack) -> Iterator[Entity]:
    in_capitals = text[sentence.start : sentence.end].isupper()
    for match in _names(sentence.language, pack.people.proclitics).finditer(text, sentence.start, sentence.end):
        kind = str(match.lastgroup)
        start, end = match.span(kind)
        if match[kind][0].islower() or (
            kind == "acronym" and _is_word(match[kind], begins_sentence(text, start), in_capitals)
        ):
            continue
        yield Entity("organization", start, end, text[start:end], SCORE)


def _is_word(acronym: str, opens: bool, in_capitals: bool) -> bool:
    """Whether a word may have its capitals from where it stands."""
    return in_capitals or (opens and not acronym.isupper())


def _holds(text: str, entity: Entity, organization: Entity, pack: LanguagePack) -> bool:
    """Whether an entity is more than the name that the table knows, and none that only ends in it: "Genève l'OMS"."""
    inside = entity.start <= organization.start and organization.end <= entity.end
    before = text[entity.start : organization.start].lower().replace("’", "'").split()
    if not inside or (not before and organization.end == entity.end):
        return False
    apart = bool(before) and before[-1] in pack.people.articles
    return organization.end < entity.end or (entity.kind == "organization" and not apart)


def _beside(text: str, entity: Entity, found: Sequence[Entity]) -> Entity | None:
    """What is left of an entity in front of the organizations that overlap it; None where nothing is."""
    over = [other for other in found if other.start < entity.end and entity.start < other.end]
    if not over:
        return entity
    rest = text[entity.start : over[0].start].split()
    while rest and not rest[-1][:1].isupper():
        rest.pop()
    if not rest:
        return None
    end = text.index(rest[-1], entity.start) + len(rest[-1])
    return Entity(entity.kind, entity.start, end, text[entity.start : end], entity.score)


@cache
def _names(language: str, proclitics: tuple[str, ...]) -> re.Pattern[str]:
    """The names of a language: acronyms as they are written, all else in whatever case."""
    forms = sorted({form for forms in all_forms(language).values() for form in forms}, key=len, reverse=True)
    acronyms = [form for form in forms if is_acronym(form, language)]
    names = [form for form in forms if form not in acronyms]
    if not forms:
        return re.compile(_NEVER)
    letter = "[a-zA-Z0-9-]" if any(map(is_unspaced, forms)) else r"[\w-]"
    clitics = f"(?:{_any(proclitics)})?" if proclitics else ""
    begins = "".join(sorted({re.escape(first) for form in forms for first in (form[0], form[0].upper())}))
    name = f"(?:(?P<acronym>{_any(acronyms)})|(?P<name>(?i:{_any(names)})))"
    return re.compile(f"(?<!{letter}){clitics}(?=[{begins}]){name}(?!{letter})")


def _any(words: Sequence[str]) -> str:
    return "|".join(map(re.escape, words)) if words else _NEVER
