"""The words of an article where they stand: file, line, what is around them, and the direction they are written in."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal
from urllib.parse import quote

from newsdiff.model import Article, Evidence
from newsdiff.render.safe import one_line

_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of ``article`` with the line that it stands in (from 1) and what stands around it there."""

    article: Article
    line: int
    evidence: Evidence
    before: str
    surface: str
    after: str

    @property
    def source(self) -> str:
        """The file, on one clean line."""
        return one_line(self.article.source)

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.source}:{self.line}"


def passage_of(article: Article, evidence: Evidence) -> Passage:
    """Find the line of a piece of evidence, and what stands around it in that line."""
    text, start, end = article.text, evidence.span.start, evidence.span.end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    left, right = max(first, start - _CONTEXT), min(last, end + _CONTEXT)
    if left > first:
        left = text.find(" ", left - 1, start) + 1 or left
    if right < last:
        right = max(text.rfind(" ", end, right + 1), end)
    return Passage(
        article=article,
        line=text.count("\n", 0, start) + 1,
        evidence=evidence,
        before=("…" if left > first else "") + one_line(text[left:start], strip=False).lstrip(),
        surface=one_line(evidence.surface),
        after=one_line(text[end:right], strip=False).rstrip() + ("…" if right < last else ""),
    )


@lru_cache(maxsize=1024)
def direction_of(text: str) -> Literal["ltr", "rtl"]:
    """The direction in which most letters of ``text`` run."""
    letters = Counter(unicodedata.bidirectional(character) for character in text)
    return "rtl" if letters["R"] + letters["AL"] > letters["L"] else "ltr"


def address_of(words: Passage) -> str | None:
    """An address that leads to the words: the web address, or file and line; None for standard input."""
    source = words.source
    if source.lower().startswith(("http://", "https://")):
        return quote(source, safe=":/?&=%#~+,@")
    return None if source == "-" else f"{Path(source).absolute().as_uri()}#{words.line}"
