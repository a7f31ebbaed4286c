"""The conditions under which a pattern means a date, where the order of the pieces alone does not tell.

What belongs here: what must stand beside a pattern, or in it. The conditions are named in ``patterns``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdiff.parse.dates.calendar import Vocabulary
from newsdiff.parse.dates.pieces import Piece
from newsdiff.parse.dates.years import is_year

_NAMED = {
    "first": ("first", "first_words"),
    "noun": ("noun", "decade_before"),
    "years_of": ("years_of", "decade_after"),
    "half_year": ("half", "half_years"),
}
"""Conditions by which one piece of the pattern must be a word with a role."""


def holds(condition: str, match: re.Match[str], pieces: Sequence[Piece], vocabulary: Vocabulary) -> bool:
    """Whether a pattern that matched means a date under its condition, by the words that it names and those beside it."""
    before = pieces[match.start() - 1].word if match.start() else ""
    after = pieces[match.end()].word if match.end() < len(pieces) else ""
    groups = match.re.groupindex
    day = pieces[match.start("day")] if "day" in groups and match.start("day") >= 0 else None
    if day is not None and day.kind == "K" and (not vocabulary.words.cardinal_days or day.value == 1):
        return False
    match condition:
        case "md" | "md none":
            alone = match.start("year") < 0 and vocabulary.plays(before, "month_alone_after")
            fits = vocabulary.words.month_before_day and not alone
        case "follows" | "whole_first":
            fits = vocabulary.words.which_follows if condition == "follows" else vocabulary.words.whole_first
        case "alone":
            announced = vocabulary.plays(before, "before_month") or vocabulary.plays(after, "after_month")
            fits = announced and not _begins_compound(pieces, match.end())
        case "bare":
            fits = is_year(pieces, match.start("year"), vocabulary)
        case "before" | "after":
            fits = vocabulary.plays(pieces[match.start("ago")].word, f"ago_{condition}")
            reach = 2 if vocabulary.plays(after, "joins") else 1
            beside = (*pieces[max(0, match.start() - 2) : match.start()], *pieces[match.end() : match.end() + reach])
            fits = fits and not any(vocabulary.plays(piece.word, "not_ago") for piece in beside)
            fits = fits and not ("one" in groups and vocabulary.words.articles)
        case "first" | "noun" | "years_of" | "half_year":
            group, role = _NAMED[condition]
            at = max(match.start(name) for name in groups if name.rstrip("2") == group)
            fits = vocabulary.plays(pieces[at].word, role)
        case "signs":
            fits = bool(vocabulary.signs)
        case "single":
            fits = not _in_name(pieces, match.start(), vocabulary)
        case _:
            fits = True
    return fits


def _begins_compound(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a hyphen hangs the next word on the piece before ``at``."""
    return at < len(pieces) and pieces[at].kind == "-" and pieces[at].start == pieces[at - 1].end


def _in_name(pieces: Sequence[Piece], at: int, vocabulary: Vocabulary) -> bool:
    """Whether a weekday is "a Sunday", any one, or part of a name ("Sunday Times")."""
    before = pieces[at - 1] if at else None
    after = pieces[at + 1] if at + 1 < len(pieces) else None
    if before is not None and ((before.kind == "K" and before.value == 1) or vocabulary.plays(before.word, "every")):
        return True
    return after is not None and after.kind == "X" and not vocabulary.words.nouns_capitalised
