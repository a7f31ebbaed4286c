"""Repetitions that only other articles show: an article's value at two places, which another takes for one and the same.

What belongs here: joining nodes of one article after the slots are filled. What an article's own words show to be a repetition
is joined before that (``slots.build_nodes``); where they differ ("22 charges", "the indictment in 22 points"), an article that
repeats itself in like words at both places tells that the places speak of one thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsdiff.align.context import count_others
from newsdiff.align.node import Node
from newsdiff.align.relations import Matrix
from newsdiff.kinds import BY_NAME, SlotKind

CLEAR = 2.2
"""Log-odds (nine in ten) that a mention of the repeating article must reach with what may be a repetition."""
TELLING = 0.5
"""How much an equal value must prove: eight charges and eight victims are two things."""


def find_repetitions(
    nodes: Sequence[Node], groups: Sequence[Sequence[int]], owners: Sequence[int], evidence: Matrix
) -> dict[int, int]:
    """The nodes that repeat what their article says in a larger slot, each with the node there.

    Args:
        nodes: the nodes of one family.
        groups: the slots, as numbers of nodes.
        owners: the node of each single mention.
        evidence: log-odds (mentions, mentions) that two of them fill one slot.
    """
    mentions: dict[int, list[int]] = {}
    for at, owner in enumerate(owners):
        mentions.setdefault(owner, []).append(at)
    of_article: dict[str, list[Sequence[int]]] = {}
    for group in groups:
        for article in dict.fromkeys(nodes[at].article for at in group):
            of_article.setdefault(article, []).append(group)
    repeated: dict[int, int] = {}
    for group in groups:
        if any(nodes[at].telling < TELLING for at in group):
            continue
        for larger in of_article[nodes[group[0]].article]:
            if len(larger) <= len(group) or repeated.keys() & {*group, *larger}:
                continue
            own = dict(_same_value(nodes, group, larger))
            if len(own) < len(group):
                continue
            articles = {nodes[at].article for at in group}
            repeating = (at for at in larger if len(mentions[at]) > 1 and nodes[at].article not in articles)
            if any(all(_reaches(mentions[at], mentions[one], evidence) for one in group) for at in repeating):
                repeated |= own
                break
    return repeated


def join_repetitions(nodes: Sequence[Node], repeated: Mapping[int, int]) -> tuple[Node, ...]:
    """The nodes, with the claims of those that are repetitions behind those that they repeat."""
    joined = list(nodes)
    for node, repeats in sorted(repeated.items()):
        first = joined[repeats]
        joined[repeats] = Node(
            (*first.claims, *nodes[node].claims), (*first.contexts, *nodes[node].contexts), first.telling
        )
    return tuple(joined)


def _same_value(nodes: Sequence[Node], group: Sequence[int], larger: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The nodes of a group whose article gives the same value in the larger one."""
    in_article = {nodes[at].article: at for at in larger}
    for at in group:
        counterpart = in_article.get(nodes[at].article)
        if counterpart is None:
            continue
        one, other = nodes[at].claims[0], nodes[counterpart].claims[0]
        kind = BY_NAME[one.kind]
        if one.kind != other.kind or not isinstance(kind, SlotKind) or not kind.comparable(one.value, other.value):
            continue
        if count_others(nodes[at].contexts, nodes[counterpart].contexts):
            continue
        comparison = kind.compare(one.value, other.value)
        if comparison.relation == "equal" or (comparison.reason.code == "bound" and comparison.apart == 0):
            yield at, counterpart


def _reaches(ours: Sequence[int], theirs: Sequence[int], evidence: Matrix) -> bool:
    return any(evidence[one, other] >= CLEAR for one in ours for other in theirs)
