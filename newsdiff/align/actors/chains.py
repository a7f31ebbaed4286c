"""Chains: the mentions of one article that name one actor.

What belongs here: which mentions of one article belong together, by where they stand. A full name and the surname after it, a
native name with its Latin form in brackets, two names of a list. Whether two spellings may be of one name is for ``spellings``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsdiff.align.actors.mentions import NameMention
from newsdiff.align.actors.spellings import is_acronym, may_be, stands_for
from newsdiff.parse.names.forms import NameForm
from newsdiff.parse.names.similarity import compare_forms

BRACKETED = 0.45
_POSSESSIVE = ("’s ", "'s ")
DECIDED = 0.5
"""Mean score of a short form's mentions from which on its kind counts: below it, it may be of any."""
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
        """The forms that name it in full: all with more than one word; or all.

        Of an organization also what stands for them in capitals, or else a short form that is used more often than they are:
        beside "Orva Basin Authority (OBA)" a bare "Orva" is the river. Who has something, as in "Norvia's New Hires", is no
        short form of it.
        """
        forms = {mention.key: mention.form for mention in self.mentions}
        long = [form for form in forms.values() if len(form.words) > 1]
        if long and self.kind == "organization":
            uses = Counter(mention.key for mention in self.mentions)
            most = max(uses[key] for key, form in forms.items() if len(form.words) > 1)
            short = [(key, form) for key, form in forms.items() if len(form.words) == 1]
            capitals = [form for _, form in short if any(stands_for(form, name) for name in long)]
            owners = {name.text.split(mark)[0] for name in long for mark in _POSSESSIVE if mark in name.text}
            long += capitals or [form for key, form in short if uses[key] > most and form.text not in owners]
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

    for one, two in (*_bracketed(mentions, text), *_borne(spellings)):
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
            and not spellings[short][0].bearer
            and (short, key) not in apart
            and may_be(forms[short], decided[short], forms[key], kinds[key])
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
        grouped.setdefault(_node(mention), []).append(mention)
    return grouped


def _node(mention: NameMention) -> str:
    """What the mentions share that are one actor's for certain: their spelling and, where several bear it, the bearer."""
    return f"{mention.bearer}\n{mention.key}" if mention.bearer else mention.key


def _borne(spellings: dict[str, list[NameMention]]) -> list[tuple[str, str]]:
    """Pairs of a full name and a part of it that is told to mean its bearer."""
    return [(found[0].bearer, node) for node, found in spellings.items() if found[0].bearer]


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


def _bracketed(mentions: Sequence[NameMention], text: str) -> list[tuple[str, str]]:
    """Pairs of neighbours of which the second stands in brackets behind no other: a name and its form in another script."""
    pairs = []
    for one, two in pairwise(mentions):
        between = text[one.end : two.start].strip()
        if between not in ("(", "（", "[") or text[two.end : two.end + 1] not in (")", "）", "]"):
            continue
        scripts = {one.form.words[0].script, two.form.words[0].script}
        acronym = is_acronym(two.form.words[0], one.form) or is_acronym(one.form.words[0], two.form)
        if one.kind == two.kind == "organization":
            acronym = acronym or stands_for(two.form, one.form)
        if acronym or (len(scripts) == 2 and compare_forms(one.form, two.form) >= BRACKETED):
            pairs.append((_node(one), _node(two)))
    names = Counter(two for _, two in dict.fromkeys(pairs))
    return [(one, two) for one, two in pairs if names[two] == 1]


def _side_by_side(mentions: Sequence[NameMention], text: str) -> set[tuple[str, str]]:
    """Spellings that stand beside each other in a list, both ways: two names of a list are two actors."""
    apart = set()
    for one, two in pairwise(mentions):
        between = text[one.end : two.start].strip()
        if between and between in _BESIDE and one.key != two.key:
            apart |= {(_node(one), _node(two)), (_node(two), _node(one))}
    return apart
