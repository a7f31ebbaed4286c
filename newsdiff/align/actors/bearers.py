"""Names that several persons of one article bear: whom each mention of a surname alone means.

What belongs here: what the full names around a mention tell of it. A surname is said of the person who was named in full last; in
a headline, of the first that the text below names. Where the sentence that should tell names both, or tells whose kin somebody
is, it stays open, and nothing is said of anybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from newsdiff.align.actors.lookup import Hit
from newsdiff.align.actors.mentions import NameMention
from newsdiff.align.actors.spellings import may_be
from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Document, Span
from newsdiff.parse.names.declension import nominatives
from newsdiff.parse.names.forms import NameForm
from newsdiff.parse.roles.lexicon import marks_of

PERSON = "person"
SEVERAL = 2


@dataclass(frozen=True, slots=True)
class Borne:
    """The mentions of an article of which it is told whom they mean, and the spans of those of which it is not."""

    mentions: list[NameMention]
    open: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Naming:
    """A full name where it stands: its place, its sentence, and which of the persons it names."""

    start: int
    sentence: Span
    person: str


def give_to_bearers(document: Document, mentions: Sequence[NameMention]) -> Borne:
    """The mentions, those of a name that several persons share with the key of the full name that is meant for ``bearer``."""
    forms = {mention.key: mention for mention in mentions if mention.kind == PERSON}
    full = _part_persons([mention for mention in forms.values() if len(mention.form.words) > 1], document.language)
    shared = {
        key: persons
        for key, mention in forms.items()
        if len(mention.form.words) == 1 and len(persons := _bearers(mention.form, full)) >= SEVERAL
    }
    if not shared:
        return Borne(list(mentions), ())
    person_of = {key: person for person, named in full.items() for key in named}
    namings = [
        _Naming(mention.start, _sentence(document, mention.start), person_of[mention.key])
        for mention in mentions
        if mention.key in person_of
    ]
    given, unsure = [], []
    for mention in mentions:
        if mention.key not in shared:
            given.append(mention)
            continue
        meant = _meant(document, mention, [naming for naming in namings if naming.person in shared[mention.key]])
        if meant is None:
            unsure.append(Span(mention.start, mention.end))
        else:
            given.append(replace(mention, bearer=meant))
    return Borne(given, tuple(unsure))


def _bearers(short: NameForm, full: Mapping[str, Mapping[str, NameForm]]) -> frozenset[str]:
    """The persons whose full names a name of one word may stand for."""
    return frozenset(
        person for person, named in full.items() if any(may_be(short, PERSON, form, PERSON) for form in named.values())
    )


def _part_persons(mentions: Iterable[NameMention], language: str) -> dict[str, dict[str, NameForm]]:
    """The persons, each by the key of the longest of the full names that may all be the same one's."""
    pack = load_pack(language)
    persons: dict[str, dict[str, NameForm]] = {}
    for mention in sorted(mentions, key=lambda mention: (-len(mention.form.words), mention.start)):
        known = [
            person
            for person, named in persons.items()
            if any(_may_be_one(mention.form, form, pack) for form in named.values())
        ]
        persons.setdefault(known[0] if known else mention.key, {})[mention.key] = mention.form
    return persons


def _may_be_one(one: NameForm, other: NameForm, pack: LanguagePack) -> bool:
    cases = {one.text, *nominatives(one.text, pack)} & {other.text, *nominatives(other.text, pack)}
    return bool(cases) or may_be(one, PERSON, other, PERSON) or may_be(other, PERSON, one, PERSON)


def _meant(document: Document, mention: NameMention, namings: Sequence[_Naming]) -> str | None:
    """The person whom a name alone means; None where it stays open."""
    sentence = _sentence(document, mention.start)
    beside = {naming.person for naming in namings if naming.sentence == sentence and naming.start > mention.start}
    namings = [naming for naming in namings if naming.person not in beside]
    before = [naming for naming in namings if naming.start < mention.start]
    if len({naming.person for naming in before}) == 1:
        return before[-1].person
    if not before and (not namings or _tells_of_kin(document, sentence)):
        return None
    telling = before[-1] if before else namings[0]
    told = {naming.person for naming in namings if naming.sentence == telling.sentence}
    clear = len(told) == 1 and not (before and _tells_of_kin(document, telling.sentence))
    return telling.person if clear else None


def _tells_of_kin(document: Document, sentence: Span) -> bool:
    pack = load_pack(document.language)
    return any("kin" in marks_of(token.surface, pack) for token in document.tokens_in(sentence))


def _sentence(document: Document, place: int) -> Span:
    sentence = document.sentence_at(place)
    return sentence.span if sentence is not None else Span(place, place + 1)


def surnames_of(actors: Sequence[Sequence[NameMention]], article: int) -> dict[str, set[int]]:
    """Surname to the actors, by their numbers, whose full names an article gives with it."""
    found: dict[str, set[int]] = defaultdict(set)
    for number, mention in chain.from_iterable(((n, m) for m in own) for n, own in enumerate(actors)):
        if mention.article == article and mention.kind == PERSON and len(mention.form.words) > 1:
            found[mention.form.words[-1].bare].add(number)
    return dict(found)


def is_meant(hit: Hit, bearers: Mapping[str, set[int]], unsure: Sequence[Span]) -> bool:
    """Tell whether a hit may mean its actor: not where it is open whom the name means, or where another one bears it here."""
    if any(hit.start < span.end and span.start < hit.end for span in unsure):
        return False
    return len(hit.words) > 1 or bearers.get(hit.words[0].bare, {hit.actor}) == {hit.actor}
