"""Word documents: the paragraphs and tables of the body. Needs the extra ``newsdiff[docx]`` (python-docx).

Changes that nobody has accepted yet are read as accepted. Left out are text boxes, notes, comments, and what repeats on
every page. The days that the file tells are those of the file and not of the article, so they are not taken.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from newsdiff.errors import SourceError
from newsdiff.load.clean import clean, clean_line
from newsdiff.load.extras import missing_extra
from newsdiff.load.titles import title_in
from newsdiff.model import Article

SUFFIXES = (".docx",)
TYPES = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)

_BODY = "word/document.xml"
_MOST_UNPACKED = 100_000_000
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = frozenset([f"{_WORD}{tag}" for tag in ("del", "moveFrom", "txbxContent", "pict", "sectPr")] + [_FALLBACK])
_BREAKS = {f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}tab": " ", f"{_WORD}noBreakHyphen": "-"}
_TITLE_STYLE = "Title"
_MEND = "save it anew as .docx, or its text as .txt"


def looks_like(data: bytes) -> bool:
    """Whether bytes without a telling name are a Word document."""
    return data.startswith(b"PK\x03\x04") and b"word/" in data


def read(source: str, data: bytes, declared: str | None = None) -> tuple[Article, ...]:  # noqa: ARG001
    """Read the article of a Word document. Raises ``SourceError``."""
    _check(data)
    try:
        from docx import Document
    except ImportError as error:
        raise missing_extra(".docx", "docx") from error
    try:
        document = Document(BytesIO(data))
        text = clean("\n".join(_blocks(document.element.body)))
        titles = [line.text for line in document.paragraphs if line.style and line.style.name == _TITLE_STYLE]
        said = titles[0] if titles else document.core_properties.title
    except Exception as error:
        raise SourceError("damaged", f"it is damaged ({type(error).__name__}); {_MEND}") from error
    if not text.strip():
        raise SourceError("no_text", "there is no text in its body; text boxes and pictures are not read")
    return (Article(source, text, title=clean_line(said) if titles else title_in(text, said)),)


def _check(data: bytes) -> None:
    """Refuse what is no Word document, or unpacks to more than it should. Raises ``SourceError``."""
    if not data:
        raise SourceError("empty", "the file is empty")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if _ENCRYPTED in data:
            raise SourceError("encrypted", "it is locked with a password; save it without one")
        raise SourceError("binary", "this is a document of the old Word format; save it as .docx")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise SourceError("damaged", f"it is no Word document, or damaged; {_MEND}") from error
    if _BODY not in {part.filename for part in parts}:
        raise SourceError("binary", "this is an archive or another office document; save it as .docx")
    if sum(part.file_size for part in parts) > _MOST_UNPACKED:
        raise SourceError("too_large", f"unpacked it is larger than {_MOST_UNPACKED:,} bytes; save its text as .txt")


def _blocks(element: Any) -> Iterator[str]:
    """The text below an element of the body: a line a paragraph, and a line a row of a table."""
    for child in element:
        if child.tag == f"{_WORD}p":
            yield "".join(_pieces(child))
        elif child.tag == f"{_WORD}tr":
            cells = (" ".join(_blocks(cell)).strip() for cell in child if cell.tag not in _LEFT_OUT)
            yield " | ".join(cell for cell in cells if cell)
        elif child.tag not in _LEFT_OUT:
            yield from _blocks(child)


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_WORD}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag not in _LEFT_OUT:
            yield from _pieces(child)
