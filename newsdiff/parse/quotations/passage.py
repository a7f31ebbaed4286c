"""A document laid out for finding speakers: its words, sentence starts and mentions of names, all looked up by place.

What belongs here: reading the annotation, and nothing that decides about quotations.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsdiff.lang import load_pack
from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Document, Span, SyntaxWord
from newsdiff.parse.quotations.speech_words import Speech, Word, cut_words, speech_of

_INTRODUCED_WITHIN = 3
_APPOSED_WITHIN = 5
_CLAUSE_ENDS = ',،;:.!?؟।，；：。！？()"“”„«»\n'
_SENTENCE_BREAKS = '\n.!?…:।؟。！？："“”„«»—–-*•'


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that may speak: a person's or an organization's."""

    start: int
    end: int
    person: bool

    @property
    def span(self) -> Span:
        """Its place in the article."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Passage:
    """Everything of one document that cues and speakers are read from.

    ``names`` counts the folded words that may be part of a name, where they do not begin a sentence; ``named`` holds the
    starts of all entities, places among them; ``introduced`` the numbers of the people's mentions that a word stands beside;
    ``surnames`` the last words of people's full names; ``syntax`` the words as grammar sees them, where an engine has parsed them.
    """

    text: str
    words: tuple[Word, ...]
    word_starts: tuple[int, ...]
    mentions: tuple[Mention, ...]
    mention_starts: tuple[int, ...]
    sentences: tuple[Span, ...]
    sentence_starts: tuple[int, ...]
    languages: tuple[str, ...]
    language: str
    names: Counter[str]
    named: frozenset[int]
    introduced: dict[str, tuple[int, ...]]
    surnames: frozenset[str] = frozenset()
    syntax: tuple[SyntaxWord, ...] = ()

    def words_in(self, start: int, end: int) -> range:
        """The numbers of the words that begin in ``text[start:end]``."""
        return range(bisect_left(self.word_starts, start), bisect_left(self.word_starts, end))

    def count(self, span: Span) -> int:
        """How many words a span holds."""
        return len(self.words_in(span.start, span.end))

    def mentions_in(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that begin in ``text[start:end]``."""
        return self.mentions[bisect_left(self.mention_starts, start) : bisect_left(self.mention_starts, end)]

    def sentence_number(self, offset: int) -> int:
        """The number of the last sentence that begins at or before ``offset``; -1 before the first."""
        return bisect_right(self.sentence_starts, offset) - 1

    def begins_sentence(self, offset: int) -> bool:
        """Whether the word at ``offset`` begins a sentence, or stands where one may begin."""
        return _begins_sentence(self.text, offset)

    def is_enclitic(self, number: int) -> bool:
        """Whether a hyphen hangs a word on the one before: the pronoun of "dit-il"."""
        return 0 < number < len(self.words) and self.text[self.words[number].start - 1] in "-‐‑"

    def speech_at(self, offset: int) -> Speech:
        """The words of speech of the language at ``offset``."""
        return speech_of(self.pack_at(offset))

    def pack_at(self, offset: int) -> LanguagePack:
        """The pack of the language at ``offset``."""
        number = self.sentence_number(offset)
        return load_pack(self.languages[number] if number >= 0 else self.language)


def lay_out(document: Document, quoted: Sequence[Span] = ()) -> Passage:
    """Read a document's words, sentences and mentions, but not those inside the ``quoted`` spans (in order).

    A name alone in marks stays a name. Takes time linear in the length of the document.
    """
    text = document.text
    words = tuple(cut_words(text, speech_of(load_pack(document.language)).enclitics))
    mentions = _mentions(document, quoted)
    return Passage(
        text,
        words,
        tuple(word.start for word in words),
        mentions,
        tuple(mention.start for mention in mentions),
        tuple(sentence.span for sentence in document.sentences),
        tuple(sentence.start for sentence in document.sentences),
        tuple(sentence.language for sentence in document.sentences),
        document.language,
        Counter(
            word.folded
            for word in words
            if not _begins_sentence(text, word.start) and not text[word.start].islower() and text[word.start].isalpha()
        ),
        frozenset(entity.start for entity in document.entities),
        _introductions(text, words, mentions, speech_of(load_pack(document.language)).prepositions),
        frozenset(_surnames(document)),
        document.words,
    )


def with_quoted(passage: Passage, document: Document) -> Passage:
    """The same passage with the mentions inside quotations, too."""
    mentions = _mentions(document, ())
    return replace(
        passage,
        mentions=mentions,
        mention_starts=tuple(mention.start for mention in mentions),
        introduced=_introductions(passage.text, passage.words, mentions, passage.speech_at(0).prepositions),
    )


def _mentions(document: Document, quoted: Sequence[Span]) -> tuple[Mention, ...]:
    starts = [span.start for span in quoted]
    return tuple(
        Mention(entity.start, entity.end, entity.kind == "person")
        for entity in document.entities
        if entity.kind in ("person", "organization") and not _is_quoted(entity.span, quoted, starts)
    )


def _surnames(document: Document) -> Iterator[str]:
    for entity in document.entities:
        words = list(cut_words(document.text[entity.start : entity.end])) if entity.kind == "person" else []
        if len(words) > 1:
            yield words[-1].folded


def _introductions(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], prepositions: frozenset[str]
) -> dict[str, tuple[int, ...]]:
    """The words right before a person's name ("mayor X") or in an apposition after it ("X, the mayor of Y,")."""
    starts = [word.start for word in words]
    found: dict[str, list[int]] = {}
    for number, mention in enumerate(mentions):
        if not mention.person:
            continue
        first, last = bisect_left(starts, mention.start), bisect_left(starts, mention.end)
        beside = []
        for at in range(first - 1, max(-1, first - 1 - _INTRODUCED_WITHIN), -1):
            if set(text[words[at].end : words[at + 1].start if at + 1 < first else mention.start]) & set(_CLAUSE_ENDS):
                break
            if at == first - 1 and words[at].folded in prepositions:
                break
            beside.append(words[at].folded)
        if text[mention.end : mention.end + 1] in (",", "،"):
            for at in range(last, min(len(words), last + _APPOSED_WITHIN)):
                if at > last and set(text[words[at - 1].end : words[at].start]) & set(_CLAUSE_ENDS):
                    break
                beside.append(words[at].folded)
        for word in beside:
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def _begins_sentence(text: str, offset: int) -> bool:
    before = text[max(0, offset - 4) : offset].rstrip(" \u00a0")
    return not before or before[-1] in _SENTENCE_BREAKS


def _is_quoted(span: Span, quoted: Sequence[Span], starts: list[int]) -> bool:
    at = bisect_right(starts, span.start) - 1
    return at >= 0 and quoted[at].covers(span) and quoted[at].end - quoted[at].start > span.end - span.start + 3
