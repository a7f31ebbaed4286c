"""The words that name roles: offices and jobs in all their forms, and the small words that qualify and connect them.

What belongs here: looking words up in the ``people`` section of a pack, inflected, glued together or hyphenated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Span, Token
from newsdiff.parse.names.romanize import fold, script

SHORTEST_STEM = 3
LONGEST_PARTICLE = 2
SHORTEST_COMPOUND_PART = 4
HEAD_OF_FIELD = "head"
"""What a loose word for a chief executive says of a police, a guard, a museum: the chef of a coast guard runs no company."""
HYPHENS = "-‐‑"
_AT_HYPHEN = re.compile(f"[{HYPHENS}]")
_AT_ELISION = re.compile("(?<![\u0400-\u04ff])['’]")
"""The apostrophe that parts two words ("chef d'état"); between letters of Cyrillic it is one itself ("прем'єр")."""
_ARABIC_ARTICLE = "ال"
_SINGULAR = ("0", "1")


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A role noun at words ``start`` to ``end`` (exclusive); ``employer``: the part of a compound before it.

    ``exact`` tells that it names this office and no other: a word that the pack lists, and not as a loose one. ``written`` is
    the noun in the form of a dictionary.
    """

    start: int
    end: int
    title: str
    employer: Span | None = None
    exact: bool = False
    written: str | None = None


def find_role_nouns(words: Sequence[Token], pack: LanguagePack) -> tuple[RoleNoun, ...]:
    """The offices and jobs that are named among the words, the longest first where several begin at one word."""
    nouns = tuple(_nouns(words, pack))
    return _chained(words, nouns, pack) if pack.people.role_chains else nouns


def _chained(words: Sequence[Token], nouns: Sequence[RoleNoun], pack: LanguagePack) -> tuple[RoleNoun, ...]:
    """The nouns, each joined by the inflected one right behind it, which says whose it is: "советник президента"."""
    joined: list[RoleNoun] = []
    for noun in nouns:
        inflected = normal(words[noun.start].surface) not in _lexicon(pack).roles
        if joined and joined[-1].end == noun.start and inflected:
            joined[-1] = replace(joined[-1], end=noun.end)
        else:
            joined.append(noun)
    return tuple(joined)


def is_role_noun(word: str, pack: LanguagePack) -> bool:
    """Tell whether a single word names an office or a job in this language."""
    lexicon = _lexicon(pack)
    listed = any(len(parts) == 1 for form in _forms(word, pack) for parts, _ in lexicon.roles.get(form, ()))
    return listed or _read_compound(word, pack) is not None


def is_company_noun(word: str, pack: LanguagePack) -> bool:
    """Tell whether a word, or the end of a compound, says that the name of a company follows."""
    bare = fold(word)
    nouns = tuple(map(fold, pack.people.company_nouns))
    return bare in nouns or bool(nouns and pack.people.compounds and bare.endswith(nouns))


@dataclass(frozen=True)
class _Lexicon:
    marks: dict[str, frozenset[str]]
    written: dict[str, frozenset[str]]
    roles: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    endings: tuple[tuple[str, str], ...]
    loose: frozenset[tuple[str, ...]]
    accented: frozenset[str]


_MARKS = (
    "former", "current", "designated", "outgoing", "acting", "of", "perfects", "pluperfects", "whose", "its", "copulas",
    "articles", "relatives", "conjunctions", "organization_nouns", "loose_heads", "employed_at",
)  # fmt: skip


@cache
def _lexicon(pack: LanguagePack) -> _Lexicon:
    people = pack.people
    marks = {
        mark: frozenset(normal(part) for word in getattr(people, mark) for part in word.split()) for mark in _MARKS
    }
    if people.postpositions and people.employed_at:
        marks["of"] = frozenset(map(normal, people.employed_at))
    marks["unsettled"] = marks["designated"] | marks["outgoing"]
    marks["demonyms"] = frozenset(map(normal, pack.prose.demonyms))
    marks["kin"] = frozenset(map(normal, pack.speech.kin))
    written = {mark: frozenset(map(normal, words)) for mark, words in _written(pack)}
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    single: dict[str, str] = {}
    for title, nouns in people.roles.items():
        for noun in nouns:
            parts = _parts(noun)
            by_first.setdefault(parts[0], []).append((parts, title))
            if any(hyphen in noun for hyphen in HYPHENS):
                cut = tuple(map(normal, _AT_HYPHEN.sub(r" \g<0> ", noun).split()))
                by_first.setdefault(cut[0], []).append((cut, title))
            if len(parts) == 1 and len(parts[0]) >= SHORTEST_COMPOUND_PART:
                single.setdefault(parts[0], title)
    roles = {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in by_first.items()}
    endings = tuple(sorted(single.items(), key=lambda item: (-len(item[0]), item[0]))) if people.compounds else ()
    listed = (noun for nouns in people.roles.values() for noun in nouns)
    accented = frozenset(fold(noun) for noun in listed if fold(noun[-1]) != noun[-1].lower())
    return _Lexicon(marks, written, roles, endings, frozenset(map(_parts, people.loose_roles)), accented)


def _written(pack: LanguagePack) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Words that count only as they are listed, without endings: verbs of speech, numbers above one, fields of an office, what stands beside a verb."""
    numbers = tuple(
        word for value, words in pack.figures.numbers.items() if str(value) not in _SINGULAR for word in words
    )
    people = pack.people
    fields = (*people.fields, *people.towns)
    clauses = (("objects", people.objects), ("auxiliaries", people.auxiliaries), ("predecessors", people.predecessors))
    return ("speaks", pack.speech.verbs), ("numbers", numbers), ("fields", fields), ("towns", people.towns), *clauses


def _parts(noun: str) -> tuple[str, ...]:
    return tuple(normal(part) for part in _AT_ELISION.sub(r"\g<0> ", noun).split())


def normal(word: str) -> str:
    """A word as it is looked up: folded, without the Arabic article."""
    bare = fold(word)
    if script(bare) == "Arab" and bare.startswith(_ARABIC_ARTICLE) and len(bare) > SHORTEST_STEM + 1:
        return bare[len(_ARABIC_ARTICLE) :]
    return bare


@cache
def _affixes(pack: LanguagePack) -> tuple[tuple[str, ...], tuple[str, ...]]:
    listed = {fold(ending) for ending in (*pack.people.endings, *pack.people.its_endings)}
    endings = tuple(sorted(listed, key=lambda ending: (-len(ending), ending)))
    return tuple(pack.people.proclitics), endings


@lru_cache(maxsize=65536)
def _forms(surface: str, pack: LanguagePack) -> frozenset[str]:
    """All that a word may be the inflected form of."""
    bare = fold(surface)
    proclitics, endings = _affixes(pack)
    forms = {bare, normal(surface)}
    for clitic in proclitics:
        if bare.startswith(clitic) and len(bare) - len(clitic) >= SHORTEST_STEM:
            forms.add(bare[len(clitic) :])
            forms.add(normal(bare[len(clitic) :]))
    forms |= {rest for rest in _behind_former_prefix(bare, pack) if len(rest) > SHORTEST_STEM}
    for form in tuple(forms):
        for ending in endings:
            if form.endswith(ending) and len(form) - len(ending) >= SHORTEST_STEM:
                forms.add(form[: -len(ending)])
    return frozenset(forms)


def _behind_former_prefix(bare: str, pack: LanguagePack) -> tuple[str, ...]:
    """What is left of a folded word without each prefix that makes a role a former one."""
    prefixes = tuple(fold(prefix) for prefix in pack.people.former_prefixes)
    return tuple(bare.removeprefix(prefix) for prefix in prefixes if bare.startswith(prefix))


def _has_former_prefix(surface: str, pack: LanguagePack) -> bool:
    """Whether a word of a role begins with what makes it a former one: "expresidente", "Ex-Chefin", not "extremo"."""
    rests = _behind_former_prefix(fold(surface), pack)
    return any(rest.startswith(tuple(HYPHENS)) or is_role_noun(rest, pack) or _beginnings(rest, pack) for rest in rests)


@lru_cache(maxsize=65536)
def marks_of(surface: str, pack: LanguagePack) -> frozenset[str]:
    """The kinds of small words that a word may be."""
    forms = _forms(surface, pack)
    marks = {mark for mark, known in _lexicon(pack).marks.items() if not known.isdisjoint(forms)}
    marks |= {mark for mark, known in _lexicon(pack).written.items() if normal(surface) in known}
    if surface.endswith(pack.people.its_endings) and surface.startswith(pack.people.conjunctions):
        marks.add("its")
    if pack.people.its_endings and surface.endswith(pack.people.its_endings) and is_role_noun(surface, pack):
        marks.add("owned")
    if is_company_noun(surface, pack):
        marks.add("organization_nouns")
    if _has_former_prefix(surface, pack):
        marks.add("former_prefix")
    first, *rest = _AT_HYPHEN.split(surface)
    if rest and fold(first) in (*map(fold, pack.people.former_prefixes), *_lexicon(pack).marks["former"]):
        marks.add("left_behind")
    return frozenset(marks)


@lru_cache(maxsize=65536)
def _beginnings(surface: str, pack: LanguagePack) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The role nouns, as (words, title), that a word may begin."""
    roles = _lexicon(pack).roles
    forms = (form for form in sorted(_forms(surface, pack)) if not _lacks_accent(surface, form, pack))
    return tuple(noun for form in forms for noun in roles.get(form, ()))


def _lacks_accent(surface: str, form: str, pack: LanguagePack) -> bool:
    """Whether a word lacks the accent on the last letter of a noun, which makes it another: "accuse", not "accusé"."""
    if form not in _lexicon(pack).accented or surface.isupper() or len(surface) < len(form):
        return False
    return surface[len(form) - 1].isascii() and fold(surface).startswith(form)


def _nouns(words: Sequence[Token], pack: LanguagePack) -> Iterator[RoleNoun]:
    at = 0
    while at < len(words):
        noun = _listed(words, at, pack) or _compound(words, at, pack)
        if noun is None:
            at += 1
        else:
            yield noun
            at = noun.end


def _listed(words: Sequence[Token], at: int, pack: LanguagePack) -> RoleNoun | None:
    """The longest role noun of the pack that begins here; a hyphenated word may end in one."""
    best: RoleNoun | None = None
    for parts, title in _beginnings(words[at].surface, pack):
        end = at + len(parts)
        longer = end <= len(words) and (best is None or end > best.end)
        if longer and all(part in _forms(words[at + step].surface, pack) for step, part in enumerate(parts)):
            best = RoleNoun(at, end, title)
    return _worded(words, best, pack) if best and not _is_bare_particle(words, best, pack) else None


def _is_bare_particle(words: Sequence[Token], noun: RoleNoun, pack: LanguagePack) -> bool:
    """Whether a short word in small letters is more likely a preposition: "passa la palla ad Halling", not "l'ad di Novatec"."""
    surface = words[noun.start].surface
    if noun.end - noun.start > 1 or len(surface) > LONGEST_PARTICLE or not (surface.isascii() and surface.islower()):
        return False
    marks = marks_of(words[noun.start - 1].surface, pack) if noun.start else frozenset()
    return marks.isdisjoint(("articles", "of", "former", "current"))


def _worded(words: Sequence[Token], noun: RoleNoun, pack: LanguagePack) -> RoleNoun:
    """The noun with the longest of the listed forms that its words may be: "Sprecherin" is not "Sprecher" with an ending."""
    surfaces = [word.surface for word in words[noun.start : noun.end]]
    fitting = [
        parts
        for parts, title in _beginnings(surfaces[0], pack)
        if title == noun.title
        and len(parts) == len(surfaces)
        and all(part in _forms(surface, pack) for part, surface in zip(parts, surfaces, strict=True))
    ]
    form = max(fitting, key=lambda parts: (sum(map(len, parts)), parts))
    written = [_as_listed(surface, part, pack) for surface, part in zip(surfaces, form, strict=True)]
    return replace(noun, exact=form not in _lexicon(pack).loose, written=" ".join(written))


def _as_listed(surface: str, part: str, pack: LanguagePack) -> str:
    """A word without what follows its listed form, in the case in which a dictionary has it."""
    own = surface[: len(part)] if fold(surface[: len(part)]) == part else surface
    return own if pack.figures.nouns_capitalised or not own[1:].islower() else own.lower()


def _compound(words: Sequence[Token], at: int, pack: LanguagePack) -> RoleNoun | None:
    """A role noun at the end of a longer word: "Qualitätschef", "Novatec-Chefin"."""
    word = words[at]
    found = _read_compound(word.surface, pack)
    if found is None:
        return None
    title, head, length = found
    employer = head and "former" not in marks_of(word.surface[:head], pack)
    written = word.surface[head + 1 if head else 0 : length]
    listed = any(parts == (normal(written),) for parts, _ in _lexicon(pack).roles.get(normal(written), ()))
    exact = head > 0 and listed and (normal(written),) not in _lexicon(pack).loose
    if head and (normal(written),) in _lexicon(pack).loose and "fields" in marks_of(word.surface[:head], pack):
        title = HEAD_OF_FIELD
    span = Span(word.start, word.start + head) if employer else None
    return RoleNoun(at, at + 1, title, span, exact, written)


@lru_cache(maxsize=16384)
def _read_compound(surface: str, pack: LanguagePack) -> tuple[str, int, int] | None:
    """The title that a longer word ends in, the length of what a hyphen parts from it, and that of all but its ending."""
    lexicon = _lexicon(pack)
    head, hyphen, tail = _cut(surface)
    before = len(head) + len(hyphen) if hyphen else 0
    if hyphen:
        listed = [
            (title, form)
            for form in sorted(_forms(tail, pack))
            for parts, title in lexicon.roles.get(form, ())
            if len(parts) == 1
        ]
        if listed:
            title = listed[0][0]
            return title, len(head), before + max(len(form) for other, form in listed if other == title)
    if not lexicon.endings:
        return None
    forms = [form for form in sorted(_forms(tail or surface, pack)) if form.endswith(_endings(pack))]
    if not forms:
        return None
    for ending, title in lexicon.endings:
        fitting = [len(form) for form in forms if form.endswith(ending) and len(form) - len(ending) >= SHORTEST_STEM]
        if fitting:
            return title, len(head) if hyphen else 0, before + max(fitting)
    return None


@cache
def _endings(pack: LanguagePack) -> tuple[str, ...]:
    return tuple(ending for ending, _ in _lexicon(pack).endings)


def _cut(surface: str) -> tuple[str, str, str]:
    place = max(surface.rfind(hyphen) for hyphen in HYPHENS)
    if place <= 0:
        return surface, "", ""
    return surface[:place], surface[place], surface[place + 1 :]
