"""Text to sentences, in any language.

What belongs here: the lines of a text, and the sentences in them; where a sentence ends within a line is told by
`boundaries`. A line break ends a sentence, so that headlines and list items stand alone, unless the text is wrapped at a
fixed width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsdiff.annotate.boundaries import Boundary, Rules, compile_rules
from newsdiff.lang.detect import sentence_language
from newsdiff.model.annotation import Sentence

_LINE_BREAK = re.compile(r"\n\s*")
_FIRST_WORD = re.compile(r"\S*")
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 120
_FEWEST_WRAPS = 3
_WRAPPED_SHARE = 0.9
_LONGEST = 4_000
"""Code points of the longest sentence. Every claim is compared by its sentence, so a longer one costs its length many times."""


def split_sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text written mainly in ``language`` (ISO 639-1; ``und`` where unknown).

    They are trimmed of white space, in order, do not overlap, and hold every other character of the text. What is longer
    than any sentence is parted at a blank. A sentence in another language than the text has its own where the evidence is
    strong. Takes time linear in the length.
    """
    rules = compile_rules(language)
    return tuple(
        Sentence(start, end, sentence_language(text[start:end], language))
        for unit_start, unit_end in _units(text, rules)
        for whole_start, whole_end in _sentences(text, unit_start, unit_end, rules)
        for start, end in _parts(text, whole_start, whole_end)
    )


def _units(text: str, rules: Rules) -> Iterator[tuple[int, int]]:
    """Yield what lies between line breaks that end a sentence."""
    width = _wrap_width(text)
    start = 0
    for match in _LINE_BREAK.finditer(text):
        if width and match.group().count("\n") == 1 and not text.startswith(rules.bullets, match.end()):
            line_start = text.rfind("\n", 0, match.start()) + 1
            if not _fits(text, line_start, match.start(), match.end(), width):
                continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _wrap_width(text: str) -> int:
    """Return the width at which the text is wrapped; 0 where its line breaks mean something.

    Wrapped is a text in which hardly a line would have had room for the first word of the next one.
    """
    width = max(map(len, text.split("\n")))
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    full = breaks = line_start = 0
    for match in _LINE_BREAK.finditer(text):
        if match.group().count("\n") == 1:
            breaks += 1
            full += not _fits(text, line_start, match.start(), match.end(), width)
        line_start = match.end()
    return width if breaks >= _FEWEST_WRAPS and full >= _WRAPPED_SHARE * breaks else 0


def _fits(text: str, line_start: int, line_end: int, next_start: int, width: int) -> bool:
    word = _FIRST_WORD.match(text, next_start)
    return line_end - line_start + 1 + (len(word.group()) if word else 0) <= width


def _sentences(text: str, start: int, stop: int, rules: Rules) -> Iterator[tuple[int, int]]:
    pending: tuple[int, int] | None = None
    for a, b in _cuts(text, start, stop, rules):
        if pending is not None and not any(map(str.isalnum, text[a:b])):
            pending = pending[0], b
            continue
        if pending is not None:
            yield pending
        pending = a, b
    if pending is not None:
        yield pending


def _cuts(text: str, start: int, stop: int, rules: Rules) -> Iterator[tuple[int, int]]:
    unit_start = start
    for match in rules.end.finditer(text, start, stop):
        if match.end() < stop and Boundary(text, unit_start, stop, match, rules).ends_sentence():
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, stop)


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, in parts where it is too long for one: each up to its last blank, if there is one."""
    while end - start > _LONGEST:
        blank = max(text.rfind(mark, start, start + _LONGEST) for mark in " \t\n\u00a0")
        cut = blank if blank > start else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
