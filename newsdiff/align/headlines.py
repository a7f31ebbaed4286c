"""Headlines: a figure or date there is told again below it, and often more exactly: "seven years", "mid-June".

What belongs here: joining what stands in an article's first line with the one thing further down that it restates. Repetitions
inside the text, told alike, are joined in ``slots.build_nodes``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsdiff.align.context import likeness
from newsdiff.align.node import Node
from newsdiff.kinds import BY_NAME, SlotKind
from newsdiff.model import DateValue, Document, Quantity, Span

LONGEST = 200
"""Code points of the longest line that is a headline."""
REPEATED = 0.6
"""Cosine of what is counted from which on two figures count the same."""
TELLING = 0.5
"""How much a value proves from which on the same below is the same thing: "12 dead", "12 people have died"."""
_SENTENCE_ENDS = (".", "।", "。", "۔")


def join_headlines(nodes: Sequence[Node], documents: Mapping[str, Document]) -> tuple[Node, ...]:
    """The nodes, those of a headline joined with the only one of their article that says the same, as exactly or more."""
    headlines = {article: headline_of(documents[article]) for article in {node.article for node in nodes}}
    above = [node for node in nodes if _stands_in(node, headlines[node.article])]
    below = [node for node in nodes if not _stands_in(node, headlines[node.article])]
    kept = []
    for node in above:
        fitting = [at for at, other in enumerate(below) if other.article == node.article and _restates(node, other)]
        if len(fitting) == 1:
            below[fitting[0]] = _join(below[fitting[0]], node)
        else:
            kept.append(node)
    kept += [_text_first(node, headlines[node.article]) for node in below]
    return tuple(sorted(kept, key=lambda node: (node.article, node.claims[0].span)))


def _text_first(node: Node, headline: Span | None) -> Node:
    """The node, whose value is that of the text where the headline gives the same number in another bound, and counts no more."""
    if headline is None or node.claims[0].span.end > headline.end:
        return node
    first = next(at for at, claim in enumerate(node.claims) if claim.span.end > headline.end)
    above, below = node.claims[0].value, node.claims[first].value
    if not isinstance(above, Quantity) or not isinstance(below, Quantity):
        return node
    if above.bound == below.bound or (above.of is not None and below.of is None):
        return node
    order = (first, *(at for at in range(len(node.claims)) if at != first))
    return Node(tuple(node.claims[at] for at in order), tuple(node.contexts[at] for at in order), node.telling)


def headline_of(document: Document) -> Span | None:
    """The first line, where it is short, more follow, and it ends like no sentence."""
    line, _, rest = document.text.partition("\n")
    if not rest.strip() or len(line) > LONGEST or line.rstrip().endswith(_SENTENCE_ENDS):
        return None
    return Span(0, len(line))


def _stands_in(node: Node, headline: Span | None) -> bool:
    return headline is not None and all(claim.span.end <= headline.end for claim in node.claims)


def _restates(node: Node, other: Node) -> bool:
    one, told = node.claims[0], other.claims[0]
    kind = BY_NAME[one.kind]
    if one.kind != told.kind or not isinstance(kind, SlotKind) or not kind.comparable(one.value, told.value):
        return False
    comparison = kind.compare(one.value, told.value)
    if comparison.relation not in ("equal", "compatible"):
        return False
    same = comparison.apart == 0 and min(node.telling, other.telling) >= TELLING
    return same or _count_alike(node, other)


def _count_alike(node: Node, other: Node) -> bool:
    """Whether two figures count or measure the same, as far as they say; two dates may."""
    near = [likeness(ours, theirs) for ours in node.contexts for theirs in other.contexts]
    known = [cosine for cosine in near if cosine is not None]
    if known:
        return max(known) >= REPEATED
    value = node.claims[0].value
    measured = isinstance(value, Quantity) and (value.unit is not None or value.currency is not None)
    return measured or isinstance(value, DateValue)


def _join(below: Node, above: Node) -> Node:
    """One node, the value that proves more first; that of the text where both prove the same."""
    first, second = (above, below) if above.telling > below.telling else (below, above)
    return Node((*first.claims, *second.claims), (*first.contexts, *second.contexts), first.telling)
