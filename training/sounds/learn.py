"""Learn how the signs of six scripts are read in names: rebuilds ``newsdiff/models/sounds/sounds.tsv``.

    python -m training.sounds.learn NAMES TABLE

NAMES is a folder of ``<language>.tsv`` files with a Latin name, the name in another script and, if known, how often the
pair occurs (Wikidata by way of NETransliteration, CC0). Signs are aligned to sounds by expectation maximisation: each
sign says none, one or a few of the sounds of the Latin name, in order. Then every sign keeps its most probable reading,
and beside another sign the one that is more probable there. Takes a few minutes on one core.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from newsdiff.parse.names.romanize import graphemes, script, sounds

SCRIPTS = {"ar": "Arab", "he": "Hebr", "ru": "Cyrl", "ja": "Kana", "ko": "Hang", "zh": "Hani"}
LONGEST_READING = {"Hani": 4, "Hang": 2, "Kana": 4}
ROUNDS = 6
UNSEEN = 1e-5
LEAST = 2.0
LEAST_BESIDE = 4.0
SMOOTHING = 1.5
ALONE = 0.8
WORST_ALIGNMENT = -2.2

HEADER = (
    "# script, sign before, sign, sign after, sounds, weight: how a sign is read, alone and beside another",
    "# (^ begins, $ ends a word). Learned from pairs of names in Wikidata (CC0) as collected by NETransliteration.",
)

Pair = tuple[list[str], str, float]
Readings = dict[str, dict[str, float]]


def read_pairs(path: Path, of: str) -> list[Pair]:
    """The names of one file: signs, sounds, weight."""
    pairs = []
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, native, *count = line.split("\t")
        signs, said = graphemes(native.lower(), of), sounds(latin)
        longest = LONGEST_READING.get(of, 3)
        if signs and said and len(signs) <= 14 and len(said) <= min(16, len(signs) * longest + 2):
            pairs.append((signs, said, min(3.0, 1 + math.log(int(count[0]) if count else 1))))
    return pairs


def probability(readings: Readings | None, sign: str, said: str) -> float:
    """How probable a reading is; before the first round, by its length alone."""
    if readings is None:
        return {0: 0.03, 1: 0.1}.get(len(said), 0.05 / (1 + len(said)))
    return readings.get(sign, {}).get(said, UNSEEN * 0.1 ** len(said))


def expect(pair: Pair, readings: Readings | None, longest: int, counts: dict[str, Counter[str]]) -> None:
    """Add what one pair says of its signs' readings, over all alignments."""
    signs, said, weight = pair
    rows, columns = len(signs), len(said)
    forward = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    backward = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    forward[0][0] = backward[rows][columns] = 1.0
    steps = [
        [
            (j, k, probability(readings, sign, said[j : j + k]))
            for j in range(columns + 1)
            for k in range(min(longest, columns - j) + 1)
        ]
        for sign in signs
    ]
    for i, options in enumerate(steps):
        for j, k, p in options:
            forward[i + 1][j + k] += forward[i][j] * p
    for i in reversed(range(rows)):
        for j, k, p in steps[i]:
            backward[i][j] += p * backward[i + 1][j + k]
    total = forward[rows][columns]
    if total <= 0:
        return
    for i, options in enumerate(steps):
        for j, k, p in options:
            share = forward[i][j] * p * backward[i + 1][j + k] / total
            if share > 1e-3:
                counts[signs[i]][said[j : j + k]] += share * weight  # type: ignore[assignment]


def align(pair: Pair, readings: Readings, longest: int) -> list[str] | None:
    """The best reading of each sign, or None where the two names do not fit."""
    signs, said, _ = pair
    best: dict[int, tuple[float, list[str]]] = {0: (0.0, [])}
    for sign in signs:
        following: dict[int, tuple[float, list[str]]] = {}
        for j, (score, path) in best.items():
            for k in range(min(longest, len(said) - j) + 1):
                reached = score + math.log(probability(readings, sign, said[j : j + k]))
                if j + k not in following or reached > following[j + k][0]:
                    following[j + k] = (reached, [*path, said[j : j + k]])
        best = following
    score, path = best.get(len(said), (-math.inf, []))
    return path if score / (len(signs) + len(said)) >= WORST_ALIGNMENT else None


def learn(pairs: list[Pair], longest: int) -> Iterator[tuple[str, str, str, str, float]]:
    """Sign before, sign, sign after, reading and weight."""
    readings: Readings | None = None
    for _ in range(ROUNDS):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for pair in pairs:
            expect(pair, readings, longest, counts)
        readings = {sign: {said: n / found.total() for said, n in found.items()} for sign, found in counts.items()}
    alone: dict[str, Counter[str]] = defaultdict(Counter)
    beside: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for pair in pairs:
        path = align(pair, readings or {}, longest)
        if path is None:
            continue
        around = ["^", *pair[0], "$"]
        for at, (sign, said) in enumerate(zip(pair[0], path, strict=True)):
            alone[sign][said] += pair[2]  # type: ignore[assignment]
            beside["", sign, around[at + 2]][said] += pair[2]  # type: ignore[assignment]
            beside[around[at], sign, ""][said] += pair[2]  # type: ignore[assignment]
    known = {sign: most_probable(found) for sign, found in alone.items() if found.total() >= LEAST}
    for sign, (said, p) in sorted(known.items()):
        yield "", sign, "", said, p * ALONE
    for (before, sign, after), found in sorted(beside.items()):
        said, p = most_probable(found)
        if (
            found.total() >= LEAST_BESIDE
            and sign in known
            and said != known[sign][0]
            and p > max(0.3, ALONE * known[sign][1])
        ):
            yield before, sign, after, said, p


def most_probable(found: Counter[str]) -> tuple[str, float]:
    """The most frequent reading and its smoothed probability."""
    said, count = max(found.items(), key=lambda item: (item[1], item[0]))
    return said, count / (found.total() + SMOOTHING)


def belongs(sign: str, of: str) -> bool:
    """Tell whether a sign is of this script, or a mark that several share."""
    return sign in "^$ー'" or script(sign) == of or (of == "Hang" and "\u1100" <= sign[0] <= "\u11ff")


def main() -> None:
    """Read the folder, write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", type=Path)
    parser.add_argument("table", type=Path)
    arguments = parser.parse_args()
    rows = list(HEADER)
    for language, of in SCRIPTS.items():
        pairs = read_pairs(arguments.names / f"{language}.tsv", of)
        for before, sign, after, said, weight in learn(pairs, LONGEST_READING.get(of, 3)):
            if all(belongs(part, of) for part in (before, sign, after) if part):
                rows.append("\t".join((of, before, sign, after, said, f"{weight:.2f}")))
        print(language, "done", file=sys.stderr)
    arguments.table.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
