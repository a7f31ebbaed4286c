"""Once: a difference that is a discrepancy of its own is told there alone, and not again by what is reported with it.

What belongs here: which claims exclude each other in a finding, and taking back the differences that rest on these alone.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from newsdiff.align.slots import Slot
from newsdiff.kinds import Comparison
from newsdiff.model import Claim, Finding, Reason

FIGURE_TOLD = Comparison(
    "compatible", Reason("figure_told", "the same words but for a figure, which is compared on its own")
)


def claims_opposed(told: Iterable[tuple[Slot, Finding]]) -> frozenset[Claim]:
    """All claims of the slots whose finding is a discrepancy."""
    return frozenset(
        claim
        for slot, finding in told
        if finding.verdict == "discrepancy"
        for node in slot.nodes
        for claim in node.claims
    )


def tell_once(slot: Slot, opposed: Container[Claim]) -> Slot:
    """The slot, with those articles at peace that exclude each other by two figures alone which are a discrepancy already."""
    if slot.weighed is None:
        return slot
    told = {articles for articles, pair in slot.weighed.resting.items() if all(claim in opposed for claim in pair)}
    relations = {
        articles: FIGURE_TOLD if articles in told else relation for articles, relation in slot.weighed.relations.items()
    }
    return replace(slot, weighed=replace(slot.weighed, relations=relations))
