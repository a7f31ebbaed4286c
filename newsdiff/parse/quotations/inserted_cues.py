"""Cues inside the marks, between dashes or commas: «We lost the boats – said X – and the nets», « Le pont, dit X, est là »."""

from __future__ import annotations

import re

from newsdiff.model import Span
from newsdiff.parse.quotations.attribution import Attribution, attribute
from newsdiff.parse.quotations.cues import cues_in
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.quote_marks import trim
from newsdiff.parse.quotations.zones import Zones

_DASH = re.compile(r"\s[–—-]\s|\s[–—](?=\w)|(?<=\w)[–—](?=[\s,.;:])")
_COMMA = re.compile(r",\s")
_CLAUSE_END = re.compile(r"[,;.!?…]")
_LONGEST = 12
_REACH = 120
_CUE_WITHIN = 2


def cue_between_commas(passage: Passage, inner: Span) -> tuple[tuple[Span, ...], Attribution] | None:
    """The same where commas set the cue apart: its verb comes first, and the name of its speaker stands behind it."""
    for comma in _COMMA.finditer(passage.text, inner.start, inner.end):
        end = _CLAUSE_END.search(passage.text, comma.end(), min(inner.end, comma.end() + _REACH))
        stop = end.start() if end else inner.end
        words = passage.words_in(comma.end(), stop)
        said = trim(passage.text, inner.start, comma.start())
        speech = passage.speech_at(inner.start)
        if not 1 < len(words) <= _LONGEST or said.start >= said.end:
            continue
        cues = cues_in(passage, speech, words[: _CUE_WITHIN + 1])
        if not cues or cues[0].first != words.start:
            continue
        attribution = attribute(passage, said, Zones(Span(said.start, said.start), Span(said.end, stop)))
        if attribution.speaker is not None and comma.end() < attribution.speaker.start < stop:
            rest = trim(passage.text, min(stop + 1, inner.end), inner.end)
            return (said, rest) if rest.start < rest.end else (said,), attribution
    return None


def inserted_cue(passage: Passage, inner: Span) -> tuple[tuple[Span, ...], Attribution] | None:
    """The parts of a quotation around a cue that dashes set apart, and who is said to speak them; None without one.

    Only a cue that names its speaker counts: with "– he said yes –" somebody may tell what another one said.
    """
    dashes = [match.span() for match in _DASH.finditer(passage.text, inner.start, inner.end)]
    bounds = [*dashes, (inner.end, inner.end)]
    for (begin, start), (end, resume) in zip(dashes, bounds[1:], strict=True):
        words = passage.words_in(start, end)
        said = trim(passage.text, inner.start, begin)
        if not words or len(words) > _LONGEST or said.start >= said.end:
            continue
        attribution = attribute(passage, said, Zones(Span(said.start, said.start), Span(said.end, end)))
        if attribution.cue is None or attribution.speaker is None:
            continue
        if attribution.cue.start <= passage.words[words[:_CUE_WITHIN][-1]].start:
            rest = trim(passage.text, resume, inner.end)
            return (said, rest) if rest.start < rest.end else (said,), attribution
    return None
