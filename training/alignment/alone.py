"""Fit the weights of the family ``alone`` in newsdiff/models/alignment.yaml: one article against others that agree.

    python -m training.alignment.alone --events EVENT_FOLDER... --parallel NEWS_FOLDER [--held-out 3] [--write FILE]

Every event is aligned as it is, with the value of one claim changed, and with one claim left out, each also with some of its
articles alone. A candidate is a claim that excludes what two or more others say with one voice, whether it was put beside
them or stands alone: it is positive where it is marked with their slot. There are ten times as many changes as any event has
contradictions, so they count a tenth (``CHANGED``), and what is wrong counts twice (``WRONG``). Every third event is kept
aside, as in ``fit``, whose weights this one builds on. How many agree, how well the other pairs fit and whether the value is
told elsewhere were tried, too, and tell nothing more.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsdiff.align import name_speaker
from newsdiff.align.actors import ActorIndex, resolve
from newsdiff.align.clustering import cluster
from newsdiff.align.context import read_contexts, told_in
from newsdiff.align.evidence import log_odds
from newsdiff.align.node import Node
from newsdiff.align.opposition import FAMILY, FEATURES, FEWEST_WITNESSES, Alone, alone_features, find_alone
from newsdiff.align.relations import relate
from newsdiff.align.slots import MERGE, build_nodes
from newsdiff.kinds import BY_NAME, KINDS, SlotKind
from newsdiff.model import DateValue, Quantity
from training.alignment.fit import LANGUAGES, PARALLEL, Row, fit
from training.alignment.gold import Event, labelled_events, parallel_events

SURE = 0.28
"""The log-odds of ``align.sure``."""
CHANGED = 0.1
WRONG = 2.0
"""A false discrepancy costs a reader more than a missed one: what is no answer to the others' question counts twice."""
SUBSETS = 4
PARTIAL = 0.5
"""Weight of an event with some of its articles left out."""
TRIES = 8
YEARS = (-10, -7, -4, -3, -1, 1, 3, 4, 7, 10)
DAYS = (-9, -5, -3, -1, 1, 2, 4, 7, 10, 20)


@dataclass(frozen=True)
class Marked:
    """A node and the slots that its claims are marked with."""

    node: Node
    slots: frozenset[str]


@dataclass(frozen=True)
class Version:
    """The nodes of a family in an event, as they are or with one claim changed or left out.

    Of a changed version, ``looked_at`` is the changed node; of one with a claim left out, the article that it stood in.
    """

    what: str
    marked: tuple[Marked, ...]
    slot: str = ""
    looked_at: Node | str | None = None


def read(event: Event) -> dict[str, tuple[Marked, ...]]:
    """The nodes of an event whose values are compared, by family."""
    documents = {document.article.id: document for document in event.documents}
    actors = ActorIndex(resolve(event.documents))
    by_family = defaultdict(list)
    for kind in KINDS:
        if isinstance(kind, SlotKind) and not kind.wording and not kind.whole:
            for document in event.documents:
                by_family[kind.family] += [name_speaker(claim, actors, document) for claim in kind.extract(document)]
    return {
        family: tuple(
            Marked(node, _slots_of(event, family, node))
            for node in build_nodes(claims, read_contexts(claims, documents, actors), documents)
        )
        for family, claims in by_family.items()
        if claims
    }


def _slots_of(event: Event, family: str, node: Node) -> frozenset[str]:
    spans = [claim.span for claim in node.claims]
    marks = event.marks[node.article]
    return frozenset(slot for span in spans for mark, kind, slot in marks if kind == family and mark.overlaps(span))


def versions(marked: Sequence[Marked], chance: random.Random) -> Iterator[Version]:
    """The nodes as they are, and with every marked claim changed or left out in turn."""
    yield Version("clean", tuple(marked))
    for slot in sorted({slot for one in marked for slot in one.slots}):
        inside = [one for one in marked if slot in one.slots]
        articles = sorted({one.node.article for one in inside})
        for article in articles if len(articles) > FEWEST_WITNESSES else ():
            rest = tuple(one for one in marked if slot not in one.slots or one.node.article != article)
            yield Version("left out", rest, slot, article)
            one = next(one for one in inside if one.node.article == article)
            others = [other.node for other in inside if other.node.article != article]
            changed = _change(one.node, others, chance)
            if changed is not None:
                now = tuple(Marked(changed, each.slots) if each is one else each for each in marked)
                yield Version("changed", now, slot, changed)


def _change(node: Node, others: Sequence[Node], chance: random.Random) -> Node | None:
    """The node with its first claim alone, and another value in it that excludes those of all others; None where it cannot be."""
    claim, kind = node.claims[0], BY_NAME[node.kind]
    assert isinstance(kind, SlotKind)
    values = [other.claims[0].value for other in others]
    if any(not kind.comparable(claim.value, v) or kind.compare(claim.value, v).relation == "disjoint" for v in values):
        return None
    for _ in range(TRIES):
        value = other_value(claim.value, chance)
        if value and all(kind.comparable(value, v) and kind.compare(value, v).relation == "disjoint" for v in values):
            context = replace(node.contexts[0], told=told_in(value))
            return Node((replace(claim, value=value),), (context,), kind.telling(value))
    return None


def other_value(value: object, chance: random.Random) -> Quantity | DateValue | None:
    """A figure with another digit, two digits turned round, or ten times as large; a date some years or days away."""
    if isinstance(value, Quantity):
        old = value.low if value.low is not None else value.high
        factor = other_number(old, chance) / old if old else 1.0
        low, high = (None if side is None else side * factor for side in (value.low, value.high))
        return replace(value, low=low, high=high)
    if not isinstance(value, DateValue) or value.start is None or value.end is None:
        return None
    if value.granularity == "day" and chance.random() < 0.4:
        days = dt.timedelta(days=chance.choice(DAYS))
        return replace(value, start=value.start + days, end=value.end + days)
    years = chance.choice(YEARS)
    try:
        start, end = (day.replace(year=day.year + years) for day in (value.start, value.end))
    except ValueError:
        return None
    return replace(value, start=start, end=end)


def other_number(number: float, chance: random.Random) -> float:
    """The number as it comes out mistyped."""
    how = chance.random()
    written = f"{abs(number):.12g}"
    if how < 0.25 or "e" in written:
        return number * (10 if how < 0.15 else 0.1)
    places = [at for at, character in enumerate(written) if character.isdigit()]
    digits = list(written)
    first = next(at for at in places if digits[at] != "0")
    second = next((at for at in places if at > first), None)
    if how < 0.4 and second is not None and digits[second] != "0":
        digits[first], digits[second] = digits[second], digits[first]
    elif how < 0.7 and second is not None:
        digits[second] = str((int(digits[second]) + chance.randrange(1, 10)) % 10)
    else:
        digits[first] = chance.choice([digit for digit in "123456789" if digit != digits[first]])
    return float("".join(digits))


def candidates(version: Version, family: str, *, complete: bool) -> Iterator[tuple[NDArray[np.float64], float, bool]]:
    """(features, label, whether it was put beside them) of every claim that excludes what others say with one voice."""
    nodes = [one.node for one in version.marked]
    relations = relate(nodes)
    evidence = log_odds(nodes, relations, family)
    groups = cluster(evidence, [node.article for node in nodes], threshold=MERGE)
    lone = [group[0] for group in groups if len(group) == 1]
    for group in groups:
        articles = {nodes[at].article for at in group}
        beside = [at for at in lone if nodes[at].article not in articles] if len(group) > 1 else []
        for together, expected in ((group, group), *(([at, *group], [at]) for at in beside)):
            alone, placed = find_alone(together, relations), together is group
            if alone is None or alone.node not in expected:
                continue
            label = _label(version, alone, complete=complete, placed=placed)
            if label is not None:
                pairs = evidence[alone.node, list(alone.witnesses)]
                yield alone_features(float(pairs.max())), label, placed


def _label(version: Version, alone: Alone, *, complete: bool, placed: bool) -> float | None:
    """Whether the one node belongs to the slot of the others; None where that is not known, or not what is looked at.

    What is put beside others in translations that nobody changed is a slip of a translator as often as not.
    """
    node, slots = version.marked[alone.node].node, version.marked[alone.node].slots
    theirs = Counter(slot for at in alone.witnesses for slot in version.marked[at].slots)
    common = {slot for slot, count in theirs.items() if count * 2 > len(alone.witnesses)}
    if version.what == "changed":
        return float(version.slot in common) if node is version.looked_at else None
    if version.what == "left out" and (node.article != version.looked_at or version.slot not in common):
        return None
    if complete:
        return float(version.what == "clean" and bool(slots & common))
    return None if slots & common or placed else 0.0


def rows(event: Event) -> list[tuple[Row, bool]]:
    """((features, label, weight), whether it was put beside the others) of all candidates of an event."""
    found: list[tuple[Row, bool]] = []
    for family, marked in read(event).items():
        chance = random.Random(event.name + family)
        articles = sorted({one.node.article for one in marked})
        subsets = {tuple(articles)} | {
            tuple(sorted(chance.sample(articles, chance.randint(FEWEST_WITNESSES, len(articles)))))
            for _ in range(SUBSETS if len(articles) > FEWEST_WITNESSES else 0)
        }
        for subset in sorted(subsets):
            weight = (1.0 if event.complete else PARALLEL) * (1.0 if len(subset) == len(articles) else PARTIAL)
            for version in versions([one for one in marked if one.node.article in subset], chance):
                shared = weight * (CHANGED if version.what == "changed" else 1.0)
                found += [
                    ((values, label, shared), placed)
                    for values, label, placed in candidates(version, family, complete=event.complete)
                ]
    return found


def main() -> None:
    """Read the events, fit on two thirds of them, report on both parts, and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=Path, nargs="*", default=[])
    parser.add_argument("--parallel", type=Path)
    parser.add_argument("--held-out", type=int, default=3, help="every N-th event is held out")
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    folders = sorted(path for path in options.parallel.iterdir() if path.is_dir()) if options.parallel else []
    events = [*labelled_events(options.events), *parallel_events(folders, LANGUAGES)]
    read_rows = [(event.complete, rows(event)) for event in events]
    kept = [
        (values, label, weight * (1.0 if label else WRONG))
        for at, (_, found) in enumerate(read_rows)
        for (values, label, weight), _ in found
        if at % options.held_out
    ]
    beta = fit(kept)
    for complete in (True, False):
        for held in (True, False):
            part = [
                row
                for at, (whole, found) in enumerate(read_rows)
                if whole == complete and held == (not at % options.held_out)
                for row, placed in found
                if placed
            ]
            if part:
                x, y = np.stack([row for row, _, _ in part]), np.array([label for _, label, _ in part])
                sure, before = x @ beta >= SURE, x[:, FEATURES.index("best")] >= SURE
                print(
                    f"{'independent' if complete else 'translated'}, {'kept aside' if held else 'fitted on'}: sure and right "
                    f"{int((y * sure).sum())} of {int(y.sum())}, sure and wrong {int(((1 - y) * sure).sum())} of "
                    f"{int((1 - y).sum())}; by the best pair alone {int((y * before).sum())} and "
                    f"{int(((1 - y) * before).sum())}"
                )
    named = ", ".join(f"{name}: {value:.2f}" for name, value in zip(FEATURES, beta, strict=True))
    line = f"  {FAMILY}: {{{named}}}"
    print(line)
    if options.write:
        lines = options.write.read_text(encoding="utf-8").split("\n")
        lines = [line if old.startswith(f"  {FAMILY}:") else old for old in lines]
        options.write.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
