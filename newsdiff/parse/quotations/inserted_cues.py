"""Cues inside the marks, between dashes or commas: «We lost the boats – said X – and the nets», « Le pont, dit X, est là ».

What belongs here: where such a cue begins and ends, and that it is the article's own. With "– he said yes –" somebody may tell
what another one said, so that a cue counts where it names its speaker, where a mark of its own sets it apart (", — ", "a-t-elle
dit"), or where the article leaves no doubt for whom its subject stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdiff.model import Span
from newsdiff.parse.quotations.attribution import Attribution, attribute
from newsdiff.parse.quotations.clauses import mention_over
from newsdiff.parse.quotations.cues import cues_in
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.quote_marks import trim
from newsdiff.parse.quotations.zones import Zones

_DASH = re.compile(r"\s[–—-](?=[\s,.;:])|\s[–—](?=\w)|\s-(?=[^\W\d_])|(?<=\w)[–—-](?=[\s,.;:])")
_AFTER_DASH = " \t\u00a0,.;:"
_PAUSE = re.compile(r"(?:,|\s?[?!…])(?=\s)")
_CLAUSE_END = re.compile(r"[,;.!?…]")
_SETS_APART = ",!?…"
_LONGEST = 12
_REACH = 120
_CUE_WITHIN = 2
_ENCLITIC_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Readings:
    """A text laid out twice: ``outside`` the marks, where names in quotations speak for nobody, and with those ``inside``."""

    outside: Passage
    inside: Passage


def cue_between_commas(readings: Readings, inner: Span) -> tuple[tuple[Span, ...], Attribution] | None:
    """The parts of a quotation around a cue behind a comma (or a mark of question or surprise), and who speaks them; None without one.

    Its verb comes first, and the name of its speaker behind it, or a pronoun hung on the verb.
    """
    passage = readings.outside
    for pause in _PAUSE.finditer(passage.text, inner.start, inner.end):
        stop = _clause_end(passage, pause.end(), inner)
        words = passage.words_in(pause.end(), stop)
        said = trim(passage.text, inner.start, pause.start() if pause.group() == "," else pause.end())
        if not 1 < len(words) <= _LONGEST or said.start >= said.end:
            continue
        cues = cues_in(passage, passage.speech_at(inner.start), words[: _CUE_WITHIN + 1])
        if pause.group() == "," and (not cues or cues[0].first != words.start):
            continue
        found = _named(readings, said, stop)
        if found is None:
            stop = _apposition_end(readings.inside, stop, inner)
            found = _named(readings, said, stop)
        if found is None and any(passage.is_enclitic(number) for number in words[:_ENCLITIC_WITHIN]):
            found = attribute(passage, said, _zones(said, stop))
        if found is not None:
            return _parts(passage, said, stop, inner), found
    return None


def inserted_cue(readings: Readings, inner: Span) -> tuple[tuple[Span, ...], Attribution] | None:
    """The same around a cue that dashes set apart."""
    passage = readings.outside
    dashes = [match.span() for match in _DASH.finditer(passage.text, inner.start, inner.end)]
    bounds = [*dashes, (inner.end, inner.end)]
    for (begin, start), (end, resume) in zip(dashes, bounds[1:], strict=True):
        words = passage.words_in(start, end)
        said = trim(passage.text, inner.start, begin)
        if not words or len(words) > _LONGEST or said.start >= said.end:
            continue
        found = _named(readings, said, end) or attribute(passage, said, _zones(said, end))
        if found.cue is None or found.cue.start > passage.words[words[:_CUE_WITHIN][-1]].start:
            continue
        apart = passage.text[said.end - 1] in _SETS_APART and found.cue.start == passage.words[words.start].start
        if found.speaker is not None or apart:
            return _parts(passage, said, resume, inner), found
    return None


def _named(readings: Readings, said: Span, stop: int) -> Attribution | None:
    """The attribution by a cue up to ``stop`` that names its speaker there."""
    found = attribute(readings.inside, said, _zones(said, stop))
    named = found.speaker is not None and said.end < found.speaker.start < stop
    return found if named else None


def _zones(said: Span, stop: int) -> Zones:
    return Zones(Span(said.start, said.start), Span(said.end, stop))


def _parts(passage: Passage, said: Span, resume: int, inner: Span) -> tuple[Span, ...]:
    while resume < inner.end and passage.text[resume] in _AFTER_DASH:
        resume += 1
    rest = trim(passage.text, resume, inner.end)
    return (said, rest) if rest.start < rest.end else (said,)


def _clause_end(passage: Passage, start: int, inner: Span) -> int:
    end = _CLAUSE_END.search(passage.text, start, min(inner.end, start + _REACH))
    return end.start() if end else inner.end


def _apposition_end(inside: Passage, stop: int, inner: Span) -> int:
    """Where the name ends that a comma at ``stop`` joins to what describes its bearer: "le maire de Y, X"."""
    words = inside.words_in(stop, inner.end)
    mention = mention_over(inside, words.start) if words and inside.text[stop : stop + 1] == "," else None
    if mention is None or not mention.person or mention.start != inside.words[words.start].start:
        return stop
    return _clause_end(inside, mention.end, inner)
