"""What an engine reads out of an article: sentences, tokens, entities. ADD AN ENGINE HERE: one file, one line below."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from newsdiff.annotate import embedded, stanza
from newsdiff.errors import EngineError
from newsdiff.lang.pack import languages, load_pack
from newsdiff.model import Article, Document
from newsdiff.semantics.choice import ENCODER_LANGUAGES, OWN_MODELS

__all__ = ["ENGINES", "Engine", "LanguageSupport", "annotate", "support"]

_LOG = logging.getLogger("newsdiff")


@dataclass(frozen=True, slots=True)
class Engine:
    """A way to annotate: ``serves`` tells cheaply whether it can read a language here and now."""

    name: str
    serves: Callable[[str], bool]
    annotate: Callable[[Article], Document]


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


def annotate(article: Article, *, engine: str = "auto") -> Document:
    """Read sentences, tokens and entities out of an article; ``Document.engine`` says which engine did it.

    ``article.language`` is to be set (``und`` or None where it cannot be told). ``auto`` takes the first engine that
    serves the language, and the next one, with a warning in the log, where that fails; an engine that is named raises
    ``EngineError`` instead, as does a name that is not known.
    """
    if engine != "auto":
        return _named(engine).annotate(article)
    *others, last = [candidate for candidate in ENGINES if candidate.serves(article.language or "und")]
    for candidate in others:
        try:
            return candidate.annotate(article)
        except EngineError as error:
            _LOG.warning("%s; %s is read by the next engine", error, article.source or "the text")
    return last.annotate(article)


def _named(name: str) -> Engine:
    for engine in ENGINES:
        if engine.name == name:
            return engine
    known = ", ".join(["auto", *(engine.name for engine in ENGINES)])
    raise EngineError(f"no engine is called {name!r}; there are: {known}")


@cache
def support() -> tuple[LanguageSupport, ...]:
    """Return what there is for each language, in the order of the codes: all that a pack, tagger or model serves."""
    codes = {*languages(), *ENCODER_LANGUAGES, *OWN_MODELS, *embedded.LANGUAGES, *stanza.installed()}
    return tuple(
        LanguageSupport(
            code=code,
            name=_name(code),
            pack=code in languages(),
            vectors=_vectors(code),
            tagger=code in embedded.LANGUAGES,
            stanza=stanza.serves(code),
        )
        for code in sorted(codes)
    )


def _vectors(code: str) -> str | None:
    if code in OWN_MODELS:
        return "hashed"
    return "encoder" if code in ENCODER_LANGUAGES else None


def _name(code: str) -> str:
    from babel import Locale

    if code in languages():
        return load_pack(code).name
    return str(Locale("en").languages.get(code, code))
