"""The ``figures`` section of a language pack compiled into lookup tables, once a pack.

What belongs here: turning the lists of a pack into phrase tables and sets. No rule is applied here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from newsdiff.lang.figures import FigureWords
from newsdiff.lang.pack import LanguagePack
from newsdiff.parse.compounds import CompoundReader
from newsdiff.parse.words import PhraseTable, fold, phrase_set

HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the figure reader looks up. Phrase tables by meaning; sets hold folded words."""

    words: FigureWords
    numbers: PhraseTable[Fraction]
    multipliers: PhraseTable[Fraction]
    glued: PhraseTable[Fraction]
    money_scales: PhraseTable[Fraction]
    collectives: PhraseTable[Fraction]
    about_collectives: PhraseTable[Fraction]
    fractions: PhraseTable[Fraction]
    lone_fractions: PhraseTable[Fraction]
    offsets: PhraseTable[Fraction]
    endings: PhraseTable[Fraction]
    digit_words: PhraseTable[bool]
    digit_phrases: PhraseTable[Fraction]
    ratio_links: PhraseTable[bool]
    decimal_words: PhraseTable[bool]
    percent_before: PhraseTable[bool]
    compounds: CompoundReader | None
    minus: PhraseTable[bool]
    bounds_before: PhraseTable[str]
    bounds_after: PhraseTable[str]
    range_openers: PhraseTable[bool]
    range_closers: PhraseTable[bool]
    range_links: PhraseTable[bool]
    percent: PhraseTable[bool]
    percentage_points: PhraseTable[bool]
    symbols: PhraseTable[str]
    currencies: PhraseTable[str]
    subunits: PhraseTable[str]
    units: PhraseTable[str]
    unit_symbols: PhraseTable[str]
    ages_after: PhraseTable[bool]
    ages_before: PhraseTable[bool]
    age_words: PhraseTable[bool]
    scaled_currencies: PhraseTable[str]
    open_currencies: PhraseTable[str]
    measures: PhraseTable[str]
    labels: PhraseTable[bool]
    label_ends: PhraseTable[bool]
    clock_before: PhraseTable[bool]
    clock_after: PhraseTable[bool]
    multiplicatives: PhraseTable[bool]
    score_words: PhraseTable[bool]
    count_words: PhraseTable[bool]
    year_before: PhraseTable[bool]
    whole_links: PhraseTable[bool]
    dollar_places: PhraseTable[bool]
    joiners: frozenset[str]
    articles: frozenset[str]
    linkers: frozenset[str]
    ordinals: frozenset[str]
    homographs: frozenset[str]
    ordinal_endings: frozenset[str]
    change_openers: frozenset[str]
    definite: frozenset[str]
    stops: frozenset[str]
    heads: frozenset[str]
    head_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    noun_links: frozenset[str]
    postpositions: frozenset[str]
    vague: PhraseTable[bool]
    spanning: frozenset[str]
    measured_bounds: frozenset[str]
    kept_words: frozenset[str]
    proclitics: tuple[str, ...]
    known: frozenset[str]
    kept: frozenset[str]


@cache
def vocabulary(pack: LanguagePack) -> Vocabulary:
    """The compiled figure words of a pack."""
    words = pack.figures.complete()
    numbers = _valued(words.numbers)
    alone = {value for value in _values(words.numbers) if value >= HUNDRED and _is_power_of_ten(value)}
    multipliers = {value: [*words.scales.get(key, ())] for key, value in _keyed(words.scales)}
    for key, value in _keyed(words.numbers):
        if value in alone:
            multipliers.setdefault(value, []).extend(words.numbers[key])
    tables: dict[str, PhraseTable[bool]] = {
        name: phrase_set(getattr(words, name))
        for name in (
            "digit_words", "minus", "range_openers", "range_closers", "range_links", "percent", "percentage_points",
            "ages_after", "ages_before", "age_words", "labels", "label_ends", "clock_before", "clock_after", "multiplicatives", "score_words",
            "count_words", "year_before", "whole_links", "dollar_places", "ratio_links", "decimal_words",
            "percent_before", "vague",
        )
    }  # fmt: skip
    sets = {
        name: frozenset(map(fold, getattr(words, name)))
        for name in (
            "joiners", "articles", "linkers", "ordinals", "homographs", "ordinal_endings", "change_openers",
            "definite", "stops", "heads", "noun_links", "postpositions", "spanning", "measured_bounds", "kept_words",
        )
    }  # fmt: skip
    valued = {
        "collectives": _valued(words.collectives),
        "about_collectives": _valued(words.about_collectives),
        "fractions": _valued(words.fractions),
        "lone_fractions": _valued(words.lone_fractions),
        "offsets": _valued(words.offsets),
        "endings": _valued(words.endings),
        "digit_phrases": _valued(words.digit_phrases),
    }
    table = PhraseTable(multipliers)
    named = {
        "bounds_before": PhraseTable(words.bounds_before),
        "bounds_after": PhraseTable(words.bounds_after),
        "currencies": PhraseTable(words.currencies),
        "open_currencies": PhraseTable(words.open_currencies),
        "scaled_currencies": PhraseTable(words.scaled_currencies),
        "subunits": PhraseTable(words.subunits),
        "units": PhraseTable(words.units),
        "measures": PhraseTable(words.measures),
    }
    known = frozenset().union(
        numbers.words,
        table.words,
        named["bounds_before"].words,
        named["currencies"].words,
        tables["range_openers"].words,
        *(entry.words for entry in valued.values()),
    ) - frozenset(map(fold, words.proclitics))
    return Vocabulary(
        words=words,
        numbers=numbers,
        multipliers=table,
        glued=PhraseTable(_fractions(words.glued_scales), folding=False),
        money_scales=PhraseTable(_fractions(words.money_scales)),
        symbols=PhraseTable(words.currency_symbols),
        unit_symbols=PhraseTable(words.unit_symbols, folding=False),
        compounds=CompoundReader.of(words) if words.compounds else None,
        head_endings=tuple(map(fold, words.head_endings)),
        verb_endings=tuple(map(fold, words.verb_endings)),
        proclitics=words.proclitics,
        known=known,
        kept=tables["percent"].words | named["units"].words | sets["stops"] | sets["kept_words"],
        **tables,
        **sets,
        **valued,
        **named,
    )  # type: ignore[arg-type]


def read_value(key: str) -> Fraction:
    """The value that a key of the pack writes: "1000", "1e6", "1/2", "-1/4"."""
    return Fraction(key)


def _keyed(entries: Mapping[str, Iterable[str]]) -> list[tuple[str, Fraction]]:
    return [(key, read_value(key)) for key in entries]


def _values(entries: Mapping[str, Iterable[str]]) -> set[Fraction]:
    return {read_value(key) for key in entries}


def _fractions(entries: Mapping[str, Iterable[str]]) -> dict[Fraction, Iterable[str]]:
    return {read_value(key): spellings for key, spellings in entries.items()}


def _valued(entries: Mapping[str, Iterable[str]]) -> PhraseTable[Fraction]:
    return PhraseTable(_fractions(entries))


def _is_power_of_ten(value: Fraction) -> bool:
    return value.denominator == 1 and str(value.numerator).rstrip("0") == "1"
