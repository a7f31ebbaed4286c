"""A report that was saved as JSON, read back as far as explaining a finding needs it: its contract, and nothing else."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from newsdiff.errors import ReportError
from newsdiff.model import SCHEMA, VERDICTS, Article, Evidence, Reason, Span, Verdict

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class SavedPosition:
    """What one article says in a saved finding; ``value`` is plain JSON."""

    article: str
    value: Mapping[str, Any]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class SavedFinding:
    """A finding as the report's contract has it."""

    id: str
    kind: str
    verdict: Verdict
    confidence: float
    label: str
    reason: Reason
    positions: tuple[SavedPosition, ...]


@dataclass(frozen=True, slots=True)
class SavedReport:
    """Articles, findings by id, and the engines that read the articles."""

    source: str
    articles: tuple[Article, ...]
    findings: Mapping[str, SavedFinding]
    engines: frozenset[str]
    version: str

    def finding(self, wanted: str) -> SavedFinding:
        """The finding of this id. Raises ``ReportError`` with ids like it."""
        found = self.findings.get(wanted.strip().lower())
        if found is not None:
            return found
        ids = list(self.findings)
        near = get_close_matches(wanted.lower(), ids, n=_SHOWN) or ids[:_SHOWN]
        hint = f"did you mean {', '.join(near)}?" if near else "the report has no findings"
        raise ReportError(f"{self.source}: no finding is called {wanted!r}; {hint}")


def read_report(path: Path) -> SavedReport:
    """Read a report that ``newsdiff compare --format json`` wrote. Raises ``ReportError``."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ReportError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ReportError(f"{path}: is no report: it is not UTF-8 text") from error
    return parse_report(text, str(path))


def parse_report(text: str, source: str) -> SavedReport:
    """Read the text of a report; ``source`` is its name in errors. Raises ``ReportError``."""
    mend = "newsdiff compare --output report.json writes one"
    try:
        data = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ReportError(f"{source}: is no report: it is not JSON ({error}); {mend}") from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        said = f"its schema is {schema!r}" if isinstance(schema, str) else "it names no schema"
        raise ReportError(f"{source}: is no report that can be explained: {said}, not {SCHEMA!r}; {mend}")
    try:
        articles = tuple(_article(item) for item in data["articles"])
        findings = {item["id"]: _finding(item, articles) for item in data["findings"]}
        engines = frozenset(str(engine) for engine in data["engine"].values())
        return SavedReport(source, articles, findings, engines, str(data["version"]))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ReportError(f"{source}: is a damaged report: {type(error).__name__}: {error}") from error


def _article(item: Mapping[str, Any]) -> Article:
    day = item["published"]
    return Article(
        source=str(item["source"]),
        text=str(item["text"]),
        id=str(item["id"]),
        title=item["title"],
        language=item["language"],
        published=dt.date.fromisoformat(day) if day else None,
    )


def _finding(item: Mapping[str, Any], articles: Sequence[Article]) -> SavedFinding:
    if item["verdict"] not in VERDICTS:
        raise ValueError(f"the verdict {item['verdict']!r} of {item['id']} is none")
    texts = {article.id: article.text for article in articles}
    positions = tuple(
        SavedPosition(
            position["article"],
            dict(position["value"]),
            tuple(_evidence(evidence, texts[position["article"]]) for evidence in position["evidence"]),
        )
        for position in item["positions"]
    )
    if not positions:
        raise ValueError(f"{item['id']} has no positions")
    reason = Reason(str(item["reason"]["code"]), str(item["reason"]["text"]))
    confidence = float(item["confidence"])
    return SavedFinding(item["id"], item["kind"], item["verdict"], confidence, str(item["label"]), reason, positions)


def _evidence(item: Mapping[str, Any], text: str) -> Evidence:
    start, end, surface = int(item["start"]), int(item["end"]), str(item["surface"])
    if text[start:end] != surface:
        raise ValueError(f"the words {surface!r} do not stand at {start} to {end}")
    return Evidence(Span(start, end), surface)
