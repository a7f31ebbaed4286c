"""What stands around a claim: its sentence with figures and names masked, as vectors, and who is named there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from newsdiff.align.actors import ActorIndex
from newsdiff.align.anchors import Anchor, read_anchors, sentence_number
from newsdiff.kinds import BY_NAME, SlotKind
from newsdiff.kinds.masks import spans_of
from newsdiff.model import Claim, DateValue, Document, Quantity, Span, overlapping
from newsdiff.parse.figures.concepts import exclude, tell_apart
from newsdiff.semantics import embed

Vectors = NDArray[np.float32]

WINDOWS = (None, 8, 3)
"""How many words to each side a window takes; None is the whole sentence."""
MASK = "#"
BESIDE = 3
"""Words to each side of a claim up to which a place is named right beside it."""
OTHER_NAME = 0.3
"""As how alike two things count that have two names in all languages: the mean of the cosines of such names."""
_SENTENCE_END = re.compile(r"[.!?؟।…]+\s+|[。！？]+")


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one claim.

    ``windows`` has a unit row for each of ``WINDOWS`` (or, where the claim's own words are what is compared, a row for
    each of its sentences after one for the whole); ``key`` is the unit vector of the claim's key, None without one;
    ``concept`` the name of what it counts in all languages, where it has one.
    ``actors`` are named in its sentence, ``beside`` are the places among them that are named right beside the claim.
    ``told`` is the claim's value, ``around`` those of the other figures and dates in its sentence, each with how much an equal
    one proves. ``position`` is where in the article the claim stands, from 0 to 1, ``sentence`` the number of its sentence, and
    ``anchors`` are the year and the actors of which it is told. ``part`` where it counts some of those that another figure counts.
    """

    windows: Vectors
    key: Vectors | None
    concept: str | None
    actors: frozenset[str]
    beside: frozenset[str]
    told: Hashable
    around: Mapping[Hashable, float]
    position: float
    sentence: int = -1
    anchors: frozenset[Anchor] = frozenset()
    part: bool = False


def read_contexts(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    actors: ActorIndex,
    *,
    among: Sequence[Claim] | None = None,
) -> tuple[Context, ...]:
    """The context of every claim; all texts are embedded in one call.

    ``among`` are the figures and dates that may stand in their sentences, where those are not among the claims themselves.
    """
    texts: list[str] = []
    languages: list[str] = []
    layout: list[tuple[int, int]] = []
    for claim in claims:
        document = documents[claim.article]
        windows = _windows(claim, document)
        key = _key(claim)
        layout.append((len(windows), 1 if key else 0))
        texts += [*windows, key] if key else windows
        sentence = document.sentence_at(claim.span.start)
        languages += [sentence.language if sentence else document.language] * (len(windows) + (1 if key else 0))
    vectors = embed(texts, languages=languages)
    figures = _figures_by_sentence(claims if among is None else among, documents)
    anchors = read_anchors(claims, documents, actors)
    contexts: list[Context] = []
    at = 0
    for claim, (windows_count, keys) in zip(claims, layout, strict=True):
        document = documents[claim.article]
        contexts.append(
            Context(
                windows=vectors[at : at + windows_count],
                key=vectors[at + windows_count] if keys else None,
                concept=_concept(claim),
                actors=_named_near(claim, document, actors),
                beside=_places_beside(claim, document, actors),
                told=told_in(claim.value),
                around=_told_around(claim, figures.get((claim.article, _place(claim, document)), ())),
                position=claim.span.start / max(1, len(document.text)),
                sentence=sentence_number(document, claim.span.start),
                anchors=anchors.get(claim, frozenset()),
                part=isinstance(claim.value, Quantity) and claim.value.part,
            )
        )
        at += windows_count + keys
    return tuple(contexts)


def likeness(one: Context, other: Context) -> float | None:
    """How alike what two claims count is, at most 1; None where one of them does not say.

    It goes by the names in all languages where both have one that tells, else by the cosine of the words.
    """
    if one.concept is not None and other.concept is not None:
        if one.concept == other.concept:
            return 1.0
        if tell_apart(one.concept, other.concept):
            return OTHER_NAME
    return None if one.key is None or other.key is None else float(one.key @ other.key)


def count_others(ours: Sequence[Context], theirs: Sequence[Context]) -> bool:
    """Whether two claims count people of whom nobody is both, such as the dead and the injured, wherever they are told."""
    names = [{context.concept for context in contexts if context.concept is not None} for contexts in (ours, theirs)]
    return bool(names[0] and names[1]) and all(exclude(one, other) for one in names[0] for other in names[1])


def masked(text: str, offset: int, spans: Sequence[Span]) -> str:
    """``text``, which begins at ``offset`` of the article, with every span replaced by the mask."""
    parts: list[str] = []
    at = offset
    for span in overlapping(spans, Span(offset, offset + len(text))):
        parts += [text[at - offset : max(span.start - offset, 0)], MASK]
        at = span.end
    parts.append(text[at - offset :])
    return " ".join("".join(parts).split())


def compared_texts(claim: Claim, document: Document) -> tuple[tuple[str, str], ...]:
    """What stands for a claim when it is compared, as (what, text): the words themselves, or masked windows and its key."""
    texts, key = _windows(claim, document), _key(claim)
    kind = BY_NAME[claim.kind]
    if isinstance(kind, SlotKind) and kind.wording:
        return tuple(("words" if at == 0 else f"sentence {at}", text) for at, text in enumerate(texts))
    names = ["sentence" if width is None else f"{width} words" for width in WINDOWS]
    return (*zip(names, texts, strict=True), *([("counted", key)] if key else []))


def _windows(claim: Claim, document: Document) -> list[str]:
    kind = BY_NAME[claim.kind]
    if isinstance(kind, SlotKind) and kind.whole:
        return [claim.surface]
    if isinstance(kind, SlotKind) and kind.wording:
        sentences = [part.strip() for part in _SENTENCE_END.split(claim.surface) if part.strip()]
        return [claim.surface, *sentences] if len(sentences) > 1 else [claim.surface]
    spans = spans_of(document)
    windows = [window_around(claim, document, width) for width in WINDOWS]
    return [masked(document.text[window.start : window.end], window.start, spans) for window in windows]


def window_around(claim: Claim, document: Document, width: int | None) -> Span:
    """The claim with ``width`` words of its sentence to each side; the whole sentence for None."""
    sentence = document.sentence_at(claim.span.start)
    whole = sentence.span if sentence else claim.span
    tokens = document.tokens_in(whole)
    before = [token for token in tokens if token.end <= claim.span.start]
    after = [token for token in tokens if token.start >= claim.span.end]
    start = before[-width].start if width is not None and len(before) > width else whole.start
    end = after[width - 1].end if width is not None and len(after) > width else max(whole.end, claim.span.end)
    return Span(start, end)


def _figures_by_sentence(
    claims: Sequence[Claim], documents: Mapping[str, Document]
) -> Mapping[tuple[str, int], Sequence[Claim]]:
    """The figures and dates of every sentence, by its article and where it begins there."""
    found: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in claims:
        if told_in(claim.value) is not None:
            found[claim.article, _place(claim, documents[claim.article])].append(claim)
    return found


def _place(claim: Claim, document: Document) -> int:
    sentence = document.sentence_at(claim.span.start)
    return sentence.start if sentence else -1


def _told_around(claim: Claim, inside: Sequence[Claim]) -> Mapping[Hashable, float]:
    """The values of the other figures and dates in the claim's sentence, each with how much an equal one proves."""
    others = [other for other in inside if other != claim]
    kinds = [BY_NAME[other.kind] for other in others]
    return {
        told_in(other.value): kind.telling(other.value)
        for other, kind in zip(others, kinds, strict=True)
        if isinstance(kind, SlotKind)
    }


def told_in(value: object) -> Hashable:
    """What makes two values the same, whatever their words and bounds are; None for what is no figure or date."""
    if isinstance(value, Quantity):
        factor = value.si or 1.0
        sides = tuple(None if side is None else float(f"{side * factor:.4g}") for side in (value.low, value.high))
        number = sides[0] if sides[0] is not None else sides[1]
        return (value.currency, value.dimension or (value.unit if value.currency is None else None), number)
    if isinstance(value, DateValue):
        return (value.start, value.end, value.recurring, value.month_days, value.time)
    return None


def _key(claim: Claim) -> str | None:
    kind = BY_NAME[claim.kind]
    if not isinstance(kind, SlotKind) or kind.wording:
        return None
    return kind.lemma(claim.value) or kind.key(claim.value)


def _concept(claim: Claim) -> str | None:
    kind = BY_NAME[claim.kind]
    return kind.concept(claim.value) if isinstance(kind, SlotKind) else None


def _named_near(claim: Claim, document: Document, actors: ActorIndex) -> frozenset[str]:
    sentence = document.sentence_at(claim.span.start)
    span = sentence.span if sentence else claim.span
    return frozenset(actor.id for _, actor in actors.inside(claim.article, span))


def _places_beside(claim: Claim, document: Document, actors: ActorIndex) -> frozenset[str]:
    inside = actors.inside(claim.article, window_around(claim, document, BESIDE))
    return frozenset(actor.id for _, actor in inside if actor.kind == "place")
