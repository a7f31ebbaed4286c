"""Fit the weights of newsdiff/models/alignment.yaml: how much speaks for two claims filling one slot.

    python -m training.alignment.fit --events EVENT_FOLDER... --parallel NEWS_FOLDER [--held-out 3] [--only FEATURE...] [--write FILE]

A pair of claims of two articles is positive where both are marked with one slot. Contradictions are rare in such data
and must be found all the same, so the positive pairs are seen once more, with less weight (``CONTRADICTED``), as if their
values differed: contexts are masked, so nothing else of a pair depends on its values. How they differ is taken from ``FIGURE_SLIPS``
and ``DATE_SLIPS``.
Every third event is kept aside: the weights never see it, and are scored on it. ``--only`` fits these weights and lets all others
stand as they are: so ``near`` and ``far`` were found, which came later. Needs numpy alone; a fit takes a minute, most of it annotating.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsdiff.align import name_speaker
from newsdiff.align.actors import ActorIndex, resolve
from newsdiff.align.context import read_contexts
from newsdiff.align.evidence import FEATURES, features, load_weights
from newsdiff.align.node import Node
from newsdiff.align.relations import relate
from newsdiff.align.similarity import share_sentences, stand_elsewhere
from newsdiff.align.slots import build_nodes
from newsdiff.align.wording import WORDING_FEATURES, wording_features
from newsdiff.kinds import KINDS, SlotKind
from training.alignment.gold import Event, labelled_events, parallel_events

CONTRADICTED = 0.4
"""Weight of the copy of a positive pair whose values are made to differ."""
PARALLEL = 0.3
"""Weight of a pair of parallel news: plenty, and easier than what independent newsrooms write."""
FIGURE_SLIPS = ((1 / 3, 1.0), (0.06, 1.0), (0.02, 0.0), (0.05, 0.0), (0.1, 0.0))
"""(apart, slip) of contradicting figures as they occur: ten times, digits turned round, another digit, a fifth, twice."""
DATE_SLIPS = ((0.37, 0.0), (0.92, 1.0), (0.1, 0.0), (0.04, 0.0), (0.5, 0.0))
"""The same of dates: another year, its digits turned round, another month, another day, some years."""
POOLS = {"amount": ("amount", "percent"), "percent": ("amount", "percent"), "date": ("date",), "quote": ("quote",)}
"""The families whose pairs a family is fitted on: percentages are too few to stand alone."""
RIDGE = 1.0
LANGUAGES = ("en", "de", "it", "ar", "hi")
Row = tuple[NDArray[np.float64], float, float]
ROWS = dict[str, list[Row]]


def pairs(event: Event) -> ROWS:
    """(features, label, weight) of every comparable pair of nodes of two articles, by family."""
    documents = {document.article.id: document for document in event.documents}
    actors = ActorIndex(resolve(event.documents))
    by_family = defaultdict(list)
    for kind in KINDS:
        if isinstance(kind, SlotKind):
            for document in event.documents:
                by_family[kind.family] += [name_speaker(claim, actors, document) for claim in kind.extract(document)]
    rows: ROWS = defaultdict(list)
    for family, claims in by_family.items():
        if not claims or family not in POOLS:
            continue
        nodes = build_nodes(claims, read_contexts(claims, documents, actors), documents)
        marks = [_slots_of(event, family, node.article, [claim.span for claim in node.claims]) for node in nodes]
        if family != "quote":
            rows[family] = _figures(event, family, nodes, marks)
        elif event.complete:
            rows[family] = _utterances(nodes, marks)
    return rows


def _figures(event: Event, family: str, nodes: Sequence[Node], marks: Sequence[set[str]]) -> list[Row]:
    relations = relate(nodes)
    slips = DATE_SLIPS if family == "date" else FIGURE_SLIPS
    values = features(nodes, relations)
    still = {"taken": share_sentences(nodes)[1] / 2, "elsewhere": stand_elsewhere(nodes, relations) / 2}
    weight = 1.0 if event.complete else PARALLEL
    rows = []
    for one, other in combinations(range(len(nodes)), 2):
        if not relations.comparable[one, other] or not (event.complete or (marks[one] and marks[other])):
            continue
        positive = bool(marks[one] & marks[other])
        rows.append((values[one, other], float(positive), weight))
        if positive and relations.relation[one, other] > 0:
            apart, slip = slips[(one + other) % len(slips)]
            beside = {name: float(matrix[one, other]) for name, matrix in still.items()}
            rows.append((_contradicted(values[one, other], apart, slip, beside), 1.0, weight * CONTRADICTED))
    return rows


def _utterances(nodes: Sequence[Node], marks: Sequence[set[str]]) -> list[Row]:
    values = wording_features(nodes)
    return [
        (values[one, other], float(bool(marks[one] & marks[other])), 1.0)
        for one, other in combinations(range(len(nodes)), 2)
        if nodes[one].article != nodes[other].article
    ]


def _contradicted(
    row: NDArray[np.float64], apart: float, slip: float, still: Mapping[str, float]
) -> NDArray[np.float64]:
    """The features of a pair, were one of its values another: ``still`` are those that the one left as it is still has."""
    changed = row.copy()
    altered = {"equal": 0.0, "compatible": 0.0, "different": 1.0, "apart": apart, "slip": slip, **still}
    for name, value in altered.items():
        changed[FEATURES.index(name)] = value
    return changed


def _slots_of(event: Event, family: str, article: str, spans: Iterable) -> set[str]:
    return {
        slot
        for span in spans
        for marked, kind, slot in event.marks[article]
        if kind == family and marked.overlaps(span)
    }


def fit(
    rows: Sequence[Row], given: NDArray[np.float64] | None = None, free: Sequence[int] | None = None
) -> NDArray[np.float64]:
    """Ridge logistic regression by Newton's method; with ``free``, of these weights alone, beside the others as ``given``."""
    whole = np.stack([row for row, _, _ in rows])
    beta = np.zeros(whole.shape[1]) if given is None else given.copy()
    if free is not None:
        fixed = np.where(np.isin(np.arange(len(beta)), free), 0.0, beta)
        beta[list(free)] = _solve(rows, whole[:, list(free)], whole @ fixed, np.full(len(free), RIDGE))
        return beta
    penalty = np.full(whole.shape[1], RIDGE)
    penalty[0] = 1e-6
    return _solve(rows, whole, np.zeros(len(whole)), penalty)


def _solve(
    rows: Sequence[Row], x: NDArray[np.float64], offset: NDArray[np.float64], penalty: NDArray[np.float64]
) -> NDArray[np.float64]:
    y = np.array([label for _, label, _ in rows])
    weight = np.array([importance for _, _, importance in rows])
    beta = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ beta + offset, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + penalty * beta
        hessian = (x * (weight * np.maximum(p * (1 - p), 1e-9))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def score(rows: Sequence[Row], beta: NDArray[np.float64]) -> str:
    """Precision, recall at one half and the reliability of what is given 0.8 to 1."""
    x = np.stack([row for row, _, _ in rows])
    y = np.array([label for _, label, _ in rows])
    p = 1 / (1 + np.exp(-x @ beta))
    found = p >= 0.5
    sure = p >= 0.8
    return (
        f"pairs {len(y)} positive {int(y.sum())} precision {y[found].mean() if found.any() else 0:.3f} "
        f"recall {found[y == 1].mean() if y.any() else 0:.3f}; at 0.8 and more: said {p[sure].mean() if sure.any() else 0:.3f} "
        f"true {y[sure].mean() if sure.any() else 0:.3f}"
    )


def main() -> None:
    """Read the events, fit on two thirds of them, report on the third that is kept aside, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=Path, nargs="*", default=[])
    parser.add_argument("--parallel", type=Path)
    parser.add_argument("--held-out", type=int, default=3, help="every N-th event is held out")
    parser.add_argument("--only", nargs="*", help="fit the weights of these features alone")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    folders = sorted(path for path in options.parallel.iterdir() if path.is_dir()) if options.parallel else []
    events = [*labelled_events(options.events), *parallel_events(folders, LANGUAGES)]
    read = [pairs(event) for event in events]
    lines = []
    for family, pooled in POOLS.items():
        kept = [row for at, rows in enumerate(read) if at % options.held_out for name in pooled for row in rows[name]]
        held = [
            row for at, rows in enumerate(read) if not at % options.held_out for name in pooled for row in rows[name]
        ]
        given, free = None, None
        if options.only and family != "quote":
            given = np.array([load_weights().families[family].get(name, 0.0) for name in FEATURES])
            free = [FEATURES.index(name) for name in options.only]
        beta = fit(kept, given, free)
        print(f"{family}: held out: {score(held, beta)}")
        named = ", ".join(
            f"{name}: {value:.2f}"
            for name, value in zip(WORDING_FEATURES if family == "quote" else FEATURES, beta, strict=True)
        )
        lines.append(f"  {family}: {{{named}}}")
        print(lines[-1])
    if options.write:
        text = options.write.read_text(encoding="utf-8")
        for line in lines:
            family = line.split(":")[0]
            text = "\n".join(line if old.startswith(f"{family}:") else old for old in text.split("\n"))
        options.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
