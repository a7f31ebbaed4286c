"""Dash dialogue: speech that a dash opens, at the start of a paragraph or behind a sentence, and a dash or comma with a cue closes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdiff.model import Span
from newsdiff.parse.quotations.attribution import Attribution, attribute
from newsdiff.parse.quotations.inserted_cues import Readings, cue_between_commas
from newsdiff.parse.quotations.quote_marks import DOUBLE, trim
from newsdiff.parse.quotations.zones import Zones

_DASH = re.compile(r"(?:^|(?<=[\s,.!?…]))[—–―]\s?|(?<=\w)[—–―](?=[\s,.;:])[,.;:]?\s?")
_BEHIND_SENTENCE = re.compile(r"(?<=[.!?…])\s(?=[–—]\s[^\W\d_])")
_DASHES = "—–―"
_SHORTEST = 3
_CUE_WITHIN = 4
_AFTER_REACH = 200


def spoken_after_dashes(readings: Readings, paragraph: Span) -> Iterator[tuple[Span, Attribution]]:
    """The spoken parts of a paragraph that a dash opens, each with its attribution; nothing without a cue.

    Within a paragraph ("She came late. – We had to wait – said X.") the cue must follow the closing dash at once.
    """
    text = readings.outside.text
    line = text[paragraph.start : paragraph.end]
    if line[0] in _DASHES:
        yield from _spoken(readings, paragraph, _CUE_WITHIN)
        return
    if any(mark in line for mark in DOUBLE):
        return
    free = paragraph.start
    for match in _BEHIND_SENTENCE.finditer(text, paragraph.start, paragraph.end):
        if match.start() < free or not text[match.end() + 2].isupper():
            continue
        found = list(_spoken(readings, Span(match.end(), paragraph.end), 1))
        yield from found
        free = max((span.end for span, _ in found), default=free)


def _spoken(readings: Readings, reach: Span, cue_within: int) -> Iterator[tuple[Span, Attribution]]:
    """What is spoken from the dash on with which ``reach`` begins; its cue begins within so many words behind it."""
    passage, text = readings.outside, readings.outside.text
    cuts = [match.span() for match in _DASH.finditer(text[reach.start : reach.end])]
    bounds = [(a + reach.start, b + reach.start) for a, b in cuts] + [(reach.end, reach.end)]
    parts = [trim(text, bounds[at][1], bounds[at + 1][0]) for at in range(len(bounds) - 1)]
    if len(parts) == 1:
        found = cue_between_commas(readings, parts[0])
        yield from ((span, found[1]) for span in found[0]) if found else ()
        return
    said = parts[0]
    shortest = _SHORTEST - int(text[said.end - 1] in "?!")
    if text[said.start] in DOUBLE or len(passage.words_in(said.start, said.end)) < shortest:
        return
    cue_part = Span(parts[1].start, min(parts[1].end, parts[1].start + _AFTER_REACH))
    attribution = attribute(passage, said, Zones(Span(said.start, said.start), cue_part))
    first = passage.words_in(cue_part.start, cue_part.end)
    if attribution.cue is None or not first or attribution.cue.start > passage.words[first[:cue_within][-1]].start:
        return
    yield said, attribution
    if len(parts) > 2 and len(passage.words_in(parts[2].start, parts[2].end)) >= _SHORTEST:
        yield parts[2], attribution
