"""The kinds of claim. ADD A KIND HERE: one file in this folder and one entry in ``KINDS``."""

from __future__ import annotations

from newsdiff.kinds.date import DATE
from newsdiff.kinds.designation import DESIGNATION
from newsdiff.kinds.kind import ActorKind, Comparison, Kind, Relation, SlotKind
from newsdiff.kinds.money import MONEY
from newsdiff.kinds.organization import ORGANIZATION
from newsdiff.kinds.percent import PERCENT
from newsdiff.kinds.person import PERSON
from newsdiff.kinds.place import PLACE
from newsdiff.kinds.quantity import QUANTITY
from newsdiff.kinds.quote import QUOTE
from newsdiff.kinds.score import SCORE
from newsdiff.kinds.statement import STATEMENT
from newsdiff.model import Claim

KINDS: tuple[Kind, ...] = (
    PERSON,
    ORGANIZATION,
    PLACE,
    QUANTITY,
    MONEY,
    PERCENT,
    SCORE,
    DESIGNATION,
    DATE,
    QUOTE,
    STATEMENT,
)
"""All kinds, in the order in which a report lists them."""

BY_NAME: dict[str, Kind] = {kind.name: kind for kind in KINDS}

__all__ = ["BY_NAME", "KINDS", "ActorKind", "Comparison", "Kind", "Relation", "SlotKind", "slot_kind"]


def slot_kind(claim: Claim) -> SlotKind:
    """The kind of a claim that fills a slot, which no actor does."""
    kind = BY_NAME[claim.kind]
    assert isinstance(kind, SlotKind)  # noqa: S101 - whoever calls has left the actors out
    return kind
