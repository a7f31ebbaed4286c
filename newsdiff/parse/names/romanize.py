"""Words of any script as sounds: one small alphabet in which the same name looks alike, however it is written.

What belongs here: from one written word to its sounds. Latin goes by digraph rules that hold across European spelling;
Arabic, Hebrew, Cyrillic, kana, Hangul and ideographs go by a table learned from pairs of names (``models/sounds``),
Devanagari by its own regular spelling, and every other script by its plain romanisation.

The alphabet: Latin lower-case letters, and S (sh), C (ch), Z (zh), x (kh), c (ts).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "models" / "sounds"
TABLE = FOLDER / "sounds.tsv"
SPOKEN = FOLDER / "spoken.tsv"

_BARE = str.maketrans(
    {
        "ß": "ss", "ø": "o", "ł": "l", "đ": "dj", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ə": "a", "ħ": "h",
        "š": "sh", "č": "tch", "ž": "zh", "ć": "tch", "ç": "s", "ś": "sh", "ş": "sh", "ñ": "ni", "ź": "zh", "ż": "zh",
        "ș": "sh", "ț": "ts", "ţ": "ts", "ğ": "", "ř": "rzh", "ġ": "j",
    }
)  # fmt: skip
_SPELLINGS = {
    "tzsch": "C", "shch": "S", "tsch": "C", "sch": "S", "tch": "C", "ssh": "S", "sh": "S", "sz": "S", "cz": "C",
    "dzh": "J", "dsch": "J", "dj": "J", "dg": "J", "zh": "Z", "ch": "C", "ph": "f", "th": "t", "kh": "x", "gh": "g",
    "rh": "r", "bh": "b", "dh": "d", "ts": "c", "tz": "c", "ck": "k", "cq": "k", "qu": "kw", "q": "k", "x": "ks",
    "gn": "n", "sce": "se", "sci": "si", "ce": "se", "ci": "si", "cy": "si", "c": "k", "gge": "ge", "ggi": "ji",
    "geo": "jo", "ge": "je", "gi": "ji", "gy": "ji", "eaux": "o", "eau": "o", "oo": "u", "ee": "i", "ou": "u", "y": "i",
}  # fmt: skip
_SPELLING = re.compile("|".join(sorted(map(re.escape, _SPELLINGS), key=lambda spelling: (-len(spelling), spelling))))
_FRENCH_ENDING = re.compile(r"e?au[xtd]?s?$")
_SLAVIC_ENDING = re.compile(r"(?<=.i)c$")
_HARD_ENDING = re.compile(r"(?<=.)g(?=e[nrl]s?$|in$|i$)")
"""The ends of names in which "g" is mostly no "j": 90 % of 470 in Russian spelling ("Bergen", "Springer", "Kraigi")."""
_DOUBLED = re.compile(r"(.)\1+")
_SMALL_KANA = frozenset("ァィゥェォャュョヮ")
_SIGNS = frozenset({0, 7, 8, 9})
"""The combining classes of vowel signs, nukta, voicing marks and viramas: they are letters, not diacritics."""
_KATAKANA_OFFSET = 0x60
_MARKS_OF_ARABIC = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")

_DEVANAGARI = {
    "अ": "a", "आ": "a", "इ": "i", "ई": "i", "उ": "u", "ऊ": "u", "ऋ": "ri", "ए": "e", "ऐ": "ai", "ओ": "o", "औ": "au",
    "ऑ": "o", "ऍ": "e", "ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ri", "े": "e", "ै": "a", "ो": "o",
    "ौ": "au", "ॉ": "o", "ॅ": "e", "ं": "n", "ँ": "n", "ः": "",
    "क": "k", "ख": "x", "ग": "g", "घ": "g", "ङ": "n", "च": "C", "छ": "C", "ज": "j", "झ": "j", "ञ": "n", "ट": "t",
    "ठ": "t", "ड": "d", "ढ": "d", "ण": "n", "त": "t", "थ": "t", "द": "d", "ध": "d", "न": "n", "प": "p", "फ": "f",
    "ब": "b", "भ": "b", "म": "m", "य": "i", "र": "r", "ल": "l", "ळ": "l", "व": "v", "श": "S", "ष": "S", "स": "s",
    "ह": "h", "क़": "k", "ख़": "x", "ग़": "g", "ज़": "z", "ड़": "r", "ढ़": "r", "फ़": "f",
}  # fmt: skip
_VOWELS_OF_DEVANAGARI = frozenset(sign for sign in _DEVANAGARI if not "क" <= sign[:1] <= "ह")
_NUKTA = "\u093c"


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The sounds of one written word; empty where it has no letters. Case and diacritics play no part."""
    word = unicodedata.normalize("NFC", word.lower())
    of = script(word)
    if of == "Latn":
        said = _read_latin(word)
    elif of == "Deva":
        said = _read_devanagari(word)
    elif of in ("Arab", "Hebr", "Cyrl", "Kana", "Hang", "Hani"):
        said = _read_by_table(graphemes(word, of), of)
    else:
        said = _read_latin(_romanize(word))
    return _DOUBLED.sub(r"\1", said)


def script(word: str) -> str:
    """The ISO 15924 code of the first letter's script, ``Zyyy`` where it is none of those told apart here."""
    for character in word:
        if character.isalpha():
            return _script_of(character)
    return "Zyyy"


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """The bare letters of a word: lower case, without diacritics, marks or punctuation."""
    if word.isascii():
        return "".join(filter(str.isalnum, word.lower()))
    parts = unicodedata.normalize("NFD", word.lower())
    kept = [part for part in parts if part.isalnum() or (unicodedata.combining(part) in _SIGNS and _is_mark(part))]
    return unicodedata.normalize("NFC", "".join(kept))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


@lru_cache(maxsize=4096)
def _script_of(character: str) -> str:
    code = ord(character)
    for first, last, name in _RANGES:
        if first <= code <= last:
            return name
    return "Zyyy"


_RANGES = (
    (0x0041, 0x024F, "Latn"),
    (0x1E00, 0x1EFF, "Latn"),
    (0x0370, 0x03FF, "Grek"),
    (0x0400, 0x052F, "Cyrl"),
    (0x0590, 0x05FF, "Hebr"),
    (0x0600, 0x077F, "Arab"),
    (0x08A0, 0x08FF, "Arab"),
    (0xFB50, 0xFDFF, "Arab"),
    (0xFE70, 0xFEFF, "Arab"),
    (0x0900, 0x097F, "Deva"),
    (0x3040, 0x30FF, "Kana"),
    (0x4E00, 0x9FFF, "Hani"),
    (0x3400, 0x4DBF, "Hani"),
    (0xAC00, 0xD7AF, "Hang"),
)


def _read_latin(word: str) -> str:
    word = word.translate(_BARE)
    word = "".join(letter for letter in unicodedata.normalize("NFD", word) if letter.isalpha())
    word = _HARD_ENDING.sub("gh", _SLAVIC_ENDING.sub("tch", _FRENCH_ENDING.sub("o", word)))
    return _SPELLING.sub(lambda match: _SPELLINGS[match.group()], word)


def _read_devanagari(word: str) -> str:
    letters: list[str] = []
    for character in word:
        if character == _NUKTA and letters:
            letters[-1] += character
        else:
            letters.append(character)
    said = []
    for place, letter in enumerate(letters):
        said.append(_DEVANAGARI.get(letter, _DEVANAGARI.get(letter[:1], "")))
        if _keeps_inherent_vowel(letters, place):
            said.append("a")
    return "".join(said).replace("ts", "c")


def _keeps_inherent_vowel(letters: list[str], place: int) -> bool:
    """Between two consonants the unwritten vowel is spoken, but not where written vowels stand on both sides."""
    if place + 1 >= len(letters) or not (_is_consonant(letters[place]) and _is_consonant(letters[place + 1])):
        return False
    vowel_before = place > 0 and letters[place - 1] in _VOWELS_OF_DEVANAGARI
    vowel_after = place + 2 < len(letters) and letters[place + 2] in _VOWELS_OF_DEVANAGARI
    return not (vowel_before and vowel_after)


def _is_consonant(letter: str) -> bool:
    return "क" <= letter[:1] <= "ह"


def graphemes(word: str, of: str) -> list[str]:
    """The signs that the table knows: jamo, kana with their small vowels, else single characters."""
    if of == "Hang":
        return list(unicodedata.normalize("NFD", word))
    if of == "Arab":
        return list(_MARKS_OF_ARABIC.sub("", word))
    if of != "Kana":
        return list(word)
    signs: list[str] = []
    for character in word:
        kana = chr(ord(character) + _KATAKANA_OFFSET) if "\u3041" <= character <= "\u3096" else character
        if signs and kana in _SMALL_KANA:
            signs[-1] += kana
        else:
            signs.append(kana)
    return signs


def _read_by_table(signs: list[str], of: str) -> str:
    alone, before, after = _table(of)
    said = []
    for place, sign in enumerate(signs):
        previous = signs[place - 1] if place else "^"
        following = signs[place + 1] if place + 1 < len(signs) else "$"
        readings = (alone.get(sign), before.get((sign, following)), after.get((previous, sign)))
        known = [reading for reading in readings if reading is not None]
        said.append(max(known)[1] if known else _read_latin(_romanize(sign)))
    return "".join(said)


_Readings = tuple[
    dict[str, tuple[float, str]], dict[tuple[str, str], tuple[float, str]], dict[tuple[str, str], tuple[float, str]]
]


@cache
def _tables() -> dict[str, _Readings]:
    tables: dict[str, _Readings] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        of, previous, sign, following, said, weight = line.split("\t")
        alone, before, after = tables.setdefault(of, ({}, {}, {}))
        reading = (float(weight), said)
        if following:
            before[sign, following] = reading
        elif previous:
            after[previous, sign] = reading
        else:
            alone[sign] = reading
    return tables


def spoken_otherwise(bare: str) -> tuple[str, ...]:
    """The sounds that other scripts give to a frequent Latin name whose spelling does not show them ("Michael")."""
    return _spoken().get(bare, ())


@cache
def _spoken() -> dict[str, tuple[str, ...]]:
    spoken = {}
    for line in SPOKEN.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            name, *said = line.split("\t")
            spoken[name] = tuple(said)
    return spoken


def _table(of: str) -> _Readings:
    return _tables()[of]


def _romanize(word: str) -> str:
    from anyascii import anyascii

    return str(anyascii(word)).lower()
