"""Roles that a verb tells: "who led Novatec until 2021", "Halling leitet Novatec seit 2021", "who founded Novatec and ran it".

What belongs here: the clause whose subject the name is, relative or not, which organization each of its verbs has, and what
tense and years say of the standing. Where other words stand between, there is no role.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Document, Span, Standing
from newsdiff.parse.names.declension import declines, may_be_nominative, nominatives
from newsdiff.parse.names.romanize import script
from newsdiff.parse.roles.appositions import apposition_end, past_apposition, skip_age, skip_bracket
from newsdiff.parse.roles.deeds import Deed
from newsdiff.parse.roles.employers import employers_after
from newsdiff.parse.roles.found import FoundRole
from newsdiff.parse.roles.marks import COMMAS, QUOTES
from newsdiff.parse.roles.words import RoleWords, words_at

FARTHEST_VERB = 3
MOST_UNKNOWN = 1
HEAD, FOUNDER = "head", "founder"
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class _Clause:
    """The words ``start`` to ``end`` (exclusive) of which the name is the subject, and whether they are a relative clause."""

    start: int
    end: int
    relative: bool


def headed_by(document: Document, read: RoleWords, name: tuple[int, int], pack: LanguagePack) -> list[FoundRole]:
    """The roles that the verbs of a clause right behind the name give, each with its organization."""
    clause = _clause(document, read, name, pack)
    if clause is None:
        return []
    found: list[FoundRole] = []
    held: Span | None = None
    before: Deed | None = None
    for deed in _deeds(read, clause):
        start = clause.start if before is None else _joined_at(read, before, deed)
        if start is None or (before is None and not _opens(read, clause, deed)):
            break
        own = _employer(document, read, clause, (start, deed), name)
        if own is None and before is not None and held is not None and _is_of_the_same(read, start, deed, clause.end):
            own = held
        if own is None:
            break
        until = _joint(read, deed.end, clause.end)
        standing = _standing(read, deed, start, until, relative=clause.relative)
        if not clause.relative and (standing is None or not _is_whole(read, own, deed, until)):
            break
        dated = any(term.course == "over" and start <= term.start < until for term in read.terms)
        title = FOUNDER if deed.kind == "founded" else HEAD
        of_part = any(read.has(at, "departments") for at in range(start, until))
        stated = dated and standing == "former"
        found.append(FoundRole(title, own, standing or "unknown", stated=stated, partial=of_part))
        held, before = own, deed
    return found


def _clause(document: Document, read: RoleWords, name: tuple[int, int], pack: LanguagePack) -> _Clause | None:
    at = skip_age(read, skip_bracket(read, name[1]))
    if not any(deed.start == at + 1 for deed in read.deeds):
        at = past_apposition(read, at) or at
    if at >= len(read.words):
        return None
    if read.words[at].surface in COMMAS:
        if read.has(at + 1, "relatives"):
            return _Clause(at + 2, apposition_end(read, at + 2), True)
        told = next((deed for deed in read.deeds if deed.start == at + 1), None)
        if told is not None and read.words[at + 1].surface.endswith(pack.people.participle_ends):
            return _Clause(at + 1, apposition_end(read, at + 1), True)
        if told is None or (at == name[1] and told.kind != "at_head"):
            return None
        at += 1
    elif read.has(at, "relatives") and script(read.words[at].surface) == "Arab":
        return _Clause(at + 1, apposition_end(read, at + 1), True)
    front = name[0] - 1
    if read.has(front, "of", "conjunctions", "kin", "its") or any(
        noun.start <= front < noun.end for noun in read.nouns
    ):
        return None
    surface = document.text[read.words[name[0]].start : read.words[name[1] - 1].end]
    if declines(pack) and nominatives(surface, pack) and not may_be_nominative(surface, pack):
        return None
    return _Clause(at, apposition_end(read, at), False)


def _deeds(read: RoleWords, clause: _Clause) -> Iterator[Deed]:
    return (deed for deed in read.deeds if clause.start <= deed.start and deed.end <= clause.end)


def _opens(read: RoleWords, clause: _Clause, deed: Deed) -> bool:
    """Whether only such words stand in front of the first verb as say what it has, when, and that it is over."""
    between = range(clause.start, deed.start)
    if all(_is_slight(read, at) for at in between):
        return True
    near = clause.relative and deed.start - clause.start < FARTHEST_VERB
    return near and not any(at in read.denied for at in between)


def _joined_at(read: RoleWords, before: Deed, deed: Deed) -> int | None:
    """Where the words of a verb begin that a conjunction joins to the verb before it."""
    if deed.joined:
        return deed.start
    at = deed.start
    while at > before.end:
        at -= 1
        if read.has(at, "conjunctions") and not read.in_term(at):
            return at + 1
        if not _is_slight(read, at):
            return None
    return None


def _joint(read: RoleWords, start: int, end: int) -> int:
    """Where the words of a verb end: at the next conjunction that is no part of a term, before another verb."""
    later = next((deed.start for deed in read.deeds if start <= deed.start < end), None)
    if later is None:
        return end
    joints = (at for at in range(start, later) if read.has(at, "conjunctions") and not read.in_term(at))
    return next(joints, later)


def _employer(
    document: Document, read: RoleWords, clause: _Clause, verb: tuple[int, Deed], name: tuple[int, int]
) -> Span | None:
    """The organization that a verb has: right behind it, or alone in front of it in the words that begin at the first place."""
    start, deed = verb
    behind = _right_behind(read, deed.end, clause.end, founded=deed.kind == "founded")
    if behind is not None:
        return _span(read, behind)
    inside = [span for span in _named(read) if start <= span[0] and span[1] <= deed.start]
    if len(inside) == 1 and all(_is_slight(read, at) for at in range(start, deed.start)):
        return _span(read, inside[0])
    if not clause.relative or deed.has_it:
        return None
    stop = deed.end
    while stop < clause.end and (_leads_to_name(read, stop) or read.words[stop].surface[:1].isupper()):
        stop += 1
    if stop > deed.end and any(deed.end <= first < stop for first, _ in (*read.places, *read.persons)):
        return None
    spans = employers_after(document, read, deed.end, stop, name=name, direct=True)
    return spans[0] if spans else _of_noun_before(document, read, start, deed)


def _of_noun_before(document: Document, read: RoleWords, start: int, deed: Deed) -> Span | None:
    """What "the agency" stands for in front of a verb at the end: "die die Behörde kommissarisch leitet"."""
    nouns = [
        at for at in range(start, deed.start) if read.has(at, "organization_nouns") and read.has(at - 1, "articles")
    ]
    if len(nouns) != 1 or not all(_is_slight(read, at) for at in range(start, deed.start)):
        return None
    spans = employers_after(document, read, nouns[0], nouns[0] + 1, name=(deed.end, deed.end))
    return spans[0] if spans else None


def _right_behind(read: RoleWords, at: int, end: int, *, founded: bool) -> tuple[int, int] | None:
    """The organization that stands behind a verb, its articles, the noun for its kind and at most one more word between.

    What was ``founded`` and looks like a place to an engine is an organization more often than a town.
    """
    named = {span[0]: span for span in (read.organizations if founded else _named(read))}
    unknown = 0
    while at < end:
        if at in named:
            return named[at]
        if not _leads_to_name(read, at):
            unknown += 1
            if unknown > MOST_UNKNOWN or not read.words[at].surface.islower() or read.has(at, "of", "relatives"):
                return None
            if read.has(at, "conjunctions") or read.in_term(at) or any(noun.start == at for noun in read.nouns):
                return None
        at += 1
    return None


def _leads_to_name(read: RoleWords, at: int) -> bool:
    return read.has(at, "articles", "organization_nouns", "demonyms") or read.words[at].surface in QUOTES


def _named(read: RoleWords) -> list[tuple[int, int]]:
    return [span for span in read.organizations if span not in read.places]


def _is_slight(read: RoleWords, at: int) -> bool:
    """Whether a word beside a verb says only what it has, and when: "it", "has", "until 2021", "kommissarisch"."""
    if at in read.denied:
        return False
    named = read.in_term(at) or any(start <= at < end for start, end in _named(read))
    listed = read.has(at, "articles", "organization_nouns", "auxiliaries", "perfects", "objects", "former", "acting")
    year = len(read.words[at].surface) == 4 and read.words[at].surface.isdecimal()
    return named or listed or year or at in read.present or read.words[at].surface in QUOTES


def _is_of_the_same(read: RoleWords, start: int, deed: Deed, end: int) -> bool:
    """Whether a verb has what the verb before it has: "it" stands with it, "the company", or nothing at all."""
    if deed.has_it or any(read.has(at, "objects", "organization_nouns") for at in range(start, deed.start)):
        return True
    if read.has(deed.end, "objects"):
        return True
    if read.has(deed.end, "articles") and read.has(deed.end + 1, "organization_nouns"):
        return True
    return deed.end == end or read.in_term(deed.end)


def _is_whole(read: RoleWords, own: Span, deed: Deed, until: int) -> bool:
    """Whether nothing follows that makes the verb tell something else: "leads Novatec by two goals"."""
    last = max(words_at(read.words, own)[1], deed.end)
    while last < until and (read.in_term(last) or read.words[last].surface in QUOTES or _at_year(read, last)):
        last += 1
    return last >= until or (deed.kind not in ("heads", "at_head") and any(term.end == last for term in read.terms))


def _at_year(read: RoleWords, at: int) -> bool:
    """Whether a place holds a year, or the small word in front of one: "in 1998"."""
    return _is_year(read, at) or (read.has(at, "of") and at + 1 < len(read.words) and _is_year(read, at + 1))


def _is_year(read: RoleWords, at: int) -> bool:
    year = read.words[at].surface
    return len(year) == _YEAR_DIGITS and year.isdecimal()


def _standing(read: RoleWords, deed: Deed, start: int, end: int, *, relative: bool) -> Standing | None:
    """Whether who heads, headed or "has headed" something does so at present; None where a tale may only tell of then."""
    if deed.kind == "founded":
        return "current"
    courses = {term.course for term in read.terms if start <= term.start < end}
    if "over" in courses:
        return "former"
    if deed.kind in ("heads", "at_head"):
        return "current" if relative or not courses - {"lasting"} else "unknown"
    lasting, perfect = "lasting" in courses, read.has(deed.start - 1, "perfects")
    if not (lasting or perfect):
        return "former" if relative and not courses else None
    return "current" if lasting and perfect and not read.has(deed.start - 1, "pluperfects") else "unknown"


def _span(read: RoleWords, places: tuple[int, int]) -> Span:
    return Span(read.words[places[0]].start, read.words[places[1] - 1].end)
