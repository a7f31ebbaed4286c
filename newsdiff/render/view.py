"""The shared view: a report turned into what every format shows, so that no two formats can disagree.

What belongs here: choice, order, grouping, counts and words. How they look is the business of each format.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from newsdiff.model import VERDICTS, Dependence, Reason, Report, Skipped, Verdict
from newsdiff.model.short_names import short_names
from newsdiff.render.rows import Cell, Column, Row, make_row
from newsdiff.render.safe import one_line
from newsdiff.render.words import ENGLISH, Words
from newsdiff.render.words.terms import COUNTED, KIND_TITLES, SIGNS, SKIPPED

__all__ = ["Cell", "Column", "Row", "Section", "View", "make_view", "why_skipped"]

_LIKELY = 0.5


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
    words: Words
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
        own = (one_line(self.words.tell(note)) for note in self.report.notes)
        return (*self.readers, *self.dependences, *own)

    @property
    def title(self) -> str:
        """The answer in one line: how many discrepancies."""
        count, say_number = self.counts["discrepancy"], self.words.say_number
        found = say_number(*COUNTED["discrepancy"], count) if count else self.words.say("No discrepancy")
        among = say_number("among {count} article", "among {count} articles", len(self.columns))
        return self.words.say("{found} {among_articles}", found=found, among_articles=among)

    @property
    def rows(self) -> tuple[Row, ...]:
        """All findings in the order in which a report lists them."""
        shared = (row for section in self.sections for row in section.shared)
        return (*self.discrepancies, *shared, *(row for section in self.sections for row in section.single))

    @property
    def headline(self) -> str:
        """How many articles, in which languages."""
        languages, say_number = sorted({column.language for column in self.columns}), self.words.say_number
        articles = say_number("{count} article", "{count} articles", len(self.columns))
        tongues = say_number("in {count} language", "in {count} languages", len(languages))
        if not languages:
            return articles
        names = self.words.listed(languages)
        return self.words.say(
            "{articles} {in_languages} ({names})", articles=articles, in_languages=tongues, names=names
        )

    @property
    def tally(self) -> tuple[tuple[Verdict, str], ...]:
        """How many findings of each verdict, in words, the gravest first."""
        count = {verdict: self.words.say_number(*COUNTED[verdict], self.counts[verdict]) for verdict in VERDICTS}
        return tuple((verdict, f"{SIGNS[verdict]} {count[verdict]}") for verdict in VERDICTS)


def make_view(report: Report, words: Words = ENGLISH) -> View:
    """Make the view of a report in the language of ``words``."""
    names = short_names([one_line(article.source) for article in report.articles])
    engines = dict(report.engine)
    columns = tuple(
        Column(article, name, engines.get(article.id, ""), one_line(words.language_name(article.language)))
        for article, name in zip(report.articles, names, strict=True)
    )
    counts = Counter(finding.verdict for finding in report.findings)
    rows = [make_row(finding, columns, words) for finding in report.findings]
    grave = [row for row in rows if row.finding.verdict == "discrepancy"]
    return View(
        report=report,
        words=words,
        columns=columns,
        counts={verdict: counts[verdict] for verdict in VERDICTS},
        discrepancies=tuple(sorted(grave, key=lambda row: -row.finding.confidence)),
        sections=_sections(rows),
        skipped=tuple(
            Skipped(one_line(item.source), Reason(item.reason.code, one_line(why_skipped(item.reason, words))))
            for item in report.skipped
        ),
        dependences=tuple(_dependence_note(group, columns, words) for group in report.independence),
        readers=_engine_notes(columns, words),
    )


def why_skipped(reason: Reason, words: Words) -> str:
    """Why a source was not read: in full in English, in other languages as far as the code of the reason tells."""
    return words.reason(reason) if words.is_english or reason.code not in SKIPPED else words.say(SKIPPED[reason.code])


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
    """Where a finding stands: by kind, then the gravest first, then the surest first; last what is likely no difference."""
    kind, order = row.finding.kind, list(KIND_TITLES)
    idle = row.finding.verdict == "unclear" and row.finding.confidence < _LIKELY
    verdict = len(VERDICTS) if idle else VERDICTS.index(row.finding.verdict)
    return order.index(kind) if kind in order else len(order), kind, verdict, -row.finding.confidence


def _engine_notes(columns: Sequence[Column], words: Words) -> tuple[str, ...]:
    """Which engine read which article, where they differ."""
    engines = sorted({column.engine for column in columns if column.engine})
    readers = [f"{engine} ({words.listed([c.name for c in columns if c.engine == engine])})" for engine in engines]
    named = words.listed(readers if len(engines) > 1 else engines)
    return (words.say("Names found by: {engines}", engines=named),) if engines else ()


def _dependence_note(group: Dependence, columns: Sequence[Column], words: Words) -> str:
    names = words.joined([column.name for column in columns if column.article.id in group.articles])
    why = one_line(words.reason(group.reason))
    if group.sure:
        return words.say("Not independent: {articles} ({reason})", articles=names, reason=why)
    return words.say("Perhaps not independent: {articles} ({reason})", articles=names, reason=why)
