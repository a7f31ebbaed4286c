"""Full names inside longer mentions: an engine took a neighbour for a part of the name.

What belongs here: finding, by the full names of all articles, that "نوفاتك جين هالوران" is Jane Halloran and a word
beside her.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdiff.align.actors.mentions import NameMention
from newsdiff.parse.names.batch import similarity_matrix
from newsdiff.parse.names.forms import NameForm, name_form

KNOWN = 0.86
GAIN = 0.02
SHORTEST_TO_CUT = 3
FULL = 2


def cut_neighbours(mentions: Sequence[Sequence[NameMention]]) -> list[list[NameMention]]:
    """The mentions of all articles, cut down to the full name inside where another article knows just that name."""
    full = list(dict.fromkeys(mention.form for own in mentions for mention in own if len(mention.form.words) == FULL))
    parts = {
        mention.surface: list(_parts(mention))
        for own in mentions
        for mention in own
        if mention.kind == "person" and len(mention.form.words) >= SHORTEST_TO_CUT
    }
    tried: list[NameForm] = list(dict.fromkeys(form for found in parts.values() for _, form in found))
    wholes = {surface: name_form(surface) for surface in parts}
    if not tried or not full:
        return [list(own) for own in mentions]
    forms = [*tried, *wholes.values()]
    best = dict(zip(forms, similarity_matrix(forms, full).max(axis=1).tolist(), strict=True))
    return [[_cut(mention, parts.get(mention.surface, []), best) for mention in own] for own in mentions]


def _parts(mention: NameMention) -> Iterator[tuple[int, NameForm]]:
    """The first and the last two words with their place in the surface."""
    words = mention.surface.split(" ")
    if len(words) < SHORTEST_TO_CUT:
        return
    yield 0, name_form(" ".join(words[:FULL]))
    tail = " ".join(words[-FULL:])
    yield len(mention.surface) - len(tail), name_form(tail)


def _cut(mention: NameMention, parts: Sequence[tuple[int, NameForm]], best: dict[NameForm, float]) -> NameMention:
    known = [(best[form], place, form) for place, form in parts if len(form.words) == FULL]
    if mention.kind != "person" or not known:
        return mention
    score, place, form = max(known, key=lambda option: (option[0], option[1]))
    if score < KNOWN or score < best.get(name_form(mention.surface), 0.0) + GAIN:
        return mention
    start = mention.start + place
    return replace(mention, start=start, end=start + len(form.text), surface=form.text, form=form)
