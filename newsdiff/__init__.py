"""Compare what news articles in different languages claim about one event, offline and with evidence.

This is the whole Python interface; everything else is inside. Importing it is cheap: what a function needs is imported
when it is first called.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsdiff.model import Article, Claim, Entity, Report

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from newsdiff.config import Config

__version__ = "0.1.0"

__all__ = ["Article", "Claim", "Entity", "Report", "compare", "embed", "entities", "extract", "name_similarity"]


def compare(sources: Sequence[str | Path | Article], *, config: Config | None = None) -> Report:
    """Compare articles about one event.

    Args:
        sources: paths of files and folders, URLs, or ``Article`` objects, in any order.
        config: settings; the project's defaults and the user's ``config.yaml`` where none are given.

    Returns:
        The report; ``Report.to_dict()`` is its JSON contract.

    Raises:
        NothingToCompareError: fewer than two sources could be read.
        SettingsError: a settings file says something that it may not.
    """
    from newsdiff.config import load_config
    from newsdiff.pipeline import compare_sources

    named = [str(source) if isinstance(source, Path) else source for source in sources]
    return compare_sources(named, config or load_config())


def extract(
    text: str, *, language: str | None = None, published: dt.date | None = None, config: Config | None = None
) -> tuple[Claim, ...]:
    """Take all claims out of one text, in the order of the text.

    Args:
        text: the text; offsets count code points in it as it is given.
        language: its ISO 639-1 code; detected where None.
        published: the day of publication, against which "yesterday" is read.
        config: settings, as for ``compare``.
    """
    from newsdiff.config import load_config
    from newsdiff.pipeline import extract_text

    return extract_text(text, language=language, published=published, config=config or load_config())


def entities(text: str, *, language: str | None = None, engine: str = "auto") -> tuple[Entity, ...]:
    """Find the persons, organizations and places that a text names, in order, not overlapping.

    Args:
        text: the text.
        language: its ISO 639-1 code; detected where None.
        engine: ``auto``, ``embedded`` or ``stanza``.
    """
    from newsdiff.annotate import annotate, load_ahead
    from newsdiff.lang.detect import detect_language

    load_ahead()
    return annotate(Article("", text, language=language or detect_language(text)), engine=engine).entities


def embed(texts: Sequence[str], *, language: str | None = None) -> NDArray[np.float32]:
    """Turn texts into vectors that lie close where the texts mean the same, whatever their languages.

    Returns:
        (n, 512), rows of unit length; zeros for a text without a letter or digit.
    """
    from newsdiff import semantics

    return semantics.embed(texts, language=language)


def name_similarity(a: str, b: str) -> float:
    """Tell how likely two names, in any two scripts, are one: 0 to 1, symmetric."""
    from newsdiff.parse.names.similarity import name_similarity as similarity

    return similarity(a, b)
