"""Speakers by the tree of the sentence, where an engine has parsed it, beside those that the order of words gives.

What belongs here: the subject of a cue in the tree as a name, a pronoun or nobody, and when it overrules the order of words.
Whom a pronoun stands for is left to the context.
"""

from __future__ import annotations

from newsdiff.model import Span
from newsdiff.parse.quotations.cues import Cue
from newsdiff.parse.quotations.passage import Mention, Passage
from newsdiff.parse.quotations.speech_words import Speech, fold
from newsdiff.parse.quotations.subjects import NOBODY, Subject, named, pronoun
from newsdiff.parse.syntax import Tree, described, is_oblique, subject, tree_in

_VERBS = ("VERB", "AUX")


def settle_subject(passage: Passage, speech: Speech, cue: Cue, by_order: Subject) -> Subject:
    """The subject of a cue: that of the tree where it is one name or a pronoun, else the one by the order of words.

    A name by the order of words that the tree hangs elsewhere, while the verb has another subject, is nobody's.
    """
    tree = _tree_at(passage, cue)
    verb = _verb(tree, cue.span(passage)) if tree is not None else None
    place = subject(tree, verb, borrowing=cue.dependent) if tree is not None and verb is not None else None
    if tree is None or place is None or tree.below(place, "conj"):
        return by_order
    word = tree.words[place]
    folded = fold(passage.text[word.start : word.end])
    if word.tag == "PRON":
        return pronoun(speech, folded) if folded in speech.pronouns else by_order
    chosen = _mention(passage, tree, place)
    if chosen is None and by_order.standing == "description":
        return NOBODY if _holds_person(passage, tree, place) else by_order
    if chosen is None:
        return NOBODY if _hangs_elsewhere(passage, tree, place, by_order) else by_order
    return named(chosen)


def _tree_at(passage: Passage, cue: Cue) -> Tree | None:
    if not passage.syntax:
        return None
    number = passage.sentence_number(passage.words[cue.first].start)
    return tree_in(passage.syntax, passage.sentences[number]) if number >= 0 else None


def _verb(tree: Tree, cue: Span) -> int | None:
    """The verb of a cue: its only full verb, or its only auxiliary where it has none."""
    places = tree.places(cue)
    for tag in _VERBS:
        found = [place for place in places if tree.words[place].tag == tag]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _mention(passage: Passage, tree: Tree, place: int) -> Mention | None:
    """The mention that a subject is, or the only person that names it: "the director, Mara Berg, said"."""
    word = tree.words[place]
    for mention in passage.mentions_in(tree.words[0].start, word.end):
        if mention.start <= word.start and word.end <= mention.end:
            return mention
    people = [m for m in passage.mentions_in(tree.words[0].start, tree.words[-1].end) if m.person]
    naming = [mention for mention in people if place in described(tree, mention.span)]
    return naming[0] if len(naming) == 1 else None


def _hangs_elsewhere(passage: Passage, tree: Tree, place: int, by_order: Subject) -> bool:
    """Whether a noun is the subject, and the name by the order of words an object, an attribute or another verb's subject.

    An organization may speak through the noun that it hangs on: "a spokesman for Velmora".
    """
    if by_order.span is None or tree.words[place].tag != "NOUN":
        return False
    top = tree.top(by_order.span)
    if top is None:
        return False
    person = any(mention.person for mention in passage.mentions_in(by_order.span.start, by_order.span.end))
    outside = person or not tree.is_below(top, place)
    return tree.relation(top) == "nsubj" or (is_oblique(tree, top) and outside)


def _holds_person(passage: Passage, tree: Tree, place: int) -> bool:
    """Whether a description names somebody else: "the porter whom Mara Gallini had hired"."""
    mentions = passage.mentions_in(tree.words[0].start, tree.words[-1].end)
    tops = [tree.top(mention.span) for mention in mentions if mention.person]
    return any(top is not None and tree.is_below(top, place) for top in tops)
