"""Whereabouts: where one article puts a thing that two or more put at another place.

What belongs here: which places may exclude each other at all, and finding those that are told in the same sentence. What happens
in a town happens in its country, too; a place may have two names; and an article that knows both places speaks of both.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from newsdiff.align import Alignment
from newsdiff.align.actors import ActorIndex
from newsdiff.align.actors.naming import name_in
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
from newsdiff.parse.names.territories import is_town, place_of

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
RIVAL = 1.0
"""Log-odds by which two mentions must answer each other better than any other place of the two articles answers them: where a list
says the same of many places, none stands for another."""
MOST = 200
"""Mentions of places of one article that are looked at, from its beginning."""
LEAST = 0.7
"""How likely it must be that both places answer one question."""


@dataclass(frozen=True, slots=True)
class Rivals:
    """A place that only one article names of those that do not name the ``common`` one; ``witnesses`` name that without it."""

    article: str
    lone: Actor
    common: Actor
    witnesses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The mentions of places: ``nodes`` with their ``articles`` and ``places`` (ids of actors).

    ``evidence`` is the log-odds (n, n) that two of them tell the whereabouts of one thing, ``-inf`` within an article and
    in sentences on different persons: where one nurse is from says nothing of another.
    """

    nodes: Sequence[Node]
    articles: NDArray[np.str_]
    places: NDArray[np.str_]
    evidence: Matrix

    def of(self, place: str, articles: Sequence[str]) -> list[int]:
        """The mentions of one place in some articles."""
        found: list[int] = np.flatnonzero((self.places == place) & np.isin(self.articles, articles)).tolist()
        return found

    def nearest(self, mention: int, place: str, article: str) -> int | None:
        """The mention of a place in an article that answers one of another place best; None where none does."""
        mentions = self.of(place, [article])
        if not mentions:
            return None
        other = max(mentions, key=lambda at: float(self.evidence[mention, at]))
        return other if self.evidence[mention, other] >= JOINING else None

    def stands_out(self, mention: int, other: int) -> bool:
        """Whether two mentions answer each other better than any other place of the two articles answers them."""
        theirs = (self.articles == self.articles[other]) & (self.places != self.places[other])
        own = (self.articles == self.articles[mention]) & (self.places != self.places[mention])
        rivals = np.concatenate([self.evidence[mention, theirs], self.evidence[own, other]])
        return bool((rivals <= self.evidence[mention, other] - RIVAL).all())


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
    claimed = [pair for document in documents for pair in _claims(places, document)]
    if not rivals or not claimed:
        return alignment
    contexts = read_contexts([claim for _, claim in claimed], by_id, ActorIndex(alignment.actors), among=claims)
    told = _weigh(
        [Node((claim,), (context,), 1.0) for (_, claim), context in zip(claimed, contexts, strict=True)],
        [place for place, _ in claimed],
        frozenset(actor.id for actor in alignment.actors if actor.kind == "person"),
    )
    witness = {article: number for number, group in enumerate(dependence) for article in group.articles}
    best: dict[str, Slot] = {}
    for pair in rivals:
        slot = _confront(pair, told, witness)
        if slot is not None and (pair.lone.id not in best or slot.opposed > best[pair.lone.id].opposed):
            best[pair.lone.id] = slot
    return replace(alignment, slots=(*alignment.slots, *best.values()))


def _find_rivals(places: Sequence[Actor], documents: Mapping[str, Document]) -> Iterator[Rivals]:
    """The pairs of places of which one article names the one alone, and others the other without it.

    Only articles count whose language the tagger was taught: in another it may have taken anything for a place.
    """
    unknown = [place for place in places if _is_sure(place) and not _is_known(place, documents)]
    taught = {article for article, document in documents.items() if load_pack(document.language).people.taught}
    common = [place for place in unknown if len(place.articles) >= WITNESSES]
    told = {
        place.id: {mention.article for mention in place.mentions if _is_told(documents, mention)} for place in common
    }
    for lone in unknown:
        for other in common:
            without = [article for article in lone.articles if article not in told[other.id]]
            against = tuple(article for article in told[other.id] if article not in lone.articles and article in taught)
            enough = len(without) == 1 and taught.issuperset(without) and len(against) >= WITNESSES
            if enough and not _may_be_one(lone, other):
                yield Rivals(without[0], lone, other, tuple(sorted(against)))


def _is_told(documents: Mapping[str, Document], mention: Mention) -> bool:
    """Whether a mention begins no line: at the beginning stands where a report was written."""
    text = documents[mention.article].text
    return any(map(str.isalpha, text[text.rfind("\n", 0, mention.span.start) + 1 : mention.span.start]))


def _is_sure(place: Actor) -> bool:
    return max(mention.score for mention in place.mentions) >= SURE


def _is_known(place: Actor, documents: Mapping[str, Document]) -> bool:
    """Whether the world knows a place, a country or a region, that may be in another that is told, or have several in it: no city."""
    codes = (
        place_of((mention.surface, mention.nominative), documents[mention.article].language)
        for mention in place.mentions
    )
    return any(code and not is_town(code) for code in codes)


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Whether two names may be those of one place: they sound alike, or begin alike, as Gdingen and Gdynia, Monaco and München."""
    ours, theirs = name_form(one.name), name_form(other.name)
    return compare_forms(ours, theirs) > LIKE or not _openings(ours).isdisjoint(_openings(theirs))


def _openings(name: NameForm) -> frozenset[str]:
    """The sounds that the words of a name begin with."""
    return frozenset(reading.sounds[:1] for word in name.words for reading in word.readings)


def _claims(places: Sequence[Actor], document: Document) -> list[tuple[str, Claim]]:
    """The first mentions of places in an article, in order, each with the id of its actor; none that begins a line."""
    article = document.article.id
    mentions = sorted(
        (mention.span, place.id, mention)
        for place in places
        for mention in place.in_article(article)
        if _is_told({article: document}, mention)
    )
    names = {place.id: place.name for place in places}
    return [(place, _claim(names[place], mention, document)) for _, place, mention in mentions[:MOST]]


def _claim(name: str, mention: Mention, document: Document) -> Claim:
    value = name_in(document.language, name, (mention.nominative or mention.surface,), None)
    return Claim(mention.article, "place", mention.span, mention.surface, value)


def _weigh(nodes: Sequence[Node], places: Sequence[str], persons: frozenset[str]) -> Told:
    """The mentions, with what speaks for every two of them."""
    articles, named = np.array([node.article for node in nodes]), np.array(places)
    zeros = np.zeros((len(nodes), len(nodes)))
    relation = np.where(named[:, None] == named[None, :], EQUAL, DISJOINT).astype(np.int8)
    apart = articles[:, None] != articles[None, :]
    none = zeros.astype(bool)
    relations = Relations(relation, apart, zeros, none, none)
    evidence = log_odds(nodes, relations, FAMILY, without=("same_place", "other_place"))
    return Told(nodes, articles, named, np.where(_on_others(nodes, persons), -np.inf, evidence))


def _on_others(nodes: Sequence[Node], persons: frozenset[str]) -> NDArray[np.bool_]:
    """(n, n): whether the sentences of two mentions name persons, and none that both name."""
    named = [node.contexts[0].actors & persons for node in nodes]
    return np.array([[bool(ours and theirs) and ours.isdisjoint(theirs) for theirs in named] for ours in named])


def _confront(pair: Rivals, told: Told, witness: Mapping[str, int]) -> Slot | None:
    """The slot of the mention for which most speaks, with the nearest one of each article that answers it; None without one.

    ``witness`` gives articles that are one witness the same number.
    """
    best: tuple[float, int, list[int]] | None = None
    for mention in told.of(pair.lone.id, [pair.article]):
        answering = [
            other
            for article in pair.common.articles
            if article not in pair.lone.articles
            and (other := told.nearest(mention, pair.common.id, article)) is not None
        ]
        clear = [
            str(told.articles[other])
            for other in answering
            if told.articles[other] in pair.witnesses
            and told.evidence[mention, other] >= MERGE
            and told.stands_out(mention, other)
        ]
        witnesses = {witness.get(article, article) for article in clear} - {witness.get(pair.article)}
        if len(witnesses) >= WITNESSES:
            odds = alone_log_odds(float(told.evidence[mention, answering].max()))
            if best is None or odds > best[0]:
                best = odds, mention, answering
    if best is None or probability(best[0]) < LEAST:
        return None
    odds, mention, answering = best
    return Slot(tuple(told.nodes[at] for at in (mention, *answering)), probability(odds), probability(odds))
