"""The rim towards pdfminer.six: from bytes to pages of lines."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from statistics import median
from typing import Any, cast

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LAParams, LTChar, LTFigure, LTImage, LTItem, LTPage, LTTextLine
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect
from pdfminer.pdffont import PDFFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from newsdiff.errors import SourceError
from newsdiff.load.pdf.direction import reading_order, runs_right_to_left
from newsdiff.load.pdf.line import Line, Page

_LAYOUT = LAParams()
_UNKNOWN = "\ufffd"
_GAP = 0.15
_GAP_BESIDE_BLANKS = 0.6
_SAME_HEIGHT = 0.3
_COLUMN_GAP = 3.0


def open_document(data: bytes) -> PDFDocument:
    """Open a PDF. Raises ``SourceError`` with the code encrypted or damaged."""
    try:
        return PDFDocument(PDFParser(BytesIO(data)))
    except PDFPasswordIncorrect as error:
        raise SourceError("encrypted", "it is locked with a password; save it without one") from error
    except Exception as error:
        raise _damaged(error) from error


def read_pages(document: PDFDocument) -> tuple[Page, ...]:
    """The lines of every page. Raises ``SourceError`` with the code damaged."""
    resources = PDFResourceManager()
    device = _Device(resources)
    interpreter = PDFPageInterpreter(resources, device)
    pages = []
    try:
        for page in PDFPage.create_pages(document):
            interpreter.process_page(page)
            pages.append(_page(device.get_result()))
    except Exception as error:
        raise _damaged(error) from error
    return tuple(pages)


def title(document: PDFDocument) -> str | None:
    """What the file says its title is."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    try:
        said = resolve1(document.info[0].get("Title")) if document.info else None
        return decode_text(said) if isinstance(said, bytes) else None
    except Exception:  # noqa: BLE001 - an article can do without the title that its file gives
        return None


def _damaged(error: Exception) -> SourceError:
    return SourceError("damaged", f"it is damaged ({type(error).__name__}); save it anew, or its text as .txt")


class _Said:
    """A font whose glyph stands for what the file itself says, not for what the font says."""

    def __init__(self, font: PDFFont, text: str) -> None:
        self._font = font
        self._text = text

    def __getattr__(self, name: str) -> Any:
        return getattr(self._font, name)

    def to_unichr(self, _cid: int) -> str:
        return self._text


class _Device(PDFPageAggregator):
    """Collects the glyphs of a page, each with the text that a span around it gives (``ActualText``)."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources, laparams=None)
        self._spans: list[str | None] = []

    def begin_tag(self, _tag: Any, props: Any = None) -> None:
        said = props.get("ActualText") if isinstance(props, dict) else None
        self._spans.append(_text_of(said) if isinstance(said, bytes) else None)

    def end_tag(self) -> None:
        if self._spans:
            self._spans.pop()

    def render_char(self, matrix: Any, font: PDFFont, *rest: Any) -> float:
        place = next((at for at, text in enumerate(self._spans) if text is not None), None)
        if place is not None:
            font = cast("PDFFont", _Said(font, self._spans[place] or ""))
            self._spans[place] = ""  # the first glyph carries all of it
        return super().render_char(matrix, font, *rest)

    def handle_undefined_char(self, _font: PDFFont, _cid: int) -> str:
        return _UNKNOWN


def _text_of(data: bytes) -> str:
    from pdfminer.utils import decode_text

    return decode_text(data)


def _page(page: LTPage) -> Page:
    items = tuple(_leaves(page))
    glyphs = [item for item in items if isinstance(item, LTChar)]
    lines: list[Line] = []
    parts = page.group_objects(_LAYOUT, glyphs) if glyphs else ()
    for row in _rows(part for part in parts if isinstance(part, LTTextLine)):
        lines.append(_line(row, rtl_before=bool(lines) and lines[-1].rtl))
    return Page(
        tuple(line for line in lines if line.text),
        page.height,
        has_picture=any(isinstance(item, LTImage) for item in items),
    )


def _rows(parts: Iterable[LTTextLine]) -> list[list[LTTextLine]]:
    """The parts of each line: those that follow one another at one height, without a gap as wide as one of columns."""
    rows: list[list[LTTextLine]] = []
    for part in parts:
        last = rows[-1][-1] if rows else None
        if (
            last is not None
            and abs(last.y0 - part.y0) < _SAME_HEIGHT * last.height
            and max(part.x0 - last.x1, last.x0 - part.x1) < _COLUMN_GAP * last.height
        ):
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def _leaves(items: Iterable[LTItem]) -> Iterator[LTItem]:
    for item in items:
        if isinstance(item, LTFigure):
            yield from _leaves(item)
        else:
            yield item


def _line(row: Sequence[LTTextLine], *, rtl_before: bool) -> Line:
    """One line; where no letter tells its direction, it runs as the one before it."""
    glyphs = [item for part in row for item in part if isinstance(item, LTChar)]
    drawn = "".join(glyph.get_text() for glyph in glyphs)
    gap = _GAP_BESIDE_BLANKS if " " in drawn.strip() else _GAP
    rtl = runs_right_to_left(drawn, otherwise=rtl_before)
    if rtl:
        in_place = sorted((glyph for glyph in glyphs if not _is_mark(glyph)), key=lambda glyph: glyph.x0)
        text = reading_order(list(_with_gaps(in_place, gap)))
    else:
        text = "".join(_with_gaps(glyphs, gap))
    return Line(
        " ".join(text.split()),
        min(part.x0 for part in row),
        min(part.y0 for part in row),
        max(part.x1 for part in row),
        max(part.y1 for part in row),
        median(glyph.size for glyph in glyphs),
        rtl=rtl,
    )


def _is_mark(glyph: LTChar) -> bool:
    """Whether a glyph stands above or below a letter, so that its place does not tell which one it belongs to."""
    return unicodedata.category(glyph.get_text()[:1] or " ") == "Mn"


def _with_gaps(glyphs: Iterable[LTChar], gap: float) -> Iterator[str]:
    """The text of glyphs as they come from left to right, with a blank where a gap is wider than ``gap`` of their size."""
    end: float | None = None
    for glyph in glyphs:
        if end is not None and glyph.x0 - end > gap * glyph.size:
            yield " "
        yield glyph.get_text()
        end = max(glyph.x1, end or glyph.x1)
