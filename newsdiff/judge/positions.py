"""The positions of a finding: what each article says of an actor or in a slot, in its own words and in those of the finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsdiff.align.actors.territories import place_of
from newsdiff.align.labels import choose_speaking
from newsdiff.align.slots import Slot, Weighed
from newsdiff.kinds import BY_NAME, ActorKind, Kind, SlotKind
from newsdiff.lang import load_pack
from newsdiff.model import Claim, Document, Evidence, Name, Position, Value
from newsdiff.model.actor import Actor, Mention


def positions_of_actor(
    actor: Actor, articles: Sequence[str], documents: Mapping[str, Document], language: str
) -> list[Position]:
    """What each article that names the actor calls it; ``language`` is the reader's, for the words of a title."""
    kind = BY_NAME[actor.kind]
    word = kind.word if isinstance(kind, ActorKind) and language != "en" else lambda value, _language: value
    named = {article: mentions for article in articles if (mentions := actor.in_article(article))}
    values = {article: _name(actor, documents[article], mentions) for article, mentions in named.items()}
    return [
        Position(
            article,
            values[article],
            kind.describe(values[article]),
            tuple(Evidence(mention.span, mention.surface) for mention in mentions),
            alike=word(values[article], language),
        )
        for article, mentions in named.items()
    ]


def positions_in_slot(
    slot: Slot, kind: str, articles: Sequence[str], documents: Mapping[str, Document], language: str
) -> list[Position]:
    """What each article says in a slot, in the order of the articles; ``kind`` is that of most of its claims."""
    nodes = sorted(slot.nodes, key=lambda node: articles.index(node.article))
    firsts = [node.claims[0] for node in nodes]
    worded = zip(_word_alike(firsts, documents, "en"), _word_alike(firsts, documents, language), strict=True)
    positions = [
        Position(
            node.article, first.value, BY_NAME[first.kind].describe(english), _evidence(node.claims), alike=in_language
        )
        for node, first, (english, in_language) in zip(nodes, firsts, worded, strict=True)
    ]
    if slot.weighed is None:
        return positions
    return [_as_whole(position, slot.weighed, BY_NAME[kind]) for position in positions]


def _name(actor: Actor, document: Document, mentions: Sequence[Mention]) -> Name:
    """The actor's value in one article, its fullest spelling first; one with more words than the name is no fuller."""
    spellings = Counter(" ".join(mention.surface.split()) for mention in mentions)
    words = len(actor.name.split())
    variants = sorted(
        spellings,
        key=lambda spelling: (-min(words, len(spelling.split())), -spellings[spelling], len(spelling), spelling),
    )
    roles = actor.roles_in(document.article.id) if actor.kind == "person" else None
    place = None if roles is not None else place_of(variants, document.language)
    inflected = load_pack(document.language).people.inflected_names
    return Name(actor.name, tuple(variants), roles, place, inflected)


def _as_whole(position: Position, weighed: Weighed, kind: Kind) -> Position:
    """The position with all that its article quotes of an utterance, and what others lack of it."""
    value = weighed.values[position.article]
    differences = weighed.differences.get(position.article, ())
    return replace(position, value=value, shown=kind.describe(value), differences=differences, alike=None)


def _word_alike(claims: Sequence[Claim], documents: Mapping[str, Document], language: str) -> list[Value]:
    """The values, with one word for what all of them count."""
    speaking = choose_speaking([claim for claim in claims if _key(claim)] or claims, documents, language)
    key = _key(speaking)
    return [_word_as(claim, key if len(claims) > 1 else None) for claim in claims]


def _word_as(claim: Claim, key: str | None) -> Value:
    kind = BY_NAME[claim.kind]
    value: Value = kind.rename(claim.value, key) if isinstance(kind, SlotKind) and key else claim.value
    return value


def _key(claim: Claim) -> str | None:
    kind = BY_NAME[claim.kind]
    return kind.key(claim.value) if isinstance(kind, SlotKind) else None


def _evidence(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    return tuple(sorted({Evidence(claim.span, claim.surface) for claim in claims}, key=lambda item: item.span))
