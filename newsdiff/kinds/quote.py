"""Quotations: what was said, and by whom."""

from __future__ import annotations

from newsdiff.kinds.kind import Comparison, SlotKind
from newsdiff.kinds.quotations import read_quotations
from newsdiff.model import Claim, Document, Quotation, Reason, Span

BESIDE = 200
"""Code points between a quotation and its speaker's name up to which the name stands beside the words."""
LIKE = 0.5
"""How like two words of names must be for two speakers not to be told apart."""
SPEAKER_UNCLEAR = Comparison("compatible", Reason("speaker_unclear", "one article may mean another speaker"))
STOPS = (". ", ".\n", "? ", "! ", "؟ ", "। ", "।\n", "。", "！", "？", "\n\n")
ENDS = (".", "?", "!", "؟", "।", "。", "！", "？")
QUOTED_END = " \n:,\"'«»“”„‟‘’"


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
                attributed=_is_beside(document, found.speaker, found.span),
                denied=found.denied,
            ),
            speaker=found.speaker,
        )
        for found in read_quotations(document)
    )


def comparable(_one: Quotation, _other: Quotation) -> bool:
    """Any two quotations may be the same utterance."""
    return True


def compare(one: Quotation, other: Quotation) -> Comparison:
    """The same utterance: from the same speaker, in the same form?"""
    if one.speaker and other.speaker and one.speaker != other.speaker:
        verbatim = one.form != "indirect" and other.form != "indirect"
        named = one.attributed and other.attributed and not _share_a_name(one.speaker, other.speaker)
        if verbatim and named:
            return Comparison("disjoint", Reason("different_speaker", "the same words, given to two speakers"))
        return SPEAKER_UNCLEAR
    if (one.form == "indirect") != (other.form == "indirect"):
        return Comparison("compatible", Reason("form", "quoted in one, reported in other words in another"))
    if one.speaker != other.speaker:
        return Comparison("compatible", Reason("speaker_unknown", "the speaker is not told in every article"))
    return Comparison("equal", Reason("same_quotation", "the same utterance"))


def describe(value: Quotation) -> str:
    """The words in quotation marks (a paraphrase without), after the speaker; with a word where they are denied."""
    words = value.text if value.form == "indirect" else f"“{value.text}”"
    words = f"{words} (denied)" if value.denied else words
    return f"{value.speaker}: {words}" if value.speaker else words


def key(value: Quotation) -> str | None:
    """The words themselves."""
    return value.text


def _share_a_name(one: str, other: str) -> bool:
    """Whether two speakers have a like name ("Rahm", "Rahmowi"), so that they may be relatives, or one person in two spellings."""
    from newsdiff.parse.names.similarity import name_similarity

    return any(name_similarity(ours, theirs) >= LIKE for ours in one.split() for theirs in other.split())


def _is_beside(document: Document, speaker: Span | None, words: Span) -> bool:
    """Whether the speaker is named beside the quotation, with no end of a sentence between the two."""
    if speaker is None:
        return False
    between = document.text[min(speaker.end, words.end) : max(speaker.start, words.start)]
    between = between.rstrip(QUOTED_END)
    return len(between) <= BESIDE and not between.endswith(ENDS) and not any(stop in between for stop in STOPS)


def telling(_value: Quotation) -> float:
    """Words prove themselves."""
    return 1.0


QUOTE = SlotKind("quote", "quote", extract, comparable, compare, describe, key, telling, wording=True, needs_words=True)
