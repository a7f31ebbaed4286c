"""The noun that an amount counts: which kinds of amounts have one, and where it begins.

What belongs here: what lies between an amount and its noun ("of the", an article, "von allen"). How far the noun goes is
said in ``counted``.
"""

from __future__ import annotations

from newsdiff.parse.figures.concepts import name_counted
from newsdiff.parse.figures.counted import is_content, read_counted
from newsdiff.parse.figures.fates import begins_fate
from newsdiff.parse.figures.reading import Amount, Reading


def noun_of(reading: Reading, amount: Amount, end: int) -> tuple[int, int] | None:
    """The counted noun, where a figure of this kind can have one."""
    if amount.kind == "money" or amount.age:
        return None
    if amount.kind == "plain":
        definite = reading.folded(amount.start - 1) in reading.vocabulary.proclitics and amount.number.digits is None
        if definite and reading.folded(amount.start - 1) in reading.vocabulary.definite and reading.glued(amount.start):
            return None
        number = (amount.start, amount.end)
        told = read_counted(reading, end, linked=amount.number.scaled, number=number)
        return told or _noun_of_whole(reading, end) or _noun_behind_article(reading, amount, end)
    table = reading.vocabulary
    if table.whole_links.match(reading.words, end) is not None:
        return _noun_of_whole(reading, end)
    if amount.number.share and not table.words.wholes_lead and is_content(reading, end):
        return read_counted(reading, end, linked=False)
    percent = amount.kind == "percent"
    if (
        table.words.nouns_capitalised
        and not percent
        and not (reading.kind(end) == "word" and reading.words[end].surface[0].isupper())
    ):
        return None
    if table.words.nouns_capitalised or (percent and table.words.bare_fractions):
        return read_counted(reading, end, linked=False)
    return None


def _noun_behind_article(reading: Reading, amount: Amount, end: int) -> tuple[int, int] | None:
    """The noun behind a definite article where a number is told of it, "sono 12 gli alberi": one with a name, never at an hour.

    None where it tells by itself what befell those counted ("sono 12 i feriti").
    """
    table, number = reading.vocabulary, amount.number
    if reading.folded(end) not in table.counted_articles or number.scaled or begins_fate(reading, end + 1):
        return None
    if any(
        words.match_back(reading.words, amount.start) for words in (table.clock_before, table.year_before, table.labels)
    ):
        return None
    noun = read_counted(reading, end + 1, linked=False)
    return noun if noun is not None and name_counted(reading, noun) is not None else None


def _noun_of_whole(reading: Reading, end: int) -> tuple[int, int] | None:
    """The noun behind "of the", "dei suoi": of what a number is a part."""
    table = reading.vocabulary
    link = table.whole_links.match(reading.words, end)
    if link is None:
        return None
    behind = link[1]
    while reading.folded(behind) in table.definite or reading.folded(behind) == "'":
        behind += 1
    return read_counted(reading, behind, linked=False)
