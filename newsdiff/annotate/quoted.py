"""Names that stand alone in quotation marks: titles of films and books, nicknames, words at which a writer smiles.

What belongs here: telling which of them an engine is too unsure of. Where a language sets names of firms in quotation marks
is told by its pack (``names_in_quotes``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Entity

_MARKS = frozenset('"“”„‟«»‹›「」『』')
_SURE = {"person": 0.9, "organization": 0.7}
"""The score from which on an entity in quotation marks is likelier right than wrong."""


def without_quoted(text: str, entities: Iterable[Entity], pack: LanguagePack) -> Iterator[Entity]:
    """Yield the entities but for persons and organizations that alone fill quotation marks and are not sure."""
    for entity in entities:
        common = entity.kind == "organization" and pack.people.names_in_quotes
        if common or entity.score >= _SURE.get(entity.kind, 0) or not _fills_marks(text, entity):
            yield entity


def _fills_marks(text: str, entity: Entity) -> bool:
    before = text[max(0, entity.start - 2) : entity.start].rstrip()[-1:]
    behind = text[entity.end : entity.end + 2].lstrip()[:1]
    return before in _MARKS and behind in _MARKS
