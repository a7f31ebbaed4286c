"""What a kind of claim is: how it is taken out of a document, compared and described.

Two families: claims that name an actor (persons, organizations, places) are aligned by who is named; claims that fill a
slot (figures, dates, quotations) are aligned by what they are about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from newsdiff.lang.pack import has_words, load_pack
from newsdiff.model import Claim, Document, Reason

Relation = Literal["equal", "compatible", "disjoint", "unknown"]


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two values of one slot stand to each other, and why.

    Of values that are not equal, ``apart`` tells how far from each other they are (0 next to, 1 a thousand times); of those
    that exclude each other, ``slip`` whether one looks like the other mistyped: digits turned round, a power of ten.
    """

    relation: Relation
    reason: Reason
    apart: float = 0.0
    slip: bool = False


@dataclass(frozen=True, slots=True)
class ActorKind:
    """A kind whose claims name an actor.

    ``compare`` looks at two articles' values of one actor; ``describe`` writes a value short, for a table's cell. ``word``
    puts what a value says in English into the words of a language, those first in which it is written there.
    """

    name: str
    extract: Callable[[Document], tuple[Claim, ...]]
    compare: Callable[[Any, Any], Comparison]
    describe: Callable[[Any], str]
    word: Callable[[Any, str, Mapping[str, str]], Any] = lambda value, _language, _written: value

    def may_misread(self, _language: str | None) -> bool:
        """Names are read the same way in every language."""
        return False


@dataclass(frozen=True, slots=True)
class SlotKind:
    """A kind whose claims fill a slot.

    ``family`` names the kinds whose claims may stand in one slot ("12 million" beside "€12m"); ``comparable`` says
    whether two values could answer the same question at all; ``key`` is the text of a value that itself carries
    meaning for the alignment (what is counted, what was said), or None; ``telling`` how much it proves that two values
    are equal, from 0 (small whole numbers) to 1. ``wording`` tells that the claim's own words are what is compared, so
    they are not masked; ``whole`` that a claim is a sentence, which may hold claims of other kinds; ``needs_words`` that a
    value may be misread where newsdiff has no word list for the language ("3 milyar" is no three); ``naming`` that a value names
    one of several, as the number of a flight does, so that none contradicts an article that names two. ``write_alike`` gives the
    values of one finding one spelling, where they are written in several ("9½ years" and "9.5 years"). ``rename`` gives a
    value the key of another, so that a table has one word for what all articles count; ``lemma`` is the key in the
    forms of a dictionary, by which it is compared where an engine knows them; ``concept`` its name in all languages, an
    English one, by which it is compared before all else.
    """

    name: str
    family: str
    extract: Callable[[Document], tuple[Claim, ...]]
    comparable: Callable[[Any, Any], bool]
    compare: Callable[[Any, Any], Comparison]
    describe: Callable[[Any], str]
    key: Callable[[Any], str | None]
    telling: Callable[[Any], float]
    wording: bool = False
    whole: bool = False
    needs_words: bool = False
    naming: bool = False
    rename: Callable[[Any, str], Any] = lambda value, _key: value
    write_alike: Callable[[Sequence[Any]], Sequence[Any]] = lambda values: values
    lemma: Callable[[Any], str | None] = lambda _value: None
    concept: Callable[[Any], str | None] = lambda _value: None

    def may_misread(self, language: str | None) -> bool:
        """Tell whether a value of an article in this language may be another than is read.

        So may words be given to another speaker where the tagger was not taught the names of the language.
        """
        code = language or "und"
        return self.needs_words and (not has_words(code) or (self.wording and not load_pack(code).people.taught))


Kind = ActorKind | SlotKind
