"""The Stanza engine: more accurate, for who has installed its models. Nothing of it is imported unless it is used.

What belongs here: which articles it reads with which models, and the way from its offsets and labels to ours. Sentences
are ours, for it would join a headline to the text below; its tokens and entities are taken as they come. A token of
several words ("della", "zum") is one token, as it stands in the text; grammar has its words apart.
"""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from newsdiff.annotate.cache import Reading, key_of
from newsdiff.annotate.engine import DEFAULT_OPTIONS, EngineOptions
from newsdiff.annotate.entities import clean_entity
from newsdiff.annotate.sentences import split_sentences
from newsdiff.annotate.stanza_language import LanguageModels
from newsdiff.annotate.stanza_models import installed_models, local_list, models_folder, release
from newsdiff.annotate.stanza_pipeline import installed_version, read_texts, what_to_run
from newsdiff.errors import EngineError
from newsdiff.lang.boilerplate import is_boilerplate
from newsdiff.lang.pack import load_pack
from newsdiff.model import Article, Document, Entity, Sentence, SyntaxWord, Token

_LOG = logging.getLogger("newsdiff")

KINDS = {
    **dict.fromkeys(["PER", "PERS", "PERSON", "PERSNAME", "PRS", "NEP"], "person"),
    **dict.fromkeys(["ORG", "ORGANIZATION", "ORGANISATION", "ORGNAME", "NEO"], "organization"),
    **dict.fromkeys(["LOC", "LOCATION", "GPE", "GPE_LOC", "GPE_ORG", "FAC", "FACILITY"], "place"),
    **dict.fromkeys(["PLACENAME", "GEOGNAME", "NEL"], "place"),
}
"""Our kind for each label that Stanza's models use, in capitals; other labels are no entities of ours."""

_SCORE = 0.9
_GAP = "\n\n"
_TRIAL = "Anna Berg lives in Oslo."


def serves(language: str, options: EngineOptions = DEFAULT_OPTIONS, /) -> bool:
    """Tell whether Stanza and its models for a language are here, without importing it.

    So they are, too, where a transfer broke off or their list cannot be read: then `annotate` says what is wrong.
    """
    if not release():
        return False
    folder = models_folder(options.folder)
    try:
        known = local_list(folder)
        models = known.find(language) if known else None
    except EngineError:
        return any((folder / language / "ner").glob("*.pt"))
    return models is not None and models.is_begun(folder)


def installed(options: EngineOptions) -> tuple[str, ...]:
    """Return the ISO 639-1 codes of the languages whose models are installed, in order."""
    return tuple(models.code for models in installed_models(models_folder(options.folder)))


def annotate(articles: Sequence[Article], options: EngineOptions) -> tuple[Document, ...]:
    """Annotate articles, all of one language in one go, each with the models of its language.

    ``Entity.score`` is the same for all: Stanza tells no probabilities. Raises ``EngineError``, which says what to do,
    where Stanza or its models are missing or cannot be used.
    """
    places: dict[str, list[int]] = {}
    for place, article in enumerate(articles):
        places.setdefault(article.language or "und", []).append(place)
    models = {language: find_models(language, options) for language in places}
    documents: dict[int, Document] = {}
    for language, of_language in places.items():
        parts = [_Parts(articles[place].text, split_sentences(articles[place].text, language)) for place in of_language]
        readings = _read_all([part.joined for part in parts], models[language], options)
        for place, part, reading in zip(of_language, parts, readings, strict=True):
            documents[place] = Document(
                article=articles[place],
                sentences=part.sentences,
                tokens=tuple(part.tokens(reading)),
                entities=tuple(part.entities(reading, language)),
                engine="stanza",
                words=tuple(part.words(reading)),
            )
    return tuple(documents[place] for place in range(len(articles)))


def check(models: LanguageModels, options: EngineOptions) -> None:
    """Load the models of a language and read a sentence with them. Raises ``EngineError`` where that fails."""
    folder = models_folder(options.folder)
    for file in models.damaged(folder):
        raise EngineError(
            f"{models.path(folder, file)}: its checksum is not the one that Stanza's list names: it is damaged or of "
            f"another release; {what_to_run(models)}"
        )
    if models.lacks_grammar(folder):
        raise EngineError(_lacking_grammar(models, folder))
    read_texts([_TRIAL], models.usable(folder), folder, threads=options.threads, gpu=options.gpu, strict=True)


class _Parts:
    """An article as Stanza gets it, its sentences joined by gaps, and the way from there back into the article."""

    def __init__(self, text: str, sentences: tuple[Sentence, ...]) -> None:
        self._text = text
        self.sentences = sentences
        self.joined = _GAP.join(text[sentence.start : sentence.end].replace("\n", " ") for sentence in sentences)
        self._starts: list[int] = []
        start = 0
        for sentence in sentences:
            self._starts.append(start)
            start += sentence.end - sentence.start + len(_GAP)

    def tokens(self, reading: Reading) -> Iterator[Token]:
        """The tokens where they stand in the article."""
        for _, start, end in (self._move(*span) for span in reading.tokens):
            yield Token(start, end, self._text[start:end])

    def entities(self, reading: Reading, language: str) -> Iterator[Entity]:
        """The entities that are names of ours, where they stand in the article; none in boilerplate."""
        for found_start, found_end, label in reading.entities:
            kind = KINDS.get(label.upper())
            sentence, start, end = self._move(found_start, found_end)
            if kind is None or is_boilerplate(self._text[sentence.start : sentence.end], language):
                continue
            found = Entity(kind, start, end, self._text[start:end], _SCORE)
            clean = clean_entity(self._text, found, load_pack(sentence.language))
            if clean is not None:
                yield clean

    def words(self, reading: Reading) -> Iterator[SyntaxWord]:
        """The words of grammar where they stand in the article."""
        for word in reading.words:
            _, start, end = self._move(word.start, word.end)
            yield replace(word, start=start, end=end)

    def _move(self, start: int, end: int) -> tuple[Sentence, int, int]:
        place = bisect_right(self._starts, start) - 1
        sentence = self.sentences[place]
        by = sentence.start - self._starts[place]
        return sentence, start + by, min(end + by, sentence.end)


def _read_all(texts: Sequence[str], models: LanguageModels, options: EngineOptions) -> list[Reading]:
    """Read texts of one language: those that the cache knows from there, all others in one go."""
    folder = models_folder(options.folder)
    if models.lacks_grammar(folder):
        _LOG.warning("%s; names are read without", _lacking_grammar(models, folder))
    models = models.usable(folder)
    readings: dict[str, Reading] = {text: Reading((), ()) for text in texts if not text}
    identity = _identity(models, folder) if options.cache else ()
    keys = {text: key_of([*identity, text]) for text in texts}
    if options.cache:
        for text, key in keys.items():
            known = options.cache.find(key, text)
            if known is not None:
                readings[text] = known
    unread = [text for text in dict.fromkeys(texts) if text not in readings]
    if unread:
        found = read_texts(unread, models, folder, threads=options.threads, gpu=options.gpu)
        readings |= dict(zip(unread, found, strict=True))
        if options.cache:
            for text in unread:
                options.cache.keep(keys[text], text, readings[text])
            options.cache.trim()
    return [readings[text] for text in texts]


def _identity(models: LanguageModels, folder: Path) -> tuple[str, ...]:
    """What a reading depends on besides the text: the engine, its version, and each model as it lies there."""
    said = [
        "stanza",
        installed_version(),
        models.own_code,
        *(package for pair in (*models.packages, *models.grammar) for package in pair),
    ]
    for file in models.every_file:
        path = models.path(folder, file)
        status = path.stat()
        said += [str(path.resolve()), str(status.st_size), str(status.st_mtime_ns)]
    return tuple(said)


def _lacking_grammar(models: LanguageModels, folder: Path) -> str:
    return (
        f"Stanza's models for the language {models.code!r} in {folder} lack some of those for grammar; "
        f"{what_to_run(models)}"
    )


def find_models(language: str, options: EngineOptions) -> LanguageModels:
    """Return the models of a language, all of them here. Raises ``EngineError``, which says what to run."""
    folder = models_folder(options.folder)
    if not release():
        raise EngineError("the engine 'stanza' needs the package of that name; run: pip install stanza")
    if language == "und":
        raise EngineError("the engine 'stanza' has to know the language of a text; name it with --language")
    known = local_list(folder)
    models = known.find(language) if known else None
    if models is None or not models.is_begun(folder):
        raise EngineError(
            f"Stanza has no models for the language {language!r} in {folder}; run: newsdiff models install {language}"
        )
    missing = models.missing(folder)
    if missing:
        raise EngineError(
            f"Stanza's models for the language {language!r} in {folder} lack {missing[0].name}; {what_to_run(models)}"
        )
    return models
