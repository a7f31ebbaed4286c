"""The words that name roles: offices and jobs in all their forms, and the small words that qualify and connect them.

What belongs here: looking a single word up in the ``people`` section of a pack, inflected, glued together or hyphenated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from newsdiff.lang.pack import LanguagePack
from newsdiff.parse.names.romanize import fold, script

SHORTEST_STEM = 3
SHORTEST_COMPOUND_PART = 4
HYPHENS = "-‐‑"
_AT_HYPHEN = re.compile(f"[{HYPHENS}]")
_AT_ELISION = re.compile("(?<![\u0400-\u04ff])['’]")
"""The apostrophe that parts two words ("chef d'état"); between letters of Cyrillic it is one itself ("прем'єр")."""
_ARABIC_ARTICLE = "ال"
_SINGULAR = ("0", "1")


def is_role_noun(word: str, pack: LanguagePack) -> bool:
    """Tell whether a single word names an office or a job in this language."""
    lexicon = lexicon_of(pack)
    listed = any(len(parts) == 1 for form in forms_of(word, pack) for parts, _ in lexicon.roles.get(form, ()))
    return listed or read_compound(word, pack) is not None


def is_company_noun(word: str, pack: LanguagePack) -> bool:
    """Tell whether a word, or the end of a compound, says that the name of a company follows."""
    bare = fold(word)
    nouns = tuple(map(fold, pack.people.company_nouns))
    return bare in nouns or bool(nouns and pack.people.compounds and bare.endswith(nouns))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, folded.

    ``marks`` are small words by what they are, in any form, and ``written`` those that count only as they are listed; ``roles``
    the words and the title of each role noun, by its first word; ``endings`` those that end compounds; ``loose`` nouns that
    name no office for certain; ``accented`` those that without the accent on their last letter are other words. ``letters`` are
    the marks of one Latin letter, as it is written: "à" is another word than "a".
    """

    marks: dict[str, frozenset[str]]
    written: dict[str, frozenset[str]]
    roles: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    endings: tuple[tuple[str, str], ...]
    loose: frozenset[tuple[str, ...]]
    accented: frozenset[str]
    letters: dict[str, frozenset[str]]


_MARKS = (
    "former", "current", "designated", "outgoing", "acting", "of", "perfects", "pluperfects", "whose", "its", "copulas",
    "articles", "relatives", "conjunctions", "organization_nouns", "loose_heads", "employed_at",
    "successions", "verb_particles",
)  # fmt: skip


@cache
def lexicon_of(pack: LanguagePack) -> Lexicon:
    """The words of a pack that have to do with roles, ready to be looked up."""
    people = pack.people
    marks = {
        mark: frozenset(normal(part) for word in getattr(people, mark) for part in word.split()) for mark in _MARKS
    }
    if people.postpositions and people.employed_at:
        marks["of"] = frozenset(map(normal, people.employed_at))
    marks["unsettled"] = marks["designated"] | marks["outgoing"]
    marks["demonyms"] = frozenset(map(normal, pack.prose.demonyms))
    marks["kin"] = frozenset(map(normal, pack.speech.kin))
    as_written = _written(pack)
    written = {mark: frozenset(map(normal, words)) for mark, words in as_written}
    listed_as = (*((mark, getattr(people, mark)) for mark in _MARKS), *as_written)
    letters = {mark: frozenset(word.lower() for word in words if _is_latin_letter(word)) for mark, words in listed_as}
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
    return Lexicon(marks, written, roles, endings, frozenset(map(_parts, people.loose_roles)), accented, letters)


def _is_latin_letter(word: str) -> bool:
    return len(word) == 1 and script(word) == "Latn"


def _written(pack: LanguagePack) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Words that count only as they are listed, without endings: verbs of speech, numbers above one, fields of an office, what stands beside a verb."""
    numbers = tuple(
        word for value, words in pack.figures.numbers.items() if str(value) not in _SINGULAR for word in words
    )
    people = pack.people
    fields = (*people.fields, *people.towns, *people.departments)
    clauses = (("objects", people.objects), ("auxiliaries", people.auxiliaries), ("predecessors", people.predecessors))
    return (
        ("speaks", pack.speech.verbs),
        ("numbers", numbers),
        ("fields", fields),
        ("towns", people.towns),
        ("departments", people.departments),
        *clauses,
    )


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
def forms_of(surface: str, pack: LanguagePack) -> frozenset[str]:
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
    return any(rest.startswith(tuple(HYPHENS)) or is_role_noun(rest, pack) or beginnings(rest, pack) for rest in rests)


@lru_cache(maxsize=65536)
def marks_of(surface: str, pack: LanguagePack) -> frozenset[str]:
    """The kinds of small words that a word may be."""
    if _is_latin_letter(surface):
        return frozenset(mark for mark, known in lexicon_of(pack).letters.items() if surface.lower() in known)
    forms = forms_of(surface, pack)
    marks = {mark for mark, known in lexicon_of(pack).marks.items() if not known.isdisjoint(forms)}
    marks |= {mark for mark, known in lexicon_of(pack).written.items() if normal(surface) in known}
    if surface.endswith(pack.people.its_endings) and surface.startswith(pack.people.conjunctions):
        marks.add("its")
    if pack.people.its_endings and surface.endswith(pack.people.its_endings) and is_role_noun(surface, pack):
        marks.add("owned")
    if is_company_noun(surface, pack):
        marks.add("organization_nouns")
    if _has_former_prefix(surface, pack):
        marks.add("former_prefix")
    first, *rest = _AT_HYPHEN.split(surface)
    if rest and fold(first) in (*map(fold, pack.people.former_prefixes), *lexicon_of(pack).marks["former"]):
        marks.add("left_behind")
    return frozenset(marks)


@lru_cache(maxsize=65536)
def beginnings(surface: str, pack: LanguagePack) -> tuple[tuple[tuple[str, ...], str], ...]:
    """The role nouns, as (words, title), that a word may begin."""
    roles = lexicon_of(pack).roles
    forms = (form for form in sorted(forms_of(surface, pack)) if not _lacks_accent(surface, form, pack))
    return tuple(noun for form in forms for noun in roles.get(form, ()))


def _lacks_accent(surface: str, form: str, pack: LanguagePack) -> bool:
    """Whether a word lacks the accent on the last letter of a noun, which makes it another: "accuse", not "accusé"."""
    if form not in lexicon_of(pack).accented or surface.isupper() or len(surface) < len(form):
        return False
    return surface[len(form) - 1].isascii() and fold(surface).startswith(form)


@lru_cache(maxsize=16384)
def read_compound(surface: str, pack: LanguagePack) -> tuple[str, int, int] | None:
    """The title that a longer word ends in, the length of what a hyphen parts from it, and that of all but its ending."""
    lexicon = lexicon_of(pack)
    head, hyphen, tail = _cut(surface)
    before = len(head) + len(hyphen) if hyphen else 0
    if hyphen:
        listed = [
            (title, form)
            for form in sorted(forms_of(tail, pack))
            for parts, title in lexicon.roles.get(form, ())
            if len(parts) == 1
        ]
        if listed:
            title = listed[0][0]
            return title, len(head), before + max(len(form) for other, form in listed if other == title)
    if not lexicon.endings:
        return None
    forms = [form for form in sorted(forms_of(tail or surface, pack)) if form.endswith(_endings(pack))]
    if not forms:
        return None
    for ending, title in lexicon.endings:
        fitting = [len(form) for form in forms if form.endswith(ending) and len(form) - len(ending) >= SHORTEST_STEM]
        if fitting:
            return title, len(head) if hyphen else 0, before + max(fitting)
    return None


@cache
def _endings(pack: LanguagePack) -> tuple[str, ...]:
    return tuple(ending for ending, _ in lexicon_of(pack).endings)


def _cut(surface: str) -> tuple[str, str, str]:
    place = max(surface.rfind(hyphen) for hyphen in HYPHENS)
    if place <= 0:
        return surface, "", ""
    return surface[:place], surface[place], surface[place + 1 :]
