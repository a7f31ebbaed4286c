"""What an engine reads out of an article: sentences, tokens, entities, and grammar where it knows any."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from newsdiff.model.article import Article
from newsdiff.model.span import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark: ``text[start:end] == surface``."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class SyntaxWord:
    """A word as grammar sees it: a token, or one of those that a token contracts ("della": "di" and "la").

    Words of one token that its letters do not tell apart share its place. ``lemma`` is the form in a dictionary, ``tag``
    the part of speech, ``head`` the place among ``Document.words`` of the word that it depends on (None for the root of a
    sentence) and ``relation`` how it does: tags and relations of Universal Dependencies, "" where nothing is known.
    """

    start: int
    end: int
    lemma: str
    tag: str
    head: int | None
    relation: str

    @property
    def span(self) -> Span:
        """Its place in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, trimmed of white space, and the language it is written in."""

    start: int
    end: int
    language: str

    @property
    def span(self) -> Span:
        """Its place in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """A mention of a person, organization or place, with the engine's probability that it is one."""

    kind: str
    start: int
    end: int
    surface: str
    score: float

    @property
    def span(self) -> Span:
        """Its place in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its annotation. Sentences, tokens and entities are in order and do not overlap.

    ``words`` are those of all sentences in order, with what grammar says of them; none where the engine knows no grammar.
    ``calendar`` is the day that most articles of the event tell with its weekday, in every year in which it falls on that.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]
    engine: str
    words: tuple[SyntaxWord, ...] = ()
    calendar: tuple[dt.date, ...] = ()

    def __hash__(self) -> int:
        """Of the article alone: what is read out of a document is kept by it, and hashing all its words is slow."""
        return hash(self.article)

    @property
    def text(self) -> str:
        """The text of the article."""
        return self.article.text

    @property
    def language(self) -> str:
        """The main language of the article."""
        return self.article.language or "und"

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that begin inside ``span``."""
        first = bisect_left(self.tokens, span.start, key=lambda token: token.start)
        return self.tokens[first : bisect_left(self.tokens, span.end, first, key=lambda token: token.start)]

    def entities_in(self, span: Span) -> tuple[Entity, ...]:
        """The entities that overlap ``span``."""
        first = bisect_right(self.entities, span.start, key=lambda entity: entity.end)
        return self.entities[first : bisect_left(self.entities, span.end, first, key=lambda entity: entity.start)]

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds the code point at ``offset``, or None between sentences."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].start <= offset:
            return self.sentences[low]
        return None
