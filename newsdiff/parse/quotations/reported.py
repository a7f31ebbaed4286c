"""What indirect speech comes to: the content of one utterance, who says it, and the words that tell so."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.model import Span
from newsdiff.parse.quotations.passage import Passage

SHORTEST = 4
"""Words that an utterance has at least."""
_TRAILING = " \t\u00a0.,;:!?…।؟،。，！？"


@dataclass(frozen=True, slots=True)
class Reported:
    """What is reported, by whom and by which cue."""

    content: Span
    speaker: Span
    cue: Span
    denied: bool


def content_span(passage: Passage, begin: int, end: int, sentence: Span) -> Span:
    """The place of words ``begin`` to ``end`` (exclusive), at the end of a sentence with the marks that close it."""
    start = passage.words[begin].start
    stop = passage.words[end - 1].end
    tail = sentence.end if end == passage.words_in(sentence.start, sentence.end).stop else stop
    while tail > stop and passage.text[tail - 1] in _TRAILING:
        tail -= 1
    return Span(start, max(stop, tail))
