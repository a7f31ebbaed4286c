"""Which marked stretches are quotations, and which are titles, names, single words or irony.

What belongs here: the judgement by length, cue and shape. Where nobody is said to speak, only what looks like a sentence
is a quotation.
"""

from __future__ import annotations

from newsdiff.lang.marks import is_unspaced
from newsdiff.model import Span
from newsdiff.parse.quotations.attribution import Attribution
from newsdiff.parse.quotations.missing_marks import Piece
from newsdiff.parse.quotations.passage import Passage

SHORT = 4
SHORTEST_SENTENCE = 5
_SHORTEST_NAMED = 6
_SHORTEST_FRAGMENT = 7
_LONGEST_TITLE = 12
_SIGNS_OF_A_WORD = 2
_CARRIER_BEFORE, _CARRIER_AFTER, _CARRIER_REACH = 10, 3, 60
_LONGEST_PHRASE = 3
_ENDINGS = ".!?…।؟。！？"


def is_quotation(passage: Passage, piece: Piece, attribution: Attribution, before: Span, paragraph: Span) -> bool:
    """Tell a quotation from a title, a name, a scare quote: by its length, its cue and its shape."""
    signs = _SIGNS_OF_A_WORD if is_unspaced(passage.text[piece.inner.start]) else 1
    count = passage.count(piece.inner)
    if attribution.speaker is None and _is_inscription(passage, piece, before):
        return False
    if not attribution.colon and _is_so_called(passage, before):
        return False
    starts = before.start == before.end
    leads = attribution.colon or (not starts and passage.text[before.end - 1] in ",،")
    if attribution.naming:
        return count >= _SHORTEST_NAMED
    if (
        signs > 1
        and (leads or (attribution.strength == "near" and not starts))
        and not attribution.colon
        and count < SHORTEST_SENTENCE * signs
    ):
        return False
    if attribution.strength == "beside":
        return count >= (1 if starts or leads else SHORT)
    if attribution.strength == "near" or count < SHORTEST_SENTENCE or _is_title(passage, piece.inner):
        return attribution.strength == "near" and count >= SHORTEST_SENTENCE
    if starts or attribution.colon:
        return _is_sentence(passage, piece, paragraph)
    titled = passage.text[piece.inner.start].isupper() and not _ends_sentence(passage, piece)
    return count >= _SHORTEST_FRAGMENT * signs and not titled


def _is_inscription(passage: Passage, piece: Piece, before: Span) -> bool:
    """Tell whether the words around a quotation say that it stands on something, or that a crowd shouts it."""
    speech = passage.speech_at(piece.outer.start)
    words = passage.words_in(before.start, before.end)
    after = passage.words_in(piece.outer.end, piece.outer.end + _CARRIER_REACH)
    near = [*words[-_CARRIER_BEFORE:], *after[:_CARRIER_AFTER]]
    return any(passage.words[number].folded in speech.inscriptions for number in near)


def _is_so_called(passage: Passage, before: Span) -> bool:
    """Tell whether the words right before a quotation make it a name."""
    speech = passage.speech_at(before.start)
    words = passage.words_in(before.start, before.end)
    return any(
        speech.so_called.length_at(passage.words, number, speech.words.cue_prefixes) == words.stop - number
        for number in words[-_LONGEST_PHRASE:]
    )


def _is_sentence(passage: Passage, piece: Piece, paragraph: Span) -> bool:
    text = passage.text
    whole = piece.outer.start == paragraph.start and paragraph.end - piece.outer.end <= 1
    follows = text[piece.outer.end : piece.outer.end + 1] in (".", "।", "。", ",", "，")
    return not text[piece.inner.start].islower() and (whole or follows or _ends_sentence(passage, piece))


def _ends_sentence(passage: Passage, piece: Piece) -> bool:
    return passage.text[piece.inner.end - 1] in _ENDINGS + ","


def _is_title(passage: Passage, inner: Span) -> bool:
    """Tell whether most long words are capitalised, as in a title."""
    words = [passage.words[n] for n in passage.words_in(inner.start, inner.end)]
    long = [word for word in words[1:] if word.end - word.start > 3 and word.folded.isalpha()]
    capitals = sum(passage.text[word.start].isupper() for word in long)
    return 1 < len(long) < _LONGEST_TITLE and capitals * 4 > len(long) * 3
