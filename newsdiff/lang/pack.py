"""A language pack: what newsdiff knows of one language, read from ``packs/<code>.yaml`` laid over ``packs/base.yaml``.

A pack is data only. Each section is a dataclass in a file of its own in this folder; its field names are the keys of the
YAML file. ADD A LANGUAGE HERE: one YAML file in ``packs/``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from newsdiff import layers, schema
from newsdiff.lang.calendar import CalendarWords
from newsdiff.lang.compiled import keep
from newsdiff.lang.figures import FigureWords, UnitFactor
from newsdiff.lang.people import PeopleWords
from newsdiff.lang.prose import ProseWords
from newsdiff.lang.speech import SpeechWords

PACKS = Path(__file__).parent / "packs"
_BASE = "base"


@dataclass(frozen=True)
class LanguagePack:
    """All that one language needs. ``code`` is ISO 639-1, ``script`` ISO 15924."""

    code: str
    name: str
    script: str
    figures: FigureWords = field(default_factory=FigureWords)
    calendar: CalendarWords = field(default_factory=CalendarWords)
    speech: SpeechWords = field(default_factory=SpeechWords)
    people: PeopleWords = field(default_factory=PeopleWords)
    prose: ProseWords = field(default_factory=ProseWords)

    def __hash__(self) -> int:
        return hash(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LanguagePack) and other.code == self.code


@cache
def languages() -> tuple[str, ...]:
    """The codes of all languages that have a pack, in order."""
    return tuple(sorted(path.stem for path in PACKS.glob("*.yaml") if path.stem != _BASE))


def has_words(code: str) -> bool:
    """Whether the words of a language are known: it has a pack."""
    return code in languages()


@cache
def load_pack(code: str) -> LanguagePack:
    """The pack of a language; the base alone, under the language's own code, where there is no pack for it."""
    if code not in languages():
        return replace(_find()(_BASE), code=code)
    pack: LanguagePack = _find()(code)
    return pack


def read_packs() -> dict[str, LanguagePack]:
    """Every pack, and the base under its own name, out of the YAML files. Raises ``SettingsError``."""
    base = PACKS / f"{_BASE}.yaml"
    packs = {code: schema.read([base, PACKS / f"{code}.yaml"], LanguagePack) for code in languages()}
    return packs | {_BASE: schema.read([base], LanguagePack)}


@cache
def _find() -> Callable[[str], LanguagePack]:
    return keep(
        read_packs,
        [*PACKS.glob("*.yaml"), *Path(__file__).parent.glob("*.py"), Path(schema.__file__), Path(layers.__file__)],
        (LanguagePack, FigureWords, UnitFactor, CalendarWords, SpeechWords, PeopleWords, ProseWords),
    )
