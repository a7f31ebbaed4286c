"""Weighing the utterances of a slot against each other: who says another thing, and where the words differ.

The vectors decide three questions between languages, with thresholds measured on translated news. Whether a clause has no
counterpart: without it, the rest comes clearly nearer to the other utterance. Whether one denies what the other says:
without its negation it comes nearer. Whether two utterances are alike enough for another figure or name to mean anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, permutations, product

import numpy as np

from newsdiff.align.actors import ActorIndex
from newsdiff.align.context import Vectors
from newsdiff.align.slots import Slot, Weighed
from newsdiff.align.speakers import are_apart
from newsdiff.align.utterances.contents import (
    ANOTHER_FIGURE,
    ANOTHER_NAME,
    OTHER_FIGURES,
    Figures,
    changed_figure,
    changed_name,
    counted_in,
)
from newsdiff.align.utterances.contraries import find_contraries
from newsdiff.align.utterances.differences import differences_of, is_worded_otherwise
from newsdiff.align.utterances.opposites import find_opposites
from newsdiff.align.utterances.utterance import Utterance, read_statement, read_utterance
from newsdiff.align.utterances.vectors import TextVectors
from newsdiff.align.utterances.words import fold
from newsdiff.kinds import BY_NAME, Comparison, SlotKind
from newsdiff.kinds.quote import SPEAKER_UNCLEAR, compare
from newsdiff.lang import load_pack
from newsdiff.model import Claim, Difference, Document, Reason

ALIKE = 0.55
"""Cosine from which on two utterances, figures and names masked, are one but for these."""

FEWEST = 2
"""Articles without which nothing is the opposite of anything."""
COUNTED_ALIKE = 0.5
"""The same of what two figures count, where both say it: 300 houses are no other figure than 500 schools."""

FEW_WORDS = 2
"""How many words, small ones not counted, tell too little for two speakers of them to contradict each other."""
SURELY_ONE = 0.62
"""Cosine from which on they do all the same."""

PART_MISSING = Comparison("compatible", Reason("part_missing", "a part of it is missing in one of them"))
WORDS_DIFFER = Comparison("compatible", Reason("words_differ", "the same utterance, not in the same words"))


def weigh_utterances(slots: Sequence[Slot], documents: Mapping[str, Document], actors: ActorIndex) -> tuple[Slot, ...]:
    """The slots; those in which several articles quote one utterance with how their quotations stand to each other."""
    figures = _figures(slots)
    read = {
        at: tuple(read_utterance(node, documents[node.article], figures.by_article, actors) for node in slot.nodes)
        for at, slot in enumerate(slots)
        if _is_quoted(slot)
    }
    vectors = TextVectors()
    for at, utterances in read.items():
        for node, one in zip(slots[at].nodes, utterances, strict=True):
            if one.value.text == node.claims[0].surface:
                vectors.know(one.row, node.contexts[0].windows[0])
    vectors.need(one.row for utterances in read.values() if len(utterances) > 1 for one in utterances)
    said = _said(slots[at] for at in read)
    weighed = {at: _weigh(utterances, figures, vectors, said) for at, utterances in read.items()}
    return tuple(
        replace(slot, weighed=weighed[at] if at in weighed else _weigh_statements(slot, documents, vectors))
        for at, slot in enumerate(slots)
    )


def _weigh(
    utterances: Sequence[Utterance],
    figures: Figures,
    vectors: TextVectors,
    said: Mapping[str, Vectors],
) -> Weighed:
    differences = differences_of(utterances, vectors, said)
    contraries, opposites = find_contraries(utterances, vectors), find_opposites(utterances, vectors)
    if not contraries or any(comparison.relation == "disjoint" for comparison in opposites.values()):
        contraries |= opposites
    relations = {
        frozenset((one.article, other.article)): _compare(one, other, figures, vectors, contraries, differences)
        for one, other in combinations(utterances, 2)
    }
    return Weighed(
        {one.article: one.value for one in utterances}, relations, differences, _resting(utterances, relations, figures)
    )


def _weigh_statements(slot: Slot, documents: Mapping[str, Document], vectors: TextVectors) -> Weighed | None:
    """How the sentences of a slot stand to each other, where some say the opposite of others; None where none does."""
    kind = BY_NAME[slot.nodes[0].kind]
    if len(slot.nodes) < FEWEST or not isinstance(kind, SlotKind) or not kind.whole:
        return None
    opposites = find_opposites([read_statement(node, documents[node.article]) for node in slot.nodes], vectors)
    if not opposites:
        return None
    values = {node.article: node.claims[0].value for node in slot.nodes}
    return Weighed(
        values,
        {
            pair: opposites.get(pair) or kind.compare(values[one], values[other])
            for one, other in combinations(values, 2)
            for pair in [frozenset((one, other))]
        },
        {},
        {},
    )


def _resting(
    utterances: Sequence[Utterance], relations: Mapping[frozenset[str], Comparison], figures: Figures
) -> dict[frozenset[str], tuple[Claim, Claim]]:
    """The figures by which alone two articles differ where one reports in its own words, and that are compared on their own.

    Where both quote word for word, one misquotes, whatever the figures are in themselves.
    """
    pairs = {
        frozenset((one.article, other.article)): changed_figure(one, other, figures)
        for one, other in combinations(utterances, 2)
        if not (one.verbatim and other.verbatim)
    }
    return {
        articles: pair
        for articles, pair in pairs.items()
        if pair and relations[articles] in (ANOTHER_FIGURE, OTHER_FIGURES) and figures.share_slot(pair)
    }


def _compare(
    one: Utterance,
    other: Utterance,
    figures: Figures,
    vectors: TextVectors,
    contraries: Mapping[frozenset[str], Comparison],
    differences: Mapping[str, Sequence[Difference]],
) -> Comparison:
    spoken = compare(one.value, other.value)
    if spoken.relation == "disjoint":
        apart = all(are_apart(mine, rival) for mine, rival in product(one.speakers, other.speakers))
        return spoken if apart and _is_telling(one, other, vectors) else SPEAKER_UNCLEAR
    changed = _changed(one, other, figures, vectors)
    if changed is not None:
        vectors.need((one.masked_row, other.masked_row))
        if changed is OTHER_FIGURES or vectors.cosine(one.masked_row, other.masked_row) >= ALIKE:
            return changed
    contrary = contraries.get(frozenset((one.article, other.article)))
    if contrary is not None:
        return contrary
    found = {
        difference.sort
        for mine, rival in permutations((one, other))
        for difference in differences.get(mine.article, ())
        if rival.article in difference.missing_in
    }
    if "part" in found:
        return PART_MISSING
    if spoken.relation == "equal" and ("words" in found or is_worded_otherwise(one, other)):
        return WORDS_DIFFER
    return spoken


def _is_telling(one: Utterance, other: Utterance, vectors: TextVectors) -> bool:
    """Whether two utterances are surely one: a few words resemble many ("we did not stay outside", "we did not come to beg")."""
    return min(map(_count_telling, (one, other))) > FEW_WORDS or vectors.cosine(one.row, other.row) >= SURELY_ONE


def _count_telling(utterance: Utterance) -> int:
    small = _small_words(utterance.language)
    return sum(word.folded not in small for word in utterance.words)


@cache
def _small_words(language: str) -> frozenset[str]:
    pack = load_pack(language)
    return frozenset(map(fold, (*pack.prose.function_words, *pack.speech.negators)))


def _changed(one: Utterance, other: Utterance, figures: Figures, vectors: TextVectors) -> Comparison | None:
    pair = changed_figure(one, other, figures)
    if pair is not None:
        counted = [
            (side.language, key) for side, claim in zip((one, other), pair, strict=True) if (key := counted_in(claim))
        ]
        vectors.need(counted)
        alike = len(counted) < 2 or vectors.cosine(*counted) >= COUNTED_ALIKE
        return ANOTHER_FIGURE if alike else OTHER_FIGURES
    return ANOTHER_NAME if changed_name(one, other) else None


def _said(slots: Iterable[Slot]) -> dict[str, Vectors]:
    """The rows of all quotations and their sentences, by the id of their article."""
    rows: dict[str, list[Vectors]] = defaultdict(list)
    for slot in slots:
        for node in slot.nodes:
            rows[node.article] += [context.windows for context in node.contexts]
    return {article: np.concatenate(found) for article, found in rows.items()}


def _figures(slots: Sequence[Slot]) -> Figures:
    found: dict[str, list[Claim]] = defaultdict(list)
    filling: dict[Claim, int] = {}
    for at, slot in enumerate(slots):
        for node in slot.nodes:
            for claim in node.claims:
                kind = BY_NAME[claim.kind]
                if isinstance(kind, SlotKind) and not kind.wording:
                    found[claim.article].append(claim)
                    filling[claim] = at
    return Figures(
        {article: sorted(claims, key=lambda claim: claim.span) for article, claims in found.items()}, filling
    )


def _is_quoted(slot: Slot) -> bool:
    kind = BY_NAME[slot.nodes[0].kind]
    return isinstance(kind, SlotKind) and kind.wording and not kind.whole
