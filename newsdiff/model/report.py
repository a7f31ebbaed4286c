"""The report: the whole answer to one comparison."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from newsdiff.model.article import Article, Skipped
from newsdiff.model.finding import Finding
from newsdiff.model.reason import Reason

SCHEMA = "newsdiff/report/1"


@dataclass(frozen=True, slots=True)
class Dependence:
    """Articles that are translations or copies of one another, and how that shows."""

    articles: tuple[str, ...]
    reason: Reason


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
    notes: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The report as its contract (``newsdiff/report/1``) writes it: plain JSON types, in a fixed order."""
        return {
            "schema": SCHEMA,
            "articles": [
                {
                    "id": article.id,
                    "source": article.source,
                    "title": article.title,
                    "language": article.language,
                    "published": article.published.isoformat() if article.published else None,
                    "text": article.text,
                }
                for article in self.articles
            ],
            "findings": [finding.to_dict() for finding in self.findings],
            "skipped": [
                {"source": skipped.source, "reason": {"code": skipped.reason.code, "text": skipped.reason.text}}
                for skipped in self.skipped
            ],
            "independence": [
                {"articles": list(group.articles), "reason": {"code": group.reason.code, "text": group.reason.text}}
                for group in self.independence
            ],
            "engine": dict(self.engine),
            "version": self.version,
        }
