"""What persons, organizations and places share: claims from an engine's entities, and comparing two spellings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import takewhile
from operator import eq

from newsdiff.kinds.kind import Comparison
from newsdiff.model import Claim, Document, Entity, Name, Reason, Role
from newsdiff.parse.names.forms import Word, name_form

SHORTEST_STEM = 3
"""Letters that two cases of a name have in common, at least."""
LONGEST_ENDING = 3
"""Letters of an ending of case, at most: "Iwanowem", "Valmorze" beside Valmora."""

LEAST_TRANSLATED = 2
"""Words of a name that may be a translation word for word, at least."""
_APOSTROPHE = re.compile("['’]")


def extract_names(
    document: Document, kind: str, roles: Callable[[Document, Entity], tuple[Role, ...]] | None = None
) -> tuple[Claim, ...]:
    """One claim an entity of this kind, with the roles that the text gives it."""
    return tuple(
        Claim(
            article=document.article.id,
            kind=kind,
            span=entity.span,
            surface=entity.surface,
            value=Name(name=entity.surface, roles=roles(document, entity) if roles else None),
        )
        for entity in document.entities
        if entity.kind == kind
    )


def compare_names(one: Name, other: Name) -> Comparison:
    """Two articles' values of one actor: alike, or spelled differently within one script.

    The names of one place in two languages are alike, and so is a name in another case where a language has cases.
    """
    if _spellings_meet(one, other):
        return Comparison("equal", Reason("same_actor", "named in both"))
    if one.place is not None and one.place == other.place:
        return Comparison("equal", Reason("same_place", "named in both, as each language calls it"))
    if one.roles is None and any(_are_translated(a, b) for a in _spellings(one) for b in _spellings(other)):
        return Comparison("equal", Reason("translated", "named in both, as each language calls it"))
    return Comparison("compatible", Reason("spelling", "spelled differently"))


def describe_name(name: Name) -> str:
    """The spelling of this article, or the canonical name where it has none of its own."""
    return name.variants[0] if name.variants else name.name


def _spellings_meet(one: Name, other: Name) -> bool:
    """Whether the two share a spelling, or have no full spelling in a common script."""
    ours, theirs = _by_script(one), _by_script(other)
    common = ours.keys() & theirs.keys()
    inflected = one.inflected or other.inflected
    return not common or any(
        _alike(a, b) or (inflected and _may_be_cases(a, b))
        for script in common
        for a in ours[script]
        for b in theirs[script]
    )


def _spellings(name: Name) -> tuple[str, ...]:
    return name.variants or (name.name,)


def _are_translated(one: str, other: str) -> bool:
    """Whether two spellings say the same word for word, in any order: "Bolsa de Riva" and "Borsa di Riva"."""
    ours, theirs = _words(one), _words(other)
    if len(ours) < LEAST_TRANSLATED or len(ours) != len(theirs):
        return False
    left = list(theirs)
    for word in ours:
        counterpart = next((each for each in left if each.bare == word.bare or each.meanings & word.meanings), None)
        if counterpart is None:
            return False
        left.remove(counterpart)
    return True


def _words(spelling: str) -> tuple[Word, ...]:
    """The words of a name but those that only join: "de", "d'", "of"."""
    parts = _APOSTROPHE.sub(" ", spelling).split()
    words = [(part, word) for part in parts for word in name_form(part).words]
    return tuple(word for part, word in words if not part.islower() or word.meanings)


def _by_script(name: Name) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for spelling in _spellings(name):
        letter = next((character for character in spelling if character.isalpha()), "")
        script = unicodedata.name(letter, "NONE").split()[0] if letter else "NONE"
        found.setdefault(script, set()).add(_fold(spelling))
    return found


def _alike(one: str, other: str) -> bool:
    """Equal, or one is part of the other word by word (a surname of a full name)."""
    short, long = sorted((one.split(), other.split()), key=len)
    return set(short) <= set(long)


def _may_be_cases(one: str, other: str) -> bool:
    """Whether two spellings may be cases of one name: word for word alike up to endings that are short beside the rest."""
    ours, theirs = one.split(), other.split()
    return len(ours) == len(theirs) and all(map(_share_a_stem, ours, theirs))


def _share_a_stem(one: str, other: str) -> bool:
    stem = sum(1 for _ in takewhile(bool, map(eq, one, other)))
    ending = max(len(one), len(other)) - stem
    return ending == 0 or (stem >= SHORTEST_STEM and ending <= LONGEST_ENDING and ending < stem)


def _fold(spelling: str) -> str:
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHE.sub(" ", spelling.casefold()))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
