"""What we wrote for one language: given names, surnames, tails of brands, endings of cases, things, shapes of names.

What belongs here: making a name of these lists. A name drawn word by word from lists of the whole world has no marks
on its letters and stands in no case; these have both.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

Name = tuple[str, ...]

OTHER_CASES = 0.45
GENITIVE = 0.12
KNOWN_PERSONS = 0.12
SHAPED_PERSONS = 0.25
_HISSING = "sßxz"


@dataclass(frozen=True, slots=True)
class OwnNames:
    """What we wrote for one language: given names, surnames, tails of brands, and endings with their other cases.

    ``cases`` are (ending, forms): "ов" with "ова", "ову", "ова", "овым", "ове"; the longer endings come first.
    ``things`` are words that name a product or a ship, and could name a company or a club too; ``works`` are films, books
    and games; ``clubs``, ``groups`` and ``companies`` are shapes with slots, "{L} United". ``heads`` and ``fields`` make
    institutions together ("Agence nationale" and "de la santé"). ``known`` are persons whom one word names; ``shaped``
    are those that the language's shapes of names make ("{F} bin {F}", "{F} {I}. {S}"). ``departments`` ("Software
    Engineering") and ``acronyms`` ("GPU") have capitals and are no organisations. ``genitive`` hangs on the last word of a
    name alone ("Angela Merkels").
    """

    given: tuple[Name, ...] = ()
    surnames: tuple[Name, ...] = ()
    brand_tails: tuple[str, ...] = ()
    cases: tuple[tuple[str, tuple[str, ...]], ...] = ()
    things: tuple[Name, ...] = ()
    works: tuple[Name, ...] = ()
    clubs: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    heads: tuple[Name, ...] = ()
    fields: tuple[Name, ...] = ()
    known: tuple[Name, ...] = ()
    shaped: tuple[Name, ...] = ()
    departments: tuple[Name, ...] = ()
    acronyms: tuple[Name, ...] = ()
    genitive: str = ""

    def with_shared(self, shared: OwnNames) -> OwnNames:
        """Return these names with those that all languages of the script share."""
        return replace(
            self,
            things=self.things + shared.things,
            works=self.works + shared.works,
            clubs=self.clubs + shared.clubs,
            groups=self.groups + shared.groups,
            companies=self.companies + shared.companies,
            departments=self.departments + shared.departments,
            acronyms=self.acronyms + shared.acronyms,
        )

    def with_persons(self, given: tuple[Name, ...], surnames: tuple[Name, ...]) -> OwnNames:
        """Return these names with further given names and surnames."""
        return replace(self, given=self.given + given, surnames=self.surnames + surnames)

    def with_shaped(self, shaped: tuple[Name, ...]) -> OwnNames:
        """Return these names with persons that shapes made."""
        return replace(self, shaped=shaped)

    def person(self, rng: random.Random) -> Name:
        """Return a full name, a surname or given name alone, a person whom one word names, or one of a shape."""
        if self.known and rng.random() < KNOWN_PERSONS:
            return self.in_some_case(rng.choice(self.known), rng)
        if self.shaped and rng.random() < SHAPED_PERSONS:
            return self.in_some_case(rng.choice(self.shaped), rng)
        draw = rng.random()
        if draw < 0.25:
            name = rng.choice(self.surnames)
        elif draw < 0.3:
            name = rng.choice(self.given)
        else:
            name = rng.choice(self.given) + rng.choice(self.surnames)
        return self.in_some_case(name, rng)

    def in_some_case(self, name: Name, rng: random.Random) -> Name:
        """Return the name as it stands, all its words in one other case, or its last in the genitive."""
        if self.genitive and name[-1].isalpha() and name[-1][-1] not in _HISSING and rng.random() < GENITIVE:
            return (*name[:-1], name[-1] + self.genitive)
        if not self.cases or rng.random() > OTHER_CASES:
            return name
        number = rng.randrange(len(self.cases[0][1]))
        return tuple(self._word_in_case(word, number) for word in name)

    def _word_in_case(self, word: str, number: int) -> str:
        for ending, forms in self.cases:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                return word[: -len(ending)] + forms[number]
        return word
