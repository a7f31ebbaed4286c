"""How like each other the names of all chains are, and which chains cannot be one actor, however alike.

What belongs here: the scores of all pairs of full names, worked out once, and what speaks against a pair.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsdiff.align.actors.chains import Chain
from newsdiff.parse.names.batch import similarity_matrix
from newsdiff.parse.names.forms import NameForm

CONFLICT = 0.45
LINKAGE = 0.55


@dataclass(frozen=True, slots=True)
class Likeness:
    """The chains, their distinct ``forms``, which of these each chain bears (``of_chain``), and the forms' scores."""

    chains: tuple[Chain, ...]
    forms: tuple[NameForm, ...]
    of_chain: tuple[tuple[int, ...], ...]
    scores: list[list[float]]

    def best(self, x: int, y: int) -> float:
        """The score of the two forms of these chains that are most alike."""
        return max(self.scores[a][b] for a in self.of_chain[x] for b in self.of_chain[y])

    def is_full(self, x: int) -> bool:
        """Tell whether the chain names its actor with several words."""
        return len(self.forms[self.of_chain[x][0]].words) > 1

    def script(self, x: int) -> str:
        """The script that the chain's name is written in."""
        return self.forms[self.of_chain[x][0]].script

    def may_share(self, x: int, y: int) -> bool:
        """Tell whether two chains of one article may name one actor after all: the same name in two scripts."""
        return self.script(x) != self.script(y) and self.chains[x].kind == self.chains[y].kind

    def fit(self, one: Sequence[int], other: Sequence[int], linkage: float = LINKAGE) -> bool:
        """Tell whether two groups of chains may be one actor.

        No chain of the one may stand in one article with a chain of the other, nor be another full name in the same
        script; over scripts a name may be far from one spelling if it is near to the others.
        """
        across = []
        for x in one:
            for y in other:
                best = self.best(x, y)
                together = self.chains[x].article == self.chains[y].article
                if together and not (self.may_share(x, y) and best >= CONFLICT):
                    return False
                if self.is_full(x) and self.is_full(y):
                    if best < CONFLICT and self.script(x) == self.script(y):
                        return False
                    across.append(best)
        return not across or sum(across) / len(across) >= linkage


def measure_likeness(chains: Sequence[Chain]) -> Likeness:
    """Compare all full names of all chains."""
    places: dict[NameForm, int] = {}
    of_chain = tuple(tuple(places.setdefault(form, len(places)) for form in chain.full_forms()) for chain in chains)
    forms = tuple(places)
    return Likeness(tuple(chains), forms, of_chain, similarity_matrix(forms, forms).tolist())
