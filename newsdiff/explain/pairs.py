"""What spoke for setting claims side by side: the features of every pair, derived anew from the articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

import numpy as np

from newsdiff.align.context import compared_texts
from newsdiff.align.evidence import FEATURES, features, load_weights, log_odds
from newsdiff.align.node import Node
from newsdiff.align.relations import relate
from newsdiff.align.wording import WORDING_FEATURES, wording_features, wording_log_odds
from newsdiff.judge import SEVERITY
from newsdiff.kinds import Comparison, slot_kind
from newsdiff.kinds.intervals import interval
from newsdiff.model import DateValue, Document, Evidence, Quantity, Value
from newsdiff.model.explanation import Factor, Pair, Side


class PairTable:
    """The evidence between all nodes of one family of claims."""

    def __init__(
        self,
        nodes: Sequence[Node],
        documents: Mapping[str, Document],
        known: Mapping[frozenset[str], Comparison] | None = None,
    ) -> None:
        """``nodes`` are all nodes of the family, in any order: rivals count, too.

        ``known`` is how the members of one slot stand to each other, by their articles, where that is decided already.
        """
        self._known = known or {}
        kind = slot_kind(nodes[0].claims[0])
        self._nodes, self._documents = tuple(nodes), documents
        if kind.wording:
            self._names: tuple[str, ...] = WORDING_FEATURES
            self._features, self._odds = wording_features(nodes), wording_log_odds(nodes, kind.family)
        else:
            relations = relate(nodes)
            self._names = FEATURES
            self._features, self._odds = features(nodes, relations), log_odds(nodes, relations, kind.family)
        self._weights = load_weights().families[kind.family]

    def between(self, members: Sequence[Node]) -> tuple[Pair, ...]:
        """The pairs of ``members``, the one that decided first: the gravest, and of these the likeliest."""
        places = [self._nodes.index(node) for node in members]
        pairs = [(one, other) for at, one in enumerate(places) for other in places[at + 1 :]]
        pairs.sort(key=lambda pair: (-SEVERITY.index(self._compare(*pair).relation), -self._odds[pair]))
        return tuple(self._pair(*pair) for pair in pairs)

    def nearest(self, node: Node) -> Pair | None:
        """The likeliest pair of ``node`` with a claim of another article; None where nothing is comparable."""
        place = self._nodes.index(node)
        other = int(np.argmax(self._odds[place]))
        return self._pair(place, other) if np.isfinite(self._odds[place, other]) else None

    def _compare(self, one: int, other: int) -> Comparison:
        a, b = self._nodes[one].claims[0], self._nodes[other].claims[0]
        return self._known.get(frozenset((a.article, b.article))) or slot_kind(a).compare(a.value, b.value)

    def _pair(self, one: int, other: int) -> Pair:
        comparison = self._compare(one, other)
        odds = float(self._odds[one, other])
        return Pair(
            left=self._side(one),
            right=self._side(other),
            factors=tuple(
                Factor(name, float(value), self._weights.get(name, 0.0))
                for name, value in zip(self._names, self._features[one, other], strict=True)
            ),
            log_odds=odds,
            probability=1.0 / (1.0 + exp(-odds)) if np.isfinite(odds) else 0.0,
            relation=comparison.relation,
            reason=comparison.reason,
        )

    def _side(self, place: int) -> Side:
        claim = self._nodes[place].claims[0]
        document = self._documents[claim.article]
        sentence = document.sentence_at(claim.span.start)
        text = document.text[sentence.start : sentence.end] if sentence else claim.surface
        return Side(
            article=document.article,
            evidence=Evidence(claim.span, claim.surface),
            sentence=text,
            compared=compared_texts(claim, document),
            shown=slot_kind(claim).describe(claim.value),
            interval=interval_text(claim.value),
        )


def interval_text(value: Value) -> str | None:
    """The values that a figure or date as written may stand for; None for anything else."""
    if isinstance(value, Quantity):
        low, high = interval(value)
        return f"{low:,.10g} to {high:,.10g}"
    if isinstance(value, DateValue):
        days = value.start is not None and value.end is not None
        return f"{value.start} to {value.end}" if days else value.recurring or value.time
    return None
