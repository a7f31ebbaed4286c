"""Actors: who and what the articles name, over all mentions of all articles.

What belongs here: the order of the steps. Mentions become chains inside each article, chains become actors over all of
them, and then the names of each are looked for wherever no engine saw them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from newsdiff.align.actors.bearers import give_to_bearers, is_meant, surnames_of
from newsdiff.align.actors.cases import in_nominative, list_cases, settle_cases
from newsdiff.align.actors.chains import Chain, chain_mentions
from newsdiff.align.actors.clitics import cut_clitics
from newsdiff.align.actors.clusters import cluster_chains
from newsdiff.align.actors.cuts import cut_neighbours
from newsdiff.align.actors.lookup import Hit, Wanted, find_names
from newsdiff.align.actors.mentions import NameMention, read_mentions
from newsdiff.align.actors.naming import choose_name, list_variants
from newsdiff.align.actors.roles import collect_roles
from newsdiff.align.actors.shared import add_shared_names
from newsdiff.align.actors.taking import kind_of, take_hits
from newsdiff.align.actors.units import read_units
from newsdiff.lang.organizations import is_acronym, list_forms, organization_of
from newsdiff.model import Document, Span
from newsdiff.model.actor import Actor, Mention
from newsdiff.parse.names.families import is_family
from newsdiff.parse.names.forms import NameForm, name_form, part_capitals
from newsdiff.parse.names.romanize import fold
from newsdiff.parse.names.similarity import compare_words
from newsdiff.parse.names.territories import is_ambiguous, is_city, list_names, name_territory, place_of, territory_of

SHORT_FORM = 0.7
LEAST_JOINED = 4
UNLIKELY = 2
"""In how many articles that tag no such person a surname is found alone, until it is no person at all."""


def resolve(documents: Sequence[Document], aliases: Mapping[str, Sequence[str]] | None = None) -> tuple[Actor, ...]:
    """The persons, organizations and places that the articles name, in the order of their first mention.

    ``aliases`` maps a canonical name to other spellings of it. The order of the documents plays no part.
    """
    documents = sorted(documents, key=lambda document: (document.article.id, document.article.source))
    known = {fold(spelling): name for name, spellings in (aliases or {}).items() for spelling in (name, *spellings)}
    mentions = [read_mentions(document, place) for place, document in enumerate(documents)]
    mentions = cut_neighbours(cut_clitics(documents, add_shared_names(documents, mentions)))
    mentions = settle_cases(documents, mentions)
    borne = [give_to_bearers(document, own) for document, own in zip(documents, mentions, strict=True)]
    chains = [
        found
        for document, own in zip(documents, borne, strict=True)
        for found in chain_mentions(own.mentions, document.text)
    ]
    languages = [document.language for document in documents]
    groups = _merge_aliases(chains, cluster_chains(chains), known, languages)
    actors = [[mention for place in group for mention in chains[place].mentions] for group in groups]
    actors = _look_up(documents, actors, [own.open for own in borne])
    actors = [in_nominative(mentions, languages) for mentions in actors]
    named = [_make_actor(documents, mentions, known, languages) for mentions in actors if mentions]
    named.sort(key=lambda actor: (actor.mentions[0].article, actor.mentions[0].span))
    return collect_roles(documents, tuple(_number(named)))


def _merge_aliases(
    chains: Sequence[Chain], groups: Sequence[Sequence[int]], known: Mapping[str, str], languages: Sequence[str]
) -> list[list[int]]:
    """Groups of which the user, CLDR or our table says that they are one; a group of two such names is parted."""
    merged: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        sure = {place: _names_given(chains[place], known, languages, sure=True) for place in group}
        names = sorted(chain.from_iterable(sure.values())) or sorted(
            chain.from_iterable(_names_given(chains[place], known, languages) for place in group)
        )
        for place in group:
            name = next(iter(sure[place] or names), None)
            merged.setdefault(f"={name}" if name else f"#{number}", []).append(place)
    return [sorted(group) for group in merged.values()]


def _names_given(
    mentioned: Chain, known: Mapping[str, str], languages: Sequence[str], *, sure: bool = False
) -> list[str]:
    """The names given to what a chain mentions, sorted; if ``sure``, not those of words that name two places."""
    return sorted(
        name
        for mention in mentioned.mentions
        if (name := _given_name(mention, known, languages))
        and not (sure and is_ambiguous(mention.surface, languages[mention.article]))
    )


def _given_name(mention: NameMention, known: Mapping[str, str], languages: Sequence[str]) -> str | None:
    """The name that the user gives to what is mentioned, or the English one of a country, a city or an organization of the world."""
    given = known.get(fold(mention.surface)) or organization_of(mention.surface, languages[mention.article])
    spellings = () if given or mention.kind != "place" else (mention.surface, mention.form.text)
    code = place_of(spellings, languages[mention.article])
    return name_territory(code) if code else given


def _look_up(
    documents: Sequence[Document], actors: list[list[NameMention]], unsure: Sequence[Sequence[Span]]
) -> list[list[NameMention]]:
    """Add the mentions that no engine saw: first the names of all articles, then each article's own spellings again.

    ``unsure`` are the spans of each article that name one of several persons.
    """
    seen = actors
    actors = [list(mentions) for mentions in actors]
    for place, document in enumerate(documents):
        units = read_units(document)
        languages = [other.language for other in documents]
        wanted = _wanted(seen, place, languages)
        take_hits(document, place, _meant(document, find_names(units, wanted), actors, place, unsure[place]), actors)
        wanted = _own_spellings(actors, place, document.language)
        take_hits(document, place, _meant(document, find_names(units, wanted), actors, place, unsure[place]), actors)
    actors = [_without_unlikely(before, mentions) for before, mentions in zip(seen, actors, strict=True)]
    return [sorted(mentions, key=lambda mention: (mention.article, mention.start)) for mentions in actors]


def _meant(
    document: Document,
    hits: Sequence[Hit],
    actors: Sequence[Sequence[NameMention]],
    place: int,
    unsure: Sequence[Span],
) -> list[Hit]:
    """The hits in an article that may mean the actors whose names they are; a family's name means no person."""
    bearers = surnames_of(actors, place)
    persons = {number for number, mentions in enumerate(actors) if kind_of(mentions) == "person"}
    return [
        hit
        for hit in hits
        if is_meant(hit, bearers, unsure) and not (hit.actor in persons and is_family(document, hit.start, hit.end))
    ]


def _without_unlikely(seen: Sequence[NameMention], found: list[NameMention]) -> list[NameMention]:
    """The mentions found of an actor, but those that were seen alone where it can hardly be the person it was taken for.

    Whom several articles name is a person to the engine in more than one of them, or has his full name in some other: a car that
    one article's tagger takes for a person has neither.
    """
    places = {mention.article for mention in seen}
    elsewhere = {mention.article for mention in found} - places
    alone = all(len(mention.form.words) == 1 for mention in found if mention.article in elsewhere)
    if kind_of(seen) != "person" or len(places) > 1 or len(elsewhere) < UNLIKELY or not alone:
        return found
    return [mention for mention in found if mention.article in places]


def _wanted(actors: Sequence[Sequence[NameMention]], place: int, languages: Sequence[str]) -> list[Wanted]:
    """The names that other articles give to actors, and the surname of every full name of a person.

    A country is looked for by its names in the language of the article alone, for they need not sound alike.
    """
    wanted: list[Wanted] = []
    for number, mentions in enumerate(actors):
        country = next(
            (code for m in mentions if m.kind == "place" and (code := territory_of(m.surface, languages[m.article]))),
            None,
        )
        local = list_names(country, languages[place]) if country else ()
        in_cases = list_cases(map(name_form, local), languages[place])
        wanted.extend(Wanted(number, name_form(name)) for name in (*local, *sorted(in_cases.difference(local))))
        wanted.extend(
            _want(number, name_form(name), languages[place]) for name in _worldwide(mentions, languages, place)
        )
        if local and country and not is_city(country):
            continue
        forms: dict[str, NameForm] = {}
        for mention in mentions:
            if mention.article != place:
                forms.setdefault(mention.key, mention.form)
        wanted.extend(_want(number, form, languages[place]) for form in forms.values())
        wanted.extend(
            Wanted(number, name_form(form.joined.bare))
            for form in forms.values()
            if form.joined is not None and len(form.words) > 1 and form.weight >= LEAST_JOINED
        )
        parted = sorted({text for form in forms.values() if (text := part_capitals(form.text))})
        wanted.extend(Wanted(number, name_form(text)) for text in parted)
        if kind_of(mentions) == "person":
            surnames = sorted({form.words[-1].bare for form in forms.values() if len(form.words) > 1})
            wanted.extend(Wanted(number, name_form(surname)) for surname in surnames)
    return _unshared(wanted)


def _own_spellings(actors: Sequence[Sequence[NameMention]], place: int, language: str) -> list[Wanted]:
    """The spellings of this article, to be met again in all cases; of a person's full name also the surname alone."""
    wanted: list[Wanted] = []
    for number, mentions in enumerate(actors):
        own = [mention for mention in mentions if mention.article == place]
        texts = {mention.form.text for mention in own}
        if kind_of(mentions) == "person":
            texts |= {mention.form.words[-1].bare for mention in own if len(mention.form.words) > 1}
        elif own:
            texts |= _short_forms(own, [mention for mention in mentions if len(mention.form.words) == 1])
        texts |= list_cases({mention.form for mention in own}, language)
        wanted.extend(_want(number, name_form(text), language) for text in sorted(texts))
    return _unshared(wanted)


def _worldwide(mentions: Sequence[NameMention], languages: Sequence[str], place: int) -> tuple[str, ...]:
    """What the language of an article calls an organization of the world; nothing for any other actor."""
    named = (organization_of(mention.surface, languages[mention.article]) for mention in mentions)
    return next((list_forms(name, languages[place]) for name in named if name), ())


def _want(number: int, form: NameForm, language: str) -> Wanted:
    return Wanted(number, form, is_acronym(form.text, language))


def _short_forms(own: Sequence[NameMention], short: Sequence[NameMention]) -> set[str]:
    """The words of an article's long names that other articles use alone."""
    words = {word.bare: word for mention in own if len(mention.form.words) > 1 for word in mention.form.words}
    alone = {word.bare: word for mention in short for word in mention.form.words}.values()
    return {bare for bare, word in words.items() if any(compare_words(word, other) >= SHORT_FORM for other in alone)}


def _unshared(wanted: Sequence[Wanted]) -> list[Wanted]:
    """The names without single words that several actors could be meant by."""
    bearers: dict[str, set[int]] = {}
    for name in wanted:
        if len(name.form.words) == 1:
            bearers.setdefault(name.form.words[0].bare, set()).add(name.actor)
    return [name for name in wanted if len(name.form.words) > 1 or len(bearers[name.form.words[0].bare]) == 1]


def _make_actor(
    documents: Sequence[Document], mentions: Sequence[NameMention], known: Mapping[str, str], languages: Sequence[str]
) -> Actor:
    kind = kind_of(mentions)
    surfaces = [mention.surface for mention in mentions]
    given = next(filter(None, (_given_name(mention, known, languages) for mention in mentions)), None)
    name = given or choose_name(kind, [(mention.article, mention.form) for mention in mentions])
    return Actor(
        id="",
        kind=kind,
        name=name,
        variants=list_variants(name, surfaces),
        mentions=tuple(
            Mention(
                documents[mention.article].article.id,
                Span(mention.start, mention.end),
                kind,
                mention.surface,
                mention.score,
                mention.form.text if mention.form.text != mention.surface else "",
            )
            for mention in mentions
        ),
    )


def _number(actors: Sequence[Actor]) -> list[Actor]:
    counts: Counter[str] = Counter()
    numbered = []
    for actor in actors:
        counts[actor.kind] += 1
        numbered.append(replace(actor, id=f"{actor.kind}-{counts[actor.kind]}"))
    return numbered
