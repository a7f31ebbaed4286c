"""The organization that a role is held at: in front of the role noun or behind it."""

from __future__ import annotations

from bisect import bisect_right

from newsdiff.lang.pack import load_pack
from newsdiff.model import Document, Span
from newsdiff.parse.names.romanize import fold, script
from newsdiff.parse.roles.institutions import POSSESSIVES, named_alone_before
from newsdiff.parse.roles.lexicon import HYPHENS
from newsdiff.parse.roles.marks import OPENING_QUOTES, QUOTES, SINGLE_QUOTES
from newsdiff.parse.roles.nouns import RoleNoun
from newsdiff.parse.roles.words import RoleWords, words_at

MOST_BACK = 6
LONGEST_BRACKET = 12
FEWEST_CAPITALS = 2
_ARTICLE = "ال"
_WITH_PREPOSITIONS = ("Latn", "Cyrl", "Grek", "Arab")
"""Scripts of languages in which "of" stands in front of a name, unless their pack says otherwise."""
_REACH = 24
OPENING = frozenset({"(", "（"})
CLOSING = frozenset({")", "）"})
_STOPS = frozenset({",", "،", ":", ";"})


def employers_before(document: Document, read: RoleWords, noun: RoleNoun, first: int = 0) -> tuple[Span, ...]:
    """The organization in front: "Novatec’s former director", "नोवाटेक के निदेशक", "a former Novatec engineer"."""
    if noun.employer is not None:
        return (noun.employer,)
    at = noun.start - 1
    beside: tuple[Span, ...] = ()
    for place in range(at, max(first - 1, at - MOST_BACK), -1):
        if read.has(place, "whose"):
            return _antecedent(read, place)
        here = next((span for span in read.organizations if span[1] == place + 1 and span[0] >= first), None)
        if here is not None:
            behind = _behind_bracket(read, place + 1)
            if read.words[behind].surface in POSSESSIVES or _links_back(document, read, behind):
                return tuple(_with_joined(read, here, first))
            if place + 1 == noun.start or (place + 2 == noun.start and read.words[place + 1].surface in HYPHENS):
                beside = (_span(read, here),)
        if read.has(place, "organization_nouns") and (
            read.words[place + 1].surface in POSSESSIVES or _is_postposition(read, place + 1)
        ):
            return _named_before(document, read.words[place].start, read.words[place].surface)
        if read.words[place].surface in _STOPS:
            break
    return beside or (named_alone_before(document, read.words[noun.start].start) if _is_its(read, noun) else ())


def _links_back(document: Document, read: RoleWords, place: int) -> bool:
    """Whether a word links the name in front of it with what follows, where such words stand behind names: "नोवाटेक के निदेशक"."""
    word = read.words[place].surface
    behind = load_pack(document.language).people.postpositions or script(word) not in _WITH_PREPOSITIONS
    return behind and read.has(place, "of")


def _is_its(read: RoleWords, noun: RoleNoun) -> bool:
    """Whether an office of institutions is that of one named before: "its acting chief executive"."""
    at = noun.start - 1
    while read.has(at, "former", "current", "acting"):
        at -= 1
    return noun.start in read.institutional and (read.has(at, "its") or read.has(noun.start, "owned"))


def _behind_bracket(read: RoleWords, at: int) -> int:
    """The place behind a bracket that opens at ``at``; ``at`` where none does."""
    if read.words[at].surface not in OPENING:
        return at
    last = min(at + LONGEST_BRACKET, len(read.words) - 1)
    return next((end + 1 for end in range(at, last) if read.words[end].surface in CLOSING), at)


def _antecedent(read: RoleWords, place: int) -> tuple[Span, ...]:
    """The organization that a relative word stands for: "Novatec, whose president ..."."""
    end = place
    while end and (read.words[end - 1].surface in _STOPS or read.has(end - 1, "articles")):
        end -= 1
    return tuple(_span(read, span) for span in read.organizations if span[1] == end)


def employers_after(
    document: Document, read: RoleWords, start: int, end: int, *, name: tuple[int, int], direct: bool = False
) -> tuple[Span, ...]:
    """The organization behind: "director of Novatec", "Leiter der Technik bei Novatec und Tavira"."""
    known = [
        span
        for span in read.organizations
        if start <= span[0] and span[1] <= end and not (name[0] <= span[0] < name[1])
    ]
    named = [span for span in known if span not in read.places or not _only_situates(read, span, end)]
    if known and not named:
        capital = next((at for at in range(known[-1][1], end) if read.words[at].surface[:1].isupper()), end)
        return _named_by_noun(read, capital, end)
    if named:
        last = next((span for span in reversed(named) if span not in read.places), named[-1])
        if last in read.places and _is_behind_a_name(read, start, last[0]):
            return ()
        return tuple(_with_joined(read, last, start))
    guess = _capitals(read, start, end, direct)
    if guess is not None and not (name[0] <= guess[0] < name[1]):
        return (_span(read, guess),)
    for place in range(start, min(end, start + 3)):
        if read.has(place, "organization_nouns") and read.has(place - 1, "of", "articles"):
            return _named_before(document, read.words[start].start, read.words[place].surface)
    return ()


def _is_behind_a_name(read: RoleWords, start: int, end: int) -> bool:
    """Whether several words in capitals in front of a place name what is there: "head of Citizens for Clean Water in Tann"."""
    capitals = (
        at
        for at in range(start, end)
        if read.words[at].surface[:1].isupper()
        and not read.has(at, "fields", "organization_nouns", "demonyms", "towns")
        and not any(first <= at < last for first, last in read.places)
    )
    return sum(1 for _ in capitals) >= FEWEST_CAPITALS


def _only_situates(read: RoleWords, place: tuple[int, int], end: int) -> bool:
    """Whether a place only says where a house is whose kind is named behind it: "the Leeds bakery chain Goodcrumb"."""
    if not read.has(place[0] - 1, "articles"):
        return False
    at = place[1]
    while at < end and read.words[at].surface.islower() and not read.has(at, "of", "conjunctions"):
        if read.has(at, "organization_nouns"):
            return True
        at += 1
    return False


def _named_by_noun(read: RoleWords, first: int, end: int) -> tuple[Span, ...]:
    """The capitals from this place on, where the noun for a kind of house stands in front of them and nothing follows."""
    last = first
    while last < end and read.words[last].surface[:1].isupper():
        last += 1
    whole = last >= end or not read.words[last].surface[:1].isalpha()
    return (_span(read, (first, last)),) if last > first and whole and read.has(first - 1, "organization_nouns") else ()


def _with_joined(read: RoleWords, last: tuple[int, int], first: int) -> list[Span]:
    """The organization and those joined to it in front: "bei Novatec und Tavira"."""
    spans = [_span(read, last)]
    current = last
    while True:
        joined = [
            span
            for span in read.organizations
            if first <= span[0] and span[1] < current[0] and _only_joins(read, span[1], current[0])
        ]
        if not joined:
            return spans[::-1]
        current = joined[-1]
        spans.append(_span(read, current))


def _only_joins(read: RoleWords, start: int, end: int) -> bool:
    return end - start == 1 and (read.has(start, "conjunctions") or read.words[start].surface in (",", "،"))


def _capitals(read: RoleWords, start: int, end: int, direct: bool) -> tuple[int, int] | None:
    """A run of capitalised words behind a connecting word, where no engine saw an organization."""
    connected = direct
    for place in range(start, min(end, start + MOST_BACK)):
        surface = read.words[place].surface
        if any(first <= place < last for first, last in read.persons):
            return None
        if connected and surface[:1].isupper() and not read.has(place, "organization_nouns", "articles", "of"):
            stop = place
            while stop < end and read.words[stop].surface[:1].isupper():
                stop += 1
            return place, stop
        if read.has(place, "of", "fields", "organization_nouns") or surface in QUOTES:
            connected = True
        elif not read.has(place, "articles", "organization_nouns", "former", "current") and not surface.islower():
            return None
    return None


def _is_postposition(read: RoleWords, place: int) -> bool:
    """Tell whether the connecting word stands behind its noun, as in Hindi."""
    return read.has(place, "of") and "\u0900" <= read.words[place].surface[:1] <= "\u097f"


def _named_before(document: Document, start: int, noun: str) -> tuple[Span, ...]:
    """What "the company" stands for: the organization that was called so, "the company Novatec", else the one that was named last.

    None where that was named in one sentence with another, for then either may be meant.
    """
    ends = bisect_right(document.entities, start, key=lambda entity: entity.end)
    named = [entity.span for entity in document.entities[:ends] if entity.kind == "organization"]
    called = [span for span in named if _is_called(document.text, span, noun)]
    last = (called or named)[-1:]
    sentence = document.sentence_at(last[0].start) if last else None
    names = {fold(document.text[span.start : span.end]) for span in named if sentence and sentence.span.covers(span)}
    return tuple(last) if called or len(names) <= 1 else ()


def _is_called(text: str, name: Span, noun: str) -> bool:
    """Whether a noun for a kind of house stands right beside a name."""
    before = text[max(0, name.start - _REACH) : name.start].split()[-1:]
    behind = text[name.end : name.end + _REACH].split()[:1]
    return fold(noun) in {fold(word) for word in (*before, *behind)}


def _span(read: RoleWords, places: tuple[int, int]) -> Span:
    return Span(read.words[places[0]].start, read.words[places[1] - 1].end)


def employer_in_construct(read: RoleWords, noun: RoleNoun, at: int) -> tuple[Span, ...]:
    """The one word between an Arabic role noun and the name, where neither has the article: "رئيس نوفاتك كريم الحداد"."""
    words = read.words
    plain = at == noun.end and all(
        script(words[place].surface) == "Arab" and not words[place].surface.startswith(_ARTICLE)
        for place in range(noun.start, at + 1)
    )
    marked = read.has(at, "of", "former", "current", "unsettled", "organization_nouns", "conjunctions", "copulas")
    return (_span(read, (at, at + 1)),) if plain and not marked else ()


def employer_behind_name(read: RoleWords, at: int) -> tuple[Span, ...]:
    """The organization right behind a name whose office stands in front of it: "Analystin Jana Halling von der Novabank"."""
    if not read.has(at, "employed_at"):
        return ()
    at += 1
    while read.has(at, "articles"):
        at += 1
    return tuple(_span(read, span) for span in read.organizations if span[0] == at and span not in read.places)


def is_of_work(read: RoleWords, employer: Span, *, authorship: bool) -> bool:
    """Whether what looks like an organization is a part of a title in marks: "The Salt Road", «Via del sale».

    A house has its whole name in marks, unless who stands there is the author of works, who is at no place either.
    """
    start, end = words_at(read.words, employer)
    if authorship and (start, end) in read.places:
        return True
    opening = OPENING_QUOTES | SINGLE_QUOTES
    entitled = start > 1 and read.has(start - 1, "articles") and read.words[start - 2].surface in opening
    marked = start > 0 and read.words[start - 1].surface in opening
    closed = end < len(read.words) and read.words[end].surface in QUOTES | SINGLE_QUOTES
    return entitled or (marked and (authorship or not closed))
