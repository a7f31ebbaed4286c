"""The offices and jobs that are named in a sentence, each over all of its words: "chief executive officer", "Novatec-Chefin".

What belongs here: the longest noun of the pack at a place. What a single word may be, inflected or glued together, is for
``lexicon``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsdiff.lang.pack import LanguagePack
from newsdiff.model import Span, Token
from newsdiff.parse.names.romanize import fold
from newsdiff.parse.roles.lexicon import beginnings, forms_of, lexicon_of, marks_of, normal, read_compound

LONGEST_PARTICLE = 2
COMPANY_HEAD = "chief executive"
HEAD_OF_FIELD = "head"
"""What a loose word for a chief executive says of a police, a guard, a museum: the chef of a coast guard runs no company."""


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A role noun at words ``start`` to ``end`` (exclusive); ``employer``: the part of a compound before it.

    ``exact`` tells that it names this office and no other: a word that the pack lists, and not as a loose one. ``written`` is
    the noun in the form of a dictionary, ``of_department`` whether the compound begins with a part of a house ("Sicherheitschef").
    """

    start: int
    end: int
    title: str
    employer: Span | None = None
    exact: bool = False
    written: str | None = None
    of_department: bool = False


def find_role_nouns(words: Sequence[Token], pack: LanguagePack) -> tuple[RoleNoun, ...]:
    """The offices and jobs that are named among the words, the longest first where several begin at one word."""
    nouns = tuple(_nouns(words, pack))
    return _chained(words, nouns, pack) if pack.people.role_chains else nouns


def _chained(words: Sequence[Token], nouns: Sequence[RoleNoun], pack: LanguagePack) -> tuple[RoleNoun, ...]:
    """The nouns, each joined by the inflected one right behind it, which says whose it is: "советник президента"."""
    joined: list[RoleNoun] = []
    for noun in nouns:
        inflected = normal(words[noun.start].surface) not in lexicon_of(pack).roles
        if joined and joined[-1].end == noun.start and inflected:
            joined[-1] = replace(joined[-1], end=noun.end)
        else:
            joined.append(noun)
    return tuple(joined)


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
    for parts, title in beginnings(words[at].surface, pack):
        end = at + len(parts)
        longer = end <= len(words) and (best is None or end > best.end)
        if longer and all(part in forms_of(words[at + step].surface, pack) for step, part in enumerate(parts)):
            best = RoleNoun(at, end, title)
    if best is None or _is_bare_particle(words, best, pack) or _is_participle(words, best, pack):
        return None
    return _worded(words, best, pack)


def _is_bare_particle(words: Sequence[Token], noun: RoleNoun, pack: LanguagePack) -> bool:
    """Whether a short word in small letters is more likely a preposition: "passa la palla ad Halling", not "l'ad di Novatec"."""
    surface = words[noun.start].surface
    if noun.end - noun.start > 1 or len(surface) > LONGEST_PARTICLE or not (surface.isascii() and surface.islower()):
        return False
    marks = marks_of(words[noun.start - 1].surface, pack) if noun.start else frozenset()
    return marks.isdisjoint(("articles", "of", "former", "current"))


def _is_participle(words: Sequence[Token], noun: RoleNoun, pack: LanguagePack) -> bool:
    """Whether a noun has an object as only a verb has one: whoever stands accusing him is no defendant."""
    objects = {normal(word) for word in pack.people.participle_objects}
    return noun.end < len(words) and normal(words[noun.end].surface) in objects


def _worded(words: Sequence[Token], noun: RoleNoun, pack: LanguagePack) -> RoleNoun:
    """The noun with the longest of the listed forms that its words may be: "Sprecherin" is not "Sprecher" with an ending."""
    surfaces = [word.surface for word in words[noun.start : noun.end]]
    fitting = [
        parts
        for parts, title in beginnings(surfaces[0], pack)
        if title == noun.title
        and len(parts) == len(surfaces)
        and all(part in forms_of(surface, pack) for part, surface in zip(parts, surfaces, strict=True))
    ]
    form = max(fitting, key=lambda parts: (sum(map(len, parts)), parts))
    written = [_as_listed(surface, part, pack) for surface, part in zip(surfaces, form, strict=True)]
    return replace(noun, exact=form not in lexicon_of(pack).loose, written=" ".join(written))


def _as_listed(surface: str, part: str, pack: LanguagePack) -> str:
    """A word without what follows its listed form, in the case in which a dictionary has it."""
    own = surface[: len(part)] if fold(surface[: len(part)]) == part else surface
    return own if pack.figures.nouns_capitalised or not own[1:].islower() else own.lower()


def _compound(words: Sequence[Token], at: int, pack: LanguagePack) -> RoleNoun | None:
    """A role noun at the end of a longer word: "Qualitätschef", "Novatec-Chefin"."""
    word = words[at]
    found = read_compound(word.surface, pack)
    if found is None:
        return None
    title, head, length = found
    employer = head and "former" not in marks_of(word.surface[:head], pack)
    written = word.surface[head + 1 if head else 0 : length]
    listed = any(parts == (normal(written),) for parts, _ in lexicon_of(pack).roles.get(normal(written), ()))
    exact = head > 0 and listed and (normal(written),) not in lexicon_of(pack).loose
    of_department = normal(word.surface).startswith(tuple(map(normal, pack.people.departments)))
    of_field = bool(head) and "fields" in marks_of(word.surface[:head], pack)
    if (of_department and title == COMPANY_HEAD) or (of_field and (normal(written),) in lexicon_of(pack).loose):
        title = HEAD_OF_FIELD
    span = Span(word.start, word.start + head) if employer else None
    return RoleNoun(at, at + 1, title, span, exact, written, of_department)
