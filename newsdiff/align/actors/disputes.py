"""Offices of which one article says that a person holds them, and two or more that this is over, or the other way round.

What belongs here: telling such a dispute from a change. A title may be kept, whoever worked somewhere is called by it, and who
resigned on Monday is a director in one article and a former one in the next: only offices at the head of something count, and
where an article tells of a change, nothing is disputed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations

from newsdiff.kinds.person import are_opposed
from newsdiff.lang.pack import load_pack
from newsdiff.model import Document, Role
from newsdiff.model.actor import Actor

HEAD = "head"
WITNESSES = 2
"""Articles that must agree on whether an office is a former one for the one that does not to stand alone."""

RolesByArticle = tuple[tuple[str, tuple[Role, ...]], ...]


def with_disputes(actor: Actor, documents: Mapping[str, Document]) -> Actor:
    """The person, with the roles marked that are disputed."""
    roles = _disputed(actor.roles)
    if not roles or any(_tells_of_change(documents[article], actor) for article in actor.articles):
        return actor
    return replace(
        actor,
        roles=tuple(
            (article, tuple(replace(role, disputed=(article, role) in roles) for role in own))
            for article, own in actor.roles
        ),
    )


def _disputed(roles: RolesByArticle) -> frozenset[tuple[str, Role]]:
    """The roles, with their articles, that one article calls current and two or more former, or the reverse; empty without such.

    The current one has to be told by its name: "boss" may be that of a shop; and so has a former one that stands alone.
    """
    leading = _leading_titles()
    told = [
        (article, role)
        for article, own in roles
        for role in own
        if role.title in leading and (role.exact or role.standing != "current")
    ]
    opposed = frozenset(
        side
        for one, other in combinations(told, 2)
        if one[0] != other[0] and are_opposed(one[1], other[1])
        for side in (one, other)
    )
    current, former = (
        {article for article, role in opposed if role.standing == standing} for standing in ("current", "former")
    )
    lone_current = len(current) == 1 and len(former) >= WITNESSES
    lone_former = len(former) == 1 and len(current) >= WITNESSES and all(role.exact for _, role in opposed)
    return opposed if (lone_current or lone_former) and not current & former else frozenset()


@cache
def _leading_titles() -> frozenset[str]:
    people = load_pack("und").people
    leading = {HEAD, *people.leading_roles, *people.company_heads, *people.town_heads, *people.state_heads}
    return frozenset(leading - {*people.kept_titles})


def _tells_of_change(document: Document, actor: Actor) -> bool:
    """Whether a sentence that names the person has a word for leaving an office or taking over."""
    change = _change(load_pack(document.language).people.changes_of_office)
    named = {document.sentence_at(mention.span.start) for mention in actor.in_article(document.article.id)}
    return any(change.search(document.text, sentence.start, sentence.end) for sentence in named if sentence is not None)


@cache
def _change(words: Sequence[str]) -> re.Pattern[str]:
    if not words:
        return re.compile(r"(?!)")
    forms = (re.escape(word.removesuffix("*")) + (r"\w*" if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
