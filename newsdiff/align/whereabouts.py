"""Whereabouts: where one article puts a thing that two or more put at another place.

What belongs here: which places may exclude each other at all, and finding those that are told in the same sentence. What happens
in a town happens in its country, too; a place may have two names; and an article that knows both places speaks of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from newsdiff.align import Alignment
from newsdiff.align.actors import ActorIndex
from newsdiff.align.actors.naming import name_in
from newsdiff.align.actors.territories import place_of
from newsdiff.align.context import read_contexts
from newsdiff.align.evidence import log_odds
from newsdiff.align.node import Node
from newsdiff.align.opposition import alone_log_odds
from newsdiff.align.relations import DISJOINT, EQUAL, Matrix, Relations
from newsdiff.align.slots import MERGE, Slot, probability
from newsdiff.lang.pack import load_pack
from newsdiff.model import Claim, Dependence, Document
from newsdiff.model.actor import Actor, Mention
from newsdiff.parse.names.forms import NameForm, name_form
from newsdiff.parse.names.similarity import compare_forms

WITNESSES = 2
"""Other articles that must name one place where the article that stands alone names another."""
FAMILY = "date"
"""Whose weights tell that two sentences say the same: a place is a circumstance as a date is, and nothing is counted in it."""
LIKE = 0.25
"""How alike two names are that may be one."""
SURE = 0.4
"""How sure it must be of one mention that it names a place at all."""
JOINING = -1.0
"""Log-odds from which on another article that names the common place stands beside the witnesses."""
LEAST = 0.7
"""How likely it must be that both places answer one question."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """A place that only one article names of those that do not name the ``common`` one; others name that without it."""

    article: str
    lone: Actor
    common: Actor


def with_whereabouts(
    alignment: Alignment,
    claims: Sequence[Claim],
    documents: Sequence[Document],
    dependence: Sequence[Dependence] = (),
) -> Alignment:
    """The alignment, with the slots in which one article names another place than the others: at most one for each such place.

    Args:
        alignment: actors and slots of the documents.
        claims: the figures and dates of all articles.
        documents: all documents.
        dependence: articles that are one witness; of a translation another name is the translator's name for the place.
    """
    by_id = {document.article.id: document for document in documents}
    places = [actor for actor in alignment.actors if actor.kind == "place"]
    rivals = tuple(_find_rivals(places, by_id))
    told = [
        (actor.id, _claim(actor, mention, by_id[mention.article]))
        for actor in places
        for mention in actor.mentions
        if _is_in_clause(mention, by_id[mention.article])
    ]
    if not rivals or not told:
        return alignment
    index = ActorIndex(alignment.actors)
    contexts = read_contexts([claim for _, claim in told], by_id, index, among=claims)
    nodes = [Node((claim,), (context,), 1.0) for (_, claim), context in zip(told, contexts, strict=True)]
    evidence = _weigh(nodes, [place for place, _ in told])
    at: dict[str, list[int]] = {actor.id: [] for actor in places}
    for number, (place, _) in enumerate(told):
        at[place].append(number)
    witness = {article: number for number, group in enumerate(dependence) for article in group.articles}
    best: dict[str, Slot] = {}
    for pair in rivals:
        lone = [number for number in at[pair.lone.id] if nodes[number].article == pair.article]
        against = [number for number in at[pair.common.id] if nodes[number].article not in pair.lone.articles]
        slot = _confront(lone, against, nodes, evidence, witness)
        if slot is not None and (pair.lone.id not in best or slot.opposed > best[pair.lone.id].opposed):
            best[pair.lone.id] = slot
    return replace(alignment, slots=(*alignment.slots, *best.values()))


def _find_rivals(places: Sequence[Actor], documents: Mapping[str, Document]) -> Iterator[Rivals]:
    """The pairs of places of which one article names the one alone, and others the other without it."""
    unknown = [place for place in places if _is_sure(place) and not _is_known(place, documents)]
    taught = {article for article, document in documents.items() if load_pack(document.language).people.taught}
    common = [place for place in unknown if len(place.articles) >= WITNESSES]
    for lone in unknown:
        for other in common:
            without = [article for article in lone.articles if article not in other.articles]
            against = [article for article in other.articles if article not in lone.articles and article in taught]
            if (
                len(without) == 1
                and taught.issuperset(without)
                and len(against) >= WITNESSES
                and not _may_be_one(lone, other)
            ):
                yield Rivals(without[0], lone, other)


def _is_sure(place: Actor) -> bool:
    return max(mention.score for mention in place.mentions) >= SURE


def _is_known(place: Actor, documents: Mapping[str, Document]) -> bool:
    """Whether the world knows a place: a country, or one that may be in another that is told, or have several in it."""
    return any(
        place_of((mention.surface, mention.nominative), documents[mention.article].language)
        for mention in place.mentions
    )


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Whether two names may be those of one place: they sound alike, or begin alike, as Gdingen and Gdynia, Monaco and München."""
    ours, theirs = name_form(one.name), name_form(other.name)
    return compare_forms(ours, theirs) > LIKE or not _openings(ours).isdisjoint(_openings(theirs))


def _openings(name: NameForm) -> frozenset[str]:
    """The sounds that the words of a name begin with."""
    return frozenset(reading.sounds[:1] for word in name.words for reading in word.readings)


def _is_in_clause(mention: Mention, document: Document) -> bool:
    """Whether words stand before a mention in its line: at the beginning stands where the report was written."""
    line = document.text.rfind("\n", 0, mention.span.start) + 1
    return any(map(str.isalpha, document.text[line : mention.span.start]))


def _claim(place: Actor, mention: Mention, document: Document) -> Claim:
    value = name_in(document.language, place.name, (mention.nominative or mention.surface,), None)
    return Claim(mention.article, "place", mention.span, mention.surface, value)


def _weigh(nodes: Sequence[Node], places: Sequence[str]) -> Matrix:
    """Log-odds (n, n) that two mentions tell the whereabouts of one thing, ``-inf`` within an article."""
    articles = np.array([node.article for node in nodes])
    named = np.array(places)
    zeros = np.zeros((len(nodes), len(nodes)))
    relation = np.where(named[:, None] == named[None, :], EQUAL, DISJOINT).astype(np.int8)
    apart = articles[:, None] != articles[None, :]
    none = zeros.astype(bool)
    return log_odds(nodes, Relations(relation, apart, zeros, none, none), FAMILY, without=("same_place", "other_place"))


def _confront(
    lone: Sequence[int], common: Sequence[int], nodes: Sequence[Node], evidence: Matrix, witness: Mapping[str, int]
) -> Slot | None:
    """The slot of the mention for which most speaks, with the nearest one of each article that answers it; None without one.

    ``witness`` gives articles that are one witness the same number.
    """
    best: tuple[float, int, list[int]] | None = None
    for mention in lone:
        nearest: dict[str, int] = {}
        for other in common:
            article = nodes[other].article
            if article not in nearest or evidence[mention, other] > evidence[mention, nearest[article]]:
                nearest[article] = other
        answering = [other for other in nearest.values() if evidence[mention, other] >= JOINING]
        clear = [nodes[other].article for other in answering if evidence[mention, other] >= MERGE]
        witnesses = {witness.get(article, article) for article in clear} - {witness.get(nodes[mention].article)}
        if len(witnesses) >= WITNESSES:
            odds = alone_log_odds(float(evidence[mention, answering].max()))
            if best is None or odds > best[0]:
                best = odds, mention, answering
    if best is None or probability(best[0]) < LEAST:
        return None
    odds, mention, answering = best
    members = tuple(nodes[at] for at in (mention, *answering))
    return Slot(members, probability(odds), probability(odds))
