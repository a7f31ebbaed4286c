"""Looking actors up by the place where they are mentioned."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from newsdiff.model import Span
from newsdiff.model.actor import Actor


def _holders(actors: Sequence[Actor]) -> dict[str, str]:
    """Offices that one person alone holds, by their English names."""
    holders: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        for role in (role for _, roles in actor.roles for role in roles):
            if role.title is not None and role.standing != "former":
                holders[role.title].add(actor.id)
    return {title: next(iter(ids)) for title, ids in holders.items() if len(ids) == 1}


class ActorIndex:
    """All mentions of all actors by article, for finding who is named in a span."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        """Index ``actors`` once; their mentions do not overlap within one article."""
        self._holders = _holders(actors)
        found: dict[str, list[tuple[Span, Actor]]] = defaultdict(list)
        for actor in actors:
            for mention in actor.mentions:
                found[mention.article].append((mention.span, actor))
        self._by_article = {article: sorted(pairs, key=lambda pair: pair[0]) for article, pairs in found.items()}
        self._starts = {article: [span.start for span, _ in pairs] for article, pairs in self._by_article.items()}

    def inside(self, article: str, span: Span) -> list[tuple[Span, Actor]]:
        """Mentions that overlap ``span``, in order."""
        pairs = self._by_article.get(article, [])
        at = max(0, bisect_right(self._starts.get(article, []), span.start) - 1)
        out = []
        for place, actor in pairs[at:]:
            if place.start >= span.end:
                break
            if place.overlaps(span):
                out.append((place, actor))
        return out

    def only_holder(self, title: str) -> str | None:
        """The id of the one person who holds an office, by its English name, in whatever article; None where several do."""
        return self._holders.get(title)

    def at(self, article: str, span: Span) -> Actor | None:
        """The actor named in ``span``, the first where there are several."""
        inside = self.inside(article, span)
        return inside[0][1] if inside else None
