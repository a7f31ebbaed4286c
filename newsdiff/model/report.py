"""The report: the whole answer to one comparison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from newsdiff.model.article import Article, Skipped
from newsdiff.model.finding import Finding
from newsdiff.model.phrase import Phrase
from newsdiff.model.reason import Reason, Tell, in_english

SCHEMA = "newsdiff/report/1"


@dataclass(frozen=True, slots=True)
class Dependence:
    """Articles that are translations or copies of one another, or perhaps are, and how that shows."""

    articles: tuple[str, ...]
    reason: Reason

    @property
    def sure(self) -> bool:
        """Whether they are one witness for certain, not only perhaps."""
        return self.reason.code == "same_text"


@dataclass(frozen=True, slots=True)
class Report:
    """Articles, findings, what was skipped, who copies whom, and which engine read which article.

    ``notes`` are for people and no part of the contract.
    """

    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    independence: tuple[Dependence, ...]
    engine: tuple[tuple[str, str], ...]
    version: str
    notes: tuple[Phrase, ...] = ()

    def to_dict(self, tell: Tell = in_english) -> dict[str, Any]:
        """The report as its contract (``newsdiff/report/1``) writes it: plain JSON types, in a fixed order.

        ``tell`` writes reasons for people; it is for reports in another language than English.
        """
        return {
            "schema": SCHEMA,
            "articles": [article.to_dict() for article in self.articles],
            "findings": [finding.to_dict(tell) for finding in self.findings],
            "skipped": [skipped.to_dict(tell) for skipped in self.skipped],
            "independence": [
                {"articles": list(group.articles), "reason": group.reason.to_dict(tell)} for group in self.independence
            ],
            "engine": dict(self.engine),
            "version": self.version,
        }
