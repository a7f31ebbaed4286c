"""Clauses around a cue: which mentions in them may be a subject, and where the marks between words are.

What belongs here: what a preposition governs, what a name possesses, and which words say nothing of the subject.
"""

from __future__ import annotations

from newsdiff.parse.quotations.passage import Mention, Passage
from newsdiff.parse.quotations.speech_words import Speech

_PREPOSITION_WITHIN = 3
_AGED = 3
_LONGEST_MENTION = 60
_LONGEST_ABBREVIATION = 4
_CLAUSE_MARKS = ",;:()،؛–—"


def is_subject(passage: Passage, speech: Speech, mention: Mention, start: int) -> bool:
    """Whether a mention may be the subject of its clause: no preposition governs it, and it possesses nothing."""
    return governed(passage, speech, mention, start) == 0 and not possesses(passage, mention)


def candidates(passage: Passage, speech: Speech, start: int, end: int) -> list[Mention]:
    """The mentions in a stretch that may be a subject: people, or else organizations."""
    free = [m for m in passage.mentions_in(start, end) if m.end <= end and is_subject(passage, speech, m, start)]
    return [m for m in free if m.person] or free


def governed(passage: Passage, speech: Speech, mention: Mention, start: int) -> int:
    """How many words before a mention a preposition governs it; 0 where none does."""
    before = passage.words_in(start, mention.start + 1)
    if before and passage.words[before[-1]].start < mention.start < passage.words[before[-1]].end:
        prefix = passage.text[passage.words[before[-1]].start : mention.start]
        return int(prefix not in speech.words.cue_prefixes)
    own = passage.words_in(mention.start, mention.end)
    first = own[0] if own else (before[-1] if before else 0)
    reach = _PREPOSITION_WITHIN
    for distance in range(1, 2 * _PREPOSITION_WITHIN + 1):
        at = first - distance
        if distance > reach or at < 0 or passage.words[at].start < start or mark_between(passage, at):
            return 0
        folded = passage.words[at].folded
        told = folded not in speech.prepositions and (distance > 1 or not speech.determiners)
        if told and begins_subject(passage, speech, at):
            return 0
        if folded in speech.prepositions and speech.asides.length_at(passage.words, at) in range(2, distance + 1):
            return 0
        if folded in speech.prepositions and _governs_number(passage, at, distance):
            reach = distance + _PREPOSITION_WITHIN
        elif folded in speech.prepositions and _belongs_to_office(passage, speech, at, first):
            reach = distance + 1 + _PREPOSITION_WITHIN
        elif folded in speech.prepositions or (distance == 1 and carries_preposition(speech, folded)):
            return distance
    return 0


def begins_subject(passage: Passage, speech: Speech, at: int) -> bool:
    """Whether a new noun phrase begins at a word: "tras el partido | el capitán X", "po meczu | kapitan X".

    An article does behind a noun, where no article is a genitive; where there are none, an office in the nominative does.
    """
    folded = passage.words[at].folded
    articles = speech.determiners or speech.words.article_prefixes
    begins = folded in speech.determiners and not speech.words.frames_clause if articles else folded in speech.offices
    return begins and at > 0 and _ends_noun_phrase(speech, passage.words[at - 1].folded)


def _ends_noun_phrase(speech: Speech, folded: str) -> bool:
    """Whether a word may end a noun phrase: none of those after which one goes on or begins."""
    closed = (
        speech.prepositions, speech.determiners, speech.possessives, speech.indefinites, speech.conjunctions,
        speech.complementizers, speech.relatives,
    )  # fmt: skip
    letters = folded.replace("-", "").isalpha()
    return letters and not carries_preposition(speech, folded) and not any(folded in words for words in closed)


def _governs_number(passage: Passage, at: int, distance: int) -> bool:
    """Whether a preposition governs an age and not the name behind it: "dijo el golfista de 23 años X"."""
    return distance == _AGED and passage.words[at + 1].folded.isdecimal()


def _belongs_to_office(passage: Passage, speech: Speech, at: int, name: int) -> bool:
    """Whether a preposition only tells of what an office is, and the name stands behind: "la ministra dei Trasporti | X"."""
    between = range(at + 1, name)
    if not between or at == 0 or mark_between(passage, at - 1) or passage.words[at - 1].folded not in speech.offices:
        return False
    return not any(passage.words[number].folded in speech.offices | speech.kin for number in between)


def carries_preposition(speech: Speech, folded: str) -> bool:
    """Whether a preposition is written together with a word."""
    return folded not in speech.fillers and any(
        len(prefix) > 1 and folded.startswith(prefix) for prefix in speech.words.preposition_prefixes
    )


def possesses(passage: Passage, mention: Mention) -> bool:
    """Whether the mention is in the possessive: X's neighbour, Xs Nachbar."""
    endings = ("'s", "’s")
    after = passage.text[mention.end : mention.end + 2]
    if after in endings or passage.text[mention.start : mention.end].endswith(endings):
        return True
    ends = passage.speech_at(mention.start).words.genitive_ends
    own = passage.words_in(mention.start, mention.end) if ends else ()
    last = passage.words[own[-1]].folded if own else ""
    noun = after[:1] == " " and after[1:].isupper()
    return noun and any(last.endswith(end) and passage.names[last.removesuffix(end)] > 0 for end in ends)


def is_related(passage: Passage, speech: Speech, mention: Mention, first: int) -> bool:
    """Whether the noun before a name, from word ``first`` on, makes it another's: محامي X, شقيق العمدة X, "брат X"."""
    before = passage.words_in(passage.words[first].start, mention.start)
    if not before:
        return False
    noun = passage.words[before[-1]].folded
    if noun in speech.relations or (noun in speech.kin and not speech.determiners):
        return True
    definite = noun.removeprefix(next((p for p in speech.words.article_prefixes if noun.startswith(p)), ""))
    office = noun in speech.offices or definite in speech.offices
    return office and len(before) > 1 and passage.words[before[-2]].folded in speech.relations


def mention_over(passage: Passage, number: int) -> Mention | None:
    """The mention that holds a word, if any."""
    word = passage.words[number]
    for mention in reversed(passage.mentions_in(max(0, word.start - _LONGEST_MENTION), word.end)):
        if mention.start < word.end and word.start < mention.end:
            return mention
        if mention.end <= word.start:
            return None
    return None


def mark_between(passage: Passage, number: int, marks: str = _CLAUSE_MARKS) -> bool:
    """Whether one of the marks stands between a word and the next one; that inside a number ("1,2") is none."""
    if number < 0 or number + 1 >= len(passage.words):
        return False
    start, end = passage.words[number].end, passage.words[number + 1].start
    if end - start == 1 and passage.text[start - 1].isdigit() and passage.text[end].isdigit():
        return False
    return any(character in marks for character in passage.text[start:end])


def clause_start(passage: Passage, number: int, start: int) -> int:
    """The number of the first word of the clause that holds word ``number``, not before ``start``."""
    while number > start and not mark_between(passage, number - 1):
        number -= 1
    return number


def is_filler(passage: Passage, speech: Speech, number: int) -> bool:
    """Whether a word between a verb and its subject says nothing of the subject."""
    folded = passage.words[number].folded
    if folded in speech.pronouns:
        return speech.pronouns[folded] == "they" and _is_of_a_day(passage, speech, number)
    return folded in speech.fillers or folded in speech.negations or folded in speech.auxiliaries


def _is_of_a_day(passage: Passage, speech: Speech, number: int) -> bool:
    """Whether what may be a pronoun goes with the filler behind it, and a subject follows: "dijo este martes la ministra"."""
    behind = number + 2
    if behind >= len(passage.words) or passage.words[number + 1].folded not in speech.fillers:
        return False
    apart = mark_between(passage, number) or mark_between(passage, number + 1)
    opens = passage.words[behind].folded in speech.determiners | speech.prepositions
    return not apart and (opens or mention_over(passage, behind) is not None)


def subject_end(passage: Passage, speech: Speech, number: int, stop: int) -> int:
    """The number of the word that ends the subject after a verb: a clause about somebody, or another clause."""
    for at in range(number, stop):
        folded = passage.words[at].folded
        joins = folded in speech.conjunctions and mark_between(passage, at - 1)
        if joins or folded in speech.relatives or folded in speech.complementizers:
            return at
        if mark_between(passage, at, ".;:()!?؛؟।。！？；：\n") and not _is_abbreviated(passage, at):
            return at + 1
    return stop


def _is_abbreviated(passage: Passage, at: int) -> bool:
    word = passage.words[at]
    following = passage.words[at + 1].start if at + 1 < len(passage.words) else word.end
    between = passage.text[word.end : following]
    short = word.end - word.start <= _LONGEST_ABBREVIATION
    return short and between.strip() == "." and "\n" not in between and passage.text[following].isupper()
