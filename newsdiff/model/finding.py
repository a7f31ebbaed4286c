"""A finding: what all articles say in one slot, with a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from newsdiff.model.reason import Reason, Tell, in_english
from newsdiff.model.span import Span
from newsdiff.model.values import Value

Verdict = Literal["discrepancy", "unclear", "variation", "agreement", "single_source"]

DifferenceSort = Literal["part", "words"]

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""All verdicts, the one that a reader should see first in front."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span that a position rests on."""

    span: Span
    surface: str

    def to_dict(self) -> dict[str, Any]:
        """``start``, ``end``, ``surface``."""
        return {"start": self.span.start, "end": self.span.end, "surface": self.surface}


@dataclass(frozen=True, slots=True)
class Difference:
    """Quoted words that other articles lack: ``words`` of an utterance in one language, or a whole ``part`` of it."""

    evidence: Evidence
    sort: DifferenceSort
    missing_in: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """``start``, ``end``, ``surface``, ``sort``, ``missing_in``."""
        return {**self.evidence.to_dict(), "sort": self.sort, "missing_in": list(self.missing_in)}


@dataclass(frozen=True, slots=True)
class Position:
    """What one article says in a finding.

    ``shown`` is the value in short form, in English, for tables. ``alike`` is the value in the words of the whole finding
    (what all articles count is called by one word), where that is not ``value`` itself.
    """

    article: str
    value: Value
    shown: str
    evidence: tuple[Evidence, ...]
    differences: tuple[Difference, ...] = ()
    alike: Value | None = None

    def to_dict(self) -> dict[str, Any]:
        """``article``, ``value``, ``evidence``, and ``differences`` where there are any."""
        out: dict[str, Any] = {
            "article": self.article,
            "value": self.value.to_dict(),
            "evidence": [evidence.to_dict() for evidence in self.evidence],
        }
        if self.differences:
            out["differences"] = [difference.to_dict() for difference in self.differences]
        return out


@dataclass(frozen=True, slots=True)
class Finding:
    """The claims of all articles that fill one slot, with a verdict, its reason and how sure it is (0 to 1).

    ``known`` is the note on a difference that is known already, else None. The contract has it in the reason's text.
    """

    id: str
    kind: str
    verdict: Verdict
    confidence: float
    label: str
    reason: Reason
    positions: tuple[Position, ...]
    silent: tuple[str, ...]
    known: str | None = None

    def to_dict(self, tell: Tell = in_english) -> dict[str, Any]:
        """The finding as the report's contract writes it; ``tell`` writes its reason."""
        return {
            "id": self.id,
            "kind": self.kind,
            "verdict": self.verdict,
            "confidence": self.confidence,
            "label": self.label,
            "reason": self.reason.to_dict(tell),
            "positions": [position.to_dict() for position in self.positions],
            "silent": list(self.silent),
        }
