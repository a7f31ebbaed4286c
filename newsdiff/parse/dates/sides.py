"""On which side of today a date lies: "two days after tomorrow", and words that mean either yesterday or tomorrow.

What belongs here: what the verb tells of it, too, as of a weekday that "will" makes one to come, and where one distance from
today ends and the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from newsdiff.parse.dates.calendar import Vocabulary
from newsdiff.parse.dates.pieces import Piece
from newsdiff.parse.dates.words import Reading

_SENTENCE = 60
_CLAUSE = 8
_OPENING = 3
_CLOSE, _BEHIND = 4, 3


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


def lies_ahead(pieces: Sequence[Piece], first: int, last: int, vocabulary: Vocabulary) -> bool | None:
    """Whether the verb tells that a bare weekday is to come: "will meet on Tuesday", but "said on Tuesday it will".

    The verb stands before the weekday in the same clause, or behind one that opens the sentence, or, where the language
    has words for yesterday and tomorrow in one, at the end. One in the present tense of what is told beforehand stands
    close ("meets on Tuesday"). None where a word may be such a verb or something else ("votes on Tuesday").
    """
    if vocabulary.words.either_days:
        return _tense(pieces, last, vocabulary) > 0
    if first and vocabulary.plays(pieces[first - 1].word, "before_year"):
        return False
    before = pieces[max(0, first - _CLAUSE) : first][::-1]
    if _is_planned(_clause(before[:_CLOSE])[::-1], vocabulary) or any(
        (word,) in vocabulary.planned for word in _clause(pieces[last : last + _BEHIND])
    ):
        return True
    behind = pieces[last : last + _CLAUSE] if first < _OPENING else ()
    if _side(before, vocabulary, ends=",.|") > 0 or _side(behind, vocabulary, ends=".|") > 0:
        return True
    verb = _present(before[:_CLOSE], vocabulary) or _present(behind, vocabulary)
    return vocabulary.plays(verb, "present_words") or (None if verb else False)


def _present(pieces: Sequence[Piece], vocabulary: Vocabulary) -> str:
    """The first of these words in the same clause that is, or may be, such a verb; none where one of the past comes before."""
    for word in _clause(pieces):
        if vocabulary.plays(word, "past_words", "future_words"):
            break
        if vocabulary.plays(word, "present_words", "perhaps_present_words"):
            return word
    return ""


def _clause(pieces: Sequence[Piece]) -> list[str]:
    """The words up to the end of the clause."""
    return [piece.word for piece in takewhile(lambda piece: piece.kind not in ",.|", pieces)]


def _is_planned(words: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether a word such as "scheduled" is among these, or a phrase such as "due on" ends them, but for an article."""
    end = len(words) - (len(words) > 0 and vocabulary.plays(words[-1], "articles"))
    phrases = (tuple(words[at:last]) for at in range(len(words)) for last in (end, len(words)))
    return any((word,) in vocabulary.planned for word in words) or any(said in vocabulary.planned for said in phrases)


def first_ago(
    order: re.Pattern[str], match: re.Match[str], letters: str, pieces: Sequence[Piece], vocabulary: Vocabulary
) -> re.Match[str] | None:
    """The first alone of two such spans: "vor 3 Tagen, vor zwei Jahren", "3 giorni fa, due anni fa"."""
    ago = match.start("ago")
    for place in range(match.start(), match.end()):
        if place != ago and vocabulary.plays(pieces[place].word, "ago_before" if place > ago else "ago_after"):
            return order.match(letters, match.start(), place + (place < ago))
    return match


def _side(pieces: Sequence[Piece], vocabulary: Vocabulary, *, ends: str) -> int:
    """Return 1 or -1 for the first word of the future or the past, 0 where none comes before the end of the clause."""
    for piece in pieces:
        if piece.kind in ends:
            break
        if vocabulary.plays(piece.word, "past_words"):
            return -1
        if vocabulary.plays(piece.word, "future_words") or piece.word.endswith(vocabulary.future_endings):
            return 1
    return 0


def _tense(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> int:
    """Return -1 or 1 for the tense of the last verb of the sentence, 0 where no sign of it is known."""
    side = 0
    for piece in pieces[at : at + _SENTENCE]:
        if piece.kind in ".|" or piece.word in ("।", "?", "!") or vocabulary.plays(piece.word, "clause_words"):
            break
        if piece.word.endswith(vocabulary.past_endings) or vocabulary.plays(piece.word, "past_words"):
            side = -1
        elif piece.word.endswith(vocabulary.future_endings):
            side = 1
    return side
