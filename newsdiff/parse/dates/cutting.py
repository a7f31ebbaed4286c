"""Text to the pieces of dates: what each word or mark may be in one, before anything is read from their order.

What belongs here: going through a text word by word, and words of the calendar. What numbers may be is for ``number_pieces``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import lru_cache

from newsdiff.parse.dates.calendar import Term, Vocabulary, fold, inflected_month, word_pattern
from newsdiff.parse.dates.number_pieces import number_piece, signed_piece
from newsdiff.parse.dates.pieces import Piece, Token, is_word, mark_of

_LONGEST_KEPT = 40
"""Letters of a word up to which its folded form is kept; what is longer is no word."""
_PARTS_OF_YEAR = {"q": ("1", "2", "3", "4"), "h": ("1", "2")}


def cut(text: str, vocabulary: Vocabulary) -> list[Piece]:
    """Cut a text into pieces, in order. Takes time linear in its length."""
    found = (match for match in word_pattern().finditer(text))
    tokens = [Token(m.start(), m.end(), m.group(), _folded(m.group())) for m in found]
    pieces: list[Piece] = []
    at = 0
    piece: Piece | None
    while at < len(tokens):
        signed = signed_piece(tokens, at, vocabulary)
        if signed is not None:
            piece, taken = signed
        elif tokens[at].raw[0].isdecimal():
            piece, taken = number_piece(tokens, at, vocabulary)
        else:
            piece, taken = _word(tokens, at, vocabulary)
        if piece is not None:
            pieces.append(piece)
        at += taken
    return pieces


def _folded(word: str) -> str:
    return fold(word) if len(word) > _LONGEST_KEPT else _kept(word)


@lru_cache(maxsize=65536)
def _kept(word: str) -> str:
    return fold(word)


def _word(tokens: list[Token], at: int, vocabulary: Vocabulary) -> tuple[Piece | None, int]:
    """The piece of a word or mark, None where it is nothing by itself, and of how many tokens it is made."""
    token = tokens[at]
    if unicodedata.category(token.raw[0]) == "Cf" or _is_elision(tokens, at):
        return None, 1
    for size in range(min(vocabulary.longest.get(token.word, 0), len(tokens) - at), 0, -1):
        words = tuple(t.word for t in tokens[at : at + size])
        term = (_ends_dotted(tokens, at + size) and vocabulary.dotted.get(words)) or vocabulary.terms.get(words)
        if term is not None and _case_fits(token, size, vocabulary):
            return _named(tokens, at, size, replace(term, weak=True) if _is_wary(token, vocabulary) else term)
    if not is_word(token):
        return Piece(mark_of(token.raw), 0, token.start, token.end, token.word), 1
    return _without_proclitic(token, vocabulary) or _short_quarter(tokens, at) or _other(token, vocabulary)


def _ends_dotted(tokens: list[Token], end: int) -> bool:
    """Whether a full stop touches the word before ``end``."""
    return end < len(tokens) and tokens[end].raw == "." and tokens[end].start == tokens[end - 1].end


def _is_elision(tokens: list[Token], at: int) -> bool:
    """Whether an apostrophe joins two words ("dell'anno"), or an ending to a number ("2024'te")."""
    if tokens[at].word != "'" or not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    joined = before.end == tokens[at].start and after.start == tokens[at].end
    return joined and before.raw[-1].isalnum() and after.raw[0].isalpha()


def _without_proclitic(token: Token, vocabulary: Vocabulary) -> tuple[Piece, int] | None:
    """Read a known word behind letters that are glued to its front; the piece begins where the word begins."""
    for clitic in vocabulary.words.proclitics:
        rest = token.word[len(clitic) :]
        term = vocabulary.terms.get((rest,)) if token.word.startswith(clitic) else None
        if term is not None:
            start = token.end - len(rest) if len(token.raw) == len(token.word) else token.start
            return Piece(_letter(term), term.value, start, token.end, rest), 1
    return None


def _short_quarter(tokens: list[Token], at: int) -> tuple[Piece, int] | None:
    """Read "Q3", "H1"."""
    digit = tokens[at + 1] if at + 1 < len(tokens) else None
    parts = _PARTS_OF_YEAR.get(tokens[at].word)
    if parts is None or digit is None or digit.start != tokens[at].end or digit.raw not in parts:
        return None
    return Piece(tokens[at].word, int(digit.raw), tokens[at].start, digit.end, tokens[at].word), 2


def _other(token: Token, vocabulary: Vocabulary) -> tuple[Piece, int]:
    month = inflected_month(token.word, vocabulary) if token.raw[0].islower() else None
    kind = "X" if token.raw[0].isupper() else "x"
    if month is not None:
        kind = "m"
    elif vocabulary.plays(token.word, "of"):
        kind = "o"
    elif vocabulary.plays(token.word, "articles"):
        kind = "t"
    return Piece(kind, month or 0, token.start, token.end, token.word), 1


def _is_wary(token: Token, vocabulary: Vocabulary) -> bool:
    return vocabulary.plays(token.word, "wary")


def _case_fits(token: Token, size: int, vocabulary: Vocabulary) -> bool:
    if size > 1:
        return True
    if token.raw[0].isupper():
        return not vocabulary.plays(token.word, "only_lowercase")
    return not vocabulary.plays(token.word, "only_capitalised")


def _named(tokens: list[Token], at: int, size: int, term: Term) -> tuple[Piece, int]:
    """Make the piece of a known phrase; a full stop that marks it as short belongs to it."""
    first, last = tokens[at], tokens[at + size - 1]
    follows = tokens[at + size] if at + size < len(tokens) else None
    if term.weak and follows is not None and follows.raw in (".", "॰") and follows.start == last.end:
        return Piece(_letter(term), term.value, first.start, follows.end, first.word), size + 1
    word = str(term.value) if term.kind == "x" else last.word
    return Piece(_letter(term), term.value, first.start, last.end, word), size


def _letter(term: Term) -> str:
    return term.kind.lower() if term.weak and term.kind in "MW" else term.kind
