"""Headlines that quote what the article quotes again: a headline names in a word whom the article tells in full.

What belongs here: giving the words of a headline to whom the article below gives them.
"""

from __future__ import annotations

from dataclasses import replace

from newsdiff.model import Span
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.runs import Said

_FEWEST = 3


def told_below(passage: Passage, said: list[Said]) -> list[Said]:
    """The quotations in order, those of the first line with the speaker of the same words in a later one, where it has one."""
    bodies = [one for one in said if one.paragraph > 0 and one.attribution.speaker is not None]
    return [_as_below(passage, one, bodies) if one.paragraph == 0 else one for one in said]


def _as_below(passage: Passage, title: Said, bodies: list[Said]) -> Said:
    words = _words(passage, title.inner)
    if words.count(" ") <= _FEWEST:
        return title
    same = next((body for body in bodies if words in _words(passage, body.inner)), None)
    return (
        title
        if same is None
        else replace(title, attribution=replace(title.attribution, speaker=same.attribution.speaker))
    )


def _words(passage: Passage, span: Span) -> str:
    """The folded words of a span, each between spaces."""
    return " ".join(["", *(passage.words[number].folded for number in passage.words_in(span.start, span.end)), ""])
