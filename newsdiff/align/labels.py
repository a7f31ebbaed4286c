"""What a slot is about, in a few words of one article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from newsdiff.kinds import BY_NAME, SlotKind
from newsdiff.lang import load_pack
from newsdiff.model import Claim, Document, Quotation, Span, Token
from newsdiff.parse.names.romanize import fold

BEFORE, AFTER = 6, 4
"""Words shown before and behind a figure whose clause has to speak for it, at most; one more where that is the last."""
FEWEST = 2
"""Words of a clause below which what stands before it is shown, too."""
BLANK = "[…]"
"""Stands for the figure."""
CUT = "…"
"""Stands where a clause goes on."""
MARKS = " .,;:!?()[]{}«»“”„‟‘’\"'–—-।،؛؟"
"""Marks that a label neither begins nor ends with."""
JOINTS = "-'’."
"""Marks that no clause ends at."""
LONGEST = 60
ENGLISH = "en"
"""What is understood best after the reader's own language, and the language of the names that packs share."""
_LONE_QUOTES = re.compile(r"[“”„‟«»\"]+(?=\[…\])|(?<=\[…\])[“”„‟«»\"]+")
"""Quotation marks that touch the blank, of which the label holds one side alone."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who is to understand the labels: his language, and how much each article has to say, so that one speaks for most."""

    language: str = "en"
    shares: Mapping[str, int] = field(default_factory=dict)


def label_slot(claims: Sequence[Claim], documents: Mapping[str, Document], reader: Reader) -> str:
    """Name a slot by what its claims count or by who speaks, else by the words around one of them.

    The words are those of the article that ``choose_speaking`` chooses.
    """
    claim = choose_speaking(claims, documents, reader)
    kind = BY_NAME[claim.kind]
    if isinstance(claim.value, Quotation):
        speaker = next((c.value.speaker for c in claims if isinstance(c.value, Quotation) and c.value.speaker), None)
        return speaker or _cut(claim.surface)
    if isinstance(kind, SlotKind) and kind.whole:
        return _beginning(claim.surface)
    known = documents[claim.article].language in {reader.language, ENGLISH}
    return _counted(claim, known=known) or _snippet(claim, documents[claim.article])


def _counted(claim: Claim, *, known: bool) -> str | None:
    """What a claim counts, in the words of its article; where the reader may not know these, in English, too.

    English is the name that all packs give to what is counted. It stands beside the words, never for them: it says less.
    """
    kind = BY_NAME[claim.kind]
    words, name = (kind.key(claim.value), kind.concept(claim.value)) if isinstance(kind, SlotKind) else (None, None)
    if words is None or name is None or known or fold(name) in fold(words):
        return words
    return f"{words} ({name})"


def choose_speaking(claims: Sequence[Claim], documents: Mapping[str, Document], reader: Reader) -> Claim:
    """The claim whose words stand for all.

    It is one in the reader's language, else in English, else in Latin letters; among those one of the article that has most
    to say, so that the findings of a report are named in as few languages as can be.
    """
    return min(claims, key=lambda claim: _foreignness(claim, documents, reader))


def _foreignness(
    claim: Claim, documents: Mapping[str, Document], reader: Reader
) -> tuple[bool, bool, bool, int, str, Span]:
    document = documents[claim.article]
    sentence = document.sentence_at(claim.span.start)
    text = document.text[sentence.start : sentence.end] if sentence else claim.surface
    latin = sum(character.isascii() and character.isalpha() for character in text)
    return (
        document.language != reader.language,
        document.language != ENGLISH,
        2 * latin < sum(map(str.isalpha, text)),
        -reader.shares.get(claim.article, 0),
        claim.article,
        claim.span,
    )


def _beginning(text: str) -> str:
    """The first words of a sentence, none of them cut, without a mark for the rest."""
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    return (words[:LONGEST].rpartition(" ")[0] or words[:LONGEST]).rstrip(MARKS)


def _snippet(claim: Claim, document: Document) -> str:
    """The clause around a claim, as far as there is room for it."""
    sentence = document.sentence_at(claim.span.start)
    if sentence is None:
        return _cut(claim.surface)
    tokens = document.tokens_in(sentence.span)
    before = [token for token in reversed(tokens) if token.end <= claim.span.start]
    behind = [token for token in tokens if token.start >= claim.span.end]
    left, right = (_words(takewhile(lambda token: _goes_on(token, document.text), side)) for side in (before, behind))
    if len(left) + len(right) < FEWEST:
        left = _words(before)
    room = AFTER
    if len(left) + len(right) < FEWEST:
        right, room = _words(behind), FEWEST + 1
    weak = _function_words(sentence.language)
    shown = _cut_off(left, BEFORE)
    while len(shown) < len(left) and len(shown) > FEWEST and fold(shown[-1].surface) in weak:
        shown = shown[:-1]
    start = shown[-1].start if shown else claim.span.start
    while start > sentence.start and (_is_inside(document.text[start - 1]) or _is_in_number(document.text, start - 1)):
        start -= 1
    shown = _cut_off(right, room)
    while len(shown) < len(right) and fold(shown[-1].surface) in weak:
        shown = right[: len(shown) + 1]
    end = shown[-1].end if shown else claim.span.end
    parts = (
        f"{CUT} " if left and start > left[-1].start else "",
        document.text[start : claim.span.start].lstrip(MARKS),
        BLANK,
        document.text[claim.span.end : end].rstrip(MARKS),
        f" {CUT}" if right and end < right[-1].end else "",
    )
    return " ".join(_LONE_QUOTES.sub(" ", "".join(parts)).split())


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(map(fold, load_pack(language).prose.function_words))


def _is_inside(character: str) -> bool:
    """Whether what follows a character is the rest of a word: ``1`` in ``8-1``."""
    return character.isalnum() or character in JOINTS


def _words(tokens: Iterable[Token]) -> list[Token]:
    return [token for token in tokens if token.surface not in MARKS]


def _cut_off(tokens: Sequence[Token], most: int) -> Sequence[Token]:
    return tokens if len(tokens) <= most + 1 else tokens[:most]


def _goes_on(token: Token, text: str) -> bool:
    """Whether a clause goes on with a token: a word, or a mark inside one or between two digits ("3:40")."""
    return token.surface in JOINTS or token.surface not in MARKS or _is_in_number(text, token.start)


def _is_in_number(text: str, at: int) -> bool:
    """Whether a character stands between two digits, as in "3:40"."""
    return text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
