"""The settings, read from layers: the defaults, the user's files, the environment, the command line.

What belongs here: which settings there are and where they come from. Every default stands in ``config.yaml``, so a new
setting is a line there and a field here.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import yaml

from newsdiff import layers, schema
from newsdiff.errors import SettingsError
from newsdiff.model import Finding, Verdict
from newsdiff.render import FORMATS
from newsdiff.schema import OneOf, Within

Kind = Literal[
    "person",
    "organization",
    "place",
    "quantity",
    "money",
    "percent",
    "score",
    "designation",
    "date",
    "quote",
    "statement",
]
Engine = Literal["auto", "embedded", "stanza"]
Gpu = Literal["auto", "never"]
FailOn = Literal["never", "discrepancy", "variation"]

KINDS: tuple[Kind, ...] = get_args(Kind)
ENGINES: tuple[Engine, ...] = get_args(Engine)
FAIL_ON: tuple[FailOn, ...] = get_args(FailOn)

_FILE = "config.yaml"
_PREFIX = "NEWSDIFF_"
_CONFIG_VARIABLE = "NEWSDIFF_CONFIG"
_OPTIONS = {
    "kinds": "--kind",
    "verdicts": "--verdict",
    "cache.use": "--cache",
    "stanza.folder": "--folder",
    "stanza.mirror": "--mirror",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read: of a source ``bytes``, of its text ``characters``, a web address for ``timeout`` seconds at most.

    ``claims`` is how many of an article's names, and how many of each sort of its claims, are compared.
    """

    bytes: Annotated[int, Within(1)]
    characters: Annotated[int, Within(1)]
    claims: Annotated[int, Within(1)]
    timeout: Annotated[float, Within(0.1)]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where lines are drawn when claims are set side by side."""

    sure: Annotated[float, Within(0, 1)]


@dataclass(frozen=True, slots=True)
class Known:
    """A difference that is known already: the values that the articles give, and what to tell of it."""

    kind: Kind
    values: tuple[str, ...]
    note: str

    def __post_init__(self) -> None:
        """Refuse an entry that names no difference."""
        if len(set(self.values)) < 2:
            raise ValueError(
                "values: expected two values or more that differ, such as [68 million EUR, 86 million EUR]"
            )


@dataclass(frozen=True, slots=True)
class StatementLimits:
    """How many sentences a report shows at most: that one article ``alone`` says, and that some article has ``left_out``."""

    alone: Annotated[int, Within(0)]
    left_out: Annotated[int, Within(0)]


@dataclass(frozen=True, slots=True)
class Stanza:
    """Where the models of the engine Stanza lie and come from, and what it may use of the machine."""

    folder: str | None
    mirror: str | None
    threads: Annotated[int, Within(1)]
    gpu: Gpu


@dataclass(frozen=True, slots=True)
class CacheSettings:
    """Whether and where what Stanza has read is kept, and how much of it."""

    use: bool
    folder: str | None
    bytes: Annotated[int, Within(0)]


@dataclass(frozen=True, slots=True)
class Config:
    """All settings. What each one means stands in ``config.yaml``, beside its default."""

    engine: Engine
    format: Annotated[str, OneOf(("auto", *(entry.name for entry in FORMATS)))]
    output: str | None
    kinds: tuple[Kind, ...]
    verdicts: tuple[Verdict, ...]
    min_confidence: Annotated[float, Within(0, 1)]
    fail_on: FailOn
    quiet: bool
    language: str | None
    published: dt.date | None
    report_language: str
    evidence: bool
    aliases: dict[str, tuple[str, ...]]
    known: tuple[Known, ...]
    limits: Limits
    align: Alignment
    statements: StatementLimits
    stanza: Stanza
    cache: CacheSettings

    @property
    def reader(self) -> str:
        """The language of whoever reads the report, without its country. Raises ``SettingsError`` where there is none such."""
        from newsdiff.render.words import load_words

        return load_words(self.report_language).language

    def admits(self, finding: Finding) -> bool:
        """Whether a finding is one of those that were asked for."""
        return (
            (not self.kinds or finding.kind in self.kinds)
            and (not self.verdicts or finding.verdict in self.verdicts)
            and finding.confidence >= self.min_confidence
        )

    def fails(self, finding: Finding) -> bool:
        """Whether a finding is one that ``fail_on`` names, and not known already."""
        grave = {"never": (), "discrepancy": ("discrepancy",), "variation": ("discrepancy", "variation")}
        return finding.known is None and finding.verdict in grave[self.fail_on]


def load_config(
    path: Path | None = None,
    overrides: Mapping[str, layers.Text | None] | None = None,
    *,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> Config:
    """Read the settings that hold in ``folder`` (the working folder where None is given).

    ``path`` is the one file to read over the defaults, in place of those that would be found. ``overrides`` are
    settings as texts (``{"engine": "stanza", "limits.bytes": "1000", "kinds": ["money"]}``); None means not given.
    ``environment`` stands for the variables of the process. Raises ``SettingsError``, which names file, line, key and
    what is allowed.
    """
    variables = os.environ if environment is None else environment
    if path is None and variables.get(_CONFIG_VARIABLE):
        path = Path(variables[_CONFIG_VARIABLE])
    files = find_files(folder or Path.cwd()) if path is None else (path,)
    options = {
        tuple(key.split(".")): (text, _OPTIONS.get(key, "--" + key.replace(".", "-").replace("_", "-")))
        for key, text in (overrides or {}).items()
        if text is not None
    }
    read = [layers.compose(file) for file in (default_file(), *files)]
    return schema.build([*read, _from_environment(variables), layers.from_texts(options)], Config)


def default_file() -> Path:
    """The file that holds every default: inside the package where it is installed, beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / _FILE
    return installed if installed.exists() else package.parent / _FILE


def find_files(folder: Path) -> tuple[Path, ...]:
    """The user's own files, the weaker first: the one in the user's settings folder, the nearest one at ``folder``."""
    from platformdirs import user_config_path

    default = default_file().resolve()
    candidates = (at / _FILE for at in (folder, *folder.resolve().parents))
    nearest = next((file for file in candidates if file.is_file() and file.resolve() != default), None)
    own = user_config_path("newsdiff", appauthor=False) / _FILE
    found = [own] if own.is_file() else []
    if nearest is not None and (not found or nearest.resolve() != own.resolve()):
        found.append(nearest)
    return tuple(found)


def _from_environment(variables: Mapping[str, str]) -> yaml.Node:
    known = {_PREFIX + "_".join(path).upper(): path for path in _leaves(Config)}
    given = {name: text for name, text in variables.items() if name.startswith(_PREFIX) and name != _CONFIG_VARIABLE}
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            raise SettingsError(f"{name}: no such variable{hint}; allowed are {', '.join(sorted(known))}")
    return layers.from_texts({known[name]: (text, name) for name, text in given.items() if text})


def _leaves(kind: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The paths of all settings that one text can hold."""
    hints = get_type_hints(kind)
    for field in fields(kind):
        path = (*above, field.name)
        if is_dataclass(hints[field.name]):
            yield from _leaves(hints[field.name], path)
        elif get_origin(hints[field.name]) is not dict and not any(map(is_dataclass, get_args(hints[field.name]))):
            yield path
