"""Quotations: what was said, and by whom."""

from __future__ import annotations

from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.model import Claim, Document, Quotation, Reason
from newsdiff.parse.quotations import find_quotations


def extract(document: Document) -> tuple[Claim, ...]:
    """Every quotation, with the mention that names its speaker."""
    return tuple(
        Claim(
            article=document.article.id,
            kind="quote",
            span=found.span,
            surface=document.text[found.span.start : found.span.end],
            value=Quotation(
                speaker=document.text[found.speaker.start : found.speaker.end] if found.speaker else None,
                text=found.text,
                form=found.form,
            ),
            speaker=found.speaker,
        )
        for found in find_quotations(document)
    )


def comparable(_one: Quotation, _other: Quotation) -> bool:
    """Any two quotations may be the same utterance."""
    return True


def compare(one: Quotation, other: Quotation) -> Comparison:
    """The same utterance: from the same speaker, in the same form?"""
    if one.speaker and other.speaker and one.speaker != other.speaker:
        return Comparison("disjoint", Reason("different_speaker", "the same words, given to two speakers"))
    if (one.form == "indirect") != (other.form == "indirect"):
        return Comparison("compatible", Reason("form", "quoted in one, reported in other words in another"))
    if one.speaker != other.speaker:
        return Comparison("compatible", Reason("speaker_unknown", "the speaker is not told in every article"))
    return Comparison("equal", Reason("same_quotation", "the same utterance"))


def describe(value: Quotation) -> str:
    """The words in quotation marks (a paraphrase without), after the speaker."""
    words = value.text if value.form == "indirect" else f"“{value.text}”"
    return f"{value.speaker}: {words}" if value.speaker else words


def key(value: Quotation) -> str | None:
    """The words themselves."""
    return value.text


def telling(_value: Quotation) -> float:
    """Words prove themselves."""
    return 1.0


QUOTE = SlotKind("quote", "quote", extract, comparable, compare, describe, key, telling, wording=True)
