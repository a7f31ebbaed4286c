"""What two utterances count and whom they name: whether one has another figure or another name than the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsdiff.align.utterances.utterance import Utterance
from newsdiff.kinds import BY_NAME, Comparison, SlotKind
from newsdiff.model import Claim, DateValue, Quantity, Reason
from newsdiff.model.actor import Actor
from newsdiff.parse.names import name_similarity

SPELLED = 12
"""Figures up to this one mean little where both are spelled out: "one" and "two" turn up in many phrases."""
OTHER_NAME = 0.5
"""Likeness of two names up to which they are surely no spellings of one."""

ANOTHER_FIGURE = Comparison("disjoint", Reason("changed_figure", "the same words with another figure"))
OTHER_FIGURES = Comparison("unknown", Reason("other_figures", "another figure, of something else"))
ANOTHER_NAME = Comparison("disjoint", Reason("changed_name", "the same words with another name"))


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures and dates of all articles: by the id of their article, in order, and the number of the slot that each fills."""

    by_article: Mapping[str, Sequence[Claim]]
    filling: Mapping[Claim, int]

    def share_slot(self, pair: tuple[Claim, Claim]) -> bool:
        """Whether two figures fill one slot, and so are compared on their own."""
        one, other = pair
        return self.filling[one] == self.filling[other]


def changed_figure(one: Utterance, other: Utterance, figures: Figures) -> tuple[Claim, Claim] | None:
    """The one figure or date in which two utterances differ, where both articles stand to theirs in all that they say."""
    ours, theirs = list(one.figures), list(other.figures)
    for claim in one.figures:
        match = next((rival for rival in theirs if _relation(claim, rival) in ("equal", "compatible")), None)
        if match is not None:
            ours.remove(claim)
            theirs.remove(match)
    if len(ours) != 1 or len(theirs) != 1:
        return None
    (mine,), (yours,) = ours, theirs
    changed = (
        _relation(mine, yours) == "disjoint"
        and (_is_telling(mine) or _is_telling(yours))
        and not _is_known(yours, figures.by_article.get(one.article, ()))
        and not _is_known(mine, figures.by_article.get(other.article, ()))
    )
    return (mine, yours) if changed else None


def counted_in(claim: Claim) -> str | None:
    """What a figure counts, where it says so."""
    return claim.value.of if isinstance(claim.value, Quantity) else None


def changed_name(one: Utterance, other: Utterance) -> bool:
    """Whether one utterance names another person than the other, and one of the articles knows both of them."""
    ours, theirs = _people(one), _people(other)
    lone, rival = [ours[id_] for id_ in ours.keys() - theirs], [theirs[id_] for id_ in theirs.keys() - ours]
    if len(lone) != 1 or len(rival) != 1:
        return False
    (mine,), (yours,) = lone, rival
    if other.article not in mine.articles and one.article not in yours.articles:
        return False
    spellings = [(a, b) for a in (mine.name, *mine.variants) for b in (yours.name, *yours.variants)]
    return all(name_similarity(a, b) <= OTHER_NAME for a, b in spellings)


def _people(utterance: Utterance) -> dict[str, Actor]:
    return {actor.id: actor for _, actor in utterance.named if actor.kind == "person"}


def _relation(one: Claim, other: Claim) -> str:
    """How two figures stand to each other; ``apart`` where they cannot answer one question."""
    kind, rival = BY_NAME[one.kind], BY_NAME[other.kind]
    if not isinstance(kind, SlotKind) or not isinstance(rival, SlotKind) or kind.family != rival.family:
        return "apart"
    if not kind.comparable(one.value, other.value) and not rival.comparable(other.value, one.value):
        return "apart"
    return kind.compare(one.value, other.value).relation


def _is_telling(claim: Claim) -> bool:
    """Whether a figure is written in digits or large, a date not worked out."""
    if isinstance(claim.value, DateValue):
        return not claim.value.relative
    if any(map(str.isdigit, claim.surface)):
        return True
    value = claim.value
    return isinstance(value, Quantity) and (value.low or value.high or 0) > SPELLED


def _is_known(claim: Claim, figures: Sequence[Claim]) -> bool:
    """Whether an article gives a value, too, somewhere."""
    return any(_relation(claim, figure) == "equal" for figure in figures)
