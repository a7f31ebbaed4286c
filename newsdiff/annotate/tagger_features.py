"""What the tagger sees of a word on its own: pieces of the encoder, hashed character n-grams, shape.

What belongs here: everything that training and inference must do alike before the first weight. A change here makes
the shipped weights void.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any
from zlib import crc32

from anyascii import anyascii

from newsdiff.annotate.tagger_lexicon import load_lexicon, number_of

BUCKETS = 1 << 16
MOST_GRAMS = 40
CASINGS = 8
SCRIPTS = 8
LENGTHS = 16
TRAITS = 12
LISTED_NAMES = slice(8, 12)
PIECE_SCALE = 7.0

_FIRST_REAL_PIECE = 3
_MOST_UNKNOWN = 0.4
_MOST_PIECES = 8
_INNER_MARKS = frozenset("-’'.&")
_LETTER_SCRIPTS = (
    (0x0250, 0),
    (0x0370, 4),
    (0x0530, 1),
    (0x0600, 4),
    (0x0780, 2),
    (0x0900, 4),
    (0x0980, 3),
    (0x1E00, 4),
    (0x1F00, 0),
    (0xFB50, 4),
    (0xFF00, 2),
)
_CYRILLIC, _OTHER_SCRIPT, _NUMBER, _MARK = 1, 4, 5, 6
_SHORTEST_NOUN, _SHORTEST_HEAD, _SHORTEST_END, _LONGEST_END = 4, 3, 5, 12
_RARE = 0.5
_ARABIC_PARTICLES = frozenset("ولبف")


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """One word: rows of the encoder's piece table, rows of the n-gram table (from 1), shape classes, traits.

    ``lower_pieces`` are those of the word in small letters: a verb that begins a sentence is a verb there, a name comes
    apart. ``traits`` are in 0..1: share of unknown pieces, number of pieces, number of pieces in small letters, has an
    inner mark, has a digit, ends in a stop, is a common noun of a language that gives those a capital, ends in one, is a
    name of persons (a half for a rare one), names a place, names an organization, is part of many organizations' names.
    """

    pieces: tuple[int, ...]
    lower_pieces: tuple[int, ...]
    grams: tuple[int, ...]
    casing: int
    script: int
    length: int
    traits: tuple[float, ...]


def word_features(word: str, tokenizer: Any) -> WordFeatures:
    """Return what the tagger sees of ``word``; ``tokenizer`` is the encoder's. Lone surrogates count as question marks."""
    word = word.encode("utf-8", "replace").decode("utf-8")
    script = script_class(word)
    folded = anyascii(word).strip()
    pieces, unknown, count = _pieces(word, tokenizer)
    if unknown > _MOST_UNKNOWN and script < _NUMBER and folded:
        pieces = _pieces(folded.capitalize(), tokenizer)[0] or pieces
    lower_pieces, lower_count = pieces, count
    if word != word.lower():
        lower_pieces, _, lower_count = _pieces(word.lower(), tokenizer)
    traits = (
        unknown,
        min(count, _MOST_PIECES) / _MOST_PIECES,
        min(lower_count, _MOST_PIECES) / _MOST_PIECES,
        float(len(word) > 1 and not _INNER_MARKS.isdisjoint(word)),
        float(any(map(str.isdigit, word))),
        float(len(word) > 1 and word[-1] == "."),
        *_noun_traits(word),
        *_name_traits(word.lower(), script),
    )
    length = min(len(word), LENGTHS - 1)
    return WordFeatures(pieces, lower_pieces, gram_rows(word, folded), casing_class(word), script, length, traits)


def _noun_traits(word: str) -> tuple[float, float]:
    """Return whether a word with a capital is a common noun, and whether a compound that ends in one."""
    if len(word) < _SHORTEST_NOUN or not (word[0].isupper() and word.isalpha()):
        return 0.0, 0.0
    nouns = load_lexicon().nouns
    noun = word[0] + word[1:].lower() if word.isupper() else word
    if noun in nouns:
        return 1.0, 0.0
    ends = range(max(_SHORTEST_HEAD, len(noun) - _LONGEST_END), len(noun) - _SHORTEST_END + 1)
    return 0.0, float(any(noun[at].upper() + noun[at + 1 :] in nouns for at in ends))


def _name_traits(lowered: str, script: int) -> tuple[float, float, float, float]:
    """Return how well a word is known as a part of names, also behind a particle or with an ending."""
    if not lowered[0].isalpha():
        return 0.0, 0.0, 0.0, 0.0
    forms = [lowered]
    if script == _CYRILLIC:
        forms += [lowered[:-1], lowered[:-2]]
    elif lowered[0] in _ARABIC_PARTICLES and len(lowered) > _SHORTEST_NOUN:
        forms.append(lowered[1:])
    lexicon, numbers = load_lexicon(), [number_of(form) for form in forms]
    person = next((number for number in numbers if lexicon.persons.has(number)), None)
    return (
        0.0 if person is None else 1.0 if lexicon.frequent_persons.has(person) else _RARE,
        float(any(map(lexicon.places.has, numbers))),
        float(any(map(lexicon.organizations.has, numbers))),
        float(any(map(lexicon.organized.has, numbers))),
    )


def _pieces(word: str, tokenizer: Any) -> tuple[tuple[int, ...], float, int]:
    """Return the known pieces, the share of unknown ones and the number of all."""
    rows = tokenizer.encode(word, add_bos=False, add_eos=False)
    if len(rows) > 1 and rows[0] == _blank_piece(tokenizer):
        rows = rows[1:]
    known = tuple(row for row in rows if row >= _FIRST_REAL_PIECE)
    return known, 1 - len(known) / max(1, len(rows)), len(rows)


@cache
def _blank_piece(tokenizer: Any) -> int:
    """Return the piece that marks the beginning of a word alone: what an unknown character leaves."""
    return int(tokenizer.encode("\ue000", add_bos=False, add_eos=False)[0])


def gram_rows(word: str, folded: str) -> tuple[int, ...]:
    """Return the hashed rows of the word, its n-grams of 2 to 4 letters, and those of its romanised form from 3.

    The two forms share their rows, so that what Latin names teach carries over to other scripts.
    """
    plain, roman = word.lower(), folded.lower()
    keys = [f"={plain}".encode(), *_ngrams(f"<{plain}>", 2)]
    if roman != plain and len(keys) < MOST_GRAMS:
        keys += [f"={roman}".encode(), *_ngrams(f"<{roman}>", 3)]
    return tuple([crc32(key) % (BUCKETS - 1) + 1 for key in keys[:MOST_GRAMS]])


def _ngrams(text: str, shortest: int) -> list[bytes]:
    if text.isascii():
        letters = text.encode()
        return [letters[i : i + n] for n in range(shortest, 5) for i in range(len(letters) - n + 1)]
    return [text[i : i + n].encode() for n in range(shortest, 5) for i in range(len(text) - n + 1)]


def casing_class(word: str) -> int:
    """Return 0 lower, 1 capitalised, 2 all capitals, 3 mixed, 4 one capital, 5 caseless, 6 number, 7 mark."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 6 if any(c.isdigit() for c in word) else 7
    if not any(c.isupper() or c.islower() for c in letters):
        return 5
    if word.islower():
        return 0
    if word.isupper():
        return 4 if len(letters) == 1 else 2
    return 1 if letters[0].isupper() and all(c.islower() for c in letters[1:]) else 3


def script_class(word: str) -> int:
    """Return 0 Latin, 1 Greek or Cyrillic, 2 Arabic, 3 Devanagari, 4 other letters, 5 number, 6 mark."""
    for character in word:
        if character.isalpha():
            place = ord(character)
            return next((script for end, script in _LETTER_SCRIPTS if place < end), _OTHER_SCRIPT)
    return _NUMBER if any(c.isdigit() for c in word) else _MARK
