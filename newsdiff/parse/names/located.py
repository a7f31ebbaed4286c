"""Names that stand where a language puts places and never persons: "in Tavira", "टविरा में", "Tavira'daki".

What belongs here: telling those names by the words right beside them. What follows from it is for the actors to weigh.
"""

from __future__ import annotations

from newsdiff.lang.pack import load_pack
from newsdiff.model import Document

_REACH = 12
_SPACES = " \u00a0"


def is_located(document: Document, start: int, end: int) -> bool:
    """Whether a word that only places follow stands in front of a name, or one that follows only places behind it."""
    people = load_pack(document.language).people
    before = document.text[max(0, start - _REACH) : start]
    words = before.split()
    if words and before[-1] in _SPACES and words[-1].lower() in people.within:
        return True
    behind = document.text[end : end + _REACH].replace("’", "'").lstrip(_SPACES)
    return any(behind.startswith(word) and not behind[len(word) :][:1].isalpha() for word in people.within_behind)
