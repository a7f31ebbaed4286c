"""Lines joined to paragraphs, words that were parted at the end of a line joined again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from newsdiff.lang.detect import detect_language
from newsdiff.lang.pack import load_pack
from newsdiff.load.pdf.line import Line

_PARTED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_HYPHEN_AT_END = re.compile(r"(?<=\w)[-\u2010]$")
_NEXT = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?…。؟।][\"'”’“»«)\]]*$")
_SAME_SIZE = 0.12
_WIDE_LEADING = 1.35
_INDENT = 0.8
_SHORT = 0.85
_NEAR = 3.0


def join(pages: Sequence[Sequence[Line]]) -> str:
    """The text of all pages: a line a paragraph, an empty line between two.

    A paragraph begins after a wide gap, at an indent, at another size of letters, and after a line that ends a sentence
    before the end of the column. It may run on over the end of a column or a page.
    """
    leading = _leading(pages)
    lines = [line for page in pages for line in page]
    known = _words(lines)
    conjunctions = _conjunctions(lines)
    paragraphs: list[list[Line]] = []
    column = _columns(lines, leading)
    for at, line in enumerate(lines):
        if at and not _begins(line, lines[at - 1], column[at], column[at - 1], leading):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return "\n\n".join(_joined(paragraph, known, conjunctions) for paragraph in paragraphs)


def _leading(pages: Sequence[Sequence[Line]]) -> float:
    """The usual distance from one line to the next, in heights of a letter."""
    steps = [
        (above.bottom - below.bottom) / below.size
        for page in pages
        for above, below in pairwise(page)
        if 0 < above.bottom - below.bottom < _NEAR * below.size
    ]
    return median(steps) if steps else 1.2


def _columns(lines: Sequence[Line], leading: float) -> list[tuple[float, float]]:
    """For each line, the left and right end of the column it stands in: of the lines around it without a break."""
    ends: list[tuple[float, float]] = []
    start = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or not _below(lines[at], lines[at - 1], _NEAR * leading):
            block = lines[start:at]
            ends += [(min(line.left for line in block), max(line.right for line in block))] * len(block)
            start = at
    return ends


def _below(line: Line, above: Line, most: float) -> bool:
    """Whether ``line`` stands below ``above`` in one column."""
    step = above.bottom - line.bottom
    return 0 < step < most * line.size and line.left < above.right and above.left < line.right


def _begins(
    line: Line, above: Line, column: tuple[float, float], column_above: tuple[float, float], leading: float
) -> bool:
    """Whether a paragraph begins with ``line``."""
    if abs(line.size - above.size) > _SAME_SIZE * max(line.size, above.size):
        return True
    step = above.bottom - line.bottom
    ended = _SENTENCE_END.search(above.text) is not None
    if not _below(line, above, _WIDE_LEADING * leading):
        return ended or 0 < step < _NEAR * leading * line.size
    indent = column[1] - line.right if line.rtl else line.left - column[0]
    indent_above = column_above[1] - above.right if above.rtl else above.left - column_above[0]
    if _INDENT * line.size < indent < _NEAR * line.size and indent_above < 0.5 * line.size:
        return True
    reached = column_above[1] - above.left if above.rtl else above.right - column_above[0]
    return ended and reached < _SHORT * (column_above[1] - column_above[0])


def _words(lines: Sequence[Line]) -> frozenset[str]:
    """The words of the text that stand whole on one line, with and without hyphens in them."""
    return frozenset(word for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text.lower())[:-1])


def _conjunctions(lines: Sequence[Line]) -> frozenset[str]:
    pack = load_pack(detect_language("\n".join(line.text for line in lines)) or "und")
    return frozenset((*pack.people.conjunctions, *pack.speech.conjunctions))


def _joined(paragraph: Sequence[Line], known: frozenset[str], conjunctions: frozenset[str]) -> str:
    parts: list[str] = []
    for line in paragraph:
        if parts:
            parts[-1] = _end(parts[-1], line.text, known, conjunctions)
        parts.append(line.text)
    return "".join(parts)


def _end(text: str, following: str, known: frozenset[str], conjunctions: frozenset[str]) -> str:
    """A line with what belongs between it and the one that follows."""
    parted, first = _PARTED.search(text), _NEXT.match(following)
    if parted and first:
        return _mend(text, parted.group(1), first.group(), known, conjunctions)
    return text if _HYPHEN_AT_END.search(text) else text + " "


def _mend(text: str, before: str, after: str, known: frozenset[str], conjunctions: frozenset[str]) -> str:
    """A line that ends in ``before`` and a hyphen, with what belongs between it and the word ``after``."""
    if after in conjunctions:
        return text + " "
    whole = (before + after).lower()
    if text.endswith("\u00ad") or (after[0].islower() and f"{before}-{after}".lower() not in known) or whole in known:
        return text[:-1]
    return text
