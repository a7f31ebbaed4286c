"""Slots: claims of all articles that are about the same thing, set side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

import numpy as np

from newsdiff.align.actors import ActorIndex
from newsdiff.align.clustering import cluster
from newsdiff.align.context import Context, count_others, likeness, read_contexts
from newsdiff.align.contradictions import Placement, find_self_contradictions, place_rightly, single_mentions
from newsdiff.align.crossing import name_other_years
from newsdiff.align.evidence import log_odds
from newsdiff.align.headlines import join_headlines
from newsdiff.align.node import Node
from newsdiff.align.opposition import name_others, opposing_log_odds
from newsdiff.align.relations import DISJOINT, EQUAL, UNKNOWN, Matrix, Relations, relate
from newsdiff.align.repetitions import find_repetitions, join_repetitions
from newsdiff.align.scope import doubt_other_matters
from newsdiff.align.similarity import compare_places
from newsdiff.align.wording import join_utterances, wording_log_odds
from newsdiff.kinds import BY_NAME, Comparison, SlotKind, slot_kind
from newsdiff.model import Claim, Difference, Document, Value

MERGE = -0.5
"""Log-odds from which on two clusters are merged; what is less sure than that stays apart."""
UNLIKELY = 0.3
"""How likely values that exclude each other must be to answer one question; below that they are no one's finding."""
CONTESTED = 0.5
"""How likely an article that gives the others' value elsewhere means the same thing here: as well as not."""
CLEAR = 2.2
"""Log-odds (nine in ten) that a value which cannot be weighed against the others needs on average to stand beside them."""
REPEATED = 0.6
"""Cosine of what is counted from which on an equal figure of the same article is a repetition."""

CONVERTED = 3
"""Code points between a figure and the same in another unit, as in "45 miles (72 kilometers)": one measure, not two."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a slot's quotations or statements say as a whole, by article; how every two stand to each other; and where they differ.

    ``resting`` are the figures on which it rests alone that two articles exclude each other, where they fill a slot of their own.
    """

    values: Mapping[str, Value]
    relations: Mapping[frozenset[str], Comparison]
    differences: Mapping[str, tuple[Difference, ...]]
    resting: Mapping[frozenset[str], tuple[Claim, Claim]]


@dataclass(frozen=True, slots=True)
class Slot:
    """Nodes of different articles that fill one slot.

    ``probability`` says how likely they do (1 for a single one); ``opposed`` how likely two of them that exclude each other
    do, from the pair for which most speaks, and the same as ``probability`` where none exclude each other.
    ``contradicts_itself`` is the article, if any, whose value differs here and that gives the others' value elsewhere.
    ``weighed`` is known of quotations, and of statements that contradict each other. ``doubt`` tells why ``opposed`` was lowered (``scope``).
    """

    nodes: tuple[Node, ...]
    probability: float
    opposed: float
    contradicts_itself: str | None = None
    weighed: Weighed | None = None
    doubt: str | None = None


def fill_slots(claims: Sequence[Claim], documents: Mapping[str, Document], actors: ActorIndex) -> tuple[Slot, ...]:
    """Set the claims of all slot kinds side by side, family by family."""
    by_family: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        kind = BY_NAME[claim.kind]
        if isinstance(kind, SlotKind):
            by_family[kind.family].append(claim)
    contexts = read_contexts([claim for family in by_family.values() for claim in family], documents, actors)
    slots: list[Slot] = []
    at = 0
    for family, members in by_family.items():
        slots += _fill_family(family, members, contexts[at : at + len(members)], documents)
        at += len(members)
    return doubt_other_matters(slots, claims, documents)


def build_nodes(
    claims: Sequence[Claim], contexts: Sequence[Context], documents: Mapping[str, Document]
) -> tuple[Node, ...]:
    """Join the claims of one article that repeat one another."""
    if claims and slot_kind(claims[0]).whole:
        return tuple(Node((claim,), (context,), 1.0) for claim, context in zip(claims, contexts, strict=True))
    if claims and slot_kind(claims[0]).wording:
        return join_utterances(claims, contexts, documents)
    nodes: list[Node] = []
    of_article: dict[str, list[int]] = defaultdict(list)
    for claim, context in zip(claims, contexts, strict=True):
        for at in of_article[claim.article]:
            if _repeats(nodes[at], claim, context):
                nodes[at] = Node((*nodes[at].claims, claim), (*nodes[at].contexts, context), nodes[at].telling)
                break
        else:
            of_article[claim.article].append(len(nodes))
            nodes.append(Node((claim,), (context,), slot_kind(claim).telling(claim.value)))
    return join_headlines(nodes, documents)


def _fill_family(
    family: str, claims: Sequence[Claim], contexts: Sequence[Context], documents: Mapping[str, Document]
) -> list[Slot]:
    nodes = build_nodes(claims, contexts, documents)
    articles = [node.article for node in nodes]
    if slot_kind(claims[0]).wording:
        evidence = wording_log_odds(nodes, family)
        groups = cluster(evidence, articles, threshold=MERGE)
        return [_slot(nodes, group, evidence) for group in groups]
    mentions, owners = single_mentions(nodes)
    between = relate(mentions)
    relations = between.among([owners.index(at) for at in range(len(nodes))])
    evidence = log_odds(nodes, relations, family)
    _, elsewhere = compare_places(nodes)
    opposed_values = (relations.relation == DISJOINT) & (elsewhere == 0) & ~name_others(nodes)
    opposable = np.where(opposed_values, evidence, -np.inf)
    groups = cluster(evidence, articles, threshold=MERGE)
    single = log_odds(mentions, between, family, without=("elsewhere",))
    repeated = find_repetitions(nodes, groups, owners, single)
    nodes = join_repetitions(nodes, repeated)
    owners = tuple(repeated.get(owner, owner) for owner in owners)
    groups = [group for group in groups if group[0] not in repeated]
    placement = Placement(nodes, groups, owners, between, single, documents)
    groups = place_rightly(placement)
    slots, instead = _self_contradictions(replace(placement, groups=groups), mentions)
    groups = [[instead.get(at, at) for at in group] for group in groups if len(group) > 1 or group[0] not in instead]
    placed = {at for group in groups if len(group) > 1 for at in group}
    for group in groups:
        contested = _gives_both(group, placed, relations, evidence, articles)
        opposed = probability(opposing_log_odds(group, relations, opposable))
        opposed *= CONTESTED if contested else 1.0
        if not _excluding(group, relations):
            slots += [_slot(nodes, part, evidence) for part in _without_strangers(group, evidence, relations)]
        elif min(opposed, _mean(group, evidence)) < UNLIKELY:
            slots += [_slot(nodes, part, evidence) for part in _take_apart(group, relations)]
        else:
            slots.append(Slot(tuple(nodes[at] for at in group), _mean(group, evidence), opposed, contested))
    return slots


def _slot(nodes: Sequence[Node], group: Sequence[int], evidence: Matrix) -> Slot:
    likely = _mean(group, evidence)
    return Slot(tuple(nodes[at] for at in group), likely, likely)


def _without_strangers(group: Sequence[int], evidence: Matrix, relations: Relations) -> list[list[int]]:
    """A group, and alone those for which so little speaks that the whole would be unlikely: "two weeks" among four times two dead.

    So, too, those that cannot be weighed against any other where not enough speaks for their answering the same question.
    """
    kept, alone = list(group), []
    while len(kept) > 1:
        means = {node: _mean_with(node, kept, evidence) for node in kept}
        vague = [node for node in kept if _is_vague(node, kept, relations) and means[node] < CLEAR]
        if not vague and _mean(kept, evidence) >= UNLIKELY:
            break
        stranger = min(vague or kept, key=lambda node: means[node])
        kept.remove(stranger)
        alone.append([stranger])
    return [kept, *alone]


def _mean_with(node: int, group: Sequence[int], evidence: Matrix) -> float:
    """The mean evidence between a node and the others of its group, as log-odds."""
    return float(np.mean([evidence[node, other] for other in group if other != node]))


def _is_vague(node: int, group: Sequence[int], relations: Relations) -> bool:
    """Whether a value of a larger group can be weighed against none of the others, which can among themselves."""
    others = [other for other in group if other != node]
    among = relations.relation[np.ix_(others, others)][~np.eye(len(others), dtype=bool)]
    return len(others) > 1 and bool((relations.relation[node, others] == UNKNOWN).all() and (among > UNKNOWN).all())


def _take_apart(group: Sequence[int], relations: Relations) -> list[list[int]]:
    """The nodes of a group, those together whose values do not exclude each other."""
    parts: list[list[int]] = []
    for node in group:
        part = next((part for part in parts if not _excluding([*part, node], relations)), None)
        if part is None:
            parts.append([node])
        else:
            part.append(node)
    return parts


def _excluding(group: Sequence[int], relations: Relations) -> bool:
    """Whether two values of the group exclude each other."""
    return bool((relations.relation[np.ix_(group, group)] == DISJOINT).any())


def _self_contradictions(placement: Placement, mentions: Sequence[Node]) -> tuple[list[Slot], dict[int, int]]:
    """Slots of what an article says against itself; and by the node that differs the one that stands for it elsewhere."""
    slots: list[Slot] = []
    instead: dict[int, int] = {}
    for found in find_self_contradictions(placement):
        likely = probability(float(placement.evidence[found.mention, list(found.against)].mean()))
        members = (placement.nodes[found.differing], *(mentions[at] for at in found.against))
        slots.append(Slot(members, likely, likely, members[0].article))
        instead |= {found.differing: found.agreeing, found.agreeing: found.agreeing}
    return slots, instead


def _mean(group: Sequence[int], evidence: Matrix) -> float:
    """The probability that the mean evidence between the members of a group gives."""
    if len(group) == 1:
        return 1.0
    pairs = evidence[np.ix_(group, group)][~np.eye(len(group), dtype=bool)]
    return probability(float(pairs.mean()))


def probability(odds: float) -> float:
    """The probability of log-odds."""
    return round(1.0 / (1.0 + exp(-odds)), 4) if odds > -np.inf else 0.0


def _gives_both(
    group: Sequence[int], placed: Container[int], relations: Relations, evidence: Matrix, articles: Sequence[str]
) -> str | None:
    """The article of the group whose value differs from another's, and that gives this other value in another slot, too.

    ``placed`` are the nodes that stand beside others: a value that stands alone is nobody's answer; nor is one of which the
    ``evidence`` says that it is another thing, two landscapes where others have two men.
    """
    inside = set(group)
    opposed = ((one, other) for one in group for other in group if relations.relation[one, other] == DISJOINT)
    for one, other in opposed:
        same = np.flatnonzero((relations.relation[:, other] == EQUAL) & (evidence[:, other] >= 0)).tolist()
        if any(articles[at] == articles[one] and at in placed and at not in inside for at in same):
            return articles[one]
    return None


def _repeats(node: Node, claim: Claim, context: Context) -> bool:
    """Whether a claim says again what a node does; an equal figure of the same sentence is another one, unless both count the same."""
    first = node.claims[0]
    if first.kind != claim.kind or not slot_kind(claim).comparable(first.value, claim.value):
        return False
    comparison = slot_kind(claim).compare(first.value, claim.value)
    if comparison.reason.code == "unit" and 0 <= claim.span.start - node.claims[-1].span.end <= CONVERTED:
        return True
    if comparison.relation != "equal" and not (comparison.reason.code == "bound" and comparison.apart == 0):
        return False
    if count_others(node.contexts, (context,)) or name_other_years(node.contexts, (context,)):
        return False
    near = likeness(node.contexts[0], context)
    if near is not None:
        return near >= REPEATED
    return node.telling >= 0.5 and all(known.sentence != context.sentence for known in node.contexts)
