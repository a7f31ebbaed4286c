"""An article: one text from one source, and the reason why a source gave none."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from newsdiff.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Article:
    """One text from one source.

    ``text`` is NFC with Unix line ends and no control characters; every offset of the project counts
    code points in it. ``id`` is given by the pipeline (``a1``, ``a2``, ... in the order of the sources).
    """

    source: str
    text: str
    id: str = ""
    title: str | None = None
    language: str | None = None
    published: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that gave no article, and why."""

    source: str
    reason: Reason
