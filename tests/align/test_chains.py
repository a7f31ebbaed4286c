"""Which forms name an actor of one article in full."""

from __future__ import annotations

import pytest

from newsdiff.align.actors.chains import chain_mentions
from newsdiff.align.actors.mentions import read_mentions
from newsdiff.model import Article, Document, Entity, Sentence


@pytest.mark.parametrize(
    ("long", "short", "text", "full"),
    [
        (
            "Norvia Minerals",
            "Norvia",
            "Norvia Minerals sold. Norvia left, and Norvia said so.",
            {"Norvia Minerals", "Norvia"},
        ),
        (
            "Norvia’s New Hires",
            "Norvia",
            "Norvia’s New Hires. Norvia paid, and Norvia said so.",
            {"Norvia’s New Hires"},
        ),
    ],
)
def test_full_forms(long: str, short: str, text: str, full: set[str]) -> None:
    places = [(long, text.index(long))]
    at = text.find(short, len(long))
    while at >= 0:
        places.append((short, at))
        at = text.find(short, at + 1)
    entities = tuple(Entity("organization", start, start + len(name), name, 0.9) for name, start in places)
    document = Document(Article("a", text, language="en"), (Sentence(0, len(text), "en"),), (), entities, "embedded")
    (chain,) = chain_mentions(read_mentions(document, 0), text)
    assert {form.text for form in chain.full_forms()} == full
