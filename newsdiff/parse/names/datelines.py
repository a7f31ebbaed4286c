"""The place in the dateline of a report, "OSLO, March 3 (Reuters) -": a place, whatever an engine took it for.

What belongs here: finding it by the signs around it, which are the same in all languages. The day is for ``parse.dates``.
"""

from __future__ import annotations

import re
from dataclasses import replace

from newsdiff.model import Document, Entity

SURE = 0.9
_LINES = 5
"""Lines with text, from the first on, that may begin with a dateline: behind a title, a second one and a name."""
_AGENCY = r"(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/)"
_DAY = r",\s*[^()\n]{0,20}\d[^()\n]{0,20}?"
_NAME = r"[^\W\d_][^\n\d(),:;!?«»“”„\"]{0,39}?"
_DATELINE = re.compile(
    rf"^[^\S\n]*(?P<place>{_NAME})[^\S\n]*(?:(?P<day>{_DAY})[^\S\n]*(?:{_AGENCY})?|{_AGENCY})[^\S\n]*[-–—―]+\s",
    re.MULTILINE,
)


def with_dateline(document: Document) -> Document:
    """The document with the name that fills the place of its dateline as a place; not a full name, which may be the writer's.

    Without a day it has to be in capitals, if its script has them: "Novatec (NVT) -" is a firm with its ticker.
    """
    found = _DATELINE.search(document.text, 0, _end_of_opening(document.text))
    if found is None or not (found["day"] or found["place"].upper() == found["place"]):
        return document
    entities = tuple(
        replace(entity, kind="place", score=max(entity.score, SURE))
        if (entity.start, entity.end) == found.span("place") and not _may_be_writer(entity)
        else entity
        for entity in document.entities
    )
    return replace(document, entities=entities)


def _may_be_writer(entity: Entity) -> bool:
    return entity.kind == "person" and " " in entity.surface and not entity.surface.isupper()


def _end_of_opening(text: str) -> int:
    lines = re.finditer(r"^[^\S\n]*\S[^\n]*", text, re.MULTILINE)
    return max((line.end() for line, _ in zip(lines, range(_LINES), strict=False)), default=0)
