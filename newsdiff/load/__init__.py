"""Read sources (files, folders, web addresses, standard input) into articles.

ADD AN INPUT FORMAT HERE: a module with ``SUFFIXES`` and ``read(source, data, declared) -> Article``, and its entry in
``FORMATS``. What gives no article becomes a `Skipped` with its reason, and the rest goes on.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from newsdiff.errors import SourceError
from newsdiff.load import html, text, web
from newsdiff.load.sources import STANDARD_INPUT, Place, expand, once, read_file, within_limit
from newsdiff.model import Article, Reason, Skipped

__all__ = ["FORMATS", "load"]

FORMATS = (text, html)
"""The input formats. A file whose name tells nothing is read as the first, or as a page where it looks like one."""

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def load(
    sources: Sequence[str | Path], *, published: dt.date | None = None, max_bytes: int, timeout: float | None = None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Read every source: the articles, and what was skipped and why, both sorted by source.

    ``published`` is the day of articles that do not tell their own, ``max_bytes`` the greatest size of one source,
    ``timeout`` the longest time in seconds for one web address. A source that is given twice is read once. The reason
    codes are not_found, unreadable, empty, no_text, binary, unreadable_encoding, too_large, no_articles_in_folder and
    fetch_failed.
    """
    places: list[Place] = []
    skipped: set[Skipped] = set()
    articles: list[Article] = []
    for source in map(str, sources):
        try:
            places.extend(expand(source, [suffix for reader in FORMATS for suffix in reader.SUFFIXES]))
        except SourceError as error:
            skipped.add(Skipped(Place(source).shown, Reason(error.code, str(error))))
    for place in once(places):
        try:
            article = _read(place, max_bytes, timeout)
        except SourceError as error:
            skipped.add(Skipped(place.shown, Reason(error.code, str(error))))
        else:
            articles.append(replace(article, published=article.published or published))
    return (
        tuple(sorted(articles, key=lambda article: article.source)),
        tuple(sorted(skipped, key=lambda item: (item.source, item.reason.code))),
    )


def _read(place: Place, max_bytes: int, timeout: float | None) -> Article:
    declared = None
    reader = None
    if place.path is not None:
        data = read_file(place.path, max_bytes)
        suffix = place.path.suffix.lower()
        reader = next((entry for entry in FORMATS if suffix in entry.SUFFIXES), None)
    elif place.name == STANDARD_INPUT:
        data = within_limit(sys.stdin.buffer.read(max_bytes + 1), max_bytes)
    else:
        data, declared, is_page = web.fetch(place.name, max_bytes=max_bytes, timeout=timeout)
        reader = html if is_page else None
    if reader is None:
        reader = html if html.looks_like_html(data) else text
    article: Article = reader.read(place.shown, data, declared)
    if not _LETTER_OR_DIGIT.search(article.text):
        raise SourceError("no_text", "there is no word in it")
    return article
