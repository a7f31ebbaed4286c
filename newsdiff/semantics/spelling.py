"""How a text is spelled for the encoder: a language that it was not taught, in the words of one close by that it was.

What belongs here: turning the words of a text by the tables of its pack (``prose.near_words``, ``near_endings`` and
``near_letters``), so that the encoder meets pieces that it knows. The text that a reader sees is never touched.
"""

from __future__ import annotations

import re
from functools import lru_cache

from newsdiff.lang.pack import load_pack
from newsdiff.lang.prose import ProseWords

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_APOSTROPHES = str.maketrans("’ʼ", "''")
_BEGINNING = "*"
_SHORTEST_BEGINNING = 2
_LONGEST_BEGINNING = 20
_LONGEST_ENDING = 5


def spell(text: str, language: str) -> str:
    """The text as the encoder is to read it; the text itself where its language has no tables for it.

    ``language`` is an ISO 639-1 code in lower case.
    """
    if not load_pack(language).prose.near_words:
        return text
    return _WORD.sub(lambda match: _spelled(match.group(), language), text)


@lru_cache(maxsize=65536)
def _spelled(word: str, language: str) -> str:
    prose = load_pack(language).prose
    bare = word.lower().translate(_APOSTROPHES)
    near = prose.near_words.get(bare) or _by_parts(bare, prose)
    if word.isupper() and len(word) > 1:
        return near.upper()
    return near[:1].upper() + near[1:] if word[:1].isupper() else near


def _by_parts(word: str, prose: ProseWords) -> str:
    """A word whose beginning and ending are looked up each by itself, the longest first; what is between goes by letters."""
    start, head = next(
        (
            (size, prose.near_words[word[:size] + _BEGINNING])
            for size in range(min(len(word), _LONGEST_BEGINNING), _SHORTEST_BEGINNING - 1, -1)
            if word[:size] + _BEGINNING in prose.near_words
        ),
        (0, ""),
    )
    least = start or _SHORTEST_BEGINNING
    end, tail = next(
        (
            (at, prose.near_endings[word[at:]])
            for at in range(max(least, len(word) - _LONGEST_ENDING), len(word))
            if word[at:] in prose.near_endings
        ),
        (len(word), ""),
    )
    between = _letters(tuple(prose.near_letters)).sub(lambda match: prose.near_letters[match.group()], word[start:end])
    return head + between + tail


@lru_cache(maxsize=32)
def _letters(keys: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the letters that look otherwise, those of two signs first; nothing where there are none."""
    return re.compile("|".join(map(re.escape, sorted(keys, key=len, reverse=True))) or r"(?!)")
