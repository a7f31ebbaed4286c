"""Places."""

from __future__ import annotations

from newsdiff.kinds.kind import ActorKind
from newsdiff.kinds.naming import compare_names, describe_name, extract_names
from newsdiff.model import Claim, Document


def extract(document: Document) -> tuple[Claim, ...]:
    """Every mention of a place."""
    return extract_names(document, "place")


PLACE = ActorKind("place", extract, compare_names, describe_name)
