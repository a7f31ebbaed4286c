"""Text to tokens: words, numbers and marks with their place in the text.

What belongs here: where a token begins and ends, in any script. The rules go by character class and name no language, so that
one tokenizer serves every engine, and the tagger is trained on the tokens it will see. What an apostrophe hangs
on a name in some languages is told by their packs, and cut off in a text of one of them, or of an unknown language.

- A combining mark belongs to the word it stands in (Devanagari vowel signs, Arabic tashkil).
- A hyphen, an ampersand or an apostrophe joins the letters around it ("Jean-Luc", "AT&T", "O’Hara"), but an elided
  article is a token of its own ("d’" + "Italia"), and so are an English ending ("SafeWheels" + "’s"), an ending that the
  language hangs on names ("Tavira" + "’nın") and what a hyphen hangs on a name ("London" + "-" + "based").
- A separator between digits is part of the number ("200.000", "4,4").
- Where Arabic or Devanagari touches another script or a digit, a new token begins ("و" + "Dalton"); ideographs and kana
  stand alone.
- A web address is one token, without the marks of the sentence behind it.
- Quotation marks and all other marks are single tokens, however tightly they are glued.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from newsdiff.lang.marks import IDEOGRAPHS, JOINERS, mark_class
from newsdiff.lang.pack import has_words, languages, load_pack
from newsdiff.lang.prose import ProseWords
from newsdiff.model.annotation import Token

_ARABIC = "\u0600-\u065f\u066e-\u06ef\u06fa-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_DEVANAGARI = "\u0900-\u0965\u0970-\u097f\ua8e0-\ua8ff"
_FIRST_GREEK = "\u0370"
_FIRST_APART = "\u0600"
_APOSTROPHES = "'’ʼ"
_HYPHENS = "‐‑-"
_CUT_AT = frozenset(_APOSTROPHES + _HYPHENS)
_JOINTS = rf"&{_APOSTROPHES}{_HYPHENS}"
_ENGLISH_ENDINGS = frozenset({"s", "m", "d", "re", "ve", "ll"})
_SHORTEST_NAME = 3
_VOWELS = frozenset("aeiouyhœæ")
_HARMONIC_VOWELS = frozenset("aeıiou")
_LONGEST_ELISION = 5
_SHORTEST_COMPOUND_END = 5
_ADDRESS = r"(?:https?://|www\.)\S*[^\s.,;:!?…()\[\]<>\"'“”„«»‘’]"


@dataclass(frozen=True, slots=True)
class _Endings:
    """What an apostrophe hangs on names in any language, and the consonants that begin an ending only behind a vowel."""

    spelled: frozenset[str]
    buffers: frozenset[str]


@cache
def _endings() -> _Endings:
    packs = [load_pack(code).prose for code in languages()]
    spelled = (
        "".join(letters) for words in packs for ending in words.hung_endings for letters in _harmonies(ending, words)
    )
    return _Endings(frozenset(spelled), frozenset(letter for words in packs for letter in words.ending_buffers))


def _harmonies(ending: str, words: ProseWords) -> Iterator[tuple[str, ...]]:
    """An ending in every vowel and consonant that it may have, letter by letter."""
    return product(*(words.harmony.get(letter, (letter,)) for letter in ending))


@cache
def _may_hang(codes: tuple[str, ...]) -> bool:
    """Whether one of the languages hangs endings on names, or none of them is known."""
    known = [load_pack(code).prose for code in codes if has_words(code)]
    return not known or any(words.hung_endings for words in known)


@cache
def _token_pattern() -> re.Pattern[str]:
    """Compile the pattern of a raw token: a web address, an acronym, a word or number with its joints, or one mark."""
    letter = r"[^\W\d_]"
    inside = rf"(?:[^\W_]|[{mark_class()}])"
    acronym = rf"(?:{letter}\.){{2,}}(?:{letter}(?![^\W_]))?"
    joint = (
        rf"[{_APOSTROPHES}&](?=[^\W_])"
        rf"|(?:(?<!\d)[{_HYPHENS}](?=[^\W_])|[{_HYPHENS}](?=[^\W\d_]))"
        r"|(?<=\d)[.,٫٬](?=\d)"
        r"|(?<=[a-z])\.(?=[a-z])"
    )
    return re.compile(rf"{_ADDRESS}|{acronym}|{inside}+(?:(?:{joint}){inside}+)*|\S")


@cache
def _script_pattern() -> re.Pattern[str]:
    """Compile the pattern that cuts a word where a script that stands apart from the others begins or ends."""
    other = rf"[^{_ARABIC}{_DEVANAGARI}{IDEOGRAPHS}{_JOINTS}]+"
    return re.compile(
        rf"[{_ARABIC}{JOINERS}]+|[{_DEVANAGARI}{JOINERS}]+|[{IDEOGRAPHS}]|{other}(?:[{_JOINTS}]{other})*|[{_JOINTS}]"
    )


def tokenize(text: str, start: int = 0, end: int | None = None, codes: tuple[str, ...] = ()) -> tuple[Token, ...]:
    """Return the tokens of ``text[start:end]`` in order; their offsets count code points of the whole text.

    ``codes`` are the languages that it may be in; none where that is not known.
    White space separates tokens and is in none of them; every other character is in exactly one. Takes time linear
    in the length.
    """
    stop = len(text) if end is None else min(end, len(text))
    return tuple(Token(a, b, text[a:b]) for a, b in _places(text, start, stop, _may_hang(codes)))


def skip_addresses(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Let a sentence begin behind the web addresses in front of it, whose letters would pass for words of it."""
    first = next((place for place, token in enumerate(tokens) if not is_address(token.surface)), len(tokens))
    return tokens[first:]


def is_address(surface: str) -> bool:
    """Tell whether a token is a web address."""
    return surface.startswith(("http://", "https://", "www."))


def _places(text: str, start: int, stop: int, hung: bool) -> Iterator[tuple[int, int]]:
    held: tuple[int, int] | None = None
    for match in _token_pattern().finditer(text, start, stop):
        a, b = match.span()
        if held is not None:
            if text[a:b] == "." and a == held[1] and _name_follows(text, b, stop):
                yield held[0], b
                held = None
                continue
            yield held
            held = None
        if b - a == 1 and text[a].isupper():
            held = (a, b)
        elif b - a == 1 or is_address(text[a:b]):
            yield a, b
        else:
            yield from _cut_word(text, a, b, hung)
    if held is not None:
        yield held


def _name_follows(text: str, place: int, stop: int) -> bool:
    """Tell whether an initial's full stop is followed by a name: a capital letter, at most one space away."""
    if place < stop and text[place] in " \u00a0":
        place += 1
    return place < stop and text[place].isupper()


def _cut_word(text: str, a: int, b: int, hung: bool) -> Iterator[tuple[int, int]]:
    """Cut a raw word at changes of script, then each part at its joints."""
    if text[a:b].isascii() or max(text[a:b]) < _FIRST_APART:
        yield from _cut_joints(text, a, b, hung)
        return
    for match in _script_pattern().finditer(text, a, b):
        yield from _cut_joints(text, *match.span(), hung)


_LONGEST_TAIL = 40
"""Letters behind an apostrophe that are looked at: longer than any ending."""


def _cut_joints(text: str, a: int, b: int, hung: bool) -> Iterator[tuple[int, int]]:
    """Cut elided articles off the front, English endings and compound ends off the back."""
    if _CUT_AT.isdisjoint(text[a:b]):
        yield a, b
        return
    place = a
    while (place := place + 1) < b - 1:
        character = text[place]
        if character in _APOSTROPHES:
            head, tail = text[a:place], text[place + 1 : min(b, place + _LONGEST_TAIL)]
            if tail.lower() in _ENGLISH_ENDINGS:
                yield a, place
                yield place, b
                return
            if _hangs_on_name(head, tail):
                if not hung:
                    continue
                yield a, place
                yield place, b
                return
            if _is_elision(head, tail):
                yield a, place + 1
                a = place = place + 1
        elif character in _HYPHENS and _is_compound(text[a:place], text[place + 1 : b]):
            yield a, place
            yield place, place + 1
            yield place + 1, b
            return
    yield a, b


def _hangs_on_name(head: str, tail: str) -> bool:
    """Tell whether an ending hangs on a name ("Makar'ın", "Tavira'ya", "NATO'nun"), but "Sana'a", "Quell'un".

    Behind a vowel, an ending that is one begins with a consonant; letters that are spelled out may end in either.
    """
    endings = _endings()
    if not head[0].isupper() or tail not in endings.spelled or (tail == "un" and _is_elision(head, tail)):
        return False
    if head.isupper() and len(head) > 1:
        return True
    vowel = _plain(head[-1]) in _HARMONIC_VOWELS
    opens = _plain(tail[0]) in _HARMONIC_VOWELS
    fits = not opens if vowel else tail[0] not in endings.buffers
    return len(head) >= _SHORTEST_NAME and not head.endswith("qu") and fits


def _is_elision(head: str, tail: str) -> bool:
    """Tell whether the apostrophe between them stands for a vowel: "l’altro", "dell’Aia", "qu’il", but "O’Hara"."""
    if len(head) == 1:
        return head not in "Oo"
    consonant = _plain(head[-1]) not in _VOWELS or head[-2:].lower() == "qu"
    return len(head) <= _LONGEST_ELISION and consonant and _plain(tail[0]) in _VOWELS


def _is_compound(head: str, tail: str) -> bool:
    """Tell whether the hyphen hangs a common word on a name in Latin script: "Rome-based"."""
    return (
        head[0].isupper()
        and head[0] < _FIRST_GREEK
        and len(tail) >= _SHORTEST_COMPOUND_END
        and tail.islower()
        and tail.isalpha()
    )


def _plain(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.lower())[0]
