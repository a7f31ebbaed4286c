"""Quotation marks to pairs: which stretches of one paragraph stand between marks.

What belongs here: marks, their neighbours and how they pair, in any script and every habit (“…”, „…“, »…«, ”…”, "…",
‘…’, ``…''), typed the wrong way round, mismatched, nested, glued to a word, or missing at one end. The context of a mark
decides before its shape does: after a space a mark opens, before a space it closes, and only where it is glued on both
sides does it open or close by turns. No words are known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsdiff.model import Span

DOUBLE = '"“”„‟«»‹›＂〝〞「」『』'
SINGLE = "'‘’‚‛`´"
MARKS = DOUBLE + SINGLE

_WIDE_COMMAS = "，、"
_DOUBLE = re.compile(rf"''|``|,,(?=\w)|[{DOUBLE}]")
_SINGLE_OPEN = re.compile(r"['‘‚‛`](?=[^\W\d_])")
_SINGLE_CLOSE = re.compile(r"(?<=\S)['’‘´]")
_ELIDED = re.compile(r"[^\W\d_]['’]")
_BEFORE_OPENING = " \t\u00a0\u202f\u200f\u200e\n([{—–-/¿¡"
_AFTER_CLOSING = " \t\u00a0\u202f\u200f\u200e\n)]}.,;:!?…—–-/،؛؟।，。；：！？、"
_SPACES = " \t\u00a0\u202f\u200f\u200e\n"
_LEADS = ":,،.!?؟।…：，。！？"
_DEEPEST = 6
_LONGEST_CLUSTER = 3
_OPENS_ONLY = frozenset({"„", "«", "「", "『", "〝", "``", ",,"})
_CLOSES_ONLY = frozenset("」』〞")
_CLOSES_SPACED = frozenset("»›")
"""Marks that close behind a space as well, whatever mark follows: « comme ici »."""
_FITS = {
    '"': '"“”＂',
    "“": '”"‟',
    "”": '”"“',
    "„": '“”"‟',
    "‟": '”"‟',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "＂": "＂",
    "〝": "〞",
    "「": "」",
    "『": "』",
    ",,": "''“”\"",
    "``": "''\"”",
    "''": "''",
}


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch between marks: ``inner`` without them and trimmed of spaces, ``outer`` with them.

    Where the closing mark is missing, ``closed`` is False and both end where the paragraph does, or before a mark of the
    same shape that opens the next quotation.
    """

    outer: Span
    inner: Span
    closed: bool


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """The outermost pairs of a paragraph in order, the opening marks without a partner, and the closing ones."""

    span: Span
    pairs: tuple[Marked, ...]
    unclosed: tuple[Marked, ...]
    strays: tuple[Span, ...]


def paragraphs(text: str) -> list[Span]:
    """The lines of a text that hold anything, trimmed of white space."""
    found = []
    for match in re.finditer(r"[^\n]+", text):
        span = trim(text, match.start(), match.end())
        if span.start < span.end:
            found.append(span)
    return found


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space at its ends, and without the comma that ends it before its mark in scripts without spaces."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _WIDE_COMMAS):
        end -= 1
    return Span(start, end)


def pair_marks(text: str, paragraph: Span) -> MarkedParagraph:
    """Pair the quotation marks of one paragraph. Takes time linear in its length; never raises."""
    pairs, unclosed, strays = _pair_double(text, paragraph)
    doubles = _outermost([_marked(text, a, b, c, d) for a, b, c, d in pairs])
    singles = [_marked(text, a, b, c, d) for a, b, c, d in _pair_single(text, paragraph)]
    merged = _merge(doubles, singles)
    return MarkedParagraph(
        paragraph,
        tuple(pair for pair in merged if pair.inner.start < pair.inner.end),
        tuple(Marked(Span(a, end), trim(text, b, end), closed=False) for a, b, end in unclosed),
        tuple(Span(a, b) for a, b in strays),
    )


def _marked(text: str, a: int, b: int, c: int, d: int) -> Marked:
    return Marked(Span(a, d), trim(text, b, c), closed=True)


def _pair_double(
    text: str, paragraph: Span
) -> tuple[list[tuple[int, int, int, int]], list[tuple[int, int, int]], list[tuple[int, int]]]:
    open_marks: list[tuple[int, int, str]] = []
    pairs: list[tuple[int, int, int, int]] = []
    unclosed: list[tuple[int, int, int]] = []
    strays: list[tuple[int, int]] = []
    for match in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
        glyph = match.group()
        side = -1 if glyph in _CLOSES_ONLY else _side(text, match.start(), match.end(), paragraph)
        if side > 0 and open_marks and glyph in _CLOSES_SPACED and not text[match.end() : match.end() + 1].isalnum():
            side = 0
        if not open_marks:
            led = text[max(paragraph.start, match.start() - 1)] == ":" or _is_elided(text, match.start(), glyph)
            if glyph in _CLOSES_ONLY or (side < 0 and not led):
                strays.append(match.span())
            else:
                open_marks.append((*match.span(), glyph))
            continue
        if side > 0 and _begins_anew(text, match.start(), glyph, open_marks):
            unclosed += [(a, b, match.start()) for a, b, _ in open_marks]
            open_marks = [(*match.span(), glyph)]
            continue
        if _opens_inside(glyph, side, open_marks):
            if len(open_marks) == _DEEPEST:
                unclosed.append((*open_marks.pop(0)[:2], paragraph.end))
            open_marks.append((*match.span(), glyph))
            continue
        at = _partner(glyph, open_marks)
        unclosed += [(a, b, paragraph.end) for a, b, _ in open_marks[at + 1 :]]
        a, b, _ = open_marks[at]
        del open_marks[at:]
        pairs.append((a, b, *match.span()))
    unclosed += [(a, b, paragraph.end) for a, b, _ in open_marks]
    return pairs, sorted(unclosed), strays


def _side(text: str, start: int, end: int, paragraph: Span) -> int:
    """1 where the neighbours say that a mark opens, -1 where they say that it closes, 0 where they do not tell."""
    left, right = start - 1, end
    while left >= max(paragraph.start, start - _LONGEST_CLUSTER) and text[left] in MARKS:
        left -= 1
    while right < min(paragraph.end, end + _LONGEST_CLUSTER) and text[right] in MARKS:
        right += 1
    before = text[left] if left >= paragraph.start else " "
    after = text[right] if right < paragraph.end else " "
    opens, closes = before in _BEFORE_OPENING, after in _AFTER_CLOSING
    if opens and closes and before in _SPACES and after not in _SPACES:
        return 1 if after in "….—–-¿¡(" else -1
    return int(opens) - int(closes)


def _is_elided(text: str, start: int, glyph: str) -> bool:
    """Whether an elided word stands right before a mark that only opens: "qu’« il", "d'« un"."""
    return glyph == "«" and bool(_ELIDED.fullmatch(text, max(0, start - 2), start))


def _begins_anew(text: str, start: int, glyph: str, open_marks: list[tuple[int, int, str]]) -> bool:
    """Tell whether a mark that opens begins another quotation, since the one that is open never closed.

    Nobody nests marks of one shape, and something leads to it: a colon, a comma, or the end of a sentence.
    """
    lead = text[max(0, start - _LONGEST_CLUSTER) : start].rstrip()[-1:]
    return glyph == '"' and len(open_marks) == 1 and open_marks[0][2] == glyph and bool(lead) and lead in _LEADS


def _opens_inside(glyph: str, side: int, open_marks: list[tuple[int, int, str]]) -> bool:
    """Tell whether a mark that stands inside a quotation opens another one."""
    if side:
        return side > 0
    top = open_marks[-1][2]
    if glyph in _OPENS_ONLY:
        return not (glyph == "«" and top == "»")
    return glyph == "“" and not any(glyph in _FITS[opened] for _, _, opened in open_marks)


def _partner(glyph: str, open_marks: list[tuple[int, int, str]]) -> int:
    for at in range(len(open_marks) - 1, -1, -1):
        if glyph in _FITS[open_marks[at][2]]:
            return at
    return len(open_marks) - 1


def _pair_single(text: str, paragraph: Span) -> list[tuple[int, int, int, int]]:
    """Pair single marks, which apostrophes imitate: strict about the neighbours on both sides."""
    openers = [
        match.end()
        for match in _SINGLE_OPEN.finditer(text, paragraph.start, paragraph.end)
        if match.start() == paragraph.start
        or text[match.start() - 1] in _BEFORE_OPENING + ":"
        or text[match.start() - 1] in DOUBLE
    ]
    closers = [
        match.start()
        for match in _SINGLE_CLOSE.finditer(text, paragraph.start, paragraph.end)
        if match.end() == paragraph.end or text[match.end()] in _AFTER_CLOSING or text[match.end()] in DOUBLE
    ]
    pairs: list[tuple[int, int, int, int]] = []
    at, free = 0, paragraph.start
    for number, opener in enumerate(openers):
        if opener - 1 < free:
            continue
        limit = openers[number + 1] if number + 1 < len(openers) else paragraph.end
        while at < len(closers) and closers[at] <= opener:
            at += 1
        fitting = []
        while at < len(closers) and closers[at] < limit:
            fitting.append(closers[at])
            at += 1
        if not fitting:
            continue
        firm = [
            c
            for c in fitting
            if text[c - 1] in ".,!?…।؟،。，！？" or (c + 1 < paragraph.end and text[c + 1] in ",.;:!?")
        ]
        close = (firm or fitting)[0]
        pairs.append((opener - 1, opener, close, close + 1))
        free = close + 1
    return pairs


def _outermost(pairs: list[Marked]) -> list[Marked]:
    found: list[Marked] = []
    for pair in sorted(pairs, key=lambda pair: (pair.outer.start, -pair.outer.end)):
        if not found or pair.outer.start >= found[-1].outer.end:
            found.append(pair)
    return found


def _merge(doubles: list[Marked], singles: list[Marked]) -> list[Marked]:
    """Add the single pairs that no double pair covers or crosses; a single pair hides the double ones inside it."""
    kept: list[Marked] = []
    at = 0
    for single in singles:
        while at < len(doubles) and doubles[at].outer.end <= single.outer.start:
            at += 1
        inside = at
        while inside < len(doubles) and single.inner.covers(doubles[inside].outer):
            inside += 1
        if inside == len(doubles) or not doubles[inside].outer.overlaps(single.outer):
            kept.append(single)
    return _outermost([*doubles, *kept])
