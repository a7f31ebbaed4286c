"""Quotations whose marks do not pair within one paragraph: over several paragraphs, or with a mark missing at one end.

What belongs here: turning the pairs and the single marks of all paragraphs into pieces, each within one paragraph. A
mark without a partner never reaches further than its paragraph, and not that far where the paragraph is long.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from newsdiff.model import Span
from newsdiff.parse.quotations.cues import cues_in
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.quote_marks import DOUBLE, Marked, MarkedParagraph, trim

_PARAGRAPHS_TO_CLOSE = 5
_LONGEST_OPEN = 600
_SPACE_BEFORE_STRAY = 400
_ENDS = ".!?…।؟。！？"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that may be a quotation.

    ``continues`` where the paragraph before began it, ``goes_on`` where the
    next one continues it.
    """

    outer: Span
    inner: Span
    continues: bool = False
    goes_on: bool = False


def pieces_of(passage: Passage, marked: list[MarkedParagraph]) -> list[list[Piece]]:
    """The pieces of each paragraph, in order and apart from one another."""
    pieces = [[Piece(pair.outer, pair.inner) for pair in each.pairs] for each in marked]
    reopened = False
    closed_until = -1
    for number, each in enumerate(marked):
        if number <= closed_until:
            continue
        if reopened and pieces[number] and pieces[number][0].outer.start == each.span.start:
            first = pieces[number][0]
            pieces[number][0] = Piece(first.outer, first.inner, continues=True)
        reopens = number + 1 < len(marked) and _begins_with_mark(passage, marked[number + 1])
        opened = _opened(passage, each, reopens=reopens)
        if opened is None:
            reopened = False
            _add_stray(passage, each, pieces[number])
            continue
        starts = opened.outer.start == each.span.start
        if reopens:
            _lay(pieces[number], Piece(opened.outer, opened.inner, continues=reopened and starts, goes_on=True))
            reopened = True
            continue
        closing = _closing_paragraph(marked, number)
        if closing is not None:
            _lay(pieces[number], Piece(opened.outer, opened.inner, continues=reopened and starts, goes_on=True))
            for between in range(number + 1, closing):
                span = marked[between].span
                pieces[between] = [Piece(span, span, continues=True)]
            stray = marked[closing].strays[0]
            inner = trim(passage.text, marked[closing].span.start, stray.start)
            if inner.start < inner.end:
                _lay(pieces[closing], Piece(Span(inner.start, stray.end), inner, continues=True))
            closed_until = closing
        else:
            inner = _cut(passage, opened)
            if inner.start < inner.end:
                _lay(pieces[number], Piece(Span(opened.outer.start, inner.end), inner, continues=reopened and starts))
        reopened = False
    return pieces


def _opened(passage: Passage, each: MarkedParagraph, *, reopens: bool) -> Marked | None:
    """The opening mark without a partner that a paragraph's start, or a colon or comma, makes the start of speech.

    Where the next paragraph ``reopens`` with a mark, so does the end of a sentence before it.
    """
    for opened in each.unclosed:
        if opened.inner.start >= opened.inner.end:
            continue
        before = passage.text[each.span.start : opened.outer.start].rstrip()
        if not before or before[-1] in ":：" or (reopens and before[-1] in _ENDS):
            return opened
        if before[-1] in ",،" and cues_in(
            passage, passage.speech_at(opened.outer.start), _words_before(passage, opened)
        ):
            return opened
    return None


def _words_before(passage: Passage, opened: Marked) -> range:
    words = passage.words_in(max(0, opened.outer.start - 80), opened.outer.start)
    return words[-4:]


def _begins_with_mark(passage: Passage, each: MarkedParagraph) -> bool:
    return passage.text[each.span.start] in DOUBLE


def _closing_paragraph(marked: list[MarkedParagraph], number: int) -> int | None:
    for following in range(number + 1, min(len(marked), number + 1 + _PARAGRAPHS_TO_CLOSE)):
        each = marked[following]
        first = min([pair.outer.start for pair in (*each.pairs, *each.unclosed)], default=each.span.end + 1)
        if each.strays and each.strays[0].start < first:
            return following
        if each.unclosed:
            return None
    return None


def _cut(passage: Passage, opened: Marked) -> Span:
    """End a quotation that nothing closes: before ", said X", or with its paragraph, or with its first sentence."""
    speech = passage.speech_at(opened.inner.start)
    inner = opened.inner
    if passage.text[opened.outer.end : opened.outer.end + 1] == '"':
        last = max(passage.text.rfind(mark, inner.start, inner.end) for mark in _ENDS)
        return Span(inner.start, max(inner.start, last + 1))
    words = passage.words_in(inner.start, min(inner.end, inner.start + _LONGEST_OPEN))
    for cue in cues_in(passage, speech, words):
        if cue.first == words.start:
            continue
        end = passage.words[cue.first - 1].end
        if cue.kind == "reporting" and "," in passage.text[end : passage.words[cue.first].start]:
            return Span(inner.start, end)
    if inner.end - inner.start <= _LONGEST_OPEN:
        return inner
    number = passage.sentence_number(inner.start)
    end = passage.sentences[number].end if number >= 0 else inner.start
    return (
        Span(inner.start, end) if inner.start < end <= inner.start + _LONGEST_OPEN else Span(inner.start, inner.start)
    )


def _add_stray(passage: Passage, each: MarkedParagraph, pieces: list[Piece]) -> None:
    """Add what a closing mark without a partner ends, where a cue follows it at once."""
    text = passage.text
    for stray, following in pairwise(each.strays):
        words = passage.words_in(max(each.span.start, stray.start - 80), stray.start)[-2:]
        inner = trim(text, stray.end, following.start)
        if inner.start < inner.end and cues_in(passage, passage.speech_at(stray.start), words):
            _lay(pieces, Piece(Span(stray.start, following.end), inner))
    for stray in each.strays:
        if stray.start == each.span.start or text[stray.start - 1] not in ",.!?،؟…，。！？":
            continue
        words = passage.words_in(stray.end, min(each.span.end, stray.end + 80))[:4]
        if not cues_in(passage, passage.speech_at(stray.start), words):
            continue
        number = passage.sentence_number(stray.start - 1)
        start = max(each.span.start, passage.sentences[number].start if number >= 0 else each.span.start)
        if stray.start - start > _SPACE_BEFORE_STRAY or any(
            p.outer.end > start and p.outer.start < stray.end for p in pieces
        ):
            continue
        _lay(pieces, Piece(Span(start, stray.end), trim(text, start, stray.start)))


def _lay(pieces: list[Piece], piece: Piece) -> None:
    """Put a piece among others, in the place of those that it covers."""
    kept = [one for one in pieces if not one.outer.overlaps(piece.outer)]
    crossing = any(one.outer.start < piece.outer.start < one.outer.end for one in pieces)
    if not crossing:
        pieces[:] = sorted([*kept, piece], key=lambda one: one.outer)
