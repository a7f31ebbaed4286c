"""The training loop: sentences to a trained network.

What belongs here: batches, the optimiser and its schedule. One thread and a fixed seed, so that a run can be repeated.
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import cycle

import torch
from torch import Tensor

from training.tagger.augment import Rates, augment
from training.tagger.corpus import TAGS, Labelled
from training.tagger.gazetteers import Gazetteer
from training.tagger.network import Batch, Expected, Network, WordTable, expected, observed, pack

_NUMBER = {tag: number for number, tag in enumerate(TAGS)}
_CHUNK = 4000
_RATES = Rates()


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn; over which last share of the steps the weights are averaged, and how.

    ``taught_share`` is how much the teachers' view counts beside the labels, where there are teachers.
    """

    epochs: float = 3.5
    rate: float = 2e-3
    decay: float = 0.01
    batch_tokens: int = 2500
    warm_up: int = 100
    least_rate: float = 0.02
    clip: float = 2.0
    seed: int = 0
    loss_scale: float = 10.0
    averaged: float = 0.4
    averaged_every: int = 10
    newest_share: float = 0.05
    taught_share: float = 0.7


def train(
    network: Network,
    sentences: Sequence[Sequence[Labelled]],
    gazetteer: Gazetteer,
    plan: Plan = Plan(),
    rates: Rates = _RATES,
    log: Callable[[str], None] = print,
    teachers: Sequence[Network] = (),
) -> None:
    """Train in place; what is left are the running averages of the weights, steadier than where the last step ends.

    ``sentences`` are those of the first pass, the second and so on; after the last the first comes again. ``teachers``
    are trained networks over the same table of words; what they expect on average joins the labels.
    """
    rng = random.Random(plan.seed)
    optimiser = torch.optim.AdamW(network.parameters(), lr=plan.rate, weight_decay=plan.decay, fused=True)
    tokens = sum(len(sentence.tokens) for of_pass in sentences for sentence in of_pass) / len(sentences)
    total = max(1, int(plan.epochs * tokens / plan.batch_tokens))
    average: list[Tensor] = []
    network.train()
    began, step, losses = time.monotonic(), 0, 0.0
    for batch in _batches(network.table, sentences, gazetteer, plan, rates, rng):
        for group in optimiser.param_groups:
            group["lr"] = _rate(plan, step, total)
        loss = network.loss(batch, _wanted(batch, teachers, plan.taught_share)) * plan.loss_scale
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), plan.clip)
        optimiser.step()
        step, losses = step + 1, losses + loss.item()
        if step >= total * (1 - plan.averaged) and step % plan.averaged_every == 0:
            _follow(average, network, plan.newest_share)
        if step % 200 == 0:
            log(f"step {step}/{total} loss {losses / 200:.4f} {time.monotonic() - began:.0f} s")
            losses = 0.0
        if step >= total:
            break
    _settle(average, network)
    network.eval()


def _wanted(batch: Batch, teachers: Sequence[Network], taught_share: float) -> Expected:
    labels = observed(batch)
    if not teachers:
        return labels
    return labels.mixed(expected(teachers, batch), taught_share)


@torch.no_grad()
def _follow(average: list[Tensor], network: Network, share: float) -> None:
    """Move the averages towards the weights, or begin with these."""
    if not average:
        average += [weight.detach().clone() for weight in network.parameters()]
    for kept, weight in zip(average, network.parameters(), strict=True):
        kept.lerp_(weight, share)


@torch.no_grad()
def _settle(average: Sequence[Tensor], network: Network) -> None:
    """Put the averages, if there are any, in the place of the weights."""
    for kept, weight in zip(average, network.parameters(), strict=False):
        weight.copy_(kept)


def _rate(plan: Plan, step: int, total: int) -> float:
    """Return the learning rate of a step: a short rise, then half a cosine."""
    cosine = 0.5 * (1 + math.cos(math.pi * min(1, step / total)))
    return plan.rate * min(1, (step + 1) / plan.warm_up) * max(plan.least_rate, cosine)


def _batches(
    table: WordTable,
    passes: Sequence[Sequence[Labelled]],
    gazetteer: Gazetteer,
    plan: Plan,
    rates: Rates,
    rng: random.Random,
) -> Iterator[Batch]:
    """Yield batches without end: sentences of like length together, changed anew each time."""
    for of_pass in cycle(passes):
        sentences = list(of_pass)
        rng.shuffle(sentences)
        for start in range(0, len(sentences), _CHUNK):
            changed = []
            for sentence in sentences[start : start + _CHUNK]:
                tokens, tags = augment(sentence, gazetteer, rng, rates)
                changed.append((tokens, [_NUMBER[tag] for tag in tags], sentence.weight))
            changed.sort(key=lambda item: len(item[0]))
            groups, group = [], []
            for item in changed:
                if group and (len(group) + 1) * len(item[0]) > plan.batch_tokens:
                    groups.append(group)
                    group = []
                group.append(item)
            groups.append(group)
            rng.shuffle(groups)
            for group in groups:
                yield pack(table, group)


def seed_all(seed: int) -> None:
    """Fix every source of chance, and one thread."""
    random.seed(seed)
    torch.manual_seed(seed)
    torch.set_num_threads(1)
