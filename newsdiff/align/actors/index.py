"""Looking actors up by the place where they are mentioned."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from newsdiff.model import Span
from newsdiff.model.actor import Actor


class ActorIndex:
    """All mentions of all actors by article, for finding who is named in a span."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        """Index ``actors`` once; their mentions do not overlap within one article."""
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

    def at(self, article: str, span: Span) -> Actor | None:
        """The actor named in ``span``, the first where there are several."""
        inside = self.inside(article, span)
        return inside[0][1] if inside else None
