"""Fit the weights of newsdiff/models/alignment.yaml: how much speaks for two claims filling one slot.

    python training/alignment/fit.py --events EVENT_FOLDER... --parallel NEWS_FOLDER [--held-out 3] [--write FILE]

A pair of claims of two articles is positive where both are marked with one slot. Contradictions are rare in such data
and must be found all the same, so a share of the positive pairs is seen once more with its values made to differ
(``CONTRADICTED``): contexts are masked, so nothing else of a pair depends on its values. Every third event is held out and
scored. Needs numpy alone; a fit takes a minute or two, most of it annotating.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsdiff.align.actors import ActorIndex
from newsdiff.align.context import read_contexts
from newsdiff.align.evidence import FEATURES, features
from newsdiff.align.resolve import resolve
from newsdiff.align.slots import build_nodes, relate
from newsdiff.kinds import KINDS, SlotKind
from training.alignment.gold import Event, labelled_events, parallel_events

CONTRADICTED = 0.15
"""Weight of the copy of a positive pair whose values are made to differ."""
RIDGE = 1.0
LANGUAGES = ("en", "de", "it", "ar", "hi")
ROWS = dict[str, list[tuple[NDArray[np.float64], float, float]]]


def pairs(event: Event) -> ROWS:
    """(features, label, weight) of every comparable pair of nodes of two articles, by family."""
    documents = {document.article.id: document for document in event.documents}
    actors = ActorIndex(resolve(event.documents))
    rows: ROWS = defaultdict(list)
    by_family = defaultdict(list)
    for kind in KINDS:
        if isinstance(kind, SlotKind) and not kind.wording:
            for document in event.documents:
                by_family[kind.family] += kind.extract(document)
    for family, claims in by_family.items():
        if not claims:
            continue
        nodes = build_nodes(claims, read_contexts(claims, documents, actors), documents)
        relations, comparable = relate(nodes)
        values = features(nodes, relations)
        marks = [_slots_of(event, family, node.article, [claim.span for claim in node.claims]) for node in nodes]
        for one in range(len(nodes)):
            for other in range(one + 1, len(nodes)):
                if not comparable[one, other] or not (event.complete or (marks[one] and marks[other])):
                    continue
                positive = bool(marks[one] & marks[other])
                row = values[one, other]
                rows[family].append((row, float(positive), 1.0))
                if positive and relations[one, other] > 0:
                    rows[family].append((_contradicted(row), 1.0, CONTRADICTED))
    return rows


def _contradicted(row: NDArray[np.float64]) -> NDArray[np.float64]:
    changed = row.copy()
    changed[FEATURES.index("equal")] = changed[FEATURES.index("compatible")] = 0.0
    changed[FEATURES.index("different")] = 1.0
    return changed


def _slots_of(event: Event, family: str, article: str, spans: Iterable) -> set[str]:
    return {
        slot for span in spans for marked, kind, slot in event.marks[article] if kind == family and marked.overlaps(span)
    }


def fit(rows: list[tuple[NDArray[np.float64], float, float]]) -> NDArray[np.float64]:
    """Ridge logistic regression by Newton's method."""
    x = np.stack([row for row, _, _ in rows])
    y = np.array([label for _, label, _ in rows])
    weight = np.array([importance for _, _, importance in rows])
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 1e-6
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + penalty * beta
        hessian = (x * (weight * np.maximum(p * (1 - p), 1e-9))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def score(rows: list[tuple[NDArray[np.float64], float, float]], beta: NDArray[np.float64]) -> str:
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
    """Read the events, fit, report on the held-out third, and write the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=Path, nargs="*", default=[])
    parser.add_argument("--parallel", type=Path)
    parser.add_argument("--held-out", type=int, default=3, help="every N-th event is held out")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    folders = sorted(path for path in options.parallel.iterdir() if path.is_dir()) if options.parallel else []
    events = [*labelled_events(options.events), *parallel_events(folders, LANGUAGES)]
    read = [pairs(event) for event in events]
    lines = []
    for family in ("amount", "percent", "date"):
        kept = [row for at, rows in enumerate(read) if at % options.held_out for row in rows[family]]
        held = [row for at, rows in enumerate(read) if not at % options.held_out for row in rows[family]]
        print(f"{family}: held out: {score(held, fit(kept))}")
        beta = fit(kept + held)
        named = ", ".join(f"{name}: {value:.2f}" for name, value in zip(FEATURES, beta, strict=True))
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
