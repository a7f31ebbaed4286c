"""What a slot is about, in a few words of one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsdiff.kinds import BY_NAME, SlotKind
from newsdiff.model import Claim, Document, Quotation

AROUND = 4
"""Words shown to each side of a figure whose sentence has to speak for it."""
BLANK = "…"
MARKS = " .,;:!?()[]{}«»“”„‟‘’\"'–—-।،؛؟"
"""Marks that a label neither begins nor ends with."""
LONGEST = 60


def label_slot(claims: Sequence[Claim], documents: Mapping[str, Document]) -> str:
    """Name a slot by what its claims count or by who speaks, else by the words around one of them.

    The words are English where an English article has a say, else in the first language with Latin letters.
    """
    claim = choose_speaking(claims, documents)
    kind = BY_NAME[claim.kind]
    if isinstance(claim.value, Quotation):
        speaker = next((c.value.speaker for c in claims if isinstance(c.value, Quotation) and c.value.speaker), None)
        return speaker or _cut(claim.surface)
    if isinstance(kind, SlotKind) and kind.whole:
        return _beginning(claim.surface)
    key = kind.key(claim.value) if isinstance(kind, SlotKind) else None
    return key or _snippet(claim, documents[claim.article])


def choose_speaking(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Claim:
    """The claim whose words stand for all: in English, else in Latin letters, else the first."""
    return min(claims, key=lambda claim: _foreignness(claim, documents))


def _foreignness(claim: Claim, documents: Mapping[str, Document]) -> tuple[bool, bool, str]:
    document = documents[claim.article]
    sentence = document.sentence_at(claim.span.start)
    text = document.text[sentence.start : sentence.end] if sentence else claim.surface
    latin = sum(character.isascii() and character.isalpha() for character in text)
    return document.language != "en", 2 * latin < sum(map(str.isalpha, text)), claim.article


def _beginning(text: str) -> str:
    """The first words of a sentence, none of them cut, without a mark for the rest."""
    words = " ".join(text.split())
    if len(words) <= LONGEST:
        return words
    return (words[:LONGEST].rpartition(" ")[0] or words[:LONGEST]).rstrip(MARKS)


def _snippet(claim: Claim, document: Document) -> str:
    sentence = document.sentence_at(claim.span.start)
    if sentence is None:
        return _cut(claim.surface)
    tokens = document.tokens_in(sentence.span)
    before = [token for token in tokens if token.end <= claim.span.start][-AROUND:]
    after = [token for token in tokens if token.start >= claim.span.end][:AROUND]
    left = document.text[before[0].start : claim.span.start] if before else ""
    right = document.text[claim.span.end : after[-1].end] if after else ""
    return " ".join(f"{left.lstrip(MARKS)}{BLANK}{right.rstrip(MARKS)}".split())


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= LONGEST else words[: LONGEST - 1] + "…"
