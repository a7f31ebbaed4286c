"""Organizations."""

from __future__ import annotations

from newsdiff.kinds.kind import ActorKind
from newsdiff.kinds.naming import compare_names, describe_name, extract_names
from newsdiff.model import Claim, Document


def extract(document: Document) -> tuple[Claim, ...]:
    """Every mention of an organization."""
    return extract_names(document, "organization")


ORGANIZATION = ActorKind("organization", extract, compare_names, describe_name)
