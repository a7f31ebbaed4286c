"""The ``people`` section of a language pack."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class PeopleWords:
    """Words of one language; field names are the keys of the YAML section."""

    particles: tuple[str, ...] = ()
    surname_openings: tuple[str, ...] = ()
    name_articles: tuple[str, ...] = ()
    long_vowels: tuple[str, ...] = ()
    nicknames: dict[str, tuple[str, ...]] = field(default_factory=dict)
    titles: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    name_suffixes: tuple[str, ...] = ()
    roles: dict[str, tuple[str, ...]] = field(default_factory=dict)
    loose_roles: tuple[str, ...] = ()
    loose_heads: tuple[str, ...] = ()
    acting: tuple[str, ...] = ()
    leading_roles: tuple[str, ...] = ()
    kept_titles: tuple[str, ...] = ()
    changes_of_office: tuple[str, ...] = ()
    exclusive_roles: tuple[tuple[str, ...], ...] = ()
    former: tuple[str, ...] = ()
    former_prefixes: tuple[str, ...] = ()
    current: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    designated: tuple[str, ...] = ()
    outgoing: tuple[str, ...] = ()
    term_until: tuple[str, ...] = ()
    term_since: tuple[str, ...] = ()
    term_from: tuple[str, ...] = ()
    term_to: tuple[str, ...] = ()
    term_years: tuple[str, ...] = ()
    undated_since: int = 0
    postpositions: bool = False
    of: tuple[str, ...] = ()
    employed_at: tuple[str, ...] = ()
    employed_with: tuple[str, ...] = ()
    employers_lead: bool = False
    heads: tuple[str, ...] = ()
    headed: tuple[str, ...] = ()
    at_head: tuple[str, ...] = ()
    founded: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    successions: tuple[str, ...] = ()
    perfects: tuple[str, ...] = ()
    pluperfects: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    its: tuple[str, ...] = ()
    its_endings: tuple[str, ...] = ()
    copulas: tuple[str, ...] = ()
    verb_particles: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    compounds: bool = False
    role_chains: bool = False
    proclitics: tuple[str, ...] = ()
    governed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    endings: tuple[str, ...] = ()
    company_heads: tuple[str, ...] = ()
    town_heads: tuple[str, ...] = ()
    state_heads: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    bare_genitives: bool = False
    declensions: dict[str, tuple[str, ...]] = field(default_factory=dict)
    undeclined: dict[str, str] = field(default_factory=dict)
    feminine_ends: tuple[str, ...] = ()
    oblique_ends: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    company_roles: tuple[str, ...] = ()
    institution_roles: tuple[str, ...] = ()
    personal_roles: tuple[str, ...] = ()
    parts_played: tuple[str, ...] = ()
    company_nouns: tuple[str, ...] = ()
    taught: bool = True
    names_in_quotes: bool = True
    impersonal_articles: tuple[str, ...] = ()
    eponymous: tuple[str, ...] = ()
    makers: tuple[str, ...] = ()
    place_leads: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    within_behind: tuple[str, ...] = ()
    organization_nouns: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
