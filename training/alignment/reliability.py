"""Does confidence mean what it says? Findings of known events in steps of confidence, and the share that is right.

    python -m training.alignment.reliability --events EVENT_FOLDER... --parallel NEWS_FOLDER [--held-out 3]

A finding over several articles is right where all its positions that are marked are marked with one slot, and, in a
labelled event, where all of them are marked. Findings in which nothing is marked tell nothing and are left out, and so is
what one article alone says: it is no alignment. Every third event, as in ``fit``, was kept aside from the weights.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from newsdiff.config import load_config
from newsdiff.model import Finding
from newsdiff.pipeline import compare_documents
from training.alignment.fit import LANGUAGES
from training.alignment.gold import FAMILIES, Event, labelled_events, parallel_events

STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)


def outcomes(event: Event) -> Iterator[tuple[Finding, bool]]:
    """Every finding that can be judged, and whether it sets together what belongs together."""
    for finding in compare_documents(event.documents, (), load_config()).findings:
        family = FAMILIES.get(finding.kind)
        if family is None or len(finding.positions) < 2:
            continue
        marks = [
            {
                slot
                for evidence in position.evidence
                for span, marked, slot in event.marks[position.article]
                if marked == family and span.overlaps(evidence.span)
            }
            for position in finding.positions
        ]
        known = [found for found in marks if found]
        if known and (event.complete or len(known) > 1):
            yield finding, bool(set.intersection(*(marks if event.complete else known)))


def main() -> None:
    """Print one line a step: how many findings, what they said on average, how many are right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=Path, nargs="*", default=[])
    parser.add_argument("--parallel", type=Path)
    parser.add_argument("--held-out", type=int, default=3, help="every N-th event was held out")
    options = parser.parse_args()
    folders = sorted(path for path in options.parallel.iterdir() if path.is_dir()) if options.parallel else []
    events = [*labelled_events(options.events), *parallel_events(folders, LANGUAGES)]
    seen: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for at, event in enumerate(events):
        part = ("independent" if event.complete else "translated") + (
            ", fitted on" if at % options.held_out else ", kept aside"
        )
        for finding, right in outcomes(event):
            seen[f"{part}: all"].append((finding.confidence, right))
            seen[f"{part}: {finding.verdict}"].append((finding.confidence, right))
    for part, found in sorted(seen.items()):
        print(part)
        for low, high in pairwise(STEPS):
            inside = [(said, right) for said, right in found if low <= said < high]
            if inside:
                said, right = (sum(column) / len(inside) for column in zip(*inside, strict=True))
                print(
                    f"  {low:.2f} to {min(high, 1.0):.2f}: {len(inside):4} findings, said {said:.2f}, right {right:.2f}"
                )


if __name__ == "__main__":
    main()
