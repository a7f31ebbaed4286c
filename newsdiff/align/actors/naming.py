"""What an actor is called in the report: one form for all articles, and the spellings beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsdiff.lang.pack import load_pack
from newsdiff.model import Name, Role
from newsdiff.parse.names.declension import declines, nominatives
from newsdiff.parse.names.forms import NameForm
from newsdiff.parse.names.romanize import script
from newsdiff.parse.names.territories import place_of

SHARE_OF_FULL = 0.15
FEW_ARTICLES = 2


def choose_name(kind: str, forms: Sequence[tuple[int, NameForm]]) -> str:
    """The most frequent full Latin form, or the most frequent full form where there is no Latin one.

    ``forms``: the article of each mention and its form. A full name of a person is one of several words; of an
    organization or place only where it is not a rare exception.
    """
    latin = [(article, form) for article, form in forms if form.words[0].script == "Latn"]
    chosen = latin or list(forms)
    full = [(article, form) for article, form in chosen if len(form.words) > 1]
    if full and (kind == "person" or (len(full) >= SHARE_OF_FULL * len(chosen) and _is_spread(full, chosen))):
        chosen = full
    counts = Counter(_tidy(form.text) for _, form in chosen)
    spread = Counter(text for text, _ in {(_tidy(form.text), article) for article, form in chosen})
    return max(counts, key=lambda text: (counts[text], spread[text], _has_capitals(text), -len(text), text))


def _is_spread(full: Sequence[tuple[int, NameForm]], forms: Sequence[tuple[int, NameForm]]) -> bool:
    """Whether a full name is more than how one of many articles describes what the others call by its short one."""
    return len({article for article, _ in full}) > 1 or len({article for article, _ in forms}) <= FEW_ARTICLES


def list_variants(name: str, surfaces: Sequence[str]) -> tuple[str, ...]:
    """All other spellings, sorted."""
    return tuple(sorted({_tidy(surface) for surface in surfaces} - {name}))


def name_in(language: str, name: str, variants: tuple[str, ...], roles: tuple[Role, ...] | None) -> Name:
    """What an article in ``language`` calls an actor, with what tells that another language may call it otherwise.

    ``roles`` is None for what is no person.
    """
    pack = load_pack(language)
    nominative = (base for spelling in variants for base in nominatives(spelling, pack))
    place = place_of((*variants, *nominative), language) if roles is None else None
    return Name(name, variants, roles, place, declines(pack))


def _tidy(text: str) -> str:
    return " ".join(text.split())


def _has_capitals(text: str) -> bool:
    return script(text) != "Latn" or all(word[:1].isupper() for word in text.split() if len(word) > 3)
