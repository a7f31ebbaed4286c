"""From a data folder to the shipped weights: ``python -m training.tagger --data DATA --output FILE``.

What belongs here: the order of the steps. A first network is trained on the labelled sets and our own sentences; it and
the taggers of others label parallel texts, where the versions must agree. Networks that differ by their seed alone learn
from all of it, and label what was in doubt; the one that ships learns from the labels and from what those expect
together, and is calibrated on what was held out.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
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
from training.tagger.network import Dropout, Network, Shape, WordTable
from training.tagger.phrases import add_names, make_sentences, read_phrases
from training.tagger.silver import Article, make_silver, read_news, read_passages
from training.tagger.train import Plan, seed_all, train
from training.tagger.unlabelled import read_questions, read_together

WELL_LABELLED = frozenset({"ar", "de", "en", "hi"})
"""Languages with thousands of labelled sentences; elsewhere silver ones count for more."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """What is chosen: passes and dropout of each network, our own sentences, weights, number of teachers, sizes, seed."""

    first_epochs: float = 2.0
    teacher_epochs: float = 5.0
    epochs: float = 8.0
    teacher_dropout: float = 0.3
    dropout: float = 0.2
    taught_share: float = 0.9
    fillings: int = 5
    own_passes: int = 5
    own_weight: float = 0.4
    silver_weight: float = 0.6
    sparse_silver_weight: float = 1.0
    teachers: int = 3
    seed: int = 0
    shape: Shape = field(default_factory=Shape)
    pupil_shape: Shape = field(default_factory=lambda: Shape(hidden=192))


@dataclass(frozen=True, slots=True)
class Lessons:
    """The sentences of each pass, which differ in our own alone, and the names to swap in."""

    passes: tuple[tuple[Labelled, ...], ...]
    gazetteer: Gazetteer

    def with_silver(self, silver: Iterable[Labelled]) -> Lessons:
        """Return these lessons with silver sentences in each pass."""
        added = tuple(silver)
        return Lessons(tuple(of_pass + added for of_pass in self.passes), self.gazetteer)


def build(data: Path, recipe: Recipe) -> tuple[Arrays, dict[str, dict[str, tuple[float, float, float]]]]:
    """Return the arrays to ship, and the scores on the held-out sentences per language and kind."""
    lessons, held_out = prepare(data, recipe)
    first = learn(lessons, recipe, Plan(epochs=recipe.first_epochs, seed=recipe.seed))
    lessons = lessons.with_silver(label_parallel_texts(data, Tagger(export(first)), recipe))
    seeds = range(recipe.seed + 1, recipe.seed + 1 + recipe.teachers)
    teachers = [learn(lessons, recipe, Plan(epochs=recipe.teacher_epochs, seed=seed)) for seed in seeds]
    lessons = lessons.with_silver(read_what_is_left(data, lessons, teachers, recipe))
    plan = Plan(epochs=recipe.epochs, seed=recipe.seed, taught_share=recipe.taught_share)
    arrays = finish(learn(lessons, recipe, plan, teachers), held_out)
    return arrays, measure_held_out(Tagger(arrays), held_out)


def finish(network: Network, held_out: Sequence[Labelled]) -> Arrays:
    """Return the arrays to ship of the last network, calibrated on what was held out."""
    return export(network, calibrate.fit(calibrate.collect(Tagger(export(network)), held_out)))


def prepare(data: Path, recipe: Recipe) -> tuple[Lessons, list[Labelled]]:
    """Return the lessons without silver sentences, and the sentences held out."""
    labelled, held_out = read_sources(data / "ner-train")
    gazetteer = build_gazetteer(data, labelled)
    phrases = read_phrases()
    add_names(gazetteer, phrases)
    own = (
        make_sentences(gazetteer, phrases, recipe.fillings, recipe.own_weight, seed)
        for seed in range(recipe.own_passes)
    )
    return Lessons(tuple((*labelled, *of_pass) for of_pass in own), gazetteer), held_out


def label_parallel_texts(data: Path, first: Tagger, recipe: Recipe) -> list[Labelled]:
    """Return the sentences of the parallel texts on whose names their versions agree."""
    return _weighed(make_silver(read_articles(data), first, recipe.silver_weight), recipe)


def read_what_is_left(data: Path, lessons: Lessons, teachers: Sequence[Network], recipe: Recipe) -> list[Labelled]:
    """Return the sentences of the parallel texts that are no lesson yet, and the questions on them, as the teachers read them."""
    texts = [*read_articles(data), *read_questions(data / "hindi-parallel")]
    return _weighed(read_together(texts, lessons.passes[0], teachers, load_words(), recipe.silver_weight), recipe)


def read_articles(data: Path) -> list[Article]:
    """Return the parallel texts."""
    return [*read_news(data / "ntrex-dev"), *read_passages(data / "hindi-parallel")]


def _weighed(silver: Iterable[Labelled], recipe: Recipe) -> list[Labelled]:
    return [
        sentence if sentence.language in WELL_LABELLED else replace(sentence, weight=recipe.sparse_silver_weight)
        for sentence in silver
    ]


def load_words() -> WordTable:
    """Return an empty table of words over the encoder's piece vectors."""
    return WordTable(load_tokenizer(), load_pieces())


@cache
def load_pieces() -> NDArray[np.float16]:
    """Return the encoder's (pieces, 512) vectors."""
    encoder = load_network()
    block = np.arange(len(encoder.table)) % len(encoder.scale)
    return (encoder.table * encoder.scale[block, None] + encoder.lo[block, None]).astype(np.float16)


def learn(lessons: Lessons, recipe: Recipe, plan: Plan, teachers: Sequence[Network] = ()) -> Network:
    """Return a network trained from nothing, on the lessons and on what ``teachers`` expect of them."""
    seed_all(plan.seed)
    dropout = Dropout(hidden=recipe.dropout if teachers else recipe.teacher_dropout)
    network = Network(load_words(), recipe.pupil_shape if teachers else recipe.shape, dropout)
    for teacher in teachers:
        teacher.table = network.table
    train(network, lessons.passes, lessons.gazetteer, plan, teachers=teachers)
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
    parser.add_argument("--teachers", type=int, default=default.teachers, help="networks whose views are learned from")
    parser.add_argument("--fillings", type=int, default=default.fillings, help="of each sentence of our own")
    parser.add_argument("--seed", type=int, default=default.seed)
    chosen = parser.parse_args(arguments)
    recipe = Recipe(epochs=chosen.epochs, teachers=chosen.teachers, fillings=chosen.fillings, seed=chosen.seed)
    arrays, scores = build(chosen.data, recipe)
    save(chosen.output, arrays)
    print(json.dumps(scores, indent=1))


if __name__ == "__main__":
    main()
