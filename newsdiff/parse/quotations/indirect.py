"""Indirect speech: what somebody says in the words of the article, given by a reporting verb or as a source.

What belongs here: "X said that ...", "X sagte, er habe ...", "قال X إن ...", "X ने कहा कि ...", with the content as a span. Only
what a named speaker says is taken. Phrases that name a source are read by ``according``.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsdiff.model import Span
from newsdiff.parse.quotations.according import around_source, by_source, source_before
from newsdiff.parse.quotations.attribution import resolve
from newsdiff.parse.quotations.clauses import mark_between, mention_over
from newsdiff.parse.quotations.cues import Cue, cues_in
from newsdiff.parse.quotations.embedded_clauses import embedded_before
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.reported import SHORTEST, Reported, content_span
from newsdiff.parse.quotations.speakers import clause_subject
from newsdiff.parse.quotations.speech_words import Speech

_TOLD_WITHIN = 2
_SHORTEST_OBJECT = 2
_COMPLEMENT_WITHIN = 12
_COMPLEMENT_NEAR = 7
_MARKS = ',:;।，：；。"“”„«»'
_SUBJUNCTIVE_WITHIN = 40


def reported_in(passage: Passage, sentence: Span) -> Iterator[Reported]:
    """The indirect speech of one sentence: one utterance for each reporting verb, or one for a source."""
    speech = passage.speech_at(sentence.start)
    words = passage.words_in(sentence.start, sentence.end)
    cues = cues_in(passage, speech, words)
    found = False
    free = words.start
    for number, cue in enumerate(cues):
        if cue.kind == "naming" or cue.first < free:
            continue
        source = source_before(passage, speech, cue, words)
        if source is not None:
            found = True
            yield from around_source(passage, range(source, cue.last), words, sentence)
            if source == words.start:
                break
            continue
        told = embedded_before(passage, speech, cue, free, words) or _behind(
            passage, speech, cues[number:], free, words
        )
        if told is None:
            continue
        content, speaker, free = told
        if speaker is not None:
            found = True
            yield Reported(
                content_span(passage, content.start, content.stop, sentence), speaker, cue.span(passage), cue.denied
            )
        if free >= words.stop:
            break
    if not found and not cues:
        yield from by_source(passage, speech, words, sentence)


def _behind(
    passage: Passage, speech: Speech, cues: list[Cue], free: int, words: range
) -> tuple[range, Span | None, int] | None:
    """What is reported behind the first of the cues, who says it, if that is told, and the word behind both."""
    cue = cues[0]
    begin = _content_start(passage, speech, cue, words)
    end = None if begin is None else _content_end(passage, speech, begin, cues[1:], words)
    if begin is None or end is None or end - begin < SHORTEST:
        return None
    start = passage.words[begin].start
    zone = Span(passage.words[free].start, passage.words[begin - 1].end if begin > cue.last else start)
    subject = clause_subject(passage, speech, cue, zone, after_quotation=False)
    speaker = resolve(passage, speech, subject, passage.words[cue.first].start, cue.first)
    apart = speaker is not None and not speaker.overlaps(Span(start, passage.words[end - 1].end))
    return range(begin, end), speaker if apart else None, end


def _content_start(passage: Passage, speech: Speech, cue: Cue, words: range) -> int | None:
    """The number of the first word of what a cue reports, or None."""
    if cue.last < words.stop and passage.words[cue.last].folded in speech.infinitive_marks:
        return None
    if _is_bare(passage, speech, cue, words):
        return cue.last
    near = speech.words.verb_first or speech.words.frames_clause
    for number in range(cue.last, min(words.stop, cue.last + (_COMPLEMENT_WITHIN if near else _COMPLEMENT_NEAR))):
        folded = passage.words[number].folded
        if folded in speech.complementizers:
            relative = number > cue.last and _begins_relative(passage, speech, cue, number)
            about_object = _is_about_object(passage, speech, cue, number)
            return None if relative or about_object else number + 1
        if _ends_clause(passage, number - 1):
            return _subjunctive_start(passage, speech, cue, number, words)
        if folded in speech.relatives:
            return None
    return None


def _begins_relative(passage: Passage, speech: Speech, cue: Cue, number: int) -> bool:
    """Tell whether a word that means "that" as well as "who" begins a clause about the speaker, what is said being told.

    It stands behind a comma, and its cue behind a quotation ("«...», dijo X, que vive aquí") or beside "so" ("así lo dijo X, que
    ...", "ha risposto così a X, che ...").
    """
    if passage.words[number].folded not in speech.relatives or not mark_between(passage, number - 1, ","):
        return False
    beside = [*range(max(0, cue.first - _TOLD_WITHIN), cue.first), cue.last]
    so = any(passage.words[at].folded in speech.resumptives for at in beside)
    return so or any(mark_between(passage, at, '"“”„«»–—') for at in beside[:-1])


def _is_about_object(passage: Passage, speech: Speech, cue: Cue, number: int) -> bool:
    """Whether the "that" at word ``number`` begins a clause about the object of the verb: "a annoncé les travaux que ...".

    Only where the word is a relative, too, and no subject follows its verb; a day in between is no object ("le 12 mai").
    """
    relative = passage.words[number].folded in speech.relatives and not speech.words.drops_pronoun
    if not relative or number - cue.last < _SHORTEST_OBJECT or mark_between(passage, number - 1):
        return False
    opening = passage.words[cue.last].folded in speech.determiners | speech.indefinites | speech.possessives
    last = passage.words[number - 1].folded
    return opening and last not in speech.fillers and not last.isdecimal()


def _is_bare(passage: Passage, speech: Speech, cue: Cue, words: range) -> bool:
    """Tell whether what is said follows its verb without any word or mark between."""
    bare = speech.bare_verbs.length_at(passage.words, cue.first) > 0
    if not bare or words.stop - cue.last <= SHORTEST or mark_between(passage, cue.last - 1, _MARKS):
        return False
    return not _closes_quotation(passage, cue) and _opens_clause(passage, speech, cue.last)


def _closes_quotation(passage: Passage, cue: Cue) -> bool:
    """Whether quotation marks close right before a verb, so that its speaker follows: "...," said Halloran."""
    before = cue.first - 1
    single = mark_between(passage, before, ",") and mark_between(passage, before, "'’")
    return single or mark_between(passage, before, '"“”„«»')


def _ends_clause(passage: Passage, number: int) -> bool:
    return mark_between(passage, number, ':;"“”„«»') or mark_between(passage, number, ",")


def _opens_clause(passage: Passage, speech: Speech, number: int) -> bool:
    """Tell whether a word may begin what is said right after a verb."""
    folded = passage.words[number].folded
    if folded in speech.complementizers:
        return False
    if speech.agents:
        return not (folded in speech.auxiliaries or folded in speech.postpositions or folded in speech.conjunctions)
    opening = folded in speech.determiners or folded in speech.possessives or folded in speech.pronouns
    return opening or mention_over(passage, number) is not None


def _subjunctive_start(passage: Passage, speech: Speech, cue: Cue, number: int, words: range) -> int | None:
    if not speech.subjunctives or not mark_between(passage, number - 1, ","):
        return _complement_after_comma(passage, speech, cue, number, words)
    if passage.words[number].folded in speech.complementizers:
        return number + 1
    for at in range(number, min(words.stop, number + _SUBJUNCTIVE_WITHIN)):
        if passage.words[at].folded in speech.subjunctives:
            return number
        if at > number and mark_between(passage, at - 1, ',;:"“”„'):
            break
    return _complement_after_comma(passage, speech, cue, number, words)


def _complement_after_comma(passage: Passage, speech: Speech, cue: Cue, number: int, words: range) -> int | None:
    """Look past an apposition: "sagte X, die Leiterin, dass ...", not "dijo X, que vive aquí"."""
    for at in range(number, min(words.stop, number + _COMPLEMENT_WITHIN)):
        if mark_between(passage, at - 1, ':;"“”„«»'):
            return None
        if passage.words[at].folded in speech.complementizers and mark_between(passage, at - 1, ","):
            return None if _begins_relative(passage, speech, cue, at) else at + 1
    return None


def _content_end(passage: Passage, speech: Speech, begin: int, later: list[Cue], words: range) -> int:
    """The number of the word after the content: the sentence's end, or where another verb of speech takes over."""
    for cue in later:
        joint = cue.first - 1
        while joint > begin and passage.words[joint].folded in speech.fillers:
            joint -= 1
        if joint > begin and passage.words[joint].folded in speech.conjunctions:
            return joint
        prefixed = passage.words[cue.first].folded.startswith(speech.words.cue_prefixes)
        if prefixed and cue.first > begin and mark_between(passage, cue.first - 1, "،,"):
            return cue.first
    return words.stop
