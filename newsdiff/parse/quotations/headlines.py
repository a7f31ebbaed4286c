"""Headlines that quote what the article quotes again: a headline names in a word whom the article tells in full.

What belongs here: giving the words of a headline to whom the article below gives them.
"""

from __future__ import annotations

from dataclasses import replace

from newsdiff.model import Span
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.runs import Said

_FEWEST, _MOST = 3, 3


def told_below(passage: Passage, said: list[Said]) -> list[Said]:
    """The quotations in order, those of the first line with the speaker of the same words in a later one, where it has one."""
    titles = [one for one in said if one.paragraph == 0]
    if not titles or len(titles) > _MOST:
        return said
    bodies = [
        (_words(passage, one.inner), one) for one in said if one.paragraph > 0 and one.attribution.speaker is not None
    ]
    return [_as_below(passage, one, bodies) for one in titles] + said[len(titles) :]


def _as_below(passage: Passage, title: Said, bodies: list[tuple[str, Said]]) -> Said:
    words = _words(passage, title.inner)
    if words.count(" ") <= _FEWEST:
        return title
    same = next((body for told, body in bodies if words in told), None)
    speaker = title.attribution.speaker if same is None else same.attribution.speaker
    return replace(title, attribution=replace(title.attribution, speaker=speaker))


def _words(passage: Passage, span: Span) -> str:
    """The folded words of a span, each between spaces."""
    return " ".join(["", *(passage.words[number].folded for number in passage.words_in(span.start, span.end)), ""])
