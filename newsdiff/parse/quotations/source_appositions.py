"""Who a source is, told between commas behind its name: "according to X, chair of the board, the bridge ...".

What belongs here: where such words end and what the source says begins.
"""

from __future__ import annotations

from newsdiff.parse.quotations.clauses import mark_between
from newsdiff.parse.quotations.passage import Passage
from newsdiff.parse.quotations.speech_words import Speech
from newsdiff.parse.roles.lexicon import is_role_noun

_LONGEST = 12
_OFFICE_WITHIN = 3


def behind_apposition(passage: Passage, begin: int, stop: int) -> int | None:
    """The word behind the comma that ends an apposition from word ``begin`` on; None where there is none before ``stop``.

    Where the verb stands second, what the source says cannot begin behind a comma, so that whatever does is an apposition.
    """
    speech = passage.speech_at(passage.words[begin].start)
    end = next((n for n in range(begin, min(stop - 1, begin + _LONGEST)) if mark_between(passage, n, ",،")), None)
    if end is None:
        return None
    first = passage.words[begin].folded
    about = first in speech.relatives and (first not in speech.complementizers or speech.words.drops_pronoun)
    return (
        end + 1 if speech.words.frames_clause or about or _is_office(passage, speech, range(begin, end + 1)) else None
    )


def _is_office(passage: Passage, speech: Speech, words: range) -> bool:
    """Whether the words are an office and at most of what it is: "présidente de la commission", but not "ministers knew"."""
    pack = passage.pack_at(passage.words[words.start].start)
    people = speech.offices | speech.spokespeople | speech.bystanders
    for number in words[:_OFFICE_WITHIN]:
        word = passage.words[number]
        if word.folded in people or is_role_noun(passage.text[word.start : word.end], pack):
            following = passage.words[number + 1].folded if number < words[-1] else ""
            governs = not speech.determiners or speech.words.frames_clause
            return not following or governs or following in speech.prepositions | speech.fillers
    return False
