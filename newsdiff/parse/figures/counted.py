"""What is counted: the noun with its attributes behind a number, by word lists and word endings, or by the tree.

What belongs here: where that noun begins and ends. It is kept short: a word too few costs less than a verb too many. Where
an engine has parsed the sentence and its tree is clear, the tree decides.
"""

from __future__ import annotations

from newsdiff.model.span import Span
from newsdiff.parse.figures.concepts import find_names, match_name
from newsdiff.parse.figures.reading import Reading
from newsdiff.parse.syntax import counted_noun, counts_nothing

_PARTICLE = 3
_LONGEST_UNSPACED = 10
_APOSTROPHE = "'"


def read_counted(
    reading: Reading, at: int, *, linked: bool, number: tuple[int, int] | None = None
) -> tuple[int, int] | None:
    """The words of the counted noun behind a figure that ends before word ``at``, as a half-open range of words.

    ``linked`` where a word such as "of" may stand between the two ("due milioni di persone"); ``number`` are the words of
    the figure, for which the tree is asked.
    """
    unspaced = reading.kind(at) == "word" and reading.words[at].unspaced
    by_order = _read_unspaced(reading, at) if unspaced else _read_by_order(reading, at, linked=linked)
    by_order = _to_end_of_phrase(reading, by_order)
    if by_order is not None and all(reading.folded(word) in reading.vocabulary.no_nouns for word in range(*by_order)):
        by_order = None
    if reading.tree is None or number is None:
        return by_order
    figure = reading.span(*number)
    told = counted_noun(reading.tree, figure)
    if told is not None:
        return _words_of(reading, told, at) or by_order
    if by_order is not None and counts_nothing(reading.tree, figure, reading.span(*by_order)):
        return None
    return by_order


def _to_end_of_phrase(reading: Reading, noun: tuple[int, int] | None) -> tuple[int, int] | None:
    """A counted noun with all words of a phrase that names it as a whole: "пожарных машин" (fire engines)."""
    phrase = reading.vocabulary.counted.match(reading.words, noun[0]) if noun is not None else None
    return (noun[0], max(noun[1], phrase[1])) if noun is not None and phrase is not None else noun


def _words_of(reading: Reading, span: Span, at: int) -> tuple[int, int] | None:
    """The words that a span of the text holds, where they stand behind word ``at`` in one piece."""
    first = at
    while reading.kind(first) != "break" and reading.words[first].end <= span.start:
        first += 1
    last = first
    while reading.kind(last) != "break" and reading.words[last].start < span.end:
        last += 1
    whole = first < last and reading.span(first, last) == span
    return (first, last) if whole else None


def _read_by_order(reading: Reading, at: int, *, linked: bool) -> tuple[int, int] | None:
    """The same by the order of the words alone."""
    table = reading.vocabulary
    if linked and reading.folded(at) in table.linkers:
        at += 1
        if reading.folded(at) == "'":
            at += 1
    if reading.folded(at) == "-" and reading.glued(at) and reading.glued(at + 1) and is_content(reading, at + 1):
        return at + 1, at + 2
    if reading.folded(at).startswith(table.proclitics[:1]) and reading.folded(at) not in table.kept_words:
        return None
    end = at
    ends: list[int] = []
    while len(ends) < table.words.noun_words and _may_go_on(reading, at, end):
        end = _whole_word(reading, end)
        ends.append(end)
        more = _may_stand_before(reading, end - 1) and is_content(reading, end) and _is_head(reading, end)
        if _is_head(reading, end - 1) and not more:
            return at, _linked_end(reading, end)
        if len(reading.folded(end)) > _PARTICLE and reading.folded(end).startswith(table.leading_particles):
            break
    if not ends:
        return None
    if table.words.nouns_capitalised:
        return None
    whole = not table.head_endings or reading.folded(ends[-1]) in table.postpositions
    last = ends[-1] if whole else ends[0]
    return at, _linked_end(reading, last)


def _read_unspaced(reading: Reading, at: int) -> tuple[int, int] | None:
    """The counted noun in a script that parts words by nothing: up to the last noun that the pack names, or a few signs.

    A link may stand behind the word that counts: "3万人のデモ参加者".
    """
    end, table = at, reading.vocabulary
    while end < at + _LONGEST_UNSPACED:
        named = match_name(reading, table.counted, end)
        if named is None and not is_content(reading, end):
            break
        end = end + 1 if named is None else named[1]
    link = table.whole_links.match(reading.words, end)
    linked = match_name(reading, table.counted, link[1]) if link is not None and end > at else None
    if linked is not None:
        return at, linked[1]
    ends = [last for _, _, last in find_names(reading, table.counted, at, end)]
    last = ends[-1] if ends else min(end, at + table.words.noun_words)
    return (at, last) if last > at else None


def _may_go_on(reading: Reading, start: int, end: int) -> bool:
    """Whether the noun from word ``start`` may hold word ``end``, too: not what befell whom it names, "240 راكبا توفي"."""
    if not is_content(reading, end):
        return False
    table = reading.vocabulary
    named = table.counted.match_back(reading.words, end)
    people = named is not None and named[1] >= start and named[0] in table.words.kinds_of_people
    return not people or table.fates.match(reading.words, end) is None


def begins_counted(reading: Reading, at: int) -> bool:
    """Whether the word behind a number that is another word as well may be counted: in a script without spaces only a classifier or a noun of the pack."""
    table = reading.vocabulary
    if not reading.words[at].unspaced or not table.classifiers:
        return True
    return reading.folded(at) in table.classifiers or match_name(reading, table.counted, at) is not None


def _may_stand_before(reading: Reading, at: int) -> bool:
    """Whether a word that ends like a head may be an attribute of the next: "sports halls", "gouden medailles"."""
    table = reading.vocabulary
    return bool(table.head_endings) and (not table.head_attributes or reading.folded(at) in table.head_attributes)


def has_head(reading: Reading, noun: tuple[int, int]) -> bool:
    """Whether some word of a counted noun is known for a noun, where the language shows its nouns by their endings."""
    if not reading.vocabulary.head_endings or reading.folded(noun[1]) in reading.vocabulary.postpositions:
        return True
    return any(_is_head(reading, at) for at in range(*noun) if reading.kind(at) == "word")


def _linked_end(reading: Reading, end: int) -> int:
    """The end of a noun with the one that "of" without an article hangs on it: "posti di lavoro"."""
    if reading.folded(end) not in reading.vocabulary.noun_links:
        return end
    behind = end + 2 if reading.folded(end + 1) == "'" else end + 1
    return (
        _whole_word(reading, behind)
        if is_content(reading, behind) and reading.words[behind].surface[0].islower()
        else end
    )


def is_content(reading: Reading, at: int) -> bool:
    """Whether the word at a place may be part of a noun phrase: no mark, function word, number or currency."""
    table = reading.vocabulary
    if reading.kind(at) != "word":
        return False
    word = reading.folded(at)
    if word in table.stops or word in table.articles or word in table.definite or word in table.joiners:
        return False
    if word in table.linkers or word in table.proclitics or word.endswith(table.verb_endings):
        return False
    if table.numbers.match(reading.words, at) is not None or table.digit_phrases.match(reading.words, at) is not None:
        return False
    return not (table.range_links.match(reading.words, at) or table.bounds_before.match(reading.words, at))


def _whole_word(reading: Reading, at: int) -> int:
    """The end of a word with all that hyphens and apostrophes join to it: "Top-Ingenieure"."""
    end = at + 1
    if reading.folded(end) == _APOSTROPHE and _is_plural_ending(reading, end + 1):
        return end + 2
    while (
        reading.folded(end) == "-" and reading.glued(end) and reading.glued(end + 1) and reading.kind(end + 1) == "word"
    ):
        end += 2
    return end


def _is_plural_ending(reading: Reading, at: int) -> bool:
    """Whether an ending of plural nouns stands here behind an apostrophe: "auto's"."""
    glued = reading.glued(at) and reading.glued(at - 1)
    return glued and f"{_APOSTROPHE}{reading.folded(at)}" in reading.vocabulary.head_endings


def _is_head(reading: Reading, at: int) -> bool:
    table = reading.vocabulary
    word = reading.words[at]
    if word.folded in table.heads or (reading.folded(at - 1) == _APOSTROPHE and _is_plural_ending(reading, at)):
        return True
    if table.words.nouns_capitalised:
        return word.surface[0].isupper()
    return any(word.folded.endswith(ending) and len(word.folded) > 3 for ending in table.head_endings)
