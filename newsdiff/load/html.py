"""HTML: the main text of a page, with its title, day and language."""

from __future__ import annotations

import re

from newsdiff.errors import SourceError
from newsdiff.load.clean import clean, clean_line
from newsdiff.load.decode import decode
from newsdiff.load.text import day, language_code
from newsdiff.model import Article

SUFFIXES = (".html", ".htm", ".xhtml")
TYPES = ("text/html", "application/xhtml+xml")

_HEAD = 4096
_OWN_HEAD = 200_000
_OWN_REPORT = re.compile(rb'<meta name="generator" content="newsdiff ')
_DECLARED = re.compile(rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{1,40})""", re.IGNORECASE)
_LANGUAGE = re.compile(r"""<html\s[^>]{0,1000}?\blang\s*=\s*["']?\s*([A-Za-z0-9-]{1,40})""", re.IGNORECASE)
_LOOKS_LIKE_HTML = re.compile(rb"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)[\s>]", re.IGNORECASE)


def looks_like(data: bytes) -> bool:
    """Whether bytes without a telling name are a page."""
    return _LOOKS_LIKE_HTML.match(data.removeprefix(b"\xef\xbb\xbf")[:_HEAD]) is not None


def read(source: str, data: bytes, declared: str | None = None) -> tuple[Article, ...]:
    """Read the article of a page; ``declared`` is its encoding where a header names one. Raises ``SourceError``."""
    if _OWN_REPORT.search(data[:_OWN_HEAD]):
        raise SourceError("own_report", "this is a report of newsdiff and no article")
    from trafilatura import bare_extraction

    meta = _DECLARED.search(data[:_HEAD])
    page = decode(data, declared or (meta.group(1).decode("ascii") if meta else None))
    found = bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if found is None or not (found.text or "").strip():
        raise SourceError("no_text", "no article could be found in this page; save its text as .txt")
    language = _LANGUAGE.search(page[:_HEAD])
    return (
        Article(
            source,
            clean(found.text),
            title=clean_line(found.title or "") or None,
            language=language_code(language.group(1)) if language else None,
            published=day(found.date),
        ),
    )
