"""The rows of the shared view: a finding with what each article says, all of it in words that are ready to be shown.

What belongs here: one finding by itself. Their choice, order and counts are in `newsdiff.render.view`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsdiff.model import Article, Finding, Name, Position, Quantity, Quotation, Value
from newsdiff.render.places import Passage, passage_of
from newsdiff.render.safe import one_line
from newsdiff.render.values import show
from newsdiff.render.words import Words
from newsdiff.render.words.terms import KIND_TITLES, SIGNS, VERDICTS

_CERTAIN = 0.9


@dataclass(frozen=True, slots=True)
class Column:
    """An article as tables show it: ``name`` is the shortest name that no other article has."""

    article: Article
    name: str
    engine: str
    language: str

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
    passages: tuple[Passage, ...]
    lacks: tuple[Lack, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with what each article says. ``cells`` holds one entry a column, None where the article is silent.

    ``title`` is that of its kind, ``topic`` what it is about in one line by itself: the label, and of a quotation, whose
    label is its speaker, the words, too. ``word`` is its verdict, ``doubt`` what stands beside that: how sure it is, where it is not
    (``70% sure``), and whether it is known.
    """

    finding: Finding
    title: str
    label: str
    topic: str
    word: str
    doubt: str
    reason: str
    cells: tuple[Cell | None, ...]
    silent: tuple[Column, ...]

    @property
    def sign(self) -> str:
        """The verdict as one sign."""
        return SIGNS[self.finding.verdict]

    @property
    def said(self) -> tuple[Cell, ...]:
        """The cells of the articles that say something."""
        return tuple(cell for cell in self.cells if cell is not None)

    @property
    def groups(self) -> tuple[tuple[str, tuple[Cell, ...]], ...]:
        """What is said, each with the articles that say the same, in the order of the articles.

        Of equal figures that count things in other words, all words are given.
        """
        groups: dict[object, list[Cell]] = {}
        for cell in self.said:
            groups.setdefault(_without_words(cell), []).append(cell)
        return tuple(
            (" / ".join(dict.fromkeys(cell.shown for cell in cells)), tuple(cells)) for cells in groups.values()
        )

    @property
    def apart(self) -> frozenset[str]:
        """The ids of the articles that say otherwise than most, where most say one thing."""
        said = {cell.column.article.id: _gist(cell) for cell in self.said}
        (gist, most), *others = Counter(said.values()).most_common(2) or [(None, 0)]
        clear = others and most > others[0][1]
        return frozenset(article for article, one in said.items() if one != gist) if clear else frozenset()


def make_row(finding: Finding, columns: Sequence[Column], words: Words) -> Row:
    """Make the row of a finding."""
    said = {position.article: position for position in finding.positions}
    cells = tuple(
        Cell(
            column,
            said[column.article.id].value,
            one_line(show(said[column.article.id], words)),
            tuple(passage_of(column.article, evidence) for evidence in said[column.article.id].evidence),
            _lacks(said[column.article.id], columns, words),
        )
        if column.article.id in said
        else None
        for column in columns
    )
    silent = tuple(column for column, cell in zip(columns, cells, strict=True) if cell is None)
    kind, verdict = finding.kind, finding.verdict
    title = words.say(KIND_TITLES[kind]) if kind in KIND_TITLES else one_line(kind).capitalize()
    label = one_line(finding.label) or title
    return Row(
        finding=finding,
        title=title,
        label=label,
        topic=_topic(label, cells, words),
        word=words.say(VERDICTS[verdict]),
        doubt=_doubt(finding, words),
        reason=one_line(words.reason(finding.reason)),
        cells=cells,
        silent=silent,
    )


def _lacks(position: Position, columns: Sequence[Column], words: Words) -> tuple[Lack, ...]:
    """What a position has and others do not, once for all that the same articles lack."""
    lacking: dict[str, list[str]] = {}
    for difference in position.differences:
        names = words.listed([column.name for column in columns if column.article.id in difference.missing_in])
        quoted = words.say("“{words}”", words=one_line(difference.evidence.surface))
        lacking.setdefault(words.say("not in {articles}:", articles=names), []).append(quoted)
    return tuple(Lack(who, words.listed(quoted)) for who, quoted in lacking.items())


def _topic(label: str, cells: Sequence[Cell | None], words: Words) -> str:
    """The label; of a quotation what was said and by whom, in the reader's language or English where an article has it."""
    quoted = [(cell, cell.value) for cell in cells if cell and isinstance(cell.value, Quotation)]
    if not quoted:
        return label

    def foreignness(entry: tuple[Cell, Quotation]) -> tuple[bool, bool, bool, bool]:
        language, text = entry[0].column.article.language, entry[1].text
        latin = sum(character.isascii() for character in text if character.isalpha())
        return entry[1].speaker is None, language != words.language, language != "en", 2 * latin < len(text)

    return min(quoted, key=foreignness)[0].shown


def _without_words(cell: Cell) -> object:
    """What is said, of a number of things without the words for them."""
    value = cell.value
    if not isinstance(value, Quantity) or value.of is None:
        return cell.shown
    return value.low, value.high, value.bound, value.unit


def _gist(cell: Cell) -> object:
    """What tells whether two articles say the same, whatever their words: a speaker, a place, a figure without what it counts."""
    if isinstance(cell.value, Quotation):
        return cell.value.speaker
    if isinstance(cell.value, Name) and cell.value.roles is None:
        return cell.value.name
    return (cell.value.low, cell.value.high) if isinstance(cell.value, Quantity) else cell.shown


def _doubt(finding: Finding, words: Words) -> str:
    """How sure a finding is, where it is not; of what is unclear, how likely the articles speak of one thing."""
    parts = []
    if finding.verdict == "unclear":
        parts.append(words.say("{percent} likely about the same thing", percent=words.percent(finding.confidence)))
    elif finding.confidence < _CERTAIN:
        parts.append(words.say("{percent} sure", percent=words.percent(finding.confidence)))
    if finding.known:
        parts.append(words.say("known: {note}", note=one_line(finding.known)))
    return words.listed(parts)
