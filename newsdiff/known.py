"""Differences that are known already: which findings they are, and which entries match nothing any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsdiff.config import Known
from newsdiff.model import DateValue, Finding, Name, Position, Quantity, Quotation
from newsdiff.model.phrase import Phrase, phrase
from newsdiff.model.values import plain

_DIFFERENCES = ("discrepancy", "variation", "unclear")


def mark_known(findings: Iterable[Finding], entries: Sequence[Known]) -> tuple[tuple[Finding, ...], tuple[Known, ...]]:
    """Mark the findings that are known differences.

    A finding is known when it is of the entry's kind, each of the entry's values is the value of one of its positions,
    and none of its positions has another value: a third value is news.

    Returns:
        All findings, the known ones with their note; and the entries that match no finding.
    """
    unused = set(range(len(entries)))
    marked = []
    for finding in findings:
        at = next((at for at, entry in enumerate(entries) if _matches(finding, entry)), None)
        if at is not None:
            unused.discard(at)
        marked.append(finding if at is None else _mark(finding, entries[at].note))
    return tuple(marked), tuple(entries[at] for at in sorted(unused))


def describe_unused(entry: Known) -> Phrase:
    """What to tell of an entry that matches nothing."""
    return phrase(
        "the known difference {kind} {values} ({note}) matches nothing any more",
        kind=entry.kind,
        values=" / ".join(entry.values),
        note=entry.note,
    )


def _mark(finding: Finding, note: str) -> Finding:
    return replace(finding, reason=finding.reason.and_also(phrase("known: {note}", note=note)), known=note)


def _matches(finding: Finding, entry: Known) -> bool:
    if finding.kind != entry.kind or finding.verdict not in _DIFFERENCES:
        return False
    wanted = [_fold(value) for value in entry.values]
    forms = [_forms(position) for position in finding.positions]
    return all(any(value in said for said in forms) for value in wanted) and all(said & set(wanted) for said in forms)


def _forms(position: Position) -> set[str]:
    """The ways in which an entry may write the value of a position: as it is shown, or normalised."""
    value, forms = position.value, {position.shown}
    if isinstance(value, Quantity):
        ends = (plain(value.low), plain(value.high))
        forms.add(str(next(end for end in ends if end is not None)) if None in ends else _range(*ends))
    elif isinstance(value, DateValue):
        forms.add(value.recurring or value.time or _range(value.start, value.end))
    elif isinstance(value, Name):
        forms |= {value.name, *value.variants}
    elif isinstance(value, Quotation):
        forms |= {value.text, value.speaker or value.text}
    return {_fold(form) for form in forms}


def _range(low: object, high: object) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
