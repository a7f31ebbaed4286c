"""Classes of characters for which regular expressions have no name: combining marks, and letters that are written without spaces."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby
from unicodedata import category

IDEOGRAPHS = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Ideographs and kana, for use inside a character class: no spaces part their words, so that each is taken for itself."""
JOINERS = "\u200c\u200d"
"""Characters without a shape that stand inside words and say how their letters are joined."""
_BLOCKS = (range(0x300, 0x3100), range(0xA600, 0xAC00), range(0xFB00, 0x10000))
"""Where marks are; between these lie ideographs, whole syllables, and what is for private use."""


_IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")


def is_unspaced(word: str) -> bool:
    """Tell whether a word begins in a script that parts words by nothing, so that what touches it need not belong to it."""
    return word >= IDEOGRAPHS[0] and _IDEOGRAPH.match(word) is not None


def is_ideograph(character: str) -> bool:
    """Tell whether a character is an ideograph, and no kana."""
    return "\u3400" <= character <= "\u9fff"


@cache
def mark_class() -> str:
    """All combining marks of the scripts in use, and the joiners, for use inside a character class."""
    runs = (list(run) for block in _BLOCKS for of_marks, run in groupby(map(chr, block), _is_mark) if of_marks)
    return "".join(f"{run[0]}-{run[-1]}" for run in runs) + JOINERS


def _is_mark(character: str) -> bool:
    return category(character) in ("Mn", "Mc", "Me")
