"""Whether a four-digit number is a year or counts something.

What belongs here: the words and marks around the number that decide it. Where they do not decide, it is no year.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.parse.calendar import Vocabulary
from newsdiff.parse.date_pieces import Piece

_COMMON_FIRST, _COMMON_LAST = 1900, 2099
_ROUND = 100


def is_count(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands beside the number shows that it counts, costs, measures or numbers something."""
    before, after = _beside(pieces, at)
    if pieces[at].glued and before is not None and before.kind != "-":
        return True
    named = pieces[at - 2] if at > 1 and before is not None and before.kind == "." else before
    if before is not None and named is not None and (before.kind == "$" or vocabulary.plays(named.word, "numbered")):
        return True
    if after is None:
        return False
    return after.kind in "$%U" or vocabulary.plays(after.word, "counted")


def is_year(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a four-digit number that belongs to no longer date is a year by itself."""
    piece = pieces[at]
    year = piece.value
    if piece.glued or is_count(pieces, at, vocabulary) or not isinstance(year, int):
        return False
    before, after = _beside(pieces, at)
    if after is not None and after.kind in "-/" and after.start == piece.end:
        return False
    word, next_word = before.word if before else "", after.word if after else ""
    announced = vocabulary.plays(word, "year_words", "before_year") or _is_year_unit(before)
    if announced or vocabulary.plays(next_word, "year_words", "after_year"):
        return True
    common = _COMMON_FIRST <= year <= _COMMON_LAST
    closed = _ends_here(after) or vocabulary.plays(next_word, "beside_year")
    if vocabulary.plays(word, "before_year_weak"):
        return closed or (common and year % _ROUND != 0 and not _may_be_counted(pieces, at, vocabulary))
    if before is not None and before.kind in "nDK-/":
        return False
    bracketed = before is not None and before.kind == "(" and after is not None and after.kind in "),-"
    free = year % _ROUND != 0 and (closed or _follows_freely(pieces, at, vocabulary))
    return common and (bracketed or free)


def _beside(pieces: Sequence[Piece], at: int) -> tuple[Piece | None, Piece | None]:
    return pieces[at - 1] if at else None, pieces[at + 1] if at + 1 < len(pieces) else None


def _is_year_unit(piece: Piece | None) -> bool:
    return piece is not None and piece.kind == "U" and piece.value == "year"


def _ends_here(after: Piece | None) -> bool:
    return after is None or after.kind in ",.()|_-"


def _may_be_counted(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun may follow the number: a capital one, alone or behind one small word, where nouns have capitals."""
    if not vocabulary.words.nouns_capitalised:
        return False
    return any(piece.kind == "X" for piece in pieces[at + 1 : at + 2])


def _follows_freely(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the word behind a bare year shows by its capital, or by having none, that it is not counted."""
    after = pieces[at + 1 : at + 3]
    if vocabulary.words.nouns_capitalised:
        return after[0].kind in "xot" and not (len(after) > 1 and after[1].kind == "X")
    return after[0].kind == "X"
