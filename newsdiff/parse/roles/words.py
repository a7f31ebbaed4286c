"""The words of a sentence as roles see them: role nouns, marks of standing, connecting words, organizations.

What belongs here: reading one sentence against the ``people`` section of its pack. What the order of these words means
is for ``roles``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from newsdiff.lang.pack import LanguagePack, languages, load_pack
from newsdiff.model import Document, Span, Token
from newsdiff.parse.roles.brackets import without_acronyms
from newsdiff.parse.roles.deeds import Deed, find_deeds
from newsdiff.parse.roles.institutions import institutions_among
from newsdiff.parse.roles.lexicon import marks_of, normal
from newsdiff.parse.roles.nouns import RoleNoun, find_role_nouns
from newsdiff.parse.roles.terms import Term, find_terms


@dataclass(frozen=True, slots=True)
class RoleWords:
    """One sentence: its words, what each may be, its role nouns, and the places of names among its words.

    ``deeds`` are the verbs of an office, ``present`` the places of the words that say that something is so now, ``denied`` those of negations. The
    acronym of an organization in brackets behind its name is none of the words, and a name at an
    office of institutions, the first words of which are ``institutional``, is an organization.
    """

    words: tuple[Token, ...]
    marks: tuple[frozenset[str], ...]
    nouns: tuple[RoleNoun, ...]
    organizations: tuple[tuple[int, int], ...]
    places: tuple[tuple[int, int], ...]
    persons: tuple[tuple[int, int], ...]
    present: frozenset[int] = frozenset()
    denied: frozenset[int] = frozenset()
    terms: tuple[Term, ...] = ()
    institutional: frozenset[int] = frozenset()
    deeds: tuple[Deed, ...] = ()

    def has(self, place: int, *marks: str) -> bool:
        """Tell whether the word at this place is any of these kinds of words."""
        return 0 <= place < len(self.words) and any(mark in self.marks[place] for mark in marks)

    def in_term(self, place: int) -> bool:
        """Tell whether the word at this place belongs to a term of office: "until 2021"."""
        return any(term.start <= place < term.end for term in self.terms)

    def ends_unit(self, place: int) -> bool:
        """Tell whether a stop only ends the word for a year within a sentence: "do 2019 r. dyrektorem"."""
        within = place + 1 < len(self.words) and self.words[place + 1].surface.islower()
        return self.words[place].surface == "." and within and self.in_term(place - 1)


@lru_cache(maxsize=64)
def read_role_words(document: Document, start: int, end: int, language: str) -> RoleWords:
    """The words of ``text[start:end]`` and what they may be in a phrase that names a role."""
    pack = load_pack(language)
    first = bisect_left(document.tokens, start, key=lambda token: token.start)
    last = bisect_right(document.tokens, end, key=lambda token: token.end)
    words = without_acronyms(document, document.tokens[first:last], pack)
    present = _present(words, pack)
    nouns = find_role_nouns(words, pack)
    people = _places(document, words, ("person",))
    deeds, terms = find_deeds(words, pack), find_terms(words, pack, document.article.published)
    institutions = institutions_among(words, nouns, people, pack, deeds=deeds, terms=terms)
    return RoleWords(
        words,
        tuple(marks_of(word.surface, pack) for word in words),
        nouns,
        tuple(sorted((*_places(document, words, ("organization", "place")), *institutions))),
        _places(document, words, ("place",)),
        tuple(person for person in people if person not in institutions),
        present,
        frozenset(at for at, word in enumerate(words) if normal(word.surface) in _negations(pack)) - present,
        terms,
        frozenset(noun.start for noun in nouns if noun.exact and noun.title in pack.people.institution_roles),
        deeds,
    )


def words_at(words: Sequence[Token], span: Span) -> tuple[int, int]:
    """The places of the words that overlap ``span``, as a half-open range."""
    first = bisect_right(words, span.start, key=lambda word: word.end)
    return first, max(first, bisect_left(words, span.end, key=lambda word: word.start))


@cache
def _now(pack: LanguagePack) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The phrases that say that something is so now, as words, by their first one."""
    phrases: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in pack.people.present:
        words = tuple(map(normal, phrase.split()))
        phrases[words[0]].append(words)
    return dict(phrases)


@cache
def _negations(pack: LanguagePack) -> frozenset[str]:
    speech = pack.speech
    if pack.code not in languages() and speech.elsewhere is not None:
        speech = speech.elsewhere
    return frozenset(normal(word) for word in (*speech.negations, *pack.prose.negations))


def _present(words: Sequence[Token], pack: LanguagePack) -> frozenset[int]:
    folded = [normal(word.surface) for word in words]
    now = _now(pack)
    return frozenset(
        place
        for start, word in enumerate(folded)
        for phrase in now.get(word, ())
        if tuple(folded[start : start + len(phrase)]) == phrase
        for place in range(start, start + len(phrase))
    )


def _places(document: Document, words: Sequence[Token], kinds: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """The entities of these kinds as ranges of words."""
    if not words:
        return ()
    found = []
    for entity in document.entities_in(Span(words[0].start, words[-1].end)):
        if entity.kind not in kinds:
            continue
        first, last = words_at(words, entity.span)
        if first < last:
            found.append((first, last))
    return tuple(found)
