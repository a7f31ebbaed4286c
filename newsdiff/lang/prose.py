"""The ``prose`` section of a language pack: what running text is made of besides names, figures and dates."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ProseWords:
    """Words of one language; field names are the keys of the YAML section, explained in ``packs/base.yaml``."""

    strong_ends: tuple[str, ...] = ()
    weak_ends: tuple[str, ...] = ()
    closing_marks: tuple[str, ...] = ()
    opening_marks: tuple[str, ...] = ()
    bullets: tuple[str, ...] = ()
    letter_names: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    hung_endings: tuple[str, ...] = ()
    harmony: dict[str, tuple[str, ...]] = field(default_factory=dict)
    ending_buffers: tuple[str, ...] = ()
    ordinal_stop: bool = False
    abbreviations: tuple[str, ...] = ()
    number_abbreviations: tuple[str, ...] = ()
    closing_abbreviations: tuple[str, ...] = ()
    function_words: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    boilerplate_starts: tuple[str, ...] = ()
    boilerplate_lines: tuple[str, ...] = ()
    scripts_of_one_language: dict[str, str] = field(default_factory=dict)
    near_letters: dict[str, str] = field(default_factory=dict)
    near_endings: dict[str, str] = field(default_factory=dict)
    near_words: dict[str, str] = field(default_factory=dict)
    function_words_elsewhere: dict[str, tuple[str, ...]] = field(default_factory=dict)
