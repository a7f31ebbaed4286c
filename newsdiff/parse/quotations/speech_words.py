"""The words around speech: how a text is cut into words, and the phrases of a pack's speech section ready to look up.

What belongs here: words of any script and the compiled section, one for each language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsdiff.lang import LanguagePack, languages
from newsdiff.lang.marks import IDEOGRAPHS
from newsdiff.lang.speech import SpeechWords

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u200c\u200d"
_LETTER = rf"(?![{IDEOGRAPHS}])[^\W_]"
WORD = re.compile(rf"[{IDEOGRAPHS}]|{_LETTER}(?:{_LETTER}|[{_MARKS}])*(?:[-‐‑](?:{_LETTER}|[{_MARKS}])+)*")
_VOCALS = re.compile(r"[\u064b-\u0652\u0640\u0307]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its folded form (lower case, without Arabic vocalisation and the dot that "İ" leaves)."""

    start: int
    end: int
    folded: str


def fold(word: str) -> str:
    """The form in which words are compared with those of a language pack."""
    return _VOCALS.sub("", word.lower())


def cut_words(text: str, enclitics: tuple[str, ...] = ()) -> Iterator[Word]:
    """All words of a text, in order; one of the ``enclitics`` at the end of a word ("-t-il") leaves its pronoun as a word."""
    for match in WORD.finditer(text):
        start, end, folded = match.start(), match.end(), fold(match.group())
        tail = next((tail for tail in enclitics if folded.endswith(tail)), "") if folded.endswith(enclitics) else ""
        if not tail or len(folded) == len(tail):
            yield Word(start, end, folded)
            continue
        pronoun = tail.rpartition("-")[2]
        yield Word(start, end - len(tail), folded.removesuffix(tail))
        yield Word(end - len(pronoun), end, pronoun)


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases of one or several words, found by their first word."""

    by_first: dict[str, tuple[tuple[str, ...], ...]]

    def length_at(self, words: Sequence[Word], at: int, prefixes: tuple[str, ...] = ()) -> int:
        """How many words the longest phrase that begins at word ``at`` has; 0 where none does."""
        found = self._longest(words, at, words[at].folded)
        if not found and prefixes:
            first = words[at].folded
            for prefix in prefixes:
                if first.startswith(prefix) and len(first) > len(prefix) + 1:
                    found = max(found, self._longest(words, at, first[len(prefix) :]))
        return found

    def _longest(self, words: Sequence[Word], at: int, first: str) -> int:
        for phrase in self.by_first.get(first, ()):
            length = len(phrase)
            if length == 1:
                return 1
            if at + length <= len(words) and all(words[at + k].folded == phrase[k] for k in range(1, length)):
                return length
        return 0


def phrases_of(entries: Sequence[str]) -> Phrases:
    """Index phrases by their first word, the longest first."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for entry in entries:
        split = tuple(fold(match.group()) for match in WORD.finditer(entry))
        if split:
            by_first.setdefault(split[0], []).append(split)
    return Phrases({first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()})


@dataclass(frozen=True, slots=True)
class VerbFrames:
    """Verbs with the word that joins them to what they say of something ("described ... as"), found by the verb."""

    by_verb: dict[str, frozenset[str]]

    def head_at(self, words: Sequence[Word], at: int) -> int:
        """1 where word ``at`` is one of the verbs, whatever joins it; else 0."""
        return int(at < len(words) and words[at].folded in self.by_verb)

    def length_before(self, words: Sequence[Word], at: int, stop: int, prefixes: tuple[str, ...] = ()) -> int:
        """1 where word ``at`` is a verb and the word before ``stop`` joins it, if it needs one; else 0."""
        joins = self._joins(words[at].folded, prefixes)
        joined = "" in joins or (stop - 1 > at and words[stop - 1].folded in joins)
        return int(joined)

    def tail_length(self, words: Sequence[Word], at: int, stop: int, prefixes: tuple[str, ...] = ()) -> int:
        """1 where the word before ``stop`` joins the verb at word ``at``; else 0."""
        return int(stop - 1 > at and words[stop - 1].folded in self._joins(words[at].folded, prefixes))

    def _joins(self, verb: str, prefixes: tuple[str, ...]) -> frozenset[str]:
        stems = (verb.removeprefix(prefix) for prefix in prefixes if verb.startswith(prefix))
        return next((self.by_verb[stem] for stem in (verb, *stems) if stem in self.by_verb), frozenset())


def frames_of(entries: Sequence[str]) -> VerbFrames:
    """Index verbs, each alone or with the word that joins it to what follows, by the verb."""
    by_verb: dict[str, set[str]] = {}
    for entry in entries:
        verb, _, join = entry.partition(" ")
        by_verb.setdefault(fold(verb), set()).add(fold(join))
    return VerbFrames({verb: frozenset(joins) for verb, joins in by_verb.items()})


@dataclass(frozen=True, slots=True)
class Speech:
    """The speech section of one language, ready to be looked up."""

    words: SpeechWords
    verbs: Phrases
    participles: Phrases
    dependents: Phrases
    bare_verbs: Phrases
    addressing: Phrases
    naming: Phrases
    evoking: VerbFrames
    judging: VerbFrames
    judged: VerbFrames
    denials: Phrases
    according: Phrases
    according_after: Phrases
    auxiliaries: frozenset[str]
    asking: frozenset[str]
    answering: frozenset[str]
    negations: frozenset[str]
    unturned: frozenset[str]
    sayings: frozenset[str]
    nouns: frozenset[str]
    resumptives: frozenset[str]
    complementizers: frozenset[str]
    subjunctives: frozenset[str]
    quoting: frozenset[str]
    agents: frozenset[str]
    fillers: frozenset[str]
    asides: Phrases
    prepositions: frozenset[str]
    postpositions: frozenset[str]
    determiners: frozenset[str]
    indefinites: frozenset[str]
    passives: frozenset[str]
    enclitics: tuple[str, ...]
    infinitive_marks: frozenset[str]
    possessives: frozenset[str]
    pronouns: dict[str, str]
    titles: dict[str, str]
    spokespeople: frozenset[str]
    anonymous: frozenset[str]
    relatives: frozenset[str]
    conjunctions: frozenset[str]
    bystanders: frozenset[str]
    relations: frozenset[str]
    kin: frozenset[str]
    plural_verbs: frozenset[str]
    inscriptions: frozenset[str]
    so_called: Phrases
    idioms: Phrases
    viewpoints: Phrases
    offices: frozenset[str]


@cache
def speech_of(pack: LanguagePack) -> Speech:
    """Compile the speech section of a pack once."""
    words = pack.speech
    if pack.code not in languages() and words.elsewhere is not None:
        words = words.elsewhere
    pronouns = {fold(word): "any" for word in words.pronouns_any}
    for gender, group in (("they", words.pronouns_they), ("he", words.pronouns_he), ("she", words.pronouns_she)):
        pronouns |= {fold(word): gender for word in group}
    titles = {fold(word): "he" for word in words.titles_he} | {fold(word): "she" for word in words.titles_she}

    def folded(entries: Sequence[str]) -> frozenset[str]:
        return frozenset(fold(entry) for entry in entries)

    return Speech(
        words=words,
        verbs=phrases_of(words.verbs),
        participles=phrases_of(words.participles),
        dependents=phrases_of(words.dependents),
        bare_verbs=phrases_of(words.bare_verbs),
        addressing=phrases_of(words.addressing),
        naming=phrases_of(words.naming),
        evoking=frames_of(words.evoking),
        judging=frames_of(words.judging),
        judged=frames_of(words.judged),
        denials=phrases_of(words.denials),
        according=phrases_of(words.according),
        according_after=phrases_of(words.according_after),
        auxiliaries=folded(words.auxiliaries),
        asking=folded(words.asking),
        answering=folded(words.answering),
        negations=folded(words.negations),
        unturned=folded(words.unturned),
        sayings=folded(words.sayings),
        nouns=folded(words.nouns),
        resumptives=folded(words.resumptives),
        complementizers=folded(words.complementizers),
        subjunctives=folded(words.subjunctives),
        quoting=folded(words.quoting),
        agents=folded(words.agents),
        fillers=folded(words.fillers),
        asides=phrases_of([entry for entry in words.fillers if " " in entry]),
        prepositions=folded(words.prepositions),
        postpositions=folded(words.postpositions),
        determiners=folded(words.determiners),
        indefinites=folded(words.indefinites),
        passives=folded(words.passives),
        enclitics=tuple(sorted(map(fold, words.enclitics), key=len, reverse=True)),
        infinitive_marks=folded(words.infinitive_marks),
        possessives=folded(words.possessives),
        pronouns=pronouns,
        titles=titles,
        spokespeople=folded(words.spokespeople),
        anonymous=folded(words.anonymous),
        relatives=folded(words.relatives),
        conjunctions=folded(words.conjunctions),
        bystanders=folded(words.bystanders),
        relations=folded(words.relations),
        kin=folded(words.kin),
        plural_verbs=folded(words.plural_verbs),
        inscriptions=folded(words.inscriptions),
        so_called=phrases_of(words.so_called),
        idioms=phrases_of(words.idioms),
        viewpoints=phrases_of(words.viewpoints),
        offices=folded([form for forms in pack.people.roles.values() for form in forms if " " not in form])
        | titles.keys(),
    )
