"""An explanation: why the claims of one finding were set side by side, and what decided its verdict."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.model.article import Article
from newsdiff.model.finding import Evidence, Verdict
from newsdiff.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Factor:
    """A feature of a pair: what was measured, and how much that weighs."""

    name: str
    value: float
    weight: float

    @property
    def contribution(self) -> float:
        """What it adds to the log-odds."""
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Side:
    """One claim of a pair: its sentence, the forms of it that were compared, and its value.

    ``compared`` maps what was compared (a window, the words, what is counted) to its text, masked where it is masked.
    ``interval`` are the values that the claim as written may stand for, None where it has no interval.
    """

    article: Article
    evidence: Evidence
    sentence: str
    compared: tuple[tuple[str, str], ...]
    shown: str
    interval: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """Two claims, what speaks for their being about the same thing, and how their values stand to each other."""

    left: Side
    right: Side
    factors: tuple[Factor, ...]
    log_odds: float
    probability: float
    relation: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way in which articles spell a name, and how like another name it is (0 to 1)."""

    text: str
    articles: tuple[Article, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a finding is as it is.

    ``pair`` is the one that decided; for what one article alone says the nearest claim of another article, None where
    nothing is comparable. ``others`` are the remaining pairs of the finding, the likeliest first. ``spellings`` are those
    of an actor, likened to ``name``. ``rules`` say in sentences what decided; ``notes`` what a reader should know.
    """

    finding: str
    kind: str
    verdict: Verdict
    confidence: float
    label: str
    reason: Reason
    rules: tuple[str, ...]
    pair: Pair | None = None
    others: tuple[Pair, ...] = ()
    name: str = ""
    spellings: tuple[Spelling, ...] = ()
    notes: tuple[str, ...] = ()
