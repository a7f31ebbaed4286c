"""From a data folder to the shipped weights: ``python -m training.tagger --data DATA --output FILE``.

What belongs here: the order of the steps. A first network is trained on the labelled sets and our own sentences; it
labels parallel texts, where the versions must agree; the second network learns from all of it, is calibrated on what
was held out, and ships.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsdiff.annotate.tagger import Tagger
from newsdiff.semantics.encoder import load_network, load_tokenizer
from training.tagger import calibrate
from training.tagger.corpus import Labelled, read_sources
from training.tagger.export import Arrays, export, save
from training.tagger.gazetteers import Gazetteer, build_gazetteer
from training.tagger.measure import measure_held_out
from training.tagger.network import Network, Shape, WordTable
from training.tagger.phrases import add_names, make_sentences, read_phrases
from training.tagger.silver import make_silver, read_news, read_passages
from training.tagger.train import Plan, seed_all, train


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is chosen: length of both rounds, fillings of each own sentence, new ones a pass, weights, size, seed."""

    first_epochs: float = 2.0
    epochs: float = 5.0
    fillings: int = 6
    own_passes: int = 5
    own_weight: float = 0.8
    silver_weight: float = 0.6
    seed: int = 0
    shape: Shape = field(default_factory=Shape)


def build(data: Path, recipe: Recipe) -> tuple[Arrays, dict[str, dict[str, tuple[float, float, float]]]]:
    """Return the arrays to ship, and the scores on the held-out sentences per language and kind."""
    labelled, held_out = read_sources(data / "ner-train")
    gazetteer = build_gazetteer(data, labelled)
    phrases = read_phrases()
    add_names(gazetteer, phrases)
    own = [
        list(make_sentences(gazetteer, phrases, recipe.fillings, recipe.own_weight, seed))
        for seed in range(recipe.own_passes)
    ]
    silver: list[Labelled] = []
    if recipe.first_epochs:
        first = learn([labelled + of_pass for of_pass in own], gazetteer, recipe, recipe.first_epochs)
        articles = [*read_news(data / "ntrex-dev"), *read_passages(data / "hindi-parallel")]
        silver = make_silver(articles, Tagger(export(first)), recipe.silver_weight)
    network = learn([labelled + silver + of_pass for of_pass in own], gazetteer, recipe, recipe.epochs)
    calibration = calibrate.fit(calibrate.collect(Tagger(export(network)), held_out))
    arrays = export(network, calibration)
    return arrays, measure_held_out(Tagger(arrays), held_out)


def load_words() -> WordTable:
    """Return an empty table of words over the encoder's piece vectors."""
    return WordTable(load_tokenizer(), load_pieces())


@cache
def load_pieces() -> NDArray[np.float16]:
    """Return the encoder's (pieces, 512) vectors."""
    encoder = load_network()
    block = np.arange(len(encoder.table)) % len(encoder.scale)
    return (encoder.table * encoder.scale[block, None] + encoder.lo[block, None]).astype(np.float16)


def learn(sentences: Sequence[Sequence[Labelled]], gazetteer: Gazetteer, recipe: Recipe, epochs: float) -> Network:
    """Return a network trained from nothing on the sentences of each pass."""
    seed_all(recipe.seed)
    network = Network(load_words(), recipe.shape)
    train(network, sentences, gazetteer, Plan(epochs=epochs, seed=recipe.seed))
    return network


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the arguments, build, write the weights, print the held-out scores as JSON."""
    default = Recipe()
    parser = argparse.ArgumentParser(prog="python -m training.tagger", description="Train the shipped entity tagger.")
    parser.add_argument(
        "--data", type=Path, required=True, help="folder with ner-train, names-train, ntrex-dev, hindi-parallel"
    )
    parser.add_argument("--output", type=Path, required=True, help="the .npz to write")
    parser.add_argument("--epochs", type=float, default=default.epochs)
    parser.add_argument("--first-epochs", type=float, default=default.first_epochs, help="0: no silver labels")
    parser.add_argument("--fillings", type=int, default=default.fillings, help="of each sentence of our own")
    parser.add_argument("--seed", type=int, default=default.seed)
    chosen = parser.parse_args(arguments)
    recipe = Recipe(first_epochs=chosen.first_epochs, epochs=chosen.epochs, fillings=chosen.fillings, seed=chosen.seed)
    arrays, scores = build(chosen.data, recipe)
    save(chosen.output, arrays)
    print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
