"""How near the articles are to one another: of all that two articles say, the share in which they agree."""

from __future__ import annotations

from dataclasses import dataclass

from newsdiff.render.view import Cell, Column, Row, View


@dataclass(frozen=True, slots=True)
class Nearness:
    """Two articles: the findings in which either speaks, those in which they agree, and those in which they differ.

    ``dependent`` tells that the report takes them for translations or copies of one another.
    """

    left: Column
    right: Column
    spoken: int
    agreed: int
    differed: int
    dependent: bool

    @property
    def share(self) -> float:
        """The findings in which they agree among those in which either speaks, from 0 to 1."""
        return self.agreed / self.spoken if self.spoken else 0.0


def nearness(view: View) -> tuple[Nearness, ...]:
    """All pairs of different articles, in the order of the articles."""
    groups = [set(group.articles) for group in view.report.independence]
    pairs = []
    for at, left in enumerate(view.columns):
        for right in view.columns[at + 1 :]:
            cells = [(row, row.cells[at], row.cells[view.columns.index(right)]) for row in view.rows]
            both = [(row, a, b) for row, a, b in cells if a and b]
            pairs.append(
                Nearness(
                    left,
                    right,
                    spoken=sum(bool(a or b) for _, a, b in cells),
                    agreed=sum(_agree(row, a, b) for row, a, b in both),
                    differed=sum(row.finding.verdict == "discrepancy" and not _agree(row, a, b) for row, a, b in both),
                    dependent=any({left.article.id, right.article.id} <= group for group in groups),
                )
            )
    return tuple(pairs)


def _agree(row: Row, left: Cell, right: Cell) -> bool:
    """Whether two articles say the same: the whole finding agrees, or their values do where it does not."""
    return row.finding.verdict in ("agreement", "variation") or left.value.to_dict() == right.value.to_dict()
