"""Names that stand for a family and nobody in it: "the Hartwig family", "Familie Hartwig", "हार्टविग परिवार".

What belongs here: telling those names by the words right beside them.
"""

from __future__ import annotations

from newsdiff.lang.marks import is_unspaced
from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Document

_REACH = 40
_SPACES = " \u00a0"


def is_family(document: Document, start: int, end: int) -> bool:
    """Whether a word for a family stands in front of a name of one word, at most an adjective between them, or behind it."""
    text, pack = document.text, load_pack(document.language)
    if len(text[start:end].split()) != 1:
        return False
    return _stands_behind(text[max(0, start - _REACH) : start], pack) or _stands_before(text[end : end + _REACH], pack)


def _stands_behind(before: str, pack: LanguagePack) -> bool:
    words = before.split()
    if not words or before[-1] not in _SPACES:
        return False
    attribute = words[-1].isalpha() and words[-1].islower() and words[-1] not in pack.prose.function_words
    return _is_word_for_family(words[-1], pack) or (
        attribute and any(_is_word_for_family(w, pack) for w in words[-2:-1])
    )


def _is_word_for_family(word: str, pack: LanguagePack) -> bool:
    """Whether it is one, also behind a particle ("وعائلة"), or as the end of a compound ("Unternehmerfamilie")."""
    word, people = word.lower(), pack.people
    forms = {word, *(word.removeprefix(particle) for particle in people.proclitics)}
    return not forms.isdisjoint(people.families) or (people.compounds and word.endswith(people.families))


def _stands_before(behind: str, pack: LanguagePack) -> bool:
    rest = behind.lstrip(_SPACES)
    for word in pack.people.families_behind:
        if rest.startswith(word) and (is_unspaced(word) or (rest != behind and not rest[len(word) :][:1].isalnum())):
            return True
    return False
