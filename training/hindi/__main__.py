"""Train the Hindi words and write the model: ``python -m training.hindi --data FOLDER --output hindi.npz``."""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import torch

from newsdiff.semantics.taught import Words, encode_items, read_items
from training.hindi import export, word_lists
from training.hindi.measure import read_parallel, retrieve_texts
from training.hindi.mix import mix
from training.hindi.pairs import Pair, read_pairs
from training.hindi.record import record
from training.hindi.targets import find_targets
from training.hindi.train import Example, Model, Recipe, train

SHARES = {word_lists.VERBS: 0.3}
"""How much of a source takes part in one pass, where it is not all."""
WORDS = frozenset({word_lists.SOURCE, word_lists.VERBS, "wiktionary"})
"""Sources of words and phrases, which are mixed into the English of the other sources."""
MIXED = 2
"""How often each sentence is mixed."""
HELD_OUT_SENTENCES = "mturk-devtest"
HELD_OUT_WORDS = 20
"""One meaning of the glossary in so many is held out to measure."""


def main() -> None:
    """Parse the arguments, train, write, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the parallel data")
    parser.add_argument("--output", type=Path, required=True, help="the .npz to write")
    parser.add_argument("--measure", type=Path, help="folder of documents, a file of lines a language, to measure on")
    parser.add_argument(
        "--hold-out", action="store_true", help="keep some sentences and words aside and measure on them"
    )
    parser.add_argument("--record", type=Path, help="file of texts to write the torch model's vectors into")
    parser.add_argument("--passes", type=int, default=Recipe().passes)
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    arguments = parser.parse_args()
    torch.set_num_threads(1)

    pairs = read_pairs(arguments.data) + word_lists.read_glossary()
    pairs, *held_out = hold_out(pairs) if arguments.hold_out else (pairs,)
    recipe = replace(Recipe(), passes=arguments.passes, seed=arguments.seed)
    model = train(make_examples([*pairs, *_mix(pairs, arguments.seed)]), recipe, _report)
    export.save(export.export(model.words), arguments.output)
    if arguments.record:
        record(model, arguments.record)
    print(f"{arguments.output} sha256 {sha256(arguments.output.read_bytes()).hexdigest()}")

    words = load(arguments.output)
    for name, held in zip(("sentences", "words"), held_out, strict=False):
        rows = encode_items([read_items(pair.hindi) for pair in held], words)
        print(f"held-out {name} ({len(held)}): {retrieve_texts(rows, [pair.translations[0] for pair in held])}")
    if arguments.measure:
        rows = encode_items([read_items(text) for text in read_parallel(arguments.measure, "hi")], words)
        for language in ("en", "de", "ar", "it", "es", "ru"):
            print(f"hi-{language}: {retrieve_texts(rows, read_parallel(arguments.measure, language))}")


def load(path: Path) -> Words:
    """Read a model file from anywhere."""
    import numpy as np

    with np.load(path, allow_pickle=False) as arrays:
        return Words(dict(arrays))


def make_examples(pairs: Sequence[Pair]) -> list[Example]:
    """Set every text beside its target."""
    return [
        Example(tuple(read_items(pair.hindi)), target, SHARES.get(pair.source, 1.0))
        for pair, target in zip(pairs, find_targets(pairs), strict=True)
    ]


def hold_out(pairs: Sequence[Pair]) -> tuple[list[Pair], list[Pair], list[Pair]]:
    """Part the pairs into those to train on, sentences to measure on, and words to measure on, one a meaning."""
    sentences = [pair for pair in pairs if pair.source == HELD_OUT_SENTENCES]
    held = {
        pair.hindi: pair
        for pair in pairs
        if pair.source == word_lists.SOURCE
        and int(sha256(pair.translations[0].encode()).hexdigest(), 16) % HELD_OUT_WORDS == 0
    }
    kept = [pair for pair in pairs if pair.source != HELD_OUT_SENTENCES and pair.hindi not in held]
    return kept, sentences, list({pair.translations[0]: pair for pair in held.values()}.values())


def _mix(pairs: Sequence[Pair], seed: int) -> list[Pair]:
    rng = random.Random(seed)
    words = [pair for pair in pairs if pair.source in WORDS]
    sentences = [pair for pair in pairs if pair.source not in WORDS and pair.source != "xquad-answer"]
    return [pair for _ in range(MIXED) for pair in mix(sentences, words, rng)]


def _report(number: int, loss: float, _: Model) -> None:
    print(f"pass {number + 1}: loss {loss:.3f}", flush=True)


if __name__ == "__main__":
    main()
