"""English sentences with words exchanged for Hindi ones: words learn their place in a sentence before one has them."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence

from training.hindi.pairs import Pair

SOURCE = "mixed"
LONGEST_PHRASE = 4
SHORTEST_WORD = 4
FEWEST_EXCHANGED = 2

_TOKEN = re.compile(r"\w+|[^\w\s]")


def mix(sentences: Sequence[Pair], words: Iterable[Pair], rng: random.Random, rate: float = 0.6) -> list[Pair]:
    """Return each sentence's first translation with its known words, at the given rate, in Hindi.

    ``words`` are pairs of Hindi forms and English meanings; the longest known phrase is taken, words of fewer letters
    than ``SHORTEST_WORD`` never alone. A sentence in which too little changes is left out.
    """
    forms: dict[tuple[str, ...], list[str]] = {}
    for pair in words:
        for meaning in pair.translations:
            forms.setdefault(tuple(meaning.lower().removeprefix("to ").split()), []).append(pair.hindi)
    forms = {phrase: hindi for phrase, hindi in forms.items() if len(" ".join(phrase)) >= SHORTEST_WORD}
    mixed = []
    for pair in sentences:
        english = pair.translations[0]
        text, exchanged = _exchange(_TOKEN.findall(english), forms, rng, rate)
        if exchanged >= FEWEST_EXCHANGED:
            mixed.append(Pair(SOURCE, text, (english,)))
    return mixed


def _exchange(
    tokens: list[str], forms: dict[tuple[str, ...], list[str]], rng: random.Random, rate: float
) -> tuple[str, int]:
    parts: list[str] = []
    at = exchanged = 0
    while at < len(tokens):
        for size in range(LONGEST_PHRASE, 0, -1):
            hindi = forms.get(tuple(token.lower() for token in tokens[at : at + size]))
            if hindi and rng.random() < rate:
                parts.append(rng.choice(hindi))
                exchanged += 1
                at += size
                break
        else:
            parts.append(tokens[at])
            at += 1
    return " ".join(parts), exchanged
