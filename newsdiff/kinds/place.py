"""Places."""

from __future__ import annotations

from newsdiff.kinds.kind import ActorKind, Comparison
from newsdiff.kinds.naming import compare_names, describe_name, extract_names
from newsdiff.model import Claim, Document, Name, Reason


def extract(document: Document) -> tuple[Claim, ...]:
    """Every mention of a place."""
    return extract_names(document, "place")


def compare(one: Name, other: Name) -> Comparison:
    """Of one place the spellings; two places are set side by side only where articles put one thing there."""
    if one.name != other.name:
        return Comparison("disjoint", Reason("other_place", "put at another place"))
    return compare_names(one, other)


PLACE = ActorKind("place", extract, compare, describe_name)
