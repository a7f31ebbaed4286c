"""Text to the pieces of dates: every word and number with its kind, before anything is read from their order.

What belongs here: what one word, number or mark may be in a date. The kinds are letters:

``N`` whole numeric date · ``j`` day and month in digits · ``D`` day number · ``E`` range of days · ``Y`` year number · ``Z`` range of years ·
``C`` decade in digits · ``n`` other number · ``O`` ordinal word · ``K`` cardinal word · ``M`` month · ``m`` month that
needs a date around it · ``W`` ``w`` weekday, likewise · ``P`` part · ``S`` season · ``Q`` ``H`` ``V`` quarter, half,
century · ``q`` ``h`` whole quarter, whole half · ``c`` decade in words · ``f`` the same, of a century to be named · ``b`` noun after a decade · ``R`` day from now · ``r`` one that the verb must tell apart · ``g`` noun for a day of the month · ``L`` last, this,
next · ``U`` unit · ``o`` of · ``t`` article · ``x`` ``X`` other word, small or capital · ``|`` line break · ``$`` symbol ·
``,`` ``.`` ``-`` ``/`` ``(`` ``)`` themselves · ``_`` other mark
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cache

from newsdiff.lang.marks import is_unspaced
from newsdiff.parse.dates.calendar import Term, Vocabulary, fold, inflected_month, word_pattern
from newsdiff.parse.dates.days import day_of
from newsdiff.parse.dates.ideographs import read_signs
from newsdiff.parse.dates.numeric import FIRST_YEAR, LAST_YEAR, classify

_MARKS = {"،": ",", "–": "-", "—": "-", "‐": "-", "‑": "-", "॰": ".", "\n": "|", "[": "(", "]": ")"}
_SHORT_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})")
_LEAP_YEAR = 2000
_LONGEST_YEAR = 4
_POWER = "^"
_MOST_OF = {"M": 12, "D": 31}
"""The highest number of a month and of a day."""
_PARTS_OF_YEAR = {"q": ("1", "2", "3", "4"), "h": ("1", "2")}


@dataclass(frozen=True, slots=True)
class Piece:
    """``text[start:end]``; ``glued`` where a letter, digit or sign for a power touches it, or it hangs on one by a hyphen.

    ``spelled`` of a year in words.
    """

    kind: str
    value: int | str | dt.date | tuple[int, int]
    start: int
    end: int
    word: str
    glued: bool = False
    spelled: bool = False


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    raw: str
    word: str


def cut(text: str, vocabulary: Vocabulary) -> list[Piece]:
    """Cut a text into pieces, in order. Takes time linear in its length."""
    found = (match for match in word_pattern().finditer(text))
    tokens = [_Token(m.start(), m.end(), m.group(), _folded(m.group())) for m in found]
    pieces: list[Piece] = []
    at = 0
    piece: Piece | None
    while at < len(tokens):
        signed = _signed(tokens, at, vocabulary)
        if signed is not None:
            piece, taken = signed
        elif tokens[at].raw[0].isdecimal():
            piece, taken = _number(tokens, at, vocabulary)
        else:
            piece, taken = _word(tokens, at, vocabulary)
        if piece is not None:
            pieces.append(piece)
        at += taken
    return pieces


@cache
def _kept(word: str) -> str:
    return fold(word)


def _folded(word: str) -> str:
    return fold(word) if len(word) > 40 else _kept(word)


def _word(tokens: list[_Token], at: int, vocabulary: Vocabulary) -> tuple[Piece | None, int]:
    token = tokens[at]
    if unicodedata.category(token.raw[0]) == "Cf" or _is_elision(tokens, at):
        return None, 1
    for size in range(min(vocabulary.longest.get(token.word, 0), len(tokens) - at), 0, -1):
        words = tuple(t.word for t in tokens[at : at + size])
        term = (_ends_dotted(tokens, at + size) and vocabulary.dotted.get(words)) or vocabulary.terms.get(words)
        if term is not None and _case_fits(token, size, vocabulary):
            return _named(tokens, at, size, replace(term, weak=True) if _is_wary(token, vocabulary) else term)
    if not _is_word(token):
        return Piece(_mark(token.raw), 0, token.start, token.end, token.word), 1
    return _without_proclitic(token, vocabulary) or _short_quarter(tokens, at) or _other(token, vocabulary)


def _ends_dotted(tokens: list[_Token], end: int) -> bool:
    """Whether a full stop touches the word before ``end``."""
    return end < len(tokens) and tokens[end].raw == "." and tokens[end].start == tokens[end - 1].end


def _is_elision(tokens: list[_Token], at: int) -> bool:
    """Whether an apostrophe joins two words ("dell'anno"), or an ending to a number ("2024'te")."""
    if tokens[at].word != "'" or not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    joined = before.end == tokens[at].start and after.start == tokens[at].end
    return joined and before.raw[-1].isalnum() and after.raw[0].isalpha()


def _without_proclitic(token: _Token, vocabulary: Vocabulary) -> tuple[Piece, int] | None:
    """Read a known word behind letters that are glued to its front; the piece begins where the word begins."""
    for clitic in vocabulary.words.proclitics:
        rest = token.word[len(clitic) :]
        term = vocabulary.terms.get((rest,)) if token.word.startswith(clitic) else None
        if term is not None:
            start = token.end - len(rest) if len(token.raw) == len(token.word) else token.start
            return Piece(_letter(term), term.value, start, token.end, rest), 1
    return None


def _short_quarter(tokens: list[_Token], at: int) -> tuple[Piece, int] | None:
    """Read "Q3", "H1"."""
    digit = tokens[at + 1] if at + 1 < len(tokens) else None
    parts = _PARTS_OF_YEAR.get(tokens[at].word)
    if parts is None or digit is None or digit.start != tokens[at].end or digit.raw not in parts:
        return None
    return Piece(tokens[at].word, int(digit.raw), tokens[at].start, digit.end, tokens[at].word), 2


def _other(token: _Token, vocabulary: Vocabulary) -> tuple[Piece, int]:
    month = inflected_month(token.word, vocabulary) if token.raw[0].islower() else None
    kind = "X" if token.raw[0].isupper() else "x"
    if month is not None:
        kind = "m"
    elif vocabulary.plays(token.word, "of"):
        kind = "o"
    elif vocabulary.plays(token.word, "articles"):
        kind = "t"
    return Piece(kind, month or 0, token.start, token.end, token.word), 1


def _is_wary(token: _Token, vocabulary: Vocabulary) -> bool:
    return vocabulary.plays(token.word, "wary")


def _case_fits(token: _Token, size: int, vocabulary: Vocabulary) -> bool:
    if size > 1:
        return True
    if token.raw[0].isupper():
        return not vocabulary.plays(token.word, "only_lowercase")
    return not vocabulary.plays(token.word, "only_capitalised")


def _named(tokens: list[_Token], at: int, size: int, term: Term) -> tuple[Piece, int]:
    """Make the piece of a known phrase; a full stop that marks it as short belongs to it."""
    first, last = tokens[at], tokens[at + size - 1]
    follows = tokens[at + size] if at + size < len(tokens) else None
    if term.weak and follows is not None and follows.raw in (".", "॰") and follows.start == last.end:
        return Piece(_letter(term), term.value, first.start, follows.end, first.word), size + 1
    word = str(term.value) if term.kind == "x" else last.word
    return Piece(_letter(term), term.value, first.start, last.end, word), size


def _letter(term: Term) -> str:
    return term.kind.lower() if term.weak and term.kind in "MW" else term.kind


def _mark(raw: str) -> str:
    if raw == "%" or unicodedata.category(raw[0]) == "Sc":
        return "$"
    mark = _MARKS.get(raw, raw)
    return mark if mark in ",.-/()|" else "_"


def _number(tokens: list[_Token], at: int, vocabulary: Vocabulary) -> tuple[Piece, int]:
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    glued = (
        before is not None
        and before.end == token.start
        and not is_unspaced(before.raw)
        and (_is_word(before) or before.raw == _POWER or _hangs(tokens, at, vocabulary))
    )
    if glued and before is not None and before.word in vocabulary.words.proclitics:
        glued = False
    kind, value = classify(token.raw, vocabulary.order)
    taken, end = 1, token.end
    if after is not None and after.start == token.end and kind != "N":
        suffix, size = _suffix(tokens, at + 1, vocabulary)
        role = vocabulary.suffixes.get(suffix)
        digits = len(token.raw)
        if role == "D" and kind in "DY":
            taken, end = 1 + size, tokens[at + size].end
        elif role == "C" and digits in (2, 4) and token.raw.isdigit() and int(token.raw) % 10 == 0:
            return Piece("C", int(token.raw), token.start, tokens[at + size].end, token.word, glued), 1 + size
        elif after.raw[0].isalpha() and not is_unspaced(after.raw):
            kind = "n"
    short = _short_date(tokens, at, vocabulary)
    if short is not None:
        return Piece("j", short, token.start, token.end + 1, token.word, glued), 2
    if kind == "n" or (glued and kind != "Y"):
        return Piece("n", value if isinstance(value, int) else 0, token.start, end, token.word, glued), taken
    return Piece(kind, value, token.start, end, token.word, glued), taken


def _signed(tokens: list[_Token], at: int, vocabulary: Vocabulary) -> tuple[Piece, int] | None:
    """Read a number with the sign behind it that makes it a year, month or day: "2025年", "3月", "6日", "二〇二五年"; and "令和元年"."""
    number = _signed_number(tokens, at, vocabulary) if vocabulary.signs else None
    if number is None:
        return None
    value, places, taken = number
    sign = tokens[at + taken] if at + taken < len(tokens) else None
    kind = vocabulary.signs.get(sign.word) if sign is not None else None
    if sign is None or kind is None:
        return None
    reign = _reign(tokens, at, vocabulary) if kind == "Y" and places < _LONGEST_YEAR else None
    if reign is not None:
        return Piece(kind, reign + value, tokens[at].start, sign.end, sign.word), taken + 1
    if tokens[at].raw in vocabulary.words.first_years:
        return None
    year = places == _LONGEST_YEAR and FIRST_YEAR <= value <= LAST_YEAR
    fits = year if kind == "Y" else 0 < value <= _MOST_OF[kind]
    return (Piece(kind, value, tokens[at].start, sign.end, sign.word), taken + 1) if fits else None


def _signed_number(tokens: list[_Token], at: int, vocabulary: Vocabulary) -> tuple[int, int, int] | None:
    """A number that a sign may follow: its value, how many places it is written with, and of how many tokens it is made."""
    raw = tokens[at].raw
    if raw in vocabulary.words.first_years:
        return 1, 1, 1
    if raw.isdecimal():
        return (int(raw), len(raw), 1) if len(raw) <= _LONGEST_YEAR else None
    if not is_unspaced(raw) or (at and tokens[at - 1].word in vocabulary.words.numbers):
        return None
    number = read_signs([token.word for token in tokens[at : at + _LONGEST_YEAR]], vocabulary.words.numbers)
    return (*number, number[1]) if number is not None else None


def _reign(tokens: list[_Token], at: int, vocabulary: Vocabulary) -> int | None:
    """The year before the first of the reign that is named right before a number: "令和7年"."""
    before = "".join(token.raw for token in tokens[max(0, at - 2) : at])
    return vocabulary.words.reigns.get(before)


def _short_date(tokens: list[_Token], at: int, vocabulary: Vocabulary) -> tuple[int, int] | None:
    """Day and month of "20.3.", only behind a word that a day follows: "version 20.3." looks the same."""
    match = _SHORT_DATE.fullmatch(tokens[at].raw) if vocabulary.words.dotted_days else None
    dot = tokens[at + 1] if at + 1 < len(tokens) else None
    if match is None or not at or dot is None or dot.raw != "." or dot.start != tokens[at].end:
        return None
    before = tokens[at - 2] if tokens[at - 1].raw in ".,-–" and at > 1 else tokens[at - 1]
    term = vocabulary.terms.get((before.word,))
    announced = vocabulary.plays(before.word, "before_short_date") or (term is not None and term.kind == "W")
    day, month = int(match[1]), int(match[2])
    return (day, month) if announced and day_of(_LEAP_YEAR, month, day) is not None else None


def _hangs(tokens: list[_Token], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a hyphen hangs the number on a word ("GPT-4", "Covid-19"), unless it is a month or a part ("mid-1990s")."""
    if at < 2 or _mark(tokens[at - 1].raw) not in "-/.":
        return False
    word = tokens[at - 2]
    term = vocabulary.terms.get((word.word,))
    return word.end == tokens[at - 1].start and _is_word(word) and (term is None or term.kind not in ("M", "P"))


def _is_word(token: _Token) -> bool:
    return len(token.raw) > 1 or token.raw.isalnum()


def _suffix(tokens: list[_Token], at: int, vocabulary: Vocabulary) -> tuple[str, int]:
    """Return what is glued to a number, and of how many tokens it is made."""
    for size in (2, 1):
        glued = tokens[at : at + size]
        joined = "".join(t.word for t in glued)
        if len(glued) == size and joined in vocabulary.suffixes and glued[0].start + len(joined) == glued[-1].end:
            return joined, size
    return "", 0
