"""Forms of one name in one article: a surname, an acronym, an ending, a slip of the pen.

What belongs here: whether one spelling may name what another one names. Which of several it does is for ``chains``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from newsdiff.lang.pack import load_pack
from newsdiff.parse.names.forms import NameForm, Word
from newsdiff.parse.names.similarity import ABJADS, compare_forms, compare_words

SAME_WORD = 0.9
SHORT_OF_LONG = 0.8
SLIP = 0.78
SLIP_WEIGHT = 3
SHORTEST_ACRONYM = 2
SHORTEST_INFLECTED = 3
ACRONYM_LETTERS = range(3, 7)
LONGEST_SMALL = 3
"""Letters of a word up to which no first letter is taken of it: "of", "für", "dei"."""
_CASED = ("Latn", "Cyrl", "Grek")
_FINAL_VOWELS = "aeiouyаеёиоуыэюя"


def may_be(short: NameForm, short_kind: str, long: NameForm, long_kind: str) -> bool:
    """Tell whether the short form, whose kind is empty where it is in doubt, may name what the long form names."""
    if len(short.words) == len(long.words):
        if _is_other_gender(short, long, long_kind) or _is_town_of_name(short, short_kind, long_kind):
            return False
        return is_inflected(short, long) or (
            short_kind == long_kind and short.text < long.text and _is_spelled_otherwise(short, long, long_kind)
        )
    if len(short.words) > len(long.words):
        return False
    if is_joined(short, long):
        return True
    if len(short.words) == 1 and is_acronym(short.words[0], long):
        return "person" not in (short_kind, long_kind)
    if "place" in (short_kind, long_kind):
        alike = _same_word(short.words[-1], long.words[-1]) and compare_forms(short, long) >= SHORT_OF_LONG
        return short_kind == "organization" and alike
    if long_kind == "person":
        last = short.words[-1]
        if len(short.words) == 1:
            return _same_word(last, long.words[-1]) or (short_kind == "person" and _same_word(last, long.words[0]))
        return compare_forms(short, long) >= SAME_WORD and _same_word(last, long.words[-1])
    return _is_part(short.words, long.words)


def _is_other_gender(one: NameForm, other: NameForm, kind: str) -> bool:
    """Tell whether two full names differ in the given name's ending, as a woman's and a man's: Mario and Maria Brandi."""
    if kind != "person" or len(one.words) < 2:
        return False
    a, b = one.words[0].bare, other.words[0].bare
    ends = load_pack("und").people.feminine_ends
    return a.endswith(ends) != b.endswith(ends) and all(
        x.bare.rstrip(_FINAL_VOWELS) == y.bare.rstrip(_FINAL_VOWELS)
        for x, y in zip(one.words, other.words, strict=True)
    )


def _is_town_of_name(one: NameForm, one_kind: str, other_kind: str) -> bool:
    """Tell whether of two single names one is certainly a place, and the other is none."""
    return len(one.words) == 1 and bool(one_kind) and one_kind != other_kind and "place" in (one_kind, other_kind)


def _is_spelled_otherwise(one: NameForm, other: NameForm, kind: str) -> bool:
    return (
        is_slip(one, other)
        or _sound_alike(one, other)
        or (kind != "person" and _differ_in_vowels(one.words, other.words))
    )


def is_slip(one: NameForm, other: NameForm) -> bool:
    """Tell whether two spellings are one name with a slip of the pen or an ending between them."""
    if min(one.weight, other.weight) < SLIP_WEIGHT:
        return one.text.lower() == other.text.lower()
    if not one.words[0].readings or not other.words[0].readings:
        return False
    same_begin = one.words[0].bare[:1] == other.words[0].bare[:1]
    same_consonants = all(_consonants(a) == _consonants(b) for a, b in zip(one.words, other.words, strict=True))
    return same_begin and same_consonants and compare_forms(one, other) >= SLIP


def _consonants(word: Word) -> str:
    """The consonants of a word without a final s, which may be an ending."""
    return word.readings[0].skeleton.rstrip("s") if word.readings else word.bare


def is_inflected(one: NameForm, other: NameForm) -> bool:
    """Tell whether the first is the second with an ending: "Hallings" and "Halling"."""
    if one.words[:-1] != other.words[:-1]:
        return False
    return _has_ending(one.words[-1], other.words[-1])


def _same_word(one: Word, other: Word) -> bool:
    """Tell whether two words of one article are the same, whatever ending they carry."""
    return compare_words(one, other) >= SAME_WORD or _has_ending(one, other) or _has_ending(other, one)


def _has_ending(longer: Word, shorter: Word) -> bool:
    """Tell whether the longer word is the shorter with an inflected ending."""
    ending = longer.bare.removeprefix(shorter.bare)
    return (
        longer.script == shorter.script
        and longer.script in _CASED
        and len(shorter.bare) >= SHORTEST_INFLECTED
        and ending != longer.bare
        and ending in load_pack("und").people.endings
    )


def _differ_in_vowels(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Tell whether two foreign names differ only in long vowels, which some scripts may leave out.

    Not for persons: there such words are different names.
    """
    return all(
        a.script == b.script
        and a.script in ABJADS
        and a.bare.translate(_long_vowels()) == b.bare.translate(_long_vowels())
        and len(a.bare.translate(_long_vowels())) >= SLIP_WEIGHT
        for a, b in zip(one, other, strict=True)
    )


def _sound_alike(one: NameForm, other: NameForm) -> bool:
    """Tell whether every two words can be read as the same sounds: "غراهام" and "جراهام"."""
    return min(one.weight, other.weight) >= SLIP_WEIGHT and all(
        a.script == b.script and not {x.sounds for x in a.readings}.isdisjoint(y.sounds for y in b.readings)
        for a, b in zip(one.words, other.words, strict=True)
    )


def is_joined(short: NameForm, long: NameForm) -> bool:
    """Tell whether the first is the second written as one word: "Safeharbour" and "Safe Harbour"."""
    return len(short.words) == 1 and long.joined is not None and short.words[0].bare == long.joined.bare


def is_acronym(word: Word, long: NameForm) -> bool:
    """Tell whether a word is made of the first letters of the longer name's words."""
    letters = "".join(part.bare[:1] for part in long.words)
    return len(word.bare) >= SHORTEST_ACRONYM and word.bare == letters


def stands_for(short: NameForm, long: NameForm) -> bool:
    """Tell whether capitals in brackets behind a name may be made of its first letters, in the order of another language.

    "AMN" behind "National Maritime Authority", and "OPA" behind "Progressive Alliance", which leaves out one word.
    """
    letters = short.words[0].bare
    if len(short.words) > 1 or not short.text.isupper() or len(letters) not in ACRONYM_LETTERS:
        return False
    first = "".join(word.bare[0] for word in long.words if len(word.bare) > LONGEST_SMALL)
    if sorted(first) == sorted(letters):
        return True
    rest = iter(letters)
    return SHORTEST_ACRONYM <= len(first) == len(letters) - 1 and all(letter in rest for letter in first)


def _is_part(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Tell whether the short name begins or ends the long one, word by word."""
    count = len(short)
    if sum(len(word.bare) for word in short) <= SHORTEST_ACRONYM:
        return False
    return any(
        all(_same_word(a, b) for a, b in zip(short, part, strict=True)) for part in (long[:count], long[-count:])
    )


@cache
def _long_vowels() -> dict[int, None]:
    return str.maketrans(dict.fromkeys(load_pack("und").people.long_vowels))
