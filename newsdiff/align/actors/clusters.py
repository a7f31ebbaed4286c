"""Chains of all articles that name one actor: a clustering over all of them at once.

What belongs here: which chains may come together across articles, and which must not. Pairs are taken up from the surest
to the least sure; two chains of one article come together only where nothing speaks against it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from newsdiff.align.actors.chains import Chain
from newsdiff.align.actors.leftovers import join_leftovers
from newsdiff.align.actors.likeness import Likeness, measure_likeness
from newsdiff.parse.names.forms import NameForm

FULL_ACROSS_SCRIPTS = 0.72
FULL_WITHIN_SCRIPT = 0.84
SURNAME = 0.79
SINGLE = ((5, 0.80), (4, 0.84), (3, 0.90), (2, 0.97), (1, 0.999))
SINGLE_WITHIN_SCRIPT = 0.90
OTHER_KIND = 0.92
PLACE_FOR_ORGANIZATION = 0.02
RIVAL = 0.04


@dataclass(frozen=True, slots=True, order=True)
class _Pair:
    rank: tuple[float, int]
    one: int
    other: int
    partial: bool


def cluster_chains(chains: Sequence[Chain]) -> list[list[int]]:
    """Groups of places in ``chains``, each one actor. The chains stand in a fixed order, and so do the groups."""
    if not chains:
        return []
    likeness = measure_likeness(chains)
    pairs = _pairs(likeness)
    rivals = _rivals(pairs)
    groups = {place: [place] for place in range(len(chains))}
    home = list(range(len(chains)))
    for pair in pairs:
        one, other = home[pair.one], home[pair.other]
        if one == other or (pair.partial and _is_ambiguous(pair, rivals, home, groups, likeness)):
            continue
        if not likeness.fit(groups[one], groups[other]):
            continue
        groups[one].extend(groups.pop(other))
        for place in groups[one]:
            home[place] = one
    return join_leftovers(sorted(sorted(group) for group in groups.values()), likeness)


def _pairs(likeness: Likeness) -> list[_Pair]:
    """The pairs of chains that are similar enough, the surest first."""
    chains, of_chain, forms, scores = likeness.chains, likeness.of_chain, likeness.forms, likeness.scores
    found = []
    for i, one in enumerate(chains):
        for j in range(i + 1, len(chains)):
            other = chains[j]
            best, rank, partial = 0.0, (0.0, 0), False
            for a in of_chain[i]:
                for b in of_chain[j]:
                    score = scores[a][b]
                    if score > best and score >= _needed(forms[a], forms[b], one, other):
                        best = score
                        partial = len(forms[a].words) != len(forms[b].words)
                        rank = (-score, -min(forms[a].weight, forms[b].weight))
            if best and (one.article != other.article or likeness.may_share(i, j)):
                found.append(_Pair(rank, i, j, partial))
    return sorted(found)


def _needed(a: NameForm, b: NameForm, one: Chain, other: Chain) -> float:
    """The least score at which two forms of two chains name one actor."""
    same_script = a.script == b.script
    single_a, single_b = len(a.words) == 1, len(b.words) == 1
    kinds = {one.kind, other.kind}
    weight = min(a.weight, b.weight)
    if single_a != single_b:
        if "place" in kinds and len(kinds) > 1:
            return 2.0
        return SURNAME if weight >= 2 else 2.0
    if single_a:
        needed = next((score for least, score in SINGLE if weight >= least), 0.999)
        if same_script:
            needed = max(needed, SINGLE_WITHIN_SCRIPT)
    else:
        needed = FULL_WITHIN_SCRIPT if same_script else FULL_ACROSS_SCRIPTS
    if len(kinds) == 1:
        return needed
    return max(needed, OTHER_KIND) if "person" in kinds else min(1.0, needed + PLACE_FOR_ORGANIZATION)


def _rivals(pairs: Sequence[_Pair]) -> dict[int, list[_Pair]]:
    by_chain: dict[int, list[_Pair]] = defaultdict(list)
    for pair in pairs:
        by_chain[pair.one].append(pair)
        by_chain[pair.other].append(pair)
    return by_chain


def _is_ambiguous(
    pair: _Pair,
    rivals: dict[int, list[_Pair]],
    home: Sequence[int],
    groups: dict[int, list[int]],
    likeness: Likeness,
) -> bool:
    """Tell whether a surname alone fits two different people about as well."""
    short = min((pair.one, pair.other), key=lambda place: len(likeness.forms[likeness.of_chain[place][0]].words))
    mine = home[pair.other if short == pair.one else pair.one]
    for rival in rivals[short]:
        theirs = home[rival.other if short == rival.one else rival.one]
        if theirs in (mine, home[short]) or not rival.partial or rival.rank[0] - pair.rank[0] > RIVAL:
            continue
        if not likeness.fit(groups[mine], groups[theirs]):
            return True
    return False
