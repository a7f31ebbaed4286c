"""Alignment: whose claims are about the same thing. Actors by who is named, all other claims by the slot they fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdiff.align.actors import ActorIndex, resolve
from newsdiff.align.slots import Slot, fill_slots
from newsdiff.align.speakers import name_speaker
from newsdiff.align.utterances import weigh_utterances
from newsdiff.kinds import KINDS, SlotKind
from newsdiff.model import Claim, Document
from newsdiff.model.actor import Actor

_SLOT_KINDS = tuple(kind for kind in KINDS if isinstance(kind, SlotKind))


@dataclass(frozen=True, slots=True)
class Alignment:
    """The actors that the articles name and the slots that their claims fill."""

    actors: tuple[Actor, ...]
    slots: tuple[Slot, ...]


def slot_claims(document: Document) -> tuple[Claim, ...]:
    """The claims of one document that fill a slot: figures, dates, quotations, statements."""
    return tuple(claim for kind in _SLOT_KINDS for claim in kind.extract(document))


def align(
    documents: Sequence[Document],
    aliases: Mapping[str, Sequence[str]] | None = None,
    claims: Sequence[Claim] | None = None,
) -> Alignment:
    """Set the claims of all documents side by side.

    ``aliases``: canonical name to other spellings of it. ``claims``: the `slot_claims` of all documents, where they have
    been read already.
    """
    actors = resolve(documents, aliases or {})
    index = ActorIndex(actors)
    if claims is None:
        claims = [claim for document in documents for claim in slot_claims(document)]
    order = {kind.name: place for place, kind in enumerate(_SLOT_KINDS)}
    by_id = {document.article.id: document for document in documents}
    ordered = sorted(claims, key=lambda claim: order[claim.kind])
    named = [name_speaker(claim, index, by_id[claim.article]) for claim in ordered]
    return Alignment(actors, weigh_utterances(fill_slots(named, by_id, index), by_id, index))


__all__ = ["Alignment", "align", "name_speaker", "slot_claims"]
