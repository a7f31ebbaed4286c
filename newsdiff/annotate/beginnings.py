"""Names of one word at the beginning of a sentence, where a capital says nothing: "Piosenka", "Riaperta", "Trasa".

What belongs here: asking the tagger a second time, with that word in small letters. What is no name then is no place; a person
is unsure then, and stays where the article tells the full name (:func:`newsdiff.annotate.doubtful.without_doubtful_persons`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.annotate.tagger import TaggedSpan, tag

_SURE = {"person": 0.7, "place": 0.5}
"""The score from which on a name at the beginning of a sentence is likelier one by more than its capital."""
_MORE = 0.2
"""How much surer it has to be in a language that the tagger was not taught."""
_UNSURE = 0.4


def doubt_beginnings(
    sentences: Sequence[Sequence[str]], tagged: Sequence[tuple[TaggedSpan, ...]], *, taught: bool = True
) -> list[tuple[TaggedSpan, ...]]:
    """The spans of each sentence, where a first word is no sure person, and no place, that in small letters is no name.

    ``taught`` tells whether the tagger was taught the language.
    """
    doubted = list(tagged)
    more = 0.0 if taught else _MORE
    asked = [number for number, spans in enumerate(tagged) if spans and _is_asked(sentences[number], spans[0], more)]
    lowered = [_lowered(sentences[number], tagged[number][0].first) for number in asked]
    for number, again in zip(asked, tag(lowered), strict=True):
        first, *others = tagged[number]
        if not again or again[0].first > first.first:
            unsure = [replace(first, score=min(first.score, _UNSURE))] if first.kind == "person" else []
            doubted[number] = (*unsure, *others)
    return doubted


def _is_asked(words: Sequence[str], span: TaggedSpan, more: float) -> bool:
    """Whether a span is one word, not quite sure, with nothing but marks in front, and a capital."""
    return (
        span.first == span.last
        and span.score < _SURE.get(span.kind, -1) + more
        and words[span.first][0].isupper()
        and not any(map(str.isalnum, "".join(words[: span.first])))
    )


def _lowered(words: Sequence[str], at: int) -> list[str]:
    return [*words[:at], words[at].lower(), *words[at + 1 :]]
