"""Which language a text is in: by its script, then by its function words, and only in doubt by a classifier.

Function words decide nearly every article and cost a millisecond; the classifier (py3langid, 97 languages) takes about
half a second to load, and is loaded only where they leave a doubt. lingua was left out for its 96 MB.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from newsdiff.lang.pack import languages, load_pack

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
_WORD = re.compile(rf"(?:[^\W\d_]|[{_MARKS}])+(?:[’'](?=[^\W\d_]))?")
_LONGEST_SAMPLE = 20_000
_LEAST_LETTERS = 2
_LEAST_WORDS = 4
_LEAST_LETTERS_TO_CLASSIFY = 16
_LEAST_PROBABILITY = 0.7
_LEAST_PROBABILITY_BACKED = 0.4
_BACKED_SHARE = 0.75
_LEAST_SCORE = 1.5
_FOREIGN_SCRIPT_SHARE = 0.3
_KANA_SHARE = 0.05
_LEAST_SHARE = 0.2
_LEAD = 1.5
_WORDS_OF_OTHER_LANGUAGE = 8
_OTHER_SHARE = 0.25
_MAIN_SHARE = 0.1
_SCRIPT_SHARE = 0.8
_WORDS_OF_OTHER_SCRIPT = 3


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that most of a text is in, or None where it cannot be told.

    A text without a word, of a name alone, or in a script or language that is not known gives None. What stands between
    may be in other languages; for that, ask `sentence_language`.
    """
    sample = text[:_LONGEST_SAMPLE]
    script = _main_script(_count_scripts(sample))
    if script is None:
        return None
    only = load_pack("und").prose.scripts_of_one_language.get(script)
    if only is not None:
        return only
    words = [word for word in _words(sample) if _script_of(word[0]) == script]
    return _by_function_words(words) or _by_classifier(sample, words)


def sentence_language(sentence: str, main: str) -> str:
    """Return the language of a sentence in a text that is mainly in ``main``: another one only on strong evidence.

    Strong is a sentence wholly in a script that ``main`` is not written in, or one of eight words and more that has a
    quarter of function words of the other language and hardly any of ``main``. A name is no evidence.
    """
    words = _words(sentence)
    if len(words) < _WORDS_OF_OTHER_SCRIPT:
        return main
    own = _telling_words().get(main)
    if own is None:
        return main
    shares = _shares(words)
    if max(shares.values(), default=0.0) == shares.get(main, 0.0) and main in shares:
        return main
    in_script = sum(_script_of(word[0]) == own.script for word in words)
    if in_script <= (1 - _SCRIPT_SHARE) * len(words):
        return _of_other_script(sentence, words, main)
    if len(words) < _WORDS_OF_OTHER_LANGUAGE or shares.get(main, 0.0) > _MAIN_SHARE:
        return main
    other = _best(words)
    return other if other is not None and shares[other] >= _OTHER_SHARE else main


def _of_other_script(sentence: str, words: Sequence[str], main: str) -> str:
    script = _main_script(_count_scripts(sentence))
    only = load_pack("und").prose.scripts_of_one_language.get(script or "")
    if only is not None:
        return only
    return _by_function_words(words) or main if len(words) >= _WORDS_OF_OTHER_LANGUAGE else main


class _Telling:
    """The function words of one language, and the script that they are written in."""

    __slots__ = ("script", "words")

    def __init__(self, words: Sequence[str]) -> None:
        self.words = frozenset(word.lower() for word in words)
        self.script = _script_of(words[0][0])


@cache
def _telling_words() -> Mapping[str, _Telling]:
    known = {code: load_pack(code).prose.function_words for code in languages()}
    known |= load_pack("und").prose.function_words_elsewhere
    return {code: _Telling(words) for code, words in sorted(known.items()) if words}


@cache
def _languages_of_words() -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for code, telling in _telling_words().items():
        for word in telling.words:
            found[word].append(code)
    return {word: tuple(codes) for word, codes in found.items()}


def _words(text: str) -> list[str]:
    return [word.lower().replace("'", "’") for word in _WORD.findall(text) if word[0].isalpha()]


def _shares(words: Sequence[str]) -> dict[str, float]:
    """Return the share of the words that are function words of each language."""
    languages_of = _languages_of_words()
    counts: defaultdict[str, int] = defaultdict(int)
    for word in words:
        for code in languages_of.get(word, ()):
            counts[code] += 1
    return {code: count / len(words) for code, count in counts.items()}


def _best(words: Sequence[str]) -> str | None:
    """Return the language that leads clearly when every function word counts for the languages that share it."""
    scores: defaultdict[str, float] = defaultdict(float)
    for word in words:
        codes = _languages_of_words().get(word, ())
        for code in codes:
            scores[code] += 1 / len(codes)
    first, *others = sorted(scores, key=lambda code: (-scores[code], code)) or [""]
    if scores[first] < _LEAST_SCORE or (others and scores[first] < _LEAD * scores[others[0]]):
        return None
    return first


def _by_function_words(words: Sequence[str]) -> str | None:
    if len(words) < _LEAST_WORDS:
        return None
    best = _best(words)
    return best if best is not None and _shares(words)[best] >= _LEAST_SHARE else None


def _by_classifier(text: str, words: Sequence[str]) -> str | None:
    """Ask the classifier; its answer needs less certainty where the function words back it."""
    if sum(map(len, words)) < _LEAST_LETTERS_TO_CLASSIFY:
        return None
    code, probability = _classifier().classify(text)
    code = {"nb": "no", "nn": "no"}.get(code, str(code))
    shares = _shares(words)
    backed = code in shares and shares[code] >= _BACKED_SHARE * max(shares.values())
    if len(code) != 2 or probability < (_LEAST_PROBABILITY_BACKED if backed else _LEAST_PROBABILITY):
        return None
    return code


@cache
def _classifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _script_of(character: str) -> str:
    """Return the first word of the character's name, which is its script for letters."""
    return unicodedata.name(character, "").split(" ")[0].split("-")[0]


def _count_scripts(text: str) -> Counter[str]:
    scripts: Counter[str] = Counter()
    for character, count in Counter(text).items():
        if character.isalpha():
            scripts[_script_of(character)] += count
    return scripts


def _main_script(scripts: Mapping[str, int]) -> str | None:
    """Return the script of a text. Latin names stand in texts of every script, so Latin needs a large majority."""
    letters = sum(scripts.values())
    if letters < _LEAST_LETTERS:
        return None
    kana = scripts.get("HIRAGANA", 0) + scripts.get("KATAKANA", 0)
    if kana and kana >= _KANA_SHARE * (kana + scripts.get("CJK", 0)):
        scripts = {**scripts, "HIRAGANA": kana + scripts.get("CJK", 0), "CJK": 0}
    others = {script: count for script, count in scripts.items() if script != "LATIN"}
    other = max(sorted(others), key=others.__getitem__, default=None)
    if other is not None and others[other] >= _FOREIGN_SCRIPT_SHARE * letters:
        return other
    return "LATIN"
