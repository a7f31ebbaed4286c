"""Names beside a cue that no tagger marked: a run of capitalised words, or of words in a script without capitals.

What belongs here: reading such a run conservatively, with the words of a language's speech section as its limits.
"""

from __future__ import annotations

from newsdiff.lang.marks import is_unspaced
from newsdiff.model import Span
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.speech_words import Speech

_LONGEST_NAME = 4
_LONGEST_PARTICLE = 3
_NATIVE_NAME = 2
_JOINTS = (" ", "\u00a0", "’", "'", ". ", "-")


def name_after(passage: Passage, speech: Speech, at: int, stop: int) -> Span | None:
    """The name that begins at word ``at`` or after the titles and common nouns there, before word ``stop``."""
    if at >= stop:
        return None
    if _has_case(passage, at):
        return _capitalised_after(passage, speech, at, stop)
    return _native_name(passage, speech, _native_run(passage, speech, at, stop))


def name_following(passage: Passage, speech: Speech, at: int, stop: int) -> Span | None:
    """The name of two words or more, in a script without capitals, that stands right behind what its bearer works for."""
    if at >= stop or _has_case(passage, at):
        return None
    run = _native_run(passage, speech, at, stop)
    nameless = _nameless(speech)
    if not _NATIVE_NAME <= len(run) <= _LONGEST_NAME:
        return None
    if any(_is_definite(speech, w) or w in nameless for w in (passage.words[number].folded for number in run)):
        return None
    return Span(passage.words[run[0]].start, passage.words[run[-1]].end)


def _native_run(passage: Passage, speech: Speech, at: int, stop: int) -> list[int]:
    """The words from ``at`` on that may be a name in a script without capitals."""
    run: list[int] = []
    while at < stop and len(run) <= _LONGEST_NAME + 1 and (not run or _joined(passage, at - 1)):
        folded = passage.words[at].folded
        if folded in speech.prepositions | speech.relatives | speech.complementizers | speech.conjunctions:
            break
        if _is_prefixed(speech, folded) or folded in speech.fillers or not _is_native(passage, at):
            break
        if speech.verbs.length_at(passage.words, at):
            break
        run.append(at)
        at += 1
    return run


def name_before(passage: Passage, speech: Speech, at: int, start: int) -> Span | None:
    """The name whose last word is ``at``, with no word before ``start``."""
    if at < start:
        return None
    if _has_case(passage, at):
        return _capitalised_before(passage, speech, at, start)
    run: list[int] = []
    while at >= start and len(run) <= _LONGEST_NAME and (not run or _joined(passage, at)):
        folded = passage.words[at].folded
        if folded in speech.postpositions or folded in speech.prepositions or not _is_native(passage, at):
            break
        run.insert(0, at)
        at -= 1
    if run and run[0] and passage.words[run[0] - 1].folded in speech.indefinites:
        return None
    return _native_name(passage, speech, run)


def name_beginning(passage: Passage, speech: Speech, sentence: Span) -> Span | None:
    """The name of two words or more with which a sentence begins, where no tagger saw anything."""
    words = passage.words_in(sentence.start, sentence.end)
    if not words or passage.words[words[0]].start in passage.named or not _has_case(passage, words[0]):
        return None
    name = _capitalised_first(passage, speech, words[0], words.stop)
    if name is None or name.start != passage.words[words[0]].start:
        return None
    own = passage.words_in(name.start, name.end)
    goes_on = own.stop < words.stop and passage.text[passage.words[own.stop].start].islower()
    return name if len(own) > 1 and goes_on else None


def _native_name(passage: Passage, speech: Speech, run: list[int]) -> Span | None:
    folded = [passage.words[number].folded for number in run]
    while run and (folded[0] in speech.titles or folded[0] in speech.spokespeople):
        run, folded = run[1:], folded[1:]
    if len(run) > _NATIVE_NAME:
        run, folded = run[-_NATIVE_NAME:], folded[-_NATIVE_NAME:]
    nameless = _nameless(speech)
    if not run or any(w in nameless or w in speech.pronouns or _is_definite(speech, w) for w in folded):
        return None
    lone = len(run) == 1 or speech.words.verb_first
    if lone and not any(_recurs(passage, number) for number in run):
        return None
    return Span(passage.words[run[0]].start, passage.words[run[-1]].end)


def _nameless(speech: Speech) -> frozenset[str]:
    """Words that stand for people and things without naming them."""
    return speech.anonymous | speech.nouns | speech.titles.keys() | speech.bystanders | speech.relations


def _is_definite(speech: Speech, folded: str) -> bool:
    """Tell whether a word carries the article as its first letters, as common nouns do."""
    prefixes = speech.words.article_prefixes
    return any(folded.startswith(article) and len(folded) > len(article) + 1 for article in prefixes)


def _is_prefixed(speech: Speech, folded: str) -> bool:
    return any(len(prefix) > 1 and folded.startswith(prefix) for prefix in speech.words.preposition_prefixes)


def _capitalised_after(passage: Passage, speech: Speech, at: int, stop: int) -> Span | None:
    return _capitalised_first(passage, speech, at, stop) or apposed_name(passage, speech, at, stop)


def apposed_name(passage: Passage, speech: Speech, at: int, stop: int) -> Span | None:
    """The name of two words or more right after the first comma from word ``at`` on: "the mayor of Y, X"."""
    for number in range(at, stop - 1):
        between = passage.text[passage.words[number].end : passage.words[number + 1].start]
        if between.strip() == ",":
            name = _capitalised_first(passage, speech, number + 1, stop)
            whole = name is not None and name.start == passage.words[number + 1].start
            return name if whole and len(passage.words_in(name.start, name.end)) > 1 else None  # type: ignore[union-attr]
    return None


def _capitalised_first(passage: Passage, speech: Speech, at: int, stop: int) -> Span | None:
    skipped = 0
    while at < stop and not _is_name_word(passage, speech, at) and skipped < _LONGEST_NAME:
        if passage.words[at].folded in speech.possessives | speech.prepositions | speech.relatives | speech.anonymous:
            return None
        if not _joined(passage, at) or passage.words[at].folded in speech.complementizers:
            return None
        at += 1
        skipped += 1
    run = []
    while at < stop and _is_name_word(passage, speech, at):
        run.append(at)
        at += 1
        if not _joined(passage, at - 1):
            break
        if at + 1 < stop and _is_particle(passage, at) and _is_name_word(passage, speech, at + 1):
            run.append(at)
            at += 1
    return _capitalised_name(passage, speech, run)


def _capitalised_before(passage: Passage, speech: Speech, at: int, start: int) -> Span | None:
    run: list[int] = []
    while at >= start and _is_name_word(passage, speech, at) and (not run or _joined(passage, at)):
        run.insert(0, at)
        at -= 1
        if at > start and _is_particle(passage, at) and _is_name_word(passage, speech, at - 1) and _joined(passage, at):
            run.insert(0, at)
            at -= 1
    return _capitalised_name(passage, speech, run)


def _capitalised_name(passage: Passage, speech: Speech, run: list[int]) -> Span | None:
    while run and passage.words[run[0]].folded in speech.titles:
        run = run[1:]
    if not run or len(run) > _LONGEST_NAME:
        return None
    if any(passage.words[number].folded in speech.anonymous for number in run):
        return None
    before = passage.words[run[0] - 1].folded if run[0] else ""
    if before in speech.prepositions:
        return None
    if len(run) == 1 and before in speech.determiners | speech.possessives:
        return None
    if len(run) == 1 and passage.begins_sentence(passage.words[run[0]].start) and not _recurs(passage, run[0]):
        return None
    span = Span(passage.words[run[0]].start, passage.words[run[-1]].end)
    return None if passage.text[span.end : span.end + 2] in ("'s", "’s") else span


def _recurs(passage: Passage, at: int) -> bool:
    """Tell whether a word stands elsewhere in the article as a name would: capitalised, or in a script without capitals."""
    return passage.names[passage.words[at].folded] > int(not passage.begins_sentence(passage.words[at].start))


def _is_name_word(passage: Passage, speech: Speech, at: int) -> bool:
    word = passage.words[at]
    if not passage.text[word.start].isupper() or word.end - word.start < 2:
        return passage.text[word.start].isupper() and passage.text[word.end : word.end + 1] == "."
    common = speech.prepositions | speech.determiners | speech.relatives | speech.complementizers | speech.conjunctions
    return (
        word.folded not in common
        and word.folded not in speech.pronouns
        and word.folded not in speech.fillers
        and word.folded not in speech.nouns
        and word.folded not in speech.spokespeople
    )


def _is_particle(passage: Passage, at: int) -> bool:
    word = passage.words[at]
    short = word.end - word.start <= _LONGEST_PARTICLE and word.folded.isalpha()
    return short and passage.text[word.end : word.end + 1] == " " and _joined(passage, at)


def _joined(passage: Passage, at: int) -> bool:
    """Tell whether nothing but a space or a name's own mark stands between a word and the next one."""
    if at + 1 >= len(passage.words):
        return False
    return passage.text[passage.words[at].end : passage.words[at + 1].start] in _JOINTS


def _has_case(passage: Passage, at: int) -> bool:
    character = passage.text[passage.words[at].start]
    return character.lower() != character.upper()


def _is_native(passage: Passage, at: int) -> bool:
    first = passage.text[passage.words[at].start]
    return first.isalpha() and not _has_case(passage, at) and not is_unspaced(first)
