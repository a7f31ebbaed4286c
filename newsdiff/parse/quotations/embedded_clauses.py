"""What is reported in a clause that stands in front of its verb: "Feldt, köprünün mayısta açılacağını söyledi".

What belongs here: where such a clause begins and ends and whose it is. The ends of its own verb, which tell it, are the
pack's. Only a name that nothing is hung on is a subject: "Feldt'in" is whose something is.
"""

from __future__ import annotations

from newsdiff.model import Span
from newsdiff.parse.quotations.clauses import mark_between
from newsdiff.parse.quotations.cues import Cue
from newsdiff.parse.quotations.passage import Mention, Passage
from newsdiff.parse.quotations.speech_words import Speech

_SHORTEST = 3
_STATEMENT_WITHIN = 8
_HUNG = tuple("'’")
_COMMA = ","
_QUOTES = '"“”„«»'
_ANY = f"{_QUOTES},:;()–—"


def embedded_before(
    passage: Passage, speech: Speech, cue: Cue, free: int, words: range
) -> tuple[range, Span, int] | None:
    """The numbers of the words that are reported, who says it, and the word behind the cue; None where none stand in front of it.

    ``free`` is the first word of the sentence that no earlier cue has taken.
    """
    end = cue.first
    while end > free and passage.words[end - 1].folded in speech.fillers:
        end -= 1
    ends = speech.words.clause_ends
    if not ends or cue.kind == "naming" or end <= free or not passage.words[end - 1].folded.endswith(ends):
        return None
    if any(mark_between(passage, number) for number in range(end - 1, cue.first)):
        return None
    behind = _speaker_behind(passage, cue, words)
    speaker = behind or _speaker_before(passage, speech, words.start, end)
    if speaker is None:
        return None
    begin = free if behind is not None else max(free, passage.words_in(speaker.end, passage.words[end - 1].end).start)
    begin = _behind_statement(passage, speech, begin, end)
    return (range(begin, end), speaker.span, cue.last) if end - begin >= _SHORTEST else None


def _speaker_behind(passage: Passage, cue: Cue, words: range) -> Mention | None:
    """The name right behind a cue: "kapandığını söyleyen Feldt"."""
    if cue.last >= words.stop or mark_between(passage, cue.last - 1):
        return None
    start = passage.words[cue.last].start
    found = next((one for one in passage.mentions_in(start, passage.words[words.stop - 1].end)), None)
    return found if found is not None and found.start == start and not _is_hung_on(passage, found) else None


def _speaker_before(passage: Passage, speech: Speech, first: int, end: int) -> Mention | None:
    """The first name of a sentence, or behind a quotation in it, that may be the subject: with a comma behind, or a person."""
    quoted = [at for at in range(first, end) if mark_between(passage, at, _QUOTES)]
    first = quoted[-1] + 1 if quoted else first
    for mention in passage.mentions_in(passage.words[first].start, passage.words[end - 1].end):
        place = passage.words_in(mention.start, mention.end)
        if not place or any(mark_between(passage, number, _ANY) for number in range(first, place.start)):
            return None
        behind = passage.words[place.stop] if place.stop < end else None
        if behind is None or _is_hung_on(passage, mention):
            continue
        if mark_between(passage, place.stop - 1, _COMMA):
            return mention
        light = behind.folded not in speech.conjunctions | speech.postpositions
        if mention.person and light and passage.text[behind.start].islower():
            return mention
    return None


def _behind_statement(passage: Passage, speech: Speech, begin: int, end: int) -> int:
    """Where the clause begins behind small words and what names the statement: "salı günü yaptığı açıklamada, ..."."""
    stated = [
        at for at in range(begin, min(end, begin + _STATEMENT_WITHIN)) if passage.words[at].folded in speech.nouns
    ]
    begin = stated[-1] + 1 if stated else begin
    while begin < end and passage.words[begin].folded in speech.fillers:
        begin += 1
    return begin


def _is_hung_on(passage: Passage, mention: Mention) -> bool:
    """Whether an ending hangs on a name by an apostrophe."""
    return passage.text.startswith(_HUNG, mention.end)
