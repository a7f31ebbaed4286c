"""Roles in a relative clause whose verb makes the name the head of an organization: "who led Novatec until 2021".

What belongs here: where the clause is, which organization its verb has, and what its tense and its years say of the standing.
"""

from __future__ import annotations

from newsdiff.model import Document, Span, Standing
from newsdiff.parse.roles.appositions import COMMAS, apposition_end
from newsdiff.parse.roles.employers import employers_after
from newsdiff.parse.roles.found import FoundRole
from newsdiff.parse.roles.words import RoleWords

FARTHEST_VERB = 4


def headed_by(document: Document, read: RoleWords, name: tuple[int, int]) -> list[FoundRole]:
    """The roles that a relative clause right behind the name gives, the verb in front of the organization or at the end."""
    at = name[1]
    if at >= len(read.words) or read.words[at].surface not in COMMAS or not read.has(at + 1, "relatives"):
        return []
    end = apposition_end(read, at + 1)
    for verb in range(at + 2, min(at + FARTHEST_VERB, end)):
        if read.has(verb, "heads", "headed"):
            spans = employers_after(document, read, verb + 1, end, name=name, direct=True)
            return [FoundRole("head", span, _standing(read, verb, at + 1, end)) for span in spans]
    verb = end - 1
    if not read.has(verb, "heads", "headed") or not all(_may_be_object(read, place) for place in range(at + 2, verb)):
        return []
    objects = [span for span in read.organizations if at + 2 <= span[0] and span[1] <= verb and span not in read.places]
    if len(objects) != 1:
        return []
    first, last = objects[0]
    span = Span(read.words[first].start, read.words[last - 1].end)
    return [FoundRole("head", span, _standing(read, verb, at + 1, end))]


def _may_be_object(read: RoleWords, place: int) -> bool:
    """Whether a word in front of the verb says only what is headed, and when."""
    inside = read.in_term(place) or any(start <= place < end for start, end in read.organizations)
    return inside or read.has(place, "articles", "organization_nouns", "of")


def _standing(read: RoleWords, verb: int, start: int, end: int) -> Standing:
    """Whether who heads, headed or "has headed" something does so at present."""
    lasting = any(term.course == "lasting" and start <= term.start < end for term in read.terms)
    over = any(term.course == "over" and start <= term.start < end for term in read.terms)
    if read.has(verb, "heads"):
        return "current"
    perfect = read.has(verb - 1, "perfects")
    if over or not (lasting or perfect):
        return "former"
    return "current" if lasting and perfect and not read.has(verb - 1, "pluperfects") else "unknown"
