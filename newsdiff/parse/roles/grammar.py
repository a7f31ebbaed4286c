"""Roles by the tree of the sentence, where an engine has parsed it, beside those that the order of words gives.

What belongs here: a role noun that the tree ties to the name is its role, one that it ties to somebody else is not, and the
organization that hangs on the noun is where the role is held. Where the tree is silent, the order of words stands.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from newsdiff.lang.pack import load_pack
from newsdiff.model import Document, Span
from newsdiff.parse.roles.found import FoundRole
from newsdiff.parse.roles.nouns import RoleNoun
from newsdiff.parse.roles.standing import qualify
from newsdiff.parse.roles.words import RoleWords
from newsdiff.parse.syntax import Tree, belongs_to, described, is_denied, tree_in


def settle_roles(
    document: Document, read: RoleWords, name: tuple[int, int], found: tuple[FoundRole, ...]
) -> tuple[FoundRole, ...]:
    """The roles of a name (a range of words): those ``found`` by the order of words, mended and completed by the tree."""
    if not document.words or not read.words:
        return found
    tree = tree_in(document.words, Span(read.words[0].start, read.words[-1].end))
    if tree is None:
        return found
    own = described(tree, _span(read, name))
    others = frozenset(
        place for person in read.persons if person != name for place in described(tree, _span(read, person))
    )
    settled = [role for role in found if not _is_of_another(role, tree, read, own, others)]
    titles = Counter(role.title for role in found)
    settled = [_with_employer(role, tree, read) if titles[role.title] == 1 else role for role in settled]
    for noun in read.nouns:
        place = tree.top(_span(read, (noun.start, noun.end)))
        if place in own and place is not None and noun.title not in titles and not _is_denied(document, tree, place):
            settled += [qualify(read, noun, span, noun.end) for span in _employers(tree, read, noun) or (None,)]
    return tuple(dict.fromkeys(settled))


def _is_of_another(role: FoundRole, tree: Tree, read: RoleWords, own: frozenset[int], others: frozenset[int]) -> bool:
    """Whether the only noun that can have given a role is tied to another person: "a cousin of the director"."""
    noun = _only_noun(role, read)
    place = tree.top(_span(read, (noun.start, noun.end))) if noun is not None else None
    if place is None or place in own:
        return False
    hung = tree.relation(place) == "nmod" and tree.words[place].head in own
    return hung or place in others


def _with_employer(role: FoundRole, tree: Tree, read: RoleWords) -> FoundRole:
    """The role at the one organization that hangs on its noun, where the order of words found none or one elsewhere."""
    noun = _only_noun(role, read)
    if noun is None or noun.employer is not None:
        return role
    employers = _employers(tree, read, noun)
    return replace(role, employer=employers[0]) if len(employers) == 1 else role


def _employers(tree: Tree, read: RoleWords, noun: RoleNoun) -> tuple[Span, ...]:
    """The organizations that hang on a role noun, and those joined to the first of them."""
    if noun.employer is not None:
        return (noun.employer,)
    place = tree.top(_span(read, (noun.start, noun.end)))
    if place is None:
        return ()
    hanging = belongs_to(tree, place)
    joined = {other for here in hanging for other in tree.below(here, "conj")}
    spans = [places for places in read.organizations if tree.top(_span(read, places)) in hanging | joined]
    organizations = [places for places in spans if places not in read.places]
    return tuple(_span(read, places) for places in organizations or spans)


def _only_noun(role: FoundRole, read: RoleWords) -> RoleNoun | None:
    """The noun that gave a role, where only one of the sentence can have."""
    nouns = [noun for noun in read.nouns if noun.title == role.title]
    return nouns[0] if len(nouns) == 1 else None


def _is_denied(document: Document, tree: Tree, place: int) -> bool:
    sentence = document.sentence_at(tree.words[place].start)
    pack = load_pack(sentence.language if sentence is not None else document.language)
    return is_denied(tree, place, frozenset((*pack.prose.negations, *pack.speech.negations)))


def _span(read: RoleWords, places: tuple[int, int]) -> Span:
    return Span(read.words[places[0]].start, read.words[places[1] - 1].end)
