"""The ``figures`` section of a language pack compiled into lookup tables, once a pack.

What belongs here: turning the lists of a pack into phrase tables and sets. No rule is applied here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cache

from newsdiff.lang.calendar import CalendarWords
from newsdiff.lang.figures import FigureWords
from newsdiff.lang.pack import LanguagePack
from newsdiff.lang.people import PeopleWords
from newsdiff.lang.speech import SpeechWords
from newsdiff.parse.figures.compounds import CompoundReader
from newsdiff.parse.figures.words import PhraseTable, fold

_HUNDRED = 100


class Vocabulary:
    """Everything the figure reader looks up. Phrase tables by meaning; sets hold folded words."""

    def __init__(self, pack: LanguagePack) -> None:
        """Compile the words of a pack."""
        self.words = words = pack.figures.complete()
        self.code = pack.code
        self._compile_numbers(words)
        self._compile_divisions(words)
        self._compile_measures(words)
        self._compile_contexts(words)
        self._compile_changes(words)
        self._compile_nouns(words)
        self._compile_relations(words)
        self._compile_particles(pack.people)
        self._compile_clauses(pack.speech)
        self._compile_calendar(pack.calendar)
        valued = (
            self.numbers,
            self.multipliers,
            self.collectives,
            self.about_collectives,
            self.fractions,
            self.lone_fractions,
            self.offsets,
        )
        openers = (
            self.numbers,
            self.offsets,
            self.lone_fractions,
            self.part_openers,
            self.minus,
            self.symbols,
            self.digit_phrases,
            self.part_phrases,
            self.dual_units,
        )
        self.starters = frozenset[str]().union(*(table.firsts for table in openers)) | self.articles | {"-"}
        self.starters |= self.definite_parts.firsts | self.ordinal_parts.keys() | self.every
        particles = _folded(words.proclitics)
        self.proclitics = words.proclitics
        self.leading_particles = tuple(
            particle
            for at, particle in enumerate(words.proclitics)
            if at == 0 or (len(particle) > 1 and fold(particle) not in self.definite)
        )
        self.known = (
            frozenset[str]().union(*(table.words for table in valued))
            | self.bounds_before.words
            | self.currencies.words
            | self.dual_units.words
            | self.range_openers.words
            | self.outcomes.words
            | self.dual_outcomes.words
            | self.outcome_verbs.firsts
        ) - particles
        self.kept = self.percent.words | self.units.words | self.stops | _folded(words.kept_words)

    def _compile_numbers(self, words: FigureWords) -> None:
        self.numbers = _valued(words.numbers)
        self.multipliers = _multipliers(words)
        single = {
            fold(word): Fraction(key)
            for table in (words.numbers, words.scales)
            for key, all_ in table.items()
            for word in all_
        }
        self.single_numbers = {word: value for word, value in single.items() if value > 0}
        self.glued = PhraseTable(_by_value(words.glued_scales), folding=False)
        self.plural_scales = PhraseTable(_by_value(words.plural_scales), folding=False)
        self.money_scales = _valued(words.money_scales)
        self.collectives = _valued(words.collectives)
        self.about_collectives = _valued(words.about_collectives)
        self.fractions = _valued(words.fractions)
        self.lone_fractions = _valued(words.lone_fractions)
        self.joined_parts = _valued(words.joined_parts)
        self.single_parts = frozenset(fold(spellings[0]) for spellings in words.fractions.values() if spellings)
        self.vowelled_parts = PhraseTable(_by_value(words.vowelled_parts), folding=False)
        self.definite_parts = _valued(words.definite_parts)
        self.part_phrases = _valued(words.part_phrases)
        self.plural_wholes = _plain(words.plural_wholes)
        self.every = _folded(words.every)
        self.every_nth = _valued(words.every_nth)
        self.no_every = _plain(words.no_every)
        self.alone_fractions = _valued(words.alone_fractions)
        self.part_endings = tuple(map(fold, words.part_endings))
        self.no_wholes = _plain(words.no_wholes)
        self.whole_words = _plain(words.whole_words)
        self.part_nouns = _plain(words.part_nouns)
        self.part_links = _folded(words.part_links)
        self.part_openers = _plain(words.part_openers)
        self.ordinal_parts = {fold(word): Fraction(key) for key, all_ in words.ordinal_parts.items() for word in all_}
        self.offsets = _valued(words.offsets)
        self.digit_phrases = _valued(words.digit_phrases)
        self.digit_words = _plain(words.digit_words)
        self.decimal_words = _plain(words.decimal_words)
        self.ratio_links = _plain(words.ratio_links)
        self.named_ratio_links = _plain(words.named_ratio_links)
        self.ratio_of_ten_links = _plain(words.ratio_of_ten_links)
        self.reversed_ratio_links = _plain(words.reversed_ratio_links)
        self.minus = _plain(words.minus)
        self.compounds = CompoundReader.of(words) if words.compounds else None
        self.joiners = _folded(words.joiners)
        self.articles = _folded(words.articles)
        self.linkers = _folded(words.linkers)
        self.whole_links = _plain(words.whole_links)
        self.ordinals = _folded(words.ordinals)
        self.ordinal_ones = _folded(words.ordinal_ones)
        self.ordinal_endings = _folded(words.ordinal_endings)
        self.homographs = _folded(words.homographs)
        self.figureless = _plain(words.figureless)
        self.classifiers = _folded(words.classifiers)
        self.own_symbols = _folded(words.own_symbols.get(self.code, ()))
        self.measured_numbers = _folded(words.measured_numbers) - _folded(words.own_numbers.get(self.code, ()))

    def _compile_divisions(self, words: FigureWords) -> None:
        self.division_words = _plain(words.division_words)
        self.division_links = _plain(words.division_links)
        self.reversed_division_words = _plain(words.reversed_division_words)
        self.tenths, self.no_tenths = _plain(words.tenths), _plain(words.no_tenths)
        self.hundredths = _plain(words.hundredths)

    def _compile_measures(self, words: FigureWords) -> None:
        self.construct_numbers = _valued(words.construct_numbers)
        self.percent = _plain(words.percent)
        self.percent_before = _plain(words.percent_before)
        self.percentage_points = _plain(words.percentage_points)
        self.point_words = _folded(words.point_words)
        points = words.percentage_points if words.compounds else ()
        self.single_points = tuple(fold(phrase.removesuffix("*")) for phrase in points if " " not in phrase)
        self.single_shares = frozenset(self.fractions.words | self.lone_fractions.words)
        self.basis_points = _plain(words.basis_points)
        self.symbols = PhraseTable(words.currency_symbols)
        self.currencies = PhraseTable(words.currencies)
        self.open_currencies = PhraseTable(words.open_currencies)
        self.scaled_currencies = PhraseTable(words.scaled_currencies)
        self.no_money = _plain(words.no_money)
        self.subunits = PhraseTable(words.subunits)
        self.shared_subunits = _folded(words.shared_subunits)
        self.dollar_places = _plain(words.dollar_places)
        self.units = PhraseTable(words.units)
        self.dual_units = PhraseTable(words.dual_units)
        self.span_words = _spans(words)
        self.unit_symbols = PhraseTable(words.unit_symbols, folding=False)
        self.unit_endings = {fold(end): unit for unit, ends in words.unit_compounds.items() for end in ends}
        self.no_unit_compounds = _plain(words.no_unit_compounds)
        self.ordinal_nouns = _plain(words.ordinal_nouns)
        self.ages_after = _plain(words.ages_after)
        self.ages_before = _plain(words.ages_before)
        self.speeds_before = _plain(words.speeds_before)
        self.agents = _folded(words.agents)
        self.age_words = _plain(words.age_words)
        self.measures = PhraseTable(words.measures)
        self.measured_nouns = PhraseTable(words.measured_nouns)
        self.single_units = {
            fold(word): unit for unit, spellings in words.units.items() for word in spellings if " " not in word
        }

    def _compile_contexts(self, words: FigureWords) -> None:
        self.bounded_numbers = _folded(words.bounded_numbers)
        self.bounds_before = PhraseTable(words.bounds_before)
        self.bounds_after = PhraseTable(words.bounds_after)
        self.spanning = _folded(words.spanning)
        self.up_to = _plain(words.up_to)
        self.reached = _plain(words.reached)
        self.amount_openers = _folded(words.amount_openers)
        self.measured_bounds = _folded(words.measured_bounds)
        self.range_openers = _plain(words.range_openers)
        self.span_openers = _plain(words.span_openers)
        self.range_closers = _plain(words.range_closers)
        self.range_links = _plain(words.range_links)
        self.range_ends = _plain(words.range_ends)
        self.opening_words = _plain(words.opening_words)
        self.labels = _plain(words.labels)
        self.label_ends = _plain(words.label_ends)
        self.clock_before = _plain(words.clock_before)
        self.clock_after = _plain(words.clock_after)
        self.year_before = _plain(words.year_before)
        self.multiplicatives = _plain(words.multiplicatives)
        self.divisors = _plain(words.divisors)
        self.occasions = _plain(words.occasions)
        self.compared_after = _folded(words.compared_after)
        self.rank_nouns = _plain(words.rank_nouns)
        self.ranked_nouns = _plain(words.ranked_nouns)
        self.rank_tails = _plain(words.rank_tails)
        self.minute_openers = _plain(words.minute_openers)
        self.score_words = _plain(words.score_words)
        self.score_sides = _plain(words.score_sides)
        self.score_openers = _plain(words.score_openers)
        self.score_links = _plain(words.score_links)
        self.record_words = _plain(words.record_words)
        self.outcomes = PhraseTable(words.outcomes)
        self.dual_outcomes = PhraseTable(words.dual_outcomes)
        self.outcome_verbs = PhraseTable(words.outcome_verbs)
        self.outcome_counts = _valued(words.outcome_counts)
        self.outcome_fillers = _plain(words.outcome_fillers)
        self.outcome_links = _plain(words.outcome_links)
        self.play_words = _plain(words.play_words)
        self.play_links = _plain(words.play_links)
        self.play_openers = _plain(words.play_openers)
        self.play_closers = _plain(words.play_closers)
        self.play_starts = _plain(words.play_starts)
        self.count_words = _plain(words.count_words)
        self.vague = _plain(words.vague)
        self.some_words = _folded(words.some_words)

    def _compile_changes(self, words: FigureWords) -> None:
        self.change_closers = _plain(words.change_closers)
        self.changes = {fold(opener): _plain(links) for opener, links in words.changes.items()}
        self.change_links = _plain(words.change_links)
        self.change_openers = _folded(words.change_openers)
        self.differences = _plain(words.differences)
        self.changes_before = _plain(words.changes_before)
        self.changes_behind = _plain(words.changes_behind)
        self.differences_before = _plain(words.differences_before)

    def _compile_nouns(self, words: FigureWords) -> None:
        self.definite = _folded(words.definite)
        self.counted_articles = _folded(words.counted_articles)
        self.stops = _folded(words.stops)
        self.heads = _folded(words.heads)
        self.head_endings = tuple(map(fold, words.head_endings))
        self.head_attributes = _folded(words.head_attributes)
        self.verb_endings = tuple(map(fold, words.verb_endings))
        self.noun_links = _folded(words.noun_links)
        self.no_nouns = _folded(words.no_nouns)
        self.postpositions = _folded(words.postpositions)
        self.kept_words = _folded(words.kept_words)
        self.counted = PhraseTable(words.counted)
        self.fates = PhraseTable(words.fates)
        self.lasting = PhraseTable(words.lasting)
        self.lasting_links = _folded(words.lasting_links)
        self.fates_of_others = _plain(words.fates_of_others)

    def _compile_relations(self, words: FigureWords) -> None:
        """Take what tells how a figure stands to the one beside it."""
        self.parts_before = _plain(words.parts_before)
        self.parts_behind = _plain(words.parts_behind)
        self.allowed_before = _plain(words.allowed_before)
        self.allowed_behind = _plain(words.allowed_behind)
        self.senses = PhraseTable(words.senses)
        self.balances = PhraseTable(words.balances)
        self.levels_before = _plain(words.levels_before)

    def _compile_calendar(self, words: CalendarWords) -> None:
        """Take what numbers are part of that name a day of the week or a time of day."""
        self.weekdays = _plain(tuple(words.weekdays))
        self.clock_marks = _plain(words.clock_marks)
        self.clock_minutes = _plain(words.clock_minutes)

    def _compile_particles(self, words: PeopleWords) -> None:
        """Take the number words that are particles of names as well ("bin")."""
        self.name_particles = _folded(words.particles) & self.numbers.firsts

    def _compile_clauses(self, words: SpeechWords) -> None:
        """Take what tells whose the fate is that stands near a figure; needs the nouns ("personne", which may say no)."""
        self.clause_openers = _folded(words.relatives)
        self.conjunctions = _folded(words.conjunctions)
        negators = _folded(words.negators)
        self.negating_nouns = negators & self.counted.words
        self.negators = negators - self.negating_nouns
        self.negation_helpers = _folded(words.negation_helpers)
        self.seeming_negations = _plain(words.seeming_negations)


@cache
def vocabulary(pack: LanguagePack) -> Vocabulary:
    """The compiled figure words of a pack."""
    return Vocabulary(pack)


def _multipliers(words: FigureWords) -> PhraseTable[Fraction]:
    """Scale words, and the powers of ten from 100 on that stand alone as well."""
    spellings: dict[Fraction, list[str]] = {}
    for value, entries in _by_value(words.scales).items():
        spellings.setdefault(value, []).extend(entries)
    for value, entries in _by_value(words.numbers).items():
        if value >= _HUNDRED and str(value).rstrip("0") == "1":
            spellings.setdefault(value, []).extend(entries)
    return PhraseTable(spellings)


def _spans(words: FigureWords) -> PhraseTable[tuple[Fraction, str]]:
    """The stems of adjectives that tell a time span in one word, with its number and its unit."""
    return PhraseTable(
        {
            (value, unit): [f"{number}{stem}*" for number in numbers for stem in stems]
            for value, numbers in _by_value(words.span_numbers).items()
            for unit, stems in words.span_endings.items()
        }
    )


def _by_value(entries: Mapping[str, Iterable[str]]) -> dict[Fraction, Iterable[str]]:
    return {Fraction(key): spellings for key, spellings in entries.items()}


def _valued(entries: Mapping[str, Iterable[str]]) -> PhraseTable[Fraction]:
    return PhraseTable(_by_value(entries))


def _plain(phrases: Iterable[str]) -> PhraseTable[bool]:
    return PhraseTable({True: tuple(phrases)})


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(fold, words))
