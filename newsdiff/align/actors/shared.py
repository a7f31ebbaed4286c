"""Names that no engine saw, but that articles in different languages write alike.

What belongs here: runs of capitals inside sentences. What an Italian and an English article both write with capitals,
letter for letter, is translated by neither: it is a name. A language that gives every noun a capital is no witness.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from newsdiff.align.actors.mentions import NameMention, make_mention
from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Document, Span, Token
from newsdiff.parse.names.romanize import fold
from newsdiff.parse.roles import locate_roles
from newsdiff.parse.roles.nouns import find_role_nouns

SHORTEST = 2
LONGEST = 4
LANGUAGES = 2
TRUST = 0.5


@dataclass(frozen=True, slots=True)
class _Run:
    article: int
    start: int
    end: int
    words: tuple[str, ...]


def add_shared_names(
    documents: Sequence[Document], mentions: Sequence[Sequence[NameMention]]
) -> list[list[NameMention]]:
    """The mentions of all articles, and names where articles in different languages share a run of capitals.

    It is a person's where somebody was taken for one in it, or has an office beside it; else an organization's.
    """
    places: dict[tuple[str, ...], list[_Run]] = defaultdict(list)
    languages: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for article, document in enumerate(documents):
        for run in _runs(document, article):
            places[run.words].append(run)
            if not load_pack(document.language).figures.nouns_capitalised:
                languages[run.words].add(document.language)
    shared = [run for words, runs in places.items() if len(languages[words]) >= LANGUAGES for run in runs]
    offices = {run.words for run in shared if locate_roles(documents[run.article], Span(run.start, run.end))}
    found = [list(own) for own in mentions]
    for run in sorted(shared, key=lambda run: (-len(run.words), run.article, run.start)):
        own = found[run.article]
        over = [mention for mention in own if mention.start < run.end and run.start < mention.end]
        if len(over) > 1 or any(" " in mention.surface or not _inside(mention, run) for mention in over):
            continue
        person = any(mention.kind == "person" for mention in over) or run.words in offices
        kind = "person" if person else "organization"
        mention = make_mention(documents[run.article], run.article, run.start, run.end, kind, TRUST)
        if mention is not None:
            found[run.article] = sorted(
                [*(other for other in own if other not in over), mention], key=lambda known: known.start
            )
    return found


def _inside(mention: NameMention, run: _Run) -> bool:
    return run.start <= mention.start and mention.end <= run.end


def _runs(document: Document, article: int) -> Iterator[_Run]:
    """All stretches of capitalised words inside a sentence that hold two or more that may be of a name."""
    pack = load_pack(document.language)
    for sentence in document.sentences:
        words: list[Token] = []
        for at, token in enumerate((*document.tokens_in(sentence.span), None)):
            capital = token is not None and at > 0 and _is_capital(token.surface)
            if token is not None and capital and _touches(document, words, token):
                words.append(token)
                continue
            yield from _stretches(words, article, pack)
            words = [token] if token is not None and capital else []


def _stretches(words: Sequence[Token], article: int, pack: LanguagePack) -> Iterator[_Run]:
    for length in range(SHORTEST, min(LONGEST, len(words)) + 1):
        for first in range(len(words) - length + 1):
            part = words[first : first + length]
            if _may_be_name(part, pack):
                yield _Run(article, part[0].start, part[-1].end, tuple(word.surface for word in part))


def _may_be_name(words: Sequence[Token], pack: LanguagePack) -> bool:
    """Tell whether several of the words may be of a name, and none is an office, which many languages name in English."""
    telling = sum(fold(word.surface) not in _no_names(pack) for word in words)
    return telling >= SHORTEST and not any(find_role_nouns(words, known) for known in (pack, load_pack("en")))


def _is_capital(word: str) -> bool:
    return word[:1].isupper() and word[1:].islower()


def _touches(document: Document, words: Sequence[Token], token: Token) -> bool:
    """Tell whether only a space parts the token from the run before it."""
    return not words or document.text[words[-1].end : token.start] == " "


@cache
def _no_names(pack: LanguagePack) -> frozenset[str]:
    people = pack.people
    listed = (people.titles, people.honorifics, people.generic, pack.prose.function_words, pack.prose.demonyms)
    return frozenset(fold(word) for words in listed for word in words)
