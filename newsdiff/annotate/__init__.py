"""What an engine reads out of an article: sentences, tokens, entities. ADD AN ENGINE HERE: one file, one line below."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from newsdiff.annotate import embedded, stanza
from newsdiff.annotate.cache import Cache
from newsdiff.annotate.engine import DEFAULT_OPTIONS, Engine, EngineOptions
from newsdiff.errors import EngineError
from newsdiff.lang.pack import languages, load_pack
from newsdiff.model import Article, Document
from newsdiff.semantics.choice import ENCODER_LANGUAGES, OWN_LANGUAGES

__all__ = [
    "ENGINES",
    "Cache",
    "Engine",
    "EngineOptions",
    "LanguageSupport",
    "annotate",
    "annotate_all",
    "load_ahead",
    "support",
]

_LOG = logging.getLogger("newsdiff")

ENGINES = (
    Engine("stanza", stanza.serves, stanza.annotate),
    Engine("embedded", embedded.serves, embedded.annotate),
)
"""All engines; ``auto`` takes the first one that serves the language of the article."""


@dataclass(frozen=True, slots=True)
class LanguageSupport:
    """What there is for one language: a pack, sentence vectors ("encoder", "hashed" or None), taggers.

    ``tagger`` tells whether the embedded tagger was trained on the language, ``stanza`` whether its models are installed.
    """

    code: str
    name: str
    pack: bool
    vectors: str | None
    tagger: bool
    stanza: bool


@lru_cache(maxsize=1)
def load_ahead() -> None:
    """Begin to load what names and meanings are found with, beside other work; once."""
    from newsdiff.semantics import encoder

    encoder.load_ahead()


def annotate(article: Article, *, engine: str = "auto", options: EngineOptions = DEFAULT_OPTIONS) -> Document:
    """Read sentences, tokens and entities out of an article, as `annotate_all` does."""
    (document,) = annotate_all([article], engine=engine, options=options)
    return document


def annotate_all(
    articles: Sequence[Article], *, engine: str = "auto", options: EngineOptions = DEFAULT_OPTIONS
) -> tuple[Document, ...]:
    """Read sentences, tokens and entities out of articles; ``Document.engine`` says which engine did it.

    ``article.language`` is to be set (``und`` or None where it cannot be told). For each language ``auto`` takes the
    first engine that serves it, and the next one, with a warning in the log, where that fails; an engine that is named
    raises ``EngineError`` instead, as does a name that is not known.
    """
    if engine != "auto":
        return _named(engine).annotate(articles, options)
    documents: dict[int, Document] = {}
    for language in dict.fromkeys(article.language or "und" for article in articles):
        places = [place for place, article in enumerate(articles) if (article.language or "und") == language]
        of_language = [articles[place] for place in places]
        documents |= zip(places, _annotate_first(of_language, language, options), strict=True)
    return tuple(documents[place] for place in range(len(articles)))


def _annotate_first(articles: Sequence[Article], language: str, options: EngineOptions) -> tuple[Document, ...]:
    *others, last = [candidate for candidate in ENGINES if candidate.serves(language, options)]
    for candidate in others:
        try:
            return candidate.annotate(articles, options)
        except EngineError as error:
            _LOG.warning("%s; the next engine takes over", error)
    return last.annotate(articles, options)


def _named(name: str) -> Engine:
    for engine in ENGINES:
        if engine.name == name:
            return engine
    known = ", ".join(["auto", *(engine.name for engine in ENGINES)])
    raise EngineError(f"no engine is called {name!r}; there are: {known}")


@lru_cache(maxsize=4)
def support(folder: Path | None = None) -> tuple[LanguageSupport, ...]:
    """Return what there is for each language, in the order of the codes: all that a pack, tagger or model serves.

    ``folder`` is where Stanza's models lie, as in `EngineOptions`.
    """
    installed = stanza.installed(EngineOptions(folder))
    codes = {*languages(), *ENCODER_LANGUAGES, *OWN_LANGUAGES, *embedded.LANGUAGES, *installed}
    return tuple(
        LanguageSupport(
            code=code,
            name=_name(code),
            pack=code in languages(),
            vectors=_vectors(code),
            tagger=code in embedded.LANGUAGES,
            stanza=code in installed,
        )
        for code in sorted(codes)
    )


def _vectors(code: str) -> str | None:
    if code in OWN_LANGUAGES:
        return "hashed"
    return "encoder" if code in ENCODER_LANGUAGES else None


def _name(code: str) -> str:
    from babel import Locale

    if code in languages():
        return load_pack(code).name
    return str(Locale("en").languages.get(code, code))
