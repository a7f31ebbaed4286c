"""Articles that contradict themselves: one that gives the others' value at one place, and another value at another.

What belongs here: holding the single mentions of the articles against each other after the slots are filled. A slot takes
one node of each article, and there an article that once agrees with the others hides that it also does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsdiff.align.node import Node
from newsdiff.align.relations import EQUAL, Matrix, Relations
from newsdiff.model import Document

WITNESSES = 2
"""How many other articles must say at one place what the article says otherwise."""
CLOSE = 0.005
"""How far apart (0 to 1, 3.5 percent) a compatible value may be that still gives the others' value: "nearly 8" is no 7.3."""
CLEAR = 2.2
"""Log-odds (nine in ten) that each of them must reach: that an article means two things is likelier than that it errs."""


@dataclass(frozen=True, slots=True)
class Placement:
    """The nodes of one family in their slots, and how their single mentions stand to each other.

    ``groups`` are the slots, as numbers of nodes; ``owners`` the node of each mention, as ``single_mentions`` gives them;
    ``evidence`` the log-odds (mentions, mentions) that two mentions fill one slot.
    """

    nodes: Sequence[Node]
    groups: Sequence[Sequence[int]]
    owners: Sequence[int]
    relations: Relations
    evidence: Matrix
    documents: Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class SelfContradiction:
    """One article's mention that differs, and those of others that it is held against (numbers of mentions).

    ``agreeing`` and ``differing`` are the article's two nodes.
    """

    mention: int
    against: tuple[int, ...]
    agreeing: int
    differing: int


def single_mentions(nodes: Sequence[Node]) -> tuple[tuple[Node, ...], tuple[int, ...]]:
    """Every mention as a node of its own, and the number of the node that it comes from."""
    mentions = [
        (Node((claim,), (context,), node.telling), at)
        for at, node in enumerate(nodes)
        for claim, context in zip(node.claims, node.contexts, strict=True)
    ]
    return tuple(mention for mention, _ in mentions), tuple(at for _, at in mentions)


def find_self_contradictions(placement: Placement) -> Iterator[SelfContradiction]:
    """Find the articles that say a thing with others at one place, and otherwise at another.

    Of the article's two nodes one stands in a slot and the other alone, in either order.
    """
    for found in _find_differing(placement):
        if _agrees(found, placement):
            yield found


def place_rightly(placement: Placement) -> list[list[int]]:
    """The slots, in which no figure that is only roughly the others' takes the place of one that clearly answers them.

    Shares that fell 7.3 percent elsewhere are not the sales that fell "almost 8" here, if here shares fell 3.7.
    """
    alone = {group[0] for group in placement.groups if len(group) == 1}
    instead: dict[int, int] = {}
    for found in _find_differing(placement):
        taken = {found.differing, found.agreeing} & instead.keys()
        if found.differing in alone and not taken and not _agrees(found, placement):
            instead |= {found.agreeing: found.differing, found.differing: found.agreeing}
    return [sorted(instead.get(at, at) for at in group) for group in placement.groups]


def _agrees(found: SelfContradiction, placement: Placement) -> bool:
    """Whether the article gives the others' value where it agrees, not one that may merely stand for it."""
    own, relations = placement.owners.index(found.agreeing), placement.relations
    return all(
        relations.relation[own, other] == EQUAL or relations.apart[own, other] <= CLOSE for other in found.against
    )


def _find_differing(placement: Placement) -> Iterator[SelfContradiction]:
    """The mentions that differ from the others' value, of articles that also give one that is compatible with it."""
    nodes, groups = placement.nodes, placement.groups
    of_node: dict[int, list[int]] = {}
    for at, owner in enumerate(placement.owners):
        of_node.setdefault(owner, []).append(at)
    for alone in (group[0] for group in groups if len(group) == 1):
        for group in groups:
            own = next((at for at in group if nodes[at].article == nodes[alone].article), None)
            if own is None or len(group) <= WITNESSES or _share_sentence(nodes[own], nodes[alone], placement.documents):
                continue
            others = [of_node[at] for at in group if at != own]
            for agreeing, differing in ((own, alone), (alone, own)):
                for mention in of_node[differing]:
                    against = _contradicted(placement, mention, of_node[agreeing][0], others)
                    if len(against) >= WITNESSES:
                        yield SelfContradiction(mention, against, agreeing, differing)
                        break


def _contradicted(
    placement: Placement, mention: int, agreeing: int, others: Sequence[Sequence[int]]
) -> tuple[int, ...]:
    """Of each other node the mention nearest to one that differs, if it clearly answers that and agrees with ``agreeing``."""
    relation, evidence = placement.relations.relation, placement.evidence
    nearest = (max(mentions, key=lambda other: evidence[mention, other]) for mentions in others)
    return tuple(
        other
        for other in nearest
        if evidence[mention, other] >= CLEAR and relation[mention, other] < 0 < relation[agreeing, other]
    )


def _share_sentence(one: Node, other: Node, documents: Mapping[str, Document]) -> bool:
    """Whether two nodes of one article are named in one sentence, which then tells them apart."""
    places = [
        {documents[claim.article].sentence_at(claim.span.start) for claim in node.claims} for node in (one, other)
    ]
    return bool(places[0] & places[1])
