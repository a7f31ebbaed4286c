"""Chains: the mentions of one article that name one actor.

What belongs here: what holds inside one article alone. A full name and the surname after it, a long form and its
acronym, a short form of a company, a slip of the pen, a native name with its Latin form in brackets.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsdiff.align.actors.mentions import NameMention
from newsdiff.lang.pack import load_pack
from newsdiff.parse.names.forms import NameForm, Word
from newsdiff.parse.names.similarity import ABJADS, compare_forms, compare_words

SAME_WORD = 0.9
SHORT_OF_LONG = 0.8
SLIP = 0.78
SLIP_WEIGHT = 3
BRACKETED = 0.45
DECIDED = 0.5
"""Mean score of a short form's mentions from which on its kind counts: below it, it may be of any."""
SHORTEST_ACRONYM = 2
SHORTEST_INFLECTED = 3
_CASED = ("Latn", "Cyrl", "Grek")
_LONG_VOWELS = str.maketrans("", "", "اويאוי")
_BESIDE = ",;،、/&-–—"


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions of one actor in one article, in order. ``votes``: how sure each kind is, summed."""

    article: int
    mentions: tuple[NameMention, ...]
    votes: tuple[tuple[str, float], ...]

    @property
    def kind(self) -> str:
        """The kind with the highest sum of scores."""
        return max(self.votes, key=lambda vote: (vote[1], vote[0]))[0]

    def full_forms(self) -> tuple[NameForm, ...]:
        """The forms that name it in full: all with more than one word, or all where there is none."""
        forms = {mention.key: mention.form for mention in self.mentions}
        long = [form for form in forms.values() if len(form.words) > 1]
        return tuple(long or forms.values())


def make_chain(mentions: Iterable[NameMention]) -> Chain:
    """A chain of these mentions of one article."""
    ordered = tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))
    votes: dict[str, float] = defaultdict(float)
    for mention in ordered:
        votes[mention.kind] += mention.score
    return Chain(ordered[0].article, ordered, tuple(sorted(votes.items())))


def chain_mentions(mentions: Sequence[NameMention], text: str) -> list[Chain]:
    """The chains of one article, in the order of their first mention."""
    spellings = _group(mentions)
    keys = list(spellings)
    parent = {key: key for key in keys}

    def find(key: str) -> str:
        while parent[key] != key:
            key = parent[key]
        return key

    for one, two in _bracketed(mentions, text):
        parent[find(two)] = find(one)
    kinds = {key: _kind(spellings[key]) for key in keys}
    decided = {key: kinds[key] if _is_decided(spellings[key]) else "" for key in keys}
    forms = {key: spellings[key][0].form for key in keys}
    apart = _side_by_side(mentions, text)
    for short in sorted(keys, key=lambda key: (len(forms[key].words), key)):
        owners = [
            key
            for key in keys
            if find(key) != find(short)
            and (short, key) not in apart
            and _may_be(forms[short], decided[short], forms[key], kinds[key])
        ]
        owner = _choose(short, owners, spellings)
        if owner is not None:
            parent[find(short)] = find(owner)
    groups: dict[str, list[NameMention]] = {}
    for key in keys:
        groups.setdefault(find(key), []).extend(spellings[key])
    chains = [make_chain(group) for group in groups.values()]
    return sorted(chains, key=lambda chain: chain.mentions[0].start)


def _group(mentions: Sequence[NameMention]) -> dict[str, list[NameMention]]:
    grouped: dict[str, list[NameMention]] = {}
    for mention in mentions:
        grouped.setdefault(mention.key, []).append(mention)
    return grouped


def _kind(mentions: Sequence[NameMention]) -> str:
    votes: Counter[str] = Counter()
    for mention in mentions:
        votes[mention.kind] += mention.score  # type: ignore[assignment]
    return max(sorted(votes), key=lambda kind: votes[kind])


def _is_decided(mentions: Sequence[NameMention]) -> bool:
    return sum(mention.score for mention in mentions) >= DECIDED * len(mentions)


def _choose(short: str, owners: Sequence[str], spellings: dict[str, list[NameMention]]) -> str | None:
    """The owner of a short form: the longest name, and of several the one that was named last before it."""
    if not owners:
        return None
    first = spellings[short][0].start
    before = [key for key in owners if spellings[key][0].start <= first]
    return max(before or owners, key=lambda key: (len(spellings[key][0].form.words), spellings[key][0].start))


def _may_be(short: NameForm, short_kind: str, long: NameForm, long_kind: str) -> bool:
    """Tell whether the short form, whose kind is empty where it is in doubt, may name what the long form names."""
    if len(short.words) == len(long.words):
        return is_inflected(short, long) or (
            short_kind == long_kind and short.text < long.text and _is_spelled_otherwise(short, long, long_kind)
        )
    if len(short.words) > len(long.words):
        return False
    if is_joined(short, long):
        return True
    if len(short.words) == 1 and is_acronym(short.words[0], long):
        return "person" not in (short_kind, long_kind)
    if "place" in (short_kind, long_kind):
        alike = _same_word(short.words[-1], long.words[-1]) and compare_forms(short, long) >= SHORT_OF_LONG
        return short_kind == "organization" and alike
    if long_kind == "person":
        last = short.words[-1]
        if len(short.words) == 1:
            return _same_word(last, long.words[-1]) or (short_kind == "person" and _same_word(last, long.words[0]))
        return compare_forms(short, long) >= SAME_WORD and _same_word(last, long.words[-1])
    return _is_part(short.words, long.words)


def _is_spelled_otherwise(one: NameForm, other: NameForm, kind: str) -> bool:
    return (
        is_slip(one, other)
        or _sound_alike(one, other)
        or (kind != "person" and _differ_in_vowels(one.words, other.words))
    )


def is_slip(one: NameForm, other: NameForm) -> bool:
    """Tell whether two spellings are one name with a slip of the pen or an ending between them."""
    if min(one.weight, other.weight) < SLIP_WEIGHT:
        return one.text.lower() == other.text.lower()
    if not one.words[0].readings or not other.words[0].readings:
        return False
    same_begin = one.words[0].bare[:1] == other.words[0].bare[:1]
    same_consonants = all(_consonants(a) == _consonants(b) for a, b in zip(one.words, other.words, strict=True))
    return same_begin and same_consonants and compare_forms(one, other) >= SLIP


def _consonants(word: Word) -> str:
    """The consonants of a word without a final s, which may be an ending."""
    return word.readings[0].skeleton.rstrip("s") if word.readings else word.bare


def is_inflected(one: NameForm, other: NameForm) -> bool:
    """Tell whether the first is the second with an ending: "Hallings" and "Halling"."""
    if one.words[:-1] != other.words[:-1]:
        return False
    return _has_ending(one.words[-1], other.words[-1])


def _same_word(one: Word, other: Word) -> bool:
    """Tell whether two words of one article are the same, whatever ending they carry."""
    return compare_words(one, other) >= SAME_WORD or _has_ending(one, other) or _has_ending(other, one)


def _has_ending(longer: Word, shorter: Word) -> bool:
    """Tell whether the longer word is the shorter with an inflected ending."""
    ending = longer.bare.removeprefix(shorter.bare)
    return (
        longer.script == shorter.script
        and longer.script in _CASED
        and len(shorter.bare) >= SHORTEST_INFLECTED
        and ending != longer.bare
        and ending in load_pack("und").people.endings
    )


def _differ_in_vowels(one: Sequence[Word], other: Sequence[Word]) -> bool:
    """Tell whether two foreign names differ only in long vowels, which some scripts may leave out.

    Not for persons: there such words are different names.
    """
    return all(
        a.script == b.script
        and a.script in ABJADS
        and a.bare.translate(_LONG_VOWELS) == b.bare.translate(_LONG_VOWELS)
        and len(a.bare.translate(_LONG_VOWELS)) >= SLIP_WEIGHT
        for a, b in zip(one, other, strict=True)
    )


def _sound_alike(one: NameForm, other: NameForm) -> bool:
    """Tell whether every two words can be read as the same sounds: "غراهام" and "جراهام"."""
    return min(one.weight, other.weight) >= SLIP_WEIGHT and all(
        a.script == b.script and not {x.sounds for x in a.readings}.isdisjoint(y.sounds for y in b.readings)
        for a, b in zip(one.words, other.words, strict=True)
    )


def is_joined(short: NameForm, long: NameForm) -> bool:
    """Tell whether the first is the second written as one word: "Safeharbour" and "Safe Harbour"."""
    return len(short.words) == 1 and long.joined is not None and short.words[0].bare == long.joined.bare


def is_acronym(word: Word, long: NameForm) -> bool:
    """Tell whether a word is made of the first letters of the longer name's words."""
    letters = "".join(part.bare[:1] for part in long.words)
    return len(word.bare) >= SHORTEST_ACRONYM and word.bare == letters


def _is_part(short: Sequence[Word], long: Sequence[Word]) -> bool:
    """Tell whether the short name begins or ends the long one, word by word."""
    count = len(short)
    if sum(len(word.bare) for word in short) <= SHORTEST_ACRONYM:
        return False
    return any(
        all(_same_word(a, b) for a, b in zip(short, part, strict=True)) for part in (long[:count], long[-count:])
    )


def _bracketed(mentions: Sequence[NameMention], text: str) -> list[tuple[str, str]]:
    """Pairs of neighbours of which the second stands in brackets: a name and its form in another script."""
    pairs = []
    for one, two in pairwise(mentions):
        between = text[one.end : two.start].strip()
        if between not in ("(", "（", "[") or text[two.end : two.end + 1] not in (")", "）", "]"):
            continue
        scripts = {one.form.words[0].script, two.form.words[0].script}
        acronym = is_acronym(two.form.words[0], one.form) or is_acronym(one.form.words[0], two.form)
        if acronym or (len(scripts) == 2 and compare_forms(one.form, two.form) >= BRACKETED):
            pairs.append((one.key, two.key))
    return pairs


def _side_by_side(mentions: Sequence[NameMention], text: str) -> set[tuple[str, str]]:
    """Spellings that stand beside each other in a list, both ways: two names of a list are two actors."""
    apart = set()
    for one, two in pairwise(mentions):
        between = text[one.end : two.start].strip()
        if between and between in _BESIDE and one.key != two.key:
            apart |= {(one.key, two.key), (two.key, one.key)}
    return apart
