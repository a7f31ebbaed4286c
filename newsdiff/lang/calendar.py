"""The ``calendar`` section of a language pack: the words of dates that CLDR does not know.

Month and weekday names, the order of numeric dates and the small words inside written dates come from CLDR; what
stands here is what a newspaper adds to them. Words are matched without regard to case.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

Part = Literal["early", "middle", "late"]
Season = Literal["spring", "summer", "autumn", "winter"]
DayPart = Literal["am", "pm", "morning", "noon", "afternoon", "evening", "night"]
Order = Literal["cldr", "dmy", "mdy", "none"]


@dataclass(frozen=True)
class CalendarWords:
    """Words of one language; field names are the keys of the YAML section, explained in ``packs/base.yaml``."""

    locales: tuple[str, ...] = ()
    numeric_order: Order = "cldr"
    month_before_day: bool = False
    whole_first: bool = False
    which_follows: bool = False
    nouns_capitalised: bool = False
    proclitics: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    months: dict[str, int] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)
    weekday_tails: tuple[str, ...] = ()
    wary: tuple[str, ...] = ()
    year_needed: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    only_capitalised: tuple[str, ...] = ()
    only_lowercase: tuple[str, ...] = ()
    parts: dict[str, Part] = field(default_factory=dict)
    seasons: dict[str, Season] = field(default_factory=dict)
    quarters: tuple[str, ...] = ()
    halves: tuple[str, ...] = ()
    half_years: tuple[str, ...] = ()
    centuries: tuple[str, ...] = ()
    decades: dict[str, int] = field(default_factory=dict)
    decades_of_century: dict[str, int] = field(default_factory=dict)
    decade_before: tuple[str, ...] = ()
    decade_after: tuple[str, ...] = ()
    decade_suffixes: tuple[str, ...] = ()
    day_suffixes: tuple[str, ...] = ()
    day_words: tuple[str, ...] = ()
    cardinal_days: bool = False
    year_signs: tuple[str, ...] = ()
    reigns: dict[str, int] = field(default_factory=dict)
    first_years: tuple[str, ...] = ()
    month_signs: tuple[str, ...] = ()
    day_signs: tuple[str, ...] = ()
    ordinals: dict[str, int] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    of: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    year_words: tuple[str, ...] = ()
    before_year: tuple[str, ...] = ()
    before_year_weak: tuple[str, ...] = ()
    before_uneven_year: tuple[str, ...] = ()
    attribute_of_one: dict[str, tuple[str, ...]] = field(default_factory=dict)
    after_year: tuple[str, ...] = ()
    beside_year: tuple[str, ...] = ()
    counted: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    year_noun_endings: tuple[str, ...] = ()
    definite_prefixes: tuple[str, ...] = ()
    counted_endings: tuple[str, ...] = ()
    hours_from: tuple[str, ...] = ()
    hours_to: tuple[str, ...] = ()
    hours_until: tuple[str, ...] = ()
    hours_words: tuple[str, ...] = ()
    before_day: tuple[str, ...] = ()
    before_day_weak: tuple[str, ...] = ()
    after_day: tuple[str, ...] = ()
    before_month: tuple[str, ...] = ()
    after_month: tuple[str, ...] = ()
    month_alone_after: tuple[str, ...] = ()
    before_era: tuple[str, ...] = ()
    days: dict[str, int] = field(default_factory=dict)
    either_days: dict[str, int] = field(default_factory=dict)
    past_words: tuple[str, ...] = ()
    clause_words: tuple[str, ...] = ()
    past_endings: tuple[str, ...] = ()
    future_endings: tuple[str, ...] = ()
    which: dict[str, int] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    future_words: tuple[str, ...] = ()
    planned_words: tuple[str, ...] = ()
    present_words: tuple[str, ...] = ()
    perhaps_present_words: tuple[str, ...] = ()
    dotted_days: bool = False
    before_short_date: tuple[str, ...] = ()
    every: tuple[str, ...] = ()
    ago_before: tuple[str, ...] = ()
    ago_after: tuple[str, ...] = ()
    not_ago: tuple[str, ...] = ()
    first_words: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    clock_at: tuple[str, ...] = ()
    clock_before: tuple[str, ...] = ()
    clock_after: tuple[str, ...] = ()
    clock_units: tuple[str, ...] = ()
    clock_about: tuple[str, ...] = ()
    clock_marks: tuple[str, ...] = ()
    clock_and: tuple[str, ...] = ()
    clock_minutes: tuple[str, ...] = ()
    clock_hours: dict[str, int] = field(default_factory=dict)
    clock_shifts: dict[str, int] = field(default_factory=dict)
    clock_shifts_after: dict[str, int] = field(default_factory=dict)
    clock_zones: tuple[str, ...] = ()
    clock_not: tuple[str, ...] = ()
    clock_dotted: bool = False
    clock_whole_day: bool = False
    day_parts: dict[str, DayPart] = field(default_factory=dict)
    elsewhere: CalendarWords | None = None

    def complete(self) -> CalendarWords:
        """These words, joined by those of ``elsewhere`` where the pack has no ordinal words of its own."""
        if self.elsewhere is None or self.ordinals:
            return self
        more = self.elsewhere
        return replace(
            self,
            elsewhere=None,
            ordinals=more.ordinals,
            numbers=more.numbers,
            units=more.units,
            quarters=more.quarters,
            halves=more.halves,
            half_years=more.half_years,
            of=self.of + more.of,
            articles=self.articles + more.articles,
        )
