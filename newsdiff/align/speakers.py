"""Speakers: under which name a quotation's speaker is known in all articles, and whether the article leaves no doubt who it is.

What belongs here: what the actors of all articles tell of a speaker. Whom the text gives the words to is for ``parse/quotations``.
"""

from __future__ import annotations

from dataclasses import replace

from newsdiff.align.actors import ActorIndex
from newsdiff.kinds.quote import STOPS
from newsdiff.lang import load_pack
from newsdiff.model import Claim, Document, Quotation, Span
from newsdiff.model.actor import Actor
from newsdiff.parse.names.forms import name_form
from newsdiff.parse.names.similarity import compare_words
from newsdiff.parse.quotations import opens_sentence
from newsdiff.parse.roles.nouns import find_role_nouns

FULL_NAME = 2
"""Words of a full name, at least."""
ALIKE = 0.5
"""How alike two words are that may be spellings of one name."""


def name_speaker(claim: Claim, actors: ActorIndex, document: Document) -> Claim:
    """The claim; a quotation with its speaker under the actor's one name."""
    if claim.speaker is None or not isinstance(claim.value, Quotation):
        return claim
    actor = speaking(claim.article, claim.speaker, actors)
    if actor is None:
        return replace(claim, value=replace(claim.value, attributed=False))
    told = (
        claim.value.attributed
        or _is_only_one(claim, claim.speaker, actor, actors, document)
        or _is_told_by_office(claim, actor, actors, document)
    )
    return replace(claim, value=replace(claim.value, speaker=actor.name, attributed=told and actor.kind == "person"))


def are_apart(one: Actor | None, other: Actor | None) -> bool:
    """Whether two speakers are surely not one: of an actor whom a single article names, this article names the other, too.

    Else he may be the other one, under a name that was not recognised, unless both have full names in one script and these have
    no word in common.
    """
    if one is None or other is None:
        return False
    if _are_unlike(one, other):
        return True
    pairs = ((one, other), (other, one))
    return all(len(actor.articles) > 1 or actor.articles[0] in rival.articles for actor, rival in pairs)


def _are_unlike(one: Actor, other: Actor) -> bool:
    """Whether two persons have full names in one script, and no word of the one is like a word of the other."""
    ours, theirs = ([name_form(name) for name in (actor.name, *actor.variants)] for actor in (one, other))
    full = [(a, b) for a in ours for b in theirs if min(len(a.words), len(b.words)) >= FULL_NAME]
    same_script = any(a.words[0].script == b.words[0].script for a, b in full)
    alike = any(compare_words(a, b) >= ALIKE for x in ours for y in theirs for a in x.words for b in y.words)
    return one.kind == other.kind == "person" and same_script and not alike


def speaking(article: str, span: Span, actors: ActorIndex) -> Actor | None:
    """The actor named in a span: the person, where an engine took whom he works for into the name."""
    inside = [actor for _, actor in actors.inside(article, span)]
    return next((actor for actor in inside if actor.kind == "person"), inside[0] if inside else None)


def _is_told_by_office(claim: Claim, actor: Actor, actors: ActorIndex, document: Document) -> bool:
    """Whether the words around a quotation name an office that only its speaker holds, and nobody: "ha detto la ministra"."""
    first, last = (
        document.sentence_at(claim.span.start),
        document.sentence_at(max(claim.span.end - 1, claim.span.start)),
    )
    if first is None or last is None:
        return False
    before, behind = Span(first.start, claim.span.start), Span(claim.span.end, max(last.end, claim.span.end))
    named = any(other.kind == "person" for span in (before, behind) for _, other in actors.inside(claim.article, span))
    pack = load_pack(first.language)
    offices = (noun for span in (before, behind) for noun in find_role_nouns(document.tokens_in(span), pack))
    return not named and any(noun.exact and actors.only_holder(noun.title) == actor.id for noun in offices)


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
