"""Several offices behind one name: "founder of Novatec and its former chief executive", "head of Tavira and director of Novatec".

What belongs here: where the next office begins, and at which organization an office is held that is joined to another one.
"""

from __future__ import annotations

from newsdiff.model import Document
from newsdiff.parse.names.romanize import script
from newsdiff.parse.roles.employers import employers_after
from newsdiff.parse.roles.found import FoundRole
from newsdiff.parse.roles.nouns import RoleNoun
from newsdiff.parse.roles.standing import qualify
from newsdiff.parse.roles.words import RoleWords

_GLUED_CONJUNCTION = "و"


def joined_offices(document: Document, read: RoleWords, start: int, end: int, name: tuple[int, int]) -> list[FoundRole]:
    """Offices with employers of their own that are joined to those before: "head of Tavira and former head of Novatec"."""
    found: list[FoundRole] = []
    while start < end:
        noun = next(noun for noun in read.nouns if noun.start == start)
        stop = next_noun(read, noun.end, end)
        before = next(at for at in range(start - 1, -1, -1) if not read.has(at, "articles", "former", "current"))
        if not (read.has(before, "conjunctions") or read.words[start].surface.startswith(_GLUED_CONJUNCTION)):
            break
        if is_title_of_another(read, noun):
            break
        spans = employers_after(document, read, noun.end, stop, name=name)
        found.extend(qualify(read, noun, span, end) for span in spans if span.start >= read.words[noun.start].start)
        start = stop
    return found


def next_noun(read: RoleWords, start: int, end: int) -> int:
    """Where the next role begins that has an employer of its own: "a partner at Brandt and formerly director of Novatec"."""
    inside = [noun for noun in read.nouns if start < noun.start < end and noun.end < end]
    apart = (noun for noun in inside if not any(first <= noun.start < last for first, last in read.organizations))
    return next((noun.start for noun in apart if _has_employer(read, noun, end)), end)


def _has_employer(read: RoleWords, noun: RoleNoun, end: int) -> bool:
    """Whether words behind a noun begin to say where the office is held, an adjective between in Arabic."""
    if read.has(noun.end, "of"):
        return True
    at = noun.end
    while at < end and read.has(at, "former", "current"):
        at += 1
    beside = any(start == at for start, _ in read.organizations)
    return beside and script(read.words[at].surface) == "Arab"


def further_nouns(read: RoleWords, start: int, end: int) -> list[RoleNoun]:
    """Offices at what was named just before: "founder of Novatec and its former chief executive"."""
    found = []
    for noun in read.nouns:
        if not start < noun.start < end:
            continue
        before = range(noun.start - 1, start - 1, -1)
        owner = next((at for at in before if not read.has(at, "former", "current")), start)
        joined = read.has(owner, "its") and read.has(owner - 1, "conjunctions")
        if joined or read.has(noun.start, "its"):
            found.append(noun)
    return found


def is_title_of_another(read: RoleWords, noun: RoleNoun) -> bool:
    """Whether a person is named right behind a role noun or its organization: "thanked former Novatec director Jan Halling"."""
    at = noun.end
    while at < len(read.words):
        if any(start == at for start, _ in read.persons):
            return True
        if not (read.has(at, "of", "articles") or any(start <= at < end for start, end in read.organizations)):
            return False
        at += 1
    return False
