"""The shared view: a report turned into what every format shows, so that no two formats can disagree.

What belongs here: choice, order, grouping, counts and words. How they look is the business of each format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from newsdiff.model import VERDICTS, Article, Dependence, Evidence, Finding, Reason, Report, Skipped, Verdict
from newsdiff.model.short_names import short_names
from newsdiff.render.safe import one_line
from newsdiff.render.words import KIND_TITLES, PLURALS, SIGNS, SINGULARS, WORDS

_CONTEXT = 60


@dataclass(frozen=True, slots=True)
class Column:
    """An article as tables show it: ``name`` is the shortest name that no other article has."""

    article: Article
    name: str
    engine: str

    @property
    def source(self) -> str:
        """The source as it was given, on one clean line."""
        return one_line(self.article.source)

    @property
    def heading(self) -> str:
        """The name, with the language where the name does not tell it."""
        language = self.article.language or "und"
        return self.name if self.name == language else f"{self.name} ({language})"


@dataclass(frozen=True, slots=True)
class Words:
    """A span of an article with the line that it stands in (from 1) and what stands around it there."""

    source: str
    line: int
    evidence: Evidence
    before: str
    surface: str
    after: str

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.source}:{self.line}"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says in a finding."""

    column: Column
    shown: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with what each article says. ``cells`` holds one entry a column, None where the article is silent."""

    finding: Finding
    label: str
    reason: str
    cells: tuple[Cell | None, ...]
    silent: tuple[Column, ...]

    @property
    def sign(self) -> str:
        """The verdict as one sign."""
        return SIGNS[self.finding.verdict]

    @property
    def word(self) -> str:
        """The verdict in words."""
        return WORDS[self.finding.verdict]

    @property
    def said(self) -> tuple[Cell, ...]:
        """The cells of the articles that say something."""
        return tuple(cell for cell in self.cells if cell is not None)

    @property
    def groups(self) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
        """What is said, each with the articles that say the same, in the order of the articles."""
        groups: dict[str, list[Cell]] = {}
        for cell in self.said:
            groups.setdefault(cell.shown, []).append(cell)
        return tuple((shown, tuple(cells)) for shown, cells in groups.items())


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of one kind: those that several articles share, the gravest first, and what one alone says."""

    title: str
    shared: tuple[Row, ...]
    single: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that a format shows."""

    report: Report
    columns: tuple[Column, ...]
    counts: dict[Verdict, int]
    sections: tuple[Section, ...]
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...]

    @property
    def headline(self) -> str:
        """How many articles, in which languages."""
        languages = sorted({column.article.language or "und" for column in self.columns})
        articles, tongues = _number(len(self.columns), "article"), _number(len(languages), "language")
        return f"{articles} in {tongues} ({', '.join(languages)})" if languages else articles

    @property
    def tally(self) -> tuple[tuple[Verdict, str], ...]:
        """How many findings of each verdict, in words, the gravest first."""
        return tuple((verdict, _counted(verdict, self.counts[verdict])) for verdict in VERDICTS)


def make_view(report: Report) -> View:
    """Make the view of a report."""
    names = short_names([one_line(article.source) for article in report.articles])
    engines = dict(report.engine)
    columns = tuple(
        Column(article, name, engines.get(article.id, "")) for article, name in zip(report.articles, names, strict=True)
    )
    counts = Counter(finding.verdict for finding in report.findings)
    return View(
        report=report,
        columns=columns,
        counts={verdict: counts[verdict] for verdict in VERDICTS},
        sections=_sections(report.findings, columns),
        skipped=tuple(
            Skipped(one_line(item.source), Reason(item.reason.code, one_line(item.reason.text)))
            for item in report.skipped
        ),
        notes=(*_engine_notes(columns), *(_dependence_note(group, columns) for group in report.independence)),
    )


def words_of(article: Article, evidence: Evidence) -> Words:
    """Find the line of a piece of evidence, and what stands around it in that line."""
    text, start, end = article.text, evidence.span.start, evidence.span.end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    left, right = max(first, start - _CONTEXT), min(last, end + _CONTEXT)
    if left > first:
        left = text.find(" ", left - 1, start) + 1 or left
    if right < last:
        right = max(text.rfind(" ", end, right + 1), end)
    return Words(
        source=one_line(article.source),
        line=text.count("\n", 0, start) + 1,
        evidence=evidence,
        before=("…" if left > first else "") + one_line(text[left:start], strip=False).lstrip(),
        surface=one_line(evidence.surface),
        after=one_line(text[end:right], strip=False).rstrip() + ("…" if right < last else ""),
    )


def _sections(findings: Sequence[Finding], columns: Sequence[Column]) -> tuple[Section, ...]:
    order = list(KIND_TITLES)

    def place(finding: Finding) -> tuple[int, str]:
        return (order.index(finding.kind) if finding.kind in order else len(order), finding.kind)

    sections = []
    for (_, kind), members in groupby(sorted(findings, key=place), key=place):
        rows = [_row(finding, columns) for finding in sorted(members, key=_gravest_first)]
        single = [row for row in rows if row.finding.verdict == "single_source"]
        single.sort(key=lambda row: [cell is None for cell in row.cells])
        shared = [row for row in rows if row.finding.verdict != "single_source"]
        sections.append(Section(KIND_TITLES.get(kind, kind.capitalize()), tuple(shared), tuple(single)))
    return tuple(sorted(sections, key=lambda section: not _has_discrepancy(section)))


def _has_discrepancy(section: Section) -> bool:
    return any(row.finding.verdict == "discrepancy" for row in section.shared)


def _gravest_first(finding: Finding) -> tuple[int, float]:
    return VERDICTS.index(finding.verdict), -finding.confidence


def _row(finding: Finding, columns: Sequence[Column]) -> Row:
    said = {position.article: position for position in finding.positions}
    cells = tuple(
        Cell(
            column,
            one_line(said[column.article.id].shown),
            tuple(words_of(column.article, evidence) for evidence in said[column.article.id].evidence),
        )
        if column.article.id in said
        else None
        for column in columns
    )
    silent = tuple(column for column, cell in zip(columns, cells, strict=True) if cell is None)
    return Row(finding, one_line(finding.label), one_line(finding.reason.text), cells, silent)


def _engine_notes(columns: Sequence[Column]) -> tuple[str, ...]:
    """Which engine read which article, where they differ."""
    engines = sorted({column.engine for column in columns if column.engine})
    if len(engines) < 2:
        return tuple(f"Names found by: {engine}" for engine in engines)
    readers = [f"{engine} ({', '.join(c.name for c in columns if c.engine == engine)})" for engine in engines]
    return (f"Names found by: {', '.join(readers)}",)


def _dependence_note(group: Dependence, columns: Sequence[Column]) -> str:
    names = ", ".join(column.name for column in columns if column.article.id in group.articles)
    return f"Not independent: {names} ({one_line(group.reason.text)}); they count as one witness"


def _counted(verdict: Verdict, count: int) -> str:
    return f"{SIGNS[verdict]} {count} {(SINGULARS if count == 1 else PLURALS)[verdict]}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
