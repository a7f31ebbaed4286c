"""Zones: the text before and after a quotation in which its attribution may stand.

What belongs here: where a sentence ends that a quotation begins or closes, and how far one looks.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.model import Span
from newsdiff.parse.quotations.clauses import mention_over
from newsdiff.parse.quotations.cues import cues_in
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.speech_words import Speech

_BEFORE_REACH = 600
_AFTER_REACH = 400
_RESUMED_WITHIN = 4


@dataclass(frozen=True, slots=True)
class Zones:
    """The text before a quotation in its sentence, and after it."""

    before: Span
    after: Span


def zones_of(passage: Passage, outer: Span, low: int, high: int) -> Zones:
    """The stretches around a quotation that may attribute it, within ``text[low:high]``."""
    text = passage.text
    end = outer.start
    while end > low and text[end - 1].isspace():
        end -= 1
    start = end
    if end > low and text[end - 1] not in ".!?…।؟。！？":
        number = passage.sentence_number(end - 1)
        start = max(low, passage.sentences[number].start if number >= 0 else low, end - _BEFORE_REACH)
    return Zones(Span(min(start, end), end), _after_zone(passage, outer, high))


def _after_zone(passage: Passage, outer: Span, high: int) -> Span:
    text = passage.text
    stop = min(high, outer.end + _AFTER_REACH)
    start = outer.end
    while start < stop and text[start].isspace():
        start += 1
    nothing = Span(outer.end, outer.end)
    if start >= stop or text[start] == "\n":
        return nothing
    words = passage.words_in(start, stop)
    if not words:
        return nothing
    number = passage.sentence_number(passage.words[words[0]].start)
    end = min(stop, passage.sentences[number].end) if number >= 0 else stop
    speech = passage.speech_at(outer.end)
    full_stop = text[start] in ".।。" or text[outer.end - 2] in ".।"
    if full_stop and not _resumes(passage, speech, passage.words_in(start, end)):
        return nothing
    return Span(outer.end, max(end, outer.end))


def _resumes(passage: Passage, speech: Speech, words: range) -> bool:
    """Tell whether a sentence after a quotation still says who spoke: "Lo ha detto ...", or in lower case."""
    if not words:
        return False
    first = passage.words[words[0]]
    if passage.text[first.start].islower() and first.folded not in speech.conjunctions:
        return True
    if first.folded in speech.quoting and len(words) > 1 and mention_over(passage, words[1]) is not None:
        return True
    cues = cues_in(passage, speech, words[:_RESUMED_WITHIN])
    return bool(cues) and first.folded in speech.resumptives
