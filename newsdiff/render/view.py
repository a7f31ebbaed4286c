"""The shared view: a report turned into what every format shows, so that no two formats can disagree.

What belongs here: choice, order, grouping, counts and words. How they look is the business of each format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from newsdiff.model import VERDICTS, Article, Dependence, Finding, Position, Reason, Report, Skipped, Value, Verdict
from newsdiff.model.short_names import short_names
from newsdiff.render.places import Words, words_of
from newsdiff.render.safe import one_line
from newsdiff.render.words import KIND_TITLES, PLURALS, SIGNS, SINGULARS, WORDS

_CERTAIN = 0.9


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
    def language(self) -> str:
        """The name of the language in English; the code itself where it has no name."""
        return language_name(self.article.language)

    @property
    def heading(self) -> str:
        """The name, with the language where the name does not tell it."""
        language = self.article.language or "und"
        return self.name if self.name == language else f"{self.name} ({language})"


@dataclass(frozen=True, slots=True)
class Lack:
    """Quoted words that other articles do not have: who lacks them, and the words in quotation marks."""

    who: str
    quoted: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says in a finding."""

    column: Column
    value: Value
    shown: str
    words: tuple[Words, ...]
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with what each article says. ``cells`` holds one entry a column, None where the article is silent.

    ``title`` is that of its kind.
    """

    finding: Finding
    title: str
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
    def doubt(self) -> str:
        """What stands beside the verdict: how sure it is, where it is not (``70% sure``), and whether it is known."""
        confidence, known = self.finding.confidence, self.finding.known
        parts = [f"{confidence:.0%} sure"] if confidence < _CERTAIN else []
        return ", ".join([*parts, f"known: {one_line(known)}"] if known else parts)

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
    """The findings of one kind: those that several articles share, the gravest first, and what one alone says.

    Discrepancies are not among them; they stand together in front of all sections.
    """

    title: str
    shared: tuple[Row, ...]
    single: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All that a format shows, in the order in which it is shown: ``discrepancies`` of all kinds, then ``sections``."""

    report: Report
    columns: tuple[Column, ...]
    counts: dict[Verdict, int]
    discrepancies: tuple[Row, ...]
    sections: tuple[Section, ...]
    skipped: tuple[Skipped, ...]
    dependences: tuple[str, ...]
    readers: tuple[str, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader should know of how the articles were read, and which of them are one witness."""
        return (*self.readers, *self.dependences, *(one_line(note) for note in self.report.notes))

    @property
    def title(self) -> str:
        """The answer in one line: how many discrepancies."""
        count = self.counts["discrepancy"]
        found = f"{count} {(SINGULARS if count == 1 else PLURALS)['discrepancy']}" if count else "No discrepancy"
        return f"{found} among {_number(len(self.columns), 'article')}"

    @property
    def rows(self) -> tuple[Row, ...]:
        """All findings in the order in which a report lists them."""
        shared = (row for section in self.sections for row in section.shared)
        return (*self.discrepancies, *shared, *(row for section in self.sections for row in section.single))

    @property
    def headline(self) -> str:
        """How many articles, in which languages."""
        languages = sorted({column.language for column in self.columns})
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
    rows = [_row(finding, columns) for finding in report.findings]
    grave = [row for row in rows if row.finding.verdict == "discrepancy"]
    return View(
        report=report,
        columns=columns,
        counts={verdict: counts[verdict] for verdict in VERDICTS},
        discrepancies=tuple(sorted(grave, key=lambda row: -row.finding.confidence)),
        sections=_sections(rows),
        skipped=tuple(
            Skipped(one_line(item.source), Reason(item.reason.code, one_line(item.reason.text)))
            for item in report.skipped
        ),
        dependences=tuple(_dependence_note(group, columns) for group in report.independence),
        readers=_engine_notes(columns),
    )


def language_name(code: str | None) -> str:
    """The English name of a language by CLDR: ``Arabic`` for ``ar``."""
    from babel import Locale

    if not code or code == "und":
        return "unknown language"
    return Locale("en").languages.get(code) or one_line(code)


def _sections(rows: Sequence[Row]) -> tuple[Section, ...]:
    """The sections of ``rows`` that are no discrepancies, in the order of their kinds."""
    sections = []
    for title, members in groupby(sorted(rows, key=_place), key=lambda row: row.title):
        of_kind = tuple(members)
        single = [row for row in of_kind if row.finding.verdict == "single_source"]
        single.sort(key=lambda row: [cell is None for cell in row.cells])
        shared = (row for row in of_kind if row.finding.verdict not in ("single_source", "discrepancy"))
        sections.append(Section(title, tuple(shared), tuple(single)))
    return tuple(section for section in sections if section.shared or section.single)


def _place(row: Row) -> tuple[int, str, int, float]:
    """Where a finding stands: by kind, then the gravest first, then the surest first."""
    kind, order = row.finding.kind, list(KIND_TITLES)
    verdict = VERDICTS.index(row.finding.verdict)
    return order.index(kind) if kind in order else len(order), kind, verdict, -row.finding.confidence


def _row(finding: Finding, columns: Sequence[Column]) -> Row:
    said = {position.article: position for position in finding.positions}
    cells = tuple(
        Cell(
            column,
            said[column.article.id].value,
            one_line(said[column.article.id].shown),
            tuple(words_of(column.article, evidence) for evidence in said[column.article.id].evidence),
            _lacks(said[column.article.id], columns),
        )
        if column.article.id in said
        else None
        for column in columns
    )
    silent = tuple(column for column, cell in zip(columns, cells, strict=True) if cell is None)
    title = KIND_TITLES.get(finding.kind, one_line(finding.kind).capitalize())
    return Row(finding, title, one_line(finding.label) or title, one_line(finding.reason.text), cells, silent)


def _lacks(position: Position, columns: Sequence[Column]) -> tuple[Lack, ...]:
    """What a position has and others do not, once for all that the same articles lack."""
    lacking: dict[str, list[str]] = {}
    for difference in position.differences:
        names = ", ".join(column.name for column in columns if column.article.id in difference.missing_in)
        lacking.setdefault(names, []).append(f"“{one_line(difference.evidence.surface)}”")
    return tuple(Lack(f"not in {names}:", ", ".join(quoted)) for names, quoted in lacking.items())


def _engine_notes(columns: Sequence[Column]) -> tuple[str, ...]:
    """Which engine read which article, where they differ."""
    engines = sorted({column.engine for column in columns if column.engine})
    if len(engines) < 2:
        return tuple(f"Names found by: {engine}" for engine in engines)
    readers = [f"{engine} ({', '.join(c.name for c in columns if c.engine == engine)})" for engine in engines]
    return (f"Names found by: {', '.join(readers)}",)


def _dependence_note(group: Dependence, columns: Sequence[Column]) -> str:
    names = ", ".join(column.name for column in columns if column.article.id in group.articles)
    return f"Not independent: {names} ({one_line(group.reason.text)})"


def _counted(verdict: Verdict, count: int) -> str:
    return f"{SIGNS[verdict]} {count} {(SINGULARS if count == 1 else PLURALS)[verdict]}"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
