"""What stands on a page for the sake of the page: running heads, page numbers, the address that a browser prints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from newsdiff.load.pdf.line import Line, Page

_MARGIN = 0.06
_EDGE_LINES = 3
_LEAST_GAP = 0.5
_DIGITS = re.compile(r"\d+")
_NUMBER_ALONE = re.compile(r"[^\w%]{0,3}\d{1,4}[^\w%]{0,3}(?:\d{1,4}[^\w%]{0,3})?")


def without_furniture(pages: Sequence[Page]) -> tuple[tuple[Line, ...], ...]:
    """The lines of each page that belong to the article.

    Left out are lines at the upper or lower end of a page, apart from the text, that are a page number, that come again
    on most pages (but for digits), or that stand in the margin and are not larger than the text.
    """
    repeated = _repeated(pages)
    sizes = [line.size for page in pages for line in page.lines for _ in range(len(line.text) // 20 + 1)]
    size = median(sizes) if sizes else 0.0
    return tuple(_without(page, repeated, size) for page in pages)


def _without(page: Page, repeated: frozenset[str], size: float) -> tuple[Line, ...]:
    left_out = {line for line in _edge(page) if _is_furniture(line, page, repeated, size)}
    return tuple(line for line in page.lines if line not in left_out)


def _repeated(pages: Sequence[Page]) -> frozenset[str]:
    counts = Counter(form for page in pages for form in {_form(line) for line in _edge(page)})
    return frozenset(form for form, count in counts.items() if count > 1 and count * 2 > len(pages))


def _edge(page: Page) -> Iterator[Line]:
    by_height = sorted(page.lines, key=lambda line: -line.top)
    yield from by_height[:_EDGE_LINES]
    yield from by_height[_EDGE_LINES:][-_EDGE_LINES:]


def _form(line: Line) -> str:
    return _DIGITS.sub("0", line.text)


def _is_furniture(line: Line, page: Page, repeated: frozenset[str], size: float) -> bool:
    if _gap(line, page) <= _LEAST_GAP * line.size:
        return False
    in_margin = line.top < _MARGIN * page.height or line.bottom > (1 - _MARGIN) * page.height
    alone = _form(line) in repeated or _NUMBER_ALONE.fullmatch(line.text) is not None
    return alone or (in_margin and line.size <= size)


def _gap(line: Line, page: Page) -> float:
    """The height of the empty space between a line and the text of the page, in points."""
    gaps = [max(other.bottom - line.top, line.bottom - other.top) for other in page.lines if other != line]
    return min((gap for gap in gaps if gap > -_LEAST_GAP * line.size), default=0.0)
