"""An employer that an engine took into the name behind it: "prezes firmy Novatec Jan Brandt".

What belongs here: languages that put the employer between the office and the name, without a word or a mark to part them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdiff.align.actors.mentions import NameMention, make_mention
from newsdiff.lang.pack import load_pack
from newsdiff.model import Document, Span
from newsdiff.parse.names.declension import declines, nominatives
from newsdiff.parse.names.romanize import fold
from newsdiff.parse.roles.words import read_role_words, words_at

FULL = 2
FROM_PHRASE = 0.6


def part_employers(document: Document, mentions: Sequence[NameMention]) -> Iterator[NameMention]:
    """The mentions of an article, with two in the place of one that holds an employer and a full name."""
    kinds: dict[str, set[str]] = {}
    for mention in mentions:
        for name in _readings(mention.surface, document.language):
            kinds.setdefault(fold(name), set()).add(mention.kind)
    apart = declines(load_pack(document.language))
    for mention in mentions:
        yield from (apart and _part(document, mention, kinds)) or (mention,)


def _part(document: Document, mention: NameMention, kinds: dict[str, set[str]]) -> tuple[NameMention, ...]:
    cut = _length_of_employer(mention.surface)
    if mention.kind == "place" or not cut:
        return ()
    of_kind = _follows_office(document, mention)
    if of_kind is None:
        return ()
    head = mention.surface[:cut]
    known = {kind for name in _readings(head, document.language) for kind in kinds.get(fold(name), ())}
    ends = load_pack(document.language).people.oblique_ends
    if not known and not (of_kind and mention.kind == "person") and not head.endswith(ends):
        return ()
    kind = "place" if "place" in known and not of_kind else "organization"
    start = mention.start + cut + 1
    employer = make_mention(document, mention.article, mention.start, mention.start + cut, kind, FROM_PHRASE)
    name = make_mention(document, mention.article, start, mention.end, "person", mention.score)
    if employer is None or name is None:
        return ()
    return employer, replace(name, score=max(name.score, FROM_PHRASE))


def _length_of_employer(surface: str) -> int:
    """How many letters stand before the last two words, small words between those left out; 0 where none do."""
    words = surface.split(" ")
    at = len(words) - 1
    while at > 0 and words[at - 1].islower():
        at -= 1
    return len(" ".join(words[: at - 1])) if at >= FULL and words[at - 1][:1].isupper() else 0


def _follows_office(document: Document, mention: NameMention) -> bool | None:
    """Whether a noun for a kind of organization stands between an office and the mention; None without an office."""
    sentence = document.sentence_at(mention.start)
    if sentence is None:
        return None
    read = read_role_words(document, sentence.start, max(sentence.end, mention.end), sentence.language)
    at = words_at(read.words, Span(mention.start, mention.end))[0] - 1
    of_kind = False
    while read.has(at, "organization_nouns", "fields", "demonyms"):
        of_kind = of_kind or read.has(at, "organization_nouns")
        at -= 1
    offices = [noun for noun in read.nouns if noun.end > at and noun.start <= at]
    return of_kind if offices else None


def _readings(name: str, language: str) -> tuple[str, ...]:
    return (name, *nominatives(name, load_pack(language)))
