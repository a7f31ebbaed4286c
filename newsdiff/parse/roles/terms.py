"""Terms of office: the years that a role was held, "until 2021", "from 2010 to 2016", "bis Ende 2019", "2021 तक".

What belongs here: where such words stand in a sentence, and whether the term is over.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Token
from newsdiff.parse.roles.lexicon import normal

Course = Literal["over", "open", "lasting", "to come"]

YEARS = range(1900, 2100)
MOST_BETWEEN = 3
_DASHES = frozenset({"-", "–", "—", "‑"})
_Phrases = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Term:
    """The years of an office at words ``start`` to ``end`` (exclusive).

    ``course``: it is over, lasts ("since 2017"), ends in a year to come, or it is open whether that has passed.
    """

    start: int
    end: int
    course: Course


def find_terms(words: Sequence[Token], pack: LanguagePack, published: dt.date | None) -> tuple[Term, ...]:
    """The terms among the words of one sentence, none inside another."""
    folded = [normal(word.surface) for word in words]
    past = _past(folded, pack)
    years = [at for at, word in enumerate(words) if _year(word.surface) is not None]
    terms: list[Term] = []
    for at in years:
        if not terms or at >= terms[-1].end:
            term = _behind(words, folded, at, pack, published) or _before(words, folded, at, pack, published)
            if term is not None:
                terms.append(term)
    return tuple(sorted((*terms, *past), key=lambda term: term.start))


def _past(folded: Sequence[str], pack: LanguagePack) -> list[Term]:
    """The terms that are over without a year: "until recently"."""
    phrases = _phrases(pack.people.term_past)
    first = {phrase[0] for phrase in phrases}
    ends = ((at, _follows(folded, at, phrases)) for at, word in enumerate(folded) if word in first)
    return [Term(at, end, "over") for at, end in ends if end is not None]


def _before(
    words: Sequence[Token], folded: Sequence[str], at: int, pack: LanguagePack, published: dt.date | None
) -> Term | None:
    """A term whose words stand in front of the year: "until March 2021", "from 2010 to 2016"."""
    people = pack.people
    if people.postpositions:
        return None
    last = _last_year(words, folded, at + 1, _phrases(people.term_to), MOST_BETWEEN)
    start = _opening(words, folded, at, _phrases(people.term_from))
    if last is not None and start is not None:
        course = _course(words[last].surface, published, pack)
        return Term(start, _past_units(folded, last + 1, pack), course)
    until = _opening(words, folded, at, _phrases(people.term_until))
    if until is not None:
        return Term(until, _past_units(folded, at + 1, pack), _course(words[at].surface, published, pack))
    since = _opening(words, folded, at, _phrases(people.term_since))
    return Term(since, _past_units(folded, at + 1, pack), "lasting") if since is not None else None


def _behind(
    words: Sequence[Token], folded: Sequence[str], at: int, pack: LanguagePack, published: dt.date | None
) -> Term | None:
    """A term whose words follow the year, as in Hindi: "2010 से 2016 तक"."""
    people = pack.people
    if not people.postpositions:
        return None
    behind = _past_units(folded, at + 1, pack)
    until = _follows(folded, behind, _phrases(people.term_until))
    if until is not None:
        return Term(at, until, _course(words[at].surface, published, pack))
    since = _follows(folded, behind, _phrases(people.term_since))
    if since is None:
        return None
    if since < len(words) and _year(words[since].surface) is not None:
        end = _follows(folded, _past_units(folded, since + 1, pack), _phrases(people.term_until))
        if end is not None:
            return Term(at, end, _course(words[since].surface, published, pack))
    return Term(at, since, "lasting")


def _opening(words: Sequence[Token], folded: Sequence[str], at: int, phrases: _Phrases) -> int | None:
    """Where one of the phrases begins that ends before this year, a month or two other words between."""
    for between in range(MOST_BETWEEN + 1):
        end = at - between
        if between and not words[end].surface.isalpha():
            return None
        for phrase in phrases:
            start = end - len(phrase)
            if start >= 0 and tuple(folded[start:end]) == phrase:
                return start
    return None


def _last_year(words: Sequence[Token], folded: Sequence[str], at: int, phrases: _Phrases, between: int) -> int | None:
    """The place of the year that ends the span of years which goes on at this place."""
    if at + 1 < len(words) and words[at].surface in _DASHES:
        return at + 1 if _year(words[at + 1].surface) is not None else None
    for skipped in range(between + 1):
        behind = _follows(folded, at + skipped, phrases)
        if behind is not None:
            for year in range(behind, min(behind + between + 1, len(words))):
                if _year(words[year].surface) is not None:
                    return year
                if not words[year].surface.isalpha():
                    return None
        if at + skipped >= len(words) or not words[at + skipped].surface.isalpha():
            return None
    return None


def _follows(folded: Sequence[str], at: int, phrases: _Phrases) -> int | None:
    """Where the phrase ends that stands at this place."""
    for phrase in phrases:
        if tuple(folded[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    return None


def _past_units(folded: Sequence[str], at: int, pack: LanguagePack) -> int:
    """The place behind the word for a year: "2021 года", "2021 r."."""
    if at < len(folded) and folded[at] in {normal(unit) for unit in pack.people.term_years}:
        return at + 1
    return at


@cache
def _phrases(listed: tuple[str, ...]) -> _Phrases:
    return tuple(tuple(map(normal, phrase.split())) for phrase in listed)


def _course(year: str, published: dt.date | None, pack: LanguagePack) -> Course:
    """How an office stands that ends in a year, for who reads an article of that day, or one without a day."""
    if published is not None and int(year) > published.year:
        return "to come"
    if published is not None:
        return "over" if int(year) < published.year else "open"
    return "over" if int(year) < pack.people.undated_since else "open"


def _year(surface: str) -> int | None:
    return int(surface) if len(surface) == 4 and surface.isdecimal() and int(surface) in YEARS else None
