"""Fit the weights of the family ``statement`` in newsdiff/models/alignment.yaml on news that says the same in all languages.

    python training/alignment/statements.py NEWS_FOLDER

A folder of the news holds a file a language (``en.txt``, ...), a sentence a line, line for line the same. Sentences of the same
line are positive pairs, all others negative; half and 70 % of the sentences of every article are left out in turn, so that most
have no counterpart, as in articles that are written independently. The bias is then lowered by ``CAUTION``: a chance
resemblance is likelier between sentences of one's own making than between translations. Every third event is held out.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsdiff.align.similarity import margins
from newsdiff.semantics import embed

LANGUAGES = ("en", "de", "it", "ar", "hi")
LEFT_OUT = (0.0, 0.5, 0.7)
FEWEST_WORDS = 8
CAUTION = 2.0
THRESHOLDS = (-0.5, 0.0, 1.0, 2.0)


def pairs(folder: Path, left_out: float, chance: random.Random) -> NDArray[np.float64]:
    """(bias, words, margin, label) of every two sentences of two languages of one event."""
    lines = [
        (language, number, line)
        for language in LANGUAGES
        for number, line in enumerate((folder / f"{language}.txt").read_text(encoding="utf-8").splitlines())
        if len(line.split()) >= FEWEST_WORDS and chance.random() >= left_out
    ]
    if not lines:
        return np.zeros((0, 4))
    languages, numbers, texts = (list(column) for column in zip(*lines, strict=True))
    vectors = embed(texts, languages=languages)
    cosines = (vectors @ vectors.T).astype(np.float64)
    owner, number = np.array(languages), np.array(numbers)
    apart = owner[:, None] != owner[None, :]
    gaps = margins(cosines, apart, languages)
    chosen = np.triu(apart)
    same = (number[:, None] == number[None, :])[chosen]
    return np.stack([np.ones(len(same)), cosines[chosen], gaps[chosen], same], axis=1)


def fit(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Ridge logistic regression by Newton's method."""
    x, y = rows[:, :3], rows[:, 3]
    beta = np.zeros(3)
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + np.eye(3)
        beta -= np.linalg.solve(hessian, x.T @ (p - y) + beta)
    return beta


def main() -> None:
    """Fit on two thirds of the events, and tell precision and recall on the others at several log-odds."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    folders = sorted(path for path in parser.parse_args().news.iterdir() if path.is_dir())
    chance = random.Random(7)
    rows = [
        (at % 3 == 0, share, pairs(folder, share, chance)) for at, folder in enumerate(folders) for share in LEFT_OUT
    ]
    beta = fit(np.concatenate([part for held, _, part in rows if not held]))
    beta[0] -= CAUTION
    print(f"  statement: {{bias: {beta[0]:.2f}, words: {beta[1]:.2f}, margin: {beta[2]:.2f}}}")
    for share in LEFT_OUT:
        part = np.concatenate([part for held, left_out, part in rows if held and left_out == share])
        odds, true = part[:, :3] @ beta, part[:, 3] > 0
        for threshold in THRESHOLDS:
            found = odds >= threshold
            print(
                f"held out, {share:.0%} left out, log-odds {threshold:+.1f}: "
                f"precision {true[found].mean():.3f} recall {found[true].mean():.3f}"
            )


if __name__ == "__main__":
    main()
