"""How much of one article is compared: so many of its names and of each sort of its claims, the first in the text.

What belongs here: leaving out what stands beyond that, and telling so. Every two claims of two articles are weighed, and every
two names of one article: without a limit, time and memory would grow with the square of what an article holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from newsdiff.kinds import BY_NAME, SlotKind
from newsdiff.model import Claim, Document, Span
from newsdiff.model.phrase import Phrase, phrase

NAMES = "name"
"""What stands for names beside the families of claims."""
BEYOND = {
    "amount": phrase(
        "{source}: only the first {most} of its {count} figures are compared, and the others count as not said; "
        "to compare more, raise limits.claims"
    ),
    "percent": phrase(
        "{source}: only the first {most} of its {count} percentages are compared, and the others count as not said; "
        "to compare more, raise limits.claims"
    ),
    "date": phrase(
        "{source}: only the first {most} of its {count} dates are compared, and the others count as not said; "
        "to compare more, raise limits.claims"
    ),
    "quote": phrase(
        "{source}: only the first {most} of its {count} quotations are compared, and the others count as not said; "
        "to compare more, raise limits.claims"
    ),
    "statement": phrase(
        "{source}: only the first {most} of its {count} sentences are compared as a whole; "
        "to compare more, raise limits.claims"
    ),
    NAMES: phrase(
        "{source}: only the first {most} of its {count} names are compared, and the others count as not said; "
        "to compare more, raise limits.claims"
    ),
}
"""What to tell of an article of which not all is compared, by the family of its claims."""


def limit_names(document: Document, most: int) -> tuple[Document, tuple[Phrase, ...]]:
    """The document with the mentions of its first ``most`` different names alone, and what to tell where it has more."""
    names = dict.fromkeys(entity.surface for entity in document.entities)
    if len(names) <= most:
        return document, ()
    kept = frozenset(list(names)[:most])
    entities = tuple(entity for entity in document.entities if entity.surface in kept)
    return replace(document, entities=entities), (_tell(document, NAMES, most, len(names)),)


def limit_claims(
    document: Document, claims: Sequence[Claim], most: int
) -> tuple[tuple[Claim, ...], tuple[Phrase, ...]]:
    """The first ``most`` of a document's claims of each family, in the order given, and what to tell where it has more."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for claim in claims:
        spans[_family(claim)].append(claim.span)
    last = {family: sorted(found)[most - 1] for family, found in spans.items() if len(found) > most}
    kept = tuple(claim for claim in claims if _family(claim) not in last or claim.span <= last[_family(claim)])
    return kept, tuple(_tell(document, family, most, len(spans[family])) for family in last)


def _tell(document: Document, family: str, most: int, count: int) -> Phrase:
    values = (("source", document.article.source), ("most", most), ("count", count))
    return replace(BEYOND[family], values=values)


def _family(claim: Claim) -> str:
    kind = BY_NAME[claim.kind]
    return kind.family if isinstance(kind, SlotKind) else NAMES
