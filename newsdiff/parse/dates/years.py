"""Whether a four-digit number is a year or counts something.

What belongs here: the words and marks around the number that decide it. Where they do not decide, it is no year.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.parse.dates.calendar import Vocabulary
from newsdiff.parse.dates.pieces import Piece

_COMMON_FIRST, _COMMON_LAST = 1900, 2099
_ROUND = 100
_TEN = 10
_TWO_WORDS = 2


def is_count(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether what stands beside the number shows that it counts, costs, measures or numbers something."""
    before, after = _beside(pieces, at)
    if pieces[at].spelled:
        return not _is_announced_in_words(pieces, at, vocabulary) and _counts_in_words(pieces, at, vocabulary)
    if pieces[at].glued and before is not None and before.kind != "-":
        return True
    named = pieces[at - 2] if at > 1 and before is not None and before.kind == "." else before
    if before is not None and named is not None and (before.kind == "$" or vocabulary.plays(named.word, "numbered")):
        return True
    if after is None:
        return False
    unit = after.kind == "U" and not vocabulary.plays(after.word, "after_year")
    return unit or after.kind in "$%" or vocabulary.plays(after.word, "counted")


def is_year(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary, *, alone: bool = False) -> bool:
    """Whether a four-digit number that belongs to no longer date is a year; ``alone`` without a year joined before it."""
    if pieces[at].word in vocabulary.signs:
        return True
    if pieces[at].glued or is_count(pieces, at, vocabulary):
        return False
    before, after = _beside(pieces, at)
    if after is not None and after.kind in "-/" and after.start == pieces[at].end:
        return False
    if pieces[at].spelled:
        return _is_announced_in_words(pieces, at, vocabulary)
    joined = not alone and _is_joined(pieces, at, vocabulary)
    announced = _is_announced(before, after, vocabulary) or _is_of_one(pieces, at, vocabulary)
    return joined or announced or _is_likely(pieces, at, vocabulary)


def _is_announced_in_words(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether "in the year" stands before a year in words; behind "last year" the words count something."""
    if not at or not vocabulary.plays(pieces[at - 1].word, "year_words"):
        return False
    return at < 2 or pieces[at - 2].kind not in "LKDn"


def _counts_in_words(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether what may be counted follows a number in words: where nouns have capitals, such a one."""
    if vocabulary.words.nouns_capitalised:
        return any(piece.kind == "X" for piece in pieces[at + 1 : at + 3])
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    closed = after is None or after.kind in ",.()|_-"
    return not closed and after is not None and not vocabulary.plays(after.word, "beside_year", "after_year")


def _is_announced(before: Piece | None, after: Piece | None, vocabulary: Vocabulary) -> bool:
    """Whether a word or a pair of brackets around the number makes it a year, whatever it is."""
    if before is not None and (_is_year_unit(before) or vocabulary.plays(before.word, "year_words", "before_year")):
        return True
    if after is None:
        return False
    bracketed = before is not None and before.kind == "(" and after.kind == ")"
    return bracketed or vocabulary.plays(after.word, "year_words", "after_year")


def _is_of_one(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the number stands between an article and an attribute of a single thing: "das 1887 gegründete Museum"."""
    if not 0 < at < len(pieces) - 2:
        return False
    attribute, noun = pieces[at + 1], pieces[at + 2]
    endings = vocabulary.words.attribute_of_one.get(pieces[at - 1].word, ())
    return noun.kind == "X" and attribute.kind in "xo" and attribute.word.endswith(endings)


def _is_likely(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the number is one that years have, and nothing behind it that may be counted."""
    year = pieces[at].value
    common = isinstance(year, int) and _COMMON_FIRST <= year <= _COMMON_LAST
    odd = isinstance(year, int) and year % _ROUND != 0
    before, after = _beside(pieces, at)
    if common and odd and _is_year_of_name(pieces, at, vocabulary):
        return True
    if common and odd and _hangs_on_noun(before, after, vocabulary):
        return True
    closed = after is None or after.kind in ",.()|_-" or vocabulary.plays(after.word, "beside_year")
    uneven = common and isinstance(year, int) and year % _TEN != 0
    if uneven and before is not None and vocabulary.plays(before.word, "before_uneven_year"):
        return True
    if before is not None and vocabulary.plays(before.word, "before_year_weak"):
        named = after is not None and after.kind == "X" and not vocabulary.words.nouns_capitalised
        return closed or named or (common and odd and not _may_be_counted(pieces, at, vocabulary))
    if before is not None and before.kind in "nDK-/":
        return False
    opened = before is not None and before.kind == "(" and after is not None and after.kind in ",-"
    return common and (opened or (odd and (closed or _follows_freely(pieces, at, vocabulary))))


def _is_year_of_name(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the number follows a name inside a sentence ("la Coppa Norvale 2018 battendo"), where only names have capitals."""
    if vocabulary.words.nouns_capitalised or at < _TWO_WORDS:
        return False
    return pieces[at - 1].kind == "X" and pieces[at - 2].kind in "Xo"


def _hangs_on_noun(before: Piece | None, after: Piece | None, vocabulary: Vocabulary) -> bool:
    """Whether the number hangs on a noun without an article ("دفعة 2018 تفوز"), and what follows has no ending of what is counted.

    Behind 11 to 99 Arabic counts in the accusative singular, which its ending shows.
    """
    words = vocabulary.words
    if before is None or after is None or before.kind != "x" or after.kind != "x":
        return False
    noun = before.word.endswith(words.year_noun_endings) and not before.word.startswith(words.definite_prefixes)
    return bool(words.year_noun_endings) and noun and not after.word.endswith(words.counted_endings)


def _is_joined(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the number stands in a row with a year ("1751 and 1800", "1603, 1625")."""
    for link, other in ((at - 1, at - 2), (at + 1, at + 2)):
        if not (0 <= other < len(pieces) and pieces[other].kind == "Y"):
            continue
        linked = pieces[link].kind == "," or vocabulary.plays(pieces[link].word, "joins")
        if linked and is_year(pieces, other, vocabulary, alone=True):
            return True
    return False


def _beside(pieces: Sequence[Piece], at: int) -> tuple[Piece | None, Piece | None]:
    return pieces[at - 1] if at else None, pieces[at + 1] if at + 1 < len(pieces) else None


def _is_year_unit(piece: Piece) -> bool:
    return piece.kind == "U" and piece.value == "year"


def _may_be_counted(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a noun may follow the number: a capital one, alone or behind one small word, where nouns have capitals."""
    if not vocabulary.words.nouns_capitalised:
        return False
    return any(piece.kind == "X" for piece in pieces[at + 1 : at + 2])


def _follows_freely(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the word behind a bare year shows by its capital, or by having none, that it is not counted."""
    after = pieces[at + 1 : at + 3]
    if vocabulary.words.nouns_capitalised:
        leads = at == 0 or pieces[at - 1].kind in ".|t"
        return after[0].kind in "xot" and (leads or not (len(after) > 1 and after[1].kind == "X"))
    return after[0].kind == "X"
