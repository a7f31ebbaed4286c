"""Which whole sentences are worth reporting: those that carry much, and that an article really leaves out.

Sentences are many, and most of them say what figures, dates, names and quotations show already. Two sorts are kept: what one
article says and no other does, and what most articles say and some leave out. That an article leaves something out is said
only where nothing of it is found there: none of its sentences comes near, and nothing that the sentence counts stands in it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from newsdiff.align import Alignment
from newsdiff.align.context import Vectors
from newsdiff.align.node import Node
from newsdiff.align.slots import Slot
from newsdiff.kinds import BY_NAME, Relation, SlotKind
from newsdiff.model import Span

NEAR = 0.5
"""Cosine from which on a sentence may say the same as another one."""
NEAR_FAMILIAR = 0.36
"""The same of a sentence in which nobody is named and nothing is told that the silent articles do not know."""
SURE = 0.7
"""How probable it must be that articles say the same before another one is said to leave it out."""
LEAST = 2
"""Actors, figures, dates and quotations that a sentence must hold."""


def select_sentences(alignment: Alignment, rows: Mapping[str, Vectors], *, alone: int, left_out: int) -> Alignment:
    """The alignment, of whose whole sentences only those are left that carry most.

    Args:
        alignment: the slots of all kinds, and the actors.
        rows: the vectors of the sentences of every article, by its id.
        alone: how many sentences to keep at most, of each article, that no other article says.
        left_out: how many to keep at most that more than half of the articles say, but not all.

    Two sentences of which one denies the other are always kept.
    """
    whole = [slot for slot in alignment.slots if _is_whole(slot)]
    others = [slot for slot in alignment.slots if not _is_whole(slot)]
    load = _Load(alignment, others)
    kept = {id(slot) for slot in whole if _relations(slot) - {"equal"}}
    counts: Counter[str] = Counter()
    for slot in sorted(whole, key=lambda slot: (-load.weight(slot), _place(slot))):
        spoken = {node.article for node in slot.nodes}
        group, most = (slot.nodes[0].article, alone) if len(spoken) == 1 else ("", left_out)
        if counts[group] >= most or load.weight(slot) < LEAST:
            continue
        if len(spoken) > 1 and not _is_shared(slot, len(rows), load):
            continue
        if _is_left_out(slot, rows.keys() - spoken, rows, load):
            counts[group] += 1
            kept.add(id(slot))
    return replace(alignment, slots=(*others, *(slot for slot in whole if id(slot) in kept)))


def whole_sentences(alignment: Alignment) -> dict[tuple[str, Span], Vectors]:
    """The vectors of the whole sentences that were aligned, by article and place."""
    nodes = [node for slot in alignment.slots if _is_whole(slot) for node in slot.nodes]
    return {(node.article, node.claims[0].span): node.contexts[0].windows[0] for node in nodes}


class _Load:
    """What sentences carry: the actors named in them and the claims of other kinds, and which articles know these."""

    def __init__(self, alignment: Alignment, slots: Sequence[Slot]) -> None:
        self._named = {actor.id: frozenset(actor.articles) for actor in alignment.actors}
        self._claims: dict[str, list[tuple[Span, frozenset[str], bool]]] = defaultdict(list)
        for slot in slots:
            known = frozenset(node.article for node in slot.nodes)
            opposed = bool(_relations(slot) & {"disjoint", "unknown"})
            for node in slot.nodes:
                self._claims[node.article] += [(claim.span, known, opposed) for claim in node.claims]

    def weight(self, slot: Slot) -> float:
        """Actors and claims in a sentence, on average over the articles that say it."""
        return sum(len(node.actors) + len(self._inside(node)) for node in slot.nodes) / len(slot.nodes)

    def is_opposed(self, node: Node) -> bool:
        """Whether articles contradict a claim in the sentence: then that claim has a finding of its own."""
        return any(opposed for _, _, opposed in self._inside(node))

    def is_told(self, node: Node, articles: set[str]) -> bool:
        """Whether one of ``articles`` has a counterpart of a claim in the sentence."""
        return any(known & articles for _, known, _ in self._inside(node))

    def is_news(self, node: Node, articles: set[str]) -> bool:
        """Whether the sentence names somebody or holds a claim that none of ``articles`` knows."""
        known = [self._named.get(actor, frozenset()) for actor in node.actors]
        return any(not users & articles for users in (*known, *(users for _, users, _ in self._inside(node))))

    def _inside(self, node: Node) -> list[tuple[Span, frozenset[str], bool]]:
        sentence = node.claims[0].span
        return [entry for entry in self._claims[node.article] if entry[0].overlaps(sentence)]


def _is_shared(slot: Slot, articles: int, load: _Load) -> bool:
    """Whether most articles surely say the same."""
    return 2 * len(slot.nodes) > articles and slot.probability >= SURE and not any(map(load.is_opposed, slot.nodes))


def _is_left_out(slot: Slot, silent: set[str], rows: Mapping[str, Vectors], load: _Load) -> bool:
    """Whether nothing of a sentence is found in any of the silent articles."""
    if not silent or any(load.is_told(node, silent) for node in slot.nodes):
        return False
    near = NEAR if any(load.is_news(node, silent) for node in slot.nodes) else NEAR_FAMILIAR
    vectors = np.concatenate([node.contexts[0].windows[:1] for node in slot.nodes])
    return all(not len(rows[article]) or float((vectors @ rows[article].T).max()) < near for article in silent)


def _is_whole(slot: Slot) -> bool:
    kind = BY_NAME[slot.nodes[0].kind]
    return isinstance(kind, SlotKind) and kind.whole


def _relations(slot: Slot) -> set[Relation]:
    """How the values of a slot stand to each other."""
    kind = BY_NAME[slot.nodes[0].kind]
    values = [node.claims[0].value for node in slot.nodes]
    return {kind.compare(one, other).relation for one, other in combinations(values, 2)}


def _place(slot: Slot) -> tuple[str, Span]:
    return slot.nodes[0].article, slot.nodes[0].claims[0].span
