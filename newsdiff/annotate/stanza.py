"""The Stanza engine: more accurate, for who has installed its models. Nothing of it is imported unless it is used.

What belongs here: where its models lie, one pipeline a language, and the way from its offsets and labels to ours.
Sentences are ours, for it would join a headline to the text below; its tokens and entities are taken as they come. A
token of several words ("della", "zum") is one token, as it stands in the text.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsdiff.annotate.entities import clean_entity
from newsdiff.annotate.sentences import split_sentences
from newsdiff.errors import EngineError
from newsdiff.lang.boilerplate import is_boilerplate
from newsdiff.lang.pack import load_pack
from newsdiff.model import Article, Document, Entity, Sentence, Token

FOLDER_VARIABLE = "STANZA_RESOURCES_DIR"
KINDS = {
    **dict.fromkeys(["PER", "PERS", "PERSON", "PERSNAME", "PRS", "NEP"], "person"),
    **dict.fromkeys(["ORG", "ORGANIZATION", "ORGANISATION", "ORGNAME", "NEO"], "organization"),
    **dict.fromkeys(["LOC", "LOCATION", "GPE", "GPE_LOC", "GPE_ORG", "FAC", "FACILITY"], "place"),
    **dict.fromkeys(["PLACENAME", "GEOGNAME", "NEL"], "place"),
}
"""Our kind for each label that Stanza's models use, in capitals; other labels are no entities of ours."""

_OWN_CODES = {"zh": "zh-hans", "no": "nb"}
_NEEDED = ("tokenize", "ner")
_SCORE = 0.9
_MOST_THREADS = 4
_GAP = "\n\n"


def serves(language: str) -> bool:
    """Tell whether Stanza and its models for a language are installed, without importing it."""
    return find_spec("stanza") is not None and _has_models(models_folder(), _own_code(language))


def installed() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of the languages whose models are installed, in order."""
    codes = {own: code for code, own in _OWN_CODES.items()}
    names = sorted(path.name for path in models_folder().glob("*") if path.is_dir())
    return tuple(sorted(codes.get(name, name) for name in names if _has_models(models_folder(), name)))


def annotate(article: Article) -> Document:
    """Annotate an article with the models of its language.

    ``Entity.score`` is the same for all: Stanza tells no probabilities. Raises ``EngineError``, which says what to do,
    where Stanza or its models are missing or cannot be used.
    """
    language = article.language or "und"
    sentences = split_sentences(article.text, language)
    pieces = [article.text[sentence.start : sentence.end].replace("\n", " ") for sentence in sentences]
    if not pieces:
        return Document(article, (), (), (), "stanza")
    found = _run(language, _GAP.join(pieces))
    placed = _Places(sentences)
    tokens = (placed.move(token.start_char, token.end_char) for part in found.sentences for token in part.tokens)
    return Document(
        article=article,
        sentences=sentences,
        tokens=tuple(Token(start, end, article.text[start:end]) for _, start, end in tokens),
        entities=tuple(_entities(article.text, language, found.ents, placed)),
        engine="stanza",
    )


class _Places:
    """The way from an offset in the sentences, joined by gaps, back to one in the article."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._starts: list[int] = []
        start = 0
        for sentence in sentences:
            self._starts.append(start)
            start += sentence.end - sentence.start + len(_GAP)

    def move(self, start: int, end: int) -> tuple[Sentence, int, int]:
        """Return the sentence of a span, and its start and end in the article."""
        place = bisect_right(self._starts, start) - 1
        sentence = self._sentences[place]
        by = sentence.start - self._starts[place]
        return sentence, start + by, min(end + by, sentence.end)


def _entities(text: str, language: str, found: Sequence[Any], placed: _Places) -> Iterator[Entity]:
    for entity in found:
        kind = KINDS.get(entity.type.upper())
        sentence, start, end = placed.move(entity.start_char, entity.end_char)
        if kind is None or is_boilerplate(text[sentence.start : sentence.end], language):
            continue
        clean = clean_entity(text, Entity(kind, start, end, text[start:end], _SCORE), load_pack(sentence.language))
        if clean is not None:
            yield clean


def _run(language: str, text: str) -> Any:
    folder, code = models_folder(), _own_code(language)
    if find_spec("stanza") is None:
        raise EngineError("the engine 'stanza' needs the package of that name; run: pip install stanza")
    if not _has_models(folder, code):
        raise EngineError(f"Stanza has no models for the language {language!r} in {folder}; {_command(code)}")
    try:  # a broken model raises whatever its bytes make Python do
        return load_pipeline(code, str(folder))(text)
    except Exception as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise EngineError(
            f"Stanza's models for the language {language!r} in {folder} cannot be used ({reason}); {_command(code)}"
        ) from error


def _command(code: str) -> str:
    return f"""run: python -c "import stanza; stanza.download('{code}')\""""


@cache
def load_pipeline(code: str, folder: str) -> Any:
    """Load the models of a language, once. Never fetches anything."""
    import stanza
    import torch

    torch.set_num_threads(min(_MOST_THREADS, os.cpu_count() or 1))
    return stanza.Pipeline(
        code,
        dir=folder,
        processors=",".join(_NEEDED),
        download_method=None,
        tokenize_no_ssplit=True,
        logging_level="CRITICAL",
    )


def _own_code(language: str) -> str:
    return _OWN_CODES.get(language, language)


def _has_models(folder: Path, code: str) -> bool:
    return (folder / "resources.json").is_file() and all(any((folder / code / part).glob("*.pt")) for part in _NEEDED)


def models_folder() -> Path:
    """Return where Stanza keeps its models: the folder that it would take itself."""
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        return Path(named)
    from platformdirs import user_cache_dir

    try:
        release = version("stanza")
    except PackageNotFoundError:
        release = ""
    return Path(user_cache_dir("stanza", "StanfordNLP", release)) / "resources"
