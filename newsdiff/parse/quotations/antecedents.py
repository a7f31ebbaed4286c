"""Antecedents: the person whom a pronoun, a description or a dropped subject stands for.

What belongs here: recency, subjects before other names, gender where a title tells it, and the limits beyond which
nobody is guessed.
"""

from __future__ import annotations

from newsdiff.model import Span
from newsdiff.parse.quotations.clauses import is_subject, mark_between, mention_over
from newsdiff.parse.quotations.cues import cues_in
from newsdiff.parse.quotations.nearby_names import name_beginning
from newsdiff.parse.quotations.passage import Mention, Passage
from newsdiff.parse.quotations.speech_words import Speech

_ANTECEDENT_SENTENCES = 5
_ANTECEDENT_REACH = 1500
_SHORTEST_NOUN = 4
_VERB_REACH = 40
_ASKED_REACH = 400


def antecedent(
    passage: Passage, speech: Speech, at: int, gender: str = "any", *, sole: bool = False, agreeing: bool | None = None
) -> Span | None:
    """The person whom a pronoun at ``at`` stands for: named in its sentence or one of those before it.

    ``gender`` is he, she or any. With ``sole`` the sentence must name nobody else, as a description needs it. ``agreeing``
    tells whether the verb without a subject is feminine; of several people then one must be the subject of such a verb.
    """
    number = passage.sentence_number(at)
    for back in range(number, max(-1, number - _ANTECEDENT_SENTENCES - 1), -1):
        sentence = passage.sentences[back]
        within = Span(max(sentence.start, at - _ANTECEDENT_REACH), min(sentence.end, at))
        people = [m for m in passage.mentions_in(within.start, within.end) if m.person and m.end <= at]
        people = [m for m in people if _is_sure(passage, speech, m) and _fits(passage, speech, m, gender)]
        if sole and len({passage.text[m.start : m.end] for m in people}) > 1:
            return None
        if people and agreeing is not None and (len(people) > 1 or back < number - 1):
            people = [m for m in people if _agrees(passage, speech, m, feminine=agreeing)]
            if not people:
                return None
        found = _subject(passage, speech, within, people, begins=within.start == sentence.start)
        if found is not None:
            return found
        if _brings_somebody(passage, speech, within, kin=bool(people)):
            return None
        if len(people) == 1 and back < number:
            return people[0].span
    return None


def _subject(passage: Passage, speech: Speech, within: Span, people: list[Mention], *, begins: bool) -> Span | None:
    """The person who acts in a sentence: of several the one who speaks, else the first; or a name that nobody tagged."""
    if not people:
        return name_beginning(passage, speech, within) if begins and not speech.words.frames_clause else None
    subjects = [m for m in people if is_subject(passage, speech, m, within.start)]
    speaking = _speaking(passage, speech, within, subjects) if len(subjects) > 1 else None
    return speaking or (subjects[0].span if subjects else None)


def _is_sure(passage: Passage, speech: Speech, mention: Mention) -> bool:
    """Whether a mention is more than one capitalised word that begins a sentence and stands nowhere else as a name."""
    if gender_of(passage, speech, mention) is not None:
        return True
    words = passage.words_in(mention.start, mention.end)
    lone = len(words) == 1 and passage.begins_sentence(mention.start) and passage.text[mention.start].isupper()
    return not lone or passage.names[passage.words[words[0]].folded] > 0


def _brings_somebody(passage: Passage, speech: Speech, sentence: Span, *, kin: bool) -> bool:
    """Whether a sentence speaks of somebody without a name, with ``kin`` of X's wife or the wife of X, for whom a pronoun may stand."""
    nouns = speech.bystanders | speech.spokespeople | (speech.kin if kin else frozenset())
    return any(passage.words[number].folded in nouns for number in passage.words_in(sentence.start, sentence.end))


def described(passage: Passage, speech: Speech, at: int, words: tuple[str, ...]) -> Span | None:
    """The person whom a description of these words stands for: the one who is introduced with one of them.

    Where nobody is, the one person of the context, unless such people speak about others: "the prosecutor said".
    """
    telling = [word for word in words if len(word) >= _SHORTEST_NOUN and not _is_small(speech, word)]
    introduced = [passage.mentions[n] for word in telling for n in passage.introduced.get(word, ())]
    if introduced:
        surnames = {passage.text[m.start : m.end].split()[-1] for m in introduced}
        before = [m.span for m in introduced if m.end <= at]
        return max(before, default=introduced[0].span) if len(surnames) == 1 else None
    if any(word in speech.bystanders for word in words):
        return None
    return antecedent(passage, speech, at, sole=True)


def asked_by(passage: Passage, speech: Speech, one: Span) -> Span | None:
    """Who answers where one person asked or told another something in the sentence that names ``one``; else ``one``."""
    sentence = passage.sentences[max(0, passage.sentence_number(one.start))]
    sentence = Span(max(sentence.start, one.start - _ASKED_REACH), min(sentence.end, one.end + _ASKED_REACH))
    words = passage.words_in(sentence.start, sentence.end)
    people = [m for m in passage.mentions_in(sentence.start, sentence.end) if m.person]
    surname = passage.text[one.start : one.end].split()[-1]
    others = [m.span for m in people if passage.text[m.start : m.end].split()[-1] != surname]
    asks = any(passage.words[number].folded in speech.asking for number in words)
    if asks:
        return others[0] if len(others) == 1 else None
    tells = any(cue.addressing for cue in cues_in(passage, speech, words))
    return others[0] if tells and len(others) == 1 else one


def is_feminine(speech: Speech, verb: str) -> bool | None:
    """Whether the form of a verb says that a woman acts (قالت) or a man (قال); None where it does not tell."""
    ends = speech.words.feminine_ends
    forms = {verb, *(verb.removeprefix(prefix) for prefix in speech.words.cue_prefixes)}
    if any(form.endswith(ends) for form in forms):
        return True
    known = speech.verbs.by_first
    joined = {form + end[form.endswith(end[:1]) :] for form in forms for end in ends}
    return False if any(form in known for form in joined - forms) else None


def _agrees(passage: Passage, speech: Speech, mention: Mention, *, feminine: bool) -> bool:
    """Whether the word before a name, or the reporting verb there, has the gender of another verb: verbs come first."""
    before = passage.words_in(max(0, mention.start - _VERB_REACH), mention.start)
    if not before:
        return True
    cues = [number for number in before if speech.verbs.length_at(passage.words, number, speech.words.cue_prefixes)]
    verb = cues[-1] if cues else before[-1]
    return passage.words[verb].folded.endswith(speech.words.feminine_ends) == feminine


def _is_small(speech: Speech, word: str) -> bool:
    return word in speech.determiners | speech.prepositions | speech.possessives | speech.fillers | speech.conjunctions


def _fits(passage: Passage, speech: Speech, mention: Mention, gender: str) -> bool:
    known = gender_of(passage, speech, mention)
    return gender == "any" or known is None or known == gender


def gender_of(passage: Passage, speech: Speech, mention: Mention) -> str | None:
    """He or she where a title before the name tells, else None."""
    words = passage.words_in(max(0, mention.start - 40), mention.start + 1)
    for number in list(words)[::-1][:3]:
        word = passage.words[number]
        if word.folded in speech.titles:
            return speech.titles[word.folded]
        if number + 1 < len(passage.words) and word.end <= mention.start and mark_between(passage, number, ".;:،,"):
            return None
    return None


def _speaking(passage: Passage, speech: Speech, sentence: Span, subjects: list[Mention]) -> Span | None:
    """The one of several people in a sentence who speaks in it."""
    words = passage.words_in(sentence.start, sentence.end)
    for cue in reversed(cues_in(passage, speech, words)):
        number = cue.first - 1
        adjacent = mention_over(passage, number) if number >= words.start else None
        if adjacent in subjects:
            return adjacent.span if adjacent else None
    return None
