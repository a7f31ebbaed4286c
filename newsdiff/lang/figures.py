"""The ``figures`` section of a language pack: the words that numbers, money, units and their bounds are written with.

What belongs here: the shape of the section alone. What each key means is said once, in ``packs/base.yaml``. Keys that
are values are written as numbers or fractions ("1000", "1/2", "1e6"); phrases may hold several words, and a phrase
that ends in ``*`` stands for every word that begins so.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any, Literal

Phrases = tuple[str, ...]


@dataclass(frozen=True)
class UnitFactor:
    """What nature fixes about a unit: its dimension, and how many SI units one of it is."""

    dimension: str
    si: float | None = None


@dataclass(frozen=True)
class FigureWords:
    """Words of one language; field names are the keys of the YAML section."""

    decimal: Literal["", ".", ","] = ""
    numbers: dict[str, Phrases] = field(default_factory=dict)
    construct_numbers: dict[str, Phrases] = field(default_factory=dict)
    bounded_numbers: Phrases = ()
    scales: dict[str, Phrases] = field(default_factory=dict)
    glued_scales: dict[str, Phrases] = field(default_factory=dict)
    plural_scales: dict[str, Phrases] = field(default_factory=dict)
    money_scales: dict[str, Phrases] = field(default_factory=dict)
    collectives: dict[str, Phrases] = field(default_factory=dict)
    about_collectives: dict[str, Phrases] = field(default_factory=dict)
    fractions: dict[str, Phrases] = field(default_factory=dict)
    lone_fractions: dict[str, Phrases] = field(default_factory=dict)
    joined_parts: dict[str, Phrases] = field(default_factory=dict)
    vowelled_parts: dict[str, Phrases] = field(default_factory=dict)
    definite_parts: dict[str, Phrases] = field(default_factory=dict)
    part_phrases: dict[str, Phrases] = field(default_factory=dict)
    plural_wholes: Phrases = ()
    every: Phrases = ()
    every_nth: dict[str, Phrases] = field(default_factory=dict)
    no_every: Phrases = ()
    definite_prefix: str = ""
    definite_plurals: Phrases = ()
    alone_fractions: dict[str, Phrases] = field(default_factory=dict)
    part_endings: Phrases = ()
    part_vowels: Phrases = ()
    whole_words: Phrases = ()
    no_wholes: Phrases = ()
    ordinal_parts: dict[str, Phrases] = field(default_factory=dict)
    part_nouns: Phrases = ()
    part_links: Phrases = ()
    part_openers: Phrases = ()
    ranked_parts: Literal["", "one", "all"] = ""
    division_words: Phrases = ()
    division_links: Phrases = ()
    reversed_division_words: Phrases = ()
    tenths: Phrases = ()
    no_tenths: Phrases = ()
    hundredths: Phrases = ()
    offsets: dict[str, Phrases] = field(default_factory=dict)
    endings: dict[str, Phrases] = field(default_factory=dict)
    digit_words: Phrases = ()
    digit_phrases: dict[str, Phrases] = field(default_factory=dict)
    compounds: bool = False
    ones_first: bool = False
    tens_join: bool = False
    bare_fractions: bool = False
    wholes_lead: bool = False
    joiners: Phrases = ()
    articles: Phrases = ()
    linkers: Phrases = ()
    whole_links: Phrases = ()
    parts_before: Phrases = ()
    parts_behind: Phrases = ()
    allowed_before: Phrases = ()
    allowed_behind: Phrases = ()
    senses: dict[str, Phrases] = field(default_factory=dict)
    balances: dict[str, Phrases] = field(default_factory=dict)
    levels_before: Phrases = ()
    ordinals: Phrases = ()
    ordinal_ones: Phrases = ()
    minus: Phrases = ()
    proclitics: Phrases = ()
    kept_words: Phrases = ()
    homographs: Phrases = ()
    figureless: Phrases = ()
    homographs_end_names: bool = False
    classifiers: Phrases = ()
    measured_numbers: Phrases = ()
    own_numbers: dict[str, Phrases] = field(default_factory=dict)
    own_symbols: dict[str, Phrases] = field(default_factory=dict)
    bounds_before: dict[str, Phrases] = field(default_factory=dict)
    bounds_after: dict[str, Phrases] = field(default_factory=dict)
    spanning: Phrases = ()
    up_to: Phrases = ()
    reached: Phrases = ()
    amount_openers: Phrases = ()
    measured_bounds: Phrases = ()
    range_openers: Phrases = ()
    span_openers: Phrases = ()
    range_closers: Phrases = ()
    range_links: Phrases = ()
    range_ends: Phrases = ()
    change_openers: Phrases = ()
    change_closers: Phrases = ()
    changes: dict[str, Phrases] = field(default_factory=dict)
    change_links: Phrases = ()
    ratio_links: Phrases = ()
    named_ratio_links: Phrases = ()
    ratio_of_ten_links: Phrases = ()
    reversed_ratio_links: Phrases = ()
    decimal_words: Phrases = ()
    percent: Phrases = ()
    percent_before: Phrases = ()
    percentage_points: Phrases = ()
    point_words: Phrases = ()
    basis_points: Phrases = ()
    currency_symbols: dict[str, Phrases] = field(default_factory=dict)
    currencies: dict[str, Phrases] = field(default_factory=dict)
    open_currencies: dict[str, Phrases] = field(default_factory=dict)
    code_words: Phrases = ()
    scaled_currencies: dict[str, Phrases] = field(default_factory=dict)
    no_money: Phrases = ()
    subunits: dict[str, Phrases] = field(default_factory=dict)
    shared_subunits: Phrases = ()
    dollar_places: Phrases = ()
    units: dict[str, Phrases] = field(default_factory=dict)
    dual_units: dict[str, Phrases] = field(default_factory=dict)
    span_numbers: dict[str, Phrases] = field(default_factory=dict)
    span_endings: dict[str, Phrases] = field(default_factory=dict)
    unit_symbols: dict[str, Phrases] = field(default_factory=dict)
    unit_compounds: dict[str, Phrases] = field(default_factory=dict)
    no_unit_compounds: Phrases = ()
    ordinal_nouns: Phrases = ()
    unit_factors: dict[str, UnitFactor] = field(default_factory=dict)
    ages_after: Phrases = ()
    ages_before: Phrases = ()
    speeds_before: Phrases = ()
    age_words: Phrases = ()
    agents: Phrases = ()
    measures: dict[str, Phrases] = field(default_factory=dict)
    measured_nouns: dict[str, Phrases] = field(default_factory=dict)
    differences: Phrases = ()
    differences_before: Phrases = ()
    changes_before: Phrases = ()
    changes_behind: Phrases = ()
    opening_words: Phrases = ()
    labels: Phrases = ()
    label_ends: Phrases = ()
    clock_before: Phrases = ()
    clock_after: Phrases = ()
    year_before: Phrases = ()
    ordinal_endings: Phrases = ()
    divisors: Phrases = ()
    multiplicatives: Phrases = ()
    occasions: Phrases = ()
    compared_after: Phrases = ()
    rank_nouns: Phrases = ()
    ranked_nouns: Phrases = ()
    rank_tails: Phrases = ()
    minute_openers: Phrases = ()
    score_words: Phrases = ()
    score_sides: Phrases = ()
    score_openers: Phrases = ()
    score_links: Phrases = ()
    score_colon: bool = False
    record_words: Phrases = ()
    outcomes: dict[str, Phrases] = field(default_factory=dict)
    dual_outcomes: dict[str, Phrases] = field(default_factory=dict)
    outcome_verbs: dict[str, Phrases] = field(default_factory=dict)
    outcome_counts: dict[str, Phrases] = field(default_factory=dict)
    outcome_fillers: Phrases = ()
    outcome_links: Phrases = ()
    play_words: Phrases = ()
    play_links: Phrases = ()
    play_openers: Phrases = ()
    play_closers: Phrases = ()
    play_starts: Phrases = ()
    count_words: Phrases = ()
    definite: Phrases = ()
    counted_articles: Phrases = ()
    stops: Phrases = ()
    heads: Phrases = ()
    head_endings: Phrases = ()
    head_attributes: Phrases = ()
    verb_endings: Phrases = ()
    postpositions: Phrases = ()
    vague: Phrases = ()
    some_words: Phrases = ()
    noun_links: Phrases = ()
    no_nouns: Phrases = ()
    counted: dict[str, Phrases] = field(default_factory=dict)
    designated: dict[str, Phrases] = field(default_factory=dict)
    numbering: Phrases = ()
    designated_behind: bool = False
    fates: dict[str, Phrases] = field(default_factory=dict)
    lasting: dict[str, Phrases] = field(default_factory=dict)
    lasting_links: Phrases = ()
    lasting_leads: bool = False
    fates_of_others: Phrases = ()
    called_by_fates: Phrases = ()
    fates_otherwise: dict[str, dict[str, str]] = field(default_factory=dict)
    kinds_of_people: Phrases = ()
    fate_names: Phrases = ()
    exclusive_fates: Phrases = ()
    tolls: Phrases = ()
    heads_last: bool = False
    noun_words: int = 2
    nouns_capitalised: bool = False
    elsewhere: FigureWords | None = None

    def complete(self) -> FigureWords:
        """These words, joined by those of ``elsewhere`` where the pack has no number words of its own."""
        if self.elsewhere is None or self.numbers:
            return self
        changes: dict[str, Any] = {"elsewhere": None}
        for entry in fields(self):
            ours, more = getattr(self, entry.name), getattr(self.elsewhere, entry.name)
            if isinstance(ours, (bool, str)):
                changes[entry.name] = ours or more
            elif isinstance(ours, tuple):
                changes[entry.name] = ours + more
            elif isinstance(ours, dict) and entry.name != "unit_factors":
                changes[entry.name] = {key: (*ours.get(key, ()), *more.get(key, ())) for key in (*ours, *more)}
        return replace(self, **changes)
