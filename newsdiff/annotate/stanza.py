"""The Stanza engine."""

from __future__ import annotations

from newsdiff.errors import EngineError
from newsdiff.model import Article, Document


def serves(_language: str) -> bool:
    """Tell whether Stanza's models for a language are installed."""
    return False


def installed() -> tuple[str, ...]:
    """Return the languages whose models are installed."""
    return ()


def annotate(article: Article) -> Document:
    """Annotate an article with Stanza."""
    raise EngineError(f"Stanza has no models for {article.language}")
