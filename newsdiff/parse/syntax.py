"""What the tree of a sentence says, where an engine has parsed it: pure functions, all silent (None) where it is unclear.

Trees are those of Universal Dependencies. What belongs here: which noun a number counts, which words say who somebody is,
whose word a verb is. What readers make of that, beside their own rules, is theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsdiff.model import Span, SyntaxWord

_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_NUMERALS = frozenset({"nummod", "compound", "flat", "fixed", "conj"})
_ATTRIBUTES = frozenset({"amod", "compound", "flat", "fixed", "acl", "nmod"})
_FUNCTION = frozenset({"case", "det", "punct", "advmod", "mark"})
_NAMING = frozenset({"appos", "flat", "compound"})
_OBLIQUE = frozenset({"obl", "nmod", "obj", "iobj"})
_MOST_STEPS = 4


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a stretch of text with their heads as places among them, and the words that depend on each.

    Offsets count from the origin that `tree_in` was given.
    """

    words: tuple[SyntaxWord, ...]
    children: tuple[tuple[int, ...], ...]

    def places(self, span: Span) -> range:
        """The places of the words that overlap ``span``."""
        first = bisect_left(self.words, span.start + 1, key=lambda word: word.end)
        return range(first, bisect_left(self.words, span.end, first, key=lambda word: word.start))

    def top(self, span: Span) -> int | None:
        """The place of the one word in ``span`` on which all others in it depend, or None where there are several."""
        inside = self.places(span)
        tops = [place for place in inside if self.words[place].head not in inside]
        return tops[0] if len(tops) == 1 else None

    def relation(self, place: int) -> str:
        """The relation of a word to its head, without its subtype."""
        return self.words[place].relation.partition(":")[0]

    def below(self, place: int, *relations: str) -> list[int]:
        """The places of the words that depend on a word in one of these relations, all of them where none is named."""
        return [child for child in self.children[place] if not relations or self.relation(child) in relations]

    def is_below(self, place: int, above: int) -> bool:
        """Whether a word is another one or depends on it, directly or not."""
        seen = 0
        at: int | None = place
        while at is not None and seen <= len(self.words):
            if at == above:
                return True
            at, seen = self.words[at].head, seen + 1
        return False


def tree_in(words: Sequence[SyntaxWord], span: Span, origin: int = 0) -> Tree | None:
    """The tree of the words that begin in ``span`` of an article; None where an engine told no dependencies there.

    ``origin`` is the offset that is to count as 0. Takes time linear in the length of the span.
    """
    first = bisect_left(words, span.start, key=lambda word: word.start)
    last = bisect_left(words, span.end, first, key=lambda word: word.start)
    inside = tuple(
        replace(
            word,
            start=word.start - origin,
            end=word.end - origin,
            head=word.head - first if word.head is not None and first <= word.head < last else None,
        )
        for word in words[first:last]
    )
    if not any(word.head is not None for word in inside):
        return None
    children: list[list[int]] = [[] for _ in inside]
    for place, word in enumerate(inside):
        if word.head is not None:
            children[word.head].append(place)
    return Tree(inside, tuple(map(tuple, children)))


def dictionary_form(tree: Tree, span: Span) -> str | None:
    """The words of a span in the forms of a dictionary, or None where one of them is not known."""
    lemmas = [tree.words[place].lemma for place in tree.places(span)]
    return " ".join(lemmas) if lemmas and all(lemmas) else None


def counted_noun(tree: Tree, number: Span) -> Span | None:
    """The noun that a number counts and that stands behind it, with its attributes: "engineers" of "200 new engineers"."""
    place = _counting(tree, number)
    if place is None:
        return None
    head = tree.words[place].head
    if tree.relation(place) == "nummod" and head is not None:
        noun = head
    else:
        behind = [child for child in tree.below(place, "nmod") if tree.words[child].start >= number.end]
        if len(behind) != 1:
            return None
        (noun,) = behind
    if tree.words[noun].start < number.end or tree.words[noun].tag not in _NOUNS:
        return None
    return _phrase(tree, noun, number)


def counts_nothing(tree: Tree, number: Span, noun: Span) -> bool:
    """Whether a number stands for itself, "scored 27 last night", and has nothing to do with what ``noun`` holds."""
    place, other = _counting(tree, number), tree.top(noun)
    if place is None or other is None or tree.words[place].tag != "NUM":
        return False
    if tree.relation(place) not in (*_OBLIQUE, "nsubj"):
        return False
    return not tree.is_below(other, place) and tree.words[place].head != other


def _counting(tree: Tree, number: Span) -> int | None:
    """The word of a number that ties it to the rest: past its own digits and scales, and past "3 or" of "3 or 4"."""
    place = tree.top(number)
    for _ in range(_MOST_STEPS):
        if place is None:
            return None
        head = tree.words[place].head
        numeral = head is not None and tree.words[head].tag == "NUM"
        if not numeral or tree.relation(place) not in _NUMERALS:
            return place
        place = head
    return None


def _phrase(tree: Tree, noun: int, number: Span) -> Span | None:
    """A noun with the attributes that stand beside it, where nothing else stands between it and the number."""
    first = last = noun
    for place in range(noun - 1, -1, -1):
        word = tree.words[place]
        if word.start < number.end:
            break
        branch = _branch(tree, place, noun)
        if branch is not None and first == place + 1 and _is_attribute_before(tree, branch):
            first = place
        elif tree.relation(place) not in _FUNCTION:
            return None
    while last + 1 < len(tree.words) and _is_attribute(tree, last + 1, noun):
        last += 1
    linked = _linked(tree, last + 1, noun)
    return Span(tree.words[first].start, tree.words[linked if linked is not None else last].end)


def _branch(tree: Tree, place: int, noun: int) -> int | None:
    """The word right below a noun through which another one depends on it, if it does."""
    at: int | None = place
    for _ in range(_MOST_STEPS):
        if at is None or tree.words[at].head == noun:
            return at
        at = tree.words[at].head
    return None


def _is_attribute_before(tree: Tree, place: int) -> bool:
    """Whether a word before a noun, with all that depends on it, is its attribute: "heavily armed" of "guards"."""
    own = tree.relation(place) in _ATTRIBUTES and tree.words[place].tag != "NUM"
    return own and (tree.relation(place) != "nmod" or not tree.below(place))


def _is_attribute(tree: Tree, place: int, noun: int) -> bool:
    """Whether a word right behind a noun is its attribute: "ingegneri qualificati", "عاملا جديدا"."""
    return tree.words[place].head == noun and tree.relation(place) in ("amod", "compound", "flat", "fixed")


def _linked(tree: Tree, place: int, noun: int) -> int | None:
    """The noun without an article that hangs on another one right behind it: "posti di lavoro", "فرصة عمل"."""
    for at in range(place, min(place + 2, len(tree.words))):
        if tree.words[at].head == noun and tree.relation(at) == "nmod":
            own = tree.below(at)
            plain = tree.words[at].tag == "NOUN" and all(tree.relation(child) == "case" for child in own)
            return at if plain and (at == place or place in own) else None
    return None


def described(tree: Tree, name: Span) -> frozenset[int]:
    """The words that say who a name is: appositions and titles on either side of it, and what it is said to be.

    A noun that hangs on another is none of these: its case may be that of a possessor.
    """
    place = tree.top(name)
    if place is None:
        return frozenset()
    inside = tree.places(name)
    found = {child for child in tree.below(place, *_NAMING) if child not in inside}
    if tree.below(place, "cop"):
        found |= {child for child in tree.below(place) if tree.words[child].relation == "nsubj"}
    head = tree.words[place].head
    if head is not None and tree.relation(place) in _NAMING:
        found.add(head)
    if head is not None and tree.words[place].relation == "nsubj" and tree.words[head].tag in _NOUNS:
        found.add(head)
    found |= {child for other in tuple(found) for child in tree.below(other, "conj")}
    return frozenset(other for other in found if tree.words[other].tag in _NOUNS)


def belongs_to(tree: Tree, place: int) -> frozenset[int]:
    """The words that say whose a noun is, or where: "Novatec" of "director of Novatec", "Novatec's director"."""
    return frozenset(tree.below(place, "nmod", "compound", "flat"))


def is_denied(tree: Tree, place: int, negations: frozenset[str]) -> bool:
    """Whether a negation stands with a word, with its copula, or with what the word is said to be."""
    head = tree.words[place].head
    near = [*tree.below(place)]
    if head is not None and tree.relation(place) == "nsubj":
        near += tree.below(head)
    near += [other for child in tuple(near) if tree.relation(child) in ("cop", "aux") for other in tree.below(child)]
    return any(tree.words[child].lemma.lower() in negations for child in near)


def subject(tree: Tree, verb: int, *, borrowing: bool = False) -> int | None:
    """Whose word a verb is: its subject, that of the verb it is joined to, or who is named "by" it.

    ``borrowing`` verbs ("..., adding that") have the subject of the clause they hang on.
    """
    steps = ("conj", "advcl", "xcomp") if borrowing else ("conj",)
    at = verb
    for _ in range(_MOST_STEPS):
        found = list(_subjects(tree, at))
        if found:
            return found[0] if len(found) == 1 else None
        head = tree.words[at].head
        if head is None or tree.relation(at) not in steps:
            return None
        at = head
    return None


def _subjects(tree: Tree, verb: int) -> Iterator[int]:
    passive = [child for child in tree.below(verb) if tree.words[child].relation == "nsubj:pass"]
    for child in tree.below(verb):
        relation = tree.words[child].relation
        if passive and relation == "obl:agent":
            yield child
        elif not passive and relation == "nsubj":
            yield _antecedent(tree, child, verb)


def _antecedent(tree: Tree, place: int, verb: int) -> int:
    """The noun that a relative pronoun stands for, else the word itself: "Berg, who said"."""
    head = tree.words[verb].head
    relative = tree.words[place].tag == "PRON" and tree.relation(verb) == "acl" and head is not None
    return head if relative and head is not None else place


def is_oblique(tree: Tree, place: int) -> bool:
    """Whether a word is certainly no subject: an object, or hung on by a preposition."""
    return tree.relation(place) in _OBLIQUE
