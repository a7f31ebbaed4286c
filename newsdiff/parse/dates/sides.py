"""On which side of today a date lies: "two days after tomorrow", and words that mean either yesterday or tomorrow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsdiff.parse.dates.calendar import Vocabulary
from newsdiff.parse.dates.pieces import Piece
from newsdiff.parse.dates.words import Reading

_SENTENCE = 60


def from_now(
    reading: Reading, held: Mapping[str, Piece], pieces: Sequence[Piece], vocabulary: Vocabulary
) -> Reading | None:
    """The reading with its direction: of a word that means either side of today, and of a distance from it."""
    if held["days"].kind == "r":
        side = _tense(pieces, reading.last, vocabulary)
        reading = replace(reading, days=side * (reading.days or 0))
        if not side:
            return None
    if "link" in held:
        later, earlier = (vocabulary.plays(held["link"].word, role) for role in ("later", "earlier"))
        if later == earlier:
            return None
        return replace(reading, count=(reading.count or 0) * (1 if later else -1))
    return reading


def _tense(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> int:
    """Return -1 or 1 for the tense of the last verb of the sentence, 0 where no sign of it is known."""
    side = 0
    for piece in pieces[at : at + _SENTENCE]:
        if piece.kind in ".|" or piece.word in ("।", "?", "!"):
            break
        if piece.word.endswith(vocabulary.past_endings) or vocabulary.plays(piece.word, "past_words"):
            side = -1
        elif piece.word.endswith(vocabulary.future_endings):
            side = 1
    return side
