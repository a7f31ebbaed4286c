"""The positions of a finding: what each article says of an actor or in a slot, in its own words and in those of the finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsdiff.align.actors.naming import name_in
from newsdiff.align.labels import Reader, choose_speaking
from newsdiff.align.node import Node
from newsdiff.align.slots import Slot, Weighed
from newsdiff.kinds import BY_NAME, ActorKind, Kind, SlotKind
from newsdiff.model import Claim, Document, Evidence, Name, Position, Value
from newsdiff.model.actor import Actor, Mention

SAME_COUNTED = 0.6
"""Cosine of what two figures count from which on it is the same thing, in whatever words."""
SAME_COUNTED_AS_OFTEN = 0.4
"""The same where they count equally many."""


def positions_of_actor(
    actor: Actor, articles: Sequence[str], documents: Mapping[str, Document], language: str
) -> list[Position]:
    """What each article that names the actor calls it; ``language`` is the reader's, for the words of a title.

    A title is worded as the article itself words it, or another in this language, so that no woman becomes a "Sprecher".
    """
    kind = BY_NAME[actor.kind]
    named = {article: mentions for article in articles if (mentions := actor.in_article(article))}
    values = {article: _name(actor, documents[article], mentions) for article, mentions in named.items()}
    own = {article: _titles(value) for article, value in values.items() if documents[article].language == language}
    written = {title: word for titles in own.values() for title, word in titles.items()}
    return [
        Position(
            article,
            values[article],
            kind.describe(values[article]),
            tuple(Evidence(mention.span, mention.surface) for mention in mentions),
            alike=kind.word(values[article], language, {**written, **own.get(article, {})})
            if isinstance(kind, ActorKind) and language != "en"
            else values[article],
        )
        for article, mentions in named.items()
    ]


def positions_in_slot(
    slot: Slot, kind: str, articles: Sequence[str], documents: Mapping[str, Document], reader: Reader
) -> list[Position]:
    """What each article says in a slot, in the order of the articles; ``kind`` is that of most of its claims."""
    nodes = sorted(slot.nodes, key=lambda node: articles.index(node.article))
    firsts = [node.claims[0] for node in nodes]
    english = replace(reader, language="en")
    worded = zip(
        *(_write_alike(nodes, _word_alike(nodes, documents, words)) for words in (english, reader)), strict=True
    )
    positions = [
        Position(
            node.article,
            first.value,
            BY_NAME[first.kind].describe(in_english),
            _evidence(node.claims),
            alike=in_language,
        )
        for node, first, (in_english, in_language) in zip(nodes, firsts, worded, strict=True)
    ]
    if slot.weighed is None:
        return positions
    return [_as_whole(position, slot.weighed, BY_NAME[kind]) for position in positions]


def _name(actor: Actor, document: Document, mentions: Sequence[Mention]) -> Name:
    """The actor's value in one article, its fullest spelling first; one with more words than the name is no fuller.

    A case of the name is no spelling of its own.
    """
    spellings = Counter(" ".join((mention.nominative or mention.surface).split()) for mention in mentions)
    words = len(actor.name.split())
    variants = sorted(
        spellings,
        key=lambda spelling: (-min(words, len(spelling.split())), -spellings[spelling], len(spelling), spelling),
    )
    roles = actor.roles_in(document.article.id) if actor.kind == "person" else None
    return name_in(document.language, actor.name, tuple(variants), roles)


def _titles(name: Name) -> Mapping[str, str]:
    """The words of an article for each title that it gives."""
    return {role.title: role.written for role in name.roles or () if role.title and role.written}


def _as_whole(position: Position, weighed: Weighed, kind: Kind) -> Position:
    """The position with all that its article quotes of an utterance, and what others lack of it."""
    value = weighed.values[position.article]
    differences = weighed.differences.get(position.article, ())
    return replace(position, value=value, shown=kind.describe(value), differences=differences, alike=None)


def _word_alike(nodes: Sequence[Node], documents: Mapping[str, Document], reader: Reader) -> list[Value]:
    """The values, with one word for what all count that count the same; another thing keeps the words of its article."""
    counting = {node.claims[0]: node for node in nodes if _key(node.claims[0])}
    if not counting:
        return [node.claims[0].value for node in nodes]
    speaking = choose_speaking(list(counting), documents, reader)
    near = [_nearness(node, counting[speaking]) for node in nodes]
    sure = [node for node, cosine in zip(nodes, near, strict=True) if cosine >= SAME_COUNTED]
    return [
        _word_as(node.claims[0], _key(speaking) if cosine >= _needed(node, sure) else None)
        for node, cosine in zip(nodes, near, strict=True)
    ]


def _write_alike(nodes: Sequence[Node], values: Sequence[Value]) -> Sequence[Value]:
    """The values in one spelling, where all are of one kind."""
    kinds = {node.kind for node in nodes}
    kind = BY_NAME[kinds.pop()]
    return kind.write_alike(values) if isinstance(kind, SlotKind) and not kinds else values


def _nearness(node: Node, other: Node) -> float:
    """Cosine of what two nodes count, 0 where one does not say: "jobs" is near to "posti di lavoro", not to "people"."""
    ours, theirs = node.contexts[0].key, other.contexts[0].key
    return 0.0 if ours is None or theirs is None else float(ours @ theirs)


def _needed(node: Node, sure: Sequence[Node]) -> float:
    """How near a node must be: less near where it counts as many as one of those that surely count the same thing."""
    value, compare = node.claims[0].value, BY_NAME[node.kind].compare
    equal = any(compare(value, other.claims[0].value).relation == "equal" for other in sure)
    return SAME_COUNTED_AS_OFTEN if equal else SAME_COUNTED


def _word_as(claim: Claim, key: str | None) -> Value:
    kind = BY_NAME[claim.kind]
    value: Value = kind.rename(claim.value, key) if isinstance(kind, SlotKind) and key else claim.value
    return value


def _key(claim: Claim) -> str | None:
    kind = BY_NAME[claim.kind]
    return kind.key(claim.value) if isinstance(kind, SlotKind) else None


def _evidence(claims: Sequence[Claim]) -> tuple[Evidence, ...]:
    return tuple(sorted({Evidence(claim.span, claim.surface) for claim in claims}, key=lambda item: item.span))
