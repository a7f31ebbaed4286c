"""Stanza's own pipelines: loading one a language, running it over texts, and what it finds as a plain reading.

What belongs here: all that touches Stanza's objects. Nothing of Stanza is imported before a pipeline is loaded.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from newsdiff.annotate.cache import Reading
from newsdiff.annotate.stanza_language import LanguageModels
from newsdiff.annotate.stanza_models import release
from newsdiff.errors import EngineError
from newsdiff.model import SyntaxWord

_LOG = logging.getLogger("newsdiff")
_VOWEL_SIGNS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
"""What Arabic dictionaries write and newspapers leave out."""


def read_texts(
    texts: Sequence[str], models: LanguageModels, folder: Path, *, threads: int, gpu: bool, strict: bool = False
) -> list[Reading]:
    """Read texts of one language in one go, with grammar where ``models`` has it.

    Where the models of grammar cannot be used, names are read without them, with a warning in the log. Raises
    ``EngineError``, which says what to run, where names cannot be read, or, if ``strict``, where grammar cannot.
    """
    try:
        return _run(texts, models, folder, threads, gpu=gpu)
    except EngineError as error:
        if strict or not models.grammar:
            raise
        readings = _run(texts, models.for_names(), folder, threads, gpu=gpu)
        _LOG.warning("%s; names are read without grammar", error)
        return readings


def _run(texts: Sequence[str], models: LanguageModels, folder: Path, threads: int, *, gpu: bool) -> list[Reading]:
    packages = (*models.packages, *models.grammar)
    try:  # a broken installation and a broken model raise whatever their bytes make Python do
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            pipeline = load_pipeline(models.own_code, str(folder), packages, threads, gpu)
            found = pipeline.bulk_process(list(texts))
            return [_reading(document, grammar=bool(models.grammar)) for document in found]
    except EngineError:
        raise
    except Exception as error:
        raise EngineError(
            f"Stanza's models for the language {models.code!r} in {folder} cannot be used with Stanza "
            f"{installed_version()} ({_reason(error)}); {what_to_run(models)}"
        ) from error


@cache
def load_pipeline(code: str, folder: str, packages: tuple[tuple[str, str], ...], threads: int, gpu: bool) -> Any:
    """Load the models of a language, once, on a GPU where ``gpu`` allows it and there is one. Never fetches anything.

    Raises ``EngineError`` where Stanza itself cannot be imported, and anything where a model is broken.
    """
    try:
        import stanza
        import torch
    except Exception as error:
        raise EngineError(f"the package stanza cannot be imported ({_reason(error)}); install it again") from error

    torch.set_num_threads(min(threads, torch.get_num_threads()))
    return stanza.Pipeline(
        code,
        dir=folder,
        package=None,
        processors=dict(packages),
        download_method=None,
        tokenize_no_ssplit=True,
        use_gpu=gpu,
        logging_level="CRITICAL",
    )


def installed_version() -> str:
    """The version of the package stanza."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("stanza")
    except PackageNotFoundError:
        return release()


def what_to_run(models: LanguageModels) -> str:
    """The command that mends the models of a language, for the end of a message."""
    return f"run: newsdiff models install {models.code}"


def _reading(document: Any, *, grammar: bool) -> Reading:
    return Reading(
        tokens=tuple((token.start_char, token.end_char) for part in document.sentences for token in part.tokens),
        entities=tuple((e.start_char, e.end_char, e.type) for part in document.sentences for e in part.ents),
        words=tuple(_words(document)) if grammar else (),
    )


def _words(document: Any) -> Iterator[SyntaxWord]:
    """The words of a document, each with its own place where its token lets its letters be told apart."""
    first = 0
    for part in document.sentences:
        for word in part.words:
            whole = word.start_char is None or word.end_char is None
            place = word.parent if whole else word
            yield SyntaxWord(
                start=place.start_char,
                end=place.end_char,
                lemma=_VOWEL_SIGNS.sub("", word.lemma or ""),
                tag=word.upos or "",
                head=first + word.head - 1 if word.head else None,
                relation=word.deprel or "",
            )
        first += len(part.words)


def _reason(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]
