"""The embedded engine: our sentences, our tokens, and the tagger whose weights come with the package. Needs no download."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsdiff.annotate.capitals import with_capitals, without_small_words
from newsdiff.annotate.doubtful import without_doubtful_persons
from newsdiff.annotate.engine import DEFAULT_OPTIONS, EngineOptions
from newsdiff.annotate.entities import clean_entity
from newsdiff.annotate.joined import with_joined_apart
from newsdiff.annotate.quoted import without_quoted
from newsdiff.annotate.sentences import split_sentences
from newsdiff.annotate.surnames import with_whole_surnames
from newsdiff.annotate.tokens import skip_addresses, tokenize
from newsdiff.annotate.unspaced import with_told_persons
from newsdiff.annotate.worldwide import with_organizations
from newsdiff.lang.boilerplate import is_boilerplate
from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Article, Document, Entity, Sentence, Token

if TYPE_CHECKING:
    from newsdiff.annotate.tagger import TaggedSpan

LANGUAGES = frozenset(["ar", "de", "en", "es", "fr", "hi", "it", "nl", "pl", "pt", "ru"])
"""The languages that the tagger was trained on. It reads others too, less well."""


def serves(_language: str, _options: EngineOptions = DEFAULT_OPTIONS, /) -> bool:
    """Tell whether the engine can read a language: it reads any."""
    return True


def annotate(articles: Sequence[Article], _options: EngineOptions) -> tuple[Document, ...]:
    """Annotate articles, each in one batch. Boilerplate has sentences and tokens like all text, but no entities."""
    return tuple(_annotate(article) for article in articles)


def _annotate(article: Article) -> Document:
    language = article.language or "und"
    sentences = split_sentences(article.text, language)
    tokens = [
        tokenize(article.text, sentence.start, sentence.end, (language, sentence.language)) for sentence in sentences
    ]
    pack = load_pack(language)
    named = list(_entities(article.text, language, sentences, tokens))
    if language not in LANGUAGES:
        named = with_told_persons(article.text, list(with_capitals(article.text, named, pack)), pack)
    whole = with_whole_surnames(article.text, named, pack)
    return Document(
        article=article,
        sentences=sentences,
        tokens=tuple(token for of_sentence in tokens for token in of_sentence),
        entities=tuple(without_doubtful_persons(article.text, whole, pack)),
        engine="embedded",
    )


def _entities(
    text: str, language: str, sentences: tuple[Sentence, ...], tokens: list[tuple[Token, ...]]
) -> Iterator[Entity]:
    from newsdiff.annotate.beginnings import doubt_beginnings
    from newsdiff.annotate.tagger import tag

    read = [
        () if is_boilerplate(text[sentence.start : sentence.end], language) else skip_addresses(of_sentence)
        for sentence, of_sentence in zip(sentences, tokens, strict=True)
    ]
    words = [[token.surface for token in of_sentence] for of_sentence in read]
    tagged = doubt_beginnings(words, tag(words), taught=language in LANGUAGES)
    for sentence, of_sentence, spans in zip(sentences, read, tagged, strict=True):
        pack = load_pack(sentence.language)
        named = [_entity(text, of_sentence, span, pack) for span in spans]
        apart = with_joined_apart(text, filter(None, named), pack)
        in_capitals = without_small_words(text, apart, sentence, pack)
        unquoted = list(without_quoted(text, in_capitals, pack))
        yield from with_organizations(text, unquoted, sentence, pack)


def _entity(text: str, tokens: tuple[Token, ...], span: TaggedSpan, pack: LanguagePack) -> Entity | None:
    start, end = tokens[span.first].start, tokens[span.last].end
    return clean_entity(text, Entity(span.kind, start, end, text[start:end], span.score), pack)
