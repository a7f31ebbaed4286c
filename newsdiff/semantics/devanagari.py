"""Devanagari text made ready for the encoder: spellings folded, words told from the rest, a word's features.

What belongs here: what training and use must do alike, letter for letter.
"""

from __future__ import annotations

import re
import unicodedata
from zlib import crc32

_LETTERS = r"\u0900-\u0963\u0970-\u097f"
_RUN = re.compile(rf"[{_LETTERS}]+|[^{_LETTERS}]+")
_NUKTA = "\u093c"
_NASAL_BEFORE_CONSONANT = re.compile("[ङञणनम]\u094d(?=[क-म])")
_FOLDED = str.maketrans(
    {
        "\u200c": None,
        "\u200d": None,
        "ः": None,
        "ँ": "ं",
        "।": ". ",
        "॥": ". ",
        "|": ". ",
        **{chr(ord("०") + digit): str(digit) for digit in range(10)},
    }
)
NGRAMS = (2, 3, 4, 5)


def fold(text: str) -> str:
    """Return the text in one spelling.

    Dots below letters and joiners go, candrabindu and a nasal before its consonant become anusvara, danda becomes a
    full stop, digits become ASCII: ``हिन्दी`` and ``हिंदी``, ``ज़मीन`` and ``जमीन`` are the same then.
    """
    bare = unicodedata.normalize("NFD", text).replace(_NUKTA, "")
    return _NASAL_BEFORE_CONSONANT.sub("ं", unicodedata.normalize("NFC", bare).translate(_FOLDED))


def cut(text: str) -> list[tuple[str, bool]]:
    """Return the runs of a folded text in order, each with whether it is a word in Devanagari; blank runs are left out."""
    runs = (match.group() for match in _RUN.finditer(text))
    return [(run, "\u0900" <= run[0] <= "\u097f") for run in runs if not run.isspace()]


def features(word: str) -> list[int]:
    """Return the keys of a folded word, each once: of the word itself first, then of its character n-grams, ends marked."""
    framed = f"<{word}>"
    grams = (framed[at : at + size] for size in NGRAMS for at in range(len(framed) - size + 1))
    return list(dict.fromkeys(crc32(name.encode()) for name in (f"={word}", *grams)))
