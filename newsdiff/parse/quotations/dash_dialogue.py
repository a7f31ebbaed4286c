"""Dash dialogue: speech that a dash at the start of a paragraph opens, and a dash with a cue closes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdiff.model import Span
from newsdiff.parse.quotations.attribution import Attribution, attribute
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.quote_marks import DOUBLE, trim
from newsdiff.parse.quotations.zones import Zones

_DASH = re.compile(r"(?:^|(?<=[\s,.!?…]))[—–―]\s?|(?<=\w)[—–―](?=[\s,.;:])[,.;:]?\s?")
_SHORTEST = 3
_CUE_WITHIN = 4
_AFTER_REACH = 200


def spoken_after_dashes(passage: Passage, paragraph: Span) -> Iterator[tuple[Span, Attribution]]:
    """The spoken parts of a paragraph that begins with a dash, each with its attribution; nothing without a cue."""
    text = passage.text
    if text[paragraph.start] not in "—–―":
        return
    line = text[paragraph.start : paragraph.end]
    if any(mark in line for mark in DOUBLE):
        return
    cuts = [match.span() for match in _DASH.finditer(line)]
    bounds = [(a + paragraph.start, b + paragraph.start) for a, b in cuts] + [(paragraph.end, paragraph.end)]
    parts = [trim(text, bounds[at][1], bounds[at + 1][0]) for at in range(len(bounds) - 1)]
    said = parts[0]
    if len(parts) < 2 or len(passage.words_in(said.start, said.end)) < _SHORTEST:
        return
    cue_part = Span(parts[1].start, min(parts[1].end, parts[1].start + _AFTER_REACH))
    attribution = attribute(passage, said, Zones(Span(said.start, said.start), cue_part))
    first = passage.words_in(cue_part.start, cue_part.end)
    if attribution.cue is None or not first or attribution.cue.start > passage.words[first[:_CUE_WITHIN][-1]].start:
        return
    yield said, attribution
    if len(parts) > 2 and len(passage.words_in(parts[2].start, parts[2].end)) >= _SHORTEST:
        yield parts[2], attribution
