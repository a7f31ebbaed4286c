"""Names in their nominative: "Павла Дробника" stands for Павел Дробник where the articles know him.

What belongs here: which of the nominatives that a name may be a case of is meant. One that stands in an article, letter for
letter or, in another language, by its sounds. A name that another language writes just so is no case of anything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from operator import eq

from newsdiff.align.actors.chains import DECIDED
from newsdiff.align.actors.mentions import NameMention
from newsdiff.lang.pack import LanguagePack, load_pack
from newsdiff.model import Document
from newsdiff.parse.names.batch import similarity_matrix
from newsdiff.parse.names.declension import cases_of, declines, may_be_nominative, nominatives
from newsdiff.parse.names.forms import NameForm, name_form
from newsdiff.parse.names.romanize import fold, script
from newsdiff.parse.names.similarity import compare_forms
from newsdiff.parse.names.territories import territory_of

KNOWN = 0.86
GAIN = 0.02
LEAST = 0.5
NEAREST = 3
_FULL, _PERSON, _OTHER = "full", "person", "other"
NEAR = 40
_APART = tuple(",—–-(:")
_ENDING = ("", ".", "!", "?", "…")
_Named = tuple[str, str]
"""A name and its sort: a place of one word is no case of a person's name."""
_Spelling = tuple[str, str]
"""The code of a language and what an article in it writes."""


def settle_cases(documents: Sequence[Document], mentions: Sequence[Sequence[NameMention]]) -> list[list[NameMention]]:
    """The mentions of all articles, those that stand in a case with the form of their nominative."""
    packs = [load_pack(document.language) for document in documents]
    if not any(map(declines, packs)):
        return [list(own) for own in mentions]
    plain = [mention for pack, own in zip(packs, mentions, strict=True) if not declines(pack) for mention in own]
    written = {mention.surface.lower() for mention in plain}
    known = _read_known(mentions)
    settled: dict[_Spelling, NameForm] = {}
    unsettled: dict[str, list[NameMention]] = defaultdict(list)
    for document, pack, own in zip(documents, packs, mentions, strict=True):
        subjects = _subjects(document, pack, own)
        for mention in own:
            spelling = mention.surface.lower()
            if spelling in written or spelling in subjects or not nominatives(mention.surface, pack):
                continue
            form = _attested(mention, pack, known)
            if form is not None:
                settled[pack.code, mention.surface] = form
            else:
                unsettled[pack.code].append(mention)
    for code, found in unsettled.items():
        settled.update(_by_sound(found, load_pack(code), plain))
    return [
        [_with_form(mention, settled.get((pack.code, mention.surface))) for mention in own]
        for pack, own in zip(packs, mentions, strict=True)
    ]


def in_nominative(mentions: Sequence[NameMention], languages: Sequence[str]) -> list[NameMention]:
    """The mentions of one actor, each that is a case of another one's name with the form of that."""
    forms = {mention.form.text: mention.form for mention in mentions}
    settled = []
    for mention in mentions:
        bases = nominatives(mention.form.text, load_pack(languages[mention.article]))
        settled.append(_with_form(mention, next((forms[base] for base in bases if base in forms), None)))
    return settled


def list_cases(forms: Iterable[NameForm], language: str) -> set[str]:
    """All cases of some names of one word in one language; longer ones are found by their sounds."""
    pack = load_pack(language)
    return {case for form in forms if len(form.words) == 1 for case in cases_of(form.text, pack)}


def _read_known(mentions: Sequence[Sequence[NameMention]]) -> set[_Named]:
    """The names that stand in an article: as they are written, and without their marks."""
    every = [mention for own in mentions for mention in own]
    return {
        (name, _sort(mention)) for mention in every for name in (mention.surface.lower(), _unmarked(mention.surface))
    }


def _sort(mention: NameMention) -> str:
    return _FULL if len(mention.form.words) > 1 else _PERSON if mention.kind == "person" else _OTHER


def _with_form(mention: NameMention, form: NameForm | None) -> NameMention:
    return mention if form is None else replace(mention, form=form)


def _attested(mention: NameMention, pack: LanguagePack, known: set[_Named]) -> NameForm | None:
    """The nominative that an article writes, or that the tables of places have; None where it is open which."""
    sorts = {_sort(mention)} if len(mention.form.words) > 1 or mention.score >= DECIDED else {_PERSON, _OTHER}
    bases = nominatives(mention.surface, pack)
    exact = [base for base in bases if any((base.lower(), sort) in known for sort in sorts)]
    if not exact and mention.kind == "place":
        exact = [base for base in bases if territory_of(base, pack.code)]
    found = exact or [base for base in bases if any((_unmarked(base), sort) in known for sort in sorts)]
    if len({_key(base) for base in found}) != 1:
        return None
    return name_form(max(found, key=lambda base: (sum(map(eq, base, mention.surface)), base)))


def _key(name: str) -> str:
    return " ".join(word.bare for word in name_form(name).words)


def _unmarked(name: str) -> str:
    """A Latin name without its marks, which another language may leave out; in other scripts they make letters."""
    return f"={_key(name)}" if script(name) == "Latn" else name


def _by_sound(
    mentions: Sequence[NameMention], pack: LanguagePack, plain: Sequence[NameMention]
) -> Mapping[_Spelling, NameForm]:
    """The nominatives that sound like names of articles whose languages have no cases, better than what is written."""
    targets = list(dict.fromkeys((mention.form, _sort(mention)) for mention in plain))
    written = list({mention.surface: mention for mention in mentions}.values())
    if not targets or not written:
        return {}
    scores = similarity_matrix([mention.form for mention in written], [form for form, _ in targets])
    settled = {}
    for mention, row in zip(written, scores.tolist(), strict=True):
        alike = [
            (score, form)
            for score, (form, sort) in zip(row, targets, strict=True)
            if score >= LEAST and sort == _sort(mention) and len(form.words) == len(mention.form.words)
        ]
        near = [form for _, form in sorted(alike, key=lambda option: -option[0])[:NEAREST]]
        if not near:
            continue
        found = {
            form: max(compare_forms(form, target) for target in near)
            for form in map(name_form, nominatives(mention.surface, pack))
        }
        form = max(found, key=lambda form: round(found[form], 2))
        if found[form] >= KNOWN and found[form] >= max(score for score, _ in alike) + GAIN:
            settled[pack.code, mention.surface] = form
    return settled


def _subjects(document: Document, pack: LanguagePack, mentions: Sequence[NameMention]) -> set[str]:
    """The names that stand where a nominative does and may be one: a woman's beside her verb, or what a sentence opens with."""
    if not declines(pack):
        return set()
    ends = tuple(map(fold, pack.speech.feminine_ends))
    found = set()
    for mention in mentions:
        if not may_be_nominative(mention.surface, pack):
            continue
        before = document.text[max(0, mention.start - NEAR) : mention.start]
        behind = document.text[mention.end : mention.end + NEAR]
        opening = before.rstrip()[-1:] in _ENDING and behind.lstrip()[:1] in _APART
        beside = (*before.split()[-1:], *behind.split()[:1])
        if opening or any(fold(word).endswith(ends) for word in beside if ends):
            found.add(mention.surface.lower())
    return found
