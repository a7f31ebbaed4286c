"""Text to sentences: where one ends, in any language, by the marks and abbreviations of its pack.

What belongs here: the rules, which know characters and cases but no word of any language; words are in the ``prose``
section of the packs. A line break ends a sentence, so that headlines and list items stand alone, unless the text is
wrapped at a fixed width; a full stop ends one unless an abbreviation, an initial, an ordinal or a number goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from newsdiff.lang.detect import sentence_language
from newsdiff.lang.pack import load_pack
from newsdiff.model.annotation import Sentence

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")
_SHORT_NUMBER = re.compile(r"\d{1,2}\.")
_ROMAN = re.compile(r"[IVX]{1,5}\.")
_LINE_BREAK = re.compile(r"\n\s*")
_SPACED_CLOSER = r"[ \u00a0\u202f]»(?!\w)"
_ELLIPSES = ("...", "…")
_LONGEST_CHUNK = 40
_SHORTEST_LAST_WORD = 3
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 120
_FEWEST_WRAPS = 3
_WRAPPED_SHARE = 0.9


@dataclass(frozen=True)
class _Rules:
    """The prose section of a pack, compiled."""

    end: re.Pattern[str]
    strong: frozenset[str]
    openers: str
    bullets: tuple[str, ...]
    glue: re.Pattern[str]
    letter_names: frozenset[str]
    initials: frozenset[str]
    ordinal_stop: bool
    abbreviations: frozenset[str]
    number_abbreviations: frozenset[str]
    closing_abbreviations: frozenset[str]
    function_words: frozenset[str]


@cache
def _rules(code: str) -> _Rules:
    prose = load_pack(code).prose
    marks = re.escape("".join((*prose.strong_ends, *prose.weak_ends)))
    closers = re.escape("".join(prose.closing_marks))
    openers = "".join(prose.opening_marks)
    return _Rules(
        end=re.compile(rf"(?P<marks>[{marks}]+)(?P<closers>(?:[{closers}]|{_SPACED_CLOSER}|\[\d{{1,3}}\])*)"),
        strong=frozenset(prose.strong_ends),
        openers=openers,
        bullets=prose.bullets,
        glue=re.compile(rf"[{closers}{re.escape(openers)}/]"),
        letter_names=frozenset(prose.letter_names),
        initials=frozenset(prose.initials),
        ordinal_stop=prose.ordinal_stop,
        abbreviations=frozenset(prose.abbreviations),
        number_abbreviations=frozenset(prose.number_abbreviations),
        closing_abbreviations=frozenset(prose.closing_abbreviations),
        function_words=frozenset(prose.function_words),
    )


def split_sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text written mainly in ``language`` (ISO 639-1; ``und`` where unknown).

    They are trimmed of white space, in order, do not overlap, and hold every other character of the text. A sentence in
    another language than the text has its own where the evidence is strong. Takes time linear in the length.
    """
    rules = _rules(language)
    return tuple(
        Sentence(start, end, sentence_language(text[start:end], language))
        for unit_start, unit_end in _units(text, rules)
        for start, end in _sentences(text, unit_start, unit_end, rules)
    )


def _units(text: str, rules: _Rules) -> Iterator[tuple[int, int]]:
    """Yield what lies between line breaks that end a sentence."""
    width = _wrap_width(text)
    start = 0
    for match in _LINE_BREAK.finditer(text):
        if width and match.group().count("\n") == 1 and not text.startswith(rules.bullets, match.end()):
            line_start = text.rfind("\n", 0, match.start()) + 1
            if not _fits(text, line_start, match.start(), match.end(), width):
                continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _wrap_width(text: str) -> int:
    """Return the width at which the text is wrapped; 0 where its line breaks mean something.

    Wrapped is a text in which hardly a line would have had room for the first word of the next one.
    """
    width = max(map(len, text.split("\n")))
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    full = breaks = line_start = 0
    for match in _LINE_BREAK.finditer(text):
        if match.group().count("\n") == 1:
            breaks += 1
            full += not _fits(text, line_start, match.start(), match.end(), width)
        line_start = match.end()
    return width if breaks >= _FEWEST_WRAPS and full >= _WRAPPED_SHARE * breaks else 0


def _fits(text: str, line_start: int, line_end: int, next_start: int, width: int) -> bool:
    word = re.compile(r"\S*").match(text, next_start)
    return line_end - line_start + 1 + (len(word.group()) if word else 0) <= width


def _sentences(text: str, start: int, stop: int, rules: _Rules) -> Iterator[tuple[int, int]]:
    pending: tuple[int, int] | None = None
    for a, b in _cuts(text, start, stop, rules):
        if pending is not None and not any(map(str.isalnum, text[a:b])):
            pending = pending[0], b
            continue
        if pending is not None:
            yield pending
        pending = a, b
    if pending is not None:
        yield pending


def _cuts(text: str, start: int, stop: int, rules: _Rules) -> Iterator[tuple[int, int]]:
    unit_start = start
    for match in rules.end.finditer(text, start, stop):
        if match.end() < stop and _ends_here(text, unit_start, stop, match, rules):
            yield from _trimmed(text, start, match.end())
            start = match.end()
    yield from _trimmed(text, start, stop)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _ends_here(text: str, unit_start: int, stop: int, match: re.Match[str], rules: _Rules) -> bool:
    """Tell whether a sentence ends with these marks, by the words before and after them."""
    marks, after = match["marks"], match.end()
    following = after
    while following < stop and (text[following].isspace() or text[following] in rules.openers):
        following += 1
    if following == stop:
        return False
    if any(mark in rules.strong for mark in marks):
        return text[following] not in ",;:،؛"
    glued = not text[after].isspace()
    chunk = _chunk_before(text, unit_start, match.end("marks"), rules)
    if glued:
        return bool(match["closers"] or following == after) and _starts_glued(text, following, match, chunk, rules)
    next_word = _word_at(text, following)
    if not next_word and not text[following].isdigit():
        return text[following] not in ",;:،؛.!?…)"
    if next_word and next_word[0].islower() and not _CAMEL.match(next_word):
        return False
    if marks in _ELLIPSES and not next_word[:1].isupper():
        return not next_word
    if marks != ".":
        return True
    return _full_stop_ends(text, unit_start, match.start(), chunk, next_word, rules)


def _full_stop_ends(text: str, unit_start: int, place: int, chunk: str, next_word: str, rules: _Rules) -> bool:
    opens = bool(next_word) and next_word[0].isupper() and next_word.lower() in rules.function_words
    before = text[max(unit_start, place - _LONGEST_CHUNK) : place + 1 - len(chunk)].split()
    spaced = (before[-1] if before else "") + chunk
    if _known(chunk, rules.abbreviations) or _known(spaced, rules.abbreviations):
        return False
    if not next_word and _known(chunk, rules.number_abbreviations):
        return False
    if chunk[:-1] in rules.letter_names:
        return True
    if _known(chunk, rules.closing_abbreviations) or _are_initials(chunk, rules):
        return opens
    if _SHORT_NUMBER.fullmatch(chunk) or _ROMAN.fullmatch(chunk):
        if not before and text[unit_start : place + 1].strip() == chunk:
            return False
        return not rules.ordinal_stop or opens
    return True


def _starts_glued(text: str, following: int, match: re.Match[str], chunk: str, rules: _Rules) -> bool:
    """Tell whether a sentence begins right after the marks, without a space: "werden.Es", "Ende.”Dies"."""
    next_word = _word_at(text, following)
    if not next_word or next_word[0].islower():
        return False
    caseless = not next_word[0].isupper()
    if match["closers"]:
        return caseless or not next_word[1:2].isupper()
    before = chunk.rstrip(match["marks"])
    if caseless:
        whole = chunk + text[following:].split(maxsplit=1)[0]
        return len(before) > 1 and not before.isascii() and not _abbreviates(chunk, whole, rules)
    return before.isalpha() and before.islower() and len(before) >= _SHORTEST_LAST_WORD and next_word[1:].islower()


def _abbreviates(chunk: str, whole: str, rules: _Rules) -> bool:
    words = rules.abbreviations | rules.number_abbreviations | rules.closing_abbreviations
    return chunk in words or whole in words or _are_initials(chunk, rules)


def _chunk_before(text: str, start: int, end: int, rules: _Rules) -> str:
    """Return what stands without a space before ``end``, from the last quotation mark, bracket, apostrophe or dash on."""
    words = text[max(start, end - _LONGEST_CHUNK) : end].split()
    return rules.glue.split(words[-1])[-1] if words else ""


def _word_at(text: str, place: int) -> str:
    match = _WORD.match(text, place)
    return match.group() if match else ""


def _are_initials(chunk: str, rules: _Rules) -> bool:
    """Tell whether it is one letter or a row of them, each with its full stop: "J.", "U.S.", "एम.एस."."""
    letters = chunk[:-1].split(".")
    return all((len(letter) == 1 and letter.isalpha()) or letter in rules.initials for letter in letters)


def _known(chunk: str, words: frozenset[str]) -> bool:
    """Tell whether an abbreviation is listed, be it in small letters and at the start of a sentence."""
    return chunk in words or (len(chunk) > 2 and (chunk[0].lower() + chunk[1:]) in words)
