"""Particles that a language glues to the front of a name: "وجين" is "و" and "جين".

What belongs here: deciding, by the names of all articles, whether the first letters of a mention are a particle.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import replace

from newsdiff.align.actors.mentions import NameMention
from newsdiff.lang.pack import load_pack
from newsdiff.model import Document
from newsdiff.parse.names.batch import word_matrix
from newsdiff.parse.names.forms import Word, make_word, name_form

KNOWN = 0.8
GAIN = 0.04
SHORTEST_NAME = 2
LONG_NAME = 4


def cut_clitics(documents: Sequence[Document], mentions: Sequence[Sequence[NameMention]]) -> list[list[NameMention]]:
    """The mentions of all articles, without particles where the rest is a name that is known better than the whole."""
    known = list(dict.fromkeys(word for own in mentions for mention in own for word in mention.form.words))
    candidates: dict[Word, list[tuple[int, Word]]] = {}
    for document, own in zip(documents, mentions, strict=True):
        clitics = load_pack(document.language).people.proclitics
        for mention in own:
            first = mention.surface.split(" ")[0]
            word = mention.form.words[0]
            candidates[word] = [
                (len(clitic), make_word(first[len(clitic) :]))
                for clitic in clitics
                if first.startswith(clitic) and len(first) - len(clitic) >= SHORTEST_NAME
            ]
    tried = list(dict.fromkeys(word for options in candidates.values() for _, word in options))
    if not tried:
        return [list(own) for own in mentions]
    best = _best_elsewhere(tried, known)
    whole = _best_elsewhere(list(candidates), known)
    alone = {mention.form.words[0].bare for own in mentions for mention in own}
    return [[_cut(mention, candidates, best, whole, alone) for mention in own] for own in mentions]


def _best_elsewhere(words: Sequence[Word], known: Sequence[Word]) -> dict[Word, float]:
    """How well each word is known from names in other scripts, and from other names in its own."""
    scores = word_matrix(words, known)
    best = {}
    for row, word in enumerate(words):
        elsewhere = [float(scores[row, column]) for column, other in enumerate(known) if other.script != word.script]
        best[word] = max(elsewhere, default=0.0)
    return best


def _cut(
    mention: NameMention,
    candidates: dict[Word, list[tuple[int, Word]]],
    best: dict[Word, float],
    whole: dict[Word, float],
    alone: Container[str],
) -> NameMention:
    """The mention without the particle; a rest that begins a name elsewhere in the articles needs to be no better known."""
    options = [(best[word], -length, word) for length, word in candidates.get(mention.form.words[0], ())]
    if not options:
        return mention
    score, negative, rest = max(options, key=lambda option: option[:2])
    gain = 0.0 if len(rest.bare) >= LONG_NAME and rest.bare in alone else GAIN
    if score < KNOWN or score < whole[mention.form.words[0]] + gain:
        return mention
    surface = mention.surface[-negative:]
    form = name_form(surface)
    return replace(mention, start=mention.start - negative, surface=surface, form=form) if form.words else mention
