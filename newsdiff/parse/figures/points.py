"""Words that name a share of a percentage point, "Viertelprozentpunkt": cut in two, so that each part is read as it is alone.

What belongs here: where such a word is cut. What the share and the percentage point are is said by the pack.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.parse.figures.vocabulary import Vocabulary
from newsdiff.parse.figures.words import Word, part_word


def part_points(words: Sequence[Word], table: Vocabulary) -> list[Word]:
    """The words, with two for each that joins a share and a percentage point."""
    if not table.single_points:
        return list(words)
    sizes = [_share_size(word.folded, table) if word.kind == "word" else 0 for word in words]
    pairs = zip(words, sizes, strict=True)
    return [part for word, size in pairs for part in (part_word(word, size) if size else (word,))]


def _share_size(word: str, table: Vocabulary) -> int:
    """The letters of the share that a folded word begins with, 0 where no word for percentage points follows."""
    if not any(points in word for points in table.single_points):
        return 0
    shares = (share for share in table.single_shares if word.startswith(share))
    return next((len(share) for share in shares if word.startswith(table.single_points, len(share))), 0)
