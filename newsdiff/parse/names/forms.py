"""A name made ready for comparing: its words, each with the ways it can be read.

What belongs here: everything about one name that is worked out once, before any other name is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from newsdiff.lang.pack import load_pack
from newsdiff.parse.names.meanings import meanings
from newsdiff.parse.names.romanize import fold, script, sounds, spoken_otherwise

_WORD = re.compile(r"[^\W\d_](?:[^\s,;:·・•/|()\[\]{}\"“”„«»<>&+*=#@،؛_.-])*\.?|\d+")
_GLUED_ENDINGS = re.compile(r"['’`](?:s|S)?$")
_DOUBLED = re.compile(r"(.)\1+")
_VOWELS = frozenset("aeiou")
_WEAK = frozenset("hw")
_BROAD = str.maketrans(
    {"v": "p", "f": "p", "b": "p", "w": "p", "g": "k", "x": "k", "q": "k", "d": "t", "m": "n", "h": None}
    | dict.fromkeys("zcSCZJj", "s")
)
_VAGUE = str.maketrans(
    {"v": "f", "b": "p", "g": "k", "x": "k", "q": "k", "d": "t", "h": None, "w": "u", "e": "i", "o": "u"}
    | dict.fromkeys("zcSCZJj", "s")
)
SHORTEST_PART = 3
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CAPITALS = re.compile(r"[A-Z]{2,5}(?![a-z])")
_LETTERS = {
    "A": "ei", "B": "bi", "C": "si", "D": "di", "E": "i", "F": "ef", "G": "dji", "H": "eitch", "I": "ai", "J": "djei",
    "K": "kei", "L": "el", "M": "em", "N": "en", "O": "o", "P": "pi", "Q": "kiu", "R": "ar", "S": "es", "T": "ti",
    "U": "iu", "V": "vi", "W": "dablyu", "X": "eks", "Y": "wai", "Z": "zed",
}  # fmt: skip
_UNSPACED = ("Hani", "Kana", "Hang")
_ARTICLE = "ال"
_TWO_SOUNDS = {"ج": ("g", "j"), "ف": ("v", "f"), "ב": ("b", "v"), "פ": ("p", "f")}
"""Letters that stand for two sounds of other scripts: either may be meant."""
_FINAL_E = re.compile(r"e(?=s?$)")
_SILENT_E = re.compile(r"(?<=[a-z][bcdfgklmnprstvwz])e(?=s?$)")
_SHORTEST_WITH_ARTICLE = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: all its sounds, its consonants, its consonants and its sounds in broad classes."""

    sounds: str
    skeleton: str
    broad: str
    vague: str


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a name.

    ``bare`` are its letters without marks; an ``initial`` stands for any name it begins. The first reading is the plain
    one, the others are for other scripts; a short given name ``stands_for`` full ones.
    """

    bare: str
    script: str
    initial: bool
    readings: tuple[Reading, ...]
    stands_for: tuple[str, ...] = ()
    meanings: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NameForm:
    """A name as its words; ``joined`` is the whole name as one word, for scripts that write names without spaces."""

    text: str
    words: tuple[Word, ...]
    joined: Word | None

    @property
    def script(self) -> str:
        """The script of its first word."""
        return self.words[0].script

    @property
    def weight(self) -> int:
        """How many consonants the name has: how much it takes to hit it by chance."""
        return sum(len(word.readings[0].skeleton.removeprefix("'")) for word in self.words if word.readings)


@lru_cache(maxsize=65536)
def name_form(text: str) -> NameForm:
    """The form of a name as an article writes it, titles taken off by the caller. Particles play no part."""
    found = [_GLUED_ENDINGS.sub("", match.group()) for match in _WORD.finditer(text)]
    particles = _particles()
    kept = [word for word in found if fold(word) not in particles] or found
    words = tuple(word for word in map(make_word, kept) if word.readings or word.bare)
    if len(words) == 1 and words[0].initial:
        words = (replace(words[0], initial=False),)
    joined = None
    if len(words) > 1 or (words and words[0].script in _UNSPACED):
        joined = make_word("".join(word.bare for word in words))
    return NameForm(text, words, joined)


def part_capitals(text: str) -> str:
    """The words that capitals inside one word part, as other scripts write them; empty where there are none."""
    parts = _INNER_CAPITAL.split(text)
    return " ".join(parts) if len(parts) > 1 and min(map(len, parts)) >= SHORTEST_PART else ""


def reversed_form(form: NameForm) -> Word | None:
    """The words joined with the last one in front: the family name first."""
    if len(form.words) < 2:
        return None
    return make_word("".join(word.bare for word in (form.words[-1], *form.words[:-1])))


@lru_cache(maxsize=65536)
def make_word(surface: str) -> Word:
    """One word of a name with all the ways it can be read."""
    bare = fold(surface)
    of = script(bare)
    initial = len(bare) == 1 and of in ("Latn", "Cyrl", "Grek") and surface[:1].isupper()
    spoken = [sounds(surface)]
    if of == "Latn" and "j" in bare and "dj" not in bare:
        spoken.append(sounds(bare.replace("j", "y")))
    if _CAPITALS.search(surface):
        spoken.append(sounds(_CAPITALS.sub(_spell, surface)))
    if of == "Arab" and bare.startswith(_ARTICLE) and len(bare) >= _SHORTEST_WITH_ARTICLE:
        spoken.append(sounds(bare[len(_ARTICLE) :]))
    for letter, (one, other) in _TWO_SOUNDS.items():
        if letter in bare:
            spoken.extend((spoken[0].replace(one, other), spoken[0].replace(other, one)))
    if of == "Latn" and _SILENT_E.search(bare):
        spoken.append(_FINAL_E.sub("", spoken[0]))
    if of == "Latn" and "aw" in spoken[0]:
        spoken.append(spoken[0].replace("aw", "o"))
    if of == "Latn" and "th" in bare:
        spoken.append(sounds(bare.replace("th", "s")))
    if of == "Latn" and "w" in spoken[0]:
        spoken.append(spoken[0].replace("w", "v"))
    spoken.extend(spoken_otherwise(bare))
    stands_for = _nicknames().get(bare, ())
    spoken.extend(sounds(name) for name in stands_for)
    readings = tuple(_read(said) for said in dict.fromkeys(spoken) if said)
    return Word(bare, of, initial, readings, stands_for, meanings(bare))


@lru_cache(maxsize=65536)
def _read(said: str) -> Reading:
    skeleton = "".join(
        sound for place, sound in enumerate(said) if sound not in _VOWELS and not (place and sound in _WEAK)
    )
    if said[0] in _VOWELS:
        skeleton = f"'{skeleton}"
    broad = _one_liquid(_DOUBLED.sub(r"\1", skeleton.removeprefix("'").translate(_BROAD)))
    return Reading(said, skeleton, broad, _one_liquid(_DOUBLED.sub(r"\1", said.translate(_VAGUE))))


def _one_liquid(said: str) -> str:
    return said.replace("l", "r")


def has_definite_article(word: Word) -> bool:
    """Tell whether a word may begin with the Arabic article, as common nouns and adjectives do."""
    return word.script == "Arab" and word.bare.startswith(_ARTICLE)


def is_particle(bare: str) -> bool:
    """Tell whether a folded word is a particle, such as "von" or "al", that may stand between the words of a name."""
    return bare in _particles()


def _spell(match: re.Match[str]) -> str:
    """Capitals read one by one, the way other scripts write an English acronym."""
    return "".join(_LETTERS.get(letter, letter) for letter in match.group())


@cache
def _particles() -> frozenset[str]:
    return frozenset(map(fold, load_pack("und").people.particles))


@cache
def _nicknames() -> dict[str, tuple[str, ...]]:
    return {fold(short): full for short, full in load_pack("und").people.nicknames.items()}
