"""Read sources (files, folders, web addresses, standard input) into articles.

ADD AN INPUT FORMAT HERE: a module as `Format` describes it, and its entry in ``FORMATS``. What gives no article becomes a
`Skipped` with its reason, and the rest goes on.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from newsdiff.errors import SourceError
from newsdiff.load import docx, html, json, pdf, text
from newsdiff.load.sources import (
    STANDARD_INPUT,
    Place,
    expand,
    once,
    read_file,
    refuse_other_documents,
    within_limit,
)
from newsdiff.model import Article, Reason, Skipped

__all__ = ["FORMATS", "load"]


class Format(Protocol):
    """An input format: a module with the endings of its files, its media types, and how it is read."""

    @property
    def SUFFIXES(self) -> tuple[str, ...]:  # noqa: N802 - constants of a module
        """The endings of its files, in small letters."""

    @property
    def TYPES(self) -> tuple[str, ...]:  # noqa: N802
        """Its media types, in small letters."""

    def looks_like(self, data: bytes, /) -> bool:
        """Whether bytes without a telling name are of this format."""

    def read(self, source: str, data: bytes, declared: str | None, /) -> tuple[Article | Skipped, ...]:
        """The articles in ``data``, and the parts of it that give none. Raises ``SourceError``.

        ``declared`` is the encoding that a header names.
        """


FORMATS: tuple[Format, ...] = (text, html, json, docx, pdf)
"""The input formats. What nothing else tells of is read as the first."""

_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


def load(
    sources: Sequence[str | Path],
    *,
    published: dt.date | None = None,
    max_bytes: int,
    timeout: float | None = None,
    progress: Callable[[str], None] = lambda _step: None,
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Read every source: the articles, and what was skipped and why, both sorted by source.

    ``published`` is the day of articles that do not tell their own, ``max_bytes`` the greatest size of one source,
    ``timeout`` the longest time in seconds for one web address; ``progress`` is told which source is read. A source that
    is given twice is read once. The reason codes are not_found, unreadable, empty, no_text, binary, unreadable_encoding,
    too_large, no_articles_in_folder, unknown_format, fetch_failed, damaged, encrypted, missing_extra, bad_record,
    pages_without_text and own_report.
    """
    places: list[Place] = []
    skipped: set[Skipped] = set()
    articles: list[Article] = []
    suffixes = [suffix for entry in FORMATS for suffix in entry.SUFFIXES]
    for source in map(str, sources):
        try:
            places.extend(expand(source, suffixes))
        except SourceError as error:
            skipped.add(Skipped(Place(source).shown, Reason(error.code, str(error))))
    chosen = once(places)
    for number, place in enumerate(chosen, 1):
        progress(f"{place.shown} ({number} of {len(chosen)})")
        try:
            found = _read(place, max_bytes, timeout)
        except SourceError as error:
            skipped.add(Skipped(place.shown, Reason(error.code, str(error))))
        else:
            articles += [_dated(item, published) for item in found if isinstance(item, Article)]
            skipped |= {item for item in found if isinstance(item, Skipped)}
    return (
        tuple(sorted(articles, key=lambda article: (article.source, article.text))),
        tuple(sorted(skipped, key=lambda item: (item.source, item.reason.code))),
    )


def _dated(article: Article, published: dt.date | None) -> Article:
    return replace(article, published=article.published or published)


def _read(place: Place, max_bytes: int, timeout: float | None) -> list[Article | Skipped]:
    """The articles at a place, and what there gives none. Raises ``SourceError``."""
    declared = None
    entry = None
    if place.path is not None:
        refuse_other_documents(place.path)
        data = read_file(place.path, max_bytes)
        suffix = place.path.suffix.lower()
        entry = next((entry for entry in FORMATS if suffix in entry.SUFFIXES), None)
    elif place.name == STANDARD_INPUT:
        data = within_limit(sys.stdin.buffer.read(max_bytes + 1), max_bytes)
    else:
        from newsdiff.load import web

        data, declared, kind = web.fetch(place.name, max_bytes=max_bytes, timeout=timeout)
        entry = next((entry for entry in FORMATS if kind in entry.TYPES), None)
    if entry is None:
        entry = next((entry for entry in FORMATS if entry.looks_like(data)), FORMATS[0])
    return [_with_words(item) for item in entry.read(place.shown, data, declared)]


def _with_words(item: Article | Skipped) -> Article | Skipped:
    """An article as it is, or the reason why it is none where there is no word in it."""
    if isinstance(item, Skipped) or _LETTER_OR_DIGIT.search(item.text):
        return item
    return Skipped(item.source, Reason("no_text", "there is no word in it"))
