"""How near the articles are to one another: of all that two articles say, the share in which they agree.

The map places the articles so that near ones stand near: classical stress majorization, the same for the same report.
"""

from __future__ import annotations

import cmath
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdiff.render.view import Cell, Column, Row, View

_ROUNDS = 100
_LEAST_DISTANCE = 0.3
"""Articles that agree in everything still stand apart on the map."""


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
    groups = [set(group.articles) for group in view.report.independence if group.sure]
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


def places_on_map(columns: Sequence[Column], pairs: Sequence[Nearness]) -> dict[str, tuple[float, float]]:
    """A place for each article, by its id, both coordinates in -1..1; the less two articles share, the farther apart."""
    ids = [column.article.id for column in columns]
    shares = [pair.share for pair in pairs]
    least, spread = min(shares, default=0.0), (max(shares, default=0.0) - min(shares, default=0.0)) or 1.0
    wanted: dict[tuple[str, str], float] = {}
    for pair in pairs:
        left, right = pair.left.article.id, pair.right.article.id
        distance = 1 - (1 - _LEAST_DISTANCE) * (pair.share - least) / spread
        wanted[left, right] = wanted[right, left] = distance
    turn = 2 * math.pi / max(len(ids), 1)
    places = {id_: cmath.rect(1, at * turn) for at, id_ in enumerate(_ring(ids, wanted))}
    for _ in range(_ROUNDS):
        places = {
            here: sum(wanted[here, to] * _towards(places[here], places[to]) for to in ids if to != here) / len(ids)
            for here in ids
        }
    reach = max((max(abs(place.real), abs(place.imag)) for place in places.values()), default=0.0) or 1.0
    return {id_: (place.real / reach, place.imag / reach) for id_, place in places.items()}


def _ring(ids: Sequence[str], wanted: Mapping[tuple[str, str], float]) -> list[str]:
    """The articles in a row that begins with the nearest two and goes on to whichever is nearest to the last."""
    if not wanted:
        return list(ids)
    ring = [min(wanted, key=lambda pair: (wanted[pair], pair))[0]]
    while len(ring) < len(ids):
        rest = [id_ for id_ in ids if id_ not in ring]
        ring.append(min(rest, key=lambda id_: (wanted[ring[-1], id_], id_)))
    return ring


def _towards(here: complex, there: complex) -> complex:
    """The step of length one that leads from ``there`` to ``here``."""
    return (here - there) / abs(here - there) if here != there else 1 + 0j
