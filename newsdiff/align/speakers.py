"""Speakers: under which name a quotation's speaker is known in all articles, and whether the article leaves no doubt who it is.

What belongs here: what the actors of all articles tell of a speaker. Whom the text gives the words to is for ``parse/quotations``.
"""

from __future__ import annotations

from dataclasses import replace

from newsdiff.align.actors import ActorIndex
from newsdiff.kinds.quote import STOPS
from newsdiff.model import Claim, Document, Quotation, Span
from newsdiff.model.actor import Actor
from newsdiff.parse.quotations import opens_sentence


def name_speaker(claim: Claim, actors: ActorIndex, document: Document) -> Claim:
    """The claim; a quotation with its speaker under the actor's one name.

    A speaker whom one article alone names may be somebody else's name that was not recognised, and contradicts nobody.
    """
    if claim.speaker is None or not isinstance(claim.value, Quotation):
        return claim
    actor = _speaking(claim.article, claim.speaker, actors)
    if actor is None:
        return replace(claim, value=replace(claim.value, attributed=False))
    told = claim.value.attributed or _is_only_one(claim, claim.speaker, actor, actors, document)
    attributed = told and actor.kind == "person" and len(actor.articles) > 1
    return replace(claim, value=replace(claim.value, speaker=actor.name, attributed=attributed))


def _speaking(article: str, span: Span, actors: ActorIndex) -> Actor | None:
    """The actor named in a span: the person, where an engine took whom he works for into the name."""
    inside = [actor for _, actor in actors.inside(article, span)]
    return next((actor for actor in inside if actor.kind == "person"), inside[0] if inside else None)


def _is_only_one(claim: Claim, speaker: Span, actor: Actor, actors: ActorIndex, document: Document) -> bool:
    """Whether the sentence right before a quotation begins with its speaker, and this and the quotation's cue name nobody else."""
    before = document.sentence_at(speaker.start)
    last = document.sentence_at(max(claim.span.end - 1, claim.span.start))
    if before is None or last is None or speaker.end > claim.span.start:
        return False
    between = document.text[speaker.end : claim.span.start]
    if "\n" in between or sum(between.count(stop) for stop in STOPS) > 1:
        return False
    around = (Span(before.start, claim.span.start), Span(claim.span.end, max(last.end, claim.span.end + 1)))
    people = {other.id for span in around for _, other in actors.inside(claim.article, span) if other.kind == "person"}
    return people == {actor.id} and opens_sentence(document, speaker)
