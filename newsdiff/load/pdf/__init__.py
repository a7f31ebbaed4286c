"""PDF: the text of its pages, joined to paragraphs. Needs the extra ``newsdiff[pdf]`` (pdfminer.six).

pdfminer.six was chosen for what it tells of every glyph: its place, and the text that the file itself gives for it, which is
the only way to the letters of Arabic and Devanagari. What a PDF says of its title, day and language is mostly
what a program filled in, so only a title that stands in the text is taken.
"""

from __future__ import annotations

import logging
import re
import warnings
import zlib
from typing import TYPE_CHECKING

from newsdiff.errors import SourceError
from newsdiff.load.clean import clean
from newsdiff.load.extras import missing_extra
from newsdiff.load.titles import title_in
from newsdiff.model import Article, Reason, Skipped

if TYPE_CHECKING:
    from newsdiff.load.pdf.line import Page

SUFFIXES = (".pdf",)
TYPES = ("application/pdf", "application/x-pdf")

_HEAD = 1024
_MOST_UNPACKED = 200_000_000
_STREAM = re.compile(rb"stream\r?\n")
_UNKNOWN = re.compile("[\ufffd\x00\ue000-\uf8ff]")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_UNKNOWN = 0.03
_DETACHED = re.compile(r"(?<![^\s])[\u0900-\u0903\u093a-\u094f\u0981-\u0983\u09be-\u09cd\u0b82\u0bbe-\u0bcd]")
_MOST_DETACHED = 0.02
_MEND = "save the text as .docx or .txt"


def looks_like(data: bytes) -> bool:
    """Whether bytes without a telling name are a PDF."""
    return b"%PDF-" in data[:_HEAD]


def read(source: str, data: bytes, declared: str | None = None) -> tuple[Article | Skipped, ...]:  # noqa: ARG001
    """Read the article of a PDF, and name the pages that are pictures alone. Raises ``SourceError``."""
    if not data:
        raise SourceError("empty", "the file is empty")
    if not looks_like(data):
        raise SourceError("damaged", f"it is named .pdf but is no PDF; {_MEND}")
    _refuse_bombs(data)
    try:
        from newsdiff.load.pdf import reader
    except ImportError as error:
        raise missing_extra(".pdf", "pdf") from error
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document = reader.open_document(data)
        pages = reader.read_pages(document)
    return _found(source, pages, reader.title(document))


def _found(source: str, pages: tuple[Page, ...], title: str | None) -> tuple[Article | Skipped, ...]:
    from newsdiff.load.pdf.furniture import without_furniture
    from newsdiff.load.pdf.paragraphs import join

    lines = without_furniture(pages)
    text = join(lines)
    letters, words, unknown = len(_LETTER.findall(text)), len(text.split()), len(_UNKNOWN.findall(text))
    if unknown > _MOST_UNKNOWN * letters or len(_DETACHED.findall(text)) > _MOST_DETACHED * words:
        raise SourceError("unreadable_encoding", f"it draws its letters without saying which ones they are; {_MEND}")
    if not letters and any(page.has_picture for page in pages):
        raise SourceError(
            "no_text",
            "it holds pictures of pages and no text, as a scanner makes them; run a text recognition (OCR) over it",
        )
    if not letters:
        raise SourceError("no_text", f"there is no text on its pages; {_MEND}")
    text = clean(_UNKNOWN.sub("", text))
    article = Article(source, text, title=title_in(text, title))
    blank = [number for number, page in enumerate(pages, 1) if page.has_picture and not page.lines]
    if not blank:
        return (article,)
    told = f"page{'s' if len(blank) > 1 else ''} {', '.join(map(str, blank))}: pictures without text; the rest was read"
    return article, Skipped(source, Reason("pages_without_text", told))


def _refuse_bombs(data: bytes) -> None:
    """Refuse a file whose packed parts are far larger than they look. Raises ``SourceError``."""
    size = 0
    for match in _STREAM.finditer(data):
        packed = data[match.end() : data.find(b"endstream", match.end())]
        try:
            size += len(zlib.decompressobj().decompress(packed, _MOST_UNPACKED + 1 - size))
        except zlib.error:
            continue
        if size > _MOST_UNPACKED:
            raise SourceError("too_large", f"unpacked it is larger than {_MOST_UNPACKED:,} bytes; {_MEND}")
