"""The ``speech`` section of a language pack: the words around quotations and reported speech."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SpeechWords:
    """Words of one language; field names are the keys of the YAML section, which ``packs/base.yaml`` explains."""

    verbs: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    dependents: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    enclitics: tuple[str, ...] = ()
    bare_verbs: tuple[str, ...] = ()
    addressing: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()
    answering: tuple[str, ...] = ()
    naming: tuple[str, ...] = ()
    evoking: tuple[str, ...] = ()
    judging: tuple[str, ...] = ()
    judged: tuple[str, ...] = ()
    denials: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    negators: tuple[str, ...] = ()
    negator_ends: tuple[str, ...] = ()
    seeming_negations: tuple[str, ...] = ()
    exceptives: tuple[str, ...] = ()
    negation_helpers: tuple[str, ...] = ()
    negative_concord: bool = False
    negators_elsewhere: dict[str, tuple[str, ...]] = field(default_factory=dict)
    seeming_negations_elsewhere: dict[str, tuple[str, ...]] = field(default_factory=dict)
    nouns: tuple[str, ...] = ()
    resumptives: tuple[str, ...] = ()
    complementizers: tuple[str, ...] = ()
    clause_ends: tuple[str, ...] = ()
    subjunctives: tuple[str, ...] = ()
    according: tuple[str, ...] = ()
    according_after: tuple[str, ...] = ()
    quoting: tuple[str, ...] = ()
    agents: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    cue_prefixes: tuple[str, ...] = ()
    preposition_prefixes: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    postpositions: tuple[str, ...] = ()
    determiners: tuple[str, ...] = ()
    article_prefixes: tuple[str, ...] = ()
    indefinites: tuple[str, ...] = ()
    infinitive_marks: tuple[str, ...] = ()
    possessives: tuple[str, ...] = ()
    pronouns_he: tuple[str, ...] = ()
    pronouns_she: tuple[str, ...] = ()
    pronouns_any: tuple[str, ...] = ()
    pronouns_they: tuple[str, ...] = ()
    titles_he: tuple[str, ...] = ()
    titles_she: tuple[str, ...] = ()
    spokespeople: tuple[str, ...] = ()
    anonymous: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    bystanders: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    kin: tuple[str, ...] = ()
    plural_verbs: tuple[str, ...] = ()
    plural_ends: tuple[str, ...] = ()
    feminine_ends: tuple[str, ...] = ()
    genitive_ends: tuple[str, ...] = ()
    inscriptions: tuple[str, ...] = ()
    so_called: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    viewpoints: tuple[str, ...] = ()
    drops_pronoun: bool = False
    verb_first: bool = False
    bare_nouns: bool = False
    frames_clause: bool = False
    elsewhere: SpeechWords | None = None
