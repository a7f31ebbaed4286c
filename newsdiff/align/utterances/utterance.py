"""An utterance: all that one article quotes of it, laid out for comparing.

What belongs here: reading the quotations of a node into words, clauses, figures and names. Nothing is compared here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsdiff.align.actors import ActorIndex
from newsdiff.align.context import masked
from newsdiff.align.node import Node
from newsdiff.align.speakers import speaking
from newsdiff.align.utterances.words import Word, words_in
from newsdiff.align.wording import REPEATED
from newsdiff.model import Claim, Document, Quotation, Span
from newsdiff.model.actor import Actor

FEWEST_WORDS = 4
"""Words of the shortest clause that counts as a part of its own."""
_CUT = re.compile(r"(?<=[.!?؟।…;:؛,،])[\"”»“’'›]*\s+|\s[–—-]\s")
_INTERRUPTED = " … "


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one article quotes of an utterance.

    ``value`` is the whole of it; ``parts`` are its clauses, ``figures`` and ``named`` what it counts and whom it names,
    ``speakers`` the actors to whom it is given.
    """

    article: str
    language: str
    value: Quotation
    source: str
    parts: tuple[Span, ...]
    words: tuple[Word, ...]
    figures: tuple[Claim, ...]
    named: tuple[tuple[Span, Actor], ...]
    speakers: tuple[Actor, ...] = ()

    @property
    def verbatim(self) -> bool:
        """Whether it is given word for word."""
        return self.value.form != "indirect"

    @property
    def text(self) -> str:
        """Its words."""
        return self.without(())

    @property
    def row(self) -> tuple[str, str]:
        """Its language and its words, for embedding."""
        return self.language, self.text

    @property
    def masked_row(self) -> tuple[str, str]:
        """Its language and its words with every figure, date and name masked, for embedding."""
        spans = sorted([*(figure.span for figure in self.figures), *(span for span, _ in self.named)])
        texts = (masked(self.source[part.start : part.end], part.start, spans) for part in self.parts)
        return self.language, " ".join(texts)

    @property
    def cores(self) -> tuple[Span, ...]:
        """Its parts, each from its first word to its last."""
        return tuple(
            Span(words[0].span.start, words[-1].span.end)
            for part in self.parts
            if (words := words_in(self.source, part))
        )

    def row_without(self, left_out: Sequence[Span]) -> tuple[str, str]:
        """Its language and its words but for some parts, for embedding."""
        return self.language, self.without(left_out)

    def row_of(self, part: Span) -> tuple[str, str]:
        """Its language and one stretch of it, for embedding."""
        return self.language, " ".join(self.source[part.start : part.end].split())

    def without(self, left_out: Sequence[Span]) -> str:
        """Its words, but for those parts."""
        kept = (part for part in self.parts if part not in left_out)
        return " ".join(" ".join(self.source[part.start : part.end].split()) for part in kept)


def read_utterance(
    node: Node, document: Document, figures: Mapping[str, Sequence[Claim]], actors: ActorIndex
) -> Utterance:
    """Lay out what ``node`` quotes. ``figures`` are the figures and dates of every article by its id, in order."""
    claims = _unrepeated(node)
    text = document.text
    spans = [claim.span for claim in claims]
    sentence = document.sentence_at(spans[0].start)
    return Utterance(
        article=node.article,
        language=sentence.language if sentence else document.language,
        value=_whole(claims, text),
        source=text,
        parts=tuple(part for span in spans for part in parts_of(text, span)),
        words=tuple(word for span in spans for word in words_in(text, span)),
        figures=tuple(
            figure for figure in figures.get(node.article, ()) if any(span.covers(figure.span) for span in spans)
        ),
        named=tuple(pair for span in spans for pair in actors.inside(node.article, span)),
        speakers=_speakers(claims, actors),
    )


def read_statement(node: Node, document: Document) -> Utterance:
    """Lay out the sentence that ``node`` states as what nobody is quoted for."""
    (claim, *_) = node.claims
    sentence = document.sentence_at(claim.span.start)
    return Utterance(
        article=node.article,
        language=sentence.language if sentence else document.language,
        value=Quotation(None, claim.surface, "indirect"),
        source=document.text,
        parts=parts_of(document.text, claim.span),
        words=words_in(document.text, claim.span),
        figures=(),
        named=(),
    )


def parts_of(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences and clauses of ``text[span]``; one that is too short stays with its neighbour."""
    parts: list[Span] = []
    at = span.start
    for cut in [*_CUT.finditer(text, span.start, span.end), None]:
        piece = Span(at, cut.start() if cut else span.end)
        at = cut.end() if cut else span.end
        if not words_in(text, piece):
            continue
        if parts and min(len(words_in(text, parts[-1])), len(words_in(text, piece))) < FEWEST_WORDS:
            parts[-1] = Span(parts[-1].start, piece.end)
        else:
            parts.append(piece)
    return tuple(parts) or (span,)


def _unrepeated(node: Node) -> list[Claim]:
    """The claims that say more than one before them."""
    kept: list[int] = []
    for at, context in enumerate(node.contexts):
        rows = (node.contexts[one].windows[0] for one in kept)
        if not any(float(row @ context.windows[0]) >= REPEATED for row in rows):
            kept.append(at)
    return sorted((node.claims[at] for at in kept or [0]), key=lambda claim: claim.span)


def _speakers(claims: Sequence[Claim], actors: ActorIndex) -> tuple[Actor, ...]:
    found = (speaking(claim.article, claim.speaker, actors) for claim in claims if claim.speaker is not None)
    return tuple(actor for actor in found if actor is not None)


def _whole(claims: Sequence[Claim], text: str) -> Quotation:
    values = [claim.value for claim in claims if isinstance(claim.value, Quotation)]
    spoken = next((value for value in values if value.speaker), values[0])
    words = [text[claim.span.start : claim.span.end] for claim in claims]
    return replace(
        spoken,
        text=_INTERRUPTED.join(words),
        form=values[0].form,
        attributed=any(value.attributed for value in values),
        denied=all(value.denied for value in values),
    )
